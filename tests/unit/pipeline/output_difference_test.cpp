#include "pipeline/verify/output_difference.hpp"

#include "support/catch.hpp"

#include <string>

using namespace joinedup;

TEST_CASE("the same bytes are no difference") { CHECK(output_difference("a.csv", "x,y\n1,2\n", "x,y\n1,2\n").empty()); }

TEST_CASE("a CSV tells how many cells differ, by how much, and the first") {
  const std::string then = "area_code,indicator,value,status\nA1,p,10,ok\nA2,p,20,ok\n",
                    now = "area_code,indicator,value,status\nA1,p,10,ok\nA2,p,25,caution\n";
  // 5 of 25 is a fifth of the larger
  CHECK(output_difference("index.csv", then, now) ==
        "2 of 8 cells differ, numbers by up to 0.2 of their size; first value of A2, p was 20, is 25");
  CHECK(output_difference("index.csv", then, "area_code,value\nA1,10\n") == "other columns");
  CHECK(output_difference("index.csv", then, "area_code,indicator,value,status\nA1,p,10,ok\n") == "1 rows, had 2");
  CHECK(output_difference("index.csv", then, "area_code,indicator,value,status\r\nA1,p,10,ok\r\nA2,p,20,ok\r\n") ==
        "the same cells, written in another way");
}

TEST_CASE("JSON tells the way to the first value that differs") {
  const std::string then =
      R"({"areas": [{"area_code": "A1", "value": 1}, {"area_code": "A2", "value": 2}], "n": null})";
  CHECK(output_difference(
            "results.json", then,
            R"({"areas": [{"area_code": "A1", "value": 1}, {"area_code": "A2", "value": 3}], "n": null})") ==
        "1 of 5 values differ, numbers by up to 0.33 of their size; first areas.A2.value was 2, is 3");
  CHECK(output_difference("results.json", then, R"({"areas": [], "n": null})") ==
        "1 of 2 values differ; first areas was 2 long, is 0 long");
  CHECK(output_difference("results.json", R"({"a": 1})", R"({"b": 1})") ==
        "2 of 2 values differ; first a was 1, is gone");
}

TEST_CASE("other texts, and damaged ones, tell the line") {
  CHECK(output_difference("report.html", "one\ntwo\n", "one\ntwi\n") == "differs from byte 7 in line 2");
  CHECK(output_difference("results.json", "{\"a\": 1}", "{\"a\": ") == "differs from byte 7 in line 1");
}
