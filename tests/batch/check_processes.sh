#!/bin/sh
# check_processes.sh PROGRAM RUN.SH xargs|parallel: the example's results have the bytes of one run. Exits 77 where the
# tool is missing.
set -u
JOINEDUP=$1 run=$2 how=$3
export JOINEDUP
command -v "$how" > /dev/null || { echo "skipped: no $how here"; exit 77; }
work=$(mktemp -d "${TMPDIR:-/tmp}/joinedup-batch-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
RECORDS=400 sh "$run" "$how" "$work/night" || exit 1
"$JOINEDUP" -q benchmark --study "$work/night/study.json" -o "$work/one" || exit 1
diff -r "$work/one" "$work/night/results" || exit 1
[ "$(ls "$work/night"/part-*.jup | wc -l)" -eq 4 ] || exit 1
echo "the same bytes"
