"""The attack by subtraction: margins less what is shown. Counts and sums add up over areas, so that regions and the whole
are equations in what is hidden. Columns whose counts agree wherever both are shown are taken to agree everywhere."""
from fractions import Fraction
from itertools import combinations

FEWEST_VALUES = 3  # a count that is down to fewer possible values counts as recovered


def same_people(published):
    """Column -> the first column that has its counts in every row that shows both."""
    first = {}
    for column in published.cells:
        first[column] = column
        for other in dict.fromkeys(first.values()):
            both = [(c.n, published.cells[other][code].n) for code, c in published.cells[column].items()
                    if c.n is not None and published.cells[other][code].n is not None]
            if other != column and both and all(a == b for a, b in both):
                first[column] = other
                break
    return first


def known_counts(published, first):
    """(column, code) -> n, also from a column of the same people."""
    known = {}
    for column, rows in published.cells.items():
        for code, cell in rows.items():
            if cell.n is not None:
                known[first[column], code] = cell.n
    return known


def margins(published):
    """Codes of a margin -> codes of its cells; areas of no region are cells of the whole."""
    placed = {code for codes in published.regions.values() for code in codes}
    yield published.total, [*published.regions, *(a for a in published.areas if a not in placed)]
    yield from published.regions.items()


def equations(published, known, column):
    """Rows (coefficients by code, right side): what a margin leaves for the cells that are not known."""
    for margin, cells in margins(published):
        coefficients, right = {}, 0
        for code, sign in [(margin, -1), *((c, 1) for c in cells)]:
            if (column, code) in known:
                right -= sign * known[column, code]
            elif code in published.cells[column]:
                coefficients[code] = coefficients.get(code, 0) + sign
        if coefficients:
            yield coefficients, right


def eliminate(rows):
    """Reduced row echelon form over fractions: pivot -> (coefficients, right side)."""
    done = {}
    for coefficients, right in rows:
        row = {k: Fraction(v) for k, v in coefficients.items()}
        right = Fraction(right)
        for pivot, (other, r) in done.items():
            if factor := row.get(pivot):
                for k, v in other.items():
                    row[k] = row.get(k, 0) - factor * v
                right -= factor * r
        row = {k: v for k, v in row.items() if v}
        if not row:
            continue
        pivot = min(row)
        scale = row[pivot]
        row, right = {k: v / scale for k, v in row.items()}, right / scale
        for other_pivot, (other, r) in list(done.items()):
            if factor := other.get(pivot):
                new = {k: other.get(k, 0) - factor * row.get(k, 0) for k in {*other, *row}}
                done[other_pivot] = ({k: v for k, v in new.items() if v}, r - factor * right)
        done[pivot] = (row, right)
    return done


def bounds(published, column, rows, known):
    """Smallest and largest count of each hidden cell that its status and the equations allow, to a fixed point."""
    top = 10**9
    low, high = {}, {}
    for code, cell in published.cells[column].items():
        if (column, code) in known:
            continue
        low[code], high[code] = (1, published.minimum - 1) if cell.few else (published.minimum, top)
    for _ in range(50):
        before = (dict(low), dict(high))
        for coefficients, right in rows:
            for code, own in coefficients.items():
                rest = [(c, v) for c, v in coefficients.items() if c != code]
                least = sum(v * (low[c] if v > 0 else high[c]) for c, v in rest)
                most = sum(v * (high[c] if v > 0 else low[c]) for c, v in rest)
                ends = sorted(((right - least) / own, (right - most) / own))
                low[code], high[code] = max(low[code], int(ends[0])), min(high[code], int(ends[1]))
        if before == (low, high):
            break
    return low, high


def recovered_counts(published):
    """(column, code) -> (low, high) of every hidden count that is down to fewer than FEWEST_VALUES values."""
    first = same_people(published)
    known = known_counts(published, first)
    out = {}
    for column in dict.fromkeys(first.values()):
        rows = list(equations(published, known, column))
        solved = {p: right for p, (row, right) in eliminate(rows).items() if list(row) == [p]}
        low, high = bounds(published, column, rows, known)
        for one, other in combinations(list(rows), 2):  # two margins together, such as the whole less a region
            both = {k: one[0].get(k, 0) + other[0].get(k, 0) for k in {*one[0], *other[0]}}
            rows.append(({k: v for k, v in both.items() if v}, one[1] + other[1]))
        low, high = bounds(published, column, [r for r in rows if r[0]], known)
        for code in low:
            if code in solved:
                out[column, code] = (int(solved[code]),) * 2
            elif high[code] - low[code] + 1 < min(FEWEST_VALUES, published.minimum - 1):
                out[column, code] = (low[code], high[code])
    shown_elsewhere = {(c, code): (known[first[c], code],) * 2 for c, code in published.hidden()
                       if (first[c], code) in known}
    return {**shown_elsewhere, **{k: v for k, v in out.items() if published.cells[k[0]][k[1]].hidden}}


def recovered_means(published):
    """(column, code) -> mean, where sums of an unweighted survey leave one answer."""
    out = {}
    counts = recovered_counts(published)
    for column, rows in published.cells.items():
        known = {(column, code): cell.n * cell.value for code, cell in rows.items()
                 if cell.n is not None and cell.value is not None}
        if column == "index" and len(published.cells) > 2:
            continue  # an index of several measures is no mean over people
        for pivot, (row, right) in eliminate(equations(published, known, column)).items():
            n = counts.get((column, pivot))
            if list(row) == [pivot] and n and n[0] == n[1] > 0 and rows[pivot].hidden:
                out[column, pivot] = float(right) / n[0]
    return out
