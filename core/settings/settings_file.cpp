#include "core/settings/settings_file.h"

namespace slipway {

SettingsFile::SettingsFile(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_values(readSettings(path))
{
}

void SettingsFile::change(const Settings &values)
{
    if (values == m_values)
        return;
    const Settings before = std::exchange(m_values, values);
    const bool kept = writeSettings(m_path, values, before);
    emit changed();
    if (!kept)
        emit notKept(m_path);
}

} // namespace slipway
