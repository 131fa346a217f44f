#include "exports/closing_lines.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace joinedup {

namespace {

constexpr std::size_t longest_label = 60;
constexpr std::size_t most_words = 3; ///< before "total": a name of a place, not a sentence

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

} // namespace

bool is_total_label(std::string_view text, bool& alone) {
  alone = false;
  if (text.size() < 5 || text.size() > longest_label) return false;
  // Most texts are told apart by their first and last letters alone.
  const char first = static_cast<char>(text.front() | 0x20), last = static_cast<char>(text.back() | 0x20);
  const bool begins = first == 't' || first == 'g' || first == 's' || first == 'o';
  const bool ends = last == 'l' || last == 's';
  if (!begins && !ends) return false;
  std::string label = lower(text);
  if (label.ends_with(':')) label.pop_back();
  if (one_of(label, {"total", "totals", "grand total", "overall total", "subtotal", "sub-total", "sub total",
                     "total responses", "total respondents", "total records"})) {
    alone = true;
    return true;
  }
  if (label.starts_with("total (") || label.starts_with("total:") || label.starts_with("grand total")) return true;
  const auto words = static_cast<std::size_t>(std::count(label.begin(), label.end(), ' '));
  if (words == 0 || words > most_words) return false;
  return label.ends_with(" total") || label.ends_with(" totals") || label.ends_with(" subtotal") ||
         label.ends_with(" sub-total") || label.ends_with(" sub total");
}

bool is_footer_text(std::string_view text) {
  constexpr std::array<std::string_view, 5> marks = {"*", "\xC2\xA9", "(c) ", "\xE2\x80\xA0", "\xE2\x80\xA1"};
  for (const std::string_view mark : marks)
    if (text.starts_with(mark) && text.size() > mark.size()) return true;
  constexpr std::array<std::string_view, 13> words = {
      "source",   "sources",   "note",     "notes",     "footnote",      "copyright",  "produced",
      "prepared", "generated", "exported", "published", "end of report", "end of file"};
  const std::string beginning = lower(text.substr(0, 16));
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return beginning.starts_with(word) && (text.size() == word.size() || !is_letter(text[word.size()]));
  });
}

} // namespace joinedup
