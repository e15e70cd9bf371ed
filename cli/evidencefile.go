package cli

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"

	"bekwaam/plan"
)

// maxEvidence is the largest file that goes into the dossier, in bytes.
const maxEvidence = 512 << 20

// keepFile copies a file into the care of the store and says what it is. The
// same file twice is kept once.
func (s *session) keepFile(path string) (*plan.EvidenceFile, error) {
	f, err := openRegular(path)
	switch {
	case errors.Is(err, errNotRegular):
		return nil, s.refuse("cli.err.file-kind", "File", path)
	case err != nil:
		return nil, s.refuse("cli.err.file-read", "File", path, "Detail", osReason(s.run, err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, s.refuse("cli.err.file-read", "File", path, "Detail", osReason(s.run, err))
	}
	if info.Size() > maxEvidence {
		return nil, s.refuse("cli.err.evidence-large", "File", path, "Most", maxEvidence>>20)
	}
	head := make([]byte, 16)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, s.refuse("cli.err.file-read", "File", path, "Detail", osReason(s.run, err))
	}
	kept, err := s.st.PutFile(io.MultiReader(bytes.NewReader(head[:n]), io.LimitReader(f, maxEvidence)))
	if err != nil {
		return nil, err
	}
	return &plan.EvidenceFile{Name: clean(filepath.Base(path)), Hash: kept.Hash, Bytes: int(kept.Size), Type: mediaType(head[:n])}, nil
}

// mediaType is what a file is by its first bytes, "" where they do not say.
func mediaType(head []byte) string {
	for _, x := range []struct{ begin, is string }{
		{"%PDF-", "application/pdf"}, {"\x89PNG\r\n\x1a\n", "image/png"}, {"\xff\xd8\xff", "image/jpeg"}, {"GIF8", "image/gif"}, {"PK\x03\x04", "application/zip"},
	} {
		if bytes.HasPrefix(head, []byte(x.begin)) {
			return x.is
		}
	}
	return ""
}
