#include "support/catch.hpp"
#include "support/survey_reading.hpp"

#include <cmath>
#include <stdexcept>

using namespace joinedup;
using namespace joinedup::testing;

namespace {

using Codes = std::vector<AnswerCode>;
constexpr AnswerCode none = answer::missing, invalid = answer::invalid;

const Instrument& duo() {
  static const Instrument instrument = instrument_of("duo", {item_of("duo_1", 1, 3), item_of("duo_2", 0, 1)});
  return instrument;
}

Reading plain() {
  Reading reading;
  reading.request.instruments = {&duo()};
  return reading;
}

std::uint64_t dropped(const Everything& all, DropReason reason) {
  return all.summary.dropped[static_cast<std::size_t>(reason)];
}

bool says(const Everything& all, const std::string& text) {
  if (all.said().find(text) != std::string::npos) return true;
  UNSCOPED_INFO(all.said());
  return false;
}

} // namespace

TEST_CASE("items are matched by id whatever their case and place") {
  const Everything all = read_everything("x,DUO_2,y,Duo_1\n,1,,3\n,0,,\n", plain());
  CHECK(all.codes[0] == std::vector<Codes>{{3, none}, {1, 0}});
  CHECK(all.summary.records == 2);
}

TEST_CASE("an absent item is missing everywhere and announced") {
  const Everything all = read_everything("duo_1\n3\n", plain());
  CHECK(all.codes[0] == std::vector<Codes>{{3}, {none}});
  CHECK(says(all, "survey.csv:1: warning[J112]: duo: 1 of 2 items found, without duo_2"));
}

TEST_CASE("an instrument without any item is left out unless it must be there") {
  CHECK(read_everything("a,b\n1,2\n", plain()).codes.empty());
  Reading must = plain();
  must.request.all_must_match = true;
  const Everything all = read_everything("a,b\n1,2\n", must);
  CHECK(says(all, "error[J119]: duo: no column is one of its items"));
  CHECK(exit_code(all.diagnostics) == 2);
}

TEST_CASE("records without area or weight are dropped by reason and unknown areas are listed") {
  Reading reading = plain();
  Geography geography;
  geography.areas = {{"E54000063", "A", "A", "R", {"E54000052", "QE1"}, 0, 0}};
  reading.geography = &geography;
  reading.request.map.area = AreaColumn{"icb", {}, {}};
  reading.request.map.weight = "w";
  const std::string text = "icb,w,duo_1,duo_2\n"
                           "E54000063,1,1,1\n"
                           "e54000052,0.5,1,1\n"
                           "QE1,2,1,1\n"
                           ",1,1,1\n"
                           "ZZ9,1,1,1\n"
                           "somewhere else entirely,1,1,1\n"
                           "ZZ9,,1,1\n"
                           "QE1, ,1,1\n";
  const Everything all = read_everything(text, reading);
  using enum DropReason;
  CHECK(all.drop == std::vector<DropReason>{DropReason::none, DropReason::none, DropReason::none, no_area, unknown_area,
                                            unknown_area, unknown_area, blank_weight});
  CHECK(all.area[1] == "E54000063");
  CHECK(all.area[2] == "E54000063");
  CHECK(all.weight[1] == 0.5);
  CHECK(all.summary.unknown_areas == std::map<std::string, std::uint64_t>{{"ZZ9", 2}, {"other text", 1}});
  CHECK(says(all, "survey.csv:6:1: warning[J212]: [icb] \"ZZ9\" is no area"));
  CHECK(all.said().find("somewhere") == std::string::npos);
  CHECK(all.diagnostics.count("J212") == 2);
  CHECK(exit_code(all.diagnostics) == 0);
}

TEST_CASE("area cells go through the map's look-up") {
  Reading reading = plain();
  const std::map<std::string, std::string> lookup = {{"T1", "QE1"}, {"T2", "QF7"}};
  reading.lookup = &lookup;
  reading.request.map.area = AreaColumn{"trust", {}, {}};
  const Everything all = read_everything("trust,duo_1\nT1,1\n\"T2\",1\nT3,1\n", reading);
  CHECK(all.area == std::vector<std::string>{"QE1", "QF7", "-"});
}

TEST_CASE("negative weights and words for weights are errors") {
  Reading reading = plain();
  reading.request.map.weight = "w";
  reading.request.set_rejects_aside = true;
  const Everything all = read_everything("w,duo_1,duo_2\n-1,1,0\nheavy,2,free text\n\"1,5\",3,1\n0,1,1\n", reading);
  CHECK(says(all, "survey.csv:2:1: error[J213]: [w] a negative weight, 0 or more was expected"));
  CHECK(says(all, "survey.csv:3:1: error[J213]: [w] this weight is no number"));
  CHECK(says(all, "hint: say which sign numbers have: --decimal comma or --decimal point"));
  CHECK(dropped(all, DropReason::rejected) == 3);
  CHECK(all.summary.rejects ==
        "record,line,column,code,duo_1,duo_2\n1,2,1,J213,1,0\n2,3,1,J213,2,[text]\n3,4,1,J213,3,1\n");
  reading.options.decimal = "comma";
  CHECK(read_everything("w;duo_1\n1,5;1\n2,25;1\n", reading).weight == std::vector<double>{1.5, 2.25});
}

TEST_CASE("a count column makes a row stand for several records") {
  Reading reading = plain();
  reading.request.map.count = "n";
  reading.request.where = "duo_1 != 3";
  const Everything all = read_everything("n,duo_1,duo_2\n5,1,0\n7,3,1\n2,1,9\n2.5,1,0\n", reading);
  CHECK(all.summary.records == 15);
  CHECK(all.summary.rows == 4);
  CHECK(dropped(all, DropReason::outside_population) == 7);
  CHECK(dropped(all, DropReason::rejected) == 1);
  CHECK(all.summary.invalid_cells.at("duo.duo_2").at("9") == 2);
  CHECK(says(all, "survey.csv:5:1: error[J214]: [n] a whole number of identical records was expected"));
}

TEST_CASE("records outside the study population are counted and not complained about") {
  Reading reading = plain();
  reading.request.map.rows = {{"kind", {"A", "B"}}};
  reading.request.where = "wave = 2";
  const Everything all = read_everything("kind,wave,duo_1,duo_2\nA,2,1,1\nC,2,99,1\nB,1,77,1\nB,2,1,8\n", reading);
  CHECK(dropped(all, DropReason::outside_population) == 2);
  CHECK(all.diagnostics.count("J211") == 1);
  CHECK(all.codes[0][0] == Codes{1, invalid, invalid, 1});
}

TEST_CASE("an item asked in several columns takes the one that is answered") {
  Reading reading = plain();
  reading.request.map.administrations = {{"duo", "", {{"duo_1", {"a", "b"}}, {"duo_2", {"c"}}}, {}, {}, {}}};
  const Everything all = read_everything("a,b,c\n1,,0\n,2,1\n,,1\n1,3,1\nNA,2,0\n", reading);
  CHECK(all.codes[0][0] == Codes{1, 2, none, invalid, 2});
  CHECK(says(all, "survey.csv:5:1: warning[J215]: [a] 2 of the 2 columns of duo_1 are answered"));
}

TEST_CASE("a map with waves reads one instrument twice and uses its own words") {
  Reading reading = plain();
  Administration pre{"duo", "pre", {{"duo_1", {"p1"}}, {"duo_2", {"p2"}}}, {{"*", {{"9", "missing"}}}}, {}, {}};
  Administration post{"duo", "post", {{"duo_1", {"q1"}}, {"duo_2", {"q2"}}}, {}, {{"duo_1", {{"4", 1}}}}, {}};
  reading.request.map.administrations = {pre, post};
  reading.request.set_rejects_aside = true;
  const Everything all = read_everything("p1,p2,q1,q2\n1,9,4,9\n9,1,2\n", reading);
  CHECK(all.codes[0][1][0] == none);
  CHECK(all.codes[1][0][0] == 1);
  CHECK(all.codes[1][1][0] == invalid);
  CHECK(all.summary.invalid_cells.at("duo.post.duo_2").at("9") == 1);
  CHECK(all.summary.rejects.find(
            "record,line,column,code,pre.duo_1,pre.duo_2,post.duo_1,post.duo_2\n2,3,3,J204,9,1,2,\n") == 0);
}

TEST_CASE("messages show no text of respondents unless asked") {
  Reading reading = plain();
  const std::string text = "duo_1\nmy name is Ann\n";
  CHECK(read_everything(text, reading).said().find("Ann") == std::string::npos);
  reading.request.show_values = true;
  CHECK(says(read_everything(text, reading), "\"my name is Ann\" is no answer of duo_1, expected 1 to 3"));
}

TEST_CASE("numeric columns are carried and words in them are warned about") {
  Reading reading = plain();
  reading.request.numeric_columns = {"wait"};
  const Everything all = read_everything("duo_1,wait\n1,2.5\n1,\n1,long\n1,NA\n", reading);
  CHECK(all.columns[0][0] == 2.5);
  CHECK(std::isnan(all.columns[0][1]));
  CHECK(all.diagnostics.count("J218") == 1);
}

TEST_CASE("columns that are asked for and not there are named with the nearest heading") {
  Reading reading = plain();
  reading.request.map.weight = "wieght";
  reading.request.keep = {"duo_1", "nothing like it at all"};
  const Everything all = read_everything("weight,duo_1\n1,1\n", reading);
  CHECK(
      says(all, "survey.csv:1: error[J110]: weight: no column \"wieght\" in survey.csv\n  hint: did you mean weight?"));
  CHECK(says(all, "error[J110]: --keep: no column \"nothing like it at all\""));
  CHECK(exit_code(all.diagnostics) == 2);
}

TEST_CASE("a byte that is no UTF-8 sets its record aside") {
  const Everything all = read_everything("duo_1,t\n1,ok\n2,\xFF\n3,caf\xC3\xA9\n", plain());
  CHECK(says(all, "survey.csv:3:2: error[J206]: [t] byte 0xFF is not UTF-8\n  hint: save the file as UTF-8"));
  CHECK(all.codes[0][0] == Codes{1, none, 3});
}

TEST_CASE("faults beyond the tenth of a code are counted the same for all block sizes") {
  std::string text = "duo_1,duo_2\n";
  for (int k = 0; k < 500; ++k)
    text += k % 5 == 0 ? "8,1,2\n" : k % 2 == 0 ? "8,7\n" : "1,0\n";
  Reading reading = plain();
  const std::string once = read_everything(text, reading).said();
  CHECK(once.find("note[J204]: and 90 more like this") != std::string::npos);
  CHECK(once.find("note[J211]: and 390 more like this") != std::string::npos);
  for (const std::size_t bytes : {std::size_t{1}, std::size_t{100}, std::size_t{1000}}) {
    reading.threads = {3, bytes};
    CHECK(read_everything(text, reading).said() == once);
  }
}

TEST_CASE("reading that breaks off is an error and gives no summary") {
  struct Breaking : ByteSource {
    int reads = 0;
    std::size_t read(char* into, std::size_t room) override {
      if (++reads > 8) throw std::runtime_error("the disk is gone");
      for (std::size_t k = 0; k < room; ++k)
        into[k] = k % 2 == 0 ? '1' : '\n';
      return room;
    }
  };
  const Everything all = read_everything(std::make_unique<Breaking>(), Reading{});
  CHECK(all.opened);
  CHECK_FALSE(all.complete);
  CHECK(says(all, "error[J304]: reading stopped: the disk is gone"));
  CHECK(exit_code(all.diagnostics) == 3);
}
