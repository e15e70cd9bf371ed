package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"sync"
)

// Data returns a stream's decoded bytes: unfiltered or FlateDecode. More than
// limit bytes give ErrLimit.
func Data(s *Stream, limit int64) ([]byte, error) {
	switch s.D.Get("Filter") {
	case nil:
		if int64(len(s.Raw)) > limit {
			return nil, fmt.Errorf("%w: stream of more than %d bytes", ErrLimit, limit)
		}
		return s.Raw, nil
	case Name("FlateDecode"):
		if s.D.Get("DecodeParms") != nil {
			return nil, fmt.Errorf("%w: stream predictor", ErrSyntax)
		}
		z, err := zlib.NewReader(bytes.NewReader(s.Raw))
		if err != nil {
			return nil, fmt.Errorf("%w: stream: %w", ErrSyntax, err)
		}
		var b bytes.Buffer // grows by doubling, so it leaves less behind than io.ReadAll
		if _, err := b.ReadFrom(io.LimitReader(z, limit+1)); err != nil {
			return nil, fmt.Errorf("%w: stream: %w", ErrSyntax, err)
		}
		if int64(b.Len()) > limit {
			return nil, fmt.Errorf("%w: stream of more than %d bytes", ErrLimit, limit)
		}
		return b.Bytes(), nil
	}
	return nil, fmt.Errorf("%w: stream filter %s", ErrSyntax, Bytes(s.D.Get("Filter")))
}

// A writer clears a megabyte when it is made, which costs more than a page.
var smallest, fastest = writers(zlib.BestCompression), writers(zlib.BestSpeed)

func writers(level int) *sync.Pool {
	return &sync.Pool{New: func() any {
		z, _ := zlib.NewWriterLevel(nil, level) // the level is a valid constant
		return z
	}}
}

// Deflate compresses for a stream with /Filter /FlateDecode, as much as can
// be. The same bytes give the same bytes.
func Deflate(b []byte) []byte { return deflate(smallest, b) }

// DeflateFast compresses less, in a tenth of the time.
func DeflateFast(b []byte) []byte { return deflate(fastest, b) }

func deflate(pool *sync.Pool, b []byte) []byte {
	var o bytes.Buffer
	z, _ := pool.Get().(*zlib.Writer)
	defer pool.Put(z)
	z.Reset(&o)
	_, _ = z.Write(b) // a bytes.Buffer does not fail
	_ = z.Close()
	return o.Bytes()
}
