package text

import (
	"strconv"
	"strings"
)

// maxCents is just under a hundred million euros, above any school's budget.
const maxCents = 100_000_000*100 - 1

// ParseCents reads an amount of euros as people type it: 1250, 1.250, 24,50,
// 24.50, € 25, 25 euro, 25,-, 1.250,00 or 1,250.00. The result is in cents.
//
// One mark before exactly three digits separates thousands where it does so in
// lang: 1.250 is twelve hundred and fifty in Dutch and 1,250 in English. The
// other mark before three digits is CodeStep, as 24,505 may have been meant
// for 24,50. So is any other third decimal. A negative amount is CodeRange.
func ParseCents(s string, lang Lang) (int64, error) {
	t, err := read(KindMoney, s)
	if err != nil {
		return 0, err
	}
	amount := t.s
	rest, negative := strings.CutPrefix(amount, "-")
	amount = bare(rest)
	if !negative {
		amount, negative = strings.CutPrefix(amount, "-")
	}
	before, after, ok := euros(amount, lang)
	if !ok {
		return 0, t.fail(CodeSyntax)
	}
	v, err := t.units(before, after, 2, maxCents)
	if err == nil && negative {
		return 0, t.fail(CodeRange)
	}
	return v, err
}

// bare takes off the currency and the ,- that Dutch prices end in.
func bare(s string) string {
	for _, word := range []string{"€", "euro", "eur"} {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(s), word); ok {
			s = rest
			break
		}
	}
	for _, word := range []string{"€", "euros", "euro", "eur"} {
		if rest, ok := strings.CutSuffix(strings.TrimSpace(s), word); ok {
			s = rest
			break
		}
	}
	s = strings.TrimSpace(s)
	for _, end := range []string{",--", ",-", ".--", ".-"} {
		if rest, ok := strings.CutSuffix(s, end); ok && rest != "" {
			return rest
		}
	}
	return s
}

// euros takes an amount apart into the digits before and after the decimal
// point, without separators of thousands.
func euros(s string, lang Lang) (before, after string, ok bool) {
	last := strings.LastIndexAny(s, ",.")
	if last < 0 {
		before, ok = ungroup(s, " ")
		return before, "", ok
	}
	mark := s[last : last+1]
	other := map[string]string{",": ".", ".": ","}[mark]
	before, after = s[:last], s[last+1:]
	switch {
	case after == "":
		return "", "", false
	case strings.Contains(before, other):
		before, ok = ungroup(before, other)
	case strings.Contains(before, mark) || len(after) == 3 && mark != point(lang) && thousands(before):
		before, ok = ungroup(s, mark)
		after = ""
	default:
		before, ok = ungroup(before, " ")
	}
	return before, after, ok
}

// thousands says whether s can stand before a separator of thousands.
func thousands(s string) bool {
	return len(s) >= 1 && len(s) <= 3 && s[0] != '0' && allDigits(s)
}

// ungroup takes sep out from between groups of three digits.
func ungroup(s, sep string) (string, bool) {
	groups := strings.Split(s, sep)
	if len(groups) == 1 {
		return s, allDigits(s)
	}
	for i, g := range groups {
		if i == 0 && !thousands(g) || i > 0 && (len(g) != 3 || !allDigits(g)) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// FormatCents writes cents with the currency: € 1.250 and € 24,50, or €1,250
// and €24.50. Whole euros have no decimals unless withDecimals asks for them.
func FormatCents(c int64, lang Lang, withDecimals bool) string {
	sign, n := magnitude(c)
	amount := grouped(n/100, lang)
	if withDecimals || n%100 != 0 {
		amount += fraction(n, lang)
	}
	if lang == EN {
		return sign + "€" + amount
	}
	return "€ " + sign + amount
}

// FormatAmount writes cents without the currency and always with decimals, as
// in columns of money: 1.250,00 or 1,250.00.
func FormatAmount(c int64, lang Lang) string {
	sign, n := magnitude(c)
	return sign + grouped(n/100, lang) + fraction(n, lang)
}

func fraction(n uint64, lang Lang) string {
	return point(lang) + strconv.FormatUint(n%100+100, 10)[1:]
}

// grouped writes n with a separator between thousands.
func grouped(n uint64, lang Lang) string {
	sep := "."
	if lang == EN {
		sep = ","
	}
	s := strconv.FormatUint(n, 10)
	out := s[:(len(s)-1)%3+1]
	for s = s[len(out):]; s != ""; s = s[3:] {
		out += sep + s[:3]
	}
	return out
}
