#!/usr/bin/env python3
"""check_workbook.py PROGRAM: is workbook.xlsx the CSVs, cell by cell, and does it follow the guidance of the Government
Analysis Function for accessible spreadsheets? Runs golden cases of `benchmark` and one with every table."""
import csv
import json
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from golden_runs import golden_runs, run_of_everything  # noqa: E402
from workbook import MAIN, Workbook  # noqa: E402

MARKS = {"[c]", "[x]", "[z]"}
DC = "{http://purl.org/dc/elements/1.1/}"


def csv_sheet(name):
    """The sheet of a CSV: index.csv is Index, table_by_sex.csv is By_sex."""
    stem = name.removesuffix(".csv").removeprefix("table_")
    return (stem[0].upper() + stem[1:])[:31]


def same(text, cell, numeric):
    if text == "":
        return cell in MARKS
    if isinstance(cell, float):
        return numeric and cell == float(text)
    return cell == text and not numeric


def compare(folder, book):
    faults = []
    package = json.loads((folder / "datapackage.json").read_text())
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        with open(folder / resource["path"], newline="", encoding="utf-8") as file:
            lines = list(csv.reader(file))[1:]
        sheet = book.sheets.get(csv_sheet(resource["path"]))
        if sheet is None:
            faults.append(f"no sheet of {resource['path']}")
            continue
        if not lines:
            if sheet.tables:
                faults.append(f"{sheet.name}: a table of no rows")
            continue
        rows = sheet.table_rows()
        if len(rows) != len(lines):
            faults.append(f"{sheet.name}: {len(rows)} rows, the CSV has {len(lines)}")
        for number, (line, row) in enumerate(zip(lines, rows), 2):
            for field, text, cell in zip(fields, line, row, strict=True):
                if not same(text, cell, field["type"] in ("integer", "number")):
                    faults.append(f"{sheet.name}: {field['name']} of line {number} is {cell!r}, in the CSV \"{text}\"")
        faults += blank_faults(sheet, fields, lines, rows)
    return faults


def blank_faults(sheet, fields, lines, rows):
    """A hidden row has [c] for its figures; a row that is not hidden and not compared has none."""
    faults = []
    names = [f["name"] for f in fields]
    if "status" not in names:
        return faults
    at = names.index("status")
    for line, row in zip(lines, rows):
        hidden = "suppressed" in line[at] or "disclosure_difference" in line[at]
        if hidden and row[names.index("n")] != "[c]":
            faults.append(f"{sheet.name}: n of a hidden row is {row[names.index('n')]!r}")
        if not hidden and row[names.index("n")] == "[c]":
            faults.append(f"{sheet.name}: n of a row that is shown is hidden")
    return faults


def guidance(book):
    """What the checklist of the guidance asks for, as far as a program can see."""
    faults = []
    names = list(book.sheets)
    if names[:3] != ["Cover", "Contents", "Notes"]:
        faults.append(f"the first sheets are {names[:3]}")
    if len({n.lower() for n in names}) != len(names) or any(len(n) > 31 or re.search(r"[\[\]:*?/\\]", n) for n in names):
        faults.append("names of sheets are not unique, or not allowed")
    if not book.core.findtext(DC + "title") or book.core.findtext(DC + "language") != "en-GB":
        faults.append("no title or language of the document")
    linked = {location.split("!")[0].strip("'") for location in book.sheets["Contents"].links.values()}
    if linked != set(names) - {"Contents"}:
        faults.append(f"contents link to {sorted(linked)}")
    styled = [s.get("name") for s in book.styles.iter(MAIN + "cellStyle")]
    if styled != ["Normal", "Heading 1", "Heading 2", "Hyperlink"]:
        faults.append(f"named styles are {styled}")
    if any(float(size.get("val")) < 12 for size in book.styles.iter(MAIN + "sz")):
        faults.append("a font below 12 points")
    taken = set()
    for sheet in book.sheets.values():
        faults += [f"{sheet.name}: {fault}" for fault in sheet_faults(sheet, book, taken)]
    return faults


def sheet_faults(sheet, book, taken):
    named = [xf.get("xfId") for xf in book.styles.find(MAIN + "cellXfs")]
    if not isinstance(sheet.cells.get((0, 0)), str) or named[sheet.styles[0, 0]] != "1":
        yield "no title in A1 by the style Heading 1"
    if sheet.merged or sheet.formulas:
        yield "merged cells or formulas"
    if sheet.root.find(f".//{MAIN}pane") is not None or sheet.root.find(f".//{MAIN}headerFooter") is not None:
        yield "frozen panes, or text in a header or footer"
    if any(v.startswith(("=", "+", "@", "\t")) for v in sheet.cells.values() if isinstance(v, str)):
        yield "a text that a spreadsheet could run"
    if len(sheet.tables) > 1 or (not sheet.tables and sheet.name in ("Contents", "Notes", "Index", "Indicators")):
        yield f"{len(sheet.tables)} tables"
    above = " ".join(str(v) for (r, c), v in sheet.cells.items() if c == 0 and (not sheet.tables or r < sheet.tables[0][1]))
    last_row = max(r for r, _ in sheet.cells)
    for name, first, last, width, headings in sheet.tables:
        if not re.fullmatch(r"[A-Za-z_]\w*", name) or name.lower() in taken:
            yield f"table name {name}"
        taken.add(name.lower())
        if last != last_row:
            yield "something below the table"
        if headings != sheet.row(first) or len({h.lower() for h in headings}) != len(headings) or not all(headings):
            yield "headings that are empty, twice there, or other than those of the table"
        if getattr(sheet, "filters", None) is not None:
            yield "filter buttons"
        rows = sheet.table_rows()
        if any(v is None or v == "" for row in rows for v in row):
            yield "an empty cell in the table"
        for mark in MARKS:
            if (any(mark == v for row in rows for v in row)) != (mark + " is" in above):
                yield f"{mark} is used and not explained above the table, or the other way round"


def change_csv(folder):
    """Another number in a CSV than in the workbook, in the row of the first area."""
    path = folder / "index.csv"
    with open(path, newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file))
    lines[1][lines[0].index("n")] = "987654"
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)


def unseen(folder):
    """Faults put in by hand that the checks do not see."""
    spoiled = []
    def spoil(what, change):
        book = Workbook(folder / "workbook.xlsx")
        change(book)
        if not guidance(book):
            spoiled.append(f"{what} is not seen")
    index = lambda book: book.sheets["Index"]
    spoil("an empty cell", lambda b: index(b).cells.update({(index(b).tables[0][1] + 1, 3): ""}))
    spoil("a formula", lambda b: index(b).formulas.append("A1"))
    spoil("merged cells", lambda b: index(b).merged.append("A1:B1"))
    spoil("a text that runs", lambda b: index(b).cells.update({(index(b).tables[0][1] + 1, 1): "=1+1"}))
    spoil("a note below the table", lambda b: index(b).cells.update({(index(b).tables[0][2] + 1, 0): "note"}))
    spoil("two headings alike", lambda b: index(b).tables[0][4].__setitem__(1, "Area code"))
    spoil("a sheet without a link", lambda b: b.sheets["Contents"].links.popitem())
    spoil("no language", lambda b: b.core.remove(b.core.find(DC + "language")))
    spoil("shorthand without its meaning", lambda b: [index(b).cells.pop((r, 0)) for r in range(1, index(b).tables[0][1])])
    change_csv(folder)
    if not compare(folder, Workbook(folder / "workbook.xlsx")):
        spoiled.append("another number in the CSV is not seen")
    return spoiled


def main():
    program = Path(sys.argv[1]).resolve()
    failures, compared, marks = [], 0, set()
    with tempfile.TemporaryDirectory(prefix="joinedup-workbook-") as work:
        runs = [("everything", run_of_everything(program, work)), *golden_runs(program, work)]
        for name, folder in runs:
            book = Workbook(folder / "workbook.xlsx")
            failures += [f"{name}: {fault}" for fault in compare(folder, book) + guidance(book)]
            if book.dates != {(1980, 1, 1, 0, 0, 0)}:
                failures.append(f"{name}: parts of other dates: {book.dates}")
            cells = [v for s in book.sheets.values() for v in s.cells.values()]
            compared += len(cells)
            marks |= MARKS & {v for v in cells if isinstance(v, str)}
        failures += unseen(runs[0][1])
    for line in failures[:60]:
        print(line)
    print(f"{len(runs)} workbooks, {compared} cells, marks {sorted(marks)}, {len(failures)} faults")
    if marks != MARKS:
        print("not every mark was met")
        return 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
