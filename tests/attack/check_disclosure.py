#!/usr/bin/env python3
"""check_disclosure.py PROGRAM: runs simulated surveys with small areas, then tries to get back what each run hides, from
all that it publishes. What is hidden is known from a second run that hides nothing. The attack must fail on what is
published and succeed on the same folder made leaky, or it proves nothing.

Recovered means: a count that is down to fewer than three values, a mean within 1 % of its measure's range, an index
within half a point; or a hidden number that stands anywhere in a file with four decimals or more."""
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import linear
import spread
from published import Published

POINTS = 0.5  # of the index
SHARE = 0.01  # of a measure's range

INDEX = {
    "id": "plain", "version": "1", "title": "One measure",
    "domains": [{"id": "wellbeing", "indicators": [{"id": "wemwbs", "score": "wemwbs.total"}]}],
    "companions": [{"id": "coordination", "score": "p3ceq.care_coordination"}, {"id": "fft", "score": "fft.positive"}]}

RUNS = [  # seed, records, index, target, weight, what else the study says
    (1, 1500, "balanced", "england", "weight", {}),
    (2, 1200, "plain.json", "england", None, {}),
    (3, 1500, "plain.json", "areas", None, {"sensitivity": {"draws": 200}}),
    (4, 1200, "plain.json", "areas-fixed", None, {}),
    (5, 1500, "experience", "areas-fixed", "weight", {}),
    (6, 700, "plain.json", "england", None, {"by": ["age_band", {"column": "sex"}], "mode": {"column": "sex"}}),
    (7, 2500, "plain.json", "areas-fixed", None, {}),
    (8, 1500, "balanced", "england", None,  # every table that a study may ask for
     {"funnel": True, "reliability": True, "coherence": True, "ranks": {"draws": 200}, "sensitivity": {"draws": 50},
      "case_mix": {"method": "regression", "adjusters": ["age_band", "sex"]}, "by": "sex", "mode": {"column": "age_band"}, "role": {"column": "sex"}}),
    (9, 1500, "balanced", "england", "weight",
     {"uncertainty": {"proportion": "beta"}, "df": "design", "strata": "stratum", "cluster": "practice", "funnel": True}),
    (4, 1200, "plain.json", "areas-fixed", None, {"funnel": True, "reliability": True}),
    (5, 1500, "experience", "areas-fixed", "weight", {"funnel": True}),
]


def run(program, *arguments, cwd):
    done = subprocess.run([program, *arguments], cwd=cwd, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{arguments}: exit {done.returncode}\n{done.stderr}")


def publish(program, work, number, spec):
    """The published folder of a run, and the one that hides nothing."""
    seed, records, index, target, weight, more = spec
    survey, name = f"survey{number}.csv", f"run{number}"
    run(program, "simulate", "--seed", str(seed), "--records", str(records), "-o", survey, cwd=work)
    (work / "plain.json").write_text(json.dumps(INDEX))
    study = {"study": name, "index": index, "inputs": [{"file": survey}],
             "area": {"column": "icb_code", "geography": "icb-2022"}, "target": target, **more}
    if weight:
        study["weight"] = weight
    folders = []
    for kind, rules in (("published", {}), ("truth", {"disclosure": {"minimum": 1, "caution": 1}})):
        (work / "study.json").write_text(json.dumps({**study, **rules}))
        run(program, "benchmark", "--study", "study.json", "--quiet", "-o", f"{name}-{kind}", cwd=work)
        folders.append(Published(work / f"{name}-{kind}"))
    return folders


def ranges(published):
    out = {i["indicator"]: i["high"] - i["low"] for i in published.results["indicators"]}
    return {**out, "index": 100}


def written(published, truth):
    """Hidden numbers that stand in a file. Short ones stand there by chance."""
    found = []
    numbers = published.numbers()
    shown = {repr(x) for column in published.cells.values() for c in column.values() for x in (c.value, c.se)}
    for column, code in published.hidden():
        cell = truth.cells[column][code]
        for number in (cell.value, cell.se):
            if number is None or repr(number) in shown:  # the same fraction in another area
                continue
            forms = {repr(number), f"{number:.4f}" if number >= 10 else repr(number)}
            for name, there in numbers.items():
                if any(len(f.split(".")[-1]) >= 4 and f in there for f in forms):
                    found.append(f"{name} holds a number of {column} in {code}")
    return found


def in_rows(published, truth):
    """Hidden counts or rounded values in a row that names their area."""
    found = []
    tables = [(p.name, [list(r.values()) for r in published.rows(p.name)]) for p in sorted(published.folder.glob("table_*.csv"))]
    tables.append(("report.html", list(published.report_rows())))
    tables += [(f"workbook.xlsx, {name}", rows) for name, rows in published.workbook_rows()]
    for column, code in published.hidden():
        if column != "index":
            continue
        cell = truth.cells[column][code]
        name = published.names.get(code)
        secret = {str(cell.n), f"{cell.value:.1f}"} if cell.value is not None else {str(cell.n)}
        for file, rows in tables:
            for row in rows:
                if row and (code in row or (name and name in row)) and secret & set(row):
                    found.append(f"{file}: a row of {code} holds {secret & set(row)}")
    return found


def between_scores(published):
    """Every number of people, below the minimum, that follows from the histograms: bars, runs of bars, and what the
    whole leaves."""
    found = []
    for column in published.cells:
        bars = [int(row["n"]) for row in published.bars() if row["indicator"] == column]
        if not bars:
            continue
        whole = published.cells[column][published.total]
        if whole.hidden or sum(bars) > whole.n:
            found.append(f"bars of {column} tell of its hidden whole")
            continue
        runs = {(a, b): sum(bars[a:b]) for a in range(len(bars)) for b in range(a + 1, len(bars) + 1)}
        for (a, b), n in runs.items():
            for few in (n, whole.n - n):
                if 0 < few < published.minimum or (few == 0 and n == 0):
                    found.append(f"scores: {few} people of {column} beside bars {a} to {b}")
    return found


def attack(published, truth):
    """What was recovered, a line each."""
    found = written(published, truth) + in_rows(published, truth) + between_scores(published)
    for (column, code), (low, high) in linear.recovered_counts(published).items():
        n = truth.cells[column][code].n
        if n is not None and low <= n <= high:
            found.append(f"subtraction: n of {column} in {code} is {low} to {high} (it is {n})")
    scale = ranges(published)
    for (column, code), mean in linear.recovered_means(published).items():
        if abs(mean - truth.cells[column][code].value) < SHARE * scale[column]:
            found.append(f"subtraction: {column} in {code} is {mean:.3f}")
    for column, code in published.hidden():
        value = truth.cells[column][code].value
        if column != "index" or value is None:
            continue
        for how, values in spread.candidates(published).items():
            found += [f"{how}: the index in {code} is {v:.2f}" for v in values if abs(v - value) < POINTS]
    return found


def leaky(published, truth, work, change):
    """A copy of the published folder, changed."""
    copy = work / f"{published.folder.name}-leaky"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(published.folder, copy)
    change(copy, published, truth)
    return Published(copy)


def rewrite(folder, name, change):
    path = folder / name
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        change(row)
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def without_secondary(folder, published, truth):
    """As if only small cells had been hidden."""
    def reveal(column, row):
        if row["status"] == "suppressed_secondary":
            cell = truth.cells[column][row["area_code"]]
            row.update(n=str(cell.n), value=repr(cell.value), se=repr(cell.se), status="ok")
    rewrite(folder, "index.csv", lambda row: reveal("index", row))
    rewrite(folder, "indicators.csv", lambda row: reveal(row["indicator"], row))


def with_exact_spread(folder, published, truth):
    """As if differences, reliability and shrunk values were exact although a hidden area is in the target."""
    areas = [c for a, c in truth.cells["index"].items() if a in published.areas]
    hidden = next(a for a in published.areas if published.cells["index"][a].hidden)
    members = [truth.cells["index"][a] for a in published.areas
               if published.cells["index"][a].se] + [truth.cells["index"][hidden]]
    weights = [1 / (c.se**2 + 4.0) for c in members]  # any tau2 will do once mu and it fit the members
    low, high = 0.0, 1e4
    for _ in range(200):  # Paule-Mandel by halving
        tau2 = (low + high) / 2
        weights = [1 / (c.se**2 + tau2) for c in members]
        mu = sum(w * c.value for w, c in zip(weights, members)) / sum(weights)
        q = sum(w * (c.value - mu) ** 2 for w, c in zip(weights, members))
        low, high = (tau2, high) if q > len(members) - 1 else (low, tau2)
    def fill(row):
        if row["level"] != "area" or not row["se"]:
            return
        b = tau2 / (tau2 + float(row["se"]) ** 2)
        row.update(reliability=repr(b), shrunk=repr(mu + b * (float(row["value"]) - mu)))
    assert areas
    rewrite(folder, "index.csv", fill)
    path = folder / "results.json"
    results = json.loads(path.read_text())
    results["target"]["areas_compared"] = len(members)
    path.write_text(json.dumps(results))


def with_the_true_workbook(folder, published, truth):
    """As if the workbook were made from results in which nothing is hidden."""
    shutil.copy(truth.folder / "workbook.xlsx", folder / "workbook.xlsx")


def with_the_true_bars(folder, published, truth):
    """As if no bars of a histogram had been joined."""
    shutil.copy(truth.folder / "table_distribution.csv", folder / "table_distribution.csv")


def main():
    program = str(Path(sys.argv[1]).resolve())
    work = Path(tempfile.mkdtemp(prefix="joinedup-attack-"))
    failures, hidden, leaks = [], 0, {"secondary": 0, "spread": 0, "workbook": 0, "bars": 0}
    try:
        for number, spec in enumerate(RUNS):
            published, truth = publish(program, work, number, spec)
            hidden += len(published.hidden())
            failures += [f"run {number}: {line}" for line in attack(published, truth)]
            opened = attack(leaky(published, truth, work, without_secondary), truth)
            leaks["secondary"] += any(line.startswith("subtraction") for line in opened)
            opened = attack(leaky(published, truth, work, with_exact_spread), truth)
            leaks["spread"] += any(line.startswith("from_random_effects") for line in opened)
            opened = attack(leaky(published, truth, work, with_the_true_workbook), truth)
            leaks["workbook"] += any(line.startswith("workbook.xlsx") for line in opened)
            opened = attack(leaky(published, truth, work, with_the_true_bars), truth)
            leaks["bars"] += any(line.startswith("scores") for line in opened)
    finally:
        shutil.rmtree(work)
    print(f"{len(RUNS)} runs, {hidden} hidden figures, {len(failures)} recovered; leaky copies seen through: {leaks}")
    for line in failures:
        print(" ", line)
    if hidden < 100:
        failures.append("too little is hidden for the attack to mean anything")
    if min(leaks.values()) < len(RUNS) // 2:
        failures.append("the attack does not see through leaky copies")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
