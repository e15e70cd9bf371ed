// Package tagged makes a tagged archive PDF of what gofpdf draws.
//
// gofpdf writes pages and embeds fonts, and knows nothing of structure. So the
// work is done in two steps:
//
//   - While drawing, a [Doc] writes brackets of marked content around
//     everything and remembers to which [Elem] each piece belongs. What is
//     drawn outside [Doc.Mark] and [Doc.Artifact] breaks the rules.
//   - [Doc.Finish] takes gofpdf's file apart and writes it anew, with the
//     structure tree, outline, page labels, signature fields, links, attached
//     files, metadata and colour profile that PDF/A-3a and PDF/UA-1 ask for,
//     and with gofpdf's fonts put right.
//
// Where a file fulfils a clause of a standard, it names it. ISO 32000-1 is PDF
// 1.7, ISO 19005-3 is PDF/A-3, ISO 14289-1 is PDF/UA-1.
//
// The same drawing and the same [Meta] give the same bytes.
package tagged
