// The table of scoring operations: what a step may name, with its parameters. A new one is a line here and a file in
// operations/.
#pragma once

#include "scoring/operation.hpp"
#include "scoring/parameters.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// A chain under construction: what a builder may read and what it may change.
struct Chain {
  const Instrument& instrument;
  const ChosenValues& choices;         ///< choice id -> value in force
  const MissingPolicy& rule;           ///< the one chosen, even where this score needs all items
  MissingPolicy missing;               ///< the one that this score follows
  const ValueSet* value_set = nullptr; ///< for value_set steps, with `values` of all states
  const std::vector<double>* values = nullptr;
  const LookupTable* user_table = nullptr;
  std::span<const std::string> columns; ///< ids of derived items and scores above; empty ids cannot be named
  std::vector<Input> inputs;            ///< the items, after reverse and recode steps
  std::vector<std::string> input_ids;
  std::vector<std::vector<Input>>& input_sets;
  std::vector<std::size_t>& uses; ///< columns that must be made first
  ScoreColumn& column;            ///< texts, range and decimals may be set
  Diagnostics& diagnostics;

  /// Number of the set of inputs as they are now, shared with equal ones.
  std::size_t input_set();
  /// A set of one input by id, or of several; a fault where an id is not among the items. Items only if `items_only`.
  std::vector<Input> pick(const Parameters& parameters, const std::string& name, bool items_only);
  std::size_t add_set(std::vector<Input> inputs);
  /// Number of the derived item or score that parameter `name` names; a fault where there is none above.
  std::optional<std::size_t> column_named(const Parameters& parameters, const std::string& name);
};

using Build = std::unique_ptr<Operation> (*)(Chain& chain, const Parameters& parameters);

enum class StepKind : std::uint8_t { items, source, transform }; ///< changes inputs; first step; later step

struct OperationInfo {
  std::string_view name;
  StepKind kind;
  std::string_view summary;
  std::vector<std::string> parameters;
  Build build; ///< nullptr result: a step on items, or a fault in the diagnostics
};

std::span<const OperationInfo> operations();
const OperationInfo* find_operation(std::string_view name);

} // namespace joinedup
