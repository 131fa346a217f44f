// What the file itself says its codes mean: value labels of a container, choices of a data dictionary.
#pragma once

#include "exports/cell_codes.hpp"

namespace joinedup {

/// A label that is one of the item's options (or their code, where a file of labels is read with its dictionary)
/// decides what the cell text beside it means, against the number itself where they differ (J260). Two texts for one
/// option are J261, since nothing says that they are the same; labels of another coding (the other series of a
/// question) are J266. What a map says of a text settles it.
void add_file_labels(const Item& item, const CellWords& words, const Position& where, CellCodes& codes,
                     Diagnostics& diagnostics);

/// Whether a text that the file declares missing has a label that says "not applicable".
bool is_said_not_applicable(const CellCodes& codes, const CellWords& words, const std::string& text, AnswerCode reason);

} // namespace joinedup
