package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"time"
)

// Comment is what somebody wrote in or on a page with any PDF reader.
type Comment struct {
	Page   int        // from 1
	Box    [4]float64 // left, bottom, right, top in points of the page
	Kind   string     // its subtype: Text, FreeText, Highlight and the like
	Author string     // as the reader wrote it, may be empty
	Text   string     // may be empty for a mark without words
	At     time.Time  // zero where the reader did not say
}

// Comments are the comments in a file, with what tells which file it was.
type Comments struct {
	List     []Comment
	Keywords string    // of the information dictionary
	Pages    []float64 // their heights in points
}

// MaxComments is how many comments of a file are taken.
const MaxComments = 2000

const (
	maxCommentPages = 5000
	maxTreeDepth    = 32
)

// commentKinds are the annotations in which people write and mark. Links,
// fields, files and everything that acts are none of them.
var commentKinds = map[Name]bool{"Text": true, "FreeText": true, "Highlight": true, "Underline": true, "Squiggly": true, "StrikeOut": true, "Caret": true}

// ReadComments takes the comments from a file that any program saved, and
// nothing else: it goes by the objects that it finds and not by the table, so
// that a file which Open refuses can be read too. Nothing in the file vouches
// for any of it. The limits are those of Open, and objects that cannot be read
// are passed over.
//
// Errors wrap ErrNotPDF, ErrSyntax, ErrLimit or ErrEncrypted.
func ReadComments(b []byte) (Comments, error) {
	switch at := bytes.Index(b[:min(len(b), 1024)], []byte("%PDF-")); {
	case at < 0:
		return Comments{}, ErrNotPDF
	case len(b) > MaxSize:
		return Comments{}, fmt.Errorf("%w: %d bytes", ErrLimit, len(b))
	}
	f, err := findObjects(b)
	if err != nil {
		return Comments{}, err
	}
	var out Comments
	if info, ok := f.get(f.info).(*Dict); ok {
		out.Keywords = f.words(info.Get("Keywords"))
	}
	root, ok := f.get(f.root).(*Dict)
	if !ok {
		return Comments{}, fmt.Errorf("%w: no catalog", ErrSyntax)
	}
	if out.Keywords == "" {
		out.Keywords = f.keywordsInXMP(root)
	}
	pages := f.pages(root)
	for i, p := range pages {
		out.Pages = append(out.Pages, p.height)
		list, _ := f.get(p.dict.Get("Annots")).(Arr)
		for _, x := range list {
			c, ok := f.comment(x, i+1)
			if !ok {
				continue
			}
			if len(out.List) == MaxComments {
				return Comments{}, fmt.Errorf("%w: more than %d comments", ErrLimit, MaxComments)
			}
			out.List = append(out.List, c)
		}
	}
	return out, nil
}

// comment reads one annotation. Hidden ones are none.
func (f *found) comment(x Obj, page int) (Comment, bool) {
	d, ok := f.get(x).(*Dict)
	if !ok {
		return Comment{}, false
	}
	kind, _ := f.get(d.Get("Subtype")).(Name)
	if !commentKinds[kind] {
		return Comment{}, false
	}
	if flags, ok := f.get(d.Get("F")).(Num); ok {
		if n, err := flags.Int(); err == nil && n&2 != 0 {
			return Comment{}, false
		}
	}
	c := Comment{Page: page, Kind: string(kind), Author: f.words(d.Get("T")), Text: strings.TrimSpace(f.words(d.Get("Contents")))}
	if c.Box, ok = f.box(d.Get("Rect")); !ok {
		return Comment{}, false
	}
	for _, key := range []Name{"M", "CreationDate"} {
		if t, ok := ParseDate(f.words(d.Get(key))); ok {
			c.At = t
			break
		}
	}
	return c, true
}

// box reads a rectangle and puts its corners in order.
func (f *found) box(o Obj) (box [4]float64, ok bool) {
	a, _ := f.get(o).(Arr)
	if len(a) != 4 {
		return box, false
	}
	for i, x := range a {
		n, isNum := f.get(x).(Num)
		if !isNum {
			return box, false
		}
		box[i] = n.Float()
	}
	return [4]float64{min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])}, true
}

// words is a text string, "" for anything else.
func (f *found) words(o Obj) string {
	s, ok := f.get(o).(Str)
	if !ok {
		return ""
	}
	if rest, is := bytes.CutPrefix(s.B, []byte("\xef\xbb\xbf")); is {
		return strings.ToValidUTF8(string(rest), "\uFFFD")
	}
	return DecodeText(s)
}

// keywordsInXMP is for programs that drop the information dictionary.
func (f *found) keywordsInXMP(root *Dict) string {
	s, ok := f.get(root.Get("Metadata")).(*Stream)
	if !ok {
		return ""
	}
	data, err := f.data(s)
	if err != nil {
		return ""
	}
	const open, shut = "<pdf:Keywords>", "</pdf:Keywords>"
	_, rest, ok := strings.Cut(string(data), open)
	if !ok {
		return ""
	}
	words, _, ok := strings.Cut(rest, shut)
	if !ok {
		return ""
	}
	return words
}

type foundPage struct {
	dict   *Dict
	height float64
}

// pages walks the tree of pages, each node once.
func (f *found) pages(root *Dict) []foundPage {
	var out []foundPage
	seen := map[Ref]bool{}
	var walk func(o Obj, height float64, depth int)
	walk = func(o Obj, height float64, depth int) {
		if r, ok := o.(Ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		d, ok := f.get(o).(*Dict)
		if !ok || depth > maxTreeDepth || len(out) >= maxCommentPages {
			return
		}
		if box, ok := f.box(d.Get("MediaBox")); ok {
			height = box[3] - box[1]
		}
		kids, inner := f.get(d.Get("Kids")).(Arr)
		if !inner {
			out = append(out, foundPage{d, height})
			return
		}
		for _, k := range kids {
			walk(k, height, depth+1)
		}
	}
	walk(root.Get("Pages"), 0, 0)
	return out
}
