// Package font reads TrueType fonts, measures text with them, and puts the
// part of a font that a document uses into a PDF.
//
// A font is read once per process, in some fifty microseconds, and then only
// looked at: the same [Font] serves any number of documents at once. What a
// document embeds is a subset that is made anew for it: ISO 32000-1, 9.6 and
// 9.7 (composite fonts), 9.9 (font programs); ISO 19005-3, 6.2.11 (embedded,
// right widths, no missing glyphs, a way back to Unicode).
//
// Codes in the content are UTF-16 units of the first plane, so that text can be
// read from the content as it stands.
package font
