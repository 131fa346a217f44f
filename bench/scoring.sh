#!/bin/sh
# What scoring costs: records and scores a second by instrument, and its share of a `score` run on one thread.
#   sh bench/scoring.sh [RECORDS]      default: 300000 simulated records
# JOINEDUP names the program (default: build/joinedup, as bench/run.sh builds it), BENCH_BUILD the build folder of the
# micro benchmark, BENCH_DIR where the survey goes.
set -eu
cd "$(dirname "$0")/.."
records=${1:-300000}
joinedup=${JOINEDUP:-build/joinedup}
build=${BENCH_BUILD:-build-bench}
folder=${BENCH_DIR:-${TMPDIR:-/tmp}/joinedup-bench}
mkdir -p "$folder"
[ -f "$build/build.ninja" ] || [ -f "$build/Makefile" ] || cmake -S bench -B "$build" >/dev/null
cmake --build "$build" --parallel "$(nproc)" --target scoring_speed >/dev/null
"$build/scoring_speed" instruments | tee "$folder/scoring.csv"
survey=$folder/scoring-survey.csv
"$joinedup" simulate --records "$records" -o "$survey" 2>/dev/null
exec python3 bench/scoring_share.py "$joinedup" "$survey" "$records" "$folder/scoring.csv"
