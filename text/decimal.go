package text

import (
	"strconv"
	"strings"
)

// The unit of shares and of decimals in general is a ten-thousandth: 8000 is
// 0,8 and 10000 is 1.
const (
	decimals    = 4
	whole       = 10000
	maxDecimal4 = 1_000_000_000*whole - 1
)

// ParseShare reads a share of a full job: 0,8 or 0.8, 0,7252, 80%, 1. The
// result is in ten-thousandths, from 1 to 10000; a share of nothing or of more
// than one job is out of range, a fifth decimal is a step too small.
func ParseShare(s string) (int64, error) {
	t, err := read(KindShare, s)
	if err != nil {
		return 0, err
	}
	digits, places := t.s, decimals
	if percent, ok := strings.CutSuffix(digits, "%"); ok {
		digits, places = strings.TrimSpace(percent), decimals-2
	}
	v, err := t.positive(digits, places, whole)
	if err == nil && v == 0 {
		return 0, t.fail(CodeRange)
	}
	return v, err
}

// ParseDecimal4 reads a number with at most four decimals, after a comma or a
// point, possibly negative: 12, 0,5, -3.25. It knows no thousands separator.
// The result is in ten-thousandths and below a thousand million in size.
func ParseDecimal4(s string) (int64, error) {
	t, err := read(KindNumber, s)
	if err != nil {
		return 0, err
	}
	digits, negative := strings.CutPrefix(t.s, "-")
	v, err := t.decimal(digits, decimals, maxDecimal4)
	if negative {
		v = -v
	}
	return v, err
}

// FormatShare writes a share in ten-thousandths without needless zeros: 0,8 or
// 0.8, 0,7252, 1.
func FormatShare(v int64, lang Lang) string { return FormatDecimal4(v, lang) }

// FormatDecimal4 writes ten-thousandths without needless zeros: 12, 0,5, -3,25.
func FormatDecimal4(v int64, lang Lang) string {
	sign, n := magnitude(v)
	out := sign + strconv.FormatUint(n/whole, 10)
	if n%whole == 0 {
		return out
	}
	return out + point(lang) + strings.TrimRight(digits4(n%whole), "0")
}

// FormatDecimal1 writes ten-thousandths with one decimal, or more where they
// need it: 3,0, 2,5, 2,75.
func FormatDecimal1(v int64, lang Lang) string {
	s := FormatDecimal4(v, lang)
	if v%whole == 0 {
		s += point(lang) + "0"
	}
	return s
}

// FormatCount writes how many of how many: 4 van 6, 4 of 6.
func FormatCount(n, of int, lang Lang) string {
	between := " van "
	if lang == EN {
		between = " of "
	}
	return strconv.Itoa(n) + between + strconv.Itoa(of)
}

// positive reads a number as decimal does; a negative one is out of range.
func (t typed) positive(s string, places int, most int64) (int64, error) {
	rest, negative := strings.CutPrefix(s, "-")
	v, err := t.decimal(strings.TrimSpace(rest), places, most)
	if err == nil && negative {
		return 0, t.fail(CodeRange)
	}
	return v, err
}

// decimal reads digits with at most one comma or point among them, as a whole
// number of units of which ten to the power places make one.
func (t typed) decimal(s string, places int, most int64) (int64, error) {
	i := strings.IndexAny(s, ",.")
	if i < 0 {
		return t.units(s, "", places, most)
	}
	if i+1 == len(s) {
		return 0, t.fail(CodeSyntax)
	}
	return t.units(s[:i], s[i+1:], places, most)
}

// units joins the digits before and after the point; either may be empty.
func (t typed) units(before, after string, places int, most int64) (int64, error) {
	if before+after == "" || !allDigits(before) || !allDigits(after) {
		return 0, t.fail(CodeSyntax)
	}
	if len(after) > places {
		return 0, t.fail(CodeStep)
	}
	digits := strings.TrimLeft(before, "0") + after + strings.Repeat("0", places-len(after))
	v, err := strconv.ParseInt("0"+digits, 10, 64)
	if err != nil || v > most {
		return 0, t.fail(CodeRange)
	}
	return v, nil
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// magnitude takes v apart so that the smallest integer keeps its size.
func magnitude(v int64) (sign string, n uint64) {
	if v < 0 {
		return "-", -uint64(v)
	}
	return "", uint64(v)
}

func digits4(n uint64) string {
	s := strconv.FormatUint(n+whole, 10)
	return s[1:]
}

// point is what stands before decimals.
func point(lang Lang) string {
	if lang == EN {
		return "."
	}
	return ","
}

// ParseFraction reads a share of a full job as parts of a whole, 18/24 for
// instance: the share, rounded half up to ten-thousandths, and the parts that
// a full job has, 0 where those are not a whole number of at most a hundred.
// Where people write it so is for the caller to know.
func ParseFraction(s string) (share int64, of int, err error) {
	t, err := read(KindShare, s)
	if err != nil {
		return 0, 0, err
	}
	over, under, ok := strings.Cut(t.s, "/")
	if !ok {
		return 0, 0, t.fail(CodeSyntax)
	}
	a, err := t.positive(strings.TrimSpace(over), decimals, 100*whole)
	if err != nil {
		return 0, 0, err
	}
	b, err := t.positive(strings.TrimSpace(under), decimals, 100*whole)
	if err != nil {
		return 0, 0, err
	}
	if a == 0 || a > b {
		return 0, 0, t.fail(CodeRange)
	}
	if b%whole == 0 {
		of = int(b / whole)
	}
	return (2*a*whole + b) / (2 * b), of, nil
}

// FormatParts writes a share of a full job as parts of a whole: 18/24. Parts
// go by the quarter. Without a whole it is [FormatShare].
func FormatParts(v int64, of int, lang Lang) string {
	if of < 1 {
		return FormatShare(v, lang)
	}
	quarters := (2*v*int64(of)*4 + whole) / (2 * whole)
	return FormatQuarters(int(quarters), lang) + "/" + strconv.Itoa(of)
}
