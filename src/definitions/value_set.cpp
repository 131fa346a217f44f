#include "definitions/value_set.hpp"

#include "base/text.hpp"
#include "definitions/checks.hpp"
#include "definitions/fields.hpp"
#include "definitions/value_set_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

std::map<std::string, double> read_numbers_by_name(Fields& fields, const std::string& name) {
  std::map<std::string, double> out;
  if (const auto value = fields.find(name)) {
    for (const auto& [key, number] : value->members())
      out[key] = number.number().value_or(0);
  }
  return out;
}

class ValueSetReader {
public:
  explicit ValueSetReader(Fields& root) : root_(root) {}

  ValueSet read() {
    out_.where = root_.where();
    head();
    if (out_.model == "table")
      table();
    else if (out_.model == "crosswalk" || out_.model == "reverse_crosswalk")
      crosswalk();
    else if (out_.model == "by_respondent")
      by_respondent();
    else
      terms();
    return std::move(out_);
  }

private:
  void head() {
    root_.find("$schema"); // for editors
    out_.id = read_id(root_);
    out_.instrument = read_id(root_, "instrument");
    out_.country = root_.text("country");
    out_.method = root_.text("method");
    constexpr int first_year = 1900, last_year = 2100;
    out_.year = root_.integer_if("year", first_year, last_year).value_or(0);
    out_.citation = root_.text("citation");
    out_.link = root_.text_or("link", "");
    root_.need("confidence", "VERIFIED, LIKELY or DISPUTED");
    out_.confidence = root_.word_if("confidence", {"VERIFIED", "LIKELY", "DISPUTED"});
    out_.note = root_.text_or("note", "");
    root_.need("model", "additive, multiplicative, table, crosswalk, reverse_crosswalk or by_respondent");
    out_.model = root_.word_if(
        "model", {"additive", "multiplicative", "table", "crosswalk", "reverse_crosswalk", "by_respondent"});
    out_.decimals = root_.integer_if("decimals", 0, most_decimals).value_or(3);
    rounding();
  }

  void rounding() {
    const auto value = root_.find("publish_rounding");
    if (!value) return;
    for (const Value& element : value->list()) {
      const auto decimals = element.whole();
      if (decimals && *decimals >= 0 && *decimals <= most_decimals)
        out_.publish_rounding.push_back(static_cast<int>(*decimals));
      else if (decimals)
        element.error("J506",
                      fmt::format("\"{}\" is {}, expected 0 to {} decimals", element.name(), *decimals, most_decimals));
    }
  }

  void terms() {
    out_.start = root_.number_or("start", 1);
    if (const auto levels = root_.need("levels", "a list of numbers for each dimension"))
      out_.levels = read_matrix(*levels);
    out_.terms = read_numbers_by_name(root_, "terms");
    out_.power = root_.number_or("power", 1);
    out_.states = read_numbers_by_name(root_, "states");
    check_profiles("states", out_.states);
    for (Fields& fields : root_.objects_if("pairs"))
      out_.pairs.push_back(pair(fields));
  }

  /// {"dimensions": [1, 2], "levels": [3, 3], "value": -0.1}; without levels the product of (level - 1).
  LevelPair pair(Fields& fields) {
    LevelPair out;
    const auto dimensions = whole_pair(fields, "dimensions", true, out_.levels.size());
    const auto levels = whole_pair(fields, "levels", false, out_.levels.empty() ? 0 : out_.levels.front().size());
    out.first = static_cast<std::size_t>(std::max(1, dimensions.first) - 1);
    out.second = static_cast<std::size_t>(std::max(1, dimensions.second) - 1);
    out.first_level = levels.first;
    out.second_level = levels.second;
    out.value = fields.number("value");
    fields.done();
    return out;
  }

  static std::pair<int, int> whole_pair(Fields& fields, const std::string& name, bool required, std::size_t most) {
    const auto value = required ? fields.need(name, "two whole numbers") : fields.find(name);
    if (!value) return {};
    const std::vector<double> two = value->numbers();
    const auto good = [most](double x) { return x >= 1 && x <= static_cast<double>(most) && std::floor(x) == x; };
    if (two.size() == 2 && good(two[0]) && good(two[1])) return {static_cast<int>(two[0]), static_cast<int>(two[1])};
    if (value->is_list())
      value->error("J506", fmt::format("\"{}\" is not as expected: two whole numbers from 1 to {}", name, most));
    return {};
  }

  void check_profiles(const std::string& name, const std::map<std::string, double>& states) {
    for (const auto& [profile, value] : states) {
      bool good = profile.size() == out_.levels.size() || out_.levels.empty();
      for (const char digit : profile)
        good = good && digit >= '1' && digit <= '9';
      if (!good) root_.error("J506", name, fmt::format("\"{}\" is no profile of this set", profile));
    }
  }

  void table() {
    const auto values = root_.need("values", "a list of numbers, or lists of numbers");
    if (!values) return;
    const auto list = values->list();
    if (list.empty() || !list.front().is_list()) {
      out_.table = values->numbers();
    } else {
      for (const Value& row : list) {
        const std::vector<double> numbers = row.numbers();
        out_.table.insert(out_.table.end(), numbers.begin(), numbers.end());
      }
    }
  }

  void crosswalk() {
    out_.target_set = root_.text("target_set");
    out_.target_decimals = root_.integer_if("target_decimals", 0, most_decimals).value_or(-1);
    out_.target_states = read_numbers_by_name(root_, "target_states");
    check_profiles("target_states", out_.target_states);
    out_.mapping_id = root_.text_or("mapping", "");
    if (!out_.mapping_id.empty()) return;
    if (out_.model == "reverse_crosswalk")
      root_.need("mapping", "the id of a mapping");
    else if (const auto transition =
                 root_.need("transition", "a list of tables of probabilities, one for each dimension"))
      out_.transition = read_transition(*transition);
  }

  void by_respondent() {
    out_.mapping_id = root_.text("mapping");
    out_.table_file = root_.text_or("table", "");
    out_.table_column = root_.text("column");
    out_.input_set = root_.text_or("input_set", "");
  }

  static constexpr int most_decimals = 9;
  Fields& root_;
  ValueSet out_;
};

} // namespace

Outcome<ValueSet> read_value_set(std::string_view text, const std::string& file) {
  auto out = read_definition<ValueSet>(text, file, [](Fields& root) { return ValueSetReader(root).read(); });
  if (out) out->file = file;
  return out;
}

} // namespace joinedup
