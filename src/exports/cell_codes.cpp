#include "exports/cell_codes.hpp"

#include "base/text.hpp"
#include "exports/label_codes.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace joinedup {

namespace {

constexpr std::array<std::pair<std::string_view, AnswerCode>, 6> reasons = {{
    {"missing", answer::missing},
    {"not_shown", answer::not_shown},
    {"unanswered", answer::unanswered},
    {"not_applicable", answer::not_applicable},
    {"suppressed", answer::suppressed},
    {"user_missing", answer::user_missing},
}};

} // namespace

std::optional<AnswerCode> reason_code(std::string_view reason) {
  for (const auto& [name, code] : reasons) {
    if (name == reason) return code;
  }
  return std::nullopt;
}

std::string_view reason_words(AnswerCode code) {
  for (const auto& [name, known] : reasons) {
    if (known == code) return name;
  }
  return "invalid";
}

namespace {

/// The coding that a choice has put in force stands in place of the item's own codes and labels.
void add_coding(const Item& item, CellCodes& codes) {
  for (const auto& [text, code] : item.cells.codes)
    codes.texts[normal_label(text)] = static_cast<AnswerCode>(code);
  for (const std::string& text : item.cells.catch_all)
    codes.texts[normal_label(text)] = answer::catch_all;
}

void add_options(const Item& item, CellCodes& codes) {
  for (const ResponseOption& option : item.options) {
    const auto code = static_cast<AnswerCode>(option.code);
    for (const std::string& label : option.labels)
      codes.texts.try_emplace(normal_label(label), code);
  }
  // A number is a code first: a label that looks like a number never hides one.
  for (const ResponseOption& option : item.options)
    codes.texts[std::to_string(option.code)] = static_cast<AnswerCode>(option.code);
  if (item.range) {
    codes.whole_numbers = true;
    codes.low = item.range->first;
    codes.high = item.range->second;
  }
}

void add_definition(const Item& item, CellCodes& codes) {
  if (item.cells.empty())
    add_options(item, codes);
  else
    add_coding(item, codes);
  for (const auto& [word, setting] : item.elsewhere)
    codes.elsewhere[normal_label(word)] = setting;
  codes.texts["na"] = answer::not_applicable;
  codes.texts["n/a"] = answer::not_applicable;
  for (const std::string& word : item.not_applicable)
    codes.texts[normal_label(word)] = answer::not_applicable;
  for (const auto& [word, value] : item.catch_all)
    codes.texts[normal_label(word)] = answer::catch_all;
  codes.texts[""] = answer::missing;
}

void add_words(const Item& item, const CellWords& words, const Position& where, CellCodes& codes,
               Diagnostics& diagnostics) {
  for (const auto& [text, reason] : words.missing) {
    const auto code = reason_code(reason);
    if (!code) {
      diagnostics.error("J117", where, fmt::format("{}: {} is no reason for a missing answer", item.id, reason),
                        "missing, not_shown, unanswered, not_applicable, suppressed or user_missing");
      continue;
    }
    codes.texts[normal_label(text)] =
        is_said_not_applicable(codes, words, text, *code) ? answer::not_applicable : *code;
  }
  for (const auto& [text, code] : words.recode) {
    if (!item.accepts(code)) {
      diagnostics.error(
          "J118", where,
          fmt::format("{}: {} is no code of this item, expected {}", item.id, code, expected_answers(item)),
          "recode goes from the text in the file to the definition's code");
      continue;
    }
    codes.texts[normal_label(text)] = static_cast<AnswerCode>(code);
  }
}

void add_single_bytes(CellCodes& codes) {
  codes.single.fill(answer::invalid);
  const AnswerCode blank = codes.texts[""];
  for (const char c : {' ', '\t', '\r', '\v', '\f', '\n'})
    codes.single[static_cast<unsigned char>(c)] = blank;
  for (int digit = 0; digit <= 9; ++digit) {
    if (codes.whole_numbers && digit >= codes.low && digit <= codes.high)
      codes.single[static_cast<std::size_t>('0' + digit)] = static_cast<AnswerCode>(digit);
  }
  for (const auto& [text, code] : codes.texts) {
    if (text.size() != 1) continue;
    const auto byte = static_cast<unsigned char>(text.front());
    codes.single[byte] = code;
    if (byte >= 'a' && byte <= 'z') codes.single[static_cast<std::size_t>(byte - 'a' + 'A')] = code;
  }
}

bool overrides_a_number(const CellCodes& codes) {
  return std::any_of(codes.texts.begin(), codes.texts.end(), [&](const auto& entry) {
    const auto number = parse_number(entry.first);
    return number && *number >= codes.low && *number <= codes.high && entry.second != *number;
  });
}

} // namespace

std::string expected_answers(const Item& item) {
  if (!item.role.empty()) return item.label;
  if (!item.cells.empty()) {
    std::vector<std::string> texts;
    for (const auto& [text, code] : item.cells.codes)
      texts.push_back(text);
    texts.insert(texts.end(), item.cells.catch_all.begin(), item.cells.catch_all.end());
    std::sort(texts.begin(), texts.end());
    return join(texts, ", ");
  }
  if (item.range) return fmt::format("{} to {}", item.range->first, item.range->second);
  std::vector<std::string> codes;
  for (const ResponseOption& option : item.options)
    codes.push_back(std::to_string(option.code));
  const bool whole = !codes.empty() && item.highest() - item.lowest() + 1 == static_cast<int>(codes.size());
  if (whole && codes.size() > 2) return fmt::format("{} to {}", item.lowest(), item.highest());
  return join(codes, " or ");
}

CellCodes cell_codes(const Item& item, const CellWords& words, const Position& where, Diagnostics& diagnostics) {
  CellCodes codes;
  add_definition(item, codes);
  add_file_labels(item, words, where, codes, diagnostics);
  add_words(item, words, where, codes, diagnostics);
  add_single_bytes(codes);
  codes.plain_digits = codes.whole_numbers && !overrides_a_number(codes);
  return codes;
}

} // namespace joinedup
