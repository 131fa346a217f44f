#!/usr/bin/env python3
"""Counts the people of the NHS PROMs hip replacement file by board and EQ-5D-3L answers.

    python3 tabulate.py RECORDS.csv TRUST_ICB.csv > hip_2018_19_by_icb.csv

RECORDS.csv is the publisher's provider file (README.md says where it comes from); TRUST_ICB.csv has the columns
trust_ods and icb_code. A row of the result is a board, five answers before the operation, five after, and how many
people gave just these; 9 is a missing answer, kept as published.
"""
import collections
import csv
import sys

DIMENSIONS = ["Mobility", "Self-Care", "Activity", "Discomfort", "Anxiety"]
ITEMS = [f"{time}-Op Q {dimension}" for time in ("Pre", "Post") for dimension in DIMENSIONS]
HEADINGS = ["area"] + [f"{time}_{item}" for time in ("pre", "post") for item in ("mo", "sc", "ua", "pd", "ad")]


def area_of(provider, boards):
    """The board of an NHS trust; without one, the kind of provider that the pattern of its code tells."""
    if provider in boards:
        return boards[provider]
    if len(provider) == 3 and provider.startswith("R"):  # NHS trusts have three characters and start with R
        return "NHS-no-single-board"
    return "independent-sector"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], newline="", encoding="utf-8") as file:
        boards = {row["trust_ods"]: row["icb_code"] for row in csv.DictReader(file)}
    people = collections.Counter()
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            answers = [row[item] for item in ITEMS]
            unknown = set(answers) - set("1239")
            if unknown:
                sys.exit(f"answers outside 1, 2, 3 and 9: {sorted(unknown)}")
            people[(area_of(row["Provider Code"], boards), *answers)] += 1
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(HEADINGS + ["people"])
    for key in sorted(people):
        out.writerow([*key, people[key]])
    print(f"{sum(people.values())} people in {len(people)} rows", file=sys.stderr)


if __name__ == "__main__":
    main()
