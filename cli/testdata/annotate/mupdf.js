// mutool run mupdf.js IN.pdf OUT.pdf TODO.json HOW: comments at the words that they are about.
var doc = new PDFDocument(scriptArgs[0])
var remarks = JSON.parse(read(scriptArgs[2]))
for (var i = 0; i < remarks.length; ++i) {
	var done = false
	for (var n = doc.countPages() - 1; n >= 0 && !done; --n) {
		var page = doc.loadPage(n)
		var hits = page.search(remarks[i].find)
		if (hits.length == 0) continue
		var quad = hits[0].length == 8 ? hits[0] : hits[0][0]
		var note = page.createAnnotation(remarks[i].kind)
		if (remarks[i].kind == "Highlight")
			note.setQuadPoints([quad])
		else
			note.setRect([quad[0], quad[1], quad[0] + (remarks[i].kind == "Text" ? 18 : 150), quad[1] + (remarks[i].kind == "Text" ? 18 : 10)])
		note.setAuthor(remarks[i].author)
		note.setContents(remarks[i].text)
		note.update()
		done = true
	}
	if (!done) throw new Error("not on any page: " + remarks[i].find)
}
doc.save(scriptArgs[1], scriptArgs[3])
