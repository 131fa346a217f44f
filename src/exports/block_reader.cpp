#include "exports/block_reader.hpp"

#include "base/text.hpp"
#include "exports/cell.hpp"
#include "exports/structure_faults.hpp"

#include <algorithm>

namespace joinedup {

BlockReader::BlockReader(const SurveyFile::Impl& file, const ReadingPlan& plan) : file_(file), plan_(plan) {
  shape_.columns = static_cast<std::uint32_t>(file.header.headings.size());
  shape_.separators = file.separators();
  shape_.headers = file.header_records;
  shape_.blank_records = file.header.dialect.header_line == 0; // SPSS, Stata, SAS: the file counts its records
  for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
    const std::vector<ItemPlan>& items = plan.administrations[a].items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto blank = items[i].codes.texts.find("");
      const AnswerCode code = blank == items[i].codes.texts.end() ? answer::missing : blank->second;
      items_.push_back({&items[i], a, i, items_.size(), code, scale_of(items[i])});
    }
  }
}

void BlockReader::read(std::string_view text, BlockScratch& s) const {
  s.table.read(text, shape_);
  prepare(s);
  report_structure(s);
  set_closing_lines_aside(s);
  set_wholes_aside(s);
  choose_records(s);
  read_counts(s);
  read_areas(s);
  read_weights(s);
  read_groups(s);
  read_numbers(s);
  read_kept(s);
  look_at_kept(s);
  read_answers(s);
  see_answers(s);
  name_records(s);
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
  s.report.no_numbers.clear();
  s.report.invalid.resize(items_.size());
  for (TextCounts& counts : s.report.invalid)
    counts.clear();
  s.report.shapes.assign(plan_.kept.size(), {});
  s.report.seen.assign(items_.size(), {});
  s.met.resize(items_.size());
  s.report.dropped.fill(0);
  s.report.rows = s.report.records = block.records;
  s.report.lines = s.table.lines();
  s.report.blank_lines = s.table.blank_lines();
}

void BlockReader::report_structure(BlockScratch& s) const {
  for (const CellPlace& stray : s.table.stray_quotes()) {
    if (s.faults.wanted(FaultKind::stray_quote, stray.column))
      s.faults.keep({FaultKind::stray_quote, stray.row, stray.column, stray.at,
                     "a quote inside a cell that does not begin with one, taken as it stands",
                     "the program that wrote the file does not quote its texts; check these cells"});
  }
  for (const RecordFault& fault : s.table.faults()) {
    const FaultKind kind = fault_kind(fault.kind);
    const bool no_record = kind == FaultKind::repeated_header || kind == FaultKind::closing_line;
    s.block.drop[fault.row] = no_record ? DropReason::not_a_response : DropReason::rejected;
    const std::string_view record(s.table.data() + fault.begin, fault.end - fault.begin);
    if (s.faults.wanted(kind, fault.column)) s.faults.keep(describe(fault, shape_, record, s.text_offset));
    if (!no_record) reject(s, fault.row, fault.column, fault.at, kind, record);
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
  s.block.lines = s.table.lines();
  s.block.line.clear();
  for (std::size_t row = 0; plan_.with_lines && row < s.block.records; ++row)
    s.block.line.push_back(s.table.line_of(s.table.begin(row, 0)));
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
