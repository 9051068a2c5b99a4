// How a person left the window: its size, its parts, its columns and what was chosen.
#pragma once

#include <QByteArray>
#include <QString>

class QSplitter;

namespace slipway {

class SideBar;
class TaskTableColumns;

struct WindowParts {
    QSplitter &split;
    SideBar &sideBar;
    TaskTableColumns &columns;
};

// `file`: an INI file of this profile. Restoring from one that is not there changes nothing;
// `splitSized` tells whether a person had moved the splitter.
void keepWindow(
    const QString &file, const QByteArray &geometry, const WindowParts &parts, bool splitSized);
QByteArray keptGeometry(const QString &file);
bool restoreParts(const QString &file, const WindowParts &parts);

} // namespace slipway
