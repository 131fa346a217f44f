// Outputs that are whole or not there: written aside in the same folder, synced, renamed.
#pragma once

#include "cli/temporaries.hpp"

#include <joinedup/diagnostics.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

enum class Privacy : unsigned char { shared, own }; ///< own: mode 0600, for files that hold people's answers (R42)

/// A file under its final name only after commit(). Devices and pipes are written as they are. Faults are OutputFault.
class OutputFile {
public:
  OutputFile(const std::string& path, Privacy privacy);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile(); ///< not committed: removes what was written

  void write(std::string_view text);
  void commit();

private:
  void flush();

  std::string path_, aside_; ///< aside_ empty = no regular file
  Privacy privacy_;
  int descriptor_ = -1;
  std::string buffer_;
  Temporary temporary_;
};

/// A folder of results under its final name only after commit().
class OutputFolder {
public:
  /// Checks the target first: what is no folder, is not empty without `force`, or holds a file that no run wrote, is
  /// J303 in `diagnostics` and gives nothing. `written`: names of the files that a run writes, `*` for any text.
  static std::optional<OutputFolder> prepare(const std::string& path, bool force,
                                             const std::vector<std::string>& written, Diagnostics& diagnostics);
  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  ~OutputFolder();

  void write(const std::string& name, std::string_view text);
  void commit(); ///< the earlier results, when forced, go away only now

private:
  OutputFolder() = default;

  std::string path_, aside_;
  std::vector<std::string> names_;
  std::vector<Temporary> temporaries_;
};

} // namespace joinedup
