#!/usr/bin/env python3
"""Are the JSON Schemas and the readers in step?

    /usr/bin/python3 tests/schema/check_schemas.py [ROOT]

Every shipped definition fits its schema; the samples in full/ fit and use every member that a schema knows; those in
broken/ do not fit (a unit test sees to it that the readers say the same of both); and the member names in the sources
of the readers are those of the schemas. Needs python3-jsonschema.
"""
import json
import pathlib
import re
import sys

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
ROOT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent
SHIPPED = {"instrument": ["instruments/*.json", "examples/new_instrument/definitions/*.json"],
           "value_set": ["instruments/value_sets/*.json"],
           "value_mapping": ["instruments/mappings/*.json"],
           "index": ["instruments/indices/*.json", "examples/**/index*.json"],
           "geography": ["instruments/geographies/*.json"],
           "disclosure": ["instruments/disclosure/*.json"],
           "map": ["examples/**/map*.json"], "study": ["examples/**/study*.json"]}
NOT_INSTRUMENTS = {"simulation.json"}
READERS = {"index": ["index.cpp", "index_methods.cpp", "area_table_spec.cpp"], "map": ["map.cpp"], "geography": ["geography.cpp"], "disclosure": ["disclosure.cpp"],
           "study": ["study.cpp", "study_comparison.cpp", "study_estimation.cpp", "study_peers.cpp", "study_sensitivity.cpp",
                     "study_who_answered.cpp", "target.cpp"],
           "instrument": ["instrument.cpp", "instrument_items.cpp", "instrument_parts.cpp", "instrument_codings.cpp",
                          "instrument_headings.cpp"]}
SHARED = {"map": ["read_area_column", "read_reader_options"], "study": ["read_area_column", "read_reader_options", "only_method"],
          "index": [], "geography": [], "disclosure": [], "instrument": []}
NAMES = re.compile(r'(?:\.|->|\b)(?:find|need|text|text_or|number|number_or|number_if|integer_if|flag_or|object|object_if|'
                   r'objects|objects_if|texts_if|text_or_texts_if|text_map_if|word_if|read_word|read_share|count_or|read_id|not_supported|'
                   r'read_range|read_whole_range|only_method|read_method|carried_only|read_choice_members)\((?:\*?\w+, )?"([\w$-]+)"(?:, "([\w-]+-[\w-]+)")?')
failures = []


def fail(message):
    failures.append(message)


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def members_of_schema(schema, planned=False):
    """Names under `properties`; without those of a later release unless `planned`."""
    names = set()
    if isinstance(schema, dict):
        for name, value in schema.get("properties", {}).items() if isinstance(schema.get("properties"), dict) else []:
            text = json.dumps(value)
            if planned or not ("not in this release" in text.lower() or "#/$defs/later" in text):
                names.add(name)
        for value in schema.values():
            names |= members_of_schema(value, planned)
    elif isinstance(schema, list):
        for value in schema:
            names |= members_of_schema(value, planned)
    return names


def members_of_sample(sample):
    if isinstance(sample, dict):
        return set(sample).union(*(members_of_sample(v) for v in sample.values()))
    if isinstance(sample, list):
        return set().union(*(members_of_sample(v) for v in sample))
    return set()


def body_of(function, source):
    """The function's text: up to the closing brace at the start of a line."""
    start = source.index(f" {function}(")
    return source[start:source.index("\n}\n", start)]


def members_of_reader(kind):
    folder = ROOT / "src/definitions"
    texts = [(folder / name).read_text(encoding="utf-8") for name in READERS[kind]]
    checks = (folder / "checks.cpp").read_text(encoding="utf-8")
    texts += [body_of(function, checks) for function in SHARED[kind]]
    found = {name for text in texts for match in NAMES.findall(re.sub(r"\s+", " ", text)) for name in match if name}
    if kind == "instrument":
        found.add("do")  # of a step; its parameters are checked against the table of operations by a unit test
    if kind in ("index", "geography", "instrument", "disclosure"):
        found.add("id")  # read_id without a name
    if kind == "study":
        found |= {"who", "when", "how"}  # asked for in a loop
    return found


def check_kind(kind):
    path = ROOT / f"instruments/schema/{kind}.schema.json"
    if not path.exists():
        return fail(f"no schema {path}")
    schema = load(path)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for pattern in SHIPPED[kind]:
        for file in sorted(ROOT.glob(pattern)):
            if kind == "instrument" and file.name in NOT_INSTRUMENTS:
                continue
            for error in validator.iter_errors(load(file)):
                fail(f"{file.relative_to(ROOT)}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    for file in sorted((HERE / "broken").glob(f"{kind}-*.json")):
        if validator.is_valid(load(file)):
            fail(f"broken/{file.name} fits the schema")
    if kind in READERS:
        check_members(kind, schema, validator)


def check_members(kind, schema, validator):
    full = load(HERE / f"full/{kind}.json")
    if kind == "instrument":
        schema = json.loads(json.dumps(schema))  # a copy without the parameters of steps
        schema["$defs"]["step"] = {"properties": {"do": {}}}
        del schema["$defs"]["by_choice"]
    for error in validator.iter_errors(full):
        fail(f"full/{kind}.json: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    used = members_of_sample(full)
    more = {"file"} if kind == "study" else set()  # of a target's table; the sample has a fixed one
    for name in sorted(members_of_schema(schema) - used - more):
        fail(f"full/{kind}.json does not use \"{name}\"")
    in_schema, in_reader = members_of_schema(schema, planned=True) - {"$schema"}, members_of_reader(kind)
    for name in sorted(in_schema - in_reader):
        fail(f"\"{name}\" is in the {kind} schema and not in its reader")
    for name in sorted(in_reader - in_schema):
        if not (kind == "map" and name == "geography"):  # of a study's area, read by the same function
            fail(f"\"{name}\" is in the {kind} reader and not in its schema")


for each in SHIPPED:
    check_kind(each)
for line in failures:
    print(line)
print(f"{len(failures)} faults" if failures else "schemas and readers are in step")
sys.exit(1 if failures else 0)
