"""Folders of results for tests of outputs: what the golden cases of `benchmark` write, and a run with every table.
As a program, golden_runs.py PROGRAM FOLDER makes that run below the folder."""
import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "benchmark"
CASES = ["summary", "few-areas", "small-areas-are-hidden", "comparison-choices", "sensitivity-and-response",
         "case-mix-raking-and-errors", "figures-without-a-survey", "index-by-other-methods", "one-area-alone",
         "areas-that-merged-are-placed-divided-ones-refused", "disclosure-preset-of-another-survey"]

EVERYTHING = {
    "study": "=1+1, every table; a title with = signs, \"quotes\" & <tags>", "index": "balanced", "purpose": "=to test",
    "population": "Simulated adults", "fieldwork": "None", "inputs": [{"file": "survey.csv"}],
    "area": {"column": "icb_code", "geography": "icb-2022"}, "weight": "weight", "strata": "stratum",
    "cluster": "practice", "funnel": True, "reliability": True, "coherence": True, "ranks": {"draws": 200},
    "sensitivity": {"draws": 50}, "by": [{"column": "age_band"}, {"column": "sex", "order": ["female", "male"]}],
    "case_mix": {"method": "regression", "adjusters": ["age_band", "sex"]},
    "peers": {"file": "like.csv", "area": "code", "columns": ["one", "two"], "k": 5}}


def golden_runs(program, work, cases=CASES):
    """(name, folder of results) of each golden case, run in a copy below `work`."""
    environment = {**os.environ, "JOINEDUP": str(program), "LC_ALL": "C.UTF-8"}
    for case in cases:
        copy = Path(work) / case
        shutil.copytree(GOLDEN / case, copy)
        subprocess.run(["sh", "./cmd"], cwd=copy, env=environment, capture_output=True, check=False)
        folders = sorted(path.parent for path in copy.rglob("results.json"))
        if not folders:
            sys.exit(f"golden case {case} leaves no folder of results")
        for folder in folders:
            yield f"{case}/{folder.name}", folder


def run_of_everything(program, work, records=1500, seed=11):
    """The folder of a simulated survey with every table that a study may ask for and areas small enough to hide."""
    work = Path(work)
    (work / "everything.json").write_text(json.dumps(EVERYTHING))

    def run(*arguments):
        done = subprocess.run([str(program), "-q", *arguments], cwd=work, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{arguments}: exit {done.returncode}\n{done.stderr}")

    run("simulate", "--records", str(records), "--seed", str(seed), "-o", "survey.csv")
    with open(work / "survey.csv", newline="", encoding="utf-8") as file:
        codes = sorted({row["icb_code"] for row in csv.DictReader(file)})
    lines = [f"{code},{k % 7},{k * k % 11}" for k, code in enumerate(codes)]
    (work / "like.csv").write_text("\n".join(["code,one,two", *lines]) + "\n")
    run("benchmark", "--study", "everything.json", "-o", "everything")
    return work / "everything"


if __name__ == "__main__":
    run_of_everything(Path(sys.argv[1]).resolve(), sys.argv[2])
