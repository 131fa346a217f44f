// libFuzzer target: a partial is untrusted. An even first byte: the rest is a file, which is refused or is a partial.
// An odd one: the rest are changes of a good partial, three bytes each (where, of 65,536 places; what), with its size
// and digest put right: it may be taken or refused. No crash, no hang, no list longer than its bytes.
#include "support/partial_runs.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace joinedup::test;
  if (size == 0) return 0;
  if (data[0] % 2 == 0) {
    static_cast<void>(is_refused({reinterpret_cast<const char*>(data) + 1, size - 1}));
    return 0;
  }
  std::string bytes = some_partial();
  const std::size_t header = bytes.find('\n') + 1, places = bytes.size() - header - 65;
  for (std::size_t at = 1; at + 2 < size; at += 3) {
    const std::size_t where = (data[at] * std::size_t{256} + data[at + 1]) * places / 65536;
    bytes[header + where] = static_cast<char>(data[at + 2]);
  }
  static_cast<void>(is_refused(signed_again(bytes)));
  return 0;
}
