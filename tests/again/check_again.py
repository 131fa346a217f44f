#!/usr/bin/env python3
"""Does every run come out again? check_again.py report|verify PROGRAM

Runs each example and each golden case of `benchmark` in a copy, and then, for every folder of results that it left:

report   `report` makes every file again from results.json alone, byte for byte
verify   `verify` repeats the run from run.json and finds the same bytes
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WHAT, PROGRAM = sys.argv[1], str(pathlib.Path(sys.argv[2]).resolve())
EXAMPLES = ["basket", "health_index", "nhs_proms_hip", "one_area"]
# Runs that verify cannot repeat as they stand, and why.
NOT_REPEATED = {
    "run-record-says-whose-definition": "its definitions lie in a folder that only --instrument-dir names",
    "input-larger-than-memory": "its survey came by standard input",
    "case-mix-and-raking-with-faults": "its study is changed after the run",
    "measures-an-area-lacks": "its survey is changed after the run",
    "practices-in-networks": "its geography lies in a folder that only --instrument-dir names",
}
INPUTS = {"against-an-earlier-release": ["--inputs", "earlier"]}  # the earlier results lie in a folder of their own
failures, checked = [], 0
environment = {**os.environ, "JOINEDUP": PROGRAM, "LC_ALL": "C.UTF-8"}
for name in ("NO_COLOR", "JOINEDUP_INSTRUMENTS"):
    environment.pop(name, None)


def run(arguments, folder):
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def same_files(a, b):
    names = {p.name for p in a.iterdir()} | {p.name for p in b.iterdir()}
    return [n for n in sorted(names)
            if not (a / n).is_file() or not (b / n).is_file() or (a / n).read_bytes() != (b / n).read_bytes()]


def check(name, folder):
    global checked
    for results in sorted(folder.rglob("results.json")):
        if not (results.parent / "run.json").is_file():
            continue
        where = str(results.parent.relative_to(folder))
        if WHAT == "report":
            again = folder / "made-again"
            done = run([PROGRAM, "report", "-q", where, "-o", str(again)], folder)
            wrong = same_files(results.parent, again) if done.returncode == 0 else [done.stderr]
            shutil.rmtree(again, ignore_errors=True)
        elif name in NOT_REPEATED:
            continue
        else:
            done = run([PROGRAM, "verify", where, *INPUTS.get(name, [])], folder)
            wrong = [] if done.returncode == 0 else [done.stdout + done.stderr]
        checked += 1
        failures.extend(f"{name}, {where}: {one}" for one in wrong)


with tempfile.TemporaryDirectory(prefix="joinedup-again-") as scratch:
    scratch = pathlib.Path(scratch)
    for example in EXAMPLES:  # all first: one reads a file of another
        shutil.copytree(ROOT / "examples" / example, scratch / example)
    for example in EXAMPLES:
        folder = scratch / example
        for study in sorted(folder.glob("study*.json")):
            options = ["--instrument-dir", "."] if (folder / "geographies").is_dir() else []
            done = run([PROGRAM, "benchmark", "-q", "--study", study.name, *options, "-o", "out_" + study.stem], folder)
            if done.returncode != 0:
                failures.append(f"{example}, {study.name}: {done.stderr}")
        if WHAT == "report" or not (folder / "geographies").is_dir():
            check(example, folder)
    for case in sorted((ROOT / "tests" / "golden" / "benchmark").iterdir()):
        if not (case / "cmd").is_file() or re.search(r"full|interrupt|unwritable", case.name):
            continue
        folder = scratch / case.name
        shutil.copytree(case, folder)
        run(["sh", "./cmd"], folder)
        check(case.name, folder)

print("\n".join(failures))
print(f"{checked} folders of results, {len(failures)} failures")
sys.exit(1 if failures or checked < 40 else 0)
