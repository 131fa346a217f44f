#!/usr/bin/env python3
"""Runs the surveys of scenarios.json and puts what they found into docs/operating-characteristics.md.

report.py run PROGRAM [--surveys N] [--seed N] [--jobs N]   all scenarios, a process each; writes the CSV and the run's
                                                            particulars, then the page
report.py page                                              the tables of the page again from the CSV
report.py check                                             is the page that of the CSV, and the CSV that of the scenarios?
"""
import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLAN = ROOT / "validation" / "scenarios.json"
PAGE = ROOT / "docs" / "operating-characteristics.md"
FIGURES = PAGE.with_suffix(".csv")
PARTICULARS = PAGE.with_suffix(".json")
BEGIN, END = "<!-- figures: made by validation/report.py -->", "<!-- end of figures -->"
WANTED = (0.94, 0.96)  # of 95 % intervals
ALARMS = {"worse": 0.025, "much_worse": 0.001, "better": 0.025, "much_better": 0.001}  # nominal, one side


class Figures:
    def __init__(self):
        with FIGURES.open(newline="") as file:
            self.rows = list(csv.DictReader(file))
        self.by_key = {tuple(r[k] for k in ("scenario", "analysis", "quantity", "areas", "figure")): r for r in self.rows}

    def get(self, scenario, analysis, quantity, areas, figure):
        row = self.by_key.get((scenario, analysis, quantity, areas, figure))
        return None if row is None else (float(row["value"]), float(row["mc_se"]))


def percent(found, is_bad=lambda value, error: False, places=1):
    """Value and Monte Carlo standard error in per cent; bold where it is not what is wanted."""
    if found is None:
        return ""
    value, error = found
    text = f"{100 * value:.{places}f} ± {100 * error:.{max(places, 2)}f}"
    return f"**{text}**" if is_bad(value, error) else text


def outside(value, _error):
    return not WANTED[0] <= round(value, 3) <= WANTED[1]


def above(nominal):
    return lambda value, error: value - 2 * error > nominal


def plain(found, places=2):
    return "" if found is None else f"{found[0]:.{places}f} ± {found[1]:.{places}f}"


def table(headings, rows):
    lines = ["| " + " | ".join(headings) + " |", "| --- | --- |" + " ---: |" * (len(headings) - 2)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def analyses(plan):
    for scenario in plan["scenarios"]:
        for analysis in scenario["analyses"]:
            yield scenario, analysis


def label(scenario, analysis):
    return [scenario["id"], analysis["title"]]


def surveys_table(plan):
    def areas(scenario):
        return ", ".join(f"{c['areas']} of {c['answers']}" for c in scenario["areas"])
    lines = ["| survey | what it is | areas, and answers in each |", "| --- | --- | --- |"]
    return lines + [f"| {s['id']} | {s['title']} | {areas(s)} |" for s in plan["scenarios"]]


def coverage_table(plan, figures):
    measures = [m["id"] for m in plan["measures"]]
    rows = []
    for s, a in analyses(plan):
        cells = [percent(figures.get(s["id"], a["id"], q, "all", "coverage_95"), outside) for q in ["index"] + measures]
        cells.append(percent(figures.get(s["id"], a["id"], "index", "whole", "coverage_95"), outside))
        cells.append(plain(figures.get(s["id"], a["id"], "index", "all", "se_ratio"), 3))
        rows.append(label(s, a) + cells)
    return table(["survey", "analysis", "index"] + measures + ["index of the whole", "standard error / error"], rows)


def sizes(plan):
    return sorted({c["answers"] for s in plan["scenarios"] for c in s["areas"]})


def by_size_table(plan, figures, quantity, figure, is_bad, places=1, keep=lambda s, a: True):
    rows = []
    for s, a in analyses(plan):
        cells = [percent(figures.get(s["id"], a["id"], quantity, str(n), figure), is_bad, places) for n in sizes(plan)]
        if keep(s, a) and any(cells):
            rows.append(label(s, a) + cells)
    return table(["survey", "analysis"] + [f"{n} answers" for n in sizes(plan)], rows)


def alarms_table(plan, figures, first):
    rows = []
    for s, a in analyses(plan):
        cells = [percent(figures.get(s["id"], a["id"], "index", "all", first + figure), above(nominal), 2)
                 for figure, nominal in ALARMS.items()]
        if first == "":
            cells.append(percent(figures.get(s["id"], a["id"], "index", "whole", "any_flagged"), above(0.05)))
        if any(cells):
            rows.append(label(s, a) + cells)
    headings = ["worse or much worse", "much worse", "better or much better", "much better"]
    return table(["survey", "analysis"] + headings + (["any area flagged"] if first == "" else []), rows)


def ranks_table(plan, figures):
    rows = []
    for s, a in analyses(plan):
        if not s.get("between"):
            continue
        get = lambda areas, figure: figures.get(s["id"], a["id"], "index", areas, figure)
        rows.append(label(s, a) + [percent(get("whole", "all_rank_intervals"), lambda v, e: v + 2 * e < 0.95),
                                   percent(get("all", "rank_interval"), lambda v, e: v + 2 * e < 0.95),
                                   percent(get("all", "rank_interval_width"))])
    return table(["survey", "analysis", "all intervals of a survey hold", "each interval holds",
                  "width, of the widest possible"], rows)


def bias_table(plan, figures):
    rows = []
    for s, a in analyses(plan):
        get = lambda areas, figure: figures.get(s["id"], a["id"], "index", areas, figure)
        rows.append(label(s, a) + [plain(get("all", "bias"), 3), plain(get("all", "bias_over_areas"), 3),
                                   plain(get("whole", "bias"), 3)])
    return table(["survey", "analysis", "mean over areas", "root mean square over areas", "the whole"], rows)


def figures_text():
    plan, figures, run = json.loads(PLAN.read_text()), Figures(), json.loads(PARTICULARS.read_text())
    alike = lambda s, a: not s.get("between")
    parts = [
        [f"{run['surveys'] * len(plan['scenarios']):,} surveys, {run['surveys']:,} of each kind, seed {run['seed']}; joinedup "
         f"{run['version']} at commit {run['commit']}, {run['compiler']}; {run['cpu_seconds']} seconds of processor time. "
         f"`{run['command']}`"],
        ["### The surveys", ""] + surveys_table(plan),
        ["### Coverage of 95 % intervals, per cent", "",
         "Over all areas of a survey. Wanted: 94 to 96; **bold** is outside. The last column is √(mean squared standard error / mean "
         "squared error): 1 where standard errors are right.", ""] + coverage_table(plan, figures),
        ["Of the index, by answers in the area:", ""] + by_size_table(plan, figures, "index", "coverage_95", outside),
        ["Of the proportion:", ""] + by_size_table(plan, figures, "recommend", "coverage_95", outside),
        ["### False alarms, per cent of areas", "",
         "No area differs from any other, so every band but \"as expected\" is false. Nominal: 2.5 for worse or much worse, 0.1 for much "
         "worse, and the same on the other side; at most 5 % of surveys with any area flagged. **Bold** is above nominal by more than two "
         "Monte Carlo standard errors.", "", "`band_sampling` and `fdr`:", ""] + alarms_table(plan, figures, ""),
        ["`band`, which allows for the usual spread of areas (with areas that differ, 2.5 and 0.1 are what a normal spread would give):",
         ""] + alarms_table(plan, figures, "spread_"),
        ["`band_sampling` worse or much worse, by answers in the area:", ""]
        + by_size_table(plan, figures, "index", "worse", above(0.025), 2, alike),
        ["`band_sampling` much worse, by answers in the area:", ""]
        + by_size_table(plan, figures, "index", "much_worse", above(0.001), 2, alike),
        ["### Rank intervals, per cent", "",
         "The truth is an area's rank by true index among the areas that were ranked. Wanted: at least 95, for all intervals of a survey "
         "at once by default, for each by itself where a study asks for marginal ones. **Bold** is below by more than two Monte Carlo "
         "standard errors.", ""] + ranks_table(plan, figures),
        ["### Bias of the index, points", "",
         "Estimate less truth. The mean over areas can be 0 while areas err in both directions; the root mean square over areas of each "
         "one's bias shows that (what Monte Carlo error adds is taken off).", ""] + bias_table(plan, figures),
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def new_page():
    before, rest = PAGE.read_text().split(BEGIN)
    return f"{before}{BEGIN}\n\n{figures_text()}\n\n{END}{rest.split(END)[1]}"


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()


def run_scenario(program, scenario, surveys, seed):
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        subprocess.run([program, PLAN, "--out", file.name, "--surveys", str(surveys), "--seed", str(seed), "--threads", "1",
                        "--scenario", scenario], check=True)
        return Path(file.name).read_text().splitlines(keepends=True)


def run(program, surveys, seed, jobs):
    program = Path(program).resolve()
    scenarios = [s["id"] for s in json.loads(PLAN.read_text())["scenarios"]]
    with ThreadPoolExecutor(jobs) as pool:
        parts = list(pool.map(lambda scenario: run_scenario(program, scenario, surveys, seed), scenarios))
    FIGURES.write_text(parts[0][0] + "".join(line for part in parts for line in part[1:]))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    about = {
        "command": f"python3 validation/report.py run build/validation/operating_characteristics --surveys {surveys} --seed {seed}",
        "seed": seed, "surveys": surveys, "version": output(program, "--version"),
        "commit": output("git", "rev-parse", "--short", "HEAD"),
        "compiler": "g++ " + output("g++", "-dumpfullversion"), "cpu_seconds": round(used.ru_utime + used.ru_stime)}
    PARTICULARS.write_text(json.dumps(about, indent=2) + "\n")


def check():
    plan, figures, run_about = json.loads(PLAN.read_text()), Figures(), json.loads(PARTICULARS.read_text())
    faults = []
    expected = {(s["id"], a["id"]) for s, a in analyses(plan)}
    found = {(r["scenario"], r["analysis"]) for r in figures.rows}
    if expected != found:
        faults.append(f"the CSV is of other scenarios: {sorted(expected ^ found)}")
    if max(int(r["surveys"]) for r in figures.rows) != run_about["surveys"]:
        faults.append("the CSV is of another number of surveys than its particulars say")
    if not faults and new_page() != PAGE.read_text():
        faults.append("the page is not that of the CSV: run validation/report.py page")
    print("\n".join(faults) if faults else "in step")
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", choices=["run", "page", "check"])
    parser.add_argument("program", nargs="?")
    parser.add_argument("--surveys", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20261201)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    if options.job == "check":
        return check()
    if options.job == "run":
        run(options.program, options.surveys, options.seed, options.jobs)
    PAGE.write_text(new_page())
    return 0


if __name__ == "__main__":
    sys.exit(main())
