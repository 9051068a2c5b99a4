#include "core/diagnosis/diagnose.h"
namespace slipway { TaskError diagnose(const Failure &f) { TaskError e; e.exitCode=f.exitCode; e.text=QStringLiteral("stub"); if(!f.output.isEmpty()) e.decisiveLine=QString::fromUtf8(f.output.last()); return e; } }
