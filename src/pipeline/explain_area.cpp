#include "pipeline/explain_area.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "definitions/json_source.hpp"
#include "model/results_form.hpp"

#include <joinedup/results.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace joinedup {

namespace {

using MaybeNumber = std::optional<double>;

const Json& member(const Json& object, const char* name) {
  static const Json none;
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found == object.end() ? none : *found;
}

MaybeNumber number(const Json& object, const char* name) {
  const Json& value = member(object, name);
  return value.is_number() ? MaybeNumber(value.get<double>()) : std::nullopt;
}

std::string text(const Json& object, const char* name) {
  const Json& value = member(object, name);
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string shown(const MaybeNumber& value, int decimals = 3) { return value ? fixed(*value, decimals) : "not given"; }

const Json& named(const Json& list, const char* key, const std::string& name) {
  static const Json none;
  for (const Json& one : list)
    if (text(one, key) == name) return one;
  return none;
}

class AreaStory {
public:
  AreaStory(const Json& results, const Json& row)
      : results_(results), row_(row), target_(member(results, "target")),
        methods_(text(member(results, "index"), "aggregate")) {}

  ExplainLines run() {
    head();
    if (number(row_, "value")) {
      for (const Json& info : member(results_, "indicators"))
        if (!text(info, "domain").empty()) indicator(info);
      domains();
      contributions();
      error();
      comparison();
      rank();
      reliability();
    }
    for (const Json& info : member(results_, "indicators"))
      if (text(info, "domain").empty()) companion(info);
    return std::move(out_);
  }

private:
  void add(unsigned depth, std::string name, std::string said) {
    out_.push_back({depth, std::move(name), std::move(said)});
  }

  void head() {
    const std::string name = text(row_, "area_name"), code = text(row_, "area_code");
    add(0, "area", name == code ? code : fmt::format("{} {}", code, name));
    const MaybeNumber value = number(row_, "value");
    const std::string title = text(member(results_, "index"), "title");
    const std::string status = text(row_, "status");
    if (value) {
      add(0, "index",
          fmt::format("= {} ({}), {}, from {} respondents", fixed(*value, 3), status, title,
                      shown(number(row_, "n"), 0)));
    } else {
      const std::string reason = text(row_, "reason");
      add(0, "index", fmt::format("not given ({}): {}", status, reason.empty() ? title : reason));
    }
  }

  /// 100 x (value - low) / (high - low), or from the other end.
  static MaybeNumber points(const Json& info, const MaybeNumber& value) {
    const MaybeNumber low = number(info, "low"), high = number(info, "high");
    if (!value || !low || !high || *low == *high) return std::nullopt;
    const bool low_is_good = text(info, "direction") == "lower";
    return 100 * (low_is_good ? *high - *value : *value - *low) / (*high - *low);
  }

  std::string why_hidden(const Json& measure) const {
    const std::string reason = text(measure, "reason");
    return fmt::format("not given ({}){}", text(measure, "status"), reason.empty() ? "" : ": " + reason);
  }

  void indicator(const Json& info) {
    const std::string id = text(info, "indicator");
    const Json& mine = named(member(row_, "indicators"), "indicator", id);
    const MaybeNumber value = number(mine, "value");
    add(0, id, text(info, "label"));
    if (!value) {
      add(1, "mean", why_hidden(mine));
      return;
    }
    add(1, "mean",
        fmt::format("{} of {} respondents, sum of w y / sum of w ({})", fixed(*value, 4), shown(number(mine, "n"), 0),
                    text(info, "score")));
    add(1, "error",
        fmt::format("SE {}, 95 % {} to {} ({})", shown(number(mine, "se"), 4), shown(number(mine, "lowercl")),
                    shown(number(mine, "uppercl")), text(info, "method")));
    points_line(info, mine, value);
    const Json& all = named(member(member(results_, "total"), "indicators"), "indicator", id);
    const MaybeNumber whole =
        text(info, "normalised").empty() ? points(info, number(all, "value")) : number(all, "points");
    add(1, "the whole", fmt::format("{} points", shown(whole)));
    add(1, "weight",
        fmt::format("{} % of the index, in {}", fixed(100 * number(info, "weight").value_or(0), 2),
                    text(info, "domain")));
    add(1, "source", text(info, "source"));
  }

  void points_line(const Json& info, const Json& mine, const MaybeNumber& value) {
    if (const std::string how = text(info, "normalised"); !how.empty()) {
      add(1, "points", fmt::format("{} ({})", shown(number(mine, "points")), how));
      return;
    }
    const bool low_is_good = text(info, "direction") == "lower";
    const std::string low = shortest(number(info, "low").value_or(0)),
                      high = shortest(number(info, "high").value_or(0));
    add(1, "points",
        low_is_good ? fmt::format("100 x ({} - {}) / ({} - {}) = {}", high, fixed(*value, 4), high, low,
                                  shown(points(info, value)))
                    : fmt::format("100 x ({} - {}) / ({} - {}) = {}", fixed(*value, 4), low, high, low,
                                  shown(points(info, value))));
  }

  void domains() {
    const Json& values = member(row_, "domains");
    std::string sum;
    for (const auto& [id, weight] : member(results_, "domain_weights").items()) {
      const MaybeNumber value = number(values, id.c_str());
      if (!weight.is_number()) continue;
      sum += fmt::format("{}{} x {} {}",
                         sum.empty()        ? ""
                         : methods_.empty() ? " + "
                                            : ", ",
                         fixed(weight.get<double>(), 4), id, shown(value));
    }
    if (!methods_.empty()) {
      add(0, "domains", fmt::format("{} make {} by {}", sum, shown(number(row_, "value")), methods_));
      return;
    }
    add(0, "domains", fmt::format("{} = {}", sum, shown(number(row_, "value"))));
    add(1, "how",
        "a domain is the weighted mean of its points, the index that of its domains; a measure that lacks is "
        "left out as a deviation from the whole (methods: goalposts, given_weights, arithmetic, coverage)");
    if (const MaybeNumber other = number(row_, "geometric"))
      add(1, "beside it", fmt::format("geometric mean {}", shown(other)));
  }

  void contributions() {
    const Json& parts = member(row_, "contributions");
    if (parts.empty()) return;
    const MaybeNumber whole = number(member(results_, "total"), "value");
    double sum = 0;
    add(0, "gap",
        fmt::format("to {} of the whole: {}", shown(whole),
                    methods_.empty() ? "weight x (points here - points of the whole)"
                                     : "weight x difference, on the scale of each mean, turned into points"));
    for (const Json& part : parts) {
      const std::string id = text(part, "indicator");
      const double points = number(part, "points").value_or(0);
      sum += points;
      add(1, id.empty() ? "measures missing here" : id, fmt::format("{:+.3f}", points));
    }
    add(1, "sum", fmt::format("{:+.3f}", sum));
  }

  /// With the quantile that they were made with: normal, or t by the design's degrees of freedom.
  void limits(const char* name, const char* low, const char* high) {
    const MaybeNumber value = number(row_, "value"), se = number(row_, "se"), upper = number(row_, high);
    if (!value || !se || !upper) return;
    const std::string reach = *se > 0 ? fmt::format("{:.3f}", (*upper - *value) / *se) : "0";
    add(1, name, fmt::format("{} +/- {} x SE = {} to {}", shown(value), reach, shown(number(row_, low)), shown(upper)));
  }

  void error() {
    add(0, "error", fmt::format("SE {} (run.json says how: uncertainty)", shown(number(row_, "se"))));
    limits("95 %", "lowercl", "uppercl");
    limits("99.8 %", "lower99_8cl", "upper99_8cl");
  }

  void comparison() {
    const MaybeNumber z = number(row_, "z"), difference = number(row_, "difference");
    add(0, "target", fmt::format("{} {}", text(target_, "name"), shown(number(target_, "value"))));
    if (!difference) {
      add(1, "difference",
          text(row_, "band_sampling").empty() ? "this area is not compared"
                                              : "not given: a hidden area in the target could be solved for");
      return;
    }
    const double plain = number(row_, "value").value_or(0) - number(target_, "value").value_or(0);
    const bool without_it = std::fabs(plain - *difference) > 1e-3; // the target is published to four decimals
    add(1, "difference",
        fmt::format("{:+.3f}{}", *difference,
                    without_it ? ", from the target without this area, which holds more than a tenth of it" : ""));
    if (!z) return;
    add(1, "z",
        fmt::format("difference / SE = {}, p {}, {}: different from the target?", fixed(*z, 3),
                    chance(number(row_, "p")), band("band_sampling")));
    if (!text(row_, "fdr").empty())
      add(1, "false discovery",
          fmt::format("{} after {}", text(row_, "fdr") == "yes" ? "stands out" : "does not stand out",
                      setting("multiple testing")));
    add(1, "z_od",
        fmt::format("difference / SE with the usual spread in it (tau2 {}, phi {}; {}) = {}, {}: outside the usual "
                    "spread of areas?",
                    shown(number(target_, "tau2"), 4), shown(number(target_, "phi"), 4), setting("overdispersion"),
                    shown(number(row_, "z_od")), band("band")));
  }

  std::string setting(const char* name) const {
    return text(named(member(results_, "settings"), "name", name), "value");
  }

  std::string band(const char* name) const {
    const std::string word = text(row_, name);
    if (word.empty()) return "no band";
    const bool neutral = member(results_, "crude_outcomes") == Json(true);
    for (int band = static_cast<int>(Band::much_worse); band <= static_cast<int>(Band::much_better); ++band)
      if (words(static_cast<Band>(band)) == word) return std::string(words(static_cast<Band>(band), neutral));
    return word;
  }

  static std::string chance(const MaybeNumber& p) {
    constexpr double least = 1e-4;
    return p && *p < least ? "below 0.0001" : shown(p, 4);
  }

  void rank() {
    const MaybeNumber rank = number(row_, "rank"), low = number(row_, "rank_low"), high = number(row_, "rank_high");
    if (!rank) {
      add(0, "rank", fmt::format("none ({})", text(row_, "status")));
      return;
    }
    add(0, "rank",
        fmt::format("{}{}, with 95 % confidence between {} and {}", fixed(*rank, 0),
                    member(row_, "rank_tied") == Json(true) ? " =" : "", shown(low, 0), shown(high, 0)));
    add(1, "how", "1 + areas that are surely higher, to all - areas that are surely lower (methods: rank_interval)");
  }

  void reliability() {
    const MaybeNumber value = number(row_, "reliability");
    if (!value) return;
    add(0, "reliability",
        fmt::format("tau2 / (tau2 + SE2) = {}, tau2 {} ({})", shown(value),
                    shown(number(target_, "tau2_reliability"), 4), setting("shrinkage")));
    add(1, "shrunk", shown(number(row_, "shrunk")));
  }

  void companion(const Json& info) {
    const std::string id = text(info, "indicator");
    const Json& mine = named(member(row_, "indicators"), "indicator", id);
    const MaybeNumber value = number(mine, "value");
    if (mine.is_null()) return;
    add(0, id, fmt::format("{}, beside the index", text(info, "label")));
    add(1, "mean",
        value ? fmt::format("{} of {} respondents, 95 % {} to {}", fixed(*value, 4), shown(number(mine, "n"), 0),
                            shown(number(mine, "lowercl")), shown(number(mine, "uppercl")))
              : why_hidden(mine));
  }

  const Json& results_;
  const Json& row_;
  const Json& target_;
  const std::string methods_; ///< how domains and index are made; empty = by weighted means
  ExplainLines out_;
};

} // namespace

namespace {

/// A near code or name, else codes of the areas whose names hold the text, else the first few.
std::string near_areas(const std::string& wanted, const std::vector<std::string>& codes,
                       const std::vector<std::string>& names) {
  const std::string near_code = nearest(wanted, codes), near_name = nearest(wanted, names);
  if (!near_code.empty()) return fmt::format("did you mean {}?", near_code);
  if (!near_name.empty()) return fmt::format("did you mean {}?", near_name);
  constexpr std::size_t few = 5;
  std::vector<std::string> like;
  for (std::size_t k = 0; k < codes.size() && wanted.size() > 2; ++k)
    if (lower(names[k]).find(lower(wanted)) != std::string::npos) like.push_back(codes[k] + " " + names[k]);
  if (!like.empty())
    return "did you mean " +
           join({like.begin(), like.begin() + static_cast<std::ptrdiff_t>(std::min(few, like.size()))}, " or ") + "?";
  constexpr std::size_t most = 12;
  const auto shown = static_cast<std::ptrdiff_t>(std::min(most, codes.size()));
  return fmt::format("one of {}{}", join({codes.begin(), codes.begin() + shown}, ", "),
                     codes.size() > most ? " ..." : "");
}

} // namespace

Outcome<ExplainLines> explain_area(std::string_view json, const std::string& file, const std::string& area) {
  Outcome<JsonSource> source = parse_json(json, file);
  if (!source) return Outcome<ExplainLines>::failure(std::move(source.diagnostics));
  Diagnostics diagnostics = std::move(source.diagnostics);
  const Json& results = source->root();
  if (const Json& format = member(results, "format"); !format.is_null() && format != results_format) {
    diagnostics.error("J590", {file, 0, 0, ""}, "these results have another form than this release reads",
                      "make them again: joinedup benchmark with the settings in run.json");
    return Outcome<ExplainLines>::failure(std::move(diagnostics));
  }
  std::vector<std::string> codes, names;
  for (const char* list : {"areas", "regions"}) {
    for (const Json& row : member(results, list)) {
      codes.push_back(text(row, "area_code"));
      names.push_back(text(row, "area_name"));
      if (codes.back() == area || names.back() == area) return {AreaStory(results, row).run(), std::move(diagnostics)};
    }
  }
  if (codes.empty())
    diagnostics.error("J154", {file, 0, 0, ""}, "this holds no results of a benchmark",
                      "name the folder that joinedup benchmark wrote with -o");
  else
    diagnostics.error("J154", {file, 0, 0, ""}, fmt::format("no area \"{}\" in these results", area),
                      near_areas(area, codes, names));
  return Outcome<ExplainLines>::failure(std::move(diagnostics));
}

} // namespace joinedup
