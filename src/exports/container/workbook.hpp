// A sheet of a workbook (.xlsx, .xlsm) as text.
#pragma once

#include "exports/container/container.hpp"
#include "exports/container/private_file.hpp"

#include <string>

namespace joinedup {

/// `sheet` as in open_container. J230 damaged, J232 no such sheet, J233 (a note) there are others, J234 no workbook of
/// this kind, J235 a bomb, J236 a cell or row too long, J311 no room for temporary files.
Outcome<ContainedTable> open_workbook(PrivateFile file, const std::string& name, const std::string& sheet);

} // namespace joinedup
