// One thing looked at before a task is queued: nothing of it stops anybody.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace slipway {

struct PreCheck {
    enum class Level { Ok, Warning, Wrong };
    Level level = Level::Ok;
    QString id; // "engine", "image", "limit", "room", "port", "name", "dockerfile", "context" ...
    // English, marked QT_TRANSLATE_NOOP("PreCheck", ...): the window translates it under that id.
    QString text;
    QStringList arguments;
};

} // namespace slipway
