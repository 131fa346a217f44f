// Which options name files: a run record keeps the last part of such a path, and another folder makes no other run.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace joinedup {

/// The value of an option with each path in it changed: of `--map FILE`, `--table INSTRUMENT=FILE` and
/// `--value-set INSTRUMENT=SET,FILE`. A value without a path comes back as it is; what a preset is called is given to
/// `change` like a path.
std::string with_paths(std::string_view option, const std::string& value,
                       const std::function<std::string(const std::string&)>& change);

} // namespace joinedup
