#!/usr/bin/env python3
"""Times joinedup beside DuckDB and polars, in turn on the same file, and prints medians and ratios.

    python3 bench/peers.py PROGRAM FOLDER [RECORDS] [RUNS] [--survey CSV --map MAP.json --columns COLUMNS.json]

job a   the six measures of every record, with their status, as CSV in the order of the file
job b   n, mean and spread of the six measures by area: the peers give n, mean and SD; joinedup runs the whole
        `benchmark`, with standard errors, index, bands, ranks, report and workbook, and the SHA-256 of the file

The peers are those that Node.js finds in the folder that PEERS names (npm i @duckdb/node-api nodejs-polars
nodejs-polars-linux-x64-gnu); one that is not there is left out, and that is said. They read the file with the columns
and types given to them, keep no account of records and check no answer. Outputs go to memory (/dev/shm) where there
is such a place, so that no disk is timed. Figures are added to bench/results/peers.csv.
"""

import argparse
import csv
import datetime
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

from measure import first_line, machine, run

HERE = os.path.dirname(os.path.abspath(__file__))
RESULTS = os.path.join(HERE, "results", "peers.csv")
SCORES = "eq-5d-5l.index,eq-5d-5l.vas,wemwbs.total,pam-13.raw,p3ceq.total,fft.positive"
MEASURES = ["eq5d", "vas", "wemwbs", "pam", "p3ceq", "fft"]
SAME = ["eq5d", "vas", "wemwbs", "pam", "fft"]  # the peers add up nine questions of the P3CEQ, joinedup scores it


def write_values(program, folder):
    """The value of every EQ-5D-5L state, for those who have no value set of their own."""
    states = ["".join(state) for state in itertools.product("12345", repeat=5)]
    asked, values = os.path.join(folder, "states.csv"), os.path.join(folder, "values.csv")
    with open(asked, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", "eq5d_mo", "eq5d_sc", "eq5d_ua", "eq5d_pd", "eq5d_ad"])
        out.writerows([state, *state] for state in states)
    scored = subprocess.run([program, "-q", "score", asked, "-i", "eq-5d-5l", "--id", "id", "--value-set",
                             "eq-5d-5l=5L-CW-UK", "--scores", "eq-5d-5l.index"], capture_output=True, text=True, check=True)
    with open(values, "w", encoding="utf-8") as file:
        file.write("state,value\n")
        for row in csv.DictReader(scored.stdout.splitlines()):
            file.write(f"{row['id']},{row['eq-5d-5l.index']}\n")
    return values


def peers():
    """Name and version of the peers that are there."""
    folder = os.environ.get("PEERS", os.getcwd())
    for name, package in (("duckdb", "@duckdb/node-api"), ("polars", "nodejs-polars")):
        described = os.path.join(folder, "node_modules", package, "package.json")
        if shutil.which("node") and os.path.exists(described):
            with open(described, encoding="utf-8") as file:
                yield name, json.load(file)["version"]
        else:
            print(f"{name} is left out: no {package} below {folder} (set PEERS)")


class Jobs:
    def __init__(self, program, folder, survey, values, choices):
        self.program, self.folder, self.survey, self.values, self.choices = program, folder, survey, values, choices

    def out(self, name):
        return os.path.join(self.folder, name)

    def ours(self, job, threads):
        options = ["--map", self.choices.map] if self.choices.map else []
        options += ["--threads", str(threads), "--value-set", "eq-5d-5l=5L-CW-UK", "--missing-rule",
                    "wemwbs=person_mean_max3"]
        if job == "a":
            return [self.program, "-q", "score", self.survey, "--scores", SCORES, "--keep", self.choices.id, *options,
                    "-o", self.out("joinedup_a.csv")]
        return [self.program, "-q", "benchmark", self.survey, "--index", os.path.join(HERE, "peers", "index.json"),
                "--area", self.choices.area, "--geography", "icb-2022", *options, "-o", self.out("joinedup_b"), "--force"]

    def peer(self, name, job, threads):
        columns = [self.choices.columns] if self.choices.columns else []
        return ["node", os.path.join(HERE, "peers", f"{name}.mjs"), job, self.survey, self.values,
                self.out(f"{name}_{job}.csv"), str(threads), *columns]


def compare_scores(ours, theirs):
    """Cells of job a that differ, by measure."""
    columns = dict(zip(MEASURES, SCORES.split(",")))
    differing = dict.fromkeys(SAME, 0)
    with open(ours, newline="", encoding="utf-8") as a, open(theirs, newline="", encoding="utf-8") as b:
        by_id = {row["id"]: row for row in csv.DictReader(b)}
        reader = csv.DictReader(a)
        name = reader.fieldnames[0]
        for row in reader:
            other = by_id[row[name]]
            for measure in SAME:
                mine, its = row[columns[measure]], other[measure]
                same = (mine == "") == (its == "") and (mine == "" or abs(float(mine) - float(its)) < 1e-9)
                differing[measure] += not same
    return differing


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("records", nargs="?", type=int, default=1_000_000)
    parser.add_argument("runs", nargs="?", type=int, default=5)
    parser.add_argument("--survey")
    parser.add_argument("--map")
    parser.add_argument("--columns")
    choices = parser.parse_args()
    program = os.path.abspath(choices.program)
    os.makedirs(choices.folder, exist_ok=True)
    survey = choices.survey or os.path.join(choices.folder, "peers.csv")
    if not choices.survey:
        run([program, "-q", "simulate", "--records", str(choices.records), "-o", survey])
    choices.id, choices.area = "respondent_id", "icb_code"
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else choices.folder
    limit = os.path.join(choices.folder, "structure_limit")
    run(["g++", "-O3", "-std=c++20", os.path.join(HERE, "structure_limit.cpp"), "-o", limit])
    threads = min(2, os.cpu_count() or 1)
    os.environ["POLARS_MAX_THREADS"] = str(threads)
    there = list(peers())
    with tempfile.TemporaryDirectory(dir=memory) as out:
        jobs = Jobs(program, out, os.path.abspath(survey), write_values(program, choices.folder), choices)
        rows = {("limit", "", 1): [[limit, survey]]}
        for job in "ab":
            for count in sorted({1, threads}):
                rows["joinedup", job, count] = [jobs.ours(job, count)]
            for name, _ in there:
                rows[name, job, threads] = [jobs.peer(name, job, threads)]
        times = {key: [] for key in rows}
        memories = dict.fromkeys(rows, 0.0)
        for _ in range(choices.runs):
            for key, (command,) in rows.items():
                seconds, peak = run(command)
                times[key].append(seconds)
                memories[key] = max(memories[key], peak)
        versions = {"joinedup": first_line([program, "--version"]).split()[-1], "limit": "", **dict(there)}
        report(times, memories, versions, os.path.getsize(survey), threads)
        for name, _ in there:
            differing = compare_scores(jobs.out("joinedup_a.csv"), jobs.out(f"{name}_a.csv"))
            print(f"cells of job a that differ from {name}:", ", ".join(f"{m} {n}" for m, n in differing.items()))


def report(times, memories, versions, size, threads):
    medians = {key: statistics.median(values) for key, values in times.items()}
    commit = first_line(["git", "-C", HERE, "rev-parse", "--short", "HEAD"])
    new = not os.path.exists(RESULTS)
    with open(RESULTS, "a", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        if new:
            out.writerow(["date", "commit", "machine", "program", "version", "job", "threads", "bytes", "runs", "least s",
                          "median s", "peak MB"])
        for (name, job, count), values in times.items():
            out.writerow([datetime.date.today().isoformat(), commit, machine(), name, versions[name], job, count, size,
                          len(values), f"{min(values):.3f}", f"{medians[name, job, count]:.3f}",
                          f"{memories[name, job, count]:.1f}"])
    print(f"{'job':4}{'program':20}{'threads':>8}{'median s':>10}{'least s':>9}{'peak MB':>9}  ratio")
    for (name, job, count), values in times.items():
        ours = medians.get(("joinedup", job, threads))
        ratio = ""
        if name == "joinedup":
            ratio = f"{medians[name, job, count] / medians['limit', '', 1]:.2f} x the limit"
        elif ours:
            ratio = f"{medians[name, job, count] / ours:.2f} x joinedup"
        print(f"{job:4}{name + ' ' + versions[name]:20}{count:>8}{medians[name, job, count]:>10.3f}{min(values):>9.3f}"
              f"{memories[name, job, count]:>9.1f}  {ratio}")


if __name__ == "__main__":
    sys.exit(main())
