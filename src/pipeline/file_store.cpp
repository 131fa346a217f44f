#include "pipeline/file_store.hpp"

namespace joinedup {

std::string beside(const std::string& from, const std::string& name) {
  if (name.empty() || name.front() == '/' || name == "-") return name;
  const std::size_t slash = from.rfind('/');
  return slash == std::string::npos ? name : from.substr(0, slash + 1) + name;
}

std::string file_name(const std::string& path) {
  if (path == "-") return "standard input";
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string record_name(const std::string& path) {
  std::string name = file_name(path);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  return name;
}

} // namespace joinedup
