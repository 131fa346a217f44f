#!/bin/sh
# Builds the committed source twice, in folders of different names, and compares the programs byte for byte.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d "${TMPDIR:-/tmp}/joinedup-twice-XXXXXX")
trap 'rm -rf "$work"' EXIT
for folder in one/source another/folder/of/source; do
  mkdir -p "$work/$folder"
  git archive HEAD | tar -x -C "$work/$folder"
  # shellcheck disable=SC2086
  cmake -S "$work/$folder" -B "$work/$folder/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DJOINEDUP_TESTS=OFF ${CMAKE_ARGS:-} >/dev/null
  cmake --build "$work/$folder/build" --parallel "$(nproc)" --target joinedup_tool >/dev/null
done
if cmp "$work/one/source/build/joinedup" "$work/another/folder/of/source/build/joinedup"; then
  echo "the same bytes twice: $(sha256sum <"$work/one/source/build/joinedup" | cut -d ' ' -f 1)"
else
  echo "the two programs differ" >&2
  exit 1
fi
