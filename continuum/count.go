package continuum

import "reflect"

// Counts says how much a framework holds.
type Counts struct {
	Phases      int
	Areas       int
	Competences int
	Indicators  int // sentences, one for each competence and phase
	SurveyItems int // statements of the quick round

	// MissingTranslations counts the texts that are there in one language
	// only. A framework that resolves has none.
	MissingTranslations int
}

// Count counts what f holds; of one that is not resolved, what stands in it.
func (f *Framework) Count() Counts {
	n := Counts{Phases: len(f.Phases), Areas: len(f.Areas)}
	add := func(c *Competence) {
		n.Competences++
		n.Indicators += len(c.Indicators)
		if !c.Survey.IsZero() {
			n.SurveyItems++
		}
	}
	for i := range f.Areas {
		for j := range f.Areas[i].Competences {
			add(&f.Areas[i].Competences[j])
		}
	}
	for i := range f.Overrides {
		add(&f.Overrides[i].Competence)
	}
	eachText(reflect.ValueOf(f).Elem(), func(t Text) {
		if (t.NL == "") != (t.EN == "") {
			n.MissingTranslations++
		}
	})
	return n
}

// eachText visits every text below a value.
func eachText(at reflect.Value, visit func(Text)) {
	switch at.Kind() {
	case reflect.Pointer:
		if !at.IsNil() {
			eachText(at.Elem(), visit)
		}
	case reflect.Slice:
		for i := range at.Len() {
			eachText(at.Index(i), visit)
		}
	case reflect.Map:
		for it := at.MapRange(); it.Next(); {
			eachText(it.Value(), visit)
		}
	case reflect.Struct:
		if at.Type() == textType {
			visit(at.Interface().(Text))
			return
		}
		for i := range at.NumField() {
			if at.Type().Field(i).IsExported() {
				eachText(at.Field(i), visit)
			}
		}
	}
}
