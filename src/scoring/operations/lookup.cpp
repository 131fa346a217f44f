// lookup: a table from score to score. Fractional scores (a missing rule at work) are read from the nearest row, half
// up, or between rows on a straight line, or not at all, as `between` or the missing rule says.
#include "scoring/operations/builders.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "scoring/rounding.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

class Lookup : public Operation {
public:
  Lookup(std::vector<std::pair<double, double>> rows, std::string between)
      : rows_(std::move(rows)), round_(between == "round"), interpolate_(between == "interpolate") {}

  void run(Run& run, PlanColumn& column) const override {
    for (std::size_t r = 0; r < run.records(); ++r) {
      if (!has_value(column.scores.status[r])) continue;
      const double value = find(column.scores.value[r]);
      if (std::isnan(value))
        set_empty(column, r, ScoreStatus::missing);
      else
        column.scores.value[r] = value;
    }
  }

  std::string told(Run&, const PlanColumn& column, double before) const override {
    if (std::isnan(before)) return {};
    if (!has_value(column.scores.status[0])) return fmt::format("the table has no row for {}", shortest(before));
    const auto exact = std::find_if(rows_.begin(), rows_.end(), [&](const auto& row) { return row.first == before; });
    if (exact != rows_.end()) return fmt::format("row {}: {}", shortest(before), shortest(exact->second));
    return fmt::format("{} lies between rows, {}", shortest(before),
                       round_ ? "the nearest is read" : "read on the straight line between them");
  }

private:
  double find(double from) const {
    if (round_) from = static_cast<double>(scaled_half_up(from, 0));
    const auto row = std::lower_bound(rows_.begin(), rows_.end(), from,
                                      [](const auto& candidate, double wanted) { return candidate.first < wanted; });
    if (row == rows_.end()) return no_value;
    if (row->first == from) return row->second;
    if (!interpolate_ || row == rows_.begin()) return no_value;
    const auto below = row - 1;
    return below->second + (from - below->first) / (row->first - below->first) * (row->second - below->second);
  }

  std::vector<std::pair<double, double>> rows_;
  bool round_, interpolate_;
};

const LookupTable* table_named(const Chain& chain, const Parameters& parameters) {
  const auto id = parameters.text("table");
  if (!id) {
    if (!parameters.has("table")) parameters.lacks("table", "the id of a table, or \"user\"");
    return nullptr;
  }
  if (*id == "user") return chain.user_table;
  std::vector<std::string> names{"user"};
  for (const LookupTable& table : chain.instrument.tables) {
    if (table.id == *id) return &table;
    names.push_back(table.id);
  }
  parameters.fault("J514", "table", fmt::format("\"table\" names \"{}\", expected a table of this definition", *id),
                   suggestion(*id, names));
  return nullptr;
}

} // namespace

std::unique_ptr<Operation> build_lookup(Chain& chain, const Parameters& parameters) {
  const LookupTable* table = table_named(chain, parameters);
  const std::string between = parameters.text("between").value_or(chain.missing.lookup);
  if (between != "none" && between != "round" && between != "interpolate") {
    parameters.fault("J513", "between", "\"between\" is not as expected: none, round or interpolate");
    return nullptr;
  }
  if (!table || table->rows.empty()) return nullptr;
  double low = table->rows.front().second, high = low;
  for (const auto& [from, to] : table->rows) {
    low = std::min(low, to);
    high = std::max(high, to);
  }
  chain.column.low = low;
  chain.column.high = high;
  return std::make_unique<Lookup>(table->rows, between);
}

} // namespace joinedup
