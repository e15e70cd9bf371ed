package cli

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"

	"bekwaam/plan"
	"bekwaam/privacy"
)

// The largest file that goes into the dossier, and the largest picture, which
// is read whole, in bytes.
const (
	maxEvidence = 512 << 20
	maxPicture  = 64 << 20
)

// keepFile copies a file into the care of the store and says what it is. The
// same file twice is kept once; a picture goes in without the place where it
// was taken.
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
	head := make([]byte, 16)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, s.refuse("cli.err.file-read", "File", path, "Detail", osReason(s.run, err))
	}
	media, most := mediaType(head[:n]), int64(maxEvidence)
	if isPicture(media) {
		most = maxPicture
	}
	if info.Size() > most {
		return nil, s.refuse("cli.err.evidence-large", "File", path, "Most", most>>20)
	}
	from := io.MultiReader(bytes.NewReader(head[:n]), io.LimitReader(f, most))
	if isPicture(media) {
		data, err := io.ReadAll(from)
		if err != nil {
			return nil, s.refuse("cli.err.file-read", "File", path, "Detail", osReason(s.run, err))
		}
		without, removed := privacy.WithoutPlace(data)
		if removed {
			s.remark("cli.evidence.place-removed", "File", path)
		}
		from = bytes.NewReader(without)
	}
	kept, err := s.st.PutFile(from)
	if err != nil {
		return nil, err
	}
	return &plan.EvidenceFile{Name: clean(filepath.Base(path)), Hash: kept.Hash, Bytes: int(kept.Size), Type: media}, nil
}

// isPicture reports whether a place may stand in files of this type.
func isPicture(media string) bool {
	switch media {
	case "image/png", "image/jpeg", "image/webp", "image/heic":
		return true
	}
	return false
}

// mediaType is what a file is by its first bytes, "" where they do not say.
func mediaType(head []byte) string {
	for _, x := range []struct {
		at        int
		begin, is string
	}{
		{0, "%PDF-", "application/pdf"}, {0, "\x89PNG\r\n\x1a\n", "image/png"}, {0, "\xff\xd8\xff", "image/jpeg"}, {0, "GIF8", "image/gif"},
		{8, "WEBP", "image/webp"}, {4, "ftyphei", "image/heic"}, {4, "ftypmif1", "image/heic"}, {0, "PK\x03\x04", "application/zip"},
	} {
		if len(head) > x.at && bytes.HasPrefix(head[x.at:], []byte(x.begin)) {
			return x.is
		}
	}
	return ""
}
