#!/bin/sh
# run_case.sh PROGRAM FOLDER: runs FOLDER/cmd in a copy of the folder and compares standard output, standard error and
# the exit code with expected.stdout, expected.stderr (no file: nothing) and expected.exit (no file: 0).
# APPROVE=1 rewrites the expectations instead: read the difference before you keep it. A cmd that exits 77 is skipped.
set -u
program=$1 folder=$2
work=$(mktemp -d "${TMPDIR:-/tmp}/joinedup-golden-XXXXXX") || exit 1
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
mkdir "$work/case" && cp -R "$folder/." "$work/case" && rm -f "$work/case"/expected.*
unset NO_COLOR JOINEDUP_INSTRUMENTS
JOINEDUP=$program LC_ALL=C.UTF-8
export JOINEDUP LC_ALL
(cd "$work/case" && sh ./cmd) >"$work/stdout" 2>"$work/stderr"
code=$?
[ "$code" -eq 77 ] && exit 77
echo "$code" >"$work/exit"

if [ "${APPROVE:-0}" = 1 ]; then
  for part in stdout stderr; do
    if [ -s "$work/$part" ]; then cp "$work/$part" "$folder/expected.$part"; else rm -f "$folder/expected.$part"; fi
  done
  if [ "$code" -eq 0 ]; then rm -f "$folder/expected.exit"; else cp "$work/exit" "$folder/expected.exit"; fi
  exit 0
fi

failed=0
for part in stdout stderr exit; do
  wanted="$folder/expected.$part"
  if [ ! -f "$wanted" ]; then
    wanted="$work/wanted.$part"
    if [ "$part" = exit ]; then echo 0 >"$wanted"; else : >"$wanted"; fi
  fi
  if ! diff -u "$wanted" "$work/$part"; then
    echo "$part differs in $folder"
    failed=1
  fi
done
exit $failed
