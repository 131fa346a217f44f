#include "scoring/value_terms.hpp"

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

/// How many dimensions are at each level, n[1] to n[5], and above level 1.
struct Counts {
  std::array<int, 6> n{};
  int above = 0, all = 0;

  explicit Counts(std::span<const int> levels) : all(static_cast<int>(levels.size())) {
    for (const int level : levels)
      ++n.at(static_cast<std::size_t>(std::min(level, 5)));
    above = all - n[1];
  }
};

int square(int x) { return x * x; }
int flag(bool holds) { return holds ? 1 : 0; }
int beyond_first(int n) { return std::max(0, n - 1); }

struct Term {
  std::string_view name;
  int (*value)(const Counts&);
};

// Names as in the reference (docs/methods.md): N2 of the literature is ANY2PLUS, N3 is ANY3, N45 is ANY4PLUS.
constexpr std::array terms = {
    Term{"ANY2PLUS", [](const Counts& c) { return flag(c.above > 0); }},
    Term{"ANY3", [](const Counts& c) { return flag(c.n[3] > 0); }},
    Term{"ALL3", [](const Counts& c) { return flag(c.n[3] == c.all); }},
    Term{"ANY4PLUS", [](const Counts& c) { return flag(c.n[4] + c.n[5] > 0); }},
    Term{"ANY5", [](const Counts& c) { return flag(c.n[5] > 0); }},
    Term{"D1", [](const Counts& c) { return beyond_first(c.above); }},
    Term{"I2", [](const Counts& c) { return beyond_first(c.n[2]); }},
    Term{"I2SQ", [](const Counts& c) { return square(beyond_first(c.n[2])); }},
    Term{"I3", [](const Counts& c) { return beyond_first(c.n[3]); }},
    Term{"I3SQ", [](const Counts& c) { return square(beyond_first(c.n[3])); }},
    Term{"C2SQ", [](const Counts& c) { return square(c.n[2]); }},
    Term{"C3SQ", [](const Counts& c) { return square(c.n[3]); }},
    Term{"X5", [](const Counts& c) { return flag(c.n[1] == 0); }},
    Term{"O2", [](const Counts& c) { return flag(c.n[2] > 0 && c.n[3] == 0); }},
    Term{"O3", [](const Counts& c) { return flag(c.n[3] > 0 && c.n[2] == 0); }},
    Term{"Z2", [](const Counts& c) { return flag(c.n[2] > 0 && c.n[3] > 0); }},
    Term{"Z3", [](const Counts& c) { return c.n[3] > 0 ? c.n[2] : 0; }},
    Term{"NUM45SQ", [](const Counts& c) { return c.n[4] + c.n[5] > 0 ? square(c.n[4] + c.n[5] - 1) : 0; }},
};

/// D45_1 to D45_5: that dimension, in the order of the items, is at level 4 or 5.
std::optional<int> severe_dimension(std::string_view name, std::span<const int> levels) {
  constexpr std::string_view stem = "D45_";
  if (name.size() != stem.size() + 1 || name.substr(0, stem.size()) != stem) return std::nullopt;
  const int dimension = name.back() - '1';
  if (dimension < 0 || dimension >= static_cast<int>(levels.size())) return std::nullopt;
  return flag(levels[static_cast<std::size_t>(dimension)] >= 4);
}

} // namespace

std::optional<int> value_term(std::string_view name, std::span<const int> levels) {
  const auto found = std::find_if(terms.begin(), terms.end(), [name](const Term& t) { return t.name == name; });
  if (found != terms.end()) return found->value(Counts(levels));
  return severe_dimension(name, levels);
}

std::vector<std::string> value_term_names() {
  std::vector<std::string> out;
  for (const Term& term : terms)
    out.emplace_back(term.name);
  for (const char digit : std::string_view("12345"))
    out.push_back(std::string("D45_") + digit);
  return out;
}

} // namespace joinedup
