// The commands of slipwayctl by name.
#pragma once

#include <QString>

namespace slipway {

class CtlRun;

// Checks what was typed and begins; a wrong usage ends the run before it connects.
void startCommand(CtlRun &run);
QString usageText();

// ctl_show.cpp: commands that only look
void listTasks(CtlRun &run);
void showStatus(CtlRun &run);
void showStatistics(CtlRun &run);
// ctl_act.cpp: commands that change something
void addTask(CtlRun &run);
void addDockerLine(CtlRun &run);
void applyVerb(CtlRun &run);
void holdOrRelease(CtlRun &run);
// ctl_queue.cpp: commands for the queue as a whole
void clearTasks(CtlRun &run);
void showOrSetLimits(CtlRun &run);
void showHealth(CtlRun &run);
void exportQueue(CtlRun &run);
void importQueue(CtlRun &run);
// ctl_diagnose.cpp
void diagnoseWords(CtlRun &run);
// ctl_request.cpp
void passRequest(CtlRun &run);

} // namespace slipway
