// What a run has to say about its inputs: faults are data, gathered all at once, never thrown.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

enum class Severity : std::uint8_t { note, warning, error };

/// Where a fault is. `line` is the physical line where the cell (or JSON value) starts, from 1; 0 when the fault
/// belongs to no line. `column` is the field number from 1 in survey files, the character column in JSON.
struct Position {
  std::string file;         ///< name without folders, as the user typed its last part; empty = no file
  std::uint64_t line = 0;   ///< 0 = not known
  std::uint32_t column = 0; ///< 0 = not known
  std::string heading;      ///< column heading in a survey file, printed in brackets

  friend bool operator==(const Position&, const Position&) = default;
};

/// `code` is stable (docs/diagnostics.md): J1xx columns and usage, J2xx survey data, J3xx files and output,
/// J4xx scoring, J5xx definitions, J6xx benchmark statistics. Neither message nor hint may hold free text or ids
/// of respondents.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  Position where;
  std::string message;
  std::string hint;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// An ordered collection that stays small: of each code it keeps the first `kept_per_code`, and counts the rest.
/// Parts of a file are merged in file order, so the kept ones do not depend on threads.
class Diagnostics {
public:
  static constexpr std::size_t kept_per_code = 10;

  void add(Diagnostic diagnostic);
  void note(std::string code, Position where, std::string message, std::string hint = {});
  void warning(std::string code, Position where, std::string message, std::string hint = {});
  void error(std::string code, Position where, std::string message, std::string hint = {});
  /// Adds all of `later`, whose positions come after those held here.
  void merge(const Diagnostics& later);

  const std::vector<Diagnostic>& all() const { return kept_; }
  std::uint64_t count(std::string_view code) const; ///< how often the code was reported, kept or not
  std::uint64_t count(Severity severity) const;
  const std::map<std::string, std::uint64_t, std::less<>>& counts() const { return counts_; }
  bool has_errors() const { return count(Severity::error) > 0; }
  bool empty() const { return kept_.empty(); }

private:
  std::vector<Diagnostic> kept_;
  std::map<std::string, std::uint64_t, std::less<>> counts_;
  std::map<Severity, std::uint64_t> severities_;
};

/// The exit code of the contract that a set of diagnostics asks for: 0 without errors (1 with `strict` and a
/// warning), else that of the first error by the class of its code: J1xx 2, J2xx 1, J3xx 3, J4xx 1, J5xx 4, J6xx 1.
int exit_code(const Diagnostics& diagnostics, bool strict = false);

} // namespace joinedup
