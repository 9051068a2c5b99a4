#include "core/settings/settings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace slipway {

Settings readSettings(const QString &file)
{
    QSettings ini(file, QSettings::IniFormat);
    Settings settings;
    settings.dockerProgram = ini.value("docker/program").toString();
    bool ok = false;
    if (const int given = ini.value("limits/max_concurrent").toInt(&ok); ok && given >= 1)
        settings.maxConcurrent = given;
    if (const double given = ini.value("limits/keep_free_gb").toDouble(&ok); ok && given >= 0)
        settings.keepFreeGigabytes = given;
    ini.beginGroup("lanes");
    for (const QString &lane : ini.childKeys()) {
        if (const int given = ini.value(lane).toInt(&ok); ok && given >= 0)
            settings.lanes.insert(lane, given);
    }
    return settings;
}

bool writeSettings(const QString &file, const Settings &settings)
{
    QSettings ini(file, QSettings::IniFormat);
    ini.setValue("docker/program", settings.dockerProgram);
    ini.setValue("limits/max_concurrent", settings.maxConcurrent);
    ini.setValue("limits/keep_free_gb", settings.keepFreeGigabytes);
    ini.remove("lanes");
    for (auto it = settings.lanes.cbegin(); it != settings.lanes.cend(); ++it)
        ini.setValue("lanes/"_L1 + it.key(), it.value());
    ini.sync();
    return ini.status() == QSettings::NoError;
}

} // namespace slipway
