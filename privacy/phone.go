package privacy

import "strings"

// isPhone reports whether groups of digits d are a telephone number of the
// Netherlands or Belgium, or one with the number of another country.
func isPhone(s string, part []group, d string, joined bool) bool {
	if joined {
		return false
	}
	start := part[0].start
	first := part[0].end - start
	for _, g := range part {
		if len(g.before) == 2 && !strings.ContainsAny(g.before, "()") {
			return false
		}
	}
	if start > 0 && s[start-1] == '+' || strings.HasPrefix(d, "0031") || strings.HasPrefix(d, "0032") {
		return abroad(strings.TrimPrefix(d, "00"))
	}
	if len(d) < 9 || len(d) > 10 || d[0] != '0' || d[1] == '0' || first == 1 {
		return false
	}
	layout := ""
	for _, g := range part {
		layout += string(rune('0' + g.end - g.start))
	}
	if layout == "433" && part[1].before == "." {
		return d[1] == '4' && !enterprise(d)
	}
	rest := layout[1:]
	switch {
	case strings.ContainsAny(rest, "1") || len(part) > 5:
		return false
	case len(d) == 10 && d[1] == '6':
		return first == 2 || first == 10 || first == 4 || first == 3
	case len(d) == 10:
		return first == 3 || first == 4 || first == 10
	case first == 2:
		return strings.ContainsRune("2349", rune(d[1])) && (rest == "322" || rest == "7" || rest == "34" || rest == "223" || rest == "232")
	case first == 3:
		return rest == "222" || rest == "33" || rest == "6"
	}
	return first == 9 && !passes11(d)
}

// abroad takes a number that begins with that of its country.
func abroad(d string) bool {
	national := func(country string) string { return strings.TrimPrefix(strings.TrimPrefix(d, country), "0") }
	switch {
	case strings.HasPrefix(d, "31"):
		return len(national("31")) == 9
	case strings.HasPrefix(d, "32"):
		n := len(national("32"))
		return n == 8 || n == 9
	}
	return len(d) >= 9 && len(d) <= 13 && d[0] != '0'
}

// enterprise is the test of Belgian numbers of companies and schools.
func enterprise(d string) bool { return 97-decimal(d[:8])%97 == decimal(d[8:]) }
