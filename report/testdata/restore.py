"""Restores a plan from its PDF alone, by what docs/formats.md says.

    python3 restore.py PLAN.pdf > plan.json

The data is attached to the file: the catalogue's associated files (AF) name a
file specification with the relationship Data, whose embedded file is JSON.
Only the parts of PDF (ISO 32000-1) that lead there are read.
"""
import json
import re
import sys
import zlib

TOKEN = re.compile(rb"\s*(?:%[^\r\n]*[\r\n]\s*)*(<<|>>|\[|\]|\(|<|/[^\s<>\[\](){}/%]*|[^\s<>\[\](){}/%]+)")
OBJECT = re.compile(rb"\s*\d+\s+\d+\s+obj")


class Ref(int):
    """A reference to an object."""


class PDF:
    def __init__(self, data):
        self.data, self.offsets, self.trailer = data, {}, {}
        at = int(data[data.rfind(b"startxref") + 9:].split(None, 1)[0])
        seen = set()
        while at not in seen:  # the newest table first; older ones fill the gaps
            seen.add(at)
            trailer = self.table(at)
            for key, value in trailer.items():
                self.trailer.setdefault(key, value)
            at = trailer.get("Prev", at)

    def table(self, at):
        """Reads one cross-reference table and returns its trailer."""
        if not self.data.startswith(b"xref", at):
            sys.exit("no cross-reference table at %d" % at)
        at += 4
        while head := re.compile(rb"\s*(\d+) (\d+)\s*").match(self.data, at):
            at = head.end()
            for n in range(int(head[1]), int(head[1]) + int(head[2])):
                entry = self.data[at:at + 20]
                self.offsets.setdefault(n, int(entry[:10]) if entry[17:18] == b"n" else None)
                at += 20
        return self.value(self.data.index(b"trailer", at) + 7)[0]

    def value(self, at):
        """Returns the value at an offset, and where it ends."""
        m = TOKEN.match(self.data, at)
        word, at = m[1], m.end()
        if word in (b"<<", b"["):
            close, out = (b">>", []) if word == b"<<" else (b"]", [])
            while (m := TOKEN.match(self.data, at))[1] != close:
                item, at = self.value(at)
                out.append(item)
            if word == b"[":
                return out, m.end()
            return {k[1:]: v for k, v in zip(out[::2], out[1::2])}, m.end()
        if word == b"(":
            return self.string(at)
        if word == b"<":
            end = self.data.index(b">", at)
            return self.data[at:end], end + 1
        if word.startswith(b"/"):
            return word.decode("latin-1"), at
        ref = re.compile(rb"\s+\d+\s+R\b").match(self.data, at)
        if ref and word.isdigit():
            return Ref(word), ref.end()
        return (int(word) if word.isdigit() else word.decode("latin-1")), at

    def string(self, at):
        start, depth = at, 1
        while depth:
            c = self.data[at:at + 1]
            at += 2 if c == b"\\" else 1
            depth += (c == b"(") - (c == b")")
        return self.data[start:at - 1], at

    def get(self, value):
        """Follows a reference to its object."""
        if not isinstance(value, Ref):
            return value
        return self.value(OBJECT.match(self.data, self.offsets[value]).end())[0]

    def stream(self, ref):
        """The content of a stream, unpacked."""
        about, at = self.value(OBJECT.match(self.data, self.offsets[ref]).end())
        at = re.compile(rb"\s*stream\r?\n").match(self.data, at).end()
        body = self.data[at:at + self.get(about["Length"])]
        packed = self.get(about.get("Filter", []))
        for name in packed if isinstance(packed, list) else [packed]:
            if name != "/FlateDecode":
                sys.exit("cannot unpack " + name)
            body = zlib.decompress(body)
        return body


def restore(data):
    pdf = PDF(data)
    catalogue = pdf.get(pdf.trailer["Root"])
    for ref in pdf.get(catalogue["AF"]):
        spec = pdf.get(ref)
        if pdf.get(spec.get("AFRelationship")) == "/Data":
            return json.loads(pdf.stream(pdf.get(spec["EF"])["F"]))
    sys.exit("no data is attached")


def main():
    with open(sys.argv[1], "rb") as f:
        plan = restore(f.read())
    if plan.get("format") != "bekwaam/plan" or plan.get("version") != 1:
        sys.exit("not a plan that this reader knows")
    del plan["edition"]  # what the pages needed; the plan is the rest
    json.dump(plan, sys.stdout, ensure_ascii=False, indent=2)


main()
