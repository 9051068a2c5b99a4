// The settings of one profile while a program runs: what they are, and who changes them. The one
// door to the file.
#pragma once

#include "core/settings/settings.h"

#include <QObject>

namespace slipway {

class SettingsFile : public QObject {
    Q_OBJECT

public:
    explicit SettingsFile(const QString &path, QObject *parent = nullptr);

    const Settings &values() const { return m_values; }
    // Kept at once; changed() tells when something is different now.
    void change(const Settings &values);

signals:
    void changed();
    void notKept(const QString &path); // the change holds until the program ends

private:
    QString m_path;
    Settings m_values;
};

} // namespace slipway
