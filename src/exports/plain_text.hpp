// Text as people mean it, whatever program wrote it.
#pragma once

#include <string>
#include <string_view>

namespace joinedup {

/// HTML tags away, entities as characters; curly quotes, dashes and spaces of Unicode as plain ones; nothing of no
/// width. What is not known stays as it is.
std::string plain_text(std::string_view text);

} // namespace joinedup
