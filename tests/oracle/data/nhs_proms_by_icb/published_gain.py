#!/usr/bin/env python3
"""Mean change of the publisher's own EQ-5D index columns by board, without any scoring.

    python3 published_gain.py RECORDS.csv TRUST_ICB.csv > gain_by_icb.csv
"""
import csv
import fractions
import sys

with open(sys.argv[2], newline="", encoding="utf-8") as file:
    boards = {row["trust_ods"]: row["icb_code"] for row in csv.DictReader(file)}
sums = {}
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        before, after = row["Pre-Op Q EQ5D Index"], row["Post-Op Q EQ5D Index"]
        if row["Provider Code"] not in boards or not before or not after:
            continue
        gain = fractions.Fraction(after) - fractions.Fraction(before)
        for area in (boards[row["Provider Code"]], "E92000001"):
            n, total, squares = sums.get(area, (0, 0, 0))
            sums[area] = (n + 1, total + gain, squares + gain * gain)
print("area_code,n,mean_gain,se")
for area, (n, total, squares) in sorted(sums.items()):
    variance = (squares - total * total / n) / (n - 1)
    print(f"{area},{n},{float(total / n)!r},{float(variance / n) ** 0.5!r}")
