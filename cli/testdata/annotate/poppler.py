"""python3 poppler.py IN.pdf OUT.pdf TODO.json: comments at the words that they are about."""
import json
import pathlib
import sys

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402

doc = Poppler.Document.new_from_file(pathlib.Path(sys.argv[1]).resolve().as_uri(), None)
for what in json.load(open(sys.argv[3], encoding="utf-8")):
    for n in reversed(range(doc.get_n_pages())):
        page = doc.get_page(n)
        hits = page.find_text(what["find"])
        if not hits:
            continue
        box = hits[0]
        if what["kind"] == "Highlight":
            quad = Poppler.Quadrilateral()
            for point, x, y in ((quad.p1, box.x1, box.y2), (quad.p2, box.x2, box.y2), (quad.p3, box.x1, box.y1), (quad.p4, box.x2, box.y1)):
                point.x, point.y = x, y
            note = Poppler.AnnotTextMarkup.new_highlight(doc, box, [quad])
        else:  # this library makes no free text: a note, as a person would
            note = Poppler.AnnotText.new(doc, box)
        note.set_contents(what["text"])
        note.set_label(what["author"])
        page.add_annot(note)
        break
    else:
        sys.exit("not on any page: " + what["find"])
doc.save(pathlib.Path(sys.argv[2]).resolve().as_uri())
