#include "pipeline/look/item_answers.hpp"

#include "base/text.hpp"
#include "exports/cell_codes.hpp"
#include "exports/mangled.hpp"

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
  } else if (is_missing_mark(text)) {
    out.outside[text] += n;
  } else if (const std::string plain = plain_number(text); !plain.empty()) {
    out.outside[plain] += n;
  } else if (answer_mark(text)) {
    out.marks[text] += n;
  } else {
    out.other_texts += n;
    out.texts[text] += n;
  }
}

constexpr std::size_t longest_label = 60, most_digits = 5;

bool may_be_label(const std::string& text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return text.size() <= longest_label && static_cast<std::size_t>(digits) <= most_digits &&
         text.find('@') == std::string::npos;
}

bool has_few_digits(const std::string& text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) <= 3;
}

/// How often a text stands in the items together, and in the one that holds it most: that many records at least.
struct Seen {
  std::uint64_t cells = 0, records = 0;
};

using Texts = std::map<std::string, std::uint64_t>;

std::map<std::string, Seen> seen_in(std::span<ItemAnswers* const> items, Texts ItemAnswers::*member) {
  std::map<std::string, Seen> out;
  for (const ItemAnswers* item : items) {
    for (const auto& [text, n] : item->*member) {
      Seen& seen = out[text];
      seen.cells += n;
      seen.records = std::max(seen.records, n);
    }
  }
  return out;
}

/// The letters that nearly all cells with marks share: A of A1 to A5. A mark of one answer that hardly anybody gave has
/// them too, and tells of nobody.
std::string letters_of_marks(const std::map<std::string, Seen>& marks) {
  constexpr double nearly_all = 0.9;
  std::map<std::string, std::uint64_t> cells;
  std::uint64_t all = 0;
  for (const auto& [text, seen] : marks) {
    all += seen.cells;
    if (const auto mark = answer_mark(text)) cells[mark->first] += seen.cells;
  }
  for (const auto& [letters, n] : cells)
    if (static_cast<double>(n) >= nearly_all * static_cast<double>(all)) return letters;
  return {};
}

bool is_of_series(const std::string& text, const std::string& letters) {
  constexpr int most_answers = 20;
  const auto mark = answer_mark(text);
  return mark && !letters.empty() && mark->first == letters && mark->second <= most_answers;
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

void forget_open_texts(std::span<ItemAnswers* const> items) {
  for (ItemAnswers* item : items)
    std::erase_if(item->left_out, [](int number) { return !has_few_digits(std::to_string(number)); });
  constexpr std::uint64_t often = 10, twice = 2;
  constexpr std::size_t few = 14;
  for (const auto member : {&ItemAnswers::texts, &ItemAnswers::marks, &ItemAnswers::outside}) {
    const bool of_texts = member == &ItemAnswers::texts;
    const std::map<std::string, Seen> all = seen_in(items, member);
    const std::string letters = member == &ItemAnswers::marks ? letters_of_marks(all) : "";
    for (ItemAnswers* item : items) {
      std::erase_if(item->*member, [&](const auto& entry) {
        const Seen& seen = all.at(entry.first);
        const bool repeated = seen.records >= twice && (seen.cells >= often || all.size() <= few);
        const bool number = member == &ItemAnswers::outside && has_few_digits(entry.first); // or a mark such as NULL
        const bool shown = number || (repeated && may_be_label(entry.first)) || is_of_series(entry.first, letters);
        if (!shown && !of_texts) item->other_texts += entry.second;
        if (!shown) ++item->not_shown;
        if (const auto forgotten = whole(entry.first); !shown && forgotten) item->numbers.erase(*forgotten);
        return !shown;
      });
    }
  }
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
