package text

import "strconv"

// Nothing is shown where nothing is filled in.
const Nothing = "–"

// Style is how much of a date or month is written.
type Style int

const (
	Short  Style = iota // 9 feb, jan: inside one school year
	Medium              // 9 feb 2027, jan 2027
	Long                // 9 februari 2027, januari 2027: in a sentence
)

// FormatDate writes d as people read it, and Nothing where no day is given.
func FormatDate(d Date, lang Lang, style Style) string {
	if !d.Valid() {
		return Nothing
	}
	return strconv.Itoa(d.Day) + " " + FormatMonth(d.YearMonth(), lang, style)
}

// FormatMonth writes m as people read it, and Nothing where none is given.
func FormatMonth(m Month, lang Lang, style Style) string {
	if !m.Valid() {
		return Nothing
	}
	switch year := " " + strconv.Itoa(m.Year); style {
	case Long:
		return names(monthNames, lang)[m.Month-1] + year
	case Medium:
		return names(monthShort, lang)[m.Month-1] + year
	}
	return names(monthShort, lang)[m.Month-1]
}

// FormatMonths writes a period within one school year, "okt–nov" or "okt", and
// Nothing where neither end is given.
func FormatMonths(from, to Month, lang Lang) string {
	switch {
	case !from.Valid():
		from = to
	case !to.Valid():
		to = from
	}
	if from == to {
		return FormatMonth(from, lang, Short)
	}
	return FormatMonth(from, lang, Short) + "–" + FormatMonth(to, lang, Short)
}
