// A JSON definition with the place of every value, so that each fault can be pointed at.
#pragma once

#include "definitions/json_scan.hpp"

#include <joinedup/outcome.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

using Json = nlohmann::json;

/// The parsed document and its places; places()[0] is the root.
class JsonSource {
public:
  JsonSource(std::string file, Json root, std::vector<JsonPlace> places)
      : file_(std::move(file)), root_(std::move(root)), places_(std::move(places)) {}

  const std::string& file() const { return file_; }
  const Json& root() const { return root_; }
  const std::vector<JsonPlace>& places() const { return places_; }
  /// Index of a member's or element's place below place `parent`; 0 = none.
  std::size_t member(std::size_t parent, std::string_view key) const;
  std::size_t element(std::size_t parent, std::size_t number) const;
  Position where(std::size_t place) const;     ///< of the value
  Position key_where(std::size_t place) const; ///< of the member's name; of the value without one

private:
  std::string file_;
  Json root_;
  std::vector<JsonPlace> places_;
};

/// Where the member `name` of the root holds a text equal to `text`, by itself or in a list; nowhere: the position of
/// the file without a line.
Position place_of_text(const JsonSource& source, const std::string& name, std::string_view text);

/// `file` names the text in messages. Faults of syntax are J501; a success may carry J502 errors (a member given
/// twice, the last one is taken), so look at the diagnostics too.
Outcome<JsonSource> parse_json(std::string_view text, const std::string& file);

} // namespace joinedup
