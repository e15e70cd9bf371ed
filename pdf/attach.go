package pdf

import "fmt"

// Attachment is a file that travels inside the PDF as an associated file.
type Attachment struct {
	Name         string // file name
	MIME         string
	Desc         string // in words
	Relationship string // AFRelationship: Data, Source, Supplement, …
	Data         []byte
	Plain        bool // written as it is, not packed: for files that are packed already
}

// Attachments lists the associated files of the newest revision, in the order
// of the catalog. Two files of one name are refused (ErrSyntax): readers would
// differ on which they show.
func (f *File) Attachments() ([]Attachment, error) {
	return f.AttachmentsAt(len(f.Secs) - 1)
}

// AttachmentsAt lists the associated files as they stood in revision rev
// (0-based). The first revision is the one that the first signature covers.
func (f *File) AttachmentsAt(rev int) ([]Attachment, error) {
	cat := f.DictAt(f.Secs[rev].Trailer.Get("Root"), rev)
	o, err := f.At(cat.Get("AF"), rev)
	if err != nil {
		return nil, err
	}
	list, _ := o.(Arr)
	var out []Attachment
	seen := map[string]bool{}
	room := int64(MaxAttachment)
	for _, x := range list {
		a, err := f.attachment(f.DictAt(x, rev), rev, room)
		if err != nil {
			return nil, err
		}
		if seen[a.Name] {
			return nil, fmt.Errorf("%w: attached file %q twice", ErrSyntax, a.Name)
		}
		seen[a.Name] = true
		if !a.Plain {
			room -= int64(len(a.Data))
		}
		out = append(out, a)
	}
	return out, nil
}

// Attachment returns the associated file called name; false when there is none.
func (f *File) Attachment(name string) (Attachment, bool, error) {
	all, err := f.Attachments()
	if err != nil {
		return Attachment{}, false, err
	}
	for _, a := range all {
		if a.Name == name {
			return a, true, nil
		}
	}
	return Attachment{}, false, nil
}

// attachment reads one associated file. A plain one, without a filter, takes no
// room: its bytes are those of the file, which is bounded itself.
func (f *File) attachment(spec *Dict, rev int, room int64) (a Attachment, err error) {
	text := func(k Name) string {
		o, err := f.At(spec.Get(k), rev)
		s, ok := o.(Str)
		if err != nil || !ok {
			return ""
		}
		return DecodeText(s)
	}
	if a.Name = text("UF"); a.Name == "" {
		a.Name = text("F")
	}
	a.Desc = text("Desc")
	rel, _ := spec.Get("AFRelationship").(Name)
	a.Relationship = string(rel)
	o, err := f.At(f.DictAt(spec.Get("EF"), rev).Get("F"), rev)
	if err != nil {
		return a, err
	}
	s, ok := o.(*Stream)
	if !ok {
		return a, fmt.Errorf("%w: attached file %q has no bytes", ErrSyntax, a.Name)
	}
	mime, _ := s.D.Get("Subtype").(Name)
	a.MIME, a.Plain = string(mime), s.D.Get("Filter") == nil
	if a.Plain {
		room = MaxStream
	}
	a.Data, err = Data(s, room)
	return a, err
}
