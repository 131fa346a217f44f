// From the text of an answer to its code.
#pragma once

#include "exports/reading_plan.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace joinedup {

/// Plain text (plain_text.hpp) in lower case, white space trimmed and runs of it as one space, no apostrophes: so that
/// "Don&rsquo;t  know" and "dont know" are one answer.
std::string normal_label(std::string_view text);

/// What a map or options add to the definition of an item.
struct CellWords {
  std::map<std::string, std::string> labels;  ///< cell text -> label, as the file says of its column
  std::map<std::string, std::string> missing; ///< cell text -> reason
  std::map<std::string, int> recode;          ///< cell text -> code
};

/// A reason of the contract (missing, not_shown, ...) as its code.
std::optional<AnswerCode> reason_code(std::string_view reason);

std::string_view reason_words(AnswerCode code); ///< its name; "invalid" for an answer outside the options

/// Codes, labels, words for "not applicable" (RULINGS R34), the file's own labels (label_codes.hpp) and the map's
/// words, later ones before earlier ones. Faults (a reason that none is, a recode to no code of the item) are J117 and
/// J118 at `where`.
CellCodes cell_codes(const Item& item, const CellWords& words, const Position& where, Diagnostics& diagnostics);

/// What an item takes, in words: "1 to 5".
std::string expected_answers(const Item& item);

struct Decoded {
  AnswerCode code = answer::invalid;
  bool reshaped = false; ///< "3.0", " 3" or "3 - Some of the time", taken as 3
};

/// A cell as it stands in the file, quotes and all.
Decoded decode_cell(const CellCodes& codes, std::string_view raw);

/// The cell's text when it is a short plain number, which may be shown; else empty.
std::string plain_number(std::string_view raw);

} // namespace joinedup
