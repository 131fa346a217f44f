#include "pipeline/look/item_answers.hpp"

#include "base/text.hpp"
#include "exports/cell_codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

std::optional<int> whole(std::string_view text) {
  const auto number = parse_number(text);
  if (!number || std::abs(*number) > 32000 || *number != std::floor(*number)) return std::nullopt;
  return static_cast<int>(*number);
}

void add_text(const CellCodes& codes, const std::string& text, std::uint64_t n, ItemAnswers& out) {
  const AnswerCode code = decode_cell(codes, text).code;
  const auto number = whole(text);
  if (number && (code == answer::invalid || code == *number)) out.numbers[*number] += n;
  if (is_answer(code)) {
    out.codes[code] += n;
    out.answers += n;
    if (!number) out.labels += n;
  } else if (code == answer::catch_all) {
    out.answers += n;
  } else if (code != answer::invalid) {
    auto& place = out.missing[text];
    place = {code, place.second + n};
  } else if (const std::string plain = plain_number(text); !plain.empty()) {
    out.outside[plain] += n;
  } else if (answer_mark(text)) {
    out.marks[text] += n;
  } else {
    out.other_texts += n;
    out.texts[text] += n;
  }
}

/// Texts of a closed question are few and come again and again; others could be anybody's words.
void forget_open_texts(ItemAnswers& out) {
  constexpr std::size_t most = 14;
  const auto is_short = [](const auto& entry) { return entry.first.size() <= 60; };
  const bool closed = out.texts.size() <= most && out.other_texts >= 2 * out.texts.size() &&
                      std::all_of(out.texts.begin(), out.texts.end(), is_short);
  if (!closed) out.texts.clear();
}

template <typename Codes, typename Code> std::string in_runs(const Codes& codes, Code code_of) {
  std::string out;
  for (auto at = codes.begin(); at != codes.end();) {
    const int first = code_of(*at);
    int last = first;
    for (++at; at != codes.end() && code_of(*at) == last + 1; ++at)
      ++last;
    if (!out.empty()) out += ", ";
    out += first == last ? std::to_string(first) : fmt::format("{}{}{}", first, first < 0 ? " to " : "-", last);
  }
  return out.empty() ? "none" : out;
}

} // namespace

std::uint64_t ItemAnswers::invalid() const {
  std::uint64_t n = other_texts;
  for (const auto& [text, count] : outside)
    n += count;
  for (const auto& [text, count] : marks)
    n += count;
  return n;
}

ItemAnswers answers_of(const ItemPlan& item, std::span<const ColumnProfile> columns, std::uint64_t records) {
  ItemAnswers out;
  std::uint64_t filled = 0;
  for (const std::uint32_t c : item.columns) {
    if (c >= columns.size()) continue;
    const ColumnProfile& column = columns[c];
    filled += column.filled;
    out.many = out.many || column.many;
    for (const auto& [text, n] : column.texts)
      add_text(item.codes, text, n, out);
    for (const std::string& text : column.left_out)
      if (const auto number = whole(text)) out.left_out.insert(*number);
  }
  forget_open_texts(out);
  if (!item.columns.empty() && records > filled) {
    const AnswerCode blank = decode_cell(item.codes, "").code;
    if (is_answer(blank)) {
      out.codes[blank] += records - filled;
      out.answers += records - filled;
    } else {
      out.missing[""] = {blank, records - filled};
    }
  }
  return out;
}

std::optional<std::pair<std::string, int>> answer_mark(std::string_view text) {
  if (text.size() < 2 || text.size() > 8) return std::nullopt;
  std::size_t letters = 0;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  while (letters < text.size() && is_letter(text[letters]))
    ++letters;
  const auto number = parse_whole(text.substr(letters));
  if (letters == 0 || letters > 4 || !number || *number > 999) return std::nullopt;
  return std::pair{std::string(text.substr(0, letters)), static_cast<int>(*number)};
}

std::string runs_of(const std::map<int, std::uint64_t>& codes) {
  return in_runs(codes, [](const auto& entry) { return entry.first; });
}

std::string runs_of(const Item& item) {
  if (item.range) return fmt::format("{}-{}", item.range->first, item.range->second);
  std::vector<int> codes;
  for (const ResponseOption& option : item.options)
    codes.push_back(option.code);
  std::sort(codes.begin(), codes.end());
  return in_runs(codes, [](int code) { return code; });
}

} // namespace joinedup
