#!/bin/sh
# A fresh machine, two commands:
#   sh tools/fresh.sh demo    installs what is missing, builds, simulates a survey, makes two benchmarks
#   sh tools/fresh.sh test    the same build with every test, then runs them
# CMAKE_ARGS holds further arguments for the configure step.
set -eu

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf 'fresh.sh: %s\n' "$*" >&2
  exit 1
}

# Names in packages.txt that stand for one of the purposes given.
packages_for() {
  for purpose in "$@"; do
    sed -n "s/^\([a-z0-9.+-]*\) *# *$purpose.*/\1/p" packages.txt
  done
}

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_packages() {
  if ! command -v dpkg-query >/dev/null 2>&1; then
    say "no dpkg here: install what packages.txt names by your own means"
    return
  fi
  missing=
  for package in $(packages_for "$@"); do
    is_installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  say "installing$missing"
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || fail "not root and no sudo: install$missing first"
    as_root=sudo
  fi
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
}

build() { # build TESTS TARGET
  say "building into build/"
  generator=
  if [ ! -f build/CMakeCache.txt ] && command -v ninja >/dev/null 2>&1; then generator=Ninja; fi
  # shellcheck disable=SC2086
  cmake -S . -B build ${generator:+-G $generator} -DCMAKE_BUILD_TYPE=Release -DJOINEDUP_TESTS="$1" ${CMAKE_ARGS:-}
  cmake --build build --parallel "$(nproc)" --target "$2"
}

run() {
  printf '\n$ %s\n' "$*"
  "$@"
}

demo() {
  install_packages build
  build OFF joinedup_tool
  mkdir -p results
  say "a survey of invented people"
  run build/joinedup simulate -o examples/quick_start/survey.csv
  say "the Integration Index of that survey"
  run build/joinedup benchmark --study examples/quick_start/study.json -o results/quick_start --force
  say "real records: health gain after hip replacement, NHS PROMs 2018/19"
  run build/joinedup benchmark --study examples/nhs_proms_hip/study.json -o results/nhs_proms_hip --force
  say "reports to open in a browser"
  printf '%s\n' "$PWD/results/quick_start/report.html" "$PWD/results/nhs_proms_hip/report.html"
}

run_tests() {
  install_packages build 'test'
  build ON all
  say "testing"
  ctest --test-dir build --output-on-failure --parallel "$(nproc)"
}

cd "$(dirname "$0")/.."
case ${1:-} in
demo) demo ;;
test) run_tests ;;
*) fail "usage: sh tools/fresh.sh demo | test" ;;
esac
