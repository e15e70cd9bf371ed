package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"

	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/privacy"
)

// The largest files that go into the dossier, and the largest pictures that
// are read to take the place out, in bytes.
const (
	maxEvidence = 512 << 20
	maxPicture  = 64 << 20
)

// keepFile copies a file into the care of the store and says what it is. The
// same file twice is kept once. A picture loses the data that say where it was
// made.
func (s *session) keepFile(path string) (*plan.EvidenceFile, error) {
	f, err := openRegular(path)
	switch {
	case errors.Is(err, errNotRegular):
		return nil, s.refuse("cli.err.file-kind", "File", path)
	case err != nil:
		return nil, s.refuse("cli.err.file-read", "File", path, "Detail", osReason(s.run, err))
	}
	defer f.Close()
	x := &plan.EvidenceFile{Name: clean(filepath.Base(path))}
	r, err := s.toKeep(f, x, path)
	if err != nil {
		return nil, err
	}
	kept, err := s.st.PutFile(r)
	if err != nil {
		return nil, err
	}
	x.Hash, x.Bytes = kept.Hash, int(kept.Size)
	for _, h := range (privacy.Finder{}).FindInName(x.Name) {
		s.tellOne("file", h.Kind, h.Text)
	}
	return x, nil
}

// toKeep is what goes into the store of a file, and notes its type and pages
// in x. Only pictures and PDFs are read whole.
func (s *session) toKeep(f *os.File, x *plan.EvidenceFile, path string) (io.Reader, error) {
	unreadable := func(err error) error {
		return s.refuse("cli.err.file-read", "File", path, "Detail", osReason(s.run, err))
	}
	info, err := f.Stat()
	if err != nil {
		return nil, unreadable(err)
	}
	head := make([]byte, 16)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, unreadable(err)
	}
	x.Type = mediaType(head[:n])
	whole := io.MultiReader(bytes.NewReader(head[:n]), io.LimitReader(f, maxEvidence))
	picture := len(x.Type) > 6 && x.Type[:6] == "image/"
	switch {
	case info.Size() > maxEvidence:
		return nil, s.refuse("cli.err.evidence-large", "File", path, "Most", maxEvidence>>20)
	case picture && info.Size() > maxPicture:
		return nil, s.refuse("cli.err.evidence-large", "File", path, "Most", maxPicture>>20)
	case !picture && (x.Type != "application/pdf" || info.Size() > maxPDF):
		return whole, nil
	}
	data, err := io.ReadAll(whole)
	if err != nil {
		return nil, unreadable(err)
	}
	if picture {
		var removed bool
		if data, removed = privacy.WithoutPlace(data); removed {
			s.remark("cli.evidence.place-removed", "File", path)
		}
	} else {
		x.Pages = pagesOf(data)
	}
	return bytes.NewReader(data), nil
}

var countRE = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`/Count\s+(\d{1,5})\b`) })

// pagesOf is how many pages a PDF has, 0 where it does not say. One that the
// strict reader does not take may still say it in the open.
func pagesOf(data []byte) int {
	if f, err := pdf.Open(data); err == nil && f.PageCount() > 0 {
		return f.PageCount()
	}
	most := 0
	for _, m := range countRE().FindAllSubmatch(data, -1) {
		if n, err := strconv.Atoi(string(m[1])); err == nil {
			most = max(most, n)
		}
	}
	return most
}

// mediaType is what a file is by its first bytes, "" where they do not say.
func mediaType(head []byte) string {
	for _, x := range []struct {
		at        int
		begin, is string
	}{
		{0, "%PDF-", "application/pdf"}, {0, "\x89PNG\r\n\x1a\n", "image/png"}, {0, "\xff\xd8\xff", "image/jpeg"}, {0, "GIF8", "image/gif"},
		{8, "WEBP", "image/webp"}, {4, "ftyphei", "image/heic"}, {4, "ftypmif1", "image/heic"}, {4, "ftypavif", "image/avif"}, {0, "PK\x03\x04", "application/zip"},
	} {
		if len(head) > x.at && bytes.HasPrefix(head[x.at:], []byte(x.begin)) {
			return x.is
		}
	}
	return ""
}

// lostEvidence are the pieces of a plan whose file is gone or was changed
// behind the program's back: the id of each, and whether it is gone.
func (s *session) lostEvidence(p plan.Plan) (map[string]bool, error) {
	lost, err := s.st.LookAtFiles()
	if err != nil || len(lost) == 0 {
		return nil, err
	}
	byHash := map[string]bool{}
	for _, l := range lost {
		byHash[l.Hash] = l.Gone
	}
	out := map[string]bool{}
	for _, e := range p.Evidence {
		if e.File == nil {
			continue
		}
		if gone, ok := byHash[e.File.Hash]; ok {
			out[e.ID] = gone
		}
	}
	return out, nil
}

// sayLost names the files of a plan that are not as they came in.
func (s *session) sayLost(p plan.Plan) error {
	lost, err := s.lostEvidence(p)
	for _, e := range p.Evidence {
		gone, ok := lost[e.ID]
		switch {
		case ok && gone:
			s.remark("cli.evidence.gone", "File", e.File.Name, "Title", e.Title)
		case ok:
			s.remark("cli.evidence.changed", "File", e.File.Name, "Title", e.Title)
		}
	}
	return err
}

// fileWords is the name of a file with its size and pages.
func (s *session) fileWords(f *plan.EvidenceFile) string {
	if f == nil {
		return or("")
	}
	size := s.t.T("cli.evidence.kb", "Size", (f.Bytes+1023)/1024)
	if f.Pages > 0 {
		size += ", " + s.t.N("cli.evidence.pages", f.Pages)
	}
	return clean(f.Name) + " (" + size + ")"
}
