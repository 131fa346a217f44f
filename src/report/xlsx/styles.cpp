#include "report/xlsx/styles.hpp"

#include "base/text.hpp"
#include "report/html/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace joinedup {
namespace {

constexpr std::size_t first_format = 164; // those before are built in (ECMA-376 part 1, 18.8.30)

/// Fonts by place: body, title, subtitle, bold, link.
constexpr std::string_view fonts =
    "<fonts count=\"5\"><font><sz val=\"12\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"16\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"14\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"12\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
    "<font><u/><sz val=\"12\"/><color rgb=\"FF0000FF\"/><name val=\"Arial\"/><family val=\"2\"/></font></fonts>";

/// Named styles by place: Normal, Heading 1, Heading 2, Hyperlink.
constexpr std::string_view named =
    "<cellStyleXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" applyFont=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" applyFont=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"4\" fillId=\"0\" borderId=\"0\" applyFont=\"1\"/></cellStyleXfs>";

constexpr std::string_view names = "<cellStyles count=\"4\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
                                   "<cellStyle name=\"Heading 1\" xfId=\"1\" builtinId=\"16\"/>"
                                   "<cellStyle name=\"Heading 2\" xfId=\"2\" builtinId=\"17\"/>"
                                   "<cellStyle name=\"Hyperlink\" xfId=\"3\" builtinId=\"8\"/></cellStyles>";

struct RoleStyle {
  int named, font;
  std::string_view alignment;
};

/// In the order of TextRole.
constexpr std::array<RoleStyle, 9> roles{{{0, 0, ""},
                                          {1, 1, ""},
                                          {2, 2, ""},
                                          {0, 0, "vertical=\"top\" wrapText=\"1\""},
                                          {0, 0, "horizontal=\"left\" vertical=\"top\" wrapText=\"1\""},
                                          {0, 0, "horizontal=\"right\" vertical=\"top\""},
                                          {0, 3, "horizontal=\"left\" vertical=\"top\" wrapText=\"1\""},
                                          {0, 3, "horizontal=\"right\" vertical=\"top\" wrapText=\"1\""},
                                          {3, 4, "vertical=\"top\""}}};

std::string role_xml(const RoleStyle& role) {
  std::string out =
      fmt::format("<xf numFmtId=\"0\" fontId=\"{}\" fillId=\"0\" borderId=\"0\" xfId=\"{}\"", role.font, role.named);
  if (role.font != 0) out += " applyFont=\"1\"";
  if (role.alignment.empty()) return out + "/>";
  return out + fmt::format(" applyAlignment=\"1\"><alignment {}/></xf>", role.alignment);
}

} // namespace

std::string format_code(const NumberLook& look) {
  if (look.tied) return "\"=\"0";
  if (look.extreme) return "[<=0]\"<5%\";\">95%\"";
  std::string plain = look.percent || look.chance ? "0" : "#,##0";
  if (look.decimals > 0) plain += '.' + std::string(static_cast<std::size_t>(look.decimals), '0');
  if (look.percent) plain += '%';
  if (!look.chance) return plain;
  return fmt::format("[<{}]\"[low]\";{}", fixed(0.5 * std::pow(10.0, -look.decimals), look.decimals + 1), plain);
}

std::size_t BookStyles::of(const NumberLook& look) {
  const auto found = std::find(looks_.begin(), looks_.end(), look);
  const auto place = static_cast<std::size_t>(found - looks_.begin());
  if (found == looks_.end()) looks_.push_back(look);
  return roles.size() + place;
}

std::string BookStyles::xml() const {
  std::string formats, cells;
  for (const RoleStyle& role : roles)
    cells += role_xml(role);
  for (std::size_t k = 0; k < looks_.size(); ++k) {
    formats +=
        fmt::format("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", first_format + k, escaped(format_code(looks_[k])));
    cells += fmt::format("<xf numFmtId=\"{}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
                         "applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
                         first_format + k);
  }
  if (!formats.empty()) formats = fmt::format("<numFmts count=\"{}\">{}</numFmts>", looks_.size(), formats);
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                     "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{}{}"
                     "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
                     "patternType=\"gray125\"/></fill></fills>"
                     "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>{}"
                     "<cellXfs count=\"{}\">{}</cellXfs>{}</styleSheet>",
                     formats, fonts, named, roles.size() + looks_.size(), cells, names);
}

} // namespace joinedup
