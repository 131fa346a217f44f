#!/usr/bin/env python3
"""Does the tree keep its promises? check.py CHECK ROOT, where CHECK is one of:

layers       every include points down the layers of docs/architecture.md, never up or sideways
types        no two headers define a type of one name: the linker would take one of them for both
length       no source file is longer than 400 lines
names        no instrument, country or area is named in src/ (definitions are data)
diagnostics  every code used in src/ stands in docs/diagnostics.md once, and none there is unused
options      every option of every command occurs in a golden case
"""
import json
import re
import sys
from pathlib import Path

# What each module may include. `model` also holds the public headers of include/joinedup.
DOMAIN = {"base", "stats", "model"}
ALLOWED = {
    "base": set(),
    "stats": {"base"},
    "model": {"base"},
    "definitions": {"base", "model"},
    "exports": {"base", "model"},
    "scoring": DOMAIN,
    "estimate": DOMAIN,
    "adjust": DOMAIN,
    "index": DOMAIN,
    "publish": DOMAIN,
    "evaluate": DOMAIN,
    "simulate": DOMAIN,
    "pipeline": DOMAIN | {"definitions", "exports", "scoring", "estimate", "adjust", "index", "publish", "evaluate", "simulate"},
    "report": {"base", "model"},
}
ALLOWED["cli"] = set(ALLOWED) | {"cli"}
# Public headers that the lowest layers may see.
PUBLIC_BASE = {"diagnostics", "outcome", "version"}
LONGEST = 400


def sources(root):
    return sorted(p for p in (root / "src").rglob("*") if p.suffix in {".hpp", ".cpp"})


def module_of(root, path):
    parts = path.relative_to(root / "src").parts
    return parts[0] if len(parts) > 1 else "cli"  # src/main.cpp


def check_layers(root):
    faults = []
    for path in sources(root):
        module = module_of(root, path)
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if not found:
                continue
            quote, name = found.groups()
            target = None
            if quote == '"':
                target = name.split("/")[0]
                if target not in ALLOWED:
                    faults.append(f"{path}:{number}: {name} is no module of src/")
                    continue
            elif name.startswith("joinedup/"):
                target = "base" if Path(name).stem in PUBLIC_BASE else "model"
            elif name.startswith("CLI/") and path.name != "parser.cpp":
                faults.append(f"{path}:{number}: only cli/parser.cpp includes CLI11")
            if target and target != module and target not in ALLOWED.get(module, set()):
                faults.append(f"{path}:{number}: {module} may not include {target}")
    for path in sorted((root / "include").rglob("*.hpp")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.match(r'\s*#\s*include\s*"', line) or re.search(r"<(CLI|fmt|nlohmann|Eigen|boost|tbb)/", line):
                faults.append(f"{path}:{number}: a public header shows only itself and the standard library")
    return faults


def check_types(root):
    faults, first = [], {}
    for path in sorted((root / "include").rglob("*.hpp")) + [p for p in sources(root) if p.suffix == ".hpp"]:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = re.match(r"(?:struct|class|enum class) (\w+)(?: final)? *(?::[^:].*)?\{", line)
            if not found:
                continue
            earlier = first.setdefault(found[1], f"{path}:{number}")
            if earlier != f"{path}:{number}":
                faults.append(f"{path}:{number}: {found[1]} is defined in {earlier} too")
    return faults


def check_length(root):
    faults = []
    for path in sources(root) + sorted((root / "include").rglob("*.hpp")):
        lines = len(path.read_text().splitlines())
        if lines > LONGEST:
            faults.append(f"{path}: {lines} lines, {LONGEST} is the most")
    return faults


# Names that belong in data. Option texts and messages of the command line may give examples of ids, so src/cli is read
# for areas only; `england` is the contract's name of the default target, allowed as that one word in quotes.
COUNTRIES = "scotland wales germany france netherlands spain japan denmark slovenia".split()


def instrument_words(root):
    words = set()
    for path in (root / "instruments").glob("*.json"):
        if path.stem != "simulation":
            words |= {path.stem, path.stem.replace("-", "_")}
    return words


def area_words(root):
    words = set()
    for path in (root / "instruments" / "geographies").glob("*.json"):
        geography = json.loads(path.read_text())
        for area in geography.get("areas", []):
            words |= {str(area.get(key, "")).lower() for key in ("code", "name", "short_name")}
    return {w for w in words if len(w) > 3}


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"(^|\s)//.*", "", text)


def check_names(root):
    faults = []
    instruments, areas = instrument_words(root), area_words(root)
    for path in sources(root):
        module = module_of(root, path)
        words = areas | set(COUNTRIES) | (instruments if module != "cli" else set())
        text = path.read_text()
        present = sorted(word for word in words if word in text.lower())
        for number, line in enumerate(text.splitlines(), 1):
            code = without_comments(line).lower()
            for word in present:
                if re.search(r"(?<![a-z0-9_])" + re.escape(word) + r"(?![a-z0-9])", code):
                    faults.append(f"{path}:{number}: names {word}; definitions are data")
            if module != "cli" and re.search(r'"icb[-_]', code):
                faults.append(f"{path}:{number}: names a geography")
    return faults


def check_diagnostics(root):
    used = {}
    for path in sources(root):
        for code in re.findall(r'"(J[1-6]\d\d)"', path.read_text()):
            used.setdefault(code, path)
    rows = re.findall(r"^\| (J\d{3}) ", (root / "docs" / "diagnostics.md").read_text(), flags=re.M)
    listed = set(rows)
    faults = [f"{used[code]}: {code} is not in docs/diagnostics.md" for code in sorted(set(used) - listed)]
    faults += [f"docs/diagnostics.md: {code} has {rows.count(code)} rows, and one meaning at most"
               for code in sorted(listed) if rows.count(code) > 1]
    return faults + [f"docs/diagnostics.md: {code} is used nowhere in src/" for code in sorted(listed - set(used))]


def check_options(root):
    options = {}
    for path in sorted((root / "src" / "cli").rglob("*.cpp")):
        for name, letter in re.findall(r"""OptionSpec\{"(--[a-z-]+)",\s*(?:'([a-z])'|0)""", path.read_text()):
            options[name] = letter
    cases = "\n".join(p.read_text() for p in (root / "tests" / "golden").glob("*/*/cmd"))
    faults = []
    for name, letter in sorted(options.items()):
        short = f"|(?<= )-{letter}(?= )" if letter else ""
        if not re.search(re.escape(name) + r"(?![a-z-])" + short, cases):
            faults.append(f"{name} occurs in no golden case")
    return faults


def main():
    check, root = sys.argv[1], Path(sys.argv[2])
    faults = globals()["check_" + check](root)
    print("\n".join(faults) if faults else f"{check}: kept")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
