package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"bekwaam/pdf"
)

// The largest files that are read, in bytes.
const (
	maxDocument = 4 << 20
	maxPDF      = pdf.MaxSize
)

var (
	errNotRegular = errors.New("not an ordinary file")
	errTooLarge   = errors.New("file is too large")
)

// readRegular reads an ordinary file of at most limit bytes. It never waits
// for a pipe or a device.
func readRegular(path string, limit int64) ([]byte, error) {
	f, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.Size() > limit:
		return nil, errTooLarge
	}
	// Room for all of it at once: growing would take several times as much.
	data := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	_, err = data.ReadFrom(io.LimitReader(f, limit+1))
	if err == nil && int64(data.Len()) > limit {
		err = errTooLarge
	}
	return data.Bytes(), err
}

// openRegular opens an ordinary file. It never waits for a pipe or a device.
func openRegular(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case info.IsDir():
		err = syscall.EISDIR
	case !info.Mode().IsRegular():
		err = errNotRegular
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// readNamed is readRegular for a file that a person named.
func (r *run) readNamed(path string, limit int64) ([]byte, error) {
	data, err := readRegular(path, limit)
	switch {
	case err == nil && len(data) == 0:
		return nil, r.refuse("cli.err.file-empty", "File", path)
	case errors.Is(err, errNotRegular):
		return nil, r.refuse("cli.err.file-kind", "File", path)
	case errors.Is(err, errTooLarge):
		return nil, r.refuse("cli.err.file-large", "File", path, "Limit", limit>>20)
	case err != nil:
		return nil, r.refuse("cli.err.file-read", "File", path, "Detail", osReason(r, err))
	}
	return data, nil
}

// readInput reads a document or a PDF, also one that was made secret; secret is
// the file with its passphrase, or "". A PDF may be larger.
func (s *session) readInput(path, secret string) (data []byte, isPDF bool, err error) {
	data, err = s.readNamed(path, maxPDF)
	if err == nil {
		data, err = s.unwrap(path, data, secret)
	}
	isPDF = looksLikePDF(data)
	if err == nil && !isPDF && len(data) > maxDocument {
		err = s.refuse("cli.err.file-large", "File", path, "Limit", maxDocument>>20)
	}
	return data, isPDF, err
}

// looksLikePDF looks at the first kilobyte, as readers of PDFs do.
func looksLikePDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// writeFile writes a file aside, flushes it and gives it its name, so that
// there is never half a file under that name. between, where given, runs when
// the bytes are safe and before the name is given; its error leaves nothing.
func (r *run) writeFile(path string, data []byte, between func() error) error {
	return r.writeStream(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}, between)
}

// writeStream is writeFile for what is not all in memory.
func (r *run) writeStream(path string, write func(io.Writer) error, between func() error) (err error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return r.refuse("cli.err.file-write", "File", path, "Detail", osReason(r, syscall.EISDIR))
		}
		return r.refuse("cli.err.file-kind", "File", path)
	}
	part, err := os.CreateTemp(filepath.Dir(path), ".bekwaam-*.part")
	if err != nil {
		return r.refuse("cli.err.file-write", "File", path, "Detail", osReason(r, err))
	}
	name := part.Name()
	r.note(name, true)
	defer func() {
		if err != nil {
			_ = os.Remove(name)
		}
		r.note(name, false)
	}()
	err = write(part)
	if err == nil {
		err = part.Sync()
	}
	err = errors.Join(err, part.Close())
	if err == nil && between != nil {
		if err := between(); err != nil {
			return err
		}
	}
	if err == nil {
		err = os.Rename(name, path)
	}
	if err != nil {
		return r.refuse("cli.err.file-write", "File", path, "Detail", osReason(r, err))
	}
	if dir, err := os.Open(filepath.Dir(path)); err == nil {
		_ = dir.Sync() // some systems cannot; the file itself is safe
		_ = dir.Close()
	}
	return nil
}

// note remembers which files are half written.
func (r *run) note(name string, writing bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if writing {
		r.parts[name] = true
	} else {
		delete(r.parts, name)
	}
}
