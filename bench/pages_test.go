package bench

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"bekwaam/pdf"
)

// drawn is what the pages of a file show, taken apart: the same words at the
// same places for whoever draws them again.
type drawn struct {
	width, height float64
	pages         []page
}

type page struct {
	ref   pdf.Ref
	runs  []run
	lines []string // operators that paint something else, as they stand
}

// run is text in one font at one place, in points from below.
type run struct {
	font       string // name without the tag of its subset
	size, x, y float64
	ink        [3]float64
	text       string
	mark       int // number of its marked content, -1 for none
}

// takeApart reads the pages of a file of ours.
func takeApart(file []byte) drawn {
	f := must(pdf.Open(file))
	tree := f.Dict(f.Dict(f.Last().Trailer.Get("Root")).Get("Pages"))
	d := drawn{}
	for _, k := range tree.Get("Kids").(pdf.Arr) {
		p := f.Dict(k)
		box, ok := p.Get("MediaBox").(pdf.Arr)
		if !ok {
			box = tree.Get("MediaBox").(pdf.Arr)
		}
		d.width, d.height = box[2].(pdf.Num).Float(), box[3].(pdf.Num).Float()
		fonts := map[pdf.Name]string{}
		for _, e := range f.Dict(f.Dict(p.Get("Resources")).Get("Font")).E {
			_, name, _ := strings.Cut(string(f.Dict(e.V).Get("BaseFont").(pdf.Name)), "+")
			fonts[e.K] = name
		}
		s := must(f.Get(p.Get("Contents"))).(*pdf.Stream)
		d.pages = append(d.pages, pageOf(k.(pdf.Ref), must(pdf.Data(s, pdf.MaxStream)), fonts))
	}
	return d
}

// pageOf follows the operators of one page.
func pageOf(ref pdf.Ref, content []byte, fonts map[pdf.Name]string) page {
	out := page{ref: ref}
	now := run{mark: -1}
	var saved []run
	var operands []pdf.Obj
	number := func(i int) float64 { return operands[i].(pdf.Num).Float() }
	p := &pdf.Parser{B: content}
	for p.Space(); p.P < len(content); p.Space() {
		if c := content[p.P]; !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '\'' || c == '"') {
			operands = append(operands, must(p.Object()))
			continue
		}
		switch op := p.Word(); op {
		case "q":
			saved = append(saved, now)
		case "Q":
			now, saved = saved[len(saved)-1], saved[:len(saved)-1]
		case "BT":
			now.x, now.y = 0, 0
		case "rg":
			now.ink = [3]float64{number(0), number(1), number(2)}
		case "g":
			now.ink = [3]float64{number(0), number(0), number(0)}
		case "Tf":
			now.font, now.size = fonts[operands[0].(pdf.Name)], number(1)
		case "Td":
			now.x, now.y = now.x+number(0), now.y+number(1)
		case "BDC":
			if d, ok := operands[1].(*pdf.Dict); ok && d.Get("MCID") != nil {
				now.mark = must(d.Get("MCID").(pdf.Num).Int())
			}
		case "EMC":
			now.mark = -1
		case "Tj":
			r := now
			r.text = decode(operands[0].(pdf.Str).B)
			out.runs = append(out.runs, r)
		case "ET":
		default:
			out.lines = append(out.lines, written(op, operands))
		}
		operands = operands[:0]
	}
	return out
}

func decode(b []byte) string {
	var u []uint16
	for i := 0; i+1 < len(b); i += 2 {
		u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(u))
}

func written(op string, operands []pdf.Obj) string {
	var b strings.Builder
	for _, o := range operands {
		fmt.Fprintf(&b, "%s ", pdf.Bytes(o))
	}
	return b.String() + op
}
