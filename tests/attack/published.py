"""What a run publishes, as somebody outside reads it: every file of the folder, every number in it."""
import csv
import json
import re
import sys
from html import unescape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from workbook import Workbook  # noqa: E402

NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


class Cell:
    """One figure: the index ("index") or an indicator, of an area, a region or the whole."""

    def __init__(self, row):
        number = lambda name: float(row[name]) if row.get(name) else None
        self.n = int(row["n"]) if row["n"] else None
        self.value, self.se = number("value"), number("se")
        self.difference, self.z, self.z_od = number("difference"), number("z"), number("z_od")
        self.reliability, self.shrunk = number("reliability"), number("shrunk")
        self.status = row["status"].split(";")
        self.hidden = any(s.startswith("suppressed") or s == "disclosure_difference" for s in self.status)
        self.few = "suppressed" in self.status


class Published:
    """`cells`: column -> code -> Cell. `regions`: region -> codes of its areas. `total`: code of the whole."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.results = json.loads((self.folder / "results.json").read_text())
        self.minimum = self.results["suppression"]["minimum"]
        self.total = self.results["total"]["area_code"]
        self.regions = {r["area_code"]: [] for r in self.results["regions"]}
        for area in self.results["areas"]:
            if area.get("region") in self.regions:
                self.regions[area["region"]].append(area["area_code"])
        self.areas = [a["area_code"] for a in self.results["areas"]]
        self.names = {a["area_code"]: a["area_name"] for a in self.results["areas"]}
        self.cells = {"index": {row["area_code"]: Cell(row) for row in self.rows("index.csv")}}
        for row in self.rows("indicators.csv"):
            self.cells.setdefault(row["indicator"], {})[row["area_code"]] = Cell(row)

    def rows(self, name):
        with open(self.folder / name, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def bars(self):
        """Rows of the histograms of scores."""
        return self.rows("table_distribution.csv") if (self.folder / "table_distribution.csv").exists() else []

    def texts(self):
        return {path.name: Workbook(path).text() if path.suffix == ".xlsx" else path.read_text(encoding="utf-8")
                for path in sorted(self.folder.iterdir())}

    def hidden(self):
        """(column, code) of every figure that is hidden."""
        return [(c, code) for c, column in self.cells.items() for code, cell in column.items() if cell.hidden]

    def numbers(self):
        """Every number in every file, as it is written."""
        return {name: set(NUMBER.findall(text)) for name, text in self.texts().items()}

    def report_rows(self):
        """Rows of the report's tables, as their cells' texts."""
        page = self.texts()["report.html"]
        for row in re.findall(r"<tr\b.*?</tr>", page, re.S):
            yield [unescape(re.sub(r"<[^>]*>", " ", c)).strip() for c in re.findall(r"<t[dh]\b.*?</t[dh]>", row, re.S)]

    def workbook_rows(self):
        """(sheet, rows) of the workbook, cells as a CSV would have them."""
        as_text = lambda v: "" if v is None else v if isinstance(v, str) else str(int(v)) if v == int(v) else repr(v)
        for sheet in Workbook(self.folder / "workbook.xlsx").sheets.values():
            if sheet.tables:
                yield sheet.name, [[as_text(v) for v in row] for row in sheet.table_rows()]
