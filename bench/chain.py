#!/usr/bin/env python3
"""Times all that comes after reading: errors with covariances, case mix, index, bands, ranks, and 10,000 joint draws.

    python3 bench/chain.py PROGRAM FOLDER [RECORDS] [RUNS] [RECORDS_FOR_R]

simulates a survey of the 106 areas below boards, and does six measures adjusted for age band and sex. Then the
first RECORDS_FOR_R records with every measure (0: none) go through the program and through R's survey package
(bench/chain.R), whose estimates must agree."""
import csv
import json
import os
import re
import subprocess
import sys

BENCH = os.path.dirname(os.path.abspath(__file__))
DESIGN = {"weight": "weight", "strata": "stratum", "cluster": "practice",
          "case_mix": {"adjusters": ["age_band", "sex"]}, "headline": "adjusted"}
SCORES = {"coordination": "p3ceq.care_coordination", "centredness": "p3ceq.person_centredness",
          "fft": "fft.positive", "eq5d": "eq-5d-5l.index", "wemwbs": "wemwbs.total",
          "activation": "pam-13.rasch_se2019"}
RANGES = {"coordination": [0, 15], "centredness": [0, 24], "fft": [0, 1], "eq5d": [-0.567, 1], "wemwbs": [14, 70],
          "activation": [0, 100]}


def write_json(path, what):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(what, file, indent=1)


def stages(command):
    """Stage -> seconds of the clock and of the processor, as --timings says."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    found = re.findall(r"^ (\S.*?) +([\d.]+) s +([\d.]+) s of processor time$", done.stderr, re.M)
    return {stage: (float(clock), float(processor)) for stage, clock, processor in found}


def benchmark(program, folder, name, study, runs):
    path = os.path.join(folder, name + ".json")
    write_json(path, study)
    command = [program, "benchmark", "--study", path, "--timings", "-o", os.path.join(folder, name), "--force"]
    tried = [stages(command) for _ in range(runs)]
    best = {stage: tuple(min(run[stage][i] for run in tried) for i in range(2)) for stage in tried[0]}
    print(f"\n{name}, best of {runs}{'':14}{'seconds':>10}{'processor':>11}")
    for stage, (clock, processor) in best.items():
        print(f"  {stage:36}{clock:10.3f}{processor:11.3f}")
    return os.path.join(folder, name)


def write_part(program, folder, survey, records):
    """The first so many records that have every measure, as numbers."""
    instruments = [word for name in ("p3ceq", "eq-5d-5l", "wemwbs", "pam-13", "fft") for word in ("-i", name)]
    command = [program, "-q", "score", survey, *instruments, "--value-set", "eq-5d-5l=5L-VT-UK", "--keep",
               "icb_code,practice,stratum,weight,age_band,sex"]
    left = records
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child, \
            open(os.path.join(folder, "part.csv"), "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["area", "practice", "stratum", "weight", "age_band", "sex", *SCORES])
        for row in csv.DictReader(child.stdout):
            values = [row[score] for score in SCORES.values()]
            if left == 0:
                break
            if "" in values or not re.fullmatch(r"E38\d{6}", row["icb_code"]) or row["weight"] == "":
                continue  # the survey holds slips of the pen, and records of no known area take no part
            out.writerow([row["icb_code"], row["practice"], row["stratum"], row["weight"], row["age_band"] or "none",
                          row["sex"] or "none", *values])
            left -= 1
        child.kill()


def part_index():
    """bench/six.json on columns of numbers in place of questionnaires."""
    with open(os.path.join(BENCH, "six.json"), encoding="utf-8") as file:
        index = json.load(file)
    for domain in index["domains"]:
        for indicator in domain["indicators"]:
            for word in ("score", "value_set"):
                indicator.pop(word, None)
            indicator["column"] = indicator["id"]
            indicator["goalposts"] = RANGES[indicator["id"]]
    return index


def differences(adjusted, crude, estimates):
    """Largest relative difference between the program and R, by kind of figure, over all areas and measures."""
    def areas_of(results):
        with open(os.path.join(results, "results.json"), encoding="utf-8") as file:
            return {area["area_code"]: area for area in json.load(file)["areas"]}
    with open(estimates, encoding="utf-8") as file:
        theirs = {row["area"]: row for row in csv.DictReader(file)}
    worst = {}
    for code, area in areas_of(crude).items():
        pairs = [("error of the index", area["se"], "index_se")]
        for cell in area["indicators"]:
            pairs += [("means", cell["value"], cell["indicator"]), ("errors", cell["se"], cell["indicator"] + "_se")]
        for cell in areas_of(adjusted)[code]["indicators"]:
            pairs.append(("adjusted means", cell["value"], cell["indicator"] + "_adjusted"))
        for kind, value, name in pairs:
            if value is not None:
                worst[kind] = max(worst.get(kind, 0.0), abs(value / float(theirs[code][name]) - 1))
    return worst


def beside_r(program, folder, survey, records, runs):
    write_part(program, folder, survey, records)
    write_json(os.path.join(folder, "part_index.json"), part_index())
    study = {"study": "Part", "index": "part_index.json", "inputs": [{"file": "part.csv"}],
             "area": {"column": "area", "geography": "sub-icb-2023"}, **DESIGN}
    adjusted = benchmark(program, folder, "part", study, runs)
    crude = benchmark(program, folder, "part_crude", {**study, "headline": "crude"}, 1)
    estimates = os.path.join(folder, "estimates.csv")
    command = ["Rscript", os.path.join(BENCH, "chain.R"), os.path.join(folder, "part.csv"), estimates]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    print(f"\nR survey, {records:,} records{'':14}{'seconds':>10}{'processor':>11}")
    for stage, clock, processor in csv.reader(said.splitlines()):
        print(f"  {stage:36}{float(clock):10.1f}{float(processor):11.1f}")
    print("\nlargest relative differences between the two:")
    for kind, apart in differences(adjusted, crude, estimates).items():
        print(f"  {kind:36}{apart:10.1e}")


def main():
    program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    records, runs, for_r = (int(word) for word in (sys.argv[3:] + ["1000000", "3", "50000"][len(sys.argv) - 3:]))
    os.makedirs(folder, exist_ok=True)
    survey = os.path.join(folder, "chain.csv")
    subprocess.run([program, "-q", "simulate", "--records", str(records), "--geography", "sub-icb-2023", "-o", survey],
                   check=True)
    study = {"study": "Chain", "index": os.path.join(BENCH, "six.json"), "inputs": [{"file": "chain.csv"}],
             "area": {"column": "icb_code", "geography": "sub-icb-2023"}, **DESIGN}
    benchmark(program, folder, "chain", study, runs)
    benchmark(program, folder, "draws", {**study, "sensitivity": {"draws": 10000}}, runs)
    if for_r:
        beside_r(program, folder, survey, for_r, runs)


if __name__ == "__main__":
    main()
