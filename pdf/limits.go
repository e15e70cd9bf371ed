package pdf

import "errors"

// Limits of what this reader takes. The longest plan that fits into
// MaxAttachment gives a file of some 5 MB with 25,000 objects, so they leave
// room, and bound time to two seconds and memory to 200 MB whatever the file
// holds.
const (
	MaxSize       = 32 << 20 // bytes of a file
	MaxObjects    = 200_000  // table entries over all revisions
	MaxRevisions  = 64
	MaxNumber     = 8_388_607 // highest object number, from ISO 32000-1 annex C
	MaxDepth      = 64        // nesting of arrays and dictionaries
	MaxStream     = 16 << 20  // bytes of one stream after decoding
	MaxAttachment = 4 << 20   // bytes of all attached files after decoding; what is attached as it is counts only in MaxSize

	maxGeneration = 65535
	// Memory that the objects of a file may take once they are read, roughly,
	// in bytes. Most are passed over and never read.
	maxParsed = 24 << 20
	// References ahead of the numbers that there are, in one revision.
	maxAhead = 1000
)

var (
	// ErrNotPDF: the file does not begin as a PDF.
	ErrNotPDF = errors.New("pdf: not a pdf file")
	// ErrSyntax: the file is damaged or not as strict as this reader wants.
	ErrSyntax = errors.New("pdf: syntax error")
	// ErrLimit: the file is larger, deeper or longer than the limits here.
	ErrLimit = errors.New("pdf: over the limits of this reader")
	// ErrXrefStream: a well-formed file of other software, whose table is a
	// compressed stream or stands in front. This project writes none and reads
	// none.
	ErrXrefStream = errors.New("pdf: cross-reference stream, saved by other software")
	// ErrEncrypted: the file is encrypted.
	ErrEncrypted = errors.New("pdf: encrypted")
)
