// Records that are no answers, unfinished or repeated.
#include "exports/record_memory.hpp"
#include "support/catch.hpp"
#include "support/memory_store.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using joinedup::testing::Everything;
using joinedup::testing::instrument_of;
using joinedup::testing::item_of;
using joinedup::testing::read_everything;
using joinedup::testing::Reading;

namespace {

std::string qualtrics(const std::string& records) {
  return "ResponseId,Status,Finished,q\nid,s,f,Question\n"
         "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\","
         "\"{\"\"ImportId\"\":\"\"finished\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n" +
         records;
}

const Instrument& one_question() {
  static const Instrument instrument = instrument_of("one", {item_of("q", 1, 5)});
  return instrument;
}

Instrument ten_questions() {
  std::vector<Item> items;
  for (int k = 1; k <= 10; ++k)
    items.push_back(item_of("q" + std::to_string(k), 1, 5));
  return instrument_of("ten", items);
}

Reading of_one() {
  Reading reading;
  reading.request.instruments = {&one_question()};
  return reading;
}

std::uint64_t dropped(const Everything& all, DropReason reason) {
  return all.summary.dropped.at(static_cast<std::size_t>(reason));
}

} // namespace

TEST_CASE("what a survey tool marks is left out with its reason, in any case") {
  const std::string text =
      qualtrics("R1,0,1,3\nR2,survey preview,True,3\nR3,8,1,4\nR4,0,0,2\nR5,IP Address,TRUE,-99\n");
  const Everything all = read_everything(text, of_one());
  REQUIRE(all.complete);
  CHECK(all.drop == std::vector<DropReason>{DropReason::none, DropReason::not_a_response, DropReason::not_a_response,
                                            DropReason::partial_response, DropReason::none});
  CHECK(all.codes[0][0][4] == answer::unanswered);
  CHECK(
      all.said().find("note[J262]: left out, as Qualtrics marks them: 1 previews and tests of the survey, 1 marked as "
                      "spam, 1 not finished") != std::string::npos);
  CHECK(all.summary.no_answer.at("one") == std::map<std::string, std::uint64_t>{{"unanswered", 1}});
  Reading with_partial = of_one();
  with_partial.request.map.reader.include_partial = true;
  CHECK(read_everything(text, with_partial).drop[3] == DropReason::none);
}

TEST_CASE("a preview is no response whatever the study population, an unfinished one may be outside it") {
  Reading reading = of_one();
  reading.request.where = "q > 2";
  const Everything all = read_everything(qualtrics("R1,1,1,1\nR2,0,0,1\nR3,0,0,3\n"), reading);
  CHECK(all.drop == std::vector<DropReason>{DropReason::not_a_response, DropReason::outside_population,
                                            DropReason::partial_response});
}

TEST_CASE("answers of records that were left out are not reported") {
  const Everything all = read_everything(qualtrics("R1,1,1,77\nR2,0,0,88\nR3,0,1,3\n"), of_one());
  CHECK(all.diagnostics.count("J211") == 0);
}

TEST_CASE("records of events that do not hold the form are no responses") {
  const std::string text = "record_id,redcap_event_name,sex,enrol_complete,wb_timestamp,q,wb_complete\n"
                           "1,enrol,1,2,,,\n1,after,,,2026-05-31,3,2\n2,after,,,[not completed],,0\n3,after,,,,,0\n";
  const Everything all = read_everything(text, of_one());
  CHECK(all.drop == std::vector<DropReason>{DropReason::not_a_response, DropReason::none, DropReason::partial_response,
                                            DropReason::none});
  CHECK(all.summary.no_answer.at("one").at("missing") == 1);
  CHECK(all.said().find("1 of events that do not ask these questions, 1 forms not completed") != std::string::npos);
}

TEST_CASE("repeated ids are warned about, and dropped on request, whatever threads and blocks") {
  std::string records;
  for (int k = 0; k < 2000; ++k)
    records += "R" + std::to_string(k % 1500) + ",0,1,3\n";
  Reading reading = of_one();
  const Everything warned = read_everything(qualtrics(records), reading);
  CHECK(dropped(warned, DropReason::duplicate) == 0);
  CHECK(warned.said().find("warning[J264]: 500 records repeat an earlier one, first record 1501") != std::string::npos);
  reading.request.map.reader.dedupe = true;
  for (const unsigned threads : {1U, 4U}) {
    for (const std::size_t block : {std::size_t{100}, std::size_t{4096}}) {
      reading.threads = {threads, block};
      const Everything all = read_everything(qualtrics(records), reading);
      CHECK(dropped(all, DropReason::duplicate) == 500);
      REQUIRE(all.drop.size() == 2000);
      CHECK(all.drop[1499] == DropReason::none);
      CHECK(all.drop[1500] == DropReason::duplicate);
      CHECK(all.said().find("note[J264]") != std::string::npos);
    }
  }
}

TEST_CASE("without ids, records are repeated when ten answers and all else but times are the same") {
  const Instrument ten = ten_questions();
  Reading reading;
  reading.request.instruments = {&ten};
  const std::string head = "Timestamp,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10,note\n";
  const std::string answers = ",1,2,3,4,5,1,2,3,4,5,";
  const std::string text = head + "2026/03/02 9:00:00 AM" + answers + "a\n2026/03/02 9:01:00 AM" + answers +
                           "b\n2026/03/02 9:05:00 AM" + answers + "a\n2026/03/02 9:06:00 AM,1,,,,,,,,,,\n" +
                           "2026/03/02 9:07:00 AM,1,,,,,,,,,,\n";
  CHECK(read_everything(text, reading).said().find("J264") != std::string::npos);
  reading.request.map.reader.dedupe = true;
  const Everything all = read_everything(text, reading);
  CHECK(all.drop == std::vector<DropReason>{DropReason::none, DropReason::none, DropReason::duplicate, DropReason::none,
                                            DropReason::none});
}

TEST_CASE("records are known again from file to file, running numbers of a survey tool are not") {
  RecordMemory memory;
  Reading reading = of_one();
  reading.request.memory = &memory;
  reading.request.map.reader.dedupe = true;
  const std::string text = qualtrics("R1,0,1,3\n7,0,1,4\n");
  CHECK(dropped(read_everything(text, reading), DropReason::duplicate) == 0);
  const Everything again = read_everything(text, reading);
  CHECK(again.drop == std::vector<DropReason>{DropReason::duplicate, DropReason::none});
  CHECK(again.said().find("(1 of them in a file read before this one); dropped") != std::string::npos);

  RecordMemory other;
  reading.request.memory = &other;
  reading.request.map.record = "person";
  CHECK(dropped(read_everything("person,q\n7,3\n\"\",3\n", reading), DropReason::duplicate) == 0);
  CHECK(read_everything("q,person\n5,\"7\"\n3,\n", reading).drop ==
        std::vector<DropReason>{DropReason::duplicate, DropReason::none});
  const Instrument two = instrument_of("two", {item_of("x", 1, 5)});
  reading.request.instruments = {&two};
  CHECK(dropped(read_everything("person,x\n7,3\n", reading), DropReason::duplicate) == 0);
}

TEST_CASE("waves of one person are no repeats") {
  Reading reading = of_one();
  reading.request.map.record = "person";
  reading.request.map.wave = "wave";
  const std::string text = "person,wave,q\n1,before,3\n1,after,4\n1,after,5\n";
  CHECK(read_everything(text, reading).said().find("1 record repeats an earlier one, first record 3") !=
        std::string::npos);
}

TEST_CASE("an area is read by the label that the file gives to its code") {
  const auto bytes = test::file_text(JOINEDUP_TESTS "/oracle/data/containers/eq5d5l.sav");
  REQUIRE(bytes);
  const Instrument one = instrument_of("one", {item_of("mo", 1, 5)});
  Reading reading;
  reading.request.instruments = {&one};
  reading.request.map.area = AreaColumn{"icb", std::nullopt, {}};
  const Everything all = read_everything(*bytes, reading);
  REQUIRE(all.complete);
  CHECK(all.area[0] == "ZZ1");
  CHECK(all.area[1] == "ZZ2");
}
