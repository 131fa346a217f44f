#include "exports/fault_list.hpp"

#include <algorithm>
#include <tuple>

namespace joinedup {

namespace {

struct KindInfo {
  std::string_view code;
  Severity severity;
};

constexpr std::array<KindInfo, fault_kinds> kinds = {{{"J203", Severity::error},
                                                      {"J204", Severity::error},
                                                      {"J205", Severity::error},
                                                      {"J206", Severity::error},
                                                      {"J207", Severity::error},
                                                      {"J208", Severity::warning},
                                                      {"J209", Severity::warning},
                                                      {"J211", Severity::warning},
                                                      {"J213", Severity::error},
                                                      {"J214", Severity::error},
                                                      {"J215", Severity::warning},
                                                      {"J218", Severity::warning},
                                                      {"J216", Severity::note},
                                                      {"J240", Severity::warning},
                                                      {"J244", Severity::warning},
                                                      {"J245", Severity::warning},
                                                      {"J247", Severity::note},
                                                      {"J249", Severity::warning}}};

std::size_t index_of(FaultKind kind) { return static_cast<std::size_t>(kind); }

} // namespace

std::string_view code_of(FaultKind kind) { return kinds.at(index_of(kind)).code; }
Severity severity_of(FaultKind kind) { return kinds.at(index_of(kind)).severity; }

void FaultList::begin(std::size_t columns) {
  if (any_ || columns != columns_) shown_.assign(columns * fault_kinds, 0);
  columns_ = columns;
  kept_.clear();
  seen_.fill(0);
  any_ = false;
}

bool FaultList::wanted(FaultKind kind, std::uint32_t column) {
  any_ = true;
  ++seen_.at(index_of(kind));
  const std::size_t known = std::min<std::size_t>(column, columns_ - 1);
  std::uint8_t& shown = shown_[known * fault_kinds + index_of(kind)];
  if (shown >= Diagnostics::kept_per_code) return false;
  ++shown;
  return true;
}

void FaultList::place(BlockTable& table, const std::string& file, const std::vector<std::string>& headings,
                      BlockReport& report) {
  if (!any_) return;
  const auto order = [](const CellFault& f) { return std::tuple(f.row, f.column, f.kind); };
  std::stable_sort(kept_.begin(), kept_.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  std::array<std::uint64_t, fault_kinds> placed{};
  for (CellFault& fault : kept_) {
    if (placed.at(index_of(fault.kind)) >= Diagnostics::kept_per_code) continue;
    ++placed.at(index_of(fault.kind));
    const std::string heading = fault.column < headings.size() ? headings[fault.column] : std::string();
    report.faults.push_back({severity_of(fault.kind),
                             std::string(code_of(fault.kind)),
                             {file, table.line_of(fault.at), fault.column + 1, heading},
                             std::move(fault.message),
                             std::move(fault.hint)});
  }
  for (std::size_t kind = 0; kind < fault_kinds; ++kind) {
    if (seen_.at(kind) == placed.at(kind)) continue;
    report.uncounted.emplace_back(Diagnostic{kinds.at(kind).severity, std::string(kinds.at(kind).code), {}, {}, {}},
                                  seen_.at(kind) - placed.at(kind));
  }
}

} // namespace joinedup
