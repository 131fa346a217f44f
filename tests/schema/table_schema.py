"""Data Package and Table Schema (https://datapackage.org, version 2.0), as far as this project's files use them: an
independent reader that tells every fault of a package and of its CSVs."""
import csv
import json
import re
from pathlib import Path

PACKAGE = {"$schema", "name", "title", "description", "resources"}
RESOURCE = {"name", "type", "path", "title", "description", "format", "mediatype", "encoding", "bytes", "dialect", "schema"}
SCHEMA = {"fields", "missingValues", "primaryKey", "foreignKeys"}
FIELD = {"name", "type", "title", "description", "constraints", "trueValues", "falseValues"}
CONSTRAINTS = {"string": {"required", "enum", "pattern"}, "boolean": {"required"},
               "integer": {"required", "minimum", "maximum"}, "number": {"required", "minimum", "maximum"}}
NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
NAME = re.compile(r"[a-z0-9._-]+")


def cast(field, text):
    """The value of a cell that is not missing. ValueError says what is wrong."""
    kind, constraints = field["type"], field.get("constraints", {})
    if kind == "integer":
        if not re.fullmatch(r"[-+]?\d+", text):
            raise ValueError("no integer")
        value = int(text)
    elif kind == "number":
        if not NUMBER.fullmatch(text):
            raise ValueError("no number")
        value = float(text)
    elif kind == "boolean":
        if text not in field["trueValues"] + field["falseValues"]:
            raise ValueError("no boolean")
        value = text in field["trueValues"]
    else:
        value = text
    if "enum" in constraints and value not in constraints["enum"]:
        raise ValueError("not among the words allowed")
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], text):
        raise ValueError("not of the pattern")
    if "minimum" in constraints and value < constraints["minimum"]:
        raise ValueError("below the minimum")
    if "maximum" in constraints and value > constraints["maximum"]:
        raise ValueError("above the maximum")
    return value


def unknown(where, given, known):
    return [f"{where}: no property {name}" for name in sorted(set(given) - known)]


def descriptor_faults(package):
    faults = unknown("package", package, PACKAGE)
    if package.get("$schema") != "https://datapackage.org/profiles/2.0/datapackage.json":
        faults.append("package: not of version 2.0")
    if not NAME.fullmatch(package.get("name", "")):
        faults.append("package: its name may hold small letters, digits, . _ and -")
    if not package.get("title") or not package.get("description"):
        faults.append("package: it has no title or description")
    names = [r.get("name") for r in package.get("resources", [])]
    if not names or len(set(names)) != len(names):
        faults.append("package: no resources, or two of one name")
    for resource in package.get("resources", []):
        faults += resource_faults(resource)
    return faults


def resource_faults(resource):
    where = resource.get("name", "?")
    faults = unknown(where, resource, RESOURCE)
    for name, value in {"type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}.items():
        if resource.get(name) != value:
            faults.append(f"{where}: {name} is not {value}")
    if not NAME.fullmatch(where) or not resource.get("title"):
        faults.append(f"{where}: no name or no title")
    schema = resource.get("schema", {})
    faults += unknown(where, schema, SCHEMA)
    fields = schema.get("fields", [])
    names = [f.get("name") for f in fields]
    if not names or len(set(names)) != len(names):
        faults.append(f"{where}: no fields, or two of one name")
    if len({f.get("title", "").lower() for f in fields}) != len(fields):
        faults.append(f"{where}: two fields of one title")
    for field in fields:
        at = f"{where}.{field.get('name')}"
        faults += unknown(at, field, FIELD)
        if field.get("type") not in CONSTRAINTS:
            faults.append(f"{at}: no type that this package should use")
            continue
        faults += unknown(at, field.get("constraints", {}), CONSTRAINTS[field["type"]])
        if not field.get("title") or not field.get("description", "").endswith("."):
            faults.append(f"{at}: no title, or no description that is a sentence")
        if field.get("title", "") + "." == field.get("description"):
            faults.append(f"{at}: its description says no more than its title")
    for key in [schema.get("primaryKey", [])] + [k["fields"] for k in schema.get("foreignKeys", [])]:
        faults += [f"{where}: key of no field {name}" for name in key if name not in names]
    return faults


def read_rows(folder, resource):
    """Rows of a resource as cast values, None where missing; and its faults."""
    where, schema = resource["name"], resource["schema"]
    path = Path(folder) / resource["path"]
    faults, rows = [], []
    if path.stat().st_size != resource["bytes"]:
        faults.append(f"{where}: {resource['bytes']} bytes are told, the file has {path.stat().st_size}")
    with open(path, newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file, strict=True))
    names = [f["name"] for f in schema["fields"]]
    if lines[0] != names:
        faults.append(f"{where}: headings are {lines[0]}, fields {names}")
        return rows, faults
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(names):
            faults.append(f"{where}:{number}: {len(line)} cells")
            continue
        row = {}
        for field, text in zip(schema["fields"], line):
            row[field["name"]] = None
            if text in schema["missingValues"]:
                if field.get("constraints", {}).get("required"):
                    faults.append(f"{where}:{number}: {field['name']} is missing")
                continue
            try:
                row[field["name"]] = cast(field, text)
            except ValueError as wrong:
                faults.append(f"{where}:{number}: {field['name']} \"{text}\": {wrong}")
        rows.append(row)
    key = schema.get("primaryKey")
    if key and len({tuple(row[k] for k in key) for row in rows}) != len(rows):
        faults.append(f"{where}: two rows of one primary key")
    return rows, faults


def package_faults(folder):
    """Every fault of the package in a folder of results and of the CSVs in it."""
    folder = Path(folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    faults = descriptor_faults(package)
    if faults:
        return faults
    tables = {}
    for resource in package["resources"]:
        tables[resource["name"]], found = read_rows(folder, resource)
        faults += found
    for resource in package["resources"]:
        for key in resource["schema"].get("foreignKeys", []):
            there = {tuple(row[k] for k in key["reference"]["fields"]) for row in tables[key["reference"]["resource"]]}
            for row in tables[resource["name"]]:
                if tuple(row[k] for k in key["fields"]) not in there:
                    faults.append(f"{resource['name']}: a row whose {key['fields']} is in no row of "
                                  f"{key['reference']['resource']}")
    told = {resource["path"] for resource in package["resources"]}
    faults += [f"{path.name} is in the folder and not in the package" for path in folder.glob("*.csv") if path.name not in told]
    return faults
