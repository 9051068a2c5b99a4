// The log for screen readers: the lines that are on the screen, as read-only text.
#pragma once

namespace slipway {

void makeLogsAccessible(); // once is enough; more does nothing

} // namespace slipway
