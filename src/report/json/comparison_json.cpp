#include "report/comparison_writers.hpp"

#include "base/visible.hpp"

#include <nlohmann/json.hpp>

namespace joinedup {

std::string comparison_json(const ComparisonResults& results) {
  using Json = nlohmann::ordered_json;
  Json rows = Json::array();
  const auto text = [](const std::string& value) { return value.empty() ? Json() : Json(value); };
  for (const ComparisonRow& row : results.rows) {
    Json out;
    out["area_code"] = text(row.area_code);
    out["level"] = row.level;
    out["score"] = row.score;
    out["wave"] = row.wave;
    out["statistic"] = row.statistic;
    out["dimension"] = text(row.dimension);
    out["category"] = text(row.category);
    out["n"] = row.n ? Json(*row.n) : Json();
    out["value"] = row.value ? Json(*row.value) : Json();
    out["status"] = row.status;
    rows.push_back(std::move(out));
  }
  return visible_json(Json{{"rows", std::move(rows)}}.dump(1) + "\n");
}

} // namespace joinedup
