#include "exports/label_codes.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace joinedup {

namespace {

/// What a normal text means so far, or invalid.
AnswerCode meaning(const CellCodes& codes, const std::string& text) {
  if (const auto found = codes.texts.find(text); found != codes.texts.end()) return found->second;
  const auto number = codes.whole_numbers ? parse_whole(text) : std::nullopt;
  if (number && *number <= 9999 && static_cast<int>(*number) >= codes.low && static_cast<int>(*number) <= codes.high)
    return static_cast<AnswerCode>(*number);
  return answer::invalid;
}

bool is_number(const std::string& text) { return parse_number(text).has_value(); }

bool settled_by_map(const CellWords& words, const std::string& text) {
  const auto same = [&](const auto& entry) { return normal_label(entry.first) == text; };
  return std::any_of(words.missing.begin(), words.missing.end(), same) ||
         std::any_of(words.recode.begin(), words.recode.end(), same);
}

} // namespace

namespace {

/// Labels that another coding of the item has: its numbers may mean something else than they would here.
void refuse_other_coding(const Item& item, const CellWords& words, const CellCodes& codes, const Position& where,
                         Diagnostics& diagnostics) {
  for (const auto& [cell, label] : words.labels) {
    const auto found = codes.elsewhere.find(normal_label(label));
    if (found == codes.elsewhere.end() || settled_by_map(words, normal_label(cell))) continue;
    diagnostics.error(
        "J266", where, fmt::format("{}: the file's labels are words of another coding than the one in force", item.id),
        fmt::format("the choice {} reads them (--set); figures of the two are not comparable", found->second));
    return;
  }
}

} // namespace

void add_file_labels(const Item& item, const CellWords& words, const Position& where, CellCodes& codes,
                     Diagnostics& diagnostics) {
  refuse_other_coding(item, words, codes, where, diagnostics);
  std::map<std::string, AnswerCode> found; // decided against the definition alone, then added
  for (const auto& [cell, label] : words.labels) {
    const std::string text = normal_label(cell), means = normal_label(label);
    if (text.empty() || means.empty() || settled_by_map(words, text)) continue;
    if (is_number(means) && is_number(text)) continue; // a number for a label says nothing
    const AnswerCode code = meaning(codes, means);
    if (code == answer::invalid || code == answer::missing) continue;
    if (!is_number(text) && meaning(codes, text) != answer::invalid) continue; // the definition knows this label
    found.emplace(text, code);
  }
  std::map<AnswerCode, std::string> first;
  std::string differs;
  for (const auto& [text, code] : found) {
    const auto [other, is_new] = first.emplace(code, text);
    if (!is_new && is_answer(code))
      diagnostics.error("J261", where,
                        fmt::format("{}: the file's labels make one answer of two codes, {} and {}", item.id,
                                    is_number(text) ? other->second : "one text", is_number(text) ? text : "another"),
                        "say in a map's recode what each of them means");
    const AnswerCode number = meaning(codes, text);
    if (is_answer(number) && number != code) differs += fmt::format("{}{}", differs.empty() ? "" : ", ", text);
  }
  for (const auto& [text, code] : found)
    codes.texts[text] = code;
  if (differs.empty()) return;
  diagnostics.warning(
      "J260", where,
      fmt::format("{}: the file's labels say otherwise than its numbers for {}; the labels are followed", item.id,
                  differs),
      "check the labels in the survey tool; recode in a map decides otherwise");
}

bool is_said_not_applicable(const CellCodes& codes, const CellWords& words, const std::string& text,
                            AnswerCode reason) {
  if (reason != answer::user_missing && reason != answer::missing) return false;
  const auto label = words.labels.find(text);
  if (label == words.labels.end()) return false;
  const std::string said = normal_label(label->second);
  const auto found = codes.texts.find(said);
  return said == "not applicable" || (found != codes.texts.end() && found->second == answer::not_applicable);
}

} // namespace joinedup
