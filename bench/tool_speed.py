"""Times `joinedup score` on the same answers as a plain file and as a survey tool writes them, best of several runs, in processor time.

    python3 bench/tool_speed.py PROGRAM FOLDER [RECORDS] [RUNS]

The tool's file has three heading rows, an id that is watched for repeats, and columns that say whether a response is a
preview or unfinished; the plain one has the same columns under item ids. Written and removed below FOLDER.
"""

import csv
import resource
import subprocess
import sys
from pathlib import Path

ITEMS = [f"wemwbs_{k}" for k in range(1, 15)]


def write_files(program, folder, records):
    survey = folder / "survey.csv"
    subprocess.run([program, "simulate", "--records", str(records), "-o", str(survey), "-q"], check=True)
    plain, tool = folder / "plain.csv", folder / "tool.csv"
    names = ["ResponseId", "Status", "Finished", *ITEMS]
    ids = ["_recordId", "status", "finished", *(f"QID1_{k}" for k in range(1, 15))]
    with survey.open(newline="") as source, plain.open("w", newline="") as a, tool.open("w", newline="") as b:
        out, marked = csv.writer(a, lineterminator="\n"), csv.writer(b, lineterminator="\n")
        out.writerow(names)
        marked.writerow(names)
        marked.writerow(["a question"] * len(names))
        marked.writerow([f'{{"ImportId":"{name}"}}' for name in ids])
        for number, row in enumerate(csv.DictReader(source)):
            cells = [f"R_{number:015d}", "0", "1", *(row[item] for item in ITEMS)]
            out.writerow(cells)
            marked.writerow(cells)
    survey.unlink()
    return plain, tool


def seconds(program, file, keep):
    """Processor time, which other programs on the machine disturb less than the clock."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "score", str(file), "-i", "wemwbs", "--keep", keep, "-q"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    records = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    folder.mkdir(parents=True, exist_ok=True)
    files = write_files(program, folder, records)
    best = [min(times) for times in zip(*([seconds(program, f, "ResponseId") for f in files] for _ in range(runs)))]
    print(f"plain {best[0]:.3f} s, survey tool {best[1]:.3f} s, ratio {best[1] / best[0]:.3f}, {records} records")
    for file in files:
        file.unlink()


if __name__ == "__main__":
    main()
