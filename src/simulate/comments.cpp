#include "simulate/comments.hpp"

namespace joinedup {

namespace {

std::vector<std::string> quoted(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts) {
    std::string& cell = out.emplace_back();
    for (const char c : text) {
      cell.append(c == '"' ? 2 : 1, c);
    }
  }
  return out;
}

} // namespace

CommentWriter::CommentWriter(const SimulatedComments& spec)
    : given_(spec.given), formula_(spec.formula), most_(spec.most), phrases_(quoted(spec.phrases)),
      separators_(quoted(spec.separators)), formulas_(quoted(spec.formulas)) {}

void CommentWriter::append(std::string& out, Draws draws) const {
  if (!draws.happens(given_)) return;
  out += '"';
  if (!formulas_.empty() && draws.happens(formula_)) {
    out += formulas_[draws.pick(formulas_.size())];
  } else {
    const std::size_t parts = 1 + draws.pick(static_cast<std::size_t>(most_));
    for (std::size_t i = 0; i < parts; ++i) {
      if (i > 0) out += separators_[draws.pick(separators_.size())];
      out += phrases_[draws.pick(phrases_.size())];
    }
  }
  out += '"';
}

} // namespace joinedup
