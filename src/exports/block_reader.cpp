#include "exports/block_reader.hpp"

#include "base/text.hpp"
#include "exports/cell.hpp"
#include "exports/condition.hpp"
#include "exports/structure_faults.hpp"

#include <algorithm>

namespace joinedup {

BlockReader::BlockReader(const SurveyFile::Impl& file, const ReadingPlan& plan) : file_(file), plan_(plan) {
  shape_.columns = static_cast<std::uint32_t>(file.header.headings.size());
  shape_.separators = file.separators();
  shape_.header = file.header_record;
  for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
    const std::vector<ItemPlan>& items = plan.administrations[a].items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto blank = items[i].codes.texts.find("");
      const AnswerCode code = blank == items[i].codes.texts.end() ? answer::missing : blank->second;
      items_.push_back({&items[i], a, i, items_.size(), code});
    }
  }
}

void BlockReader::read(std::string_view text, BlockScratch& s) const {
  s.table.read(text, shape_);
  prepare(s);
  report_structure(s);
  choose_records(s);
  read_counts(s);
  read_areas(s);
  read_weights(s);
  read_groups(s);
  read_numbers(s);
  read_kept(s);
  read_answers(s);
  tally(s);
  s.faults.place(s.table, file_.name, file_.header.headings, s.report);
}

void BlockReader::prepare(BlockScratch& s) const {
  RecordBlock& block = s.block;
  block.records = s.table.rows();
  block.drop.assign(block.records, DropReason::none);
  block.administrations.resize(plan_.administrations.size());
  for (std::size_t a = 0; a < block.administrations.size(); ++a)
    block.administrations[a].items.resize(plan_.administrations[a].items.size());
  s.arena.clear();
  s.lately.resize(items_.size());
  s.faults.begin(shape_.columns);
  s.report.faults.clear();
  s.report.uncounted.clear();
  s.report.rejects.clear();
  s.report.unknown_areas.clear();
  s.report.invalid.resize(items_.size());
  for (TextCounts& counts : s.report.invalid)
    counts.clear();
  s.report.dropped.fill(0);
  s.report.rows = s.report.records = block.records;
  s.report.lines = s.table.lines();
  s.report.blank_lines = s.table.blank_lines();
}

void BlockReader::report_structure(BlockScratch& s) const {
  for (const StrayQuote& stray : s.table.stray_quotes()) {
    if (s.faults.wanted(FaultKind::stray_quote, stray.column))
      s.faults.keep({FaultKind::stray_quote, stray.row, stray.column, stray.at,
                     "a quote inside a cell that does not begin with one, taken as it stands",
                     "the program that wrote the file does not quote its texts; check these cells"});
  }
  for (const RecordFault& fault : s.table.faults()) {
    const FaultKind kind = fault_kind(fault.kind);
    const bool header = kind == FaultKind::repeated_header;
    s.block.drop[fault.row] = header ? DropReason::not_a_response : DropReason::rejected;
    const std::string_view record(s.table.data() + fault.begin, fault.end - fault.begin);
    if (s.faults.wanted(kind, fault.column)) s.faults.keep(describe(fault, shape_, record));
    if (!header) reject(s, fault.row, fault.column, fault.at, kind, record);
  }
}

/// `rows` of the map and `--where`.
void BlockReader::choose_records(BlockScratch& s) const {
  if (plan_.rows.empty() && !plan_.where) return;
  for (std::size_t row = 0; row < s.block.records; ++row) {
    if (s.block.drop[row] != DropReason::none) continue;
    const auto cell = [&](std::uint32_t column) { return trim(cell_text(s.table.raw(row, column), s.arena)); };
    bool inside = true;
    for (const auto& [column, values] : plan_.rows)
      inside = inside && std::find(values.begin(), values.end(), cell(column)) != values.end();
    if (inside && plan_.where) inside = holds(*plan_.where, cell);
    if (!inside) s.block.drop[row] = DropReason::outside_population;
  }
}

void BlockReader::read_kept(BlockScratch& s) const {
  s.block.kept.resize(plan_.kept.size());
  for (std::size_t k = 0; k < plan_.kept.size(); ++k) {
    std::vector<std::string_view>& out = s.block.kept[k];
    out.resize(s.block.records);
    for (std::size_t row = 0; row < s.block.records; ++row)
      out[row] = cell_text(s.table.raw(row, plan_.kept[k]), s.arena);
  }
}

void BlockReader::tally(BlockScratch& s) const {
  const RecordBlock& block = s.block;
  std::uint64_t people = 0;
  for (std::size_t row = 0; row < block.records; ++row) {
    const std::uint64_t count = block.count.empty() ? 1 : block.count[row];
    people += count;
    if (block.drop[row] != DropReason::none) s.report.dropped.at(static_cast<std::size_t>(block.drop[row])) += count;
  }
  s.report.records = people;
}

} // namespace joinedup
