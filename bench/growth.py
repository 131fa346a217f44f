#!/usr/bin/env python3
"""How time and memory grow: growth.py PROGRAM FOLDER [records|columns|areas|indicators|parts ...]

records      10^4 to 10^7 of `joinedup simulate`, some 55 columns      score, benchmark
columns      20,000 of those records, 55 to 2,500 columns              score, benchmark
areas        200,000 of those records in 42 to 6,000 practices         benchmark
indicators   100,000 records of 60 numbers, 1 to 60 of them used       benchmark
parts        10^6 records: aggregate, merge; whole, and in eight parts

One thread. Each line is the best of three runs, of one where that is longer than a minute. A line's `power` is the slope
of log CPU seconds over log size since the line above, 1 being linear. FOLDER takes 2 GB for records; survey files are
deleted as soon as they have been used.
"""
import csv
import json
import math
import os
import random
import subprocess
import sys
import time

from measure import INSTRUMENTS, first_line, machine


def run(command):
    """CPU seconds, seconds of the wall clock, peak MiB."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    talk = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)} failed:\n{talk.decode(errors='replace')}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def best(command):
    runs = [run(command)]
    while len(runs) < 3 and runs[0][1] < 60:
        runs.append(run(command))
    return min(r[0] for r in runs), min(r[1] for r in runs), max(r[2] for r in runs)


class Growth:
    def __init__(self, program, folder):
        self.program, self.folder, self.last = program, folder, {}
        os.makedirs(folder, exist_ok=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def line(self, what, size, job, command):
        cpu, wall, peak = best(command)
        power = ""
        if (what, job) in self.last:
            size_before, before = self.last[what, job]
            power = f"{math.log(cpu / before) / math.log(size / size_before):.2f}"
        self.last[what, job] = size, cpu
        print(f"| {what} | {size:,} | {job} | {cpu:.2f} | {wall:.2f} | {peak:.0f} | {power} |", flush=True)

    def simulate(self, records):
        survey = self.path("survey.csv")
        run([self.program, "-q", "simulate", "--records", str(records), "-o", survey])
        return survey

    def score(self, what, size, survey):
        self.line(what, size, "score", [self.program, "-q", "score", survey, *INSTRUMENTS, "--value-set",
                                        "eq-5d-5l=5L-VT-UK", "--threads", "1", "-o", self.path("scores.csv")])
        os.remove(self.path("scores.csv"))

    def benchmark(self, what, size, study, *more):
        study_file = self.path("study.json")
        with open(study_file, "w", encoding="utf-8") as file:
            json.dump(study, file)
        self.line(what, size, "benchmark", [self.program, "-q", "benchmark", "--study", study_file, "--threads", "1",
                                            *more, "-o", self.path("results"), "--force"])

    def records(self):
        for records in (10**4, 10**5, 10**6, 10**7):
            survey = self.simulate(records)
            self.score("records", records, survey)
            self.benchmark("records", records, SURVEY)
            os.remove(survey)

    def columns(self):
        survey = self.simulate(20_000)
        for columns in (55, 250, 1000, 2500):
            rows = csv.reader(open(survey, newline="", encoding="utf-8"))
            with open(self.path("wide.csv"), "w", newline="", encoding="utf-8") as file:
                wide = csv.writer(file, lineterminator="\n")
                headings = next(rows)
                more = columns - len(headings)
                wide.writerow(headings + [f"other_{c}" for c in range(more)])
                cells = [str(c % 7) for c in range(more)]
                wide.writerows(row + cells for row in rows)
            self.score("columns", columns, self.path("wide.csv"))
            self.benchmark("columns", columns, {**SURVEY, "inputs": [{"file": "wide.csv"}]})
        os.remove(survey)
        os.remove(self.path("wide.csv"))

    def areas(self):
        survey = self.simulate(200_000)
        for areas in (42, 400, 2000, 6000):
            draw = random.Random(1)
            rows = csv.reader(open(survey, newline="", encoding="utf-8"))
            with open(self.path("practices.csv"), "w", newline="", encoding="utf-8") as file:
                out = csv.writer(file, lineterminator="\n")
                out.writerow(next(rows) + ["place"])
                out.writerows(row + [f"P{draw.randrange(areas):05}"] for row in rows)
            self.benchmark("areas", areas, {"index": "balanced", "inputs": [{"file": "practices.csv"}], "area": "place",
                                            "weight": "weight"})
        os.remove(survey)
        os.remove(self.path("practices.csv"))

    def indicators(self):
        draw = random.Random(1)
        with open(self.path("numbers.csv"), "w", encoding="utf-8") as file:
            file.write(",".join(["place"] + [f"n{c}" for c in range(60)]) + "\n")
            for _ in range(100_000):
                file.write(f"P{draw.randrange(42):02}," + ",".join(str(draw.randrange(11)) for _ in range(60)) + "\n")
        for count in (1, 5, 20, 60):
            indicators = [{"id": f"n{c}", "column": f"n{c}", "goalposts": [0, 10]} for c in range(count)]
            with open(self.path("index.json"), "w", encoding="utf-8") as file:
                json.dump({"id": "numbers", "version": "1", "title": "Numbers",
                           "domains": [{"id": "all", "indicators": indicators}]}, file)
            self.benchmark("indicators", count, {"index": "./index.json", "inputs": [{"file": "numbers.csv"}],
                                                 "area": "place"})
        os.remove(self.path("numbers.csv"))

    def parts(self):
        survey = self.simulate(10**6)
        study = self.path("study.json")
        with open(study, "w", encoding="utf-8") as file:
            json.dump(SURVEY, file)
        part = self.path("part.jup")
        command = [self.program, "-q", "aggregate", "--study", study, "--threads", "1", "-o", part]
        self.line("records", 10**6, "aggregate", command)
        print(f"  the partial: {os.path.getsize(part):,} bytes")
        self.line("partials", 1, "merge", [self.program, "-q", "merge", part, "-o", self.path("results"), "--force"])
        os.remove(survey)
        os.remove(part)
        names = [f"part-{k}.csv" for k in range(1, 9)]
        for k, name in enumerate(names):
            run([self.program, "-q", "simulate", "--records", "125000", "--seed", str(k + 1), "-o", self.path(name)])
        with open(study, "w", encoding="utf-8") as file:
            json.dump({**SURVEY, "inputs": [{"file": name} for name in names]}, file)
        parts = [self.path(f"part-{k}.jup") for k in range(1, 9)]
        for k, made in enumerate(parts, 1):
            run([*command[:-1], made, "--shard", f"{k}/8"])
        self.line("partials", 8, "merge", [self.program, "-q", "merge", *parts, "-o", self.path("results"), "--force"])
        for path in [*parts, *map(self.path, names)]:
            os.remove(path)


SURVEY = {"index": "balanced", "inputs": [{"file": "survey.csv"}], "area": {"column": "icb_code", "geography": "icb-2022"},
          "weight": "weight", "strata": "stratum", "cluster": "practice"}


def main():
    program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    growth = Growth(program, folder)
    print(f"{machine()}; {first_line([program, '--version'])}; {first_line(['git', 'rev-parse', '--short', 'HEAD'])}\n")
    print("| of | size | job | CPU s | wall s | peak MiB | power |")
    print("| --- | ---: | --- | ---: | ---: | ---: | ---: |")
    for what in sys.argv[3:] or ["records", "columns", "areas", "indicators", "parts"]:
        getattr(growth, what)()


if __name__ == "__main__":
    main()
