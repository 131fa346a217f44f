// flags: what is remarkable in a record, as texts joined by `;`. Conditions: missing_items (some item lacks), too_few
// (fewer answers than the missing rule needs), prorated (enough for the rule, not all), all_same (two or more answers,
// all alike), all_max, all_min; and the marks of a gate: gate_missing, partial, contradiction, differs.
#include "scoring/operations/builders.hpp"

#include "base/edit_distance.hpp"
#include "scoring/operations/gate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace joinedup {

namespace {

enum class Condition : std::uint8_t { missing_items, too_few, prorated, all_same, all_max, all_min, mark };

struct Flag {
  std::string text;
  Condition condition = Condition::missing_items;
  std::size_t column = 0; ///< mark: of which derived item
  std::uint8_t bit = 0;   ///< mark
};

constexpr std::size_t most_flags = 8;

class Flags : public Operation {
public:
  Flags(std::vector<Flag> flags, std::size_t set, std::size_t items, const MissingPolicy& rule)
      : flags_(std::move(flags)), set_(set), items_(items), minimum_(rule.minimum(items)) {
    spread_ = std::any_of(flags_.begin(), flags_.end(), [](const Flag& f) {
      return f.condition == Condition::all_same || f.condition == Condition::all_max ||
             f.condition == Condition::all_min;
    });
  }

  void run(Run& run, PlanColumn& column) const override {
    const Tally& sums = run.tally_of(set_);
    for (std::size_t r = 0; r < run.records(); ++r) {
      const Spread spread = spread_ && sums.answered[r] > 0 ? spread_of(run, r) : Spread{};
      unsigned bits = 0;
      for (std::size_t f = 0; f < flags_.size(); ++f)
        bits |= holds(flags_[f], run, r, sums.answered[r], spread) ? 1U << f : 0U;
      set(column, r, bits);
    }
  }

private:
  struct Spread {
    double low = no_value, high = no_value;
    bool all_lowest = true, all_highest = true;
  };

  Spread spread_of(const Run& run, std::size_t r) const {
    Spread out;
    for (const Input& input : run.inputs(set_)) {
      const double value = input.derived ? run.column(input.column).scores.value[r]
                                         : input.table.value(run.answers().items[input.column][r]);
      if (std::isnan(value)) continue;
      out.low = std::fmin(out.low, value);
      out.high = std::fmax(out.high, value);
      out.all_lowest = out.all_lowest && !input.derived && value == input.lowest();
      out.all_highest = out.all_highest && !input.derived && value == input.highest();
    }
    return out;
  }

  bool holds(const Flag& flag, const Run& run, std::size_t r, std::size_t answered, const Spread& spread) const {
    switch (flag.condition) {
    case Condition::missing_items:
      return answered < items_;
    case Condition::too_few:
      return answered < minimum_;
    case Condition::prorated:
      return answered >= minimum_ && answered < items_;
    case Condition::all_same:
      return answered > 1 && spread.low == spread.high;
    case Condition::all_max:
      return answered > 1 && spread.all_highest;
    case Condition::all_min:
      return answered > 1 && spread.all_lowest;
    case Condition::mark:
      return !run.column(flag.column).marks.empty() && (run.column(flag.column).marks[r] & flag.bit) != 0;
    }
    return false;
  }

  std::vector<Flag> flags_;
  std::size_t set_, items_, minimum_;
  bool spread_ = false;
};

const std::map<std::string, Condition>& conditions() {
  static const std::map<std::string, Condition> all = {
      {"missing_items", Condition::missing_items}, {"too_few", Condition::too_few}, {"prorated", Condition::prorated},
      {"all_same", Condition::all_same},           {"all_max", Condition::all_max}, {"all_min", Condition::all_min}};
  return all;
}

const std::map<std::string, std::uint8_t>& marks() {
  static const std::map<std::string, std::uint8_t> all = {{"gate_missing", gate_mark::gate_missing},
                                                          {"partial", gate_mark::partial},
                                                          {"contradiction", gate_mark::contradiction},
                                                          {"differs", gate_mark::differs}};
  return all;
}

std::vector<std::string> condition_names() {
  std::vector<std::string> out;
  for (const auto& [name, condition] : conditions())
    out.push_back(name);
  for (const auto& [name, bit] : marks())
    out.push_back(name);
  return out;
}

/// A flag may be raised only `with` a choice's value: CHOICE=VALUE.
bool in_force(const Chain& chain, const std::string& with) {
  const std::size_t equals = with.find('=');
  if (with.empty() || equals == std::string::npos) return true;
  const auto chosen = chain.choices.find(with.substr(0, equals));
  return chosen != chain.choices.end() && chosen->second == with.substr(equals + 1);
}

std::optional<Flag> read_flag(Chain& chain, const Parameters& parameters, const ParameterMap& members) {
  Flag out;
  const std::string when = text_member(members, "when");
  out.text = text_member(members, "flag");
  if (out.text.empty()) out.text = when;
  if (const auto plain = conditions().find(when); plain != conditions().end()) {
    out.condition = plain->second;
    return out;
  }
  const auto mark = marks().find(when);
  if (mark == marks().end()) {
    parameters.fault("J514", "flags", fmt::format("\"when\" is \"{}\", expected a condition", when),
                     suggestion(when, condition_names()));
    return std::nullopt;
  }
  const std::string item = text_member(members, "item");
  const auto column = std::find(chain.columns.begin(), chain.columns.end(), item);
  if (column == chain.columns.end()) {
    parameters.fault("J514", "flags", fmt::format("\"item\" is \"{}\", expected a derived item with a gate", item));
    return std::nullopt;
  }
  out.condition = Condition::mark;
  out.bit = mark->second;
  out.column = static_cast<std::size_t>(column - chain.columns.begin());
  chain.uses.push_back(out.column);
  return out;
}

/// Text of every combination of flags, by its number.
std::vector<std::string> combinations(const std::vector<Flag>& flags) {
  std::vector<std::string> out;
  for (unsigned bits = 0; bits < 1U << flags.size(); ++bits) {
    std::string text;
    for (std::size_t f = 0; f < flags.size(); ++f) {
      if ((bits & 1U << f) == 0) continue;
      if (!text.empty()) text += ';';
      text += flags[f].text;
    }
    out.push_back(std::move(text));
  }
  return out;
}

} // namespace

std::unique_ptr<Operation> build_flags(Chain& chain, const Parameters& parameters) {
  std::vector<Flag> flags;
  if (!parameters.has("flags")) parameters.lacks("flags", "a list of objects with \"when\"");
  for (const ParameterMap& members : parameters.objects("flags")) {
    auto flag = read_flag(chain, parameters, members);
    if (flag && in_force(chain, text_member(members, "with"))) flags.push_back(std::move(*flag));
  }
  if (flags.size() > most_flags) {
    parameters.fault("J513", "flags", fmt::format("has {} flags, expected {} at most", flags.size(), most_flags));
    return nullptr;
  }
  chain.column.texts = combinations(flags);
  chain.column.is_text = true;
  return std::make_unique<Flags>(std::move(flags), chain.input_set(), chain.inputs.size(), chain.rule);
}

} // namespace joinedup
