package seal

import "bekwaam/pdf"

// WordList returns the words in their order.
func WordList() []string { return wordList() }

// Rounds is how often opening a .p12 would repeat a hash.
func Rounds(b []byte) int64 { return rounds(b, 0) }

// Forge signs field without looking whether the file is in order, and does
// more in the same revision.
func Forge(file []byte, field string, id Identity, opt Options, more func(f *pdf.File, u *pdf.Update)) ([]byte, error) {
	f, err := pdf.Open(file)
	if err != nil {
		return nil, err
	}
	fields, err := sigFields(f, len(f.Secs)-1)
	if err != nil {
		return nil, err
	}
	u, err := f.NewUpdate()
	if err != nil {
		return nil, err
	}
	more(f, u)
	for _, x := range fields {
		if x.name == field {
			return write(u, x, f.Dict(pdf.Ref{N: x.obj}).Clone(), id, opt)
		}
	}
	return nil, ErrNoField
}

// ForgeField signs in a field of its own on the first page, as other software
// does.
func ForgeField(file []byte, page int, id Identity, opt Options) ([]byte, error) {
	f, err := pdf.Open(file)
	if err != nil {
		return nil, err
	}
	u, err := f.NewUpdate()
	if err != nil {
		return nil, err
	}
	root := f.Dict(f.Last().Trailer.Get("Root"))
	form := root.Get("AcroForm").(pdf.Ref)
	kid := f.Dict(root.Get("Pages")).Get("Kids").(pdf.Arr)[page].(pdf.Ref)
	field := u.Add(nil)
	rect := pdf.Arr{pdf.Int(10), pdf.Int(10), pdf.Int(90), pdf.Int(40)}
	d := pdf.D("Type", pdf.Name("Annot"), "Subtype", pdf.Name("Widget"), "FT", pdf.Name("Sig"), "T", pdf.Text("Signature1"), "Rect", rect, "P", kid)
	fields := f.Dict(form).Get("Fields").(pdf.Arr)
	u.Set(form.N, f.Dict(form).Clone().Set("Fields", append(append(pdf.Arr{}, fields...), field)))
	v, err := f.Get(f.Dict(kid).Get("Annots"))
	if err != nil {
		return nil, err
	}
	annots, _ := v.(pdf.Arr)
	u.Set(kid.N, f.Dict(kid).Clone().Set("Annots", append(append(pdf.Arr{}, annots...), field)))
	opt.Appearance = nil
	return write(u, sigField{obj: field.N, name: "Signature1"}, d, id, opt)
}
