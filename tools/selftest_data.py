#!/usr/bin/env python3
"""Samples of `joinedup selftest`, cut from the oracles of the tests: python3 tools/selftest_data.py [--check]

Writes selftest/; with --check says whether what is there is what would be written (a test asks). Nothing here comes from
the program: answers and expected figures are those of tests/oracle/data, whose README files say where they are from.
"""
import csv
import io
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ORACLES = ROOT / "tests" / "oracle" / "data"
TARGET = ROOT / "selftest"
DIMENSIONS = ["eq5d_mo", "eq5d_sc", "eq5d_ua", "eq5d_pd", "eq5d_ad"]
made = {}
cases = []


def rows_of(path):
    with open(ORACLES / path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(name, headings, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(rows)
    made[name] = text.getvalue()


def case(name, title, source, options, answers, expected, tolerance=None):
    """answers, expected: (headings, rows); the first column of both names the record."""
    table(f"{name}.csv", *answers)
    table(f"{name}_expected.csv", *expected)
    cases.append({"id": name, "title": title, "source": source, "command": "score", "options": options,
                  "files": [f"{name}.csv"], "expected": f"{name}_expected.csv", "tolerance": tolerance or {}})


def eq5d(name, title, family, instrument, sets, every):
    wanted = {}
    for row in rows_of(f"eq5d/index_{family}.csv"):
        if row["value_set_id"] in sets and row["tie"] != "1":
            wanted.setdefault(row["state"], {})[row["value_set_id"]] = row["index"]
    states = [s for s in sorted(wanted) if len(wanted[s]) == len(sets)][::every]
    case(name, title, "R package eq5d 0.16.3",
         {"--instrument": [instrument], "--id": ["id"], "--value-set": [f"{instrument}={','.join(sets)}"]},
         (["id", *DIMENSIONS], [[f"S{s}", *s] for s in states]),
         (["id", *([f"{instrument}.index"] if len(sets) == 1 else [f"{instrument}.index[{s}]" for s in sets])],
          [[f"S{s}", *(wanted[s][one] for one in sets)] for s in states]))


def wellbeing():
    rows = rows_of("wemwbs/worked_examples.csv")
    source = "worked by hand; metric scores of Stewart-Brown et al. 2009"
    for name, kind, policy, instrument in [("wemwbs", "WEMWBS14", "complete_case", "wemwbs"),
                                           ("wemwbs-prorated", "WEMWBS14", "person_mean_max3", "wemwbs"),
                                           ("swemwbs", "SWEMWBS7", "complete_case", "swemwbs"),
                                           ("swemwbs-prorated", "SWEMWBS7", "person_mean_max1_interp", "swemwbs")]:
        # An answer outside the options is a warning of its own; those rows stay with the tests.
        mine = [r for r in rows if r["instrument"] == kind and r["policy"] == policy
                and all(r[f"i{i}"] in {"", "1", "2", "3", "4", "5"} for i in range(1, 15))]
        items = [1, 2, 3, 6, 7, 9, 11] if kind == "SWEMWBS7" else list(range(1, 15))
        scores = ["raw", "metric", "band"] if kind == "SWEMWBS7" else ["total", "band", "screen"]
        columns = {"raw": "expected_raw_total", "total": "expected_raw_total", "metric": "expected_metric",
                   "band": "expected_band", "screen": "expected_screen"}
        case(name, f"{instrument.upper()}, {policy.replace('_', ' ')}", source,
             {"--instrument": [instrument], "--id": ["id"], "--missing-rule": [f"{instrument}={policy}"]},
             (["id", *(f"wemwbs_{i}" for i in items)],
              [[r["id"], *(r[f"i{k + 1}"] for k in range(len(items)))] for r in mine]),
             (["id", *(f"{instrument}.{s}" for s in scores)], [[r["id"], *(r[columns[s]] for s in scores)] for r in mine]),
             {f"{instrument}.{s}": 0.0001 for s in scores if s in {"raw", "total", "metric"}})


def p3ceq():
    rows = rows_of("p3ceq/worked_examples.csv")
    items = ["1", "2", "3", "4", "5", "6", "7a", "7b", "7c", "7d", "8", "9", "10"]
    scores = {"care_plan": "expected_q7", "person_centredness": "expected_pc", "care_coordination": "expected_cc",
              "total": "expected_total", "flags": "expected_flags"}
    for name, policy in [("p3ceq", "strict"), ("p3ceq-half", "half")]:
        mine = [r for r in rows if r["missing_policy"] == policy and r["care_plan_mode"] == "gate_mean"]
        case(name, f"P3CEQ, missing rule {policy}", "worked by hand",
             {"--instrument": ["p3ceq"], "--id": ["id"], "--missing-rule": [f"p3ceq={policy}"],
              "--set": ["p3ceq.care_plan=gate_mean"]},
             (["id", *(f"p3ceq_{i}" for i in items)], [[r["id"], *(r[f"q{i}"] for i in items)] for r in mine]),
             (["id", *(f"p3ceq.{s}" for s in scores)], [[r["id"], *(r[c] for c in scores.values())] for r in mine]),
             {f"p3ceq.{s}": 0.0001 for s in scores if s != "flags"})


def pam13():
    mine = [r for r in rows_of("pam13/worked_examples.csv") if r["min_answered"] == "10"]
    scores = {"answered": "expected_answered", "raw": "expected_raw", "raw_prorated": "expected_raw_prorated",
              "rasch_se2019": "expected_rasch_se2019", "flags": "expected_flags"}
    case("pam-13", "PAM-13, sums and the open Rasch estimate", "worked by hand and by two solvers",
         {"--instrument": ["pam-13"], "--id": ["id"], "--missing-rule": ["pam-13=min10"]},
         (["id", *(f"pam13_{i}" for i in range(1, 14))], [[r["id"], *(r[f"i{i}"] for i in range(1, 14))] for r in mine]),
         (["id", *(f"pam-13.{s}" for s in scores)], [[r["id"], *(r[c] for c in scores.values())] for r in mine]),
         {"pam-13.raw_prorated": 0.005, "pam-13.rasch_se2019": 0.1})


def end_to_end():
    """The rows that no rule of disclosure touches; see the README of the oracle on A06 and A09."""
    made["index.csv"] = (ORACLES / "end_to_end" / "e2e_respondents.csv").read_text(encoding="utf-8")
    ends = {}
    for row in rows_of("end_to_end/e2e_framework.csv"):
        ends.setdefault(row["domain"], {"id": row["domain"], "weight": float(row["domain_weight"]), "indicators": []})[
            "indicators"].append({"id": row["indicator"], "column": row["indicator"],
                                  "goalposts": [float(row["lo"]), float(row["hi"])]})
    made["index.json"] = json.dumps({"id": "selftest", "version": "1", "title": "Index of the self-test",
                                     "domains": list(ends.values())}, indent=1) + "\n"
    made["index_study.json"] = json.dumps(
        {"study": "Self-test", "index": "./index.json", "inputs": [{"file": "index.csv"}], "area": {"column": "area"},
         "weight": "weight", "target": "areas-fixed", "partial": "levels"}, indent=1) + "\n"
    # Hidden areas are in the target, so z, reliability and shrunk values are not published; the tests compare them.
    columns = {"n": "n", "value": "index", "se": "se", "lowercl": "ci_lo", "uppercl": "ci_hi",
               "band_sampling": "band_no_od", "band": "band_od", "rank": "rank"}
    mine = [r for r in rows_of("end_to_end/e2e_expected.csv") if r["area"] not in {"A06", "A09"}]
    table("index_expected.csv", ["area_code", *columns], [[r["area"], *(r[c] for c in columns.values())] for r in mine])
    cases.append({"id": "index", "title": "an index by area: values, errors, limits, bands, ranks",
                  "source": "R 4.2.2, survey 4.1 and metafor 3.8", "command": "benchmark",
                  "options": {"--study": ["index_study.json"]}, "files": [], "expected": "index_expected.csv",
                  "tolerance": {}, "relative_tolerance": 1e-8})


def main():
    eq5d("eq-5d-3l", "EQ-5D-3L, UK time trade-off, all states", "3L-TTO", "eq-5d-3l", ["3L-TTO-UK"], 1)
    eq5d("eq-5d-5l", "EQ-5D-5L, UK and England value sets", "5L-VT", "eq-5d-5l", ["5L-VT-UK", "5L-VT-England"], 25)
    eq5d("eq-5d-5l-crosswalk", "EQ-5D-5L, crosswalk to the UK set of 3L", "5L-CW", "eq-5d-5l", ["5L-CW-UK"], 25)
    wellbeing()
    p3ceq()
    pam13()
    end_to_end()
    made["selftest.json"] = json.dumps({"cases": cases}, indent=1) + "\n"
    if sys.argv[1:] == ["--check"]:
        there = {p.name: p.read_text(encoding="utf-8") for p in TARGET.glob("*") if p.suffix in {".csv", ".json"}}
        wrong = sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))
        print("\n".join(f"selftest/{name} is not what tools/selftest_data.py makes of the oracles" for name in wrong))
        return 1 if wrong else 0
    for name, text in made.items():
        (TARGET / name).write_text(text, encoding="utf-8")
    return 0


sys.exit(main())
