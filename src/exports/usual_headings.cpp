#include "exports/usual_headings.hpp"

#include "base/text.hpp"
#include "exports/headings.hpp"

#include <algorithm>
#include <set>

namespace joinedup {

namespace {

/// A heading squeezed, and where each byte of it stands in the heading.
struct Squeezed {
  std::string source, text;
  std::vector<std::size_t> places;
};

Squeezed squeeze(std::string_view heading) {
  Squeezed out{normal_heading(heading), {}, {}};
  for (std::size_t at = 0; at < out.source.size(); ++at) {
    const char c = out.source[at];
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (!kept) continue;
    out.text += c;
    out.places.push_back(at);
  }
  return out;
}

/// The part of a heading before its first `from` bytes kept, or behind them.
std::string written(const Squeezed& heading, std::size_t from, std::size_t to) {
  if (from >= to) return {};
  const std::size_t first = heading.places[from], last = heading.places[to - 1];
  return heading.source.substr(first, last - first + 1);
}

/// Columns of each item under one affix.
struct Found {
  std::map<std::string, std::set<std::uint32_t>> items;
  std::string before, behind; ///< the affix as written in the first of them
};
using ByAffix = std::map<Affix, Found>;

ByAffix found_by_affix(const std::vector<Squeezed>& headings, const HeadingSet& set) {
  ByAffix out;
  for (const auto& [item, names] : set.items) {
    for (const std::string& name : names) {
      const std::string wanted = squeezed_heading(name);
      for (std::uint32_t c = 0; c < headings.size(); ++c) {
        const Squeezed& heading = headings[c];
        const auto add = [&](std::size_t from) {
          const std::size_t to = from + wanted.size();
          Found& found = out[{heading.text.substr(0, from), heading.text.substr(to)}];
          if (found.items.empty()) {
            found.before = written(heading, 0, from);
            found.behind = written(heading, to, heading.text.size());
          }
          found.items[item].insert(c);
        };
        if (heading.text.size() < wanted.size() || wanted.empty()) continue;
        if (heading.text.starts_with(wanted)) add(0);
        if (heading.text.size() > wanted.size() && heading.text.ends_with(wanted))
          add(heading.text.size() - wanted.size());
      }
    }
  }
  return out;
}

bool is_whole(const Found& found, const HeadingSet& set) {
  return found.items.size() == set.items.size() &&
         std::all_of(found.items.begin(), found.items.end(), [](const auto& item) { return item.second.size() == 1; });
}

/// The affix names another questionnaire, such as the version with fewer options.
bool is_of_another(const Affix& affix, const Instrument& instrument, const std::vector<std::string>& others) {
  const auto names = [&](const std::string& name) {
    const std::string id = squeezed_heading(name);
    return affix.first.find(id) != std::string::npos || affix.second.find(id) != std::string::npos;
  };
  return !names(instrument.id) && std::any_of(others.begin(), others.end(), names);
}

struct Candidate {
  UsualColumns columns;
  std::string before, behind;
  bool contradicted = false;
};

std::vector<Candidate> whole_sets(const std::vector<Squeezed>& headings, const Instrument& instrument,
                                  const std::vector<std::string>& others) {
  std::vector<Candidate> out;
  for (const HeadingSet& set : instrument.heading_sets) {
    if (set.beside) continue;
    for (const auto& [affix, found] : found_by_affix(headings, set)) {
      const bool bare = affix.first.empty() && affix.second.empty();
      if (!is_whole(found, set) || (set.items.size() == 1 && !bare) || is_of_another(affix, instrument, others))
        continue;
      Candidate one{{affix, {}, {}}, found.before, found.behind};
      std::set<std::uint32_t> fields;
      for (const auto& [item, columns] : found.items) {
        one.columns.items[item] = *columns.begin();
        fields.insert(*columns.begin());
      }
      if (fields.size() < found.items.size()) continue; // one column cannot be two items
      const auto same = std::find_if(out.begin(), out.end(),
                                     [&](const Candidate& c) { return c.columns.items == one.columns.items; });
      if (same != out.end()) continue;
      for (Candidate& other : out) { // a column that is one item in this set and another one in that
        if (other.columns.affix != affix) continue;
        other.contradicted = one.contradicted = true;
      }
      out.push_back(std::move(one));
    }
  }
  std::erase_if(out, [](const Candidate& c) { return c.contradicted; });
  return out;
}

/// Sets that stand only beside whole ones: within the same affix, or bare where there is one whole set.
void add_beside(const std::vector<Squeezed>& headings, const Instrument& instrument, std::vector<Candidate>& out) {
  for (const HeadingSet& set : instrument.heading_sets) {
    if (!set.beside) continue;
    const ByAffix all = found_by_affix(headings, set);
    for (Candidate& one : out) {
      auto found = all.find(one.columns.affix);
      if (found == all.end() && out.size() == 1) found = all.find({"", ""});
      if (found == all.end() || !is_whole(found->second, set)) continue;
      for (const auto& [item, columns] : found->second.items)
        one.columns.items.try_emplace(item, *columns.begin());
    }
  }
}

std::string first_word(const std::string& text) {
  const auto ends = [](char c) { return c == ' ' || c == '-' || c == '_' || c == '.' || c == ':'; };
  return {text.begin(), std::find_if(text.begin(), text.end(), ends)};
}

/// What tells the sets apart: the text before or behind, shortened to its first word where that is enough.
void name_waves(std::vector<Candidate>& all) {
  if (all.size() < 2) return;
  const auto different = [&](auto&& text) {
    std::set<std::string> seen;
    for (const Candidate& c : all)
      if (const std::string one = text(c); !one.empty()) seen.insert(one);
    return seen.size() == all.size();
  };
  const auto name = [&](auto&& text) {
    if (!different(text)) return false;
    for (Candidate& c : all)
      c.columns.wave = text(c);
    return true;
  };
  if (name([](const Candidate& c) { return first_word(c.before); })) return;
  if (name([](const Candidate& c) { return first_word(c.behind); })) return;
  if (name([](const Candidate& c) { return c.before; }) || name([](const Candidate& c) { return c.behind; })) return;
  for (Candidate& c : all) // one of them may have nothing beside the usual words
    c.columns.wave = c.before + c.behind;
}

std::vector<Squeezed> squeezed_all(const std::vector<std::string>& headings) {
  std::vector<Squeezed> out;
  for (const std::string& heading : headings)
    out.push_back(squeeze(heading));
  return out;
}

std::uint32_t first_column(const UsualColumns& columns) {
  std::uint32_t out = ~0U;
  for (const auto& [item, column] : columns.items)
    out = std::min(out, column);
  return out;
}

std::vector<UsualColumns> in_order(std::vector<Candidate> found) {
  name_waves(found);
  std::vector<UsualColumns> out;
  for (Candidate& one : found)
    out.push_back(std::move(one.columns));
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return first_column(a) < first_column(b); });
  return out;
}

} // namespace

std::string squeezed_heading(std::string_view heading) { return squeeze(heading).text; }

std::vector<UsualColumns> usual_columns(const std::vector<std::string>& headings, const Instrument& instrument,
                                        const std::vector<std::string>& others) {
  if (instrument.heading_sets.empty()) return {};
  const std::vector<Squeezed> squeezed = squeezed_all(headings);
  std::vector<Candidate> found = whole_sets(squeezed, instrument, others);
  add_beside(squeezed, instrument, found);
  return in_order(std::move(found));
}

std::vector<UsualColumns> profile_columns(const std::vector<std::string>& headings, const Instrument& instrument,
                                          const std::vector<std::string>& others) {
  if (!instrument.profile) return {};
  constexpr std::size_t long_name = 8;
  const std::string& first = instrument.profile->items.front();
  const HeadingSet all{{{first, instrument.profile->headings}}};
  const std::vector<Squeezed> squeezed = squeezed_all(headings);
  std::vector<Candidate> out;
  for (const auto& [affix, found] : found_by_affix(squeezed, all)) {
    const bool bare = affix.first.empty() && affix.second.empty();
    const std::uint32_t column = *found.items.begin()->second.begin();
    const bool known = std::any_of(out.begin(), out.end(), [&](const Candidate& c) {
      return c.columns.items.begin()->second == column; // the bare heading comes first
    });
    if (!is_whole(found, all) || known || is_of_another(affix, instrument, others)) continue;
    const std::string& name = squeezed[column].text;
    if (bare || name.size() - affix.first.size() - affix.second.size() >= long_name)
      out.push_back({{affix, {}, {{first, column}}}, found.before, found.behind});
  }
  add_beside(squeezed, instrument, out);
  return in_order(std::move(out));
}

std::optional<std::uint32_t> usual_column(const std::vector<std::string>& headings,
                                          const std::vector<std::string>& names, const Affix& affix) {
  std::vector<std::string> wanted;
  for (const std::string& name : names)
    wanted.push_back(affix.first + squeezed_heading(name) + affix.second);
  std::optional<std::uint32_t> out;
  for (std::uint32_t c = 0; c < headings.size(); ++c) {
    const bool named = std::find(wanted.begin(), wanted.end(), squeezed_heading(headings[c])) != wanted.end();
    if (!named) continue;
    if (out) return std::nullopt;
    out = c;
  }
  return out;
}

} // namespace joinedup
