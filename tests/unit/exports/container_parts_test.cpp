// The small parts that all containers share: kinds, numbers, dates, cells, files without a name.
#include "exports/container/container.hpp"
#include "exports/container/number_text.hpp"
#include "exports/container/private_file.hpp"
#include "exports/container/record_text.hpp"
#include "exports/container/statistics_time.hpp"
#include "support/catch.hpp"
#include "support/contained.hpp"

#include <limits>

using namespace joinedup;
using joinedup::testing::container_bytes;

namespace {

template <typename Number> std::string plain(Number value) {
  std::string out;
  append_plain_number(out, value);
  return out;
}

std::string timed(double value, const TimeScale& scale) {
  std::string out;
  return append_time(out, value, scale) ? out : "no: " + out;
}

std::string cell(std::string_view text) {
  std::string out;
  append_cell(out, text);
  return out;
}

std::string utf8(std::string_view text) {
  std::string buffer;
  bool converted = false;
  const std::string out(utf8_or_windows_1252(text, buffer, converted));
  return out + (converted ? " (converted)" : "");
}

} // namespace

TEST_CASE("a container is known by its first bytes") {
  const auto kind = [](const std::string& name) { return container_kind(container_bytes(name).substr(0, 80)); };
  CHECK(kind("eq5d5l.sav") == ContainerKind::spss);
  CHECK(kind("eq5d5l.zsav") == ContainerKind::spss);
  CHECK(kind("eq5d5l.dta") == ContainerKind::stata);
  CHECK(kind("pandas_114.dta") == ContainerKind::stata);
  CHECK(kind("eq5d5l.xpt") == ContainerKind::sas_transport);
  CHECK(kind("forms.xlsx") == ContainerKind::workbook);
  CHECK(container_kind("") == ContainerKind::none);
  CHECK(container_kind("s,t") == ContainerKind::none);
  CHECK(container_kind("id,fft_1\n1,2\n") == ContainerKind::none);
  CHECK(container_kind("HEADER RECORD,x\n") == ContainerKind::none);
  CHECK(container_kind("PKR,x\n") == ContainerKind::none);
}

TEST_CASE("plain numbers have no exponent where a person would write none") {
  CHECK(plain(4.0) == "4");
  CHECK(plain(-0.0) == "0");
  CHECK(plain(0.1) == "0.1");
  CHECK(plain(0.1F) == "0.1");
  CHECK(plain(1e11) == "100000000000");
  CHECK(plain(9007199254740993.0) == "9007199254740992");
  CHECK(plain(0.000001) == "0.000001");
  CHECK(plain(1e17) == "1e+17");
  CHECK(plain(5e-324) == "5e-324");
  CHECK(plain(std::numeric_limits<double>::infinity()) == "inf");
}

TEST_CASE("times are ISO text, whole to the millisecond") {
  const TimeScale day{TimeKind::date, 0, 86400}, second{TimeKind::date_time, 0, 1}, clock{TimeKind::duration, 0, 1},
      month{TimeKind::month, -3653, 1};
  CHECK(timed(0, day) == "1970-01-01");
  CHECK(timed(-1, day) == "1969-12-31");
  CHECK(timed(19782, day) == "2024-02-29");
  CHECK(timed(0.5, day) == "1970-01-01T12:00:00"); // nothing is cut off in silence
  CHECK(timed(1e9, second) == "2001-09-09T01:46:40");
  CHECK(timed(-0.25, second) == "1969-12-31T23:59:59.750");
  CHECK(timed(725, clock) == "00:12:05");
  CHECK(timed(360000, clock) == "100:00:00");
  CHECK(timed(-61.5, clock) == "-00:01:01.500");
  CHECK(timed(0, month) == "1960-01");
  CHECK(timed(793, month) == "2026-02");
  CHECK(timed(-1, month) == "1959-12");
  CHECK(timed(1e30, day) == "no: ");
  CHECK(timed(-1e6, day) == "no: ");
  CHECK(timed(3e6, day) == "no: ");
  CHECK(timed(1, TimeScale{}) == "no: ");
  CHECK(timed(std::numeric_limits<double>::quiet_NaN(), day) == "no: ");
}

TEST_CASE("the formats of statistics programs name dates") {
  const auto kind = [](ContainerKind of, const char* format) { return time_scale(of, format).kind; };
  CHECK(kind(ContainerKind::spss, "F8.2") == TimeKind::none);
  CHECK(kind(ContainerKind::spss, "DATETIME20") == TimeKind::date_time);
  CHECK(kind(ContainerKind::spss, "SDATE10") == TimeKind::date);
  CHECK(kind(ContainerKind::spss, "DTIME11") == TimeKind::none);
  CHECK(kind(ContainerKind::stata, "%9.0g") == TimeKind::none);
  CHECK(kind(ContainerKind::stata, "%-tdDD/NN/CCYY") == TimeKind::date);
  CHECK(kind(ContainerKind::stata, "%tc") == TimeKind::date_time);
  CHECK(kind(ContainerKind::stata, "%tC") == TimeKind::none); // counts leap seconds
  CHECK(kind(ContainerKind::stata, "%tq") == TimeKind::none);
  CHECK(kind(ContainerKind::sas_transport, "DATE9") == TimeKind::date);
  CHECK(kind(ContainerKind::sas_transport, "E8601DT19") == TimeKind::date_time);
  CHECK(kind(ContainerKind::sas_transport, "DOLLAR8") == TimeKind::none);
  CHECK(kind(ContainerKind::workbook, "DATE9") == TimeKind::none);
}

TEST_CASE("cells are quoted where they have to be, and never hold the end of a record") {
  CHECK(cell("") == "");
  CHECK(cell("plain text") == "plain text");
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("say \"x\"") == "\"say \"\"x\"\"\"");
  CHECK(cell(" x") == "\" x\"");
  CHECK(cell("x\t") == "\"x\t\"");
  CHECK(cell("one\ntwo") == "\"one\ntwo\"");
  CHECK(cell("one\x1etwo") == "\"one two\"");
  CHECK(cell(std::string_view("a\0b", 3)) == "\"ab\"");
}

TEST_CASE("text that is no UTF-8 is Windows-1252, but for half a letter at its end") {
  CHECK(utf8("plain") == "plain");
  CHECK(utf8("Caf\xC3\xA9") == "Café");
  CHECK(utf8("Caf\xE9") == "Café (converted)");
  CHECK(utf8("Caf\xE9 \x80") == "Café € (converted)");
  CHECK(utf8("Z\xC3\xBCrich \xE2\x80") == "Zürich ");
  CHECK(utf8("Z\xC3\xBCrich \xC3") == "Zürich ");
  CHECK(utf8(std::string_view("a\0\xC3\xA9", 4)) == "aé");
}

TEST_CASE("a private file holds what was written, at any place, without a name") {
  PrivateFile file;
  const std::string large(600'000, 'x');
  file.write("one");
  file.write(large);
  file.write("two");
  file.flush();
  CHECK(file.size() == 600'006);
  std::string part(5, '\0');
  CHECK(file.read_at(600'001, part.data(), 5) == 5);
  CHECK(part == "xxtwo");
  CHECK(file.read_at(600'004, part.data(), 5) == 2);
  PrivateFile moved = std::move(file);
  CHECK(moved.read_at(0, part.data(), 3) == 3);
}
