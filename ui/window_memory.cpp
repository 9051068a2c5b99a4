#include "ui/window_memory.h"

#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_table_columns.h"

#include <QSettings>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace slipway {

void keepWindow(
    const QString &file, const QByteArray &geometry, const WindowParts &parts, bool splitSized)
{
    QSettings ini(file, QSettings::IniFormat);
    ini.setValue(u"window/geometry"_s, geometry);
    ini.setValue(u"window/columns"_s, parts.columns.state());
    ini.setValue(u"window/choice"_s, parts.sideBar.choice());
    if (splitSized)
        ini.setValue(u"window/split"_s, parts.split.saveState());
}

QByteArray keptGeometry(const QString &file)
{
    return QSettings(file, QSettings::IniFormat).value(u"window/geometry"_s).toByteArray();
}

bool restoreParts(const QString &file, const WindowParts &parts)
{
    const QSettings ini(file, QSettings::IniFormat);
    parts.columns.restore(ini.value(u"window/columns"_s).toByteArray());
    parts.sideBar.choose(ini.value(u"window/choice"_s, 0).toInt());
    return parts.split.restoreState(ini.value(u"window/split"_s).toByteArray());
}

} // namespace slipway
