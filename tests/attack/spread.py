"""The attack by solving: target, tau2 and the shrunk values are sums over the areas that were compared. If an area among
them is hidden, what the shown ones leave over is its own."""
import math


def shown(published):
    return [published.cells["index"][a] for a in published.areas if published.cells["index"][a].se]


def median(values):
    values = sorted(values)
    return values[len(values) // 2] if values else None


def from_random_effects(published):
    """Paule-Mandel: sum v(y - mu) = 0 and sum v(y - mu)^2 = members - 1, v = 1/(se^2 + tau2). Both are known from the
    reliability and the shrunk value of any shown area, so that one hidden member is left with two equations."""
    areas = [c for c in shown(published) if c.shrunk is not None and c.reliability and c.reliability < 1]
    if len(areas) < 2:
        return []
    tau2 = median(c.reliability * c.se**2 / (1 - c.reliability) for c in areas)
    mu = median((c.shrunk - c.reliability * c.value) / (1 - c.reliability) for c in areas)
    members = published.results["target"]["areas_compared"]
    first = -sum((c.value - mu) / (c.se**2 + tau2) for c in areas)
    second = members - 1 - sum((c.value - mu) ** 2 / (c.se**2 + tau2) for c in areas)
    return [mu + second / first] if abs(first) > 1e-9 and members == len(areas) + 1 else []


def from_fixed_mean(published):
    """Precision-weighted target T with its error: sum w(y - T) = 0, sum w = 1/se(T)^2, w = 1/se^2."""
    target = published.results["target"]
    areas = shown(published)
    exact = [c.value - c.difference for c in areas if c.difference is not None]
    value = median(exact) if exact else target["value"]
    if value is None or not target["se"] or target["kind"] != "areas-fixed":
        return []
    weight = 1 / target["se"] ** 2 - sum(1 / c.se**2 for c in areas)
    left = -sum((c.value - value) / c.se**2 for c in areas)
    return [value + left / weight] if weight > 0 else []


def from_phi(published):
    """phi = mean of z^2 over those compared, and tau2 = (members*phi - (members - 1)) / (sum w - sum w^2 / sum w): with
    the published T, the weight of one hidden member and then its distance from T (no winsorising)."""
    target = published.results["target"]
    areas = shown(published)
    members = target["areas_compared"]
    if None in (target["phi"], target["tau2"], target["value"]) or members != len(areas) + 1:
        return []
    z2 = members * target["phi"] - sum(((c.value - target["value"]) / c.se) ** 2 for c in areas)
    if z2 < 0 or not target["tau2"]:
        return []
    wanted = (members * target["phi"] - (members - 1)) / target["tau2"]
    w1, w2 = sum(1 / c.se**2 for c in areas), sum(1 / c.se**4 for c in areas)
    out = []
    for step in range(1, 4000):  # the weight of a member with a standard error of 0.01 to 40
        w = (step / 100) ** -2
        if abs(w1 + w - (w2 + w * w) / (w1 + w) - wanted) < 1e-3 * wanted:
            out += [target["value"] + s * math.sqrt(z2 / w) for s in (-1, 1)]
    return out if len(out) <= 4 else []


def candidates(published):
    return {f.__name__: f(published) for f in (from_random_effects, from_fixed_mean, from_phi)}
