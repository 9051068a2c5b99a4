#include "core/process/child_setup.h"

#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

namespace slipway {

void setUpChild(pid_t parent, int standardOutput, int standardError)
{
    // A session has a group of its own and no controlling terminal: a child that would ask for a
    // password on /dev/tty fails at once instead of waiting where nobody can answer.
    setsid();

    // Sent when the *thread* that forked ends, so runners belong on a thread that lives as long as
    // the program. A parent that died before this call sends nothing any more.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(127);

    // exec resets handlers, but passes on what is ignored (Qt ignores SIGPIPE) or blocked.
    for (int number = 1; number < NSIG; ++number)
        signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);

    dup2(standardOutput, STDOUT_FILENO);
    dup2(standardError, STDERR_FILENO);
}

} // namespace slipway
