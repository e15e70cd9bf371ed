package bench

import (
	"fmt"
	"html"
	"strings"

	"bekwaam/pdf"
)

// node is an element of the structure tree with its text: what a file says,
// without how it looks.
type node struct {
	kind string
	text string
	kids []node
}

// contentOf reads the structure tree of a file of ours.
func contentOf(file []byte, d drawn) node {
	f := must(pdf.Open(file))
	texts := map[[2]int]string{} // page object and marked content
	for _, p := range d.pages {
		for _, r := range p.runs {
			k := [2]int{p.ref.N, r.mark}
			if texts[k] != "" && !strings.HasSuffix(texts[k], " ") {
				texts[k] += " " // the next line, or another font
			}
			texts[k] += r.text
		}
	}
	var read func(o pdf.Obj) node
	read = func(o pdf.Obj) node {
		e := f.Dict(o)
		kind, _ := e.Get("S").(pdf.Name)
		n := node{kind: string(kind)}
		page, _ := e.Get("Pg").(pdf.Ref)
		list, ok := e.Get("K").(pdf.Arr)
		if !ok && e.Get("K") != nil {
			list = pdf.Arr{e.Get("K")}
		}
		for _, k := range list {
			switch v := k.(type) {
			case pdf.Num:
				n.text += texts[[2]int{page.N, must(v.Int())}]
			case pdf.Ref:
				n.kids = append(n.kids, read(v))
			case *pdf.Dict:
				if v.Get("MCID") != nil {
					n.text += " " + texts[[2]int{v.Get("Pg").(pdf.Ref).N, must(v.Get("MCID").(pdf.Num).Int())}]
				}
			}
		}
		return n
	}
	root := f.Dict(f.Dict(f.Last().Trailer.Get("Root")).Get("StructTreeRoot")).Get("K")
	if a, ok := root.(pdf.Arr); ok {
		root = a[0]
	}
	return read(root)
}

// all is the text of a node and those below it.
func (n node) all() string {
	parts := []string{strings.TrimSpace(n.text)}
	for _, k := range n.kids {
		parts = append(parts, k.all())
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// rows are the rows of a table.
func (n node) rows() (out []node) {
	for _, k := range n.kids {
		if k.kind == "TR" {
			out = append(out, k)
		} else {
			out = append(out, k.rows()...)
		}
	}
	return out
}

// groff writes the content for groff -ms with tbl.
func (n node) groff(b *strings.Builder) {
	line := func(s string) string {
		s = strings.ReplaceAll(s, `\`, `\e`)
		if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
			s = `\&` + s
		}
		return s
	}
	switch n.kind {
	case "H1", "H2", "H3", "H4":
		fmt.Fprintf(b, ".SH\n%s\n", line(n.all()))
	case "P", "Figure", "Form":
		fmt.Fprintf(b, ".LP\n%s\n", line(n.all()))
	case "LI":
		fmt.Fprintf(b, ".IP \\(bu 2\n%s\n", line(n.all()))
	case "Table":
		rows, columns := n.rows(), 1
		for _, r := range rows {
			columns = max(columns, len(r.kids))
		}
		fmt.Fprintf(b, ".TS\nexpand;\n%s.\n", strings.TrimSpace(strings.Repeat("lx ", columns)))
		for _, r := range rows {
			var cells []string
			for _, c := range r.kids {
				cells = append(cells, "T{\n"+line(c.all())+"\nT}")
			}
			fmt.Fprintln(b, strings.Join(cells, "\t"))
		}
		b.WriteString(".TE\n")
	default:
		for _, k := range n.kids {
			k.groff(b)
		}
	}
}

var tags = map[string]string{"Document": "body", "H1": "h1", "H2": "h2", "H3": "h3", "H4": "h4", "P": "p", "L": "ul", "LI": "li",
	"Table": "table", "THead": "thead", "TBody": "tbody", "TR": "tr", "TH": "th", "TD": "td", "Sect": "section"}

// html writes the content as a page.
func (n node) html(b *strings.Builder) {
	tag := tags[n.kind]
	if tag == "" {
		tag = "span"
	}
	fmt.Fprintf(b, "<%s>%s", tag, html.EscapeString(n.text))
	for _, k := range n.kids {
		k.html(b)
	}
	fmt.Fprintf(b, "</%s>\n", tag)
}
