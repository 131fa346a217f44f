// libFuzzer target: any bytes as a .sav or .zsav file, parsed in this process. No crash, no hang, and the text keeps
// its promises.
#include "support/container_bytes.hpp"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string fault = joinedup::testing::parse_statistics_bytes(bytes, joinedup::ContainerKind::spss);
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
