// Names of the records met in a run: of the file being read, and of those read before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace joinedup {

inline std::uint64_t mixed(std::uint64_t name) {
  constexpr std::uint64_t mix = 0x9E3779B97F4A7C15U;
  name *= mix;
  return name ^ (name >> 29U);
}

/// A record's name with one more text in it.
inline std::uint64_t name_with(std::uint64_t name, std::string_view text) {
  return mixed(name ^ std::hash<std::string_view>{}(text));
}

/// A name's last bit says that it stands for a running number, which a survey tool gives to the records of one file: it
/// is known again in that file only.
inline std::uint64_t finished_name(std::uint64_t name, bool running_number) {
  constexpr std::uint64_t last = 1;
  name = running_number ? name | last : name & ~last;
  return name == 0 ? 2 : name;
}

/// Up to 20 bytes a record that is remembered. Not for several threads at once.
class RecordMemory {
public:
  enum class Met : std::uint8_t { never, in_this_file, in_an_earlier_file };

  void begin_file();
  /// Remembers the name, one of finished_name(), where it is new; 0 is no name.
  Met meet(std::uint64_t name);

private:
  struct Names {
    std::vector<std::uint64_t> table; ///< open addressing, 0 = free
    std::size_t used = 0;
    bool has(std::uint64_t name) const { return !table.empty() && table[place(name)] == name; }
    void add(std::uint64_t name);
    std::size_t place(std::uint64_t name) const;
    void grow();
  };
  Names earlier_, here_;
  std::uint64_t files_ = 0, file_mark_ = 0;
};

} // namespace joinedup
