#include "pipeline/find_record.hpp"

#include "base/text.hpp"
#include "exports/cell_codes.hpp"
#include "exports/record_reader.hpp"

#include <algorithm>

namespace joinedup {

namespace {

constexpr std::size_t most_found = 10;

struct Nothing final : BlockProduct {};

class Finder {
public:
  Finder(const SurveyFile& file, ReadingPlan& plan, const RecordSought& sought)
      : plan_(plan), sought_(sought), line_(file.header().dialect.first_data_line) {
    plan.with_lines = true;
    plan.kept.clear();
    if (sought.column) plan.kept.push_back(*sought.column);
    first_item_ = plan.kept.size();
    for (const AdministrationPlan& a : plan.administrations)
      for (const ItemPlan& item : a.items)
        plan.kept.insert(plan.kept.end(), item.columns.begin(), item.columns.end());
  }

  void look(const RecordBlock& block) {
    for (std::size_t r = 0; r < block.records && found_.size() < most_found; ++r) {
      if (fits(block, r)) found_.push_back(record(block, r));
    }
    line_ += block.lines;
  }

  std::vector<FoundRecord> found() { return std::move(found_); }

private:
  bool fits(const RecordBlock& block, std::size_t r) const {
    if (!sought_.line) return trim(block.kept.front()[r]) == sought_.name;
    const std::uint64_t start = line_ + block.line[r];
    const std::uint64_t end = line_ + (r + 1 < block.records ? block.line[r + 1] : block.lines);
    return start <= *sought_.line && *sought_.line < std::max(end, start + 1);
  }

  FoundRecord record(const RecordBlock& block, std::size_t r) const {
    FoundRecord out;
    out.line = line_ + block.line[r];
    out.drop = block.drop[r];
    std::size_t kept = first_item_;
    for (std::size_t a = 0; a < plan_.administrations.size(); ++a) {
      AnswerBlock one;
      for (const std::vector<AnswerCode>& item : block.administrations[a].items)
        one.items.push_back({item[r]});
      out.answers.push_back(std::move(one));
      std::vector<std::uint32_t> columns;
      std::vector<std::string> numbers;
      for (const ItemPlan& item : plan_.administrations[a].items) {
        std::uint32_t answered = item.columns.empty() ? no_number : item.columns.front();
        std::string_view cell;
        for (std::size_t c = 0; c < item.columns.size(); ++c) {
          if (trim(block.kept[kept + c][r]).empty()) continue;
          answered = item.columns[c];
          cell = block.kept[kept + c][r];
        }
        numbers.push_back(plain_number(cell));
        kept += item.columns.size();
        columns.push_back(answered);
      }
      out.columns.push_back(std::move(columns));
      out.numbers.push_back(std::move(numbers));
    }
    return out;
  }

  const ReadingPlan& plan_;
  const RecordSought& sought_;
  std::uint64_t line_; ///< where the block starts
  std::size_t first_item_ = 0;
  std::vector<FoundRecord> found_;
};

} // namespace

Outcome<std::vector<FoundRecord>> find_records(SurveyFile& file, ReadingPlan plan, const RecordSought& sought) {
  Finder finder(file, plan, sought);
  Outcome<ReadSummary> summary = read_records(
      file, plan, {1, 0},
      [&](RecordBlock& block) -> std::unique_ptr<BlockProduct> {
        finder.look(block);
        return std::make_unique<Nothing>();
      },
      [](std::unique_ptr<BlockProduct>) {});
  if (!summary) return Outcome<std::vector<FoundRecord>>::failure(std::move(summary.diagnostics));
  return {finder.found(), std::move(summary.diagnostics)};
}

} // namespace joinedup
