// How rows of counts are written: at once, or together where disclosure rules look at all of them.
#include "pipeline/count_output.hpp"
#include "pipeline/count_tables.hpp"
#include "pipeline/score_rows.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {

void CountTables::write_or_hold(Held row) {
  if (rules_)
    held_.push_back(std::move(row));
  else
    write_row(row.kept, row.row, row.group ? &*row.group : nullptr);
}

void CountTables::write_held() {
  std::vector<CountedUnit> units;
  for (const Held& one : held_)
    units.push_back({one.unit, one.parent, &one.row});
  const std::vector<CountMask> masks = rules_ ? mask_counts(units, *rules_) : std::vector<CountMask>{};
  for (std::size_t i = 0; i < held_.size(); ++i)
    write_row(held_[i].kept, held_[i].row, held_[i].group ? &*held_[i].group : nullptr, masks[i]);
  held_.clear();
}

void CountTables::write_row(const std::vector<std::string>& kept, const CountRow& row, const CountGroup* group,
                            const CountMask& mask) {
  const std::uint64_t nearest = rules_ ? rules_->counts.round_to : 0;
  std::vector<std::uint64_t> counts = row.counts; // shares of rounded counts cannot be turned back into counts
  for (std::uint64_t& count : counts)
    count = to_nearest(count, nearest);
  std::vector<OutputCell> cells;
  for (const std::string& text : kept)
    cells.push_back({text, CellKind::foreign});
  const auto number = [&](const std::string& text) { cells.push_back({text, CellKind::number}); };
  const auto word = [&](std::string_view text) { cells.push_back({std::string(text), CellKind::word}); };
  if (request_.items && !columns_.empty()) {
    for (std::size_t k = 0; k < columns_.front().by_option.size(); ++k)
      number(counts.empty() || (!mask.options.empty() && mask.options[k]) ? "" : std::to_string(counts[k]));
  }
  if (group != nullptr) {
    number(std::to_string(group->rows));
    number(std::to_string(group->skipped));
  }
  number(row.counted() && !mask.n ? std::to_string(to_nearest(row.n(), nearest)) : "");
  const bool exact = !mask.shares && !mask.unit.starred(); // from an exact share and a total counts follow
  for (const Column& column : columns_) {
    const auto value = row.counted() ? mean_score(counts, column.by_option) : std::nullopt;
    std::string text;
    if (value && exact) append_score_number(text, *value, -1);
    number(text);
    word(row.counted() && row.n() > 0 && !exact ? "suppressed" : words(status_of(row, value.has_value())));
    if (column.is_share) word(mask.shares ? "*" : shown_share(row, value));
  }
  word(flags_of(row, group, rules_ ? &mask : nullptr));
  write_(request_.ndjson ? json_line(names_, cells) : csv_line(cells));
}

void CountTables::finish(Diagnostics& diagnostics) {
  if (roll_up_) finish_groups(diagnostics);
  write_held();
}

void CountTables::finish_groups(Diagnostics& diagnostics) {
  std::uint64_t skipped = 0;
  for (auto& [key, group] : groups_) {
    CountGroup& rows = group.rows;
    if (rows.sum.counts.empty()) rows.sum.status = CountStatus::suppressed_input;
    skipped += rows.skipped;
    write_or_hold({{group.parent}, rows.sum, rows, group.parent, {}});
  }
  if (skipped > 0)
    diagnostics.warning("J444", {},
                        fmt::format("{} no usable counts and {} in no sum",
                                    skipped == 1 ? "1 row holds" : with_thousands(skipped) + " rows hold",
                                    skipped == 1 ? "is" : "are"),
                        "a star means unknown, not 0: the sums of these parents are too low");
}

} // namespace joinedup
