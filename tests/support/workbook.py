"""A workbook as somebody else's program reads it: zip and XML by the standard library alone."""
import re
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def place(name):
    """"AB12" -> (11, 27)"""
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


def unescaped(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


class Sheet:
    def __init__(self, name, root, texts):
        self.name, self.root = name, root
        self.cells, self.formulas, self.styles = {}, [], {}
        for cell in root.iter(MAIN + "c"):
            at = place(cell.get("r"))
            if cell.find(MAIN + "f") is not None:
                self.formulas.append(cell.get("r"))
            value = cell.find(MAIN + "v")
            if value is not None:
                self.cells[at] = texts[int(value.text)] if cell.get("t") == "s" else float(value.text)
                self.styles[at] = int(cell.get("s", "0"))
        self.links = {h.get("ref"): h.get("location") for h in root.iter(MAIN + "hyperlink")}
        self.merged = [m.get("ref") for m in root.iter(MAIN + "mergeCell")]
        self.tables = []  # (name, first row, last row, last column, headings)

    def row(self, number):
        width = max((c for r, c in self.cells if r == number), default=-1) + 1
        return [self.cells.get((number, c)) for c in range(width)]

    def table_rows(self):
        """Rows of its table without the heading."""
        (_, first, last, width, _), = self.tables
        return [[self.cells.get((r, c)) for c in range(width + 1)] for r in range(first + 1, last + 1)]


class Workbook:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.names = archive.namelist()
            self.dates = {info.date_time for info in archive.infolist()}
            self.parts = {name: archive.read(name) for name in self.names}
        xml = {name: ElementTree.fromstring(data) for name, data in self.parts.items()}
        texts = [unescaped("".join(t.text or "" for t in si.iter(MAIN + "t"))) for si in xml["xl/sharedStrings.xml"]]
        targets = {r.get("Id"): r.get("Target") for r in xml["xl/_rels/workbook.xml.rels"]}
        self.core, self.styles, self.sheets = xml["docProps/core.xml"], xml["xl/styles.xml"], {}
        for entry in xml["xl/workbook.xml"].iter(MAIN + "sheet"):
            part = targets[entry.get(REL + "id")]
            sheet = Sheet(entry.get("name"), xml[f"xl/{part}"], texts)
            rels = xml.get("xl/worksheets/_rels/" + part.split("/")[-1] + ".rels")
            for rel in rels if rels is not None else []:
                table = xml["xl/tables/" + rel.get("Target").split("/")[-1]]
                begin, end = (place(name) for name in table.get("ref").split(":"))
                headings = [unescaped(c.get("name")) for c in table.iter(MAIN + "tableColumn")]
                sheet.tables.append((table.get("name"), begin[0], end[0], end[1], headings))
                sheet.filters = table.find(MAIN + "autoFilter")
            self.sheets[sheet.name] = sheet

    def text(self):
        """Every cell, a line a row, as numbers and texts are stored."""
        lines = []
        for sheet in self.sheets.values():
            for number in sorted({r for r, _ in sheet.cells}):
                lines.append("\t".join("" if v is None else v if isinstance(v, str) else repr(v) for v in sheet.row(number)))
        return "\n".join(lines)

    def formats(self):
        """Number format of each style."""
        codes = {int(f.get("numFmtId")): f.get("formatCode") for f in self.styles.iter(MAIN + "numFmt")}
        return [codes.get(int(xf.get("numFmtId")), "") for xf in self.styles.find(MAIN + "cellXfs")]
