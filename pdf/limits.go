package pdf

import "errors"

// Limits of what Open reads. A plan with four signatures has about 3,000
// objects and 300 KB, so these leave room and still bound time and memory.
const (
	MaxSize      = 64 << 20 // bytes of a file
	MaxObjects   = 200_000  // table entries over all revisions
	MaxRevisions = 64
	MaxNumber    = 8_388_607 // highest object number, from ISO 32000-1 annex C
	MaxDepth     = 64        // nesting of arrays and dictionaries
	MaxStream    = 64 << 20  // bytes of one stream after decoding

	maxGeneration = 65535
)

var (
	// ErrNotPDF: the file does not begin as a PDF.
	ErrNotPDF = errors.New("pdf: not a pdf file")
	// ErrSyntax: the file is damaged or not as strict as this reader wants.
	ErrSyntax = errors.New("pdf: syntax error")
	// ErrLimit: the file is larger, deeper or longer than the limits here.
	ErrLimit = errors.New("pdf: over the limits of this reader")
	// ErrXrefStream: a well-formed file of other software, whose table is a
	// compressed stream. This project writes none and reads none.
	ErrXrefStream = errors.New("pdf: cross-reference stream, saved by other software")
	// ErrEncrypted: the file is encrypted.
	ErrEncrypted = errors.New("pdf: encrypted")
)
