#include "exports/reader_checks.hpp"

#include "base/text.hpp"
#include "exports/headings.hpp"
#include "exports/text_encoding.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <initializer_list>
#include <map>

namespace joinedup {

Diagnostics check_reader_options(const ReaderOptions& options) {
  Diagnostics out;
  const auto one_of = [&](std::string_view option, const std::string& value,
                          std::initializer_list<std::string_view> words, std::string_view expected) {
    if (value.empty() || std::find(words.begin(), words.end(), value) != words.end()) return;
    out.error("J116", {}, fmt::format("{} {}: {} was expected", option, value, expected));
  };
  if (!options.encoding.empty() && lower(options.encoding) != "auto" && !encoding_named(options.encoding))
    out.error("J116", {},
              fmt::format("--encoding {}: utf-8, windows-1252, utf-16le or utf-16be was expected", options.encoding),
              "save the file as UTF-8, or convert it with iconv");
  one_of("--encoding-errors", options.encoding_errors, {"stop", "replace"}, "stop or replace");
  one_of("--duplicate-headers", options.duplicate_headers, {"refuse", "number"}, "refuse or number");
  one_of("--decimal", options.decimal, {"point", "comma"}, "point or comma");
  if (options.header_rows.value_or(1) < 0 || options.skip.value_or(0) < 0)
    out.error("J116", {}, "--header-rows and --skip take 0 or more");
  return out;
}

void number_headings(std::vector<std::string>& headings, const Position& where, Diagnostics& diagnostics) {
  std::map<std::string, std::size_t> first;
  std::map<std::string, std::size_t> seen;
  for (std::size_t k = 0; k < headings.size(); ++k) {
    if (headings[k].empty()) continue;
    const std::string name = normal_heading(headings[k]);
    first.try_emplace(name, k);
    const std::size_t number = ++seen[name];
    if (number == 1) continue;
    if (number == 2)
      diagnostics.warning("J248", {where.file, where.line, static_cast<std::uint32_t>(k + 1), headings[k]},
                          fmt::format("this heading stands in fields {} and {}: the second is read as {}#2",
                                      first[name] + 1, k + 1, headings[k]),
                          "the name alone means the first");
    headings[k] += fmt::format("#{}", number);
  }
}

} // namespace joinedup
