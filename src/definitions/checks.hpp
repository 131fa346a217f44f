// What the readers of index, study, map and geography check alike.
#pragma once

#include "definitions/fields.hpp"
#include "definitions/score_name.hpp"

#include <joinedup/spec.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// A required name of letters, digits, - and _: it becomes part of column names. Anything else is J506.
std::string read_id(Fields& fields, const std::string& name = "id");

/// Names given so far; the second of two is J507 with the line of the first.
class Names {
public:
  explicit Names(std::string what) : what_(std::move(what)) {}
  void add(const std::string& name, const Position& where, Faults& faults);

private:
  std::string what_; ///< "indicator", "area code"
  std::map<std::string, Position> seen_;
};

/// A whole number from 1 to a million, or the fallback where it is not given; anything else is a fault.
std::uint64_t count_or(Fields& fields, const std::string& name, std::uint64_t fallback);

/// The reasons of the contract why a cell holds no answer.
const std::vector<std::string>& missing_reasons();
/// Object of cell text -> reason; other words are J506. `may_be_null`: a reason that is not known yet is passed over.
std::map<std::string, std::string> read_missing(const Value& value, bool may_be_null = false);

/// A column's name, or an object with `column` and `lookup` (and `geography`, where `geography` is not null).
std::optional<AreaColumn> read_area_column(Fields& fields, std::string* geography);

/// Reader options among the members of `fields`: `from`, `encoding`, `delimiter`, `decimal`, `header_rows`, `skip`;
/// those of the contract that this release does not have are J505.
ReaderOptions read_reader_options(Fields& fields);

/// J505 when the member is given: "this release does not WHAT".
void not_supported(Fields& fields, const std::string& name, std::string_view what, std::string_view hint = {});
/// `{"method": WORD}` or WORD, where this release has only `only`: anything else is J505.
void only_method(Fields& fields, const std::string& name, const std::string& only, std::string_view what);

} // namespace joinedup
