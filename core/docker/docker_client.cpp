#include "core/docker/docker_client.h"

#include "core/diagnosis/sentences.h"
#include "core/docker/install_command.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr auto mark = "SLIPWAY_TASK"_L1;

}

ProcessCall DockerClient::call(
    const QString &host, const DockerCall &command, const TaskId &task) const
{
    ProcessCall call;
    call.program = program;
    call.arguments = hostArguments(host) + command.arguments;
    call.environment = command.environment;
    call.environment.insert(mark, idText(task));
    return call;
}

TaskError clientMissing(const QString &program, const ProcessEnd &end)
{
    TaskError error =
        madeError(ErrorCode::InternalError, sentence::dockerNotStarted, { program, end.problem });
    error.decisiveLine = end.problem;
    error.command = installCommand(systemFacts());
    return error;
}

int endLeftoverClients(const TaskId &task)
{
    const QByteArray wanted = QByteArray(mark.data(), mark.size()) + '=' + idText(task).toLatin1();
    int count = 0;
    const QStringList processes = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : processes) {
        bool isProcess = false;
        const pid_t pid = name.toInt(&isProcess);
        if (!isProcess || pid == getpid())
            continue;
        QFile file(u"/proc/%1/environ"_s.arg(pid));
        if (!file.open(QIODevice::ReadOnly) || !file.readAll().split('\0').contains(wanted))
            continue;
        ++count;
        ::kill(pid, SIGKILL);
    }
    return count;
}

} // namespace slipway
