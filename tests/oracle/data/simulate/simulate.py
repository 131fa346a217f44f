#!/usr/bin/env python3
"""The simulation a second time, written from its description in plain Python, to compare with byte by byte.

    python3 simulate.py SIMULATION.json AREAS RECORDS SEED > rows.csv

AREAS areas are called A001, A002 ... and lie in regions S and N by turns. Philox4x32-10 is written from Salmon et al.,
SC 2011, doi 10.1145/2063384.2063405.
"""
import json
import math
import sys

MASK = 0xFFFFFFFF
PERSON, ANSWERS, COMMENT, AREA, PRACTICE = range(5)


def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        a, b = c[0] * 0xD2511F53, c[2] * 0xCD9E8D57
        c = [(b >> 32) ^ c[1] ^ k[0], b & MASK, (a >> 32) ^ c[3] ^ k[1], a & MASK]
        k = [(k[0] + 0x9E3779B9) & MASK, (k[1] + 0xBB67AE85) & MASK]
    return c


def div(a, b):
    """Division that cuts towards zero."""
    return abs(a) // b if a >= 0 else -(abs(a) // b)


class Draws:
    def __init__(self, seed, stream, index):
        self.key = (seed & MASK, seed >> 32)
        self.base = (index & MASK, index >> 32)
        self.stream = stream
        self.block = 0
        self.words = []

    def word(self):
        if not self.words:
            self.words = philox((*self.base, self.block, self.stream), self.key)
            self.block += 1
        return self.words.pop(0)

    def below(self, n):
        return self.word() * n >> 32

    def pick(self, texts):
        return texts[self.below(len(texts))]

    def happens(self, rate):
        return self.below(10000) < rate

    def bell(self):
        return div((sum(self.word().to_bytes(4, "little")) - 510) * 1000, 148)

    def wide_bell(self):
        both = sum(self.word().to_bytes(4, "little")) + sum(self.word().to_bytes(4, "little"))
        return div((both - 1020) * 1000, 209)


def sizes_of(rule, areas):
    out = [0] * areas
    left = rule["period"]
    for few in rule["few"]:
        if few["area"] < areas and few["records"] < left:
            out[few["area"]] = few["records"]
            left -= few["records"]
    rest = [a for a in range(areas) if out[a] == 0]
    if not rest:
        rest, left = list(range(areas)), rule["period"]
    weights = [1_000_000 // (i * rule["stride"] % len(rest) + rule["flatness"]) for i in range(len(rest))]
    total, over = left, left
    for area, weight in zip(rest, weights):
        out[area] = total * weight // sum(weights)
        over -= out[area]
    for i in range(over):
        out[rest[i % len(rest)]] += 1
    return out


def landscape(spec, areas, sizes, seed):
    traits, practices = spec["traits"], spec["practices"]
    names = [trait["id"] for trait in traits]
    out = []
    for a in range(areas):
        draws = Draws(seed, AREA, a)
        tilt = div(spec["people"]["age_tilt"] * draws.bell(), 1000)
        effects = [div(trait.get("area", 0) * draws.wide_bell(), 1000) for trait in traits]
        for other in spec["standing_out"]:
            if other["area"] == a:
                for name, shift in other["shift"].items():
                    effects[names.index(name)] = shift
        count = min(max(sizes[a] // practices["records"], practices["least"]), practices["most"])
        here = []
        for p in range(count):
            draws = Draws(seed, PRACTICE, a * 10000 + p)
            own = [e + div(trait.get("practice", 0) * draws.wide_bell(), 1000) for e, trait in zip(effects, traits)]
            kind = practices["strata"][p % len(practices["strata"])]
            here.append((f"A{a + 1:03}-P{p + 1:03},{'SN'[a % 2]}-{kind}", own))
        out.append((f"A{a + 1:03}", tilt, here))
    return out


def category(groups, place):
    left = place * sum(g["share"] for g in groups) // 1000
    for i, group in enumerate(groups):
        if left < group["share"]:
            return i
        left -= group["share"]
    return len(groups) - 1


def decimal(ten_thousandths):
    return f"{ten_thousandths // 10000}.{ten_thousandths % 10000:04}".rstrip("0").rstrip(".")


def answer(item, traits, draws):
    value = div(item["noise"] * draws.bell() + sum(l * traits[t] for t, l in item["from"].items()), 1000)
    if "numeric" in item:
        n = item["numeric"]
        code = n["centre"] + div(n["spread"] * value, 1000)
        if draws.happens(n["stepped"]):
            code = div(code + n["step"] // 2, n["step"]) * n["step"]
        return min(max(code, n["low"]), n["high"])
    if "aside" in item and draws.happens(item["aside"]["rate"]):
        return item["aside"]["code"]
    return item["codes"][sum(value >= threshold for threshold in item["thresholds"])]


def block_cells(block, traits, draws):
    if draws.happens(block["skipped"]):
        return [""] * len(block["items"])
    given, cells = {}, []
    no_answer, invalid = block.get("not_applicable", {"rate": 0}), block.get("invalid", {"rate": 0})
    for item in block["items"]:
        when = item.get("asked_when")
        if when and given.get(when["item"]) != when["code"]:
            cells.append("")
            continue
        code = answer(item, traits, draws)
        fate = draws.below(10000) - block["missing"]
        if fate < 0:
            cells.append("")
        elif fate < no_answer["rate"]:
            cells.append(draws.pick(no_answer["words"]))
        elif fate < no_answer["rate"] + invalid["rate"]:
            cells.append(draws.pick(invalid["cells"]))
        else:
            given[item["id"]] = code
            cells.append(str(code))
    return cells


def comment(spec, draws):
    if not draws.happens(spec["given"]):
        return ""
    if draws.happens(spec["formula"]["rate"]):
        text = draws.pick(spec["formula"]["texts"])
    else:
        parts = 1 + draws.below(spec["most"])
        text = draws.pick(spec["phrases"])
        for _ in range(parts - 1):
            text += draws.pick(spec["separators"]) + draws.pick(spec["phrases"])
    return '"' + text.replace('"', '""') + '"'


def row(spec, areas, area, number, seed):
    code, tilt, practices = areas[area]
    people, gaps = spec["people"], spec["gaps"]
    draws = Draws(seed, PERSON, number)
    practice, effects = draws.pick(practices)
    place = draws.below(1000)
    place += div(div(tilt * place, 1000) * (1000 - place), 250)
    age = category(people["age_bands"], place)
    sex = category(people["sexes"], draws.below(1000))
    fate = draws.below(10000) - gaps["blank_area"]
    if fate < 0:
        code = ""
    elif fate < gaps["unknown_area"]:
        code = draws.pick(gaps["unknown_areas"])
    factor = 1000 - people["weight_spread"] + draws.below(2 * people["weight_spread"] + 1)
    weight = "" if draws.happens(gaps["blank_weight"]) else decimal(people["age_bands"][age]["weight"] * factor // 100)
    traits = {}
    for trait, effect in zip(spec["traits"], effects):
        total = trait["person"] * draws.wide_bell() + sum(l * traits[t] for t, l in trait.get("from", {}).items())
        traits[trait["id"]] = div(total, 1000) + effect + (trait["by_age"][age] if "by_age" in trait else 0)
    cells = [f"R{number + 1:08}", code, practice, weight, people["age_bands"][age]["label"],
             people["sexes"][sex].get("label", "")]
    draws = Draws(seed, ANSWERS, number)
    for block in spec["questionnaires"]:
        cells += block_cells(block, traits, draws)
    return ",".join(cells + [comment(spec["comments"], Draws(seed, COMMENT, number))])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        spec = json.load(file)
    areas, records, seed = (int(text) for text in sys.argv[2:5])
    sizes = sizes_of(spec["sizes"], areas)
    places = [area for area, size in enumerate(sizes) for _ in range(size)]
    step = len(places) * 618 // 1000 + 1
    while math.gcd(step, len(places)) != 1:
        step += 1
    land = landscape(spec, areas, sizes, seed)
    items = [item["id"] for block in spec["questionnaires"] for item in block["items"]]
    columns = spec["columns"]
    print(",".join([*(columns[c] for c in ("record", "area", "practice", "stratum", "weight", "age_band", "sex")), *items,
                    columns["comment"]]))
    for number in range(records):
        print(row(spec, land, places[number * step % len(places)], number, seed))


if __name__ == "__main__":
    main()
