#include "ui/settings/plain_pages.h"

#include <QComboBox>
#include <QDir>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// Each by its own name, as far as there is a translation.
QList<std::pair<QString, QString>> languages()
{
    QList<std::pair<QString, QString>> found{ { u"en"_s, u"English"_s } };
    for (const QString &file : QDir(u":/i18n"_s).entryList({ u"slipway_*.qm"_s })) {
        const QString name = file.section(u'_', 1).section(u'.', 0, 0);
        if (name == "en"_L1)
            continue;
        const QString own = QLocale(name).nativeLanguageName();
        found.append({ name, own.left(1).toUpper() + own.mid(1) });
    }
    return found;
}

} // namespace

ListPage::ListPage(QueueService &queue, SettingsFile &settings, QWidget *parent)
    : SettingsPage(tr("List"), settings, parent)
{
    auto *after = new QComboBox(this);
    after->addItem(tr("never"), 0);
    after->addItem(tr("a day after their end"), 1);
    for (int days : { 7, 30, 90, 365 })
        after->addItem(tr("%1 days after their end").arg(days), days);
    after->setMinimumWidth(300);
    const auto show = [after, &queue] {
        const int days = queue.limits().removeAfterDays;
        if (after->findData(days) < 0)
            after->addItem(tr("%1 days after their end").arg(days), days);
        after->setCurrentIndex(after->findData(days));
    };
    show();
    addRow(tr("Remove finished tasks"), after, u"remove_after_days"_s);
    addHint(tr("With their logs. A task that others still wait for stays. The queue does it while "
               "it runs, with or without a window."));
    finish();
    connect(after, &QComboBox::activated, this, [after, &queue] {
        QueueLimits limits = queue.limits();
        limits.removeAfterDays = after->currentData().toInt();
        queue.setLimits(limits);
    });
    connect(&queue, &QueueService::limitsChanged, this, show);
}

NotificationsPage::NotificationsPage(SettingsFile &settings, QWidget *parent)
    : SettingsPage(tr("Notifications"), settings, parent)
{
    addCheck(tr("When a task fails and the window is not in front"), u"tell_failures"_s,
        &Settings::tellOfFailures);
    addCheck(tr("When a task that is marked “Notify me” ends"), u"tell_marked"_s,
        &Settings::tellOfMarked);
    addCheck(tr("When the queue is done and the window is not in front"), u"tell_done"_s,
        &Settings::tellWhenDone);
    addSection(tr("Quiet"));
    addCheck(tr("Quiet mode: tell nothing"), u"quiet"_s, &Settings::quiet);
    addHint(tr("The side bar and the tray icon still count what failed."));
    finish();
}

WindowPage::WindowPage(SettingsFile &settings, QWidget *parent)
    : SettingsPage(tr("Window"), settings, parent)
{
    addChoice(tr("Language"), u"language"_s,
        QList<std::pair<QString, QString>>{ { QString(), tr("as the system") } } + languages(),
        &Settings::language);
    addChoice(tr("Colours"), u"colours"_s,
        { { QString(), tr("as the system") }, { u"light"_s, tr("light") },
            { u"dark"_s, tr("dark") } },
        &Settings::colours);
    addSection(tr("Start and end"));
    addCheck(tr("Start in the tray, or minimised where there is none"), u"start_minimised"_s,
        &Settings::startMinimised);
    addChoice(tr("Closing the window"), u"when_closed"_s,
        { { QString(), tr("keeps it in the tray while something runs") },
            { u"tray"_s, tr("always keeps it in the tray") },
            { u"quit"_s, tr("quits, and asks while something runs") } },
        &Settings::whenClosed);
    addCheck(tr("Quit when the queue is done"), u"quit_when_empty"_s, &Settings::quitWhenEmpty);
    finish();
}

} // namespace slipway
