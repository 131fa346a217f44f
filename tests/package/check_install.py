#!/usr/bin/env python3
"""Installs the build into a temporary folder and asks of what lies there:

- is everything there: program, data, documentation, a manual page a command, completions, headers, archive, CMake
  package, pkg-config file?
- does the program in it run, and does it know its definitions?
- does a program outside the project (tests/consumer) build on it, with CMake and, after the tree was moved, with
  pkg-config alone; and does it give the bytes that the command gives?
"""
import argparse
import csv
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{shlex.join(str(c) for c in command)}\nexit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def expected(source, program):
    """Paths that must be in the tree, from what the source has; * stands for a folder that the system chooses."""
    commands = re.findall(r"^  ([a-z]+) {2,}", run(program, "--help"), flags=re.M)
    assert len(commands) > 5, commands
    yield "bin/joinedup"
    yield "share/man/man1/joinedup.1"
    yield from (f"share/man/man1/joinedup-{name}.1" for name in commands)
    yield "share/bash-completion/completions/joinedup"
    yield "share/zsh/site-functions/_joinedup"
    yield "share/fish/vendor_completions.d/joinedup.fish"
    tracked = run("git", "-C", source, "ls-files", "instruments", "docs", "examples", "include") if (source / ".git").exists() else ""
    for path in map(Path, tracked.split()):
        if not (source / path).exists() or path.name == ".gitignore":
            continue
        if path.parts[0] == "instruments":
            yield f"share/joinedup/{path}"
        elif path.parts[0] == "include":
            yield str(path)
        else:
            yield f"share/doc/joinedup/{path}"
    yield "include/joinedup/version.hpp"
    yield from (f"share/doc/joinedup/{name}" for name in ("README.md", "CHANGELOG.md", "LICENSE"))
    yield from ("lib*/libjoinedup.a", "lib*/pkgconfig/joinedup.pc", "lib*/cmake/joinedup/joinedupConfig.cmake",
                "lib*/cmake/joinedup/joinedupConfigVersion.cmake", "lib*/cmake/joinedup/joinedupTargets.cmake")


def check_tree(prefix, source, program):
    for path in expected(source, program):
        pattern = path.replace("lib*", "lib/**", 1)
        if not (list(prefix.glob(pattern)) if "*" in path else (prefix / path).is_file()):
            sys.exit(f"{path} was not installed")
    private = [p for p in prefix.glob("include/**/*") if p.is_file() and p.parent.name != "joinedup"]
    assert not private, private


def check_consumer(program, study, survey, index_csv, version):
    out = run(program, study, survey)
    head, last = out.rstrip("\n").rsplit("\n", 1)
    if head + "\n" != index_csv:
        sys.exit(f"the consumer's index differs from the command's:\n{head}")
    found = re.fullmatch(r"records (\d+), bytes of scores (\d+), methods listed, version (\S+)", last)
    with survey.open(newline="") as lines:
        records = sum(1 for _ in csv.reader(lines)) - 1
    if not found or int(found[1]) != records or int(found[2]) == 0 or f"joinedup {found[3]}\n" != version:
        sys.exit(f"{records} records, {version}but the consumer says: {last}")


def main():
    parser = argparse.ArgumentParser()
    for name in ("cmake", "build", "source", "compiler"):
        parser.add_argument(f"--{name}", required=True, type=Path)
    parser.add_argument("--sanitize", default="")
    given = parser.parse_args()
    flags = [f"-fsanitize={given.sanitize}"] if given.sanitize else []
    with tempfile.TemporaryDirectory(prefix="joinedup-package-") as folder:
        work = Path(folder)
        prefix = work / "usr"
        run(given.cmake, "--install", given.build, "--prefix", prefix)
        program = prefix / "bin" / "joinedup"
        check_tree(prefix, given.source, program)

        version = run(program, "--version")
        survey, study = work / "survey.csv", work / "study.json"
        run(program, "simulate", "--records", "2000", "-o", survey)
        study.write_text('{"index": "balanced", "inputs": [{"file": "survey.csv"}],'
                         ' "area": {"column": "icb_code", "geography": "icb-2022"}, "weight": "weight"}\n')
        run(program, "benchmark", "--study", study, "-o", work / "results")
        index_csv = (work / "results" / "index.csv").read_text()

        consumer = given.source / "tests" / "consumer"
        run(given.cmake, "-G", "Ninja", "-S", consumer, "-B", work / "by_cmake", f"-DCMAKE_CXX_COMPILER={given.compiler}",
            f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_FLAGS={' '.join(flags)}")
        run(given.cmake, "--build", work / "by_cmake")
        check_consumer(work / "by_cmake" / "consumer", study, survey, index_csv, version)

        moved = work / "moved"
        prefix.rename(moved)
        (pc,) = moved.glob("lib/**/pkgconfig")
        environment = os.environ | {"PKG_CONFIG_PATH": str(pc)}
        words = shlex.split(run("pkg-config", "--cflags", "--libs", "joinedup", env=environment))
        run(given.compiler, "-std=c++20", *flags, consumer / "main.cpp", "-o", work / "by_pkg_config", *words)
        check_consumer(work / "by_pkg_config", study, survey, index_csv, version)
    print("installed, complete, and used by a program outside")


if __name__ == "__main__":
    main()
