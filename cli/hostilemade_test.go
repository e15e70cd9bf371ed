package cli

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"bekwaam/plan"
)

// hostileDocuments are plan documents that no program made.
func hostileDocuments() (out []hostileFile) {
	add := func(name, s string) { out = append(out, hostileFile{"document: " + name, []byte(s)}) }
	for _, x := range hostileData() {
		add("data: "+x.name, x.json)
	}
	// A wrong value in the place of each part of a plan.
	for _, part := range []string{"profile", "survey", "start", "goals", "activities", "agreements", "evidence", "observations", "notes", "talks", "answers", "signatures", "share", "school_goals", "focus", "reflections"} {
		for _, value := range []string{`7`, `"x"`, `[[]]`, `[{"id":{}}]`, `{"id":["` + strings.Repeat("a", 70_000) + `"]}`, `[{"id":"a"},{"id":"a"},{"id":"b","ID":1,"id":2}]`} {
			if part == "profile" {
				add(part+" "+value[:1], `{"format":"bekwaam/plan","version":1,"profile":`+value+`}`)
				continue
			}
			add(fmt.Sprintf("%s %.12s", part, value), `{"format":"bekwaam/plan","version":1,"profile":{"school_year":"2026-2027","framework":"nl-po"},"`+part+`":`+value+`}`)
		}
	}
	in := func(s string) string { return `{"profile":{"school_year":"2026-2027","framework":"nl-po"}` + s }
	for _, x := range []struct{ name, json string }{
		{"key twice", in(`,"goals":[],"goals":[]}`)},
		{"key twice in other capitals", in(`,"goals":[],"GOALS":[]}`)},
		{"key twice in other capitals, deep", in(`,"goals":[{"id":"d1","title":"a","Title":"b"}]}`)},
		{"key twice behind an escape", in(`,"goals":[],"go\u0061ls":[]}`)},
		{"key twice behind a character that nobody sees", in(`,"goals":[],"goals\u200b":[]}`)},
		{"key twice by composition", in(`,"caf\u00e9":1,"cafe\u0301":2}`)},
		{"something behind it", in(`}x`)}, {"another value behind it", in(`} {}`)}, {"a nul behind it", in("}\x00")}, {"cut off", in(`,"goals":[{"id":"d1"`)},
		{"comma at the end", in(`,}`)}, {"comment", in(`/* x */}`)}, {"single quotes", `{'profile':{}}`}, {"no quotes", `{profile:{}},`},
		{"half a pair", in(`,"x":"\ud800`)}, {"NaN", in(`,"x":NaN}`)}, {"infinite", in(`,"activities":[{"id":"a","hours":1e400}]}`)}, {"long number", in(`,"x":` + strings.Repeat("9", 5000) + `}`)},
		{"deep", in(`,"x":` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + `}`)}, {"deep objects", in(strings.Repeat(`,"x":{"y":1`, 3000) + strings.Repeat("}", 3001))},
		{"many keys", in(manyMembers(100_000) + `}`)}, {"long key", in(`,"` + strings.Repeat("k", 3<<20) + `":1`)}, {"many goals", in(`,"goals":[` + strings.Repeat(`{},`, 50_000) + `{}]}`)},
		{"UTF-16", "\xff\xfe{\x00}\x00"}, {"UTF-16 the other way", "\xfe\xff\x00{\x00}"}, {"broken UTF-8", in(",\"x\":\"\xc3\x28\"}")}, {"overlong", in(",\"x\":\"\xc0\xaf\"}")}, {"surrogate", in(",\"x\":\"\xed\xa0\x80\"}")},
		{"newer", `{"version":99,"profile":{}}`}, {"of others", `{"format":"anders","profile":{}}`}, {"a list", `[{"profile":{}}]`}, {"null", `null`}, {"only white space", "  \n\n"}, {"too large", in(`,"x":"` + strings.Repeat("a", plan.MaxBytes) + `"}`)},
		{"YAML anchor", "profile: &a {name: x}\ngoals: *a\n"}, {"YAML bomb", yamlBomb()}, {"YAML tag", "profile: !!python/object:os.system {}\n"}, {"YAML merge", "profile:\n  <<: {name: x}\n"}, {"YAML twice", "profile: {}\nprofile: {}\n"},
		{"two YAML documents", "profile: {}\n---\nprofile: {}\n"}, {"YAML deep", "profile: {}\nx: " + strings.Repeat("[", 200) + strings.Repeat("]", 200)}, {"YAML deep blocks", "profile: {}\n" + deepBlocks(400)}, {"YAML binary", "profile: !!binary aGFsbG8=\n"},
		{"YAML with a tab", "profile:\n\tname: x\n"}, {"YAML complex key", "? [a, b]\n: profile\n"}, {"YAML flood", "profile: {}\nx: [" + strings.Repeat("a,", 1<<20) + "]"}, {"YAML quotes", "profile: \"" + strings.Repeat("\\x41", 1<<19)},
		{"YAML broken", "profile: {name: [}\n"}, {"YAML control", "profile: {name: \"\x01\"}\n"}, {"year", `{"profile":{"school_year":"gisteren"}}`}, {"no such day", `{"profile":{"employed_from":"2026-02-31"}}`},
		{"HTML", "<!DOCTYPE html><html><body>plan</body></html>"}, {"XML bomb", `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>`}, {"ZIP", "PK\x03\x04\x14\x00\x00\x00\x08\x00"}, {"gzip", "\x1f\x8b\x08\x00\x00\x00\x00\x00"},
		{"program", "\x7fELF\x02\x01\x01"}, {"script", "#!/bin/sh\nrm -rf ~\n"}, {"PDF by name only", "%PDF-1.7\n"}, {"PDF behind words", strings.Repeat("x", 900) + "%PDF-1.7\n%%EOF\n"}, {"bolt", "\x00\x00\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00\xed\xda\x0c\xed"},
		{"age", "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 22\n\n--- \n"}, {"certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"}, {"certificate flood", strings.Repeat("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", 20_000)},
		{"private key", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n"}, {"p12", "\x30\x82\xff\xff\x02\x01\x03\x30\x82"}, {"DER without an end", "\x30\x84\xff\xff\xff\xff"}, {"nuls", strings.Repeat("\x00", 1<<20)}, {"escapes", strings.Repeat("\x1b[2J", 1000)},
	} {
		add(x.name, x.json)
	}
	return out
}

func manyMembers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,"k%d":0`, i)
	}
	return b.String()
}

func yamlBomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x,x,x,x,x,x,x,x,x]\n")
	for i := 1; i < 9; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i-1), 9), ","))
	}
	return b.String() + "profile: {}\n"
}

func deepBlocks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "x:\n")
	}
	return b.String()
}

// hostileFrameworks are spoiled in ways that no framework survives.
func hostileFrameworks(t *testing.T) (out []hostileFile) {
	t.Helper()
	data, err := os.ReadFile("../templates/pack/frameworks/nl-po.yaml")
	if err != nil {
		t.Fatal(err)
	}
	whole := string(data)
	add := func(name, s string) {
		if s == whole {
			t.Fatalf("framework: %s is the framework itself", name)
		}
		out = append(out, hostileFile{"framework: " + name, []byte(s)})
	}
	lines := strings.SplitAfter(whole, "\n")
	for i := 1; i < 25; i++ { // a line twice, at another depth, or gone with what belongs to it
		at := i * len(lines) / 26
		for strings.TrimSpace(lines[at]) == "" || strings.HasPrefix(strings.TrimSpace(lines[at]), "#") || !strings.Contains(lines[at], ":") {
			at++
		}
		before, line, after := strings.Join(lines[:at], ""), lines[at], strings.Join(lines[at+1:], "")
		add(fmt.Sprintf("line %d with a tab", at), before+"\t"+line+after)
		add(fmt.Sprintf("line %d open", at), before+strings.Replace(line, ":", ": [", 1)+after)
		add(fmt.Sprintf("line %d broken", at), before+strings.Replace(line, ":", ": \"\xff", 1)+after)
		add(fmt.Sprintf("line %d with another key", at), before+strings.Repeat(" ", len(line)-len(strings.TrimLeft(line, " -")))+"onbekend_ding: 1\n"+line+after)
	}
	add("twice", whole+whole)
	add("two documents", whole+"\n---\n"+whole)
	add("nothing", "# niets\n")
	add("too large", whole+strings.Repeat("# vol\n", 1<<20))
	add("an anchor", strings.Replace(whole, "id:", "id: &a", 1))
	add("bomb", yamlBomb()+whole)
	add("deep", whole+deepBlocks(60))
	own := "id: bestuur\nname: {nl: Kader, en: Framework}\ncountry: NL\nsector: po\nvalid_from: '2026-08-01'\nextends: nl-po\n"
	add("a key in other capitals", own+"placeholders:\n  kring: {nl: kring, en: circle}\n  Kring: {nl: Kring, en: Circle}\n")
	add("a key that nobody sees", own+"placeholders:\n  \"kr\u200bing\": {nl: kring, en: circle}\n")
	add("a name with an escape", strings.Replace(own, "nl: Kader", `nl: "Ka\e]52;c;eA==\ader"`, 1))
	add("a name that turns", strings.Replace(own, "nl: Kader", "nl: \"Ka\u202eder\"", 1))
	add("a version with an escape", own+"version: \"1\\e[2J\"\n")
	add("a version that is none", own+"version: '../../x'\n")
	add("a sector with a line", strings.Replace(own, "sector: po", `sector: "po\n\e[31m"`, 1))
	add("an endless name", strings.Replace(own, "nl: Kader", "nl: "+strings.Repeat("kader ", 100_000), 1))
	add("on itself", strings.Replace(own, "extends: nl-po", "extends: bestuur", 1))
	add("on nothing", strings.Replace(own, "extends: nl-po", "extends: nergens", 1))
	add("on two", own+"extends: nl-vo\n")
	add("merge keys", own+"<<: {country: BE-VLG}\n")
	add("a tag", strings.Replace(own, "sector: po", "sector: !!binary cG8=", 1))
	add("an id outside", strings.Replace(own, "id: bestuur", "id: ../bestuur", 1)+"gates: [1]\n")
	var many strings.Builder
	for i := range 2100 {
		fmt.Fprintf(&many, "  - {op: add, area: klimaat, id: c%d, name: {nl: c, en: c}, band: 1, survey: {nl: s, en: s}, indicators: {start: {nl: a, en: a}, basis: {nl: b, en: b}, vak: {nl: c, en: c}}}\n", i)
	}
	add("thousands of competences", own+"overrides:\n"+many.String())
	add("a list", "- "+strings.ReplaceAll(whole, "\n", "\n  "))
	return out
}
