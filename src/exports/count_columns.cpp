#include "exports/count_columns.hpp"

#include "exports/cell_codes.hpp"
#include "exports/headings.hpp"

#include <algorithm>
#include <map>

namespace joinedup {

namespace {

/// Words that may head the column of each code.
using Words = std::map<std::string, int, std::less<>>;

Words own_words(const Item& item) {
  Words out;
  if (item.cells.empty()) {
    for (const ResponseOption& option : item.options) {
      for (const std::string& label : option.labels)
        out.emplace(counted_answer(label), option.code);
    }
  }
  for (const auto& [text, code] : item.cells.codes) {
    if (!counted_answer(text).empty()) out.emplace(counted_answer(text), code);
  }
  return out;
}

/// The column of each option, or nothing where one has none or several.
std::optional<std::vector<std::uint32_t>> columns_of(const Item& item, const Words& words,
                                                     const std::vector<std::string>& headings) {
  std::vector<std::uint32_t> out;
  for (const ResponseOption& option : item.options) {
    std::vector<std::uint32_t> found;
    for (std::size_t h = 0; h < headings.size(); ++h) {
      const auto word = words.find(counted_answer(headings[h]));
      if (word != words.end() && word->second == option.code) found.push_back(static_cast<std::uint32_t>(h));
    }
    if (found.size() != 1) return std::nullopt;
    out.push_back(found.front());
  }
  return out;
}

std::optional<std::uint32_t> first_of(const Headings& headings, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const std::vector<std::uint32_t> found = headings.all(name);
    if (!found.empty()) return found.front();
  }
  return std::nullopt;
}

/// Columns of counts in the words of another value of the item's choice.
void look_elsewhere(const Instrument& instrument, const Item& item, const std::vector<std::string>& headings,
                    CountColumns& out) {
  Words own;
  for (const ResponseOption& option : item.options) {
    for (const std::string& label : option.labels)
      own.emplace(counted_answer(label), option.code);
  }
  std::vector<std::pair<std::string, Words>> others;
  for (const Coding& coding : instrument.codings) {
    const auto cells = coding.items.find(item.id);
    if (cells == coding.items.end()) continue;
    Words words;
    for (const auto& [text, code] : cells->second.codes)
      words.emplace(counted_answer(text), code);
    others.emplace_back(coding.choice + "=" + coding.value, std::move(words));
    for (const Choice& choice : instrument.choices) {
      if (choice.id == coding.choice) others.emplace_back(choice.id + "=" + choice.fallback, own);
    }
  }
  for (const auto& [setting, words] : others) {
    const auto columns = columns_of(item, words, headings);
    if (!columns) continue;
    out.counts = *columns;
    out.elsewhere = setting;
    return;
  }
}

} // namespace

std::string counted_answer(std::string_view heading) {
  std::string label = normal_label(heading);
  constexpr std::string_view sum = " sum";
  if (label.size() > sum.size() && label.ends_with(sum)) label.resize(label.size() - sum.size());
  return label.substr(std::min(label.find_first_not_of("0123456789 -:.)="), label.size()));
}

std::optional<CountColumns> find_count_columns(const SurveyFile& file, const Instrument& instrument) {
  if (!instrument.count_table) return std::nullopt;
  const CountTable& known = *instrument.count_table;
  const Item* item = instrument.item(known.item);
  const Headings headings(file);
  const bool answers = std::any_of(instrument.items.begin(), instrument.items.end(),
                                   [&](const Item& i) { return !headings.all(i.id).empty(); });
  if (answers || item == nullptr) return std::nullopt;
  CountColumns out;
  out.instrument = &instrument;
  if (auto columns = columns_of(*item, own_words(*item), headings.names()))
    out.counts = std::move(*columns);
  else
    look_elsewhere(instrument, *item, headings.names(), out);
  if (out.counts.empty()) return std::nullopt;
  out.unit = first_of(headings, known.unit);
  out.name = first_of(headings, known.name);
  out.parent = first_of(headings, known.parent);
  if (out.parent == out.unit) out.parent.reset();
  out.total = first_of(headings, known.total);
  out.eligible = first_of(headings, known.eligible);
  return out;
}

} // namespace joinedup
