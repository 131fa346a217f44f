#include "report/html/cells.hpp"

#include <fmt/format.h>

namespace joinedup {

std::string labelled_cell(std::string_view css, std::string_view label, std::string_view html) {
  return fmt::format("<td role=\"cell\" class=\"{}\" data-l=\"{}\">{}</td>", css, label, html);
}

std::string heading_cell(std::string_view css, std::string_view html) {
  return fmt::format("<th role=\"columnheader\" scope=\"col\" class=\"{}\">{}</th>", css, html);
}

std::string hidden_cell(std::string_view css, std::string_view label) {
  return labelled_cell(css, label, "<span aria-hidden=\"true\">[c]</span><span class=\"vh\">hidden</span>");
}

std::string tag_html(const ResultStatus& status) {
  const char* word = status.hidden()   ? "hidden"
                     : status.coverage ? "too few measures"
                     : status.partial  ? "partial"
                     : status.caution  ? "caution"
                                       : nullptr;
  return word ? fmt::format(" <span class=\"tag\">{}</span>", word) : std::string();
}

} // namespace joinedup
