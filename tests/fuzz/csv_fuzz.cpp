// libFuzzer target: any bytes after the headings. The first byte chooses the delimiter. No crash; the fast reader and
// the naive one agree; threads and block size change nothing.
#include "support/csv_agreement.hpp"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::string_view delimiters = ",;\t|";
  const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string fault =
      joinedup::testing::broken_law(body, delimiters[data[0] % delimiters.size()], size % 16 == 0);
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
