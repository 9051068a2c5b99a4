// The log of a running container, open in the window, over a file as the store writes it.
#pragma once

#include "tests/support/stored_log_queue.h"
#include "tests/ui/shown_page.h"
#include "ui/detail/log_view.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace slipway {

using namespace Qt::StringLiterals;

struct ShownLog {
    StoredLogQueue queue;
    Task task = madeTask(1, DockerRun{ u"acme/tests"_s }, TaskStatus::Running);
    MainWindow window{ queue };
    LogView *log = nullptr; // once it is open
    qint64 lines = 0;

    // `content`: of the file, as the store writes it.
    bool open(const QByteArray &content = {})
    {
        if (!QTest::qWaitFor([this] { return queue.isOpen(); }))
            return false;
        if (!content.isEmpty()) {
            QFile file(queue.fileOf(task.id));
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                return false;
            lines = content.count('\n');
        }
        return show();
    }
    bool show()
    {
        queue.add(task);
        if (!showPage(window, task.id, DetailPanel::Log))
            return false;
        log = window.findChild<LogView *>();
        if (!log)
            return false;
        log->setFocus();
        return QTest::qWaitFor([this] { return log->lineCount() == lines; });
    }
    bool append(const LogLines &more)
    {
        queue.append(task.id, more);
        lines += more.size();
        return QTest::qWaitFor([this] { return log->pages().total() == lines; });
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) const
    {
        QTest::keyClick(log, key, with);
    }
    // Waits until the lines on the screen are here.
    QStringList seen() const
    {
        if (!QTest::qWaitFor([&] { return !log->visibleLines().isEmpty(); }))
            return {};
        return log->visibleLines();
    }
    QString last() const { return seen().isEmpty() ? QString() : seen().last(); }
    QLineEdit *findField() const { return window.findChild<QLineEdit *>(u"logFind"_s); }
    QString hits() const { return window.findChild<QLabel *>(u"logFindCount"_s)->text(); }
    QPushButton *follow() const { return window.findChild<QPushButton *>(u"followLog"_s); }
    void press(const QString &button) const
    {
        QTest::mouseClick(window.findChild<QToolButton *>(button), Qt::LeftButton);
    }
    QPoint at(qint64 line, int column) const { return log->rectOf({ line, column }).center(); }
};

// Lines of a file, with the codes a terminal would obey.
inline QByteArray coloured()
{
    return "o plain\n"
           "o \x1b[31mred\x1b[0m \x1b[1;38;5;21mdeep blue\x1b[0m "
           "\x1b[38;2;255;255;0myellow\x1b[0m\n"
           "e \x1b[43;30mon yellow\n"
           "e still on yellow\x1b[m and not\n"
           "n The container runs.\n";
}

} // namespace slipway
