package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// ellipsis stands at the end of what was cut; it is one cell wide.
const ellipsis = "…"

// Width is the number of terminal cells that s takes on one line. An accent
// on a letter takes none, an emoji or a Chinese character two.
func Width(s string) int { return ansi.StringWidth(s) }

// Cut returns s where it fits in w cells, and otherwise its beginning with …
// at the end, together at most w cells. No space stands before the ….
func Cut(s string, w int) string {
	switch {
	case w <= 0:
		return ""
	case Width(s) <= w:
		return s
	}
	// Not ansi.Truncate: it takes a keycap such as 1️⃣ for one cell.
	end, used := 0, 0
	for end < len(s) {
		cluster, cells := ansi.FirstGraphemeCluster(s[end:], ansi.GraphemeWidth)
		if used+cells > w-1 {
			break
		}
		end, used = end+len(cluster), used+cells
	}
	return strings.TrimRight(s[:end], " ") + ellipsis
}

// Pad returns s in exactly w cells, with spaces after it; longer text is cut.
func Pad(s string, w int) string {
	s = Cut(s, w)
	return s + blank(w-Width(s))
}

// PadLeft returns s in exactly w cells, with spaces before it, as columns of
// numbers need; longer text is cut.
func PadLeft(s string, w int) string {
	s = Cut(s, w)
	return blank(w-Width(s)) + s
}

func blank(w int) string { return strings.Repeat(" ", max(w, 0)) }

// Wrap breaks s into lines of at most w cells: at its own line breaks, then at
// spaces, and inside a word only where the word alone is wider than w. Spaces
// at a break and at the end of a line go; those at the beginning of a line of
// s stay. An empty line is "". With w of 0 or less nothing is broken but at
// line breaks. There is always at least one line.
func Wrap(s string, w int) []string {
	lines := strings.Split(s, "\n")
	if w <= 0 {
		return lines
	}
	out := make([]string, 0, len(lines))
	for _, line := range lines {
		out = wrapLine(out, line, w)
	}
	return out
}

// wrapLine adds the lines of one paragraph to out.
func wrapLine(out []string, s string, w int) []string {
	if Width(s) <= w {
		return append(out, strings.TrimRight(s, " "))
	}
	var cur strings.Builder
	used, written := 0, false // cells in cur; whether this paragraph has a line already
	for len(s) > 0 {
		word := strings.TrimLeft(s, " ")
		gap := len(s) - len(word)
		if i := strings.IndexByte(word, ' '); i >= 0 {
			s, word = word[i:], word[:i]
		} else {
			s = ""
		}
		if word == "" {
			break
		}
		cells := Width(word)
		if used+gap+cells <= w && (cur.Len() > 0 || !written) {
			cur.WriteString(blank(gap))
			cur.WriteString(word)
			used += gap + cells
			continue
		}
		if cur.Len() > 0 {
			out, written = append(out, cur.String()), true
			cur.Reset()
		}
		pieces := chop(word, w)
		out = append(out, pieces[:len(pieces)-1]...)
		written = true
		last := pieces[len(pieces)-1]
		cur.WriteString(last)
		used = Width(last)
	}
	if cur.Len() > 0 || !written {
		out = append(out, cur.String())
	}
	return out
}

// chop breaks one word into pieces of at most w cells, at least one piece. A
// character that is wider than w by itself becomes "?".
func chop(word string, w int) []string {
	var out []string
	var cur strings.Builder
	used := 0
	for len(word) > 0 {
		cluster, cells := ansi.FirstGraphemeCluster(word, ansi.GraphemeWidth)
		word = word[len(cluster):]
		if cells > w {
			cluster, cells = "?", 1
		}
		if used+cells > w {
			out = append(out, cur.String())
			cur.Reset()
			used = 0
		}
		cur.WriteString(cluster)
		used += cells
	}
	return append(out, cur.String())
}
