#!/usr/bin/env python3
"""Times joinedup: bench/run.sh calls it. A figure is the best of several runs, its memory the largest of them."""
import csv
import datetime
import os
import platform
import shutil
import subprocess
import sys
import time

RESULTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "results", "results.csv")
HEADINGS = ["date", "commit", "machine", "compiler", "job", "threads", "records", "bytes", "seconds", "MB/s",
            "records/s", "peak MB"]
INSTRUMENTS = [word for name in ("p3ceq", "eq-5d-5l", "wemwbs", "pam-13", "fft") for word in ("-i", name)]


def run(command):
    """Seconds of the wall clock and peak resident MB of one run; ends the programme when the command fails."""
    with open(os.devnull, "w") as nowhere:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=nowhere, stderr=subprocess.PIPE)
        talk = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(command)} failed:\n{talk.decode(errors='replace')}")
    return seconds, usage.ru_maxrss / 1024


def read_through(path):
    """How fast this machine hands over the file's bytes at all: the ceiling of every job that reads."""
    start = time.perf_counter()
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 20):
            pass
    return time.perf_counter() - start, 0.0


def machine():
    name = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            name = next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{name}, {os.cpu_count()} cores"


def first_line(command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "unknown"


def jobs(program, folder, survey, records):
    """Name, threads, and what to do once."""
    out = os.path.join(folder, "scores.csv")
    results = os.path.join(folder, "results")
    cores = os.cpu_count() or 1
    yield "simulate", 1, lambda: run([program, "simulate", "--records", str(records), "-o", survey])
    yield "read the bytes", 1, lambda: read_through(survey)
    for threads in sorted({1, cores}):
        score = [program, "score", survey, *INSTRUMENTS, "--value-set", "eq-5d-5l=5L-VT-UK", "--threads", str(threads),
                 "-o", out]
        yield "score", threads, lambda command=score: run(command)
    for threads in sorted({1, cores}):
        quality = [program, "quality", survey, *INSTRUMENTS, "--format", "csv", "--threads", str(threads), "-o", out]
        yield "quality", threads, lambda command=quality: run(command)
    for threads in sorted({1, cores}):
        command = [program, "benchmark", "--study", os.path.join(folder, "study.json"), "--threads", str(threads),
                   "-o", results, "--force"]
        yield "benchmark", threads, lambda command=command: run(command)


def main():
    program, folder, records, runs = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    survey = os.path.join(folder, "survey.csv")
    about = [datetime.date.today().isoformat(), first_line(["git", "rev-parse", "--short", "HEAD"]), machine(),
             first_line(["c++", "--version"])]
    print(f"{about[2]}; {about[3]}; {first_line([program, '--version'])}; {records:,} records, best of {runs}")
    print(f"{'job':16}{'threads':>8}{'seconds':>10}{'MB/s':>10}{'records/s':>14}{'peak MB':>10}")
    rows = []
    for job, threads, once in jobs(program, folder, survey, records):
        tried = [once() for _ in range(runs)]
        seconds, peak = min(s for s, _ in tried), max(m for _, m in tried)
        size = os.path.getsize(survey)
        row = [job, threads, records, size, f"{seconds:.3f}", f"{size / seconds / 1e6:.1f}", f"{records / seconds:.0f}",
               f"{peak:.1f}" if peak else ""]
        print(f"{job:16}{threads:>8}{row[4]:>10}{row[5]:>10}{records / seconds:>14,.0f}{row[7]:>10}")
        rows.append(about + row)
    is_new = not os.path.exists(RESULTS)
    os.makedirs(os.path.dirname(RESULTS), exist_ok=True)
    with open(RESULTS, "a", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        if is_new:
            out.writerow(HEADINGS)
        out.writerows(rows)
    shutil.rmtree(os.path.join(folder, "results"), ignore_errors=True)


if __name__ == "__main__":
    main()
