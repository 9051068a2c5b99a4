#include "core/process/pseudo_terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>

#include <array>

namespace slipway {

std::optional<ChannelEnds> openPipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::nullopt;
    ChannelEnds pipe{ FileDescriptor(ends[0]), FileDescriptor(ends[1]) };
    // Not by pipe2: the child's end would not block either, and few programs expect that.
    if (fcntl(pipe.ours.number(), F_SETFL, O_NONBLOCK) != 0)
        return std::nullopt;
    return pipe;
}

std::optional<ChannelEnds> openPseudoTerminal(unsigned short columns, unsigned short rows)
{
    FileDescriptor ours(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
    std::array<char, 64> name{};
    if (!ours.isOpen() || grantpt(ours.number()) != 0 || unlockpt(ours.number()) != 0
        || ptsname_r(ours.number(), name.data(), name.size()) != 0)
        return std::nullopt;
    FileDescriptor childs(open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    termios settings{};
    if (!childs.isOpen() || tcgetattr(childs.number(), &settings) != 0)
        return std::nullopt;
    cfmakeraw(&settings);
    const winsize size{ .ws_row = rows, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0 };
    if (tcsetattr(childs.number(), TCSANOW, &settings) != 0
        || ioctl(childs.number(), TIOCSWINSZ, &size) != 0)
        return std::nullopt;
    return ChannelEnds{ std::move(ours), std::move(childs) };
}

} // namespace slipway
