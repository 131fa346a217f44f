#include "scoring/missing.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

constexpr std::string_view strict_suffix = "_strict";

std::string default_name(const MissingRule& rule) {
  if (!rule.numbers) return rule.name;
  return rule.name.substr(0, rule.name.size() - 1) + std::to_string(rule.default_number);
}

MissingPolicy as_policy(const MissingRule& rule, std::string_view name) {
  MissingPolicy out;
  out.name = name;
  out.share = rule.minimum_share;
  if (rule.may_lack) out.may_lack = static_cast<std::size_t>(*rule.may_lack);
  if (!rule.lookup.empty()) out.lookup = rule.lookup;
  out.confidence = rule.confidence;
  return out;
}

/// N of a name like min7 under the pattern minN.
std::optional<std::size_t> number_in(const MissingRule& rule, std::string_view name) {
  const std::string_view stem = std::string_view(rule.name).substr(0, rule.name.size() - 1);
  if (name.substr(0, stem.size()) != stem) return std::nullopt;
  const auto number = parse_whole(name.substr(stem.size()));
  if (!number || *number < static_cast<std::uint64_t>(rule.numbers->first) ||
      *number > static_cast<std::uint64_t>(rule.numbers->second))
    return std::nullopt;
  return static_cast<std::size_t>(*number);
}

std::optional<MissingPolicy> exact(const Instrument& instrument, std::string_view name) {
  for (const MissingRule& rule : instrument.missing_rules) {
    if (!rule.numbers && rule.name == name) return as_policy(rule, name);
    if (!rule.numbers) continue;
    if (const auto number = number_in(rule, name)) {
      MissingPolicy out = as_policy(rule, name);
      out.answers = number;
      return out;
    }
  }
  return std::nullopt;
}

} // namespace

std::size_t MissingPolicy::minimum(std::size_t items) const {
  if (answers) return std::min(*answers, items);
  if (share) return static_cast<std::size_t>(std::ceil(*share * static_cast<double>(items) - 1e-9));
  return items - std::min(may_lack, items);
}

std::optional<MissingPolicy> missing_policy(const Instrument& instrument, std::string_view name) {
  if (instrument.missing_rules.empty()) return name.empty() ? std::optional(MissingPolicy{}) : std::nullopt;
  const std::string first = default_name(instrument.missing_rules.front());
  if (name.empty()) name = first;
  if (auto found = exact(instrument, name)) return found;
  if (name.size() <= strict_suffix.size() || name.substr(name.size() - strict_suffix.size()) != strict_suffix)
    return std::nullopt;
  auto found = exact(instrument, name.substr(0, name.size() - strict_suffix.size()));
  if (found) {
    found->name = name;
    found->strict_invalid = true;
  }
  return found;
}

std::vector<std::string> missing_rule_names(const Instrument& instrument) {
  std::vector<std::string> out;
  for (const MissingRule& rule : instrument.missing_rules)
    out.push_back(default_name(rule));
  return out;
}

} // namespace joinedup
