package privacy

import (
	"regexp"
	"strings"
	"sync"
)

// later compiles a pattern when it is first used, so that starting the program
// does not wait for it.
func later(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

var (
	// Numbers that are known to be something else.
	knownRE = later(`\b[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d{4} ?){2}\d{2}\b` + // accounts
		`|\bBE\d{2}[ .-]?(?:\d{4}[ .-]?){3}` +
		`|\b(?:97[89])[- ]?(?:\d[- ]?){9}\d\b` + // books
		`|\b10\.\d{4,9}/\S+` + // articles
		`|\+{3}[\d/ ]+\+{3}|\*{3}[\d/ ]+\*{3}` + // what a bank is told
		`|(?i:\bhttps?://\S+|\bwww\.\S+)`)
	emailRE = later(`[\pL\d._%+\-]+@[\pL\d\-]+(?:\.[\pL\d\-]+)*\.\pL{2,}` +
		`|[\pL\d._%+\-]+ ?(?: @|\((?:at|apenstaartje)\)|\[(?:at|apenstaartje)\]) ?[\pL\d\-]+(?:\.[\pL\d\-]+)*\.\pL{2,}`)
	// What a number is when one of these words stands before it.
	otherRE = later(`(?i)(?:\b(?:isbn|issn|ean|doi|iban|kvk|rsin|btw|brin|crebo|eur|blz|pagina|postbus)|artikel(?:nummer|nr)?|bestel(?:nummer|nr)` +
		`|order(?:nummer|nr)?|factuur(?:nummer|nr)?|ondernemings(?:nummer|nr)|vestigings(?:nummer|nr)|rekening(?:nummer|nr)?|mededeling|vat|€|(?-i:\b[A-Z]{2}))[ .:-]*(?:nummer|nr|no|1[03])?[ .:#-]*(?:\d{4}-)?$`)
	amountRE  = later(`(?i)^[ ]?(?:€|euro|eur\b|x\b|%)`)
	citizenRE = later(`(?i)(?:bsn|burgerservicenummer|sofi-?nummer|onderwijsnummer|pgn)\W{0,12}$`)
)

func emails(s string, add func(Kind, int, int)) {
	if !strings.ContainsAny(s, "@([") {
		return
	}
	for _, m := range emailRE().FindAllStringIndex(s, -1) {
		add(Email, m[0], m[1])
	}
}

// A group is some digits in a row.
type group struct {
	start, end int
	before     string // what stands between this and the group before it
}

// numbers finds what is written in digits.
func numbers(s string, add func(Kind, int, int)) {
	digits := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	if digits < 8 {
		return
	}
	hidden := []byte(s)
	for _, m := range knownRE().FindAllIndex(hidden, -1) {
		for i := m[0]; i < m[1]; i++ {
			hidden[i] = 'x'
		}
	}
	for _, run := range runs(string(hidden)) {
		for i := 0; i < len(run); i++ {
			for j := len(run); j > i; j-- {
				if k := judge(string(hidden), run, i, j); k != "" {
					start := run[i].start
					for start > 0 && (s[start-1] == '+' || s[start-1] == '(') {
						start--
					}
					add(k, start, run[j-1].end)
					i = j - 1
					break
				}
			}
		}
	}
}

// runs are groups of digits with at most two signs between them, such as a
// space, a line or a bracket.
func runs(s string) (out [][]group) {
	var run []group
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		g := group{start: i}
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		g.end = i
		if n := len(run); n > 0 {
			g.before = s[run[n-1].end:g.start]
			if len(g.before) > 2 || strings.Trim(g.before, " .-/()") != "" {
				out, run = append(out, run), nil
			}
		}
		run = append(run, g)
	}
	return append(out, run)
}

// judge says what some groups of a run are together, "" for nothing.
func judge(s string, run []group, i, j int) Kind {
	part := run[i:j]
	start, end := part[0].start, part[len(part)-1].end
	length := 0
	for _, g := range part {
		length += g.end - g.start
	}
	if length < 8 || length > 15 || !apart(s, start, end) {
		return ""
	}
	var b strings.Builder
	for _, g := range part {
		b.WriteString(s[g.start:g.end])
	}
	d, head := b.String(), s[:start]
	if otherRE().MatchString(head) {
		return ""
	}
	alone := standsAlone(run, i, j)
	switch {
	case length == 11 && alone && passes97(d):
		return Register
	case isPhone(s, part, d, joinedBefore(run, i)):
		return Phone
	case amountRE().MatchString(s[end:]):
		return ""
	case length == 9 && alone && even(part) && passes11(d):
		return Citizen
	case length == 8 && alone && citizenRE().MatchString(head) && passes11("0"+d):
		return Citizen
	}
	return ""
}

// apart reports whether a number stands by itself: no letter touches it, and
// it does not go on as an amount or a book does.
func apart(s string, start, end int) bool {
	if start > 0 && isLetter(s[start-1]) {
		return false
	}
	rest := s[end:]
	if rest == "" {
		return true
	}
	if isLetter(rest[0]) {
		return false
	}
	next := rest[1:]
	if (rest[0] == ',' || rest[0] == '.') && next != "" && next[0] >= '0' && next[0] <= '9' {
		return false
	}
	return !(strings.ContainsAny(rest[:1], "- .") && (next == "x" || next == "X" || len(next) > 1 && (next[0] == 'x' || next[0] == 'X') && !isLetter(next[1])))
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 }

// standsAlone reports whether groups i to j are no piece of a longer row of
// numbers that is written in the same way.
func standsAlone(run []group, i, j int) bool {
	inside := func(sep string) bool {
		for _, g := range run[i+1 : j] {
			if g.before == sep {
				return true
			}
		}
		return false
	}
	ok := func(sep string) bool {
		return strings.HasPrefix(sep, " ") && !inside(sep) || strings.ContainsAny(sep, "()")
	}
	return (i == 0 || ok(run[i].before)) && (j == len(run) || ok(run[j].before))
}

func joinedBefore(run []group, i int) bool {
	return i > 0 && !strings.ContainsAny(run[i].before, " ()")
}

// even reports whether a number is held together in one way, as people write
// it down: no row of single digits, and by spaces only in threes or as on the
// old form.
func even(part []group) bool {
	layout := ""
	for k, g := range part {
		if k > 0 && (g.before != part[1].before || len(g.before) != 1) {
			return false
		}
		layout += string(rune('0' + g.end - g.start))
	}
	switch {
	case len(part) == 1, layout == "333", layout == "423", layout == "2223", layout == "45", layout == "54", layout == "234", layout == "432", layout == "2322", layout == "243":
		return true
	case part[len(part)-1].before == " ":
		return false
	}
	return len(part) <= 4 && !strings.Contains(layout, "1")
}

// passes11 is the test of Dutch citizen numbers: digit times its place from
// the right, the last one taken off, goes into 11.
func passes11(d string) bool {
	sum := 0
	for i := range 8 {
		sum += int(d[i]-'0') * (9 - i)
	}
	sum -= int(d[8] - '0')
	return sum%11 == 0 && strings.Trim(d, "0") != ""
}

// passes97 is the test of Belgian register numbers: a day of birth, where the
// month may be 20 or 40 higher, and a rest by 97, with a 2 before it for
// whoever was born from 2000 on.
func passes97(d string) bool {
	number, check := decimal(d[:9]), decimal(d[9:])
	month, day := decimal(d[2:4]), decimal(d[4:6])
	if month%20 > 12 || month > 52 || day > 31 {
		return false
	}
	return number > 0 && (97-number%97 == check || 97-(number+2_000_000_000)%97 == check)
}

func decimal(s string) int64 {
	var n int64
	for i := range len(s) {
		n = n*10 + int64(s[i]-'0')
	}
	return n
}
