#!/usr/bin/env python3
"""Runs what a page of the documentation tells a reader to type: run_page.py PROGRAM SOURCE PAGE.

In a temporary folder, in one shell from the top of the page to its end:

  ```sh run         each command must succeed
  ```console        lines after "$ " are typed ("> " goes on); the rest is what they print, standard output and error
                    together, where a line of three dots stands for any lines. A command may only fail where the next
                    one looks at $?
  ```json NAME      the file NAME, as shown (also ```text NAME and the like)

<!-- starts in a copy of FOLDER --> copies a folder of the source first; <!-- first: COMMAND --> runs a command that
readers have no use for. On pages of tutorial and how-to every `sh` block must run. APPROVE=1 puts what was printed into
the page where it differs: read the difference before you keep it.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FENCE = re.compile(r"^```(\w*) ?(.*)$")


def blocks(lines):
    """(language, rest of the info string, number of the first line inside, number of the closing line)"""
    start = None
    for number, line in enumerate(lines):
        found = FENCE.match(line)
        if found and start is None:
            start = (found[1], found[2], number + 1)
        elif line.startswith("```") and start is not None:
            yield (*start, number)
            start = None
    assert start is None, "a block is never closed"


class Step:
    """One thing to type: its text, the lines that hold what it prints (none: nothing is compared), and where it stands."""

    def __init__(self, command, line, shown=None):
        self.command, self.line, self.shown = command, line, shown


def console_steps(lines, start, end):
    number = start
    while number < end:
        assert lines[number].startswith("$ "), f"line {number + 1}: a console block begins with what is typed"
        command, at = [lines[number][2:]], number
        number += 1
        while number < end and lines[number].startswith("> "):
            command.append(lines[number][2:])
            number += 1
        output = number
        while number < end and not lines[number].startswith("$ "):
            number += 1
        yield Step("\n".join(command), at, (output, number))


def read_page(page, lines):
    steps, files, folder = [], [], None
    strict = page.name == "tutorial.md" or page.parent.name == "how-to"
    for number, line in enumerate(lines):
        if found := re.fullmatch(r"<!-- starts in a copy of (\S+) -->", line):
            folder = found[1]
        if found := re.fullmatch(r"<!-- first: (.+) -->", line):
            steps.append(Step(found[1], number))
    for language, rest, start, end in blocks(lines):
        if language == "sh" and rest == "run":
            steps.append(Step("(set -e\n" + "\n".join(lines[start:end]) + "\n)", start))
        elif language == "sh" and strict:
            sys.exit(f"{page}:{start}: this block is not run: say ```sh run, or show it as text")
        elif language == "console":
            steps.extend(console_steps(lines, start, end))
        elif rest and language != "sh":
            files.append(Step(rest, start, (start, end)))
    return folder, sorted(steps + files, key=lambda step: step.line), files


def script(steps, files, lines, work):
    """A shell script that leaves OUT.n and CODE.n for each step."""
    out = []
    for n, step in enumerate(steps):
        if step in files:
            (work / f"file.{n}").write_text("\n".join(lines[step.shown[0]:step.shown[1]]) + "\n")
            out.append(f"cp '{work}/file.{n}' '{step.command}'")
            continue
        out.append(f"(exit ${{last:-0}})\n{{ {step.command}\n}} >'{work}/out.{n}' 2>&1\nlast=$?\necho $last >'{work}/code.{n}'")
    return "\n".join(out) + "\n"


def matches(shown, printed):
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "..." else re.escape(line.rstrip()) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in printed)) is not None


def main():
    program, source, page = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    lines = page.read_text().splitlines()
    folder, steps, files = read_page(page, lines)
    if len(steps) == len(files):
        sys.exit(f"{page}: nothing here is run")
    faults, replaced = [], []
    with tempfile.TemporaryDirectory(prefix="joinedup-docs-") as temporary:
        work = Path(temporary)
        place = work / "page"
        shutil.copytree(source / folder, place) if folder else place.mkdir()
        environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "JOINEDUP_INSTRUMENTS")}
        environment |= {"PATH": f"{program.resolve().parent}:{environment['PATH']}", "LC_ALL": "C.UTF-8"}
        subprocess.run(["sh"], input=script(steps, files, lines, work), text=True, cwd=place, env=environment,
                       stdout=subprocess.DEVNULL, check=False)
        for n, step in enumerate(steps):
            if step in files:
                continue
            printed = (work / f"out.{n}").read_text().splitlines() if (work / f"out.{n}").exists() else []
            code = int((work / f"code.{n}").read_text()) if (work / f"code.{n}").exists() else -1
            looked_at = n + 1 < len(steps) and "$?" in steps[n + 1].command
            if code != 0 and not looked_at:
                faults.append(f"{page}:{step.line + 1}: exit {code}: {step.command}\n" + "\n".join(printed))
            elif step.shown and not matches(lines[step.shown[0]:step.shown[1]], printed):
                faults.append(f"{page}:{step.line + 1}: {step.command}\n prints\n" + "\n".join(printed))
                replaced.append((step.shown, printed))
    if os.environ.get("APPROVE") == "1":
        for (start, end), printed in reversed(replaced):
            lines[start:end] = [line.rstrip() for line in printed]
        page.write_text("\n".join(lines) + "\n")
    print("\n".join(faults) if faults else f"{page.name}: {len(steps) - len(files)} steps ran as the page says")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
