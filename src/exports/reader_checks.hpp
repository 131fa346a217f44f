// Reader options that take only certain values, and headings made different.
#pragma once

#include <joinedup/diagnostics.hpp>
#include <joinedup/spec.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// J116 for every option with a value that it does not take. Names of survey tools are recognise_tool's to check.
Diagnostics check_reader_options(const ReaderOptions& options);

/// `--duplicate-headers number`: the second column of a name becomes NAME#2, and so on. A warning J248 says for each
/// name which columns it was.
void number_headings(std::vector<std::string>& headings, const Position& where, Diagnostics& diagnostics);

} // namespace joinedup
