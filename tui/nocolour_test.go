package tui

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
)

// colour is a change of colour in what goes to a terminal.
var colour = regexp.MustCompile(`\x1b\[[0-9;:]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])\b[0-9;:]*m`)

// without is the frame as a terminal gets it that has this profile.
func without(t *testing.T, d *driver, profile colorprofile.Profile) string {
	t.Helper()
	var out bytes.Buffer
	w := &colorprofile.Writer{Forward: &out, Profile: profile}
	if _, err := w.WriteString(d.m.View().Content); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestThePictureWithoutColour draws the picture of the continuum for a
// terminal without colours (NO_COLOR), for one that takes no codes at all, and
// in ASCII: whose mark stands where is told by words and places alone.
func TestThePictureWithoutColour(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		t.Run(lang, func(t *testing.T) {
			startLang = lang
			defer func() { startLang = "nl" }()
			d := witnessedOpen(t)
			full := d.m.View().Content
			if !colour.MatchString(full) {
				t.Error("the picture has no colours to leave out")
			}
			bare := without(t, d, colorprofile.Ascii)
			if c := colour.FindString(bare); c != "" {
				t.Errorf("a colour stays: %q", c)
			}
			if ansi.Strip(bare) != ansi.Strip(full) {
				t.Error("without colours other words stand there")
			}
			if none := without(t, d, colorprofile.NoTTY); strings.Contains(none, "\x1b") || none != ansi.Strip(full) {
				t.Error("codes stay where none are taken")
			}
			d.m.settings.Ascii = true
			plain := d.frame()
			for _, r := range plain {
				if r > 126 {
					t.Fatalf("%q is no ASCII:\n%s", r, plain)
				}
			}
			me, seen, goal := d.m.t.T("place.me"), d.m.t.T("place.seen"), d.m.t.T("place.goal")
			for _, word := range []string{" " + me + " ", " " + seen, " " + goal + " ", "> "} {
				if !strings.Contains(plain, word) {
					t.Errorf("no %q in:\n%s", word, plain)
				}
			}
			golden.RequireEqual(t, []byte(trimLines(plain)))
		})
	}
}
