#!/usr/bin/env python3
"""check_libreoffice.py PROGRAM: does LibreOffice open workbook.xlsx and read from every sheet what the CSVs hold? Exits
with 77, skipped, where LibreOffice is not installed (Debian: libreoffice-calc-nogui)."""
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from golden_runs import run_of_everything  # noqa: E402
from workbook import Workbook  # noqa: E402

# Commas, double quotes, UTF-8, numbers as they are and not as shown, every sheet.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,UTF8,1,,0,false,false,false,false,false,-1"


def same(text, shown):
    if text == "":
        return shown in ("[c]", "[x]", "[z]")
    try:
        number = float(text)
    except ValueError:
        return shown == text
    if shown == text:
        return True
    value = float(shown.rstrip("%")) / (100 if shown.endswith("%") else 1)
    return abs(value - number) <= 1e-13 * max(1, abs(number))  # it writes 15 digits


def main():
    program = Path(sys.argv[1]).resolve()
    office = shutil.which("soffice")
    if office is None:
        print("skipped: LibreOffice is not installed (apt-get install libreoffice-calc-nogui)")
        return 77
    faults, cells = [], 0
    with tempfile.TemporaryDirectory(prefix="joinedup-libreoffice-") as work:
        folder = run_of_everything(program, work)
        done = subprocess.run([office, "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", FILTER,
                               "--outdir", f"{work}/read", str(folder / "workbook.xlsx")], capture_output=True, text=True)
        if done.returncode != 0 or "rror" in done.stderr:
            faults.append(f"LibreOffice: exit {done.returncode}: {done.stderr}")
        book = Workbook(folder / "workbook.xlsx")
        for name in book.sheets:
            if not (Path(work) / "read" / f"workbook-{name}.csv").exists():
                faults.append(f"LibreOffice reads no sheet {name}")
        for resource in [] if faults else json.loads((folder / "datapackage.json").read_text())["resources"]:
            with open(folder / resource["path"], newline="", encoding="utf-8") as file:
                lines = list(csv.reader(file))[1:]
            if not lines:
                continue
            stem = resource["name"].removeprefix("table_")
            name = (stem[0].upper() + stem[1:])[:31]
            with open(Path(work) / "read" / f"workbook-{name}.csv", newline="", encoding="utf-8") as file:
                rows = list(csv.reader(file))[book.sheets[name].tables[0][1] + 1:]
            if len(rows) != len(lines):
                faults.append(f"{name}: {len(rows)} rows of {len(lines)}")
            for line, row in zip(lines, rows):
                cells += len(line)
                faults += [f"{name}: {shown} for {text}" for text, shown in zip(line, row) if not same(text, shown)]
    for line in faults[:40]:
        print(line)
    print(f"{cells} cells read by LibreOffice, {len(faults)} faults")
    return 1 if faults or cells < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
