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
func (f *File) Tight(rev int) error {
	s := f.Secs[rev]
	at := s.Start
	if rev == 0 {
		at = f.header(s)
	}
	for _, n := range s.order {
		if !blank(f.B[at:s.Objs[n]]) {
			return fmt.Errorf("%w: revision %d: bytes at %d that its table does not know", ErrSyntax, rev+1, at)
		}
		if s.Gen[n] != 0 {
			return fmt.Errorf("%w: revision %d: object %d of generation %d", ErrSyntax, rev+1, n, s.Gen[n])
		}
		if _, err := f.object(n, rev, true); err != nil {
			return err
		}
		at = f.parsed[place{rev, n}].end
	}
	if !blank(f.B[at:s.Xref]) {
		return fmt.Errorf("%w: revision %d: bytes at %d that its table does not know", ErrSyntax, rev+1, at)
	}
	want := fmt.Sprintf("startxref\n%d\n%%%%EOF", s.Xref)
	if strings.TrimSpace(string(f.B[s.trailerEnd:s.End])) != want {
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
	for _, o := range s.Objs {
		at = min(at, o)
	}
	return at
}

func blank(b []byte) bool { return len(bytes.Trim(b, " \r\n")) == 0 }
