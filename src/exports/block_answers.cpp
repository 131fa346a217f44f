// Answer cells -> codes. Rows are taken a few dozen at a time, so that their text and cell ends stay in the nearest
// cache while one column after another is read.
#include "base/csv_cell.hpp"
#include "base/text.hpp"
#include "exports/block_reader.hpp"
#include "exports/cell.hpp"
#include "exports/cell_codes.hpp"
#include "exports/count_codes.hpp"
#include "exports/mangled.hpp"
#include "exports/profile_cell.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace joinedup {

namespace {

constexpr std::size_t rows_at_once = 64;

/// The key under which such words are counted, with or without a number before them; empty for every other text.
std::string words_of_another_coding(const CellCodes& codes, std::string_view raw) {
  if (codes.elsewhere.empty()) return {};
  const std::string label = normal_label(cell_string(raw));
  std::string_view words = label;
  auto found = codes.elsewhere.find(words);
  if (found == codes.elsewhere.end()) {
    words.remove_prefix(std::min(words.find_first_not_of("0123456789 -:.)="), words.size()));
    found = codes.elsewhere.find(words);
  }
  return found == codes.elsewhere.end() ? std::string() : elsewhere_key(found->second);
}

/// The number of two digits that is a code by itself; else invalid, for a closer look.
AnswerCode two_digits(const CellCodes& codes, const char* text) {
  const int tens = text[0] - '0', ones = text[1] - '0', number = 10 * tens + ones;
  const bool good = tens >= 1 && tens <= 9 && ones >= 0 && ones <= 9 && number >= codes.low && number <= codes.high;
  return good ? static_cast<AnswerCode>(number) : answer::invalid;
}

} // namespace

void BlockReader::read_answers(BlockScratch& s) const {
  const std::size_t records = s.block.records;
  for (const ItemColumn& item : items_) {
    std::vector<AnswerCode>& out = s.block.administrations[item.administration].items[item.item];
    if (item.plan->columns.empty())
      out.assign(records, answer::missing);
    else
      out.resize(records);
  }
  for (std::size_t from = 0; from < records; from += rows_at_once) {
    const std::size_t to = std::min(records, from + rows_at_once);
    for (const ItemColumn& item : items_) {
      if (item.plan->digit)
        read_digit(s, item, from, to);
      else if (item.plan->columns.size() == 1)
        read_column(s, item, from, to);
      else if (!item.plan->columns.empty())
        read_choice(s, item, from, to);
    }
  }
}

void BlockReader::read_column(BlockScratch& s, const ItemColumn& item, std::size_t from, std::size_t to) const {
  const std::uint32_t column = item.plan->columns.front();
  const AnswerCode* const single = item.plan->codes.single.data();
  AnswerCode* const out = s.block.administrations[item.administration].items[item.item].data();
  const char* const text = s.table.data();
  const std::size_t width = shape_.columns;
  const std::uint32_t* ends = s.table.ends() + from * width + column;
  for (std::size_t row = from; row < to; ++row, ends += width) {
    const std::uint32_t begin = column == 0 ? s.table.starts()[row] : ends[-1] + 1;
    const std::uint32_t length = *ends - begin;
    AnswerCode code = item.blank;
    if (length == 1) code = single[static_cast<unsigned char>(text[begin])];
    if (length == 2 && item.plan->codes.plain_digits) code = two_digits(item.plan->codes, text + begin);
    if (length > 2 || code == answer::invalid || (length == 2 && code == item.blank)) [[unlikely]]
      code = unusual(s, item, column, row);
    out[row] = code;
  }
}

/// The item's digit of a profile. A cell that is no profile is told once, with the item of the first digit.
void BlockReader::read_digit(BlockScratch& s, const ItemColumn& item, std::size_t from, std::size_t to) const {
  const std::uint32_t column = item.plan->columns.front();
  const DigitPlace digit = *item.plan->digit;
  AnswerCode* const out = s.block.administrations[item.administration].items[item.item].data();
  for (std::size_t row = from; row < to; ++row) {
    const std::string_view raw = s.table.raw(row, column);
    out[row] = decode_digit(item.plan->codes, digit, raw);
    if (out[row] != answer::invalid || set_aside(s.block.drop[row])) continue;
    const std::string number = plain_number(digit_of(digit, raw));
    const bool whole = digit_of(digit, raw).empty();
    s.report.invalid[item.number].add(number.empty() ? "other text" : number,
                                      s.block.count.empty() ? 1 : s.block.count[row], 0, column + 1);
    if ((whole && digit.place > 0) || !s.faults.wanted(FaultKind::invalid_answer, column)) continue;
    const std::string what =
        whole ? fmt::format("this is no profile, expected {} digits", digit.of)
              : fmt::format("{} in place {} is no answer of {}, expected {}", number.empty() ? "a character" : number,
                            digit.place + 1, item.plan->id, item.plan->expected);
    s.faults.keep({FaultKind::invalid_answer, static_cast<std::uint32_t>(row), column, s.table.begin(row, column), what,
                   "a missing answer is 9 or a blank in its place; a blank cell is all missing"});
  }
}

/// Which codes occur, and how many answers there are. A code is looked for until it has been met once.
void BlockReader::see_answers(BlockScratch& s) const {
  for (const ItemColumn& item : items_) {
    if (item.plan->columns.empty() || item.scale.width == 0) continue;
    const std::vector<AnswerCode>& codes = s.block.administrations[item.administration].items[item.item];
    std::uint64_t& met = s.met[item.number];
    for (int k = 0; k < item.scale.width; ++k) {
      const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(k);
      const auto code = static_cast<AnswerCode>(item.scale.lowest + k);
      if ((met & bit) == 0 && std::find(codes.begin(), codes.end(), code) != codes.end()) met |= bit;
    }
    std::uint64_t answered = 0;
    if (s.block.count.empty()) {
      answered = count_answers(codes);
    } else {
      for (std::size_t row = 0; row < codes.size(); ++row)
        answered += is_answer(codes[row]) ? s.block.count[row] : 0;
    }
    s.report.seen[item.number] = {met, answered};
  }
}

/// An item asked in several columns, one of which at most is answered.
void BlockReader::read_choice(BlockScratch& s, const ItemColumn& item, std::size_t from, std::size_t to) const {
  AnswerCode* const out = s.block.administrations[item.administration].items[item.item].data();
  for (std::size_t row = from; row < to; ++row) {
    AnswerCode code = item.blank;
    std::size_t answered = 0;
    for (const std::uint32_t column : item.plan->columns) {
      const std::string_view raw = s.table.raw(row, column);
      const AnswerCode one = raw.empty() ? item.blank : unusual(s, item, column, row);
      if (one == item.blank) continue;
      const bool more = is_answer(one) || one == answer::catch_all || one == answer::invalid;
      if (more) ++answered;
      if (more || !is_answer(code)) code = one;
    }
    if (answered > 1) {
      code = answer::invalid;
      const std::uint32_t column = item.plan->columns.front();
      if (!set_aside(s.block.drop[row])) {
        const std::uint64_t count = s.block.count.empty() ? 1 : s.block.count[row];
        s.report.invalid[item.number].add("several answers", count, 0, column + 1);
        if (s.faults.wanted(FaultKind::two_answers, column))
          s.faults.keep({FaultKind::two_answers, static_cast<std::uint32_t>(row), column, s.table.begin(row, column),
                         fmt::format("{} of the {} columns of {} are answered, one at most was expected", answered,
                                     item.plan->columns.size(), item.plan->id),
                         "the answer counts as invalid"});
      }
    }
    out[row] = code;
  }
}

/// Everything but one byte that stands for an answer.
AnswerCode BlockReader::unusual(BlockScratch& s, const ItemColumn& item, std::uint32_t column, std::size_t row) const {
  const std::string_view raw = s.table.raw(row, column);
  LatelyAnswered& lately = s.lately[item.number];
  if (const AnswerCode* const known = lately.find(raw)) return *known;
  const Decoded decoded = decode_cell(item.plan->codes, raw);
  const std::string& doubtful = file_.header.tool.two_meanings;
  if (decoded.code == answer::not_applicable && !doubtful.empty() && equal_ignoring_case(unwrap(raw).text, doubtful))
    s.report.two_meanings = true;
  if (decoded.code != answer::invalid && !decoded.reshaped) {
    lately.keep(raw, decoded.code);
    return decoded.code;
  }
  if (set_aside(s.block.drop[row])) return decoded.code;
  if (decoded.code == answer::invalid) {
    report_invalid(s, item, column, row);
  } else if (s.faults.wanted(FaultKind::reshaped, column)) {
    s.faults.keep({FaultKind::reshaped, static_cast<std::uint32_t>(row), column, s.table.begin(row, column),
                   "answers written like \" 3\", \"3.0\" or \"3 - label\" are taken as the number",
                   "this is said once, for the first such cell"});
  }
  return decoded.code;
}

void BlockReader::report_invalid(BlockScratch& s, const ItemColumn& item, std::uint32_t column, std::size_t row) const {
  const std::string_view raw = s.table.raw(row, column);
  const std::string number = plain_number(raw);
  const std::uint64_t count = s.block.count.empty() ? 1 : s.block.count[row];
  const std::string elsewhere = number.empty() ? words_of_another_coding(item.plan->codes, raw) : std::string();
  s.report.invalid[item.number].add(!elsewhere.empty() ? std::string_view(elsewhere)
                                    : number.empty()   ? "other text"
                                                       : std::string_view(number),
                                    count, 0, column + 1);
  if (!s.faults.wanted(FaultKind::invalid_answer, column)) return;
  MangledWords odd;
  if (number.empty())
    if (const auto kind = mangled_answer(cell_string(raw))) odd = words(*kind);
  const std::string shown = !number.empty()     ? number
                            : plan_.show_values ? fmt::format("\"{}\"", cell_string(raw))
                            : !odd.what.empty() ? std::string(odd.what)
                                                : "a text";
  s.faults.keep({FaultKind::invalid_answer, static_cast<std::uint32_t>(row), column, s.table.begin(row, column),
                 fmt::format("{} is no answer of {}, expected {}", shown, item.plan->id, item.plan->expected),
                 !odd.what.empty() ? std::string(odd.hint)
                 : number.empty()
                     ? "a label is read where the definition lists it; recode or missing in a map adds others"
                     : "a missing code is declared with --missing; is the export on another scale?"});
}

void BlockReader::reject(BlockScratch& s, std::size_t row, std::uint32_t column, std::uint32_t at, FaultKind kind,
                         std::string_view record) const {
  if (!plan_.set_rejects_aside) return;
  s.report.rejects.push_back({static_cast<std::uint32_t>(row), s.table.line_of(at), column + 1,
                              std::string(code_of(kind)), reject_cells(record)});
}

/// The item cells of a record, as far as it has them. What is neither an answer nor a number may be somebody's text.
std::string BlockReader::reject_cells(std::string_view record) const {
  std::string text(record);
  text += shape_.separators.newline;
  Marks marks;
  walk_cells(text, shape_.separators, marks);
  std::string out;
  for (const ItemColumn& item : items_) {
    out += ',';
    for (const std::uint32_t column : item.plan->columns) {
      if (column >= marks.count) continue;
      const std::uint32_t from = column == 0 ? 0 : marks.at[column - 1] + 1;
      const std::string_view raw = std::string_view(text).substr(from, marks.at[column] - from);
      if (item.plan->digit && !plan_.show_values) {
        const std::string_view own = digit_of(*item.plan->digit, raw);
        append_csv_cell(out, own.empty() ? std::string_view("[text]") : own);
        break;
      }
      const bool open =
          plan_.show_values || decode_cell(item.plan->codes, raw).code != answer::invalid || !plain_number(raw).empty();
      if (unwrap(raw).text.empty()) continue;
      append_csv_cell(out, open ? std::string_view(cell_string(raw)) : std::string_view("[text]"));
      break;
    }
  }
  return out;
}

} // namespace joinedup
