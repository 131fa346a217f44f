#include "pipeline/analyses/area_codes.hpp"

#include "base/edit_distance.hpp"

#include <vector>

namespace joinedup {

std::map<std::string, std::string> own_codes(const AnalysisInput& input) {
  std::map<std::string, std::string> out;
  for (const AreaResult& area : input.results.areas)
    out[area.code] = area.code;
  if (input.geography == nullptr) return out;
  for (const Area& area : input.geography->areas) {
    out[area.code] = area.code;
    for (const std::string& code : area.codes)
      out[code] = area.code;
  }
  return out;
}

std::string near_code(const std::map<std::string, std::string>& codes, const std::string& code) {
  std::vector<std::string> names;
  for (const auto& [name, own] : codes)
    names.push_back(name);
  return suggestion(code, names);
}

} // namespace joinedup
