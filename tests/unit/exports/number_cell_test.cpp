#include "exports/decimal_sign.hpp"
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using namespace joinedup::testing;

namespace {

NumberCell point(std::string_view text) { return number_cell(text, {false, false, ','}); }
NumberCell comma(std::string_view text) { return number_cell(text, {true, false, ';'}); }

Everything numbers(const std::string& text, ReaderOptions options = {}) {
  Reading reading;
  reading.request.numeric_columns = {"v"};
  reading.request.keep = {"none"};
  reading.options = std::move(options);
  return read_everything(text, reading);
}

} // namespace

TEST_CASE("thousands and percents are read as people mean them") {
  CHECK(point("1,234").value == 1234);
  CHECK(point("-1,234,567.5").value == -1234567.5);
  CHECK(point("95%").value == 95);
  CHECK(point("0.5").kind == NumberKind::number);
  for (const char* none : {"8,5", "1,23", "12,34", "0,234", "1,2345", "1234,567", ",5", "five"})
    CHECK(point(none).kind == NumberKind::none);
}

TEST_CASE("a decimal comma is never taken for a sign of thousands") {
  CHECK(comma("8,5").value == 8.5);
  CHECK(comma("1.234,5").value == 1234.5);
  CHECK(comma("0,125").value == 0.125);
  CHECK(comma("1.234").kind == NumberKind::ambiguous);
  CHECK(number_cell("1,234", {false, false, ';'}).kind == NumberKind::ambiguous);
  CHECK(number_cell("1.234", {true, true, ';'}).value == 1234);
}

TEST_CASE("marks of official tables are no figures and no faults") {
  for (const char* mark : {"*", "-", "\xE2\x80\x93", "..", ":", "[c]", "[x]", "NA"})
    CHECK(point(mark).kind == NumberKind::no_figure);
  const Everything all = numbers("id,v\n1,\"1,234\"\n2,95%\n3,*\n4,-\n5,NA\n");
  CHECK(all.columns[0][0] == 1234);
  CHECK(all.columns[0][1] == 95);
  CHECK(std::isnan(all.columns[0][2]));
  CHECK(std::isnan(all.columns[0][3]));
  CHECK(all.diagnostics.count("J247") == 1);
  CHECK(all.diagnostics.count("J218") == 0);
}

TEST_CASE("the decimal comma is found by cells that can be nothing else") {
  const Everything all = numbers("id;v\r\n1;8,5\r\n2;12\r\n3;0,25\r\n");
  CHECK(all.columns[0] == std::vector<double>{8.5, 12, 0.25});
  CHECK(all.diagnostics.count("J243") == 1);
  ReaderOptions locked;
  locked.decimal = "point";
  const Everything as_told = numbers("id;v\n1;8,5\n2;3\n", locked);
  CHECK(std::isnan(as_told.columns[0][0]));
  CHECK(as_told.diagnostics.count("J218") == 1);
  CHECK(numbers("id;v\n1;8.5\n2;3\n").diagnostics.count("J243") == 0);
  CHECK(decimal_evidence("1;2,5\n2;3.5\n", {';', '\n'}).comma() == false);
  CHECK(decimal_evidence("1,\"2,5\"\n", {',', '\n'}).comma() == false);
}

TEST_CASE("1,842 is no thousand in a column that holds 1,54") {
  const Everything all = numbers("id,v,list,n\n1,\"1,54\",\"1,3\",\"1,234\"\n2,\"1,842\",2,\"2,345\"\n");
  CHECK(std::isnan(all.columns[0][0]));
  CHECK(std::isnan(all.columns[0][1]));
  CHECK(all.diagnostics.count("J218") == 2);
  CHECK(all.diagnostics.count("J247") == 0);
  ReaderOptions told;
  told.decimal = "comma";
  CHECK(numbers("id,v\n1,\"1,54\"\n2,\"1,842\"\n", told).columns[0] == std::vector<double>{1.54, 1.842});
  CHECK(columns_of_decimal_commas("\"1,5\",\"1,234\",2.5\n1,\"0,5\",\"2,5\"\n", {',', '\n'}) ==
        std::vector<bool>{true, true, false});
}

TEST_CASE("counts may have a sign of thousands") {
  Reading reading;
  reading.request.map.count = "n";
  reading.request.keep = {"none"};
  const Everything all = read_everything("a,n\n1,\"1,195\"\n2,7\n", reading);
  CHECK(all.count == std::vector<std::uint64_t>{1195, 7});
}
