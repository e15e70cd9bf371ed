package pdf

// Drawing puts a form (ISO 32000-1, 8.10) into an update, with what it draws
// with, and returns it.
type Drawing func(*Update) Ref

// Form is the object of a form of w by h points. A reader scales it to where it
// is shown.
func Form(w, h float64, resources *Dict, content []byte) *Stream {
	return &Stream{D("Type", Name("XObject"), "Subtype", Name("Form"), "BBox", Arr{Int(0), Int(0), F(w), F(h)}, "Resources", resources), content}
}
