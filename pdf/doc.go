// Package pdf reads and writes PDF files, strictly and deterministically.
//
// # What a PDF is, as far as this package goes
//
// A PDF is a list of numbered objects, a table that says at which byte each
// object starts, and a trailer that names the catalog: the object from which
// all others are reached. A file is changed by writing behind it: new objects,
// a new table with only what changed, a trailer that points back. Each such
// part is a revision; the bytes of an earlier revision stay as they are, and
// that is what a signature leans on.
//
//	objects, xref table, trailer        revision 1, one Section
//	changed and new objects, xref, …    revision 2, one Section
//
// [Open] reads every revision. [Full] writes a file of one revision,
// [File.NewUpdate] collects the objects of one more and [Update.Append] writes
// it behind the old bytes. [Check] applies the rules of PDF/A-3a (archive) and
// PDF/UA-1 (accessibility) that this project's files must keep, and
// [File.Attachments] reads the files that travel inside.
//
// # Strict on purpose
//
// Readers that repair broken files disagree about what a broken file says, and
// forgeries live in that disagreement. So this reader refuses: cross-reference
// streams, duplicate keys, tables that point outside their own revision,
// objects that run into the next one, bytes behind the end. The same inputs
// always give the same bytes: dictionaries keep their order and nothing here
// asks for the time or for random numbers.
//
// # Hostile files
//
// Size, number of objects, number of revisions, nesting, decompressed size and
// the memory that objects take are bounded (see [MaxSize] and the constants
// beside it), and every byte is parsed at most once per reading, so a file made
// to exhaust the reader is refused quickly. Package pdftest has such files.
//
// # Which clause stands where
//
// Of ISO 32000-1: token.go 7.2 and 7.3, object.go and parse.go 7.3, string.go
// 7.3.4, 7.9.2 and 7.9.4, flate.go 7.4.4, resolve.go 7.3.10, file.go 7.5.2 and
// 7.5.5, xref.go and table.go 7.5.4, update.go 7.5.6, write.go 7.5, attach.go
// 7.11.4, form.go 8.10. The checks: check_syntax.go and check_file.go ISO 19005-3, 6.1;
// check_content.go and check_page.go 6.2; check_font.go 6.2.11 and ISO 14289-1,
// 7.21; check_xmp.go 6.6 and 5; check_attached.go 6.8; check_tree.go 6.7 and 7.1
// to 7.7; check_outline.go 7.17; check_catalog.go 6.1, 7.1 and 7.2. Each rule in
// rules.go has its clause in its id.
//
// The package knows nothing of plans, of keys or of drawing.
package pdf
