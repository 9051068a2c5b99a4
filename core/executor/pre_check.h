// One thing looked at before a task is queued: nothing of it stops anybody.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace slipway {

struct PreCheck {
    enum class Level { Ok, Warning, Wrong };
    Level level = Level::Ok;
    QString id; // "engine", "image", "limit", "room", "port", "name", "dockerfile", "context" ...
    // English, marked QT_TRANSLATE_NOOP("PreCheck", ...): the window translates it under that id.
    QString text;
    QStringList arguments;
};

// All that is known so far, in the order it came: a registry that is slow holds up no other line.
// Called until `isComplete`, unless the one who asks is gone by then.
using ChecksTold = std::function<void(const QList<PreCheck> &found, bool isComplete)>;

} // namespace slipway
