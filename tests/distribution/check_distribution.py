#!/usr/bin/env python3
"""check_distribution.py PROGRAM: are the people and shares of table_distribution.csv those that a recount of the survey's
answers gives? Recounted here, from the questionnaires' own rules: WEMWBS (sum of 14 answers, all needed; low to 42,
moderate to 59, high), its bars and bands; the Friends and Family Test (very good or good). Rows must cover the scale without a gap, hold the
minimum of people, and add up to the measure's n; and be the same by one thread, by several and from a merge of partials."""
import csv
import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

MINIMUM = 10
BANDS = {"low": (14, 42), "moderate": (43, 59), "high": (60, 70)}
INDEX = {"id": "mood", "version": "1", "title": "Mood",
         "domains": [{"id": "mood", "indicators": [{"id": "wemwbs", "score": "wemwbs.total"}]}],
         "companions": [{"id": "fft", "score": "fft.positive"}, {"id": "swemwbs", "score": "swemwbs.metric"}]}
failures = []


def run(program, work, *arguments):
    done = subprocess.run([str(program), "-q", *arguments], cwd=work, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{arguments}: exit {done.returncode}\n{done.stderr}")


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def wemwbs(record):
    answers = [record[f"wemwbs_{k}"] for k in range(1, 15)]
    return sum(map(int, answers)) if all(a in "12345" and a for a in answers) else None


def fft(record):
    answers = {"1": 1, "2": 1, "3": 0, "4": 0, "5": 0, "6": 0, "very good": 1, "good": 1, "neither good nor poor": 0,
               "poor": 0, "very poor": 0, "don't know": 0}
    return answers.get(record["fft_1"].strip().lower())


def recount(survey, areas, weighted, score):
    """Score -> [people, weight] of those that take part."""
    out = {}
    for record in survey:
        weight = Fraction(record["weight"] or 0) if weighted else Fraction(1)
        value = score(record)
        if record["icb_code"] not in areas or weight <= 0 or value is None:
            continue
        cell = out.setdefault(value, [0, Fraction(0)])
        cell[0] += 1
        cell[1] += weight
    return out


def check(name, table, truth, low, high):
    rows = [row for row in table if row["indicator"] == name]
    whole = sum(weight for _, weight in truth.values())
    at = low
    for row in rows:
        first, last = float(row["low"]), float(row["high"])
        held = [cell for value, cell in truth.items() if first <= value <= last]
        n, share = sum(c[0] for c in held), float(sum(c[1] for c in held) / whole)
        if first != at or float(row["width"]) != last - first + 1:
            failures.append(f"{name}: a row begins at {first} and not at {at}")
        if int(row["n"]) != n or abs(float(row["share"]) - share) > 1e-12:
            failures.append(f"{name} {first} to {last}: {row['n']} and {row['share']}, recounted {n} and {share}")
        if n < MINIMUM:
            failures.append(f"{name} {first} to {last} tells of {n}")
        at = last + 1
    if at != high + 1:
        failures.append(f"{name}: rows end at {at - 1}")
    if sum(int(row["n"]) for row in rows) != sum(c[0] for c in truth.values()):
        failures.append(f"{name}: rows do not hold everybody")
    return rows


def check_bands(rows):
    for row in rows:
        names = [band for band, (low, high) in BANDS.items() if low <= float(row["high"]) and float(row["low"]) <= high]
        if row["score_band"] != " and ".join(names):
            failures.append(f"{row['low']} to {row['high']} is called {row['score_band']!r}, not {names}")


def main():
    program = Path(sys.argv[1]).resolve()
    joined = 0
    with tempfile.TemporaryDirectory(prefix="joinedup-distribution-") as work:
        work = Path(work)
        (work / "mood.json").write_text(json.dumps(INDEX))
        for seed, records, weighted in ((1, 4000, True), (2, 900, False), (3, 60, True)):
            run(program, work, "simulate", "--seed", str(seed), "--records", str(records), "-o", f"{seed}.csv")
            survey = rows_of(work / f"{seed}.csv")
            how = [f"{seed}.csv", "--index", "mood.json", "--area", "icb_code", "--geography", "icb-2022",
                   *(["--weight", "weight"] if weighted else [])]
            run(program, work, "benchmark", *how, "--threads", "1", "-o", f"{seed}-one")
            run(program, work, "benchmark", *how, "--threads", "3", "-o", f"{seed}-three")
            for part in (1, 2, 3):
                run(program, work, "aggregate", *how, "--shard", f"{part}/3", "-o", f"{seed}-{part}.jup")
            run(program, work, "merge", *(f"{seed}-{part}.jup" for part in (3, 1, 2)), "-o", f"{seed}-merged")
            told = {(work / f"{seed}-{kind}" / "table_distribution.csv").read_bytes()
                    for kind in ("one", "three", "merged")}
            if len(told) != 1:
                failures.append(f"seed {seed}: threads or partials show")
            table = rows_of(work / f"{seed}-one" / "table_distribution.csv")
            areas = {row["area_code"] for row in rows_of(work / f"{seed}-one" / "index.csv")}
            rows = check("wemwbs", table, recount(survey, areas, weighted, wemwbs), 14, 70)
            check_bands(rows)
            joined += any(" and " in row["score_band"] for row in rows)
            if any(row["indicator"] == "fft" for row in table):
                check("fft", table, recount(survey, areas, weighted, fft), 0, 1)
    if joined == 0:
        failures.append("no run joins bands: the check is too kind")
    for line in failures:
        print(line)
    print(f"{len(failures)} faults" if failures else "the rows are those of a recount")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
