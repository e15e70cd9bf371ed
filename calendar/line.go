package calendar

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"bekwaam/text"
)

// writer writes the lines of a file.
type writer struct{ b *bytes.Buffer }

// longest is how many bytes a line has at most, without its end.
const longest = 75

// maxText is how long a text gets, in runes.
const maxText = 4000

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// text writes a text that a person wrote.
func (w writer) text(name, value string) {
	value, _ = text.Text(value, maxText)
	w.raw(name, escapes.Replace(value))
}

// raw writes one line, folded where it is long: the next one begins with a
// space that does not count. No letter is cut in two.
func (w writer) raw(name, value string) {
	line := name + ":" + value
	for room := longest; len(line) > room; room = longest - 1 {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		w.b.WriteString(line[:cut] + "\r\n ")
		line = line[cut:]
	}
	w.b.WriteString(line + "\r\n")
}
