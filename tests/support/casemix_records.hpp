// The case-mix oracle's respondents as columns.
#pragma once

#include "adjust/design_matrix.hpp"
#include "adjust/direct_standardisation.hpp"
#include "support/kept_records.hpp"
#include "support/oracle_data.hpp"

#include <string>
#include <vector>

namespace joinedup::test {

struct CasemixRecords {
  std::vector<double> y, edu, ones;
  std::vector<std::uint32_t> area, age, sex;
  std::vector<std::string> ages{"16-44", "45-64", "65+"}, sexes{"F", "M"};

  CasemixRecords() {
    const OracleTable table("casemix/casemix_input.csv");
    y = table.numbers("y");
    edu = table.numbers("edu");
    ones.assign(table.rows(), 1.0);
    area = ranks_of(table.text("area"));
    age = ranks_of(table.text("age"));
    sex = ranks_of(table.text("sex"));
  }

  std::vector<AdjusterColumn> adjusters() const {
    return {{"age", false, {}, age, ages}, {"sex", false, {}, sex, sexes}, {"edu", true, edu, {}, {}}};
  }
};

} // namespace joinedup::test
