// Text for standard output that may not show unless the run succeeds: held in memory, then in an unnamed private file.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace joinedup {

class Spool {
public:
  void write(std::string_view text);
  /// Everything written, in order, to `out`.
  void release(const std::function<void(std::string_view)>& out);

private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void flush();

  std::string held_;
  std::unique_ptr<std::FILE, Close> file_; ///< has no name: gone when the process ends, however it ends
};

} // namespace joinedup
