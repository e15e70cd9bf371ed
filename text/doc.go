// Package text is the border between bekwaam and everything people type,
// paste, drop or send. It knows no plan, no screen and no disk.
//
// It does five things:
//
//   - Cleaning. Line and Text make foreign text safe to store, to show in a
//     terminal, to draw in a PDF and to sign. They are called once, where text
//     enters; what is stored, shown and signed is then the same text.
//   - Measuring. Width, Cut, Pad and Wrap count terminal cells, not bytes or
//     runes. They take plain text, without colours.
//   - Reading and writing. Every ParseX reads what a person may type for a
//     date, a month, hours, money or a share of a job, and every FormatX
//     writes it as people in that language do. Reading does not depend on the
//     language of the interface: who reads English still types "9 mei".
//   - Tables. CSV writes what a spreadsheet opens and never reckons with.
//   - Falling back. ASCII and FileName give the form of a text for places
//     that cannot hold every letter.
//
// Numbers are whole numbers of a small unit, so that sums are exact: quarter
// hours, cents, ten-thousandths. There is no floating point here.
//
// Errors carry codes and never a sentence for a person: the catalogues of the
// interface say in words what a *ParseError means.
package text
