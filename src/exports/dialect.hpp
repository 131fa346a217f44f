// Finding out how a text file is written: by evidence in its first records, never by its name.
#pragma once

#include "exports/structure.hpp"
#include "exports/survey_file.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/spec.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace joinedup {

/// Where things lie in the beginning of a file.
struct Beginning {
  Dialect dialect;
  std::size_t header_at = 0; ///< offset of the heading record
  bool complete = true;      ///< false: the text ends before the heading record does
};

/// What `text`, the beginning of the file `name` as UTF-8, is not: empty, an old workbook, HTML, compressed. An error
/// J201 or J202, and false.
bool is_readable_text(std::string_view text, const std::string& name, Diagnostics& diagnostics);

/// `text` as above, the whole file when `whole`. Faults: J116 (a delimiter that none is), J201 (no headings).
Beginning find_beginning(std::string_view text, bool whole, const std::string& name, const ReaderOptions& options,
                         Diagnostics& diagnostics);
/// The same for the text of a container, whose separators are known.
Beginning find_beginning_of_table(std::string_view text, bool whole, const std::string& name,
                                  const ReaderOptions& options, Separators known, Diagnostics& diagnostics);

/// "comma", ";", "\t" ... as a character; 0 = none of the four.
char delimiter_named(std::string_view name);
std::string_view delimiter_words(char delimiter);

} // namespace joinedup
