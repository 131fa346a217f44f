#include "support/catch.hpp"
#include "support/html_check.hpp"
#include "support/results_states.hpp"

#include "report/html/text.hpp"
#include "report/writers.hpp"

#include <rapidcheck.h>

using namespace joinedup;
using namespace joinedup::testing;

TEST_CASE("Markup in any text from outside is printed as text") {
  const std::string html = report_html(hostile_texts());
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("<img") == std::string::npos);
  CHECK(html.find("&lt;script&gt;") != std::string::npos);
  CHECK(html.find("&amp;amp;") != std::string::npos);
  const auto faults = html_faults(html);
  CAPTURE(faults);
  CHECK(faults.empty());
}

TEST_CASE("The five characters of markup become entities") {
  CHECK(escaped("<a b='c'>&\"") == "&lt;a b=&#39;c&#39;&gt;&amp;&quot;");
}

TEST_CASE("Text in UTF-8 stays as it is and broken bytes are replaced") {
  CHECK(escaped("caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x99\x82") == "caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x99\x82");
  CHECK(escaped("caf\xE9!") == "caf\xEF\xBF\xBD!");
  CHECK(escaped("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(escaped("\xED\xA0\x80").find('\xED') == std::string::npos);
  CHECK(escaped(std::string_view("a\0b", 3)) == "a\xEF\xBF\xBD"
                                                "b");
  CHECK(escaped("\xE2\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("Escaped text never holds a character of markup") {
  CHECK(rc::check("escaped", [](const std::string& text) {
    const std::string out = escaped(text);
    RC_ASSERT(out.find_first_of("<>\"'") == std::string::npos);
  }));
}

TEST_CASE("A page with any name is well formed") {
  CHECK(rc::check("names", [](const std::string& name, const std::string& code) {
    RunResults results = few_areas(2);
    results.areas[0].name = results.areas[0].short_name = results.index.title = name;
    results.areas[1].code = code;
    RC_ASSERT(html_faults(report_html(results)).empty());
  }));
}
