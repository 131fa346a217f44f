// libFuzzer target: any bytes after the headings. The first byte chooses what is asked: below 0x80 its last two bits
// are the delimiter, and the fast reader and the naive one must agree; above, the bytes follow the headings of a survey
// tool, or are a whole file, as UTF-8 or UTF-16. No crash; threads and block size change nothing.
#include "support/csv_agreement.hpp"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string fault = joinedup::testing::broken_csv_law(data[0], body, size % 16 == 0);
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
