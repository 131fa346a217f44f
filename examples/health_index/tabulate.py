#!/usr/bin/env python3
"""Re-tabulate the ONS Health Index by integrated care system: one row an area and year, one column a score.

    python3 tabulate.py FOLDER        # with england_health_index_ics.csv and ..._subdomains.csv, as published
"""
import csv
import pathlib
import sys

FOLDER = pathlib.Path(sys.argv[1])
PUBLISHED = {"overall_score": "overall", "healthy_people_domain": "people", "healthy_lives_domain": "lives",
             "healthy_places_domain": "places"}


def rows(name):
    with open(FOLDER / name, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def write(name, columns, table):
    with open(pathlib.Path(__file__).parent / name, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["area_code", "year", *columns])
        for key in sorted(table):
            out.writerow([*key, *(table[key][c] for c in columns)])


scores, subdomains = {}, {}
for row in rows("england_health_index_ics.csv"):
    scores[row["icb22_code"], row["year"]] = {new: row[old] for old, new in PUBLISHED.items()}
for row in rows("england_health_index_ics_subdomains.csv"):
    subdomains.setdefault((row["icb22_code"], row["year"]), {})[row["sub_domain"]] = row["value"]
write("published.csv", list(PUBLISHED.values()), scores)
write("subdomains.csv", sorted(next(iter(subdomains.values()))), subdomains)
