#include "core/process/program_lookup.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace slipway {

using namespace Qt::StringLiterals;

namespace {

ProgramLookup lookUpPath(const ProcessCall &call)
{
    // QDir("") is the current folder, and a path that is absolute stays as it is.
    const QFileInfo file(QDir(call.workingDirectory).absoluteFilePath(call.program));
    const QString path = file.absoluteFilePath();
    if (!file.exists())
        return { {}, u"there is no file \"%1\""_s.arg(path) };
    if (!file.isFile())
        return { {}, u"\"%1\" is not a program"_s.arg(path) };
    if (!file.isExecutable())
        return { {}, u"\"%1\" may not be executed"_s.arg(path) };
    return { path, {} };
}

ProgramLookup lookUpName(const ProcessCall &call)
{
    const QString variable = call.environment.value(u"PATH"_s, qEnvironmentVariable("PATH"));
    const QStringList folders = variable.split(u':', Qt::SkipEmptyParts);
    // Without any folder findExecutable would look into our own PATH instead.
    const QString path =
        folders.isEmpty() ? QString() : QStandardPaths::findExecutable(call.program, folders);
    if (path.isEmpty())
        return { {}, u"there is no program \"%1\" in PATH"_s.arg(call.program) };
    return { path, {} };
}

} // namespace

ProgramLookup lookUpProgram(const ProcessCall &call)
{
    if (!call.workingDirectory.isEmpty() && !QFileInfo(call.workingDirectory).isDir())
        return { {}, u"there is no folder \"%1\" to work in"_s.arg(call.workingDirectory) };
    if (call.program.isEmpty())
        return { {}, u"no program was named"_s };
    return call.program.contains(u'/') ? lookUpPath(call) : lookUpName(call);
}

} // namespace slipway
