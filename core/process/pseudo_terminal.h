// What a child writes into and we read from: a pseudo-terminal, or a plain pipe.
#pragma once

#include "core/process/file_descriptor.h"

#include <optional>

namespace slipway {

struct ChannelEnds {
    FileDescriptor ours; // does not block
    FileDescriptor childs; // blocks, so that the child waits while we do not read
};

// Both ends close themselves on exec. Nothing when the system has no more descriptors or
// terminals; errno says why.
std::optional<ChannelEnds> openPipe();
// Raw: an LF stays an LF, nothing is echoed, ^C in the data is data.
std::optional<ChannelEnds> openPseudoTerminal(unsigned short columns, unsigned short rows);

} // namespace slipway
