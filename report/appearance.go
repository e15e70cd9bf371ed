package report

import (
	"time"

	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
	"bekwaam/templates"
	"bekwaam/text"
)

// Stamp is what a filled signature field shows.
type Stamp struct {
	Name      string
	Role      string    // in words
	Statement string    // what the signer declares
	Key       string    // by what others know the key; may be empty
	At        time.Time // shown with its own offset
	Language  string    // nl or en
	Texts     Texts     // nil: those of the language
	// The size of the field in millimetres; zero is FieldWidth by FieldHeight.
	Width, Height float64
}

// StampFor returns the look of a signature in a role under an edition, with
// the edition's words.
func StampFor(e plan.Edition, role, name, key string, at time.Time) Stamp {
	return Stamp{Name: name, Role: e.Word("role", role), Statement: e.Word("statement", role), Key: key, At: at, Language: e.Info.Language}
}

// Appearance draws the look of a filled signature, as large as the field. What
// does not fit is set smaller, so all of it is there.
func Appearance(s Stamp) pdf.Drawing {
	if s.Width == 0 || s.Height == 0 {
		s.Width, s.Height = FieldWidth, FieldHeight
	}
	if s.Texts == nil {
		s.Texts = templates.NewTexts(s.Language)
	}
	const bar, indent = 1.4, 4.0
	f := tagged.NewForm(s.Width, s.Height)
	f.Fill(0, 0, s.Width, s.Height, tint)
	f.Fill(0, 0, bar, s.Height, teal)
	var sp speller
	lines := s.fit(&sp, s.Width-indent-1.5, s.Height-2)
	y := (s.Height - tall(lines)) / 2
	for _, l := range lines {
		for _, r := range l.runs {
			f.Text(r.face.font(), l.st.size, indent+r.x, l.base(y), l.st.ink, r.s)
		}
		y += l.st.lead
	}
	return f.Put
}

// fit sets the lines as large as they fit in w by h millimetres.
func (s Stamp) fit(sp *speller, w, h float64) []line {
	y, m, d := s.At.Date()
	lang := text.Lang(s.Language)
	date := text.FormatDate(text.Date{Year: y, Month: int(m), Day: d}, lang, text.Medium) + s.At.Format(" 15:04 -07:00")
	for scale := 1.0; ; scale *= 0.94 {
		var lines []line
		// One face for all of it: a second would double what a signature adds.
		put := func(t string, size float64, c colour) {
			if t != "" {
				lines = append(lines, sp.wrap(t, style{size * scale, size * scale * 0.46, false, c}, w)...)
			}
		}
		put(s.Name, 12, teal)
		put(joined(": ", capital(s.Role), s.Statement), 8.5, ink)
		put(s.Texts.T("report.stamp.signed", "Date", date), 8, ink)
		put(s.Key, 7, quiet)
		put(s.Texts.T("report.stamp.note"), 7, quiet)
		if tall(lines) <= h || scale < 0.3 {
			return lines
		}
	}
}
