#include "pipeline/partial/compare_shared.hpp"

#include "base/text.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace joinedup {

namespace {

/// Where a survey keeps what it was asked for.
constexpr std::array<std::string_view, 7> own_columns{"--map",  "--area",     "--weight", "--strata",
                                                      "--wave", "--age-band", "--sex"};

bool is_own(const std::string& option) { return std::ranges::find(own_columns, option) != own_columns.end(); }

/// Names of what differs.
std::set<std::string> differences(const SharedPartial& a, const SharedPartial& b) {
  std::set<std::string> out;
  for (const auto& [ours, theirs] : {std::pair(&a, &b), std::pair(&b, &a)})
    for (const auto& [name, values] : ours->options) {
      const auto other = theirs->options.find(name);
      if (!is_own(name) && (other == theirs->options.end() || other->second != values)) out.insert(name);
    }
  std::set<std::string> maps;
  for (const SharedPartial* one : {&a, &b})
    if (const auto map = one->options.find("--map"); map != one->options.end())
      maps.insert(map->second.begin(), map->second.end());
  const auto of_a = a.tape.hashes(), of_b = b.tape.hashes();
  std::vector<std::pair<std::string, std::string>> differ;
  std::ranges::set_symmetric_difference(of_a, of_b, std::back_inserter(differ));
  for (const auto& [name, hash] : differ)
    if (!maps.contains(name)) out.insert(name);
  if (a.weights != b.weights) out.insert("weights");
  if (a.strata != b.strata) out.insert("strata");
  if (a.index_indicators != b.index_indicators || a.companions != b.companions) out.insert("measures");
  return out;
}

/// Sums of a hundred people are hardly alike by chance.
std::string shared_area(const SharedPartial& a, const SharedPartial& b) {
  for (const SharedCell& ours : a.cells)
    for (const SharedCell& theirs : b.cells)
      if (ours.area == theirs.area && ours.stratum == theirs.stratum && ours.figures == theirs.figures)
        return ours.area;
  return {};
}

} // namespace

Diagnostics compare_shared(const std::vector<SharedPartial>& partials) {
  Diagnostics out;
  for (const SharedPartial& one : partials) {
    const Position where{file_name(one.path), 0, 0, ""};
    const SharedPartial& first = partials.front();
    if (one.version != version) {
      out.error("J170", where, fmt::format("made by version {}, and this is {}", one.version, version),
                "make all shared partials with the version that merges them");
    } else if (const auto differ = differences(first, one); first.version == version && !differ.empty()) {
      out.error("J170", where,
                fmt::format("made otherwise than {}, with another {}", file_name(first.path),
                            join({differ.begin(), differ.end()}, ", ")),
                "those who share agree on one index and one study, and name columns and maps of their own");
    }
    for (const SharedPartial* earlier = partials.data(); earlier != &one; ++earlier)
      if (const std::string area = shared_area(*earlier, one); !area.empty()) {
        out.error("J172", where,
                  fmt::format("holds the same sums of area {} as {}, so everybody would count twice", area,
                              file_name(earlier->path)),
                  "name each survey's partial once");
        break;
      }
  }
  return out;
}

} // namespace joinedup
