// The survey tools that are known, one small file each. A layout is told by its heading rows alone, and by what no
// other tool writes: question texts are in the author's language and prove nothing.
#pragma once

#include "exports/survey_tool/survey_tool.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace joinedup {

using Recognised = std::optional<RecognisedTool>;

struct ToolLayout {
  std::string_view id, name, confidence; ///< as SurveyTool
  std::string_view expected;             ///< what the heading rows must hold, for a message
  Recognised (*recognise)(HeadRows);     ///< id, name and confidence are filled in by the caller
};

/// In the order in which they are tried: the surest evidence first.
std::span<const ToolLayout> tool_layouts();

Recognised qualtrics(HeadRows rows);
Recognised surveymonkey(HeadRows rows);
Recognised limesurvey(HeadRows rows);
Recognised redcap(HeadRows rows);
Recognised kobo(HeadRows rows);
Recognised odk_central(HeadRows rows);
Recognised alchemer(HeadRows rows);
Recognised smartsurvey(HeadRows rows);
Recognised snap(HeadRows rows);
Recognised microsoft_forms(HeadRows rows);
Recognised google_forms(HeadRows rows);
Recognised proms_extract(HeadRows rows);
Recognised table_of_shares(HeadRows rows);

} // namespace joinedup
