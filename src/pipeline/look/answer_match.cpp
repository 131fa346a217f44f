#include "pipeline/look/answer_match.hpp"

#include "base/text.hpp"
#include "exports/cell_codes.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace joinedup {

namespace {

/// Words by what reads them: "" is the coding in force, else the choice to be set.
using Words = std::map<std::string, std::map<std::string, std::size_t>>; // reader -> word -> place of the answer

Words words_of_answers(const Item& item) {
  Words out{{"", {}}};
  for (std::size_t o = 0; o < item.options.size(); ++o) {
    for (const std::string& label : item.options[o].labels)
      out[""].emplace(normal_label(label), o);
  }
  for (const auto& [word, choice] : item.elsewhere)
    out[choice].emplace(normal_label(word), out[choice].size());
  return out;
}

/// `shared`: words such as "don't know" that prove nothing, and fit.
bool speaks(const ColumnProfile& column, const std::map<std::string, std::size_t>& words,
            const std::map<std::string, std::size_t>& shared) {
  constexpr std::size_t fewest = 3;
  constexpr double nearly_all = 0.95;
  std::set<std::size_t> answers;
  std::uint64_t cells = 0;
  for (const auto& [text, n] : column.texts) {
    const std::string label = normal_label(text);
    if (parse_number(text)) continue;
    const auto word = words.find(label);
    if (word != words.end()) answers.insert(word->second);
    if (word != words.end() || shared.contains(label)) cells += n;
  }
  return answers.size() >= fewest && static_cast<double>(cells) >= nearly_all * static_cast<double>(column.filled);
}

ItemMatch match_of(const FileLook& look, const std::string& instrument, const Item& item) {
  ItemMatch out;
  bool in_force = false;
  const Words all = words_of_answers(item);
  const auto& shared = all.at("");
  for (const auto& [choice, words] : all) {
    for (std::uint32_t c = 0; c < look.columns.size(); ++c) {
      if (!look.header.headings[c].empty() && speaks(look.columns[c], words, shared)) out.alternatives.push_back(c);
    }
    if (out.alternatives.empty()) continue;
    in_force = choice.empty();
    out.how = in_force ? std::string("its answers are labels of this item")
                       : fmt::format("its answers are words of {}.{}", instrument, choice);
    break;
  }
  if (out.alternatives.size() != 1) return out;
  out.columns.swap(out.alternatives);
  out.confidence = in_force ? Confidence::medium : Confidence::high; // "very good" is an answer to much
  return out;
}

} // namespace

std::vector<InstrumentMatch> match_answers(const FileLook& look, const std::vector<const Instrument*>& instruments) {
  std::vector<InstrumentMatch> out;
  for (const Instrument* instrument : instruments) {
    if (instrument->items.size() != 1) continue;
    ItemMatch match = match_of(look, instrument->id, instrument->items.front());
    if (match.columns.empty() && match.alternatives.empty()) continue;
    out.push_back({instrument, "", {std::move(match)}});
  }
  return out;
}

} // namespace joinedup
