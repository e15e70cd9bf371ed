package pdf

import (
	"bytes"
	"fmt"
	"strings"
)

// Tight says whether every byte of revision rev (0-based) belongs to an object
// of its table, the table, the trailer, or the white space between them, so
// that nothing hides there for a more forgiving reader. Full and Append write
// so; other software may not. The error wraps ErrSyntax.
func (f *File) Tight(rev int) error { return f.Sweep(rev).Loose }

// between checks what stands between the end of an object and the next one.
func (s *Section) between(file []byte, rev, from int, e *entry) error {
	if from > int(e.off) || !blank(file[from:e.off]) {
		return fmt.Errorf("%w: revision %d: bytes at %d that its table does not know", ErrSyntax, rev+1, from)
	}
	if e.gen != 0 {
		return fmt.Errorf("%w: revision %d: object %d of generation %d", ErrSyntax, rev+1, e.n, e.gen)
	}
	return nil
}

// behind checks what stands between the last object and the end.
func (s *Section) behind(file []byte, rev, from int) error {
	if !blank(file[from:s.Xref]) {
		return fmt.Errorf("%w: revision %d: bytes at %d that its table does not know", ErrSyntax, rev+1, from)
	}
	want := fmt.Sprintf("startxref\n%d\n%%%%EOF", s.Xref)
	if strings.TrimSpace(string(file[s.trailerEnd:s.End])) != want {
		return fmt.Errorf("%w: revision %d: unexpected bytes behind the trailer", ErrSyntax, rev+1)
	}
	return nil
}

// header returns the offset behind the header's one or two comment lines.
func (f *File) header(s *Section) int {
	at := 0
	for range 2 {
		i := bytes.IndexByte(f.B[at:min(at+32, s.Xref)], '\n')
		if i < 0 || f.B[at] != '%' {
			break
		}
		at += i + 1
	}
	s.inOrder(func(e *entry) bool {
		at = min(at, int(e.off))
		return false
	})
	return at
}

func blank(b []byte) bool {
	for _, c := range b {
		if c != ' ' && c != '\r' && c != '\n' {
			return false
		}
	}
	return true
}
