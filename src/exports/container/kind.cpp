// What the first bytes say. Sources: PKWARE APPNOTE 6.3.10 (zip), PSPP system file format ($FL2, $FL3), Stata dta
// formats 104 to 119, SAS TS-140 (transport, versions 5 and 8).
#include "exports/container/container.hpp"

#include <array>

namespace joinedup {

namespace {

/// Before format 117: release number, byte order 1 or 2, file type 1. No text starts with the last two.
bool is_old_stata(std::string_view beginning) {
  if (beginning.size() < 4) return false;
  const auto release = static_cast<unsigned char>(beginning[0]);
  return release >= 104 && release <= 115 && (beginning[1] == '\x01' || beginning[1] == '\x02') &&
         beginning[2] == '\x01';
}

} // namespace

ContainerKind container_kind(std::string_view beginning) {
  struct Start {
    std::string_view bytes;
    ContainerKind kind;
  };
  constexpr std::array<Start, 7> starts = {{
      {"PK\x03\x04", ContainerKind::workbook},
      {"PK\x05\x06", ContainerKind::workbook},
      {"$FL2", ContainerKind::spss},
      {"$FL3", ContainerKind::spss},
      {"<stata_dta>", ContainerKind::stata},
      {"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!", ContainerKind::sas_transport},
      {"HEADER RECORD*******LIBV8   HEADER RECORD!!!!!!!", ContainerKind::sas_transport},
  }};
  for (const Start& start : starts)
    if (beginning.starts_with(start.bytes)) return start.kind;
  return is_old_stata(beginning) ? ContainerKind::stata : ContainerKind::none;
}

} // namespace joinedup
