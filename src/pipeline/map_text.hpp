// JSON as people like to read a map: small objects and lists on one line.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace joinedup {

std::string map_text(const nlohmann::ordered_json& json);

} // namespace joinedup
