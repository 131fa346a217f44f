#!/usr/bin/env python3
"""The share of a `score` run that is spent scoring: bench/scoring.sh calls it."""
import csv
import subprocess
import sys
import time

joinedup, survey, records, table = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
instruments = ["p3ceq", "eq-5d-5l", "wemwbs", "pam-13", "fft"]
command = [joinedup, "score", survey, "--threads", "1", "--value-set", "eq-5d-5l=5L-VT-UK", "-q"]
for name in instruments:
    command += ["-i", name]
best = float("inf")
for _ in range(3):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    best = min(best, time.perf_counter() - start)
whole = best / records * 1e9
with open(table, encoding="utf-8") as file:
    scoring = {row["instrument"]: float(row["ns/record"]) for row in csv.DictReader(file)}
spent = sum(scoring[name] for name in instruments if name in scoring)
print(f"score run, one thread: {whole:.0f} ns a record; scoring the five questionnaires: {spent:.0f} ns, "
      f"{100 * spent / whole:.1f} % of it")
