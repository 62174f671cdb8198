#!/usr/bin/env python3
"""Accounts for every letter of an edition, from its files alone.

    account.py EDITION_FOLDER [RAW_FILE]

1. The raw text is rebuilt from BOOK.source.xml, and its SHA-256 is the one that the header names (and it is
   RAW_FILE, byte for byte, when that is given).
2. Read as printed (corrections undone, hyphens put back), each raw line stands in BOOK.xml once, letter for
   letter, or is forme work in the source layer. White space is layout and does not count.
3. Each entry of BOOK.apparatus.xml quotes what stands in the raw text at its place.

It shares no code with Emend and knows nothing of it but how the files are encoded. Exits with 1 and says
where, when something is not accounted for.
"""
import hashlib
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ENDS = {None: "\n", "CRLF": "\r\n", "CR": "\r", "none": ""}
#: Elements that hold what is read, not what is printed.
READ = {"corr", "reg"}


def name(element):
    return element.tag.removeprefix(TEI)


def characters(root):
    """What each g stands for: its declaration begins with its code point."""
    table = {}
    for char in root.iter(TEI + "char"):
        code = re.match(r"U\+([0-9A-F]+)", char.findtext(TEI + "desc"))
        table["#" + char.get(XML_ID)] = chr(int(code.group(1), 16))
    return table


def squeezed(text):
    """Without white space, and without the controls that XML cannot carry."""
    return "".join(c for c in text if not c.isspace() and c >= " " and c != "\ufeff")


class Source:
    """The source layer: the raw text, and of each line what is forme work."""

    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        self.table = characters(self.root)
        self.text = []
        self.lines = {}
        self.forme = {}
        for line in self.root.iter(TEI + "line"):
            number = int(line.get("n"))
            content = self.content(line, number)
            self.lines[number] = self.lines.get(number, "") + content
            self.text.append(content + self.end(line.get("rend")))

    def end(self, rend):
        if rend in ENDS:
            return ENDS[rend]
        raise SystemExit(f"unknown line end {rend!r}")

    def content(self, element, number):
        pieces = [element.text or ""]
        for child in element:
            if name(child) == "g":
                pieces.append(self.table[child.get("ref")])
            elif name(child) == "fw":
                inner = self.content(child, number)
                self.forme[number] = self.forme.get(number, "") + inner
                pieces.append(inner)
            pieces.append(child.tail or "")
        return "".join(pieces)

    def check(self, raw):
        problems = []
        bibl = next(b for b in self.root.iter(TEI + "bibl") if b.get("type") == "digitalSource")
        digest = next(i.text for i in bibl.iter(TEI + "idno") if i.get("type") == "sha256")
        encoding = next(n.text for n in bibl.iter(TEI + "note") if n.get("type") == "encoding")
        rebuilt = "".join(self.text).encode(encoding)
        if hashlib.sha256(rebuilt).hexdigest() != digest:
            problems.append("the raw text rebuilt has another digest than the header names")
        if raw is not None and rebuilt != raw:
            problems.append("the raw text rebuilt is not the raw file")
        return problems


class Printed:
    """The text as printed: of each raw line the pieces that stand in the edition."""

    def __init__(self, path):
        root = ET.parse(path).getroot()
        self.table = characters(root)
        self.pieces = {}
        self.corrected = {e.get(XML_ID) for e in root.iter(TEI + "choice")}
        body = root.find(f"{TEI}text/{TEI}body")
        self.flow(body, None)

    def flow(self, element, line):
        """Walks one flow of text; returns the line on which it ends."""
        state = [line]
        self.walk(element, state)
        return state[0]

    def put(self, text, state):
        if squeezed(text) == "":
            return
        if state[0] is None:
            raise SystemExit(f"text before any line: {text[:40]!r}")
        self.pieces.setdefault(state[0], [""])[-1] += text

    def begin(self, line, state):
        state[0] = line
        self.pieces.setdefault(line, []).append("")

    def walk(self, element, state):
        self.put(element.text or "", state)
        for child in element:
            kind = name(child)
            if kind in READ:
                pass
            elif kind == "lb":
                self.put(child.get("rend") or "", state)
                self.begin(int(child.get("n")), state)
            elif kind == "pb":
                self.put(child.get("rend") or "", state)
            elif kind == "g":
                self.put(self.table[child.get("ref")], state)
            elif kind == "note":
                # A note stands at its call, not where it is printed: the line around it goes on after it.
                own = state[0]
                self.flow(child, None)
                if own is not None and (child.tail or "") != "":
                    self.pieces.setdefault(own, []).append("")
                state[0] = own
            else:
                self.walk(child, state)
            self.put(child.tail or "", state)

    def check(self, source):
        problems = []
        for number in sorted(set(source.lines) | set(self.pieces)):
            printed = squeezed(source.lines.get(number, ""))
            pieces = [squeezed(p) for p in self.pieces.get(number, [])]
            pieces.append(squeezed(source.forme.get(number, "")))
            if not self.tiles(printed, sorted(filter(None, pieces), key=len, reverse=True)):
                problems.append(f"line {number}: printed {printed[:60]!r}, edition {pieces}")
        return problems

    @staticmethod
    def tiles(line, pieces):
        """Whether the pieces, in whatever order, are the line."""
        for piece in pieces:
            at = line.find(piece)
            if at < 0:
                return False
            line = line[:at] + "\0" + line[at + len(piece):]
        return line.strip("\0") == ""


def check_apparatus(path, source, corrected):
    problems = []
    text = "".join(source.text)
    root = ET.parse(path).getroot()
    seen = 0
    for app in root.iter(TEI + "app"):
        seen += 1
        at = app.get(XML_ID)
        quoted = [e.text or "" for e in app if e.get("source") == "ed:ocr"]
        ranges = [r.removeprefix("raw:").split(",") for r in app.get("source").split()]
        printed = "".join(text[int(a):int(b)] for a, b in ranges)
        if quoted != [printed]:
            problems.append(f"{at}: the raw text has {printed!r}, the entry {quoted}")
        target = app.get("from")
        if target is not None and target.removeprefix("ed:") not in corrected:
            problems.append(f"{at}: no choice {target}")
    return problems, seen


def main(folder, raw=None):
    folder = pathlib.Path(folder)
    book = next(folder.glob("*.source.xml")).name.removesuffix(".source.xml")
    source = Source(folder / f"{book}.source.xml")
    printed = Printed(folder / f"{book}.xml")
    problems = source.check(pathlib.Path(raw).read_bytes() if raw else None)
    problems += printed.check(source)
    entries, seen = check_apparatus(folder / f"{book}.apparatus.xml", source, printed.corrected)
    problems += entries
    for problem in problems[:20]:
        print(f"{book}: {problem}")
    letters = sum(len(squeezed(line)) for line in source.lines.values())
    print(f"{book}: {len(source.lines)} lines, {letters} characters, {seen} entries, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
