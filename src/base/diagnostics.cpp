#include <joinedup/diagnostics.hpp>

namespace joinedup {

void Diagnostics::add(Diagnostic diagnostic) {
  const std::uint64_t seen = ++counts_[diagnostic.code];
  ++severities_[diagnostic.severity];
  if (seen <= kept_per_code) kept_.push_back(std::move(diagnostic));
}

void Diagnostics::note(std::string code, Position where, std::string message, std::string hint) {
  add({Severity::note, std::move(code), std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::warning(std::string code, Position where, std::string message, std::string hint) {
  add({Severity::warning, std::move(code), std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::error(std::string code, Position where, std::string message, std::string hint) {
  add({Severity::error, std::move(code), std::move(where), std::move(message), std::move(hint)});
}

void Diagnostics::merge(const Diagnostics& later) {
  std::map<std::string, std::uint64_t, std::less<>> room;
  for (const auto& [code, seen] : counts_)
    room[code] = seen;
  for (const Diagnostic& d : later.kept_) {
    if (++room[d.code] <= kept_per_code) kept_.push_back(d);
  }
  for (const auto& [code, seen] : later.counts_)
    counts_[code] += seen;
  for (const auto& [severity, seen] : later.severities_)
    severities_[severity] += seen;
}

std::uint64_t Diagnostics::count(std::string_view code) const {
  const auto found = counts_.find(code);
  return found == counts_.end() ? 0 : found->second;
}

std::uint64_t Diagnostics::count(Severity severity) const {
  const auto found = severities_.find(severity);
  return found == severities_.end() ? 0 : found->second;
}

namespace {

int exit_code_of(std::string_view code) {
  switch (code.size() > 1 ? code[1] : '?') {
  case '1':
    return 2;
  case '2':
  case '4':
  case '6':
    return 1;
  case '3':
    return 3;
  case '5':
    return 4;
  default:
    return 70;
  }
}

} // namespace

int exit_code(const Diagnostics& diagnostics, bool strict) {
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.severity == Severity::error) return exit_code_of(d.code);
  }
  return strict && diagnostics.count(Severity::warning) > 0 ? 1 : 0;
}

} // namespace joinedup
