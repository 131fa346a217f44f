#!/usr/bin/env python3
"""Makes the portable archive, unpacks it elsewhere and asks of what lies there:

- is every library that the program loads in the folder, but those of the C library?
- does the program pass its own test there, and give the bytes that the program of the build gives?
- does each library in it come with its licence, and does the same build give the same archive?
"""
import argparse
import filecmp
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

C_LIBRARY = re.compile(r"(linux-vdso|ld-linux[^ ]*|lib(c|m|dl|rt|pthread|resolv|util))\.so")


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(str(c) for c in command)}\nexit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def make(given):
    run(given.cmake, "--build", given.build, "--target", "portable", env=os.environ | {"SOURCE_DATE_EPOCH": "1764547200"})
    (archive,) = (given.build / "portable").glob("*.tar.gz")
    return archive


def check_libraries(program, folder):
    foreign = []
    for line in run("ldd", program, env={"PATH": os.environ["PATH"], "LC_ALL": "C"}).splitlines():
        name, _, rest = line.strip().partition(" => ")
        path = rest.split(" (")[0]
        if not C_LIBRARY.match(Path(name.split(" (")[0]).name) and not Path(path).resolve().is_relative_to(folder):
            foreign.append(line.strip())
    assert not foreign, foreign


def main():
    parser = argparse.ArgumentParser()
    for name in ("cmake", "build", "program"):
        parser.add_argument(f"--{name}", required=True, type=Path)
    given = parser.parse_args()
    first = make(given).read_bytes()
    archive = make(given)
    assert archive.read_bytes() == first, "the same build gave another archive"
    with tempfile.TemporaryDirectory(prefix="joinedup-portable-") as folder:
        work = Path(folder).resolve()
        with tarfile.open(archive) as packed:
            odd = [m.name for m in packed if m.uid or m.gid or m.mtime != 1764547200 or not (m.isfile() or m.isdir())]
            assert not odd, odd
            packed.extractall(work)
        (root,) = work.iterdir()
        program = root / "joinedup"
        check_libraries(program, root)
        licences = list((root / "licences").iterdir())
        assert licences and all(one.stat().st_size > 100 for one in licences), licences
        bare = {"PATH": "/nowhere", "LC_ALL": "C.UTF-8"}
        run(program, "selftest", env=bare)
        run(program, "simulate", "--records", "2000", "-o", work / "survey.csv", env=bare)
        for out, which in (("here", program), ("there", given.program)):
            run(which, "-q", "benchmark", work / "survey.csv", "--index", "balanced", "--area", "icb_code", "--geography",
                "icb-2022", "-o", work / out, env=bare)
        names = sorted(p.name for p in (work / "there").iterdir())
        same, differ, lost = filecmp.cmpfiles(work / "here", work / "there", names, shallow=False)
        assert len(same) == len(names) > 5 and not differ and not lost, (differ, lost)
    print(f"{archive.name}: {len(first) / 1e6:.1f} MB, {len(licences)} licences of libraries, the bytes of the build's program")


if __name__ == "__main__":
    main()
