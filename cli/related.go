package cli

import (
	"slices"
	"strings"

	"bekwaam/seal"
	"bekwaam/templates"
)

// related is how one file descends from another one.
type related struct {
	File   string       `json:"file"`
	How    seal.Kinship `json:"how"`
	Shared []string     `json:"shared"` // fields that are signed in both
	Here   []string     `json:"here"`   // signed only in this one
	There  []string     `json:"there"`  // signed only in the other one
}

// relate compares every two files and notes in both how they are related.
func relate(all []judged) {
	for i := range all {
		for k := range i {
			if all[i].bytes == nil || all[k].bytes == nil {
				continue
			}
			kin, err := seal.Compare(all[k].bytes, all[i].bytes)
			if err != nil || kin.How == seal.Strangers {
				continue
			}
			back := map[seal.Kinship]seal.Kinship{seal.Earlier: seal.Later, seal.Later: seal.Earlier}
			here := related{all[i].File, kin.How, list(kin.Shared), list(kin.OnlyA), list(kin.OnlyB)}
			there := related{all[k].File, kin.How, list(kin.Shared), list(kin.OnlyB), list(kin.OnlyA)}
			if how, ok := back[kin.How]; ok {
				there.How = how
			}
			all[k].Related = append(all[k].Related, here)
			all[i].Related = append(all[i].Related, there)
		}
	}
}

// kinship says how file a is related to file b, and who should sign which one
// now. Two copies that different people signed cannot become one file: one of
// them has to be signed by the others too.
func kinship(t *templates.Texts, a, b judged, x related) string {
	args := []any{"A", a.File, "B", b.File, "InA", a.signers(x.Here), "InB", b.signers(x.There)}
	switch x.How {
	case seal.Same:
		return t.T("verdict.kin.same", args...)
	case seal.Earlier:
		return t.T("verdict.kin.earlier", args...)
	case seal.Later:
		return t.T("verdict.kin.earlier", "A", b.File, "B", a.File, "InB", a.signers(x.Here))
	}
	id := "verdict.kin.sibling"
	switch onlyHere, onlyThere := without(x.Here, x.There), without(x.There, x.Here); {
	case len(onlyHere)+len(onlyThere) == 0:
		return t.T(id, args...) + " " + t.T("verdict.kin.either")
	case len(onlyThere) == 0:
		return t.T(id, args...) + " " + t.T("verdict.kin.one", "File", a.File)
	case len(onlyHere) == 0:
		return t.T(id, args...) + " " + t.T("verdict.kin.one", "File", b.File)
	default:
		return t.T(id, args...) + " " + t.T("verdict.kin.both", "A", a.File, "B", b.File, "ForA", b.signers(onlyThere), "ForB", a.signers(onlyHere))
	}
}

// without are the elements of a that b lacks.
func without(a, b []string) (out []string) {
	for _, x := range a {
		if !slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

// signers are the names under which fields were signed.
func (j judged) signers(fields []string) string {
	var out []string
	for _, x := range j.Signatures {
		if slices.Contains(fields, x.Field) {
			out = append(out, first(x.Name, x.Field))
		}
	}
	return or(strings.Join(out, ", "))
}
