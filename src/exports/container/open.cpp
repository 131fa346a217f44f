#include "exports/container/container.hpp"
#include "exports/container/private_file.hpp"
#include "exports/container/statistics_file.hpp"
#include "exports/container/workbook.hpp"

#include <stdexcept>

namespace joinedup {

Outcome<ContainedTable> open_container(ContainerKind kind, std::unique_ptr<ByteSource> source, const std::string& name,
                                       const std::string& sheet) {
  Diagnostics found;
  std::optional<PrivateFile> file;
  try {
    file.emplace(drain(*source));
  } catch (const TemporaryFileFailure& failure) {
    found.error("J311", {name, 0, 0, ""}, failure.what(),
                "make room in the folder for temporary files, or name another folder in TMPDIR");
    return Outcome<ContainedTable>::failure(std::move(found));
  } catch (const std::runtime_error& failure) {
    found.error("J304", {name, 0, 0, ""}, std::string("reading stopped: ") + failure.what(), "fetch the file again");
    return Outcome<ContainedTable>::failure(std::move(found));
  }
  if (kind == ContainerKind::workbook) return open_workbook(std::move(*file), name, sheet);
  const ChildLimits limits = limits_for(file->size());
  return open_statistics_file(kind, std::move(*file), name, limits);
}

} // namespace joinedup
