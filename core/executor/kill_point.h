// Named moments at which a crash test ends this program as kill -9 would.
#pragma once

namespace slipway {

// Dies here when SLIPWAY_TEST_KILL_AT holds this name. Costs one comparison otherwise.
void killPoint(const char *name);

} // namespace slipway
