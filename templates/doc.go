// Package templates holds everything that is written rather than programmed:
// the content pack, the texts of the interface and the fonts, embedded.
//
// # The content pack
//
// The pack is YAML, one topic a file, in pack/ with one file a framework in
// pack/frameworks/. [ReadPack] reads such a folder strictly: an unknown key,
// a missing translation or a reference to nothing is a problem with its file,
// line and key, and all problems are reported at once. [CheckFile] does the
// same for one framework of a board.
//
// Reading a hundred kilobytes of YAML takes longer than starting the whole
// program should. So what is embedded is pack.json, the resolved pack in its
// canonical encoding, and [Pack] decodes that on first use. A test keeps it
// equal to pack/; after a change there, renew it with
//
//	go test ./templates -run TestEncodedPack -update
//
// # Texts
//
// [NewTexts] gives the texts of one language; see there.
package templates
