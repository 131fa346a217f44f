// How a run sees files. The command line implements it on the disk, tests in memory.
#pragma once

#include "exports/byte_source.hpp"
#include "exports/reading_progress.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// InputInfo::origin of the definitions that come with the program.
inline constexpr std::string_view built_in = "built in";

class FileStore {
public:
  virtual ~FileStore() = default;
  /// The whole text of a small file (definition, map, table), or nothing when it cannot be read.
  virtual std::optional<std::string> text(const std::string& path) = 0;
  /// A survey file as bytes, decompressed where its name ends in .gz; "-" is standard input. Null when it cannot be
  /// opened.
  virtual std::unique_ptr<ByteSource> open(const std::string& path) = 0;
  virtual bool is_folder(const std::string& /*path*/) { return false; }
  /// Where reading counts what it has read; null = nobody watches.
  virtual ReadingProgress* progress() { return nullptr; }
  /// Files of the definition folders, nearest first: user folders before the shipped ones. `name` is relative, such
  /// as "wemwbs.json" or "indices/balanced.json".
  virtual std::optional<std::string> definition(const std::string& name) = 0;
  /// The folder that definition() takes `name` from, or "built in".
  virtual std::string origin(const std::string& /*name*/) { return std::string(built_in); }
  /// Names of all definitions below `folder` ("" = instruments) that end in `ending`.
  virtual std::vector<std::string> definitions(const std::string& folder, const std::string& ending) = 0;
};

/// The path as seen from the file that names it: `name` when absolute, else beside `from`.
std::string beside(const std::string& from, const std::string& name);
/// The last part of a path, as messages and the run record show it; without .gz for the record.
std::string file_name(const std::string& path);
std::string record_name(const std::string& path);

} // namespace joinedup
