package text

import (
	"bufio"
	"io"
	"math"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// CSV writes a table that a spreadsheet opens as words and numbers, and never
// as a formula. Every cell is cleaned as by [Text] and, unless it is a number,
// stands between quotes; rows end in CRLF and a byte order mark stands in
// front, so that accents arrive.
//
// A spreadsheet takes a cell that begins with = + - or @ for a formula (some take
// | or %), also
// between quotes and after spaces. Such a cell gets an apostrophe in front,
// which spreadsheets show. A plain negative number, such as -2,5, gets none.
type CSV struct {
	w   *bufio.Writer
	sep rune
}

// NewCSV returns a table that is written to w with sep between its cells: a
// semicolon is what spreadsheets expect where decimals have a comma.
func NewCSV(w io.Writer, sep rune) *CSV {
	c := &CSV{bufio.NewWriter(w), sep}
	_, _ = c.w.WriteString("\ufeff") // the writer keeps its error for Close
	return c
}

// Row writes one row.
func (c *CSV) Row(cells ...string) {
	for i, s := range cells {
		if i > 0 {
			_, _ = c.w.WriteRune(c.sep)
		}
		_, _ = c.w.WriteString(csvCell(s, c.sep))
	}
	_, _ = c.w.WriteString("\r\n")
}

// Close writes what is left and returns the first error of all.
func (c *CSV) Close() error { return c.w.Flush() }

func csvCell(s string, sep rune) string {
	s, _ = Text(s, math.MaxInt)
	if figure(s) && !strings.ContainsRune(s, sep) {
		return s
	}
	if formula(s) {
		s = "'" + s
	}
	s = strings.ReplaceAll(s, "\n", "\r\n")
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// figure says whether s is a number in digits, with at most one sign in front
// and one point or comma within.
func figure(s string) bool {
	s = strings.TrimPrefix(s, "-")
	if s == "" || len(s) > 15 { // longer ones would be rounded
		return false
	}
	point := -1
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
		case (r == '.' || r == ',') && point < 0 && i > 0 && i < len(s)-1:
			point = i
		default:
			return false
		}
	}
	// 007 and 0612345678 are no amounts: as numbers they would lose a nought.
	return s[0] != '0' || len(s) == 1 || point == 1
}

// formula says whether a spreadsheet could take s for one. Wide and small
// forms of the same characters count: some programs fold them.
func formula(s string) bool {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\'' || r == '"' })
	for _, r := range norm.NFKC.String(firstRune(s)) {
		return strings.ContainsRune("=+-@\u2212|%", r)
	}
	return false
}

func firstRune(s string) string {
	for i, r := range s {
		return s[i : i+len(string(r))]
	}
	return ""
}
