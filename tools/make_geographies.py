#!/usr/bin/env python3
"""Writes instruments/geographies/icb-2022.json and icb-2026.json from two tables.

    python3 tools/make_geographies.py icb.csv icb_2026.csv instruments/geographies

icb.csv: icb_code, ods_code, icb_name, short_name, nhser_ods, nhser_code_2022, nhser_code_2024, nhser_name, tile_col,
tile_row, successor_ods_2026 (joined by ;). icb_2026.csv: icb_code, ods_code, icb_name, nhser_name, nhser_code,
predecessors_ods, changed, tile_col, tile_row. What the tables do not hold (codes that were replaced, labels of a tile
map) stands here.
"""
import csv
import json
import sys

EARLIER_AREA_CODES = {"E54000063": ["E54000052"], "E54000064": ["E54000053"]}  # ONS, 2022 -> April 2023
EARLIER_REGION_CODES = {"E40000011": ["E40000008"], "E40000012": ["E40000009"]}  # until 2022
TOTAL = {"code": "E92000001", "name": "England"}

LABELS = {
    "QYG": "Cheshire & Mersey", "QNC": "Staffs & Stoke", "QOC": "Shropshire & Telford", "QJM": "Lincolnshire",
    "QK1": "Leicester & Rutland", "QWU": "Coventry & Warwick", "QGH": "Hereford & Worcs", "QMM": "Norfolk & Waveney",
    "QJG": "Suffolk & NE Essex", "QHG": "Beds, Luton & MK", "QM7": "Herts & W Essex", "QH8": "Mid & S Essex",
    "QRV": "NW London", "QMJ": "N Central London", "QMF": "NE London", "QKK": "SE London", "QWE": "SW London",
    "QKS": "Kent & Medway", "QNQ": "Frimley", "QT6": "Cornwall & Scilly", "QJK": "Devon", "QSL": "Somerset",
    "QUY": "Bristol & around", "QOX": "Bath, Swindon, Wilts", "QVV": "Dorset", "QRL": "Hampshire & IoW",
    "QR1": "Gloucestershire", "QU9": "Bucks, Oxon, Berks W", "QE1": "Lancs & S Cumbria", "QHM": "NE & N Cumbria",
    "QOQ": "Humber & N Yorks", "QWO": "West Yorkshire", "QHL": "Birmingham, Solihull", "QUE": "Cambs & Peterboro",
    "QOP": "Gtr Manchester", "QJ2": "Derby & Derbyshire", "QPM": "Northamptonshire", "QT1": "Nottingham & Notts",
    "QF7": "South Yorkshire", "QUA": "Black Country", "QXU": "Surrey Heartlands", "QNX": "Sussex",
    "S1Y5D": "Central East", "D7T5G": "Essex", "T6Y0W": "Norfolk & Suffolk", "S9B9J": "Surrey & Sussex",
    "S0E4D": "Thames Valley", "Z9B2Z": "West & N London",
}

SOURCE = ("Office for National Statistics, {boards} and NHS England (Regions), names and codes; NHS Organisation Data "
          "Service codes. Contains public sector information licensed under the Open Government Licence v3.0. The tile "
          "grid is our own.")
SOURCE_2026 = (" Mergers of 1 April 2026: written statement of 9 September 2025 (Hansard) and ODS successions; the ONS "
               "codes E54000065 to E54000071 rest on one source and should be checked.")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def short_name(name):
    return name.removeprefix("NHS ").removesuffix(" Integrated Care Board")


def regions(old):
    found = {}
    for r in old:
        codes = [r["nhser_ods"]] + EARLIER_REGION_CODES.get(r["nhser_code_2024"], [])
        if r["nhser_code_2022"] != r["nhser_code_2024"]:
            codes.append(r["nhser_code_2022"])
        found[r["nhser_code_2024"]] = {"code": r["nhser_code_2024"], "name": r["nhser_name"], "codes": codes}
    return [found[code] for code in sorted(found)]


def area(r, region, short):
    return {"code": r["icb_code"], "name": r["icb_name"], "short_name": short, "label": LABELS[r["ods_code"]],
            "region": region, "codes": [r["ods_code"]] + EARLIER_AREA_CODES.get(r["icb_code"], []),
            "tile": [int(r["tile_col"]), int(r["tile_row"])]}


def areas_2022(old, new_code):
    for r in sorted(old, key=lambda r: r["icb_code"]):
        out = area(r, r["nhser_code_2024"], r["short_name"])
        successors = [new_code[ods] for ods in r["successor_ods_2026"].split(";")]
        if successors != [r["icb_code"]]:
            out["successors"] = successors
        if len(successors) > 1:
            out["split"] = True
        yield out


def areas_2026(new, old_code):
    for r in sorted(new, key=lambda r: r["icb_code"]):
        out = area(r, r["nhser_code"], short_name(r["icb_name"]))
        if r["changed"] != "no":
            out["predecessors"] = [old_code[ods.removesuffix("(part)")] for ods in r["predecessors_ods"].split(";")]
        yield out


def listed(names):
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def ended(old, new):
    by_ods = {r["ods_code"]: r for r in new}
    codes_now = {r["icb_code"] for r in new}
    for r in sorted(old, key=lambda r: r["icb_code"]):
        if r["icb_code"] in codes_now:
            continue
        out = {"code": r["icb_code"], "codes": EARLIER_AREA_CODES.get(r["icb_code"], [])}
        heirs = [f"{short_name(by_ods[o]['icb_name'])} ({by_ods[o]['icb_code']})"
                 for o in r["successor_ods_2026"].split(";")]
        if r["ods_code"] in by_ods:
            out["became"] = (f"{r['short_name']} took in part of another board on 1 April 2026 and is now {heirs[0]}; "
                             "records with the code of before belong with geography icb-2022")
        else:
            out["codes"] = [r["ods_code"]] + out["codes"]
            if len(heirs) > 1:
                out["became"] = (f"{r['short_name']} ended on 31 March 2026 and was divided among {listed(heirs)}; a "
                                 "record with this code cannot be placed: use geography icb-2022, or place records by "
                                 "sub-ICB location")
            else:
                out["became"] = (f"{r['short_name']} ended on 31 March 2026 and became part of {heirs[0]}; records with "
                                 "this code belong with geography icb-2022")
        if not out["codes"]:
            del out["codes"]
        yield out


def write(path, head, lists):
    """One member a line, and in lists one object a line."""
    text = "{\n" + "".join(f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)},\n" for k, v in head.items())
    parts = []
    for name, objects in lists.items():
        lines = ",\n".join("    " + json.dumps(o, ensure_ascii=False) for o in objects)
        parts.append(f"  {json.dumps(name)}: [\n{lines}\n  ]")
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text + ",\n".join(parts) + "\n}\n")


def main(icb, icb_2026, folder):
    old, new = rows(icb), rows(icb_2026)
    new_code = {r["ods_code"]: r["icb_code"] for r in new}
    old_code = {r["ods_code"]: r["icb_code"] for r in old}
    schema = "../schema/geography.schema.json"
    write(f"{folder}/icb-2022.json",
          {"$schema": schema, "id": "icb-2022", "title": "Integrated care boards of England, July 2022 to March 2026",
           "source": SOURCE.format(boards="Integrated Care Boards (April 2023)"), "total": TOTAL, "next": "icb-2026"},
          {"regions": regions(old), "areas": areas_2022(old, new_code)})
    write(f"{folder}/icb-2026.json",
          {"$schema": schema, "id": "icb-2026", "title": "Integrated care boards of England from 1 April 2026",
           "source": SOURCE.format(boards="Integrated Care Boards") + SOURCE_2026, "total": TOTAL,
           "previous": "icb-2022"},
          {"regions": regions(old), "areas": areas_2026(new, old_code), "ended": ended(old, new)})


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
