// How a name fits a square.
#include "report/svg/tile_map.hpp"

#include "base/text.hpp"

namespace joinedup {
namespace {

constexpr std::size_t fits = 11, most_lines = 3;

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  return count;
}

bool is_ascii(std::string_view text) { return characters(text) == text.size(); }

/// Where a word longer than a line is best broken: before a county's ending, else where the line is full.
std::size_t break_of(std::string_view word) {
  const std::size_t ending = word.rfind("shire");
  if (ending != std::string_view::npos && ending > 0 && ending <= fits) return ending;
  return std::min(fits - 1, word.size() - 4);
}

/// Words of a name, with "and" as "&" and words that are longer than a line broken with a hyphen.
std::vector<std::string> pieces(const std::string& name) {
  std::vector<std::string> out;
  for (const std::string_view part : split(name, ' ')) {
    std::string word(part == "and" ? "&" : part);
    while (is_ascii(word) && word.size() > fits) {
      const std::size_t cut = break_of(word);
      out.push_back(word.substr(0, cut) + "-");
      word.erase(0, cut);
    }
    if (!word.empty()) out.push_back(word);
  }
  return out;
}

bool joins(std::string_view word) {
  return word == "and" || word == "of" || word == "the" || word == "&" || word.empty();
}

} // namespace

std::vector<std::string> tile_lines(const std::string& name) {
  std::vector<std::string> lines;
  for (const std::string& word : pieces(name)) {
    const bool first = lines.empty() || lines.back().ends_with('-');
    if (!first && characters(lines.back()) + 1 + characters(word) <= fits)
      lines.back() += ' ' + word;
    else
      lines.push_back(word);
  }
  if (lines.size() > most_lines) {
    lines.resize(most_lines);
    std::string& last = lines.back();
    while (!last.empty() && (last.back() == '-' || last.back() == ',' || last.back() == '&' || last.back() == ' '))
      last.pop_back();
    last += "\xE2\x80\xA6";
  }
  return lines;
}

std::string tile_label(const std::string& name) {
  constexpr std::size_t most = 4;
  std::string initials;
  std::size_t words = 0;
  std::string only;
  std::string spaced = name;
  for (char& c : spaced)
    if (c == '-') c = ' ';
  for (const std::string_view word : split(spaced, ' ')) {
    if (joins(word)) continue;
    ++words;
    only = std::string(word);
    if (static_cast<unsigned char>(word.front()) < 0x80 && initials.size() < most) initials += word.front();
  }
  return words == 1 && is_ascii(only) ? only.substr(0, most) : initials;
}

} // namespace joinedup
