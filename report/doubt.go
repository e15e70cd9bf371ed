package report

// doubt is what the edition says about a fact that nobody looked up, "" for
// any other.
func (w *writer) doubt(group, id string) string {
	return w.e.Info.Words["unsure-"+group+"/"+id]
}

// payer is who pays, with the mark of one that nobody looked up; "" for
// nobody.
func (w *writer) payer(id string) string {
	name := w.wordOf("funding", id)
	if w.doubt("funding", id) != "" {
		return w.say("unsure", "What", name)
	}
	return name
}
