#include "pipeline/area_columns.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "pipeline/look/heading_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

std::string form_of(std::string_view code) {
  std::string out;
  for (const char c : code) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    out += letter ? 'A' : c >= '0' && c <= '9' ? '9' : c;
  }
  return out;
}

AreaCodes codes_in(std::uint32_t number, const ColumnProfile& column, const KnownAreas& known) {
  AreaCodes out;
  out.column = number;
  out.codes = column.texts.size();
  std::vector<std::uint64_t> cells(known.geographies().size());
  for (const auto& [text, n] : column.texts) {
    if (known.is_whole(text)) {
      --out.codes;
      out.whole += n;
      continue;
    }
    const std::uint32_t bits = known.known(text);
    for (std::size_t g = 0; g < cells.size(); ++g)
      cells[g] += ((bits >> g) & 1U) != 0 ? n : 0;
    if (bits != 0) {
      ++out.known_codes;
      out.known_texts.insert(text);
      out.known += n;
      continue;
    }
    out.unknown += n;
    if (known.has_known_form(text) || !known.near(text).empty()) out.unknown_codes[text] += n;
  }
  const std::uint64_t most = cells.empty() ? 0 : *std::max_element(cells.begin(), cells.end());
  for (std::size_t g = 0; g < cells.size(); ++g)
    if (most > 0 && cells[g] == most) out.geographies.push_back(known.geographies()[g]);
  return out;
}

} // namespace

KnownAreas::KnownAreas(const Library& library) {
  for (const std::string& id : library.geography_ids()) {
    const Outcome<Geography> geography = library.geography(id);
    if (!geography || ids_.size() == 32) continue;
    const std::uint32_t bit = 1U << ids_.size();
    ids_.push_back(id);
    wholes_.insert(wholes_.end(), {geography->total_code, geography->total_name});
    for (const Area& area : geography->areas) {
      bits_[area.code] |= bit;
      for (const std::string& code : area.codes)
        bits_[code] |= bit;
    }
  }
  for (const auto& [code, bits] : bits_) {
    codes_.push_back(code);
    forms_.insert(form_of(code));
  }
}

bool KnownAreas::is_whole(std::string_view text) const {
  return std::any_of(wholes_.begin(), wholes_.end(),
                     [&](const std::string& whole) { return equal_ignoring_case(trim(text), whole); });
}

std::uint32_t KnownAreas::known(std::string_view code) const {
  const auto found = bits_.find(trim(code));
  return found == bits_.end() ? 0 : found->second;
}

bool KnownAreas::has_known_form(std::string_view code) const { return forms_.contains(form_of(trim(code))); }

std::string KnownAreas::near(std::string_view code) const {
  constexpr std::size_t long_enough = 6; // any short code is a slip away from some other
  if (code.size() < long_enough) return {};
  const std::string found = nearest(code, codes_);
  return !found.empty() && edit_distance(code, found) == 1 ? found : "";
}

bool KnownAreas::names_one(std::string_view heading) const {
  const std::vector<std::string> words = words_of(heading);
  return std::any_of(ids_.begin(), ids_.end(), [&](const std::string& id) {
    const std::vector<std::string> of_id = words_of(id);
    return !of_id.empty() && std::find(words.begin(), words.end(), of_id.front()) != words.end();
  });
}

std::vector<AreaCodes> area_columns(const std::vector<std::string>& headings, std::span<const ColumnProfile> columns,
                                    const KnownAreas& known) {
  std::vector<AreaCodes> sure, named;
  for (std::uint32_t c = 0; c < columns.size(); ++c) {
    if (columns[c].many || columns[c].texts.empty()) continue;
    AreaCodes area = codes_in(c, columns[c], known);
    if (area.known > 0 && area.known >= area.unknown)
      sure.push_back(std::move(area));
    else if (known.names_one(headings[c]))
      named.push_back(std::move(area));
  }
  std::stable_sort(sure.begin(), sure.end(), [](const AreaCodes& a, const AreaCodes& b) { return a.known > b.known; });
  return sure.empty() ? named : sure;
}

std::string area_words(const AreaCodes& area, const std::string& heading, const KnownAreas& known) {
  const std::string codes = fmt::format("{} {}", area.codes, area.codes == 1 ? "code" : "codes");
  if (area.geographies.empty())
    return fmt::format("{}  {}, none in {}", heading, codes, join(known.geographies(), " or "));
  const auto records = [](std::uint64_t n) {
    return n == 1 ? std::string("1 record") : with_thousands(n) + " records";
  };
  const std::string whole = area.whole == 0 ? "" : fmt::format("; {} of all areas together", records(area.whole));
  std::string out = fmt::format("{}  {} of {}{}", heading, codes, join(area.geographies, " or "), whole);
  if (area.unknown == 0) return out;
  out = fmt::format("{}  {}, {} of {}{}; {} with others", heading, codes, area.known_codes,
                    join(area.geographies, " or "), whole, records(area.unknown));
  std::vector<std::string> shown;
  constexpr std::size_t few = 5;
  for (const auto& [code, n] : area.unknown_codes) {
    if (shown.size() == few) break;
    const std::string near = known.near(code);
    shown.push_back(fmt::format("{} ({}{})", code, with_thousands(n), near.empty() ? "" : ", near " + near));
  }
  return shown.empty() ? out : out + ": " + join(shown, ", ");
}

} // namespace joinedup
