package text

// Lang is a language of the interface, as an ISO 639-1 code.
type Lang string

const (
	NL Lang = "nl"
	EN Lang = "en"
)

// monthNames has the names of the months as they are written in the middle of
// a sentence.
var monthNames = map[Lang][12]string{
	NL: {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
	EN: {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

// monthShort has their three letters.
var monthShort = map[Lang][12]string{
	NL: {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
	EN: {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
}

// names picks the table of lang; a language we do not have reads Dutch.
func names(table map[Lang][12]string, lang Lang) [12]string {
	if t, ok := table[lang]; ok {
		return t
	}
	return table[NL]
}
