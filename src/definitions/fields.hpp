// Typed access to the members of a JSON object. Nothing is passed over: a member that nobody asked for is a fault, and
// all faults of a document are gathered, each with its place, before the reader gives up.
#pragma once

#include "definitions/json_source.hpp"

#include <joinedup/diagnostics.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace joinedup {

/// Faults of one document; handed over in the order of the text.
class Faults {
public:
  void error(std::string code, Position where, std::string message, std::string hint = {});
  void warning(std::string code, Position where, std::string message, std::string hint = {});
  bool has_errors() const;
  void move_into(Diagnostics& diagnostics); ///< sorted by line and column

private:
  std::vector<Diagnostic> list_;
};

/// Any value with its place. Wrong types are J504 and give nothing.
class Value {
public:
  Value(const JsonSource& source, const Json& json, std::size_t place, std::string name, Faults& faults)
      : source_(&source), json_(&json), place_(place), name_(std::move(name)), faults_(&faults) {}

  const Json& json() const { return *json_; }
  const std::string& name() const { return name_; } ///< as messages say it: "weight", "items[2]"
  Position where() const { return source_->where(place_); }
  Position key_where() const { return source_->key_where(place_); }
  Faults& faults() const { return *faults_; }
  const JsonSource& source() const { return *source_; }
  std::size_t place() const { return place_; }

  bool is_text() const { return json_->is_string(); }
  bool is_number() const { return json_->is_number(); }
  bool is_flag() const { return json_->is_boolean(); }
  bool is_list() const { return json_->is_array(); }
  bool is_object() const { return json_->is_object(); }

  std::optional<std::string> text() const; ///< not empty
  std::optional<double> number() const;
  std::optional<std::int64_t> whole() const;
  std::optional<bool> flag() const;
  std::vector<Value> list() const;
  std::vector<std::string> texts() const;              ///< list of texts
  std::vector<std::string> text_or_texts() const;      ///< one text or a list of them
  std::vector<double> numbers() const;                 ///< list of numbers; any fault gives an empty list
  std::map<std::string, std::string> text_map() const; ///< object of texts
  std::vector<std::pair<std::string, Value>>
  members() const; ///< of an object with free names, in the order of the text
  /// `"NAME" is a text, expected WHAT`
  void wrong_type(std::string_view expected) const;
  void error(std::string code, std::string message, std::string hint = {}) const;

private:
  const JsonSource* source_;
  const Json* json_;
  std::size_t place_;
  std::string name_;
  Faults* faults_;
};

/// An object whose member names are fixed. Ask for every member that is understood, then call done().
class Fields {
public:
  Fields(const JsonSource& source, Faults& faults); ///< the root
  explicit Fields(const Value& value);              ///< J504 unless it is an object; then all members are missing

  Position where() const { return value_.where(); }
  Position where(std::string_view name) const; ///< of a member's value; of the object without it
  Faults& faults() const { return value_.faults(); }
  bool good() const { return value_.is_object(); }
  bool has(const std::string& name) const {
    return good() && value_.json().contains(name) && !value_.json()[name].is_null();
  }

  /// The member, unless it is absent or null. Counts it as understood.
  std::optional<Value> find(const std::string& name);
  /// As find, and J504 when it is not there. `expected` says what it should be.
  std::optional<Value> need(const std::string& name, std::string_view expected);

  std::string text(const std::string& name); ///< required, not empty
  std::string text_or(const std::string& name, std::string fallback);
  double number(const std::string& name); ///< required
  double number_or(const std::string& name, double fallback);
  std::optional<double> number_if(const std::string& name);
  std::optional<int> integer_if(const std::string& name, int low, int high); ///< outside: J506
  bool flag_or(const std::string& name, bool fallback);
  Fields object(const std::string& name); ///< required
  std::optional<Fields> object_if(const std::string& name);
  std::vector<Fields> objects(const std::string& name); ///< required, not empty
  std::vector<Fields> objects_if(const std::string& name);
  std::vector<std::string> texts_if(const std::string& name);
  std::vector<std::string> text_or_texts_if(const std::string& name);
  std::map<std::string, std::string> text_map_if(const std::string& name);
  /// A text that must be one of `words`: else J506 with near names. Empty when absent or wrong.
  std::string word_if(const std::string& name, const std::vector<std::string>& words);

  void error(std::string code, std::string_view name, std::string message, std::string hint = {});
  /// Every member that nobody asked for is J502 with the near names of those that were.
  void done();

private:
  Value value_;
  std::set<std::string> known_;
};

/// Runs `read(Fields&)` over the document's root and hands over what it made unless there were errors.
template <typename T, typename Read>
Outcome<T> read_definition(std::string_view text, const std::string& file, Read read) {
  Outcome<JsonSource> source = parse_json(text, file);
  Diagnostics diagnostics = std::move(source.diagnostics);
  if (!source) return Outcome<T>::failure(std::move(diagnostics));
  Faults faults;
  Fields root(*source, faults);
  T out = read(root);
  root.find("$schema"); // for editors
  root.done();
  faults.move_into(diagnostics);
  if (diagnostics.has_errors()) return Outcome<T>::failure(std::move(diagnostics));
  return {std::move(out), std::move(diagnostics)};
}

} // namespace joinedup
