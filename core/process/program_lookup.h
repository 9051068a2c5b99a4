// Which file a call would run, or why it cannot run, in words a person understands.
#pragma once

#include "core/process/process_runner.h"

namespace slipway {

struct ProgramLookup {
    QString path; // absolute
    QString problem; // a reason, when there is one: `there is no program "dockr" in PATH`
};

// QProcess would say "No such file or directory" alike for the program, its interpreter and the
// working directory. A name is looked up in the child's PATH, a relative path from its folder.
ProgramLookup lookUpProgram(const ProcessCall &call);

} // namespace slipway
