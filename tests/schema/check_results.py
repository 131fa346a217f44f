#!/usr/bin/env python3
"""check_results.py PROGRAM: does every results.json fit its schema? Runs every golden case of `benchmark` and `merge`,
and a survey with every table; then spoils copies, which must not fit. Needs python3-jsonschema."""
import copy
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from golden_runs import GOLDEN, run_of_everything  # noqa: E402

SCHEMA = HERE.parent.parent / "instruments/schema/results.schema.json"


def without(name):
    return lambda r: r.pop(name)


SPOILED = {
    "another format": lambda r: r.update(format=2),
    "no total": without("total"),
    "a member of no such name": lambda r: r.update(more=1),
    "an area without its status": lambda r: r["areas"][0].pop("status"),
    "a status of no such name": lambda r: r["areas"][0].update(status="supressed"),
    "a band of no such name": lambda r: r["areas"][0].update(band="fair"),
    "a count below 0": lambda r: r["total"].update(n=-1),
    "a number as text": lambda r: r["total"].update(value="61.2"),
    "a table that leads out of the folder": lambda r: r["tables"].update({"../a": next(iter(r["tables"].values()))}),
    "a table of no section": lambda r: next(iter(r["tables"].values())).update(section="elsewhere"),
    "a hash cut short": lambda r: r["inputs"][0].update(sha256="ab"),
}


def golden_results(program, work):
    """(name, file) of every results.json that a golden case leaves."""
    environment = {**os.environ, "JOINEDUP": str(program), "LC_ALL": "C.UTF-8"}
    for command in ("benchmark", "merge"):
        for case in sorted(GOLDEN.parent.glob(f"{command}/*/cmd")):
            folder = work / command / case.parent.name
            shutil.copytree(case.parent, folder)
            subprocess.run(["sh", "./cmd"], cwd=folder, env=environment, capture_output=True, check=False)
            for file in sorted(folder.rglob("results.json")):
                yield str(file.relative_to(work)), file


def main():
    program = Path(sys.argv[1]).resolve()
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures, runs = [], 0
    with tempfile.TemporaryDirectory(prefix="joinedup-results-") as work:
        every = run_of_everything(program, Path(work))
        for name, file in [("everything", every / "results.json"), *golden_results(program, Path(work))]:
            runs += 1
            results = json.loads(file.read_text(encoding="utf-8"))
            failures += [f"{name}: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
                         for e in validator.iter_errors(results)]
        whole = json.loads((every / "results.json").read_text(encoding="utf-8"))
        for what, spoil in SPOILED.items():
            spoiled = copy.deepcopy(whole)
            spoil(spoiled)
            if validator.is_valid(spoiled):
                failures.append(f"{what} fits the schema")
    for line in failures:
        print(line)
    if runs < 30:
        failures.append(f"only {runs} runs left results")
    print(f"{runs} results, {len(SPOILED)} spoiled copies, {len(failures)} faults")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
