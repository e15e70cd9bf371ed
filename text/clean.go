package text

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

const (
	// maxMarks is how many accents, joiners and variation selectors may follow
	// one letter. Real writing needs four, stacked "zalgo" text has dozens.
	maxMarks = 6
	// rawMarks bounds the same before normalization, which can double their
	// number and inserts joiners of its own after thirty.
	rawMarks = 12
	// maxBreaks is how many line breaks may follow each other: two empty lines.
	maxBreaks = 3
)

// Report counts, in runes, what cleaning took out or replaced. A person who
// pastes from a word processor causes none of it but Cut, so anything else is
// worth a remark when a file comes from somebody else.
type Report struct {
	Controls  int // control characters, such as the ones that start escape sequences: removed
	Bidi      int // characters that reverse the direction of what follows: removed
	Invisible int // characters that take no room and join nothing: removed
	Invalid   int // broken UTF-8, private and unassignable characters: shown as U+FFFD
	Marks     int // marks on top of a pile of marks, or on nothing: removed
	Cut       int // what was over the limit, and more than two empty lines in a row
}

// Any says whether anything was taken out or replaced. Normalization and the
// mapping of line ends, tabs and special spaces do not count.
func (r Report) Any() bool { return r != Report{} }

// Line cleans s into one line of at most limit runes; line breaks become
// spaces. The result is valid UTF-8 in NFC and has no control, bidi or
// invisible character; cleaning it again changes nothing.
//
// Escape sequences are not parsed: the characters that could start one are
// removed, so the harmless rest stays visible and nothing after an unfinished
// sequence is lost. Joiners and variation selectors of emoji stay.
func Line(s string, limit int) (string, Report) { return clean(s, limit, false) }

// Text cleans s as Line does, but keeps line breaks, as "\n", with at most two
// empty lines in a row.
func Text(s string, limit int) (string, Report) { return clean(s, limit, true) }

func clean(s string, limit int, multi bool) (string, Report) {
	var rep Report
	if len(s) <= limit && plain(s) {
		return s, rep
	}
	if limit <= 0 {
		rep.Cut = utf8.RuneCountInString(s)
		return "", rep
	}
	// Letter by letter first: a character that goes may stand between a letter
	// and its accent, which then have to be composed.
	out := norm.NFC.String(sift(s, limit, multi, &rep))
	return shorten(thin(out, &rep), limit, &rep), rep
}

// plain says whether s is printable ASCII, which needs no work.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// sift maps, drops and replaces single characters. It writes no more than
// what can still end up within limit after composition.
func sift(s string, limit int, multi bool, rep *Report) string {
	room := math.MaxInt
	if limit < math.MaxInt/16 {
		// A letter and its rawMarks marks compose to one rune at best.
		room = 16*limit + 64
	}
	var b strings.Builder
	b.Grow(min(len(s), room))
	marks, breaks := 0, 0
	start, cr, space := true, false, false // start: nothing here yet that a mark could stand on
	for len(s) > 0 {
		r, w := utf8.DecodeRuneInString(s)
		broken := r == utf8.RuneError && w == 1
		s = s[w:]
		afterCR := cr
		cr = r == '\r'
		if r == '\n' && afterCR {
			continue
		}
		r, keep := admit(r, broken, rep)
		if !keep {
			continue
		}
		if r == '\n' && !multi {
			r = ' '
		}
		if (space || start) && clings(r) { // a space has no other look, only another width
			rep.Marks++
			continue
		}
		space = r == ' '
		switch {
		case r == '\n':
			marks, start = 0, true
			if breaks++; breaks > maxBreaks {
				rep.Cut++
				continue
			}
		case isMark(r):
			if marks++; marks > rawMarks || start {
				rep.Marks++
				continue
			}
		default:
			marks, breaks, start = 0, 0, false
		}
		if room == 0 {
			rep.Cut++
			continue
		}
		room--
		b.WriteRune(r)
	}
	return b.String()
}

// admit says what one character becomes and whether it may stay.
func admit(r rune, broken bool, rep *Report) (rune, bool) {
	switch {
	case r >= ' ' && r <= '~' || r == '\n':
		return r, true
	case broken:
		rep.Invalid++
		return utf8.RuneError, true
	case r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n', true
	case r == '\t', r == 0xA0, r == 0x202F, r == 0x2007:
		return ' ', true
	case unicode.Is(unicode.Cc, r):
		rep.Controls++
		return 0, false
	case unicode.Is(unicode.Bidi_Control, r):
		rep.Bidi++
		return 0, false
	case r == 0x200C, r == 0x200D, r == 0xFE0E, r == 0xFE0F:
		return r, true
	case unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
		rep.Invisible++
		return 0, false
	case unicode.In(r, unicode.Co, unicode.Cs), r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
		rep.Invalid++
		return utf8.RuneError, true
	}
	return r, true
}

// isMark says whether r sits on or joins to what stands before it. The vowels
// and ends of Korean syllables do too: normalization cuts a long row of them
// up with invisible joiners, as it does with accents.
func isMark(r rune) bool {
	return r >= 0x300 && (unicode.Is(unicode.M, r) || r == 0x200C || r == 0x200D || r >= 0x1160 && r <= 0x11FF || r >= 0xD7B0 && r <= 0xD7FF || clings(r))
}

// clings says whether r, with a width of its own or one that it gives, becomes
// one character with what stands before it: the looks and colours of emoji,
// and vowels and sounds that follow a letter.
func clings(r rune) bool {
	switch r {
	case 0xFE0E, 0xFE0F, 0xFF9E, 0xFF9F, 0x0E33, 0x0EB3:
		return true
	}
	return r >= 0x1F3FB && r <= 0x1F3FF
}

// thin takes off what is over maxMarks per letter. Only the end of a pile
// goes, so what was composed stays composed.
func thin(s string, rep *Report) string {
	var b strings.Builder
	marks, from, over := 0, 0, false
	for i, r := range s {
		switch {
		case !isMark(r):
			marks = 0
		default:
			marks++
		}
		if drop := marks > maxMarks; drop != over {
			if drop {
				b.WriteString(s[from:i])
			} else {
				from = i
			}
			over = drop
		}
		if over {
			rep.Marks++
		}
	}
	if !over {
		if from == 0 {
			return s
		}
		b.WriteString(s[from:])
	}
	return b.String()
}

// shorten cuts s to limit runes, between two whole characters as a reader
// sees them where that is possible.
func shorten(s string, limit int, rep *Report) string {
	total := utf8.RuneCountInString(s)
	if total <= limit {
		return s
	}
	end, n := 0, 0
	for end < len(s) {
		cluster, _ := ansi.FirstGraphemeCluster(s[end:], ansi.GraphemeWidth)
		k := utf8.RuneCountInString(cluster)
		if n+k > limit {
			break
		}
		end, n = end+len(cluster), n+k
	}
	if n == 0 { // one character longer than the limit
		for n < limit {
			_, w := utf8.DecodeRuneInString(s[end:])
			end, n = end+w, n+1
		}
	}
	rep.Cut += total - n
	return s[:end]
}
