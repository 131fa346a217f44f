"""Seconds and peak memory of `score` and `benchmark` on one simulated survey as CSV, .sav, .zsav, .dta and .xpt.

    python3 bench/containers.py PROGRAM WRITER FOLDER [RECORDS]

WRITER is bench/statistics_file (cmake -S bench -B build-bench, target statistics_file). The files are written below
FOLDER (10,000,000 records need 6 GB, and as much again in TMPDIR while the .xpt is read) and removed. Memory is that of
the program and, apart from it, of the process that it reads such a file in, each at its peak.
"""

import subprocess
import sys
import time
from pathlib import Path

KINDS = ["csv", "sav", "zsav", "dta", "xpt"]
SCORE = ["score", *(word for name in ("p3ceq", "eq-5d-5l", "wemwbs", "pam-13", "fft") for word in ("-i", name)),
         "--value-set", "eq-5d-5l=5L-VT-UK", "-o", "/dev/null"]
BENCHMARK = ["benchmark", "--index", "balanced", "--area", "icb_code", "--geography", "icb-2022", "--weight", "weight",
             "--strata", "stratum", "--cluster", "practice", "--force"]


def write(program, writer, kind, records, file):
    simulate = [program, "simulate", "--records", str(records), "-q", "-o"]
    if kind == "csv":
        subprocess.run([*simulate, str(file)], check=True)
        return
    with subprocess.Popen([*simulate, "-"], stdout=subprocess.PIPE) as source:
        subprocess.run([writer, kind, str(records), str(file)], stdin=source.stdout, check=True)


def peaks(process, seen):
    """Highest VmHWM of the program and of its children, in MiB, looked at while they run."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    for place, number in [("program", process), *(("reader", child) for child in children)]:
        for line in Path(f"/proc/{number}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                seen[place] = max(seen.get(place, 0), int(line.split()[1]) / 1024)


def measure(command):
    seen = {}
    start = time.monotonic()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while run.poll() is None:
        try:
            peaks(run.pid, seen)
        except OSError:
            pass  # it has just ended
        time.sleep(0.02)
    if run.returncode != 0:
        sys.exit(run.stderr.read().decode())
    return time.monotonic() - start, seen


def main():
    program, writer, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    records = int(sys.argv[4]) if len(sys.argv) > 4 else 1_000_000
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        file = folder / f"survey.{kind}"
        write(program, writer, kind, records, file)
        for name, job in [("score", SCORE), ("benchmark", [*BENCHMARK, "-o", str(folder / "out")])]:
            seconds, seen = measure([program, *job, str(file), "-q"])
            print(f"| .{kind} | {name} | {records:,} | {file.stat().st_size / 1e6:,.0f} | {seconds:.1f} | "
                  f"{seen.get('program', 0):.0f} | {seen.get('reader', 0):.0f} |", flush=True)
        file.unlink()


if __name__ == "__main__":
    main()
