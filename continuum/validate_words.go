package continuum

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// words checks what a framework says besides its areas.
func (v *validator) words(key string, f *Framework) {
	own := v.declared(f)
	for _, level := range slices.Sorted(maps.Keys(f.PlaceholdersByLevel)) {
		at := key + ".placeholders_by_level." + level
		if !slices.Contains(f.SchoolLevels(), level) {
			v.add(at, UnknownRef, level, Nearest(level, f.SchoolLevels()))
		}
		for _, name := range slices.Sorted(maps.Keys(f.PlaceholdersByLevel[level])) {
			if _, ok := own[name]; !ok {
				v.add(at+"."+name, UnknownRef, name, Nearest(name, slices.Sorted(maps.Keys(own))))
			}
		}
	}
	for _, role := range slices.Sorted(maps.Keys(f.Roles)) {
		v.known(key+".roles."+role, v.refs[refSignature], role)
		v.ref(key+".roles."+role, refPartner, f.Roles[role])
	}
	if len(f.Attitudes) > 0 {
		v.need(key+".attitudes_note", f.AttitudesNote)
	}
	for i, form := range f.ShareOfJob.Forms {
		v.value(fmt.Sprintf("%s.share_of_job.forms[%d]", key, i), form)
	}
	for i, word := range f.KeptWords {
		v.value(fmt.Sprintf("%s.kept_words[%d]", key, i), strings.TrimSpace(word))
	}
}

// renamed checks where a competence says that it came from.
func (v *validator) renamed(key string, c *Competence) {
	if c.RenamedFrom == "" {
		return
	}
	area, id, ok := strings.Cut(c.RenamedFrom, "/")
	if !ok || !isID(area) || !isID(id) {
		v.add(key+".renamed_from", BadID, c.RenamedFrom, "")
	}
}

// order checks the order in which frameworks are listed.
func (v *validator) order() {
	v.all("framework_order", refFramework, v.p.FrameworkOrder)
}
