// What a child does between fork and exec.
#pragma once

#include <sys/types.h>

namespace slipway {

// Own session and process group, death with its parent, signals as a program expects them, and
// these descriptors as its standard output and error.
//
// Runs in a copy of a program that may have had threads: async-signal-safe calls only, no
// allocation, no Qt.
void setUpChild(pid_t parent, int standardOutput, int standardError);

} // namespace slipway
