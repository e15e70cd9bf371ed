package report

import (
	"path"
	"strings"

	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/text"
)

// Attached is a file of the competence file that goes along inside the PDF, as
// it is.
type Attached struct {
	Name, Type, Hash string
	Data             []byte
}

// MostAttached is how much of the evidence goes along inside a competence file,
// in bytes, and MostOfOne how much of one piece: what is more lies in a folder
// beside it. Together with the pages they stay within what pdf.Open takes.
const (
	MostAttached = 20 << 20
	MostOfOne    = pdf.MaxStream
)

// AttachedName is what the file of a piece is called, in the PDF and beside it:
// the id of the piece and its own name.
func AttachedName(x plan.FilePiece) string {
	if x.File == nil {
		return ""
	}
	ext := path.Ext(x.File.Name)
	return text.FileName(x.ID) + "-" + text.FileName(strings.TrimSuffix(x.File.Name, ext)) + strings.ToLower(ext)
}

// attachments are the data of the edition and the files that go along.
func (w *writer) attachments() []pdf.Attachment {
	out := []pdf.Attachment{{Name: DataName, MIME: "application/json", Desc: w.say("attached"), Relationship: "Data", Data: w.e.Payload()}}
	for _, x := range w.opt.Files {
		mime := x.Type
		if !strings.Contains(mime, "/") {
			mime = "application/octet-stream"
		}
		out = append(out, pdf.Attachment{Name: x.Name, MIME: mime, Desc: w.say("judging.piece"), Relationship: "Supplement", Data: x.Data, Plain: true})
	}
	return out
}

// Files returns the files that travel inside a PDF beside the data, by their
// names. Errors are those of pdf.Open.
func Files(file []byte) (map[string][]byte, error) {
	f, err := pdf.Open(file)
	if err != nil {
		return nil, err
	}
	list, err := f.AttachmentsAt(0)
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for _, a := range list {
		if a.Name != DataName {
			out[a.Name] = a.Data
		}
	}
	return out, nil
}
