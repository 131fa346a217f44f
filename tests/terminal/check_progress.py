#!/usr/bin/env python3
"""Runs the program on a pseudo-terminal with a survey that comes slowly, and asks what a person sees:

- a line of progress past a second, gone at the end;
- none with --quiet, --progress never or JSON messages, and none in a pipe.
"""
import os
import pty
import subprocess
import sys
import threading
import time

PROGRAM = sys.argv[1]
HEAD = "area,fft_1\n"
ROWS = "A01,1\nA02,2\n" * 50


def slowly(into):
    """Ten pieces, a quarter of a second apart."""
    with os.fdopen(into, "w") as out:
        out.write(HEAD)
        for _ in range(10):
            out.write(ROWS)
            out.flush()
            time.sleep(0.25)


def run(*options, terminal=True):
    """What standard error shows, and the exit code."""
    given, giving = os.pipe()
    if terminal:
        seeing, shown = pty.openpty()
    else:
        seeing, shown = os.pipe()
    child = subprocess.Popen([PROGRAM, *options, "score", "-", "-i", "fft"], stdin=given, stdout=subprocess.DEVNULL,
                             stderr=shown)
    os.close(given)
    os.close(shown)
    threading.Thread(target=slowly, args=(giving,), daemon=True).start()
    text = b""
    while True:
        try:
            piece = os.read(seeing, 4096)
        except OSError:  # the terminal's other end is closed
            break
        if not piece:
            break
        text += piece
    return text.decode(), child.wait()


def main():
    text, code = run()
    assert code == 0, (text, code)
    assert "MB/s" in text and " records, " in text, text
    lines = text.replace("\r\n", "\n").split("\n")
    for line in lines:  # what stands on the screen is what follows the last erasing of the line
        assert "MB/s" not in line.split("\r\x1b[K")[-1], line
    assert any(line.split("\r\x1b[K")[-1].startswith(" read 1,000") for line in lines), text
    for options in (["--quiet"], ["--progress", "never"], ["--diagnostics", "json"]):
        text, code = run(*options)
        assert code == 0 and "MB/s" not in text and "\x1b" not in text, (options, text)
    text, code = run(terminal=False)
    assert code == 0 and "MB/s" not in text and "\x1b" not in text, text
    text, code = run("--progress", "always", terminal=False)
    assert code == 0 and "MB/s" in text, text
    print("progress is shown to people only, and is gone at the end")


if __name__ == "__main__":
    main()
