#!/usr/bin/env python3
"""check_datapackage.py PROGRAM: does datapackage.json tell the truth of every CSV? Runs golden cases of `benchmark` and
one with every table, and validates each folder; then spoils copies of a folder, which must be seen."""
import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from golden_runs import golden_runs, run_of_everything  # noqa: E402
from table_schema import package_faults  # noqa: E402


def change_cell(name, column, value):
    def change(folder):
        lines = (folder / name).read_text(encoding="utf-8").split("\n")
        at = lines[0].split(",").index(column)
        cells = lines[1].split(",")
        cells[at] = value
        lines[1] = ",".join(cells)
        (folder / name).write_text("\n".join(lines), encoding="utf-8")
    return change


def change_package(edit):
    def change(folder):
        package = json.loads((folder / "datapackage.json").read_text())
        edit(package)
        (folder / "datapackage.json").write_text(json.dumps(package))
    return change


SPOILED = {
    "a word for a number": change_cell("index.csv", "value", "many"),
    "a status of no such name": change_cell("index.csv", "status", "supressed"),
    "a level of no such name": change_cell("indicators.csv", "level", "ward"),
    "a share above 1": change_cell("index.csv", "p", "1.5"),
    "a count below 0": change_cell("index.csv", "n", "-1"),
    "an area that the index lacks": change_cell("indicators.csv", "area_code", "nowhere"),
    "a measure that the run lacks": change_cell("indicators.csv", "indicator", "nothing"),
    "no code": change_cell("index.csv", "area_code", ""),
    "a CSV that is not told": lambda folder: (folder / "table_more.csv").write_text("a\n1\n"),
    "a field too few": change_package(lambda p: p["resources"][0]["schema"]["fields"].pop()),
    "a field without a description": change_package(lambda p: p["resources"][1]["schema"]["fields"][2].pop("description")),
}


def main():
    program = Path(sys.argv[1]).resolve()
    failures, tables = [], set()
    with tempfile.TemporaryDirectory(prefix="joinedup-package-") as work:
        work = Path(work)
        every = run_of_everything(program, work)
        runs = [("everything", every), *golden_runs(program, work)]
        for name, folder in runs:
            failures += [f"{name}: {fault}" for fault in package_faults(folder)]
            tables |= {path.name for path in folder.glob("*.csv")}
        for what, spoil in SPOILED.items():
            copy = work / "spoiled"
            shutil.copytree(every, copy)
            spoil(copy)
            if not package_faults(copy):
                failures.append(f"{what} is not seen")
            shutil.rmtree(copy)
    for line in failures:
        print(line)
    print(f"{len(runs)} folders, {len(tables)} kinds of CSV, {len(SPOILED)} spoiled copies, {len(failures)} faults")
    if len(tables) < 20:
        print("too few kinds of CSV for the test to mean anything")
        return 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
