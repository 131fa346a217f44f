// Texts as small numbers, shared by all threads of a run.
#pragma once

#include <joinedup/responses.hpp>
#include <joinedup/spec.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Numbers depend on the order in which threads meet the texts, so results sort by text(), never by number.
class Dictionary {
public:
  Dictionary();
  ~Dictionary();
  std::uint32_t number(std::string_view text);  ///< gives the text a number when it is new; safe on all threads
  std::string text(std::uint32_t number) const; ///< safe on all threads
  std::size_t size() const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Area cells -> areas: through the look-up of the map, then the codes that a geography knows (R26). Without a
/// geography every non-blank text is an area of its own.
class AreaDictionary {
public:
  /// `lookup`: cell text -> code, null when the map has none. `geography` may be null. Both are kept by copy.
  AreaDictionary(const Geography* geography, const std::map<std::string, std::string>* lookup);
  ~AreaDictionary();
  /// Whether the cell stands for all of the geography's areas: its whole by code or name, or a total by its words.
  bool is_whole(std::string_view cell) const;
  /// The area's number, or no_number when the cell is not known (cells are trimmed; blank is the caller's to see).
  /// Safe on all threads.
  std::uint32_t number(std::string_view cell);
  std::string code(std::uint32_t number) const; ///< the geography's own (current ONS) code, else the text as found
  /// The number of an area by a code as code() gives it, past any look-up; no_number where there is none.
  std::uint32_t number_of_code(std::string_view code);
  /// Remembers that a code of succeeded() was met; false where it is none.
  bool meet_ended(std::string_view code);
  /// Whether the cell has the form of a code that is known (letters and digits in the same places): only such an
  /// unknown cell may be named, for others could be people's names or numbers.
  bool has_known_form(std::string_view cell) const;
  /// The known code (or key of the look-up) that a cell was perhaps meant to be: one slip away; else empty.
  std::string near(std::string_view cell) const;
  /// Codes of areas that have ended, met so far and placed in the area that each went into whole; sorted.
  std::vector<std::string> succeeded() const;
  bool takes_codes_as_found() const; ///< no geography says which there are
  std::size_t size() const;          ///< areas met or known: numbers are below this

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace joinedup
