// Package report turns an edition of a plan into a PDF, and a PDF back into a
// plan.
//
// # One file for paper, screen and program
//
// [Render] lays out what [plan.For] left in an edition: nothing else can get
// on the pages, into the metadata or into the attached data, because this
// package never sees the plan itself. The file is an archive PDF (PDF/A-3a)
// that a screen reader can read (PDF/UA-1). The edition travels inside it as
// bekwaam.json, from which [Read] takes it back without loss, and from which
// [Same] draws the pages again to see that page and data agree.
//
// # How pages come about
//
// The sections of a report (front page, goals, money, …) append blocks: a line
// of a paragraph, a row of a table, a box. A block knows its height and
// whether it must stay with the next one. Only then are blocks placed on
// pages, so a heading never ends a page, a total never begins one, and a
// header row comes back where a table goes on.
//
// The body font is Atkinson Hyperlegible Next. A word that it cannot set is
// set whole in Liberation Sans; a character that neither has becomes a visible
// sign, and the [Report] says which these were.
//
// # Signatures
//
// For everybody who is to sign there is an empty signature field from the
// start, which is also a box for a pen. [Appearance] is the look of a field
// once it was signed. This package knows nothing of keys.
//
// The same edition, time and texts give the same bytes: there is no clock, no
// disk and no chance in here.
package report
