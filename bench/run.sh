#!/bin/sh
# Measures joinedup on a simulated survey and adds the figures to bench/results/results.csv.
#   sh bench/run.sh [RECORDS] [RUNS]     defaults: 1000000 records, best of 3 runs
# JOINEDUP names the program (default: build/joinedup, built when it is not there), BENCH_DIR where the survey and the
# outputs go (default: a folder of its own below TMPDIR).
set -eu
cd "$(dirname "$0")/.."
records=${1:-1000000}
runs=${2:-3}
if [ -z "${JOINEDUP:-}" ]; then
  if [ ! -x build/joinedup ]; then
    cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DJOINEDUP_TESTS=OFF
    cmake --build build --parallel "$(nproc)" --target joinedup_tool
  fi
  JOINEDUP=build/joinedup
fi
folder=${BENCH_DIR:-${TMPDIR:-/tmp}/joinedup-bench}
mkdir -p "$folder"
cp bench/study.json "$folder/study.json"
exec python3 bench/measure.py "$JOINEDUP" "$folder" "$records" "$runs"
