#include "tests/support/client_processes.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace slipway::test {

QStringList clientProcessesOf(const QString &taskId)
{
    const QByteArray mark = "SLIPWAY_TASK=" + taskId.toLatin1();
    QStringList found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/"_s + name + u"/environ"_s);
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(mark))
            found.append(name);
    }
    return found;
}

} // namespace slipway::test
