#include "pipeline/look/heading_words.hpp"

#include "base/text.hpp"
#include "exports/headings.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace joinedup {

namespace {

constexpr std::size_t shortest_part = 3; // letters of a name that may stand for it: abc for abc13

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string squeezed(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t w = from; w < to; ++w)
    out += words[w];
  return out;
}

bool is_number(const std::string& word) { return !word.empty() && is_digit(word.front()); }

bool is_small_word(const std::string& word) {
  constexpr std::array<std::string_view, 12> small{"and", "or",   "of",  "the", "a", "to",
                                                   "my",  "with", "for", "in",  "i", "own"};
  return std::find(small.begin(), small.end(), word) != small.end();
}

/// The same word, or two forms of one: activity, activities.
bool same_word(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto [at_a, at_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto shared = static_cast<std::size_t>(at_a - a.begin());
  return shared >= 5 && shared + 3 >= std::max(a.size(), b.size());
}

/// "A long title (SHORT), 14 items" -> SHORT.
std::vector<std::string> in_brackets(const std::string& title) {
  std::vector<std::string> out;
  for (std::size_t open = title.find('('); open != std::string::npos; open = title.find('(', open + 1)) {
    const std::size_t close = title.find(')', open);
    if (close == std::string::npos) break;
    out.push_back(title.substr(open + 1, close - open - 1));
  }
  return out;
}

std::string shared_beginning(const Instrument& instrument) {
  std::string shared = instrument.items.front().id;
  for (const Item& item : instrument.items) {
    const auto ends = std::mismatch(shared.begin(), shared.end(), item.id.begin(), item.id.end());
    shared.resize(static_cast<std::size_t>(ends.first - shared.begin()));
  }
  const std::size_t bar = shared.rfind('_');
  return bar == std::string::npos ? shared : shared.substr(0, bar);
}

} // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  const auto end = [&] {
    if (!word.empty() && is_digit(word.front())) word.erase(0, std::min(word.find_first_not_of('0'), word.size() - 1));
    if (!word.empty()) out.push_back(word);
    word.clear();
  };
  for (const char c : normal_heading(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || (c >= 'a' && c <= 'z');
    if (!letter && !is_digit(c)) {
      end();
      continue;
    }
    if (!word.empty() && is_digit(word.back()) != is_digit(c)) end();
    word += c;
  }
  end();
  return out;
}

InstrumentWords::InstrumentWords(const Instrument& instrument) : instrument_(&instrument) {
  if (instrument.items.empty()) return;
  const std::string beginning = shared_beginning(instrument);
  std::vector<std::string> names = in_brackets(instrument.title);
  names.push_back(instrument.id);
  names.push_back(beginning);
  std::set<std::string> known;
  for (const std::string& name : names) {
    const std::vector<std::string> words = words_of(name);
    const std::string squeeze = squeezed(words, 0, words.size());
    if (words.size() <= 6 && squeeze.size() >= shortest_part && known.insert(squeeze).second) names_.push_back(squeeze);
  }
  for (const Item& item : instrument.items) {
    ItemWords words;
    words.suffix = words_of(std::string_view(item.id).substr(std::min(beginning.size(), item.id.size())));
    for (const std::string& word : words_of(item.label))
      if (!is_small_word(word)) words.label.push_back(word);
    items_.push_back(std::move(words));
  }
}

std::optional<InstrumentWords::Named> InstrumentWords::name_in(const std::vector<std::string>& heading) const {
  std::optional<Named> part;
  for (std::size_t from = 0; from < heading.size(); ++from) {
    if (is_number(heading[from])) continue;
    for (std::size_t to = std::min(heading.size(), from + 6); to > from; --to) {
      const std::string text = squeezed(heading, from, to);
      for (const std::string& name : names_) {
        if (text == name) return Named{from, to, true};
        // A number at its end may be the item's: the 1 of "ABC 1" is none of ABC-13.
        const bool may_stand = text.size() >= shortest_part && !is_number(heading[to - 1]);
        if (!part && may_stand && name.starts_with(text)) part = Named{from, to, false};
      }
    }
  }
  return part;
}

std::optional<ItemEvidence> InstrumentWords::by_suffix(const std::vector<std::string>& heading,
                                                       const Named& named) const {
  const auto holds = [&](std::size_t at, const std::vector<std::string>& suffix) {
    return at + suffix.size() <= heading.size() &&
           std::equal(suffix.begin(), suffix.end(), heading.begin() + static_cast<std::ptrdiff_t>(at));
  };
  for (std::size_t at = named.after; at < heading.size(); ++at) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const std::vector<std::string>& suffix = items_[i].suffix;
      if (suffix.empty() || !holds(at, suffix)) continue;
      if (!best || suffix.size() > items_[*best].suffix.size()) best = i;
    }
    if (best) return ItemEvidence{*best, named.whole ? Evidence::name : Evidence::part_of_name, 1, named.first};
    if (is_number(heading[at])) return std::nullopt; // the first number after the name is the item's
  }
  return std::nullopt;
}

std::optional<ItemEvidence> InstrumentWords::by_label(const std::vector<std::string>& heading,
                                                      const std::optional<Named>& named) const {
  std::optional<ItemEvidence> best;
  bool alone = true;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    std::size_t held = 0, first = heading.size();
    const auto look_for = [&](const std::string& word) {
      const auto at = std::find_if(heading.begin(), heading.end(), [&](const auto& h) { return same_word(h, word); });
      if (at == heading.end()) return false;
      first = std::min(first, static_cast<std::size_t>(at - heading.begin()));
      return true;
    };
    for (const std::string& word : items_[i].label)
      held += look_for(word) ? 1U : 0U;
    double covered =
        items_[i].label.empty() ? 0 : static_cast<double>(held) / static_cast<double>(items_[i].label.size());
    const std::vector<std::string>& suffix = items_[i].suffix;
    const bool telling = suffix.size() == 1 && suffix.front().size() >= shortest_part && !is_number(suffix.front());
    if (telling && look_for(suffix.front())) covered = 1;
    if (const auto& range = instrument_->items[i].range;
        range && look_for(std::to_string(range->first)) && look_for(std::to_string(range->second)))
      covered = std::max(covered, 0.75);
    if (covered < 0.5 || (best && covered < best->covered)) continue;
    alone = !best || covered > best->covered;
    if (named) first = std::min(first, named->first);
    best = ItemEvidence{i, Evidence::words, covered, first};
  }
  return alone ? best : std::nullopt;
}

std::optional<ItemEvidence> InstrumentWords::item_in(const std::vector<std::string>& heading) const {
  if (items_.empty() || heading.empty()) return std::nullopt;
  const std::optional<Named> named = name_in(heading);
  if (named && items_.size() == 1 && named->whole && named->after == heading.size() && named->first == 0)
    return ItemEvidence{0, Evidence::name, 1, 0};
  if (named) {
    if (auto found = by_suffix(heading, *named)) return found;
    const bool number_at_end = named->after > named->first + 1 && is_number(heading[named->after - 1]);
    if (number_at_end) { // "ABC 13" may be item 13
      if (auto found = by_suffix(heading, {named->first, named->after - 1, false})) return found;
    }
  }
  auto found = by_label(heading, named);
  if (found && named && named->whole) found->kind = Evidence::part_of_name;
  return found;
}

} // namespace joinedup
