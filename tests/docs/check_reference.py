#!/usr/bin/env python3
"""Does the reference explain the members that the schemas have, and no others? check_reference.py ROOT

study.md and map.md name every member by its path in the first column of a table: `area.lookup.file`, `inputs[].file`.
instruments.md and indices.md are prose: each name stands in them as code, and the first column of their tables of
members holds no other.
"""
import json
import re
import sys
from pathlib import Path

BY_PATH = {"study": "study", "map": "map"}
BY_NAME = {"instruments": "instrument", "indices": "index"}
EDITORS = {"$schema", "$comment"}


class Schema:
    def __init__(self, path):
        self.root = json.loads(path.read_text())

    def paths(self, node=None, prefix="", seen=()):
        """Every path of a named member. What stands under names of the user's own choosing has none."""
        node = self.root if node is None else node
        if not isinstance(node, dict):
            return set()
        found = set()
        if "$ref" in node:
            name = node["$ref"].removeprefix("#/$defs/")
            if name not in seen:
                found |= self.paths(self.root["$defs"][name], prefix, (*seen, name))
        for key in ("anyOf", "oneOf", "allOf"):
            for part in node.get(key, []):
                found |= self.paths(part, prefix, seen)
        for key in ("then", "else"):
            if key in node:
                found |= self.paths(node[key], prefix, seen)
        for name, part in node.get("properties", {}).items():
            if part is False:
                continue
            path = f"{prefix}.{name}" if prefix else name
            found |= {path} | self.paths(part, path, seen)
        if "items" in node:
            found |= self.paths(node["items"], f"{prefix}[]", seen)
        return found

    def names(self):
        """Every name of a member, wherever it stands."""
        found, todo = set(), [self.root]
        while todo:
            node = todo.pop()
            if isinstance(node, list):
                todo.extend(node)
            elif isinstance(node, dict):
                if isinstance(node.get("properties"), dict):
                    found |= set(node["properties"])
                todo.extend(node.values())
        return found


def member_cells(text):
    """Code in the first column of tables whose first heading is "member"."""
    inside = False
    for line in text.splitlines():
        if line.startswith("| member "):
            inside = True
        elif not line.startswith("|"):
            inside = False
        elif inside:
            yield from re.findall(r"`([^`]+)`", re.split(r"(?<!\\)\|", line)[1])


def main():
    root, faults = Path(sys.argv[1]), []
    for page, name in BY_PATH.items():
        schema = Schema(root / "instruments" / "schema" / f"{name}.schema.json")
        wanted = {p for p in schema.paths() if p.split(".")[-1] not in EDITORS}
        told = list(member_cells((root / "docs" / f"{page}.md").read_text()))
        faults += [f"docs/{page}.md does not explain {path}" for path in sorted(wanted - set(told))]
        faults += [f"docs/{page}.md: {path} is no member" for path in sorted(set(told) - wanted)]
        faults += [f"docs/{page}.md explains {path} twice" for path in sorted({p for p in told if told.count(p) > 1})]
    for page, name in BY_NAME.items():
        names = Schema(root / "instruments" / "schema" / f"{name}.schema.json").names() - EDITORS
        text = (root / "docs" / f"{page}.md").read_text()
        words = {w for code in re.findall(r"`([^`\n]+)`", text) for w in re.findall(r"[A-Za-z_0-9]+", code)}
        words |= set(re.findall(r'"([a-z_0-9]+)":', text))
        faults += [f"docs/{page}.md does not explain {word}" for word in sorted(names - words)]
        faults += [f"docs/{page}.md: {word} is no member" for word in sorted(set(member_cells(text)) - names)]
    print("\n".join(faults) if faults else "the reference and the schemas agree")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
