package plan

import (
	"reflect"
	"regexp"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"
)

var (
	subjectRE = later(`(?i)\b(?:reken|breuk|lezen|taal|spelling|engels|fries|schrijf|wiskunde|natuur|techniek|lassen|meten|uitlijn` +
		`|wereldori|muziek|gym|burgerschap|groep \d|leerjaar|brugklas|havo|vmbo|vwo|mavo|bol|bbl)`)
	nameRE = later(`\b(?:[Ll]eerling|[Ss]tudent|(?:[Mm]oeder|[Vv]ader|[Oo]uders|[Oo]ma|[Oo]pa|[Bb]roer|[Zz]us) van)\s+(\p{L}{3,})`)
	// Words that speak about somebody's health by themselves.
	healthRE = later(`(?i)burn-?out|overspannen|migraine|hernia|zwanger|medicatie|medicijn|psycholoog|huisarts|bedrijfsarts` +
		`|ziekmelding|ziekteverlof|depressie|reuma|diabetes`)
)

// later compiles a pattern when it is first used, so that starting the program
// does not wait for it.
func later(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// namesSubject reports whether a goal says which subject, lesson or group it
// is about.
func namesSubject(g Goal) bool {
	for _, s := range []string{g.Title, g.Question, g.WhyForPupils, g.TargetBehaviour, g.Signs} {
		if subjectRE().MatchString(s) {
			return true
		}
	}
	return false
}

// people asks about load, privacy and the separation of coach and judge.
func (c *checker) people() {
	if ctx := c.p.Survey.Context; ctx["energie"] == 1 || ctx["tijd"] == 1 {
		c.ask("ask-load")
	}
	coach := For(c.p, c.pack, Coach, "").Plan
	coach.Observations = c.p.Observations // whoever observed has read it
	if hits := Hits(coach, PupilName); len(hits) > 0 {
		c.ask("privacy-name", items(hits)...)
	}
	if hits := Hits(For(c.p, c.pack, Board, "").Plan, HealthWord); len(hits) > 0 {
		c.ask("privacy-health", items(hits)...)
	}
	p := c.p.Profile
	if p.Coach == nil || p.Coach.Name == "" {
		return
	}
	if slices.Contains(p.managers(), p.Coach.Name) || slices.Contains(p.Assessors, p.Coach.Name) {
		c.ask("coach-sep")
	}
}

func (p Profile) managers() []string {
	var out []string
	if p.Manager != nil {
		out = append(out, p.Manager.Name)
	}
	for _, e := range p.Employers {
		if e.Manager != nil {
			out = append(out, e.Manager.Name)
		}
	}
	return out
}

// A Hit is a word in a text that may be too private to leave the machine.
type Hit struct {
	Item string // id of the item, or name of the part
	Word string
}

func items(hits []Hit) []string {
	var out []string
	for _, h := range hits {
		if !slices.Contains(out, h.Item) {
			out = append(out, h.Item)
		}
	}
	return out
}

// PupilName returns what looks like the name of a pupil or parent, or "".
func PupilName(s string) string {
	for _, m := range nameRE().FindAllStringSubmatch(s, -1) {
		if r, _ := utf8.DecodeRuneInString(m[1]); unicode.IsUpper(r) {
			return m[1]
		}
	}
	return ""
}

// HealthWord returns the first word about health, or "".
func HealthWord(s string) string { return healthRE().FindString(s) }

// Hits looks at every text in p that a person typed and returns where find
// finds something.
func Hits(p Plan, find func(string) string) []Hit {
	var out []Hit
	var walk func(v any, item string)
	walk = func(v any, item string) {
		switch v := v.(type) {
		case string:
			if w := find(v); w != "" {
				out = append(out, Hit{item, w})
			}
		case []any:
			for _, x := range v {
				walk(x, item)
			}
		case Object:
			if id, ok := v.Get("id"); ok && id != "" {
				item, _ = id.(string)
			}
			for _, m := range v {
				walk(m.Value, item)
			}
		}
	}
	for _, m := range toTree(reflect.ValueOf(p)).(Object) {
		walk(m.Value, m.Key)
	}
	return out
}
