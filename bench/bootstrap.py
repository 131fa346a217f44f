#!/usr/bin/env python3
"""What a bootstrap replicate costs: bootstrap.py PROGRAM SURVEY MAP FOLDER [boot_numpy.py PREPARED]

`benchmark` of the index beside this file by `icb_code`, which is its stratum too, with 10 and with 1,000 replicates, in
turn, five times, with one thread and with all cores. What 990 replicates more cost, by people, is the cost of a draw: one
person in one replicate. With the peers' numpy script and the file it reads, that runs in the same turns by its Poisson
way, with 10 and with 110 replicates.
"""
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time

from measure import first_line, machine

FEW, MANY, PEER, TURNS = 10, 1000, 110, int(os.environ.get("TURNS", "5"))


def run(command):
    """CPU seconds, seconds of the wall clock, peak MiB and what it printed."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, after.ru_maxrss / 1024, done.stdout


def main():
    program, survey, made_map, folder = map(os.path.abspath, sys.argv[1:5])
    peer = sys.argv[5:7]
    os.makedirs(folder, exist_ok=True)
    shutil.copy(os.path.join(os.path.dirname(os.path.abspath(__file__)), "six_scores.json"), folder)
    for replicates in (FEW, MANY):
        with open(os.path.join(folder, f"{replicates}.json"), "w", encoding="utf-8") as file:
            json.dump({"index": "./six_scores.json", "inputs": [{"file": survey, "map": made_map}],
                       "area": {"column": "icb_code", "geography": "icb-2022"}, "strata": "icb_code",
                       "weight": "weight", "value_set": {"eq-5d-5l": "5L-CW-UK"},
                       "uncertainty": {"method": "bootstrap", "replicates": replicates}}, file)
    results = os.path.join(folder, "results")
    command = [program, "-q", "benchmark", "--force", "-o", results]
    found = {}
    for _ in range(TURNS):
        for threads in sorted({1, os.cpu_count() or 1}):
            for replicates in (FEW, MANY):
                study = os.path.join(folder, f"{replicates}.json")
                found.setdefault((threads, replicates), []).append(
                    run([*command, "--study", study, "--threads", str(threads)])[:3])
        if peer:
            few, many = (run(["/usr/bin/python3", peer[0], "poisson", peer[1], str(n)]) for n in (FEW, PEER))
            walls = [float(re.search(r"replicates ([0-9.]+) s", made[3]).group(1)) for made in (few, many)]
            found.setdefault("peer", []).append((many[0] - few[0], walls[1] - walls[0]))
    with open(os.path.join(results, "results.json"), encoding="utf-8") as file:
        people = json.load(file)["reconciliation"]["read"]
    print(f"{machine()}; {first_line([program, '--version'])}; {people:,} people, medians of {TURNS} (least)")

    def cost(threads, what):
        pairs = zip(found[threads, MANY], found[threads, FEW])
        spent = [(many[what] - few[what]) / (MANY - FEW) / people * 1e9 for many, few in pairs]
        return f"{statistics.median(spent):.2f} ({min(spent):.2f})"
    for threads in sorted({key[0] for key in found if key != "peer"}):
        whole = statistics.median(f[1] for f in found[threads, MANY])
        peak = max(f[2] for f in found[threads, MANY])
        print(f"{threads} threads: {cost(threads, 0)} ns CPU, {cost(threads, 1)} ns wall a draw; "
              f"the whole run {whole:.2f} s, {peak:.0f} MiB")
    if peer:
        for what, name in ((0, "CPU"), (1, "wall")):
            spent = [made[what] / (PEER - FEW) / people * 1e9 for made in found["peer"]]
            print(f"numpy, Poisson: {statistics.median(spent):.2f} ({min(spent):.2f}) ns {name} a draw")


if __name__ == "__main__":
    main()
