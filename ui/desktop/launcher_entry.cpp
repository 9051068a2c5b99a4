#include "ui/desktop/launcher_entry.h"

#include <QDBusMessage>

using namespace Qt::StringLiterals;

namespace slipway {

void tellLauncher(const QDBusConnection &bus, const WorkNumbers &work)
{
    QDBusMessage update = QDBusMessage::createSignal(
        u"/org/slipway/LauncherEntry"_s, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    update << u"application://slipway.desktop"_s
           << QVariantMap{ { u"count"_s, qint64(work.active) },
                  { u"count-visible"_s, work.active > 0 },
                  { u"progress"_s, work.percent.value_or(0) / 100.0 },
                  { u"progress-visible"_s, work.percent.has_value() },
                  { u"urgent"_s, work.failed > 0 } };
    bus.send(update);
}

} // namespace slipway
