#!/usr/bin/env python3
"""check_shared.py PROGRAM: tries to get people's answers out of shared partials (joinedup aggregate --share), and checks
that a merge of them is what one run over the same people gives.

The attacks know the file and what answers there can be. An answer is recovered where
  small    a count in the file, or the difference of two, is one to nine people (who lack a measure of the index, say);
  few      a sum that follows from the file, of (y - a), (y - a)(y - b) or (y - a)(z - b) with known a and b, has one to
           nine people in it, or of the first kind none at all: then all have given the answer a;
  certain  nothing is found that fits the sums and in which fewer people gave an answer (or pair of answers) that one to
           nine people gave (looked for by exchanging the answers of four or six people).
They must fail on what the program writes, and each succeed on files that the program would not write, or they prove
nothing. That the sums in the file are those of whole groups of people is found out by adding up here again."""
import csv
import itertools
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

A, B, C = range(11), range(21), range(2)  # answers that there can be
SUPPORT = {"a": A, "b": B, "c": C}
INDEX = {"id": "two", "version": "1", "title": "Two measures",
         "domains": [{"id": "one", "indicators": [{"id": "a", "label": "A", "column": "a", "goalposts": [0, 10]}]},
                     {"id": "other", "indicators": [{"id": "b", "label": "B", "column": "b", "goalposts": [0, 20]}]}],
         "companions": [{"id": "c", "label": "C", "column": "c", "goalposts": [0, 1]}]}
CENTRE = {"a": 5.0, "b": 10.0, "c": 0.5}
FEW = range(1, 10)


def run(program, *arguments, cwd, code=0):
    done = subprocess.run([program, *map(str, arguments)], cwd=cwd, capture_output=True, text=True)
    if done.returncode != code:
        sys.exit(f"{arguments}: exit {done.returncode}, not {code}\n{done.stderr}")
    return done


# ---- surveys: people are (area, a, b, c), None = no answer --------------------------------------------------------

def person(draw, area, kind):
    a, b = draw.choice(A), draw.choice(B)
    if kind == "all alike":
        a, b = 10, 20
    elif kind == "two answers":
        a, b = draw.choice((9, 10)), draw.choice((0, 20))
    elif kind == "mostly alike":
        a = 10 if draw.random() < 0.9 else a
    elif kind == "skewed":
        a, b = min(10, int(draw.expovariate(0.5))), 20 - min(20, int(draw.expovariate(0.4)))
    elif kind == "gaps":
        a, b = (a if draw.random() < 0.85 else None), (b if draw.random() < 0.85 else None)
    return [area, a, b, draw.choice(C) if draw.random() < 0.95 else None]


def survey(draw, areas):
    people = []
    for number in range(areas):
        kind = draw.choice(["spread", "spread", "all alike", "two answers", "mostly alike", "skewed", "gaps"])
        size = draw.choice([3, 9, 10, 12, 15, 20, 30, 45, 80, 200])
        rows = [person(draw, f"A{number:02}", kind) for _ in range(size)]
        if draw.random() < 0.2:  # all but one are alike
            rows = [[f"A{number:02}", 7, 7, 1] for _ in range(size)]
            rows[0][draw.choice((1, 2))] = 2
        people += rows
    return people


def write_survey(path, people, more=()):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["area", "a", "b", "c", *more])
        out.writerows(["" if x is None else x for x in row] for row in people)


# ---- what the sums of people are ----------------------------------------------------------------------------------

def sums(people):
    """What the file says of a cell, from unweighted people."""
    cell = {"people": len(people), "measures": {}, "pairs": {}}
    for place, name in enumerate("abc", 1):
        ys = [p[place] - CENTRE[name] for p in people if p[place] is not None]
        cell["measures"][name] = {"n": len(ys), "wy": sum(ys), "wy2": sum(y * y for y in ys)}
    both = [(p[1] - CENTRE["a"], p[2] - CENTRE["b"]) for p in people if None not in (p[1], p[2])]
    cell["pairs"] = {"w2": len(both), "w2a": sum(a for a, _ in both), "w2b": sum(b for _, b in both),
                     "w2ab": sum(a * b for a, b in both)}
    return cell


def figures(cell):
    """A cell of the file, in the form of sums()."""
    (pair,) = cell["pairs"]
    return {"people": cell["people"],
            "measures": {n: {k: m[k] for k in ("n", "wy", "wy2")} for n, m in cell["measures"].items()},
            "pairs": {k: pair[k] for k in ("w2", "w2a", "w2b", "w2ab")}}


def same(x, y):
    if isinstance(x, dict):
        return x.keys() == y.keys() and all(same(x[k], y[k]) for k in x)
    return abs(x - y) < 1e-9


def index_only(cell):
    return {"people": cell["people"], "pairs": cell["pairs"],
            "measures": {n: cell["measures"][n] for n in "ab"}}


def shared_people(cell, people):
    """The people of an area whose sums these are: all who have the same measures, or none of them. Companions apart."""
    groups = {}
    for p in people:
        groups.setdefault((p[1] is None, p[2] is None), []).append(p)
    for size in range(len(groups) + 1):
        for chosen in itertools.combinations(groups.values(), size):
            those = sum(chosen, [])
            if same(index_only(sums(those)), index_only(cell)):
                return those
    return None


# ---- attacks ------------------------------------------------------------------------------------------------------

def small(cell):
    counts = {"people": cell["people"], "both": cell["pairs"]["w2"]}
    for name in "ab":
        counts[name] = cell["measures"][name]["n"]
        counts[f"{name} alone"] = counts[name] - counts["both"]
        counts[f"without {name}"] = counts["people"] - counts[name]
    counts["c"] = cell["measures"]["c"]["n"]
    counts["without c"] = cell["people"] - counts["c"] if counts["c"] else 0
    return [f"{what}: {n}" for what, n in counts.items() if n in FEW]


def few(people):
    """Of all who have both measures, and of each measure's own people."""
    found = []
    for place, name in ((1, "a"), (2, "b"), (3, "c")):
        ys = [p[place] for p in people if p[place] is not None]
        for a in SUPPORT[name] if ys else ():
            if sum(y != a for y in ys) < 10:
                found.append(f"of ({name} - {a}): {sum(y != a for y in ys)}")
            found += [f"of ({name} - {a})({name} - {b})" for b in SUPPORT[name] if sum(y not in (a, b) for y in ys) in FEW]
    both = [(p[1], p[2]) for p in people if None not in (p[1], p[2])]
    for a, b in itertools.product(A, B):
        if sum(x != a and y != b for x, y in both) in FEW:
            found.append(f"of (a - {a})(b - {b})")
    return found


def balanced(size):
    """Signs that come to 0 in all, the first of them +."""
    for plus in itertools.combinations(range(1, size), size // 2 - 1):
        yield [1 if i == 0 or i in plus else -1 for i in range(size)]


SIGNS = {size: list(balanced(size)) for size in (4, 6)}


def turned(answers, supports):
    """Other answers of a few people that come to the same sums of answers, squares and products: with signs s that come
    to 0 in all, x + s d has the squares and products of x where m d / 2 is minus the sum of s x (m people). Only what
    can be answered."""
    half = len(answers) // 2
    for signs in SIGNS[len(answers)]:
        moves = [-sum(s * x[i] for s, x in zip(signs, answers)) for i in range(len(supports))]
        if any(moves) and all(move % half == 0 for move in moves):
            new = [tuple(x + s * (move // half) for x, move in zip(answer, moves)) for s, answer in zip(signs, answers)]
            if all(x in there for answer in new for x, there in zip(answer, supports)):
                yield new


def exchangeable(draw, answer, have, supports):
    """Whether the sums may come of fewer people with this answer."""
    others = Counter(have)
    others[answer] -= 1
    rest = [x for x, n in others.items() for _ in range(min(n, 2))]  # common answers would be drawn time and again
    for trial in range(3000):
        size = 4 if trial % 2 else 6
        if len(rest) < size - 1:
            continue
        chosen = [answer, *draw.sample(rest, size - 1)]
        for new in turned(chosen, supports):
            if Counter(new)[answer] < Counter(chosen)[answer]:
                return True
    return False


def certain(draw, people):
    """Answers of few people that no exchange changes."""
    found = []
    for places, label in (((1,), "a"), ((2,), "b"), ((1, 2), "ab"), ((3,), "c")):
        have = [tuple(p[i] for i in places) for p in people if all(p[i] is not None for i in places)]
        supports = [SUPPORT[name] for name in label]
        found += [f"{label}: {n} gave {answer}" for answer, n in Counter(have).items()
                  if n in FEW and not exchangeable(draw, answer, have, supports)]
    return found


def attack(draw, cell, people):
    """What is recovered of one area, by kind."""
    shown = people if cell["measures"]["c"]["n"] else [[*p[:3], None] for p in people]
    return {"small": small(cell), "few": few(shown), "certain": certain(draw, shown)}


# ---- the program under attack -------------------------------------------------------------------------------------

def attacked(program, work, seed):
    draw = random.Random(seed)
    people = survey(draw, 40)
    write_survey(work / "survey.csv", people)
    run(program, "-q", "aggregate", "--share", "survey.csv", "--index", "index.json", "--area", "area", "-o", "s.jup", cwd=work)
    partial = json.loads((work / "s.jup").read_text())
    recovered, leaks = [], Counter()
    cells = {cell["area"]: figures(cell) for cell in partial["cells"]}
    by_area = {}
    for p in people:
        by_area.setdefault(p[0], []).append(p)
    for area, there in by_area.items():
        if area in cells:
            those = shared_people(cells[area], there)
            if those is None:
                recovered.append(f"{area}: the sums are of no whole groups of people")
                continue
            recovered += [f"{area}: {kind}: {line}" for kind, lines in attack(draw, cells[area], those).items() for line in lines]
        elif len(there) >= 10:  # as if only the number of people counted
            leaks.update(kind for kind, lines in attack(draw, sums(there), there).items() if lines)
    told = partial["withheld"]
    shared = sum(c["people"] for c in cells.values())
    if told["people"] != (shared < len(people)) or told["at_least"] != (len(people) - shared) // 10 * 10:
        recovered.append(f"the number of the withheld is told as {told}")
    text = (work / "s.jup").read_text()
    if told["areas"] or any(a not in cells and f'"{a}"' in text for a in by_area):
        recovered.append("an area that no geography knows is named although nobody of it is shared")
    return len(cells), recovered, leaks


# ---- the law of the merge -----------------------------------------------------------------------------------------

def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def differing(one, other):
    """What differs between two folders of results by more than 1e-10."""
    found = []
    for name in ("index.csv", "indicators.csv"):
        ours, theirs = rows_of(one / name), rows_of(other / name)
        if len(ours) != len(theirs):
            return [f"{name}: {len(ours)} and {len(theirs)} rows"]
        for x, y in zip(ours, theirs):
            for column, text in x.items():
                try:
                    alike = abs(float(text) - float(y[column])) <= 1e-10 * max(1, abs(float(text)))
                except ValueError:
                    alike = text == y[column]
                if not alike:
                    found.append(f"{name}: {x.get('area_code')} {column}: {text}, not {y[column]}")
    return found


def law(program, work, seed):
    """Three houses that share areas, strata and weights: their partials, merged, against one run over whom they hold.
    Answers are spread evenly and groups are far below ten people or far above: which are withheld follows from size."""
    draw = random.Random(seed)
    weights, strata, gaps = seed % 2, seed % 3 > 0, seed % 4 > 0
    houses, kept = [[], [], []], []
    for number in range(8):
        for house in draw.sample(range(3), draw.choice((1, 2, 3))):
            for stratum, weight in itertools.product("ns" if strata else "n", (0.5, 1, 2.25) if weights else (1,)):
                for lacking in ("", "a", "b", "ab") if gaps else ("",):
                    size = draw.randrange(150, 300) if not lacking else draw.choice((0, 3, 9, 80))
                    group = [[f"A{number:02}", None if "a" in lacking else draw.choice(A),
                              None if "b" in lacking else draw.choice(B), draw.choice(C), stratum, weight]
                             for _ in range(size)]
                    houses[house] += group
                    kept += group if size >= 10 else []
    names = []
    options = ["--index", "index.json", "--area", "area"]
    options += ["--weight", "weight"] if weights else []
    options += ["--strata", "stratum"] if strata else []
    for number, people in enumerate(houses):
        write_survey(work / f"house{number}.csv", people, ("stratum", "weight"))
        run(program, "-q", "aggregate", "--share", f"house{number}.csv", *options, "-o", f"house{number}.jup", cwd=work)
        names.append(f"house{number}.jup")
    write_survey(work / "kept.csv", kept, ("stratum", "weight"))
    run(program, "-q", "merge", *draw.sample(names, 3), "-o", "merged", "--force", cwd=work)
    run(program, "-q", "benchmark", "kept.csv", *options, "-o", "one", "--force", cwd=work)
    notices = json.loads((work / "merged" / "results.json").read_text())["notices"]
    found = differing(work / "one", work / "merged")
    if not any("shared partials" in n for n in notices):
        found.append("the results do not say that they are made from shared partials")
    return len(kept) == sum(map(len, houses)), found


def main():
    program = str(Path(sys.argv[1]).resolve())
    failures, leaks, cells = [], Counter(), 0
    laws = Counter()
    with tempfile.TemporaryDirectory(prefix="joinedup-shared-") as folder:
        work = Path(folder)
        (work / "index.json").write_text(json.dumps(INDEX))
        for seed in range(12):
            shared, recovered, seen = attacked(program, work, seed)
            cells += shared
            leaks += seen
            failures += [f"survey {seed}: {line}" for line in recovered]
        for seed in range(12):
            whole, found = law(program, work, seed)
            laws["nobody withheld" if whole else "some withheld"] += 1
            failures += [f"law {seed}: {line}" for line in found]
    print(f"{cells} shared areas, {len(failures)} failures; areas that would be seen through: {dict(leaks)}; merges: {dict(laws)}")
    for line in failures[:60]:
        print(" ", line)
    if cells < 40 or min(laws["nobody withheld"], laws["some withheld"]) < 2:
        failures.append("too little was shared or compared for this to mean anything")
    if min(leaks[kind] for kind in ("small", "few", "certain")) < 10:
        failures.append("the attacks do not see through files that leak")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
