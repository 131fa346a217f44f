#include "pipeline/inspect/rivals.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

constexpr double clearly = 0.005;     // of the shared answers
constexpr double enough_items = 0.75; // of a questionnaire's own

struct Shared {
  std::uint64_t cells = 0, a = 0, b = 0; ///< filled cells, and those explained
  std::size_t columns = 0;
};

Shared shared_columns(const InstrumentFinding& a, const InstrumentFinding& b) {
  Shared out;
  for (const ItemFinding& x : a.findings) {
    for (const ItemFinding& y : b.findings) {
      if (x.columns != y.columns || x.digit != y.digit) continue;
      ++out.columns;
      out.cells += std::max(x.answers.filled(), y.answers.filled());
      out.a += explained_cells(x);
      out.b += explained_cells(y);
    }
  }
  return out;
}

/// -1: a is meant, 1: b is, 0: nobody can tell.
int compare(const InstrumentFinding& a, const InstrumentFinding& b, const Shared& shared) {
  const double all = static_cast<double>(std::max<std::uint64_t>(shared.cells, 1));
  const double difference = (static_cast<double>(shared.a) - static_cast<double>(shared.b)) / all;
  if (difference > clearly) return -1;
  if (difference < -clearly) return 1;
  const auto share = [](const InstrumentFinding& f) {
    return static_cast<double>(f.found) / static_cast<double>(std::max<std::size_t>(f.items, 1));
  };
  if (a.found == b.found) return share(a) > share(b) ? -1 : share(a) < share(b) ? 1 : 0;
  const bool a_is_larger = a.found > b.found;
  const bool larger_is_whole = share(a_is_larger ? a : b) >= enough_items;
  return a_is_larger == larger_is_whole ? -1 : 1;
}

} // namespace

Rivals find_rivals(const std::vector<InstrumentFinding>& all) {
  Rivals out;
  out.beaten.resize(all.size());
  out.unclear.resize(all.size());
  for (std::size_t a = 0; a < all.size(); ++a) {
    for (std::size_t b = a + 1; b < all.size(); ++b) {
      const Shared shared = shared_columns(all[a], all[b]);
      if (shared.columns == 0 || all[a].doubtful || all[b].doubtful) continue;
      const int meant = compare(all[a], all[b], shared);
      if (meant == 0) {
        out.unclear[a] = out.unclear[b] = true;
        continue;
      }
      const InstrumentFinding &kept = meant < 0 ? all[a] : all[b], &left = meant < 0 ? all[b] : all[a];
      out.beaten[meant < 0 ? b : a] = true;
      out.notes.push_back(fmt::format("{0} would read {2} columns of {1}, which holds more of what is there", left.name,
                                      kept.name, shared.columns));
    }
  }
  std::vector<std::string> names;
  for (std::size_t a = 0; a < all.size(); ++a) {
    const std::string& id = all[a].instrument;
    const bool new_name = std::find(names.begin(), names.end(), id) == names.end();
    if (out.unclear[a] && !out.beaten[a] && new_name) names.push_back(id);
    out.unclear[a] = out.unclear[a] && !out.beaten[a];
  }
  if (!names.empty())
    out.question = fmt::format("the same columns could be {}, and the answers do not tell: say which with -i",
                               fmt::join(names, " or "));
  return out;
}

} // namespace joinedup
