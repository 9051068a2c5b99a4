#include "ui/error/error_dialog.h"

#include "core/docker/docker_command.h"
#include "core/executor/terminal_text.h"
#include "ui/detail/error_page.h"
#include "ui/task_text.h"
#include "ui/widgets.h"

#include <QClipboard>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int reportLines = 50;

} // namespace

ErrorDialog::ErrorDialog(QueueService &queue, const Task &task, QWidget *parent)
    : QDialog(parent)
    , m_queue(queue)
    , m_task(task)
{
    setObjectName(u"errorDialog"_s);
    setWindowTitle(tr("%1: %2").arg(statusWord(task.status), displayName(task.spec)));
    resize(640, 380);
    auto *name = new QLabel(this);
    name->setTextFormat(Qt::PlainText);
    name->setText(displayName(task.spec));
    name->setWordWrap(true);
    enlarge(name, 4, QFont::DemiBold);
    auto *page = new ErrorPage(queue, this);
    page->setTask(task);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeError"_s);
    close->setDefault(true); // Enter must not start anything again unread
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(name);
    layout->addWidget(page, 1);
    layout->addLayout(buttons);
    close->setFocus();

    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(page, &ErrorPage::reportAsked, this, &ErrorDialog::copyReport);
    connect(page, &ErrorPage::retryAsked, this, [this] {
        emit retryAsked(m_task.id);
        accept();
    });
    connect(page, &ErrorPage::fixAsked, this, [this](const Fix &fix) {
        accept(); // first: it may open a form
        emit fixAsked(m_task.id, fix);
    });
    connect(page, &ErrorPage::editAsked, this, [this] {
        accept(); // first: the form opens over the window, not over this
        emit editAsked({ m_task.spec, m_task.options, {} });
    });
}

void ErrorDialog::copyReport()
{
    auto *answer = new QFutureWatcher<LogPage>(this);
    connect(answer, &QFutureWatcher<LogPage>::finished, this, [this, answer] {
        answer->deleteLater();
        QStringList lines;
        if (answer->future().resultCount() > 0) {
            for (const LogLine &line : answer->result().lines)
                lines << QString::fromUtf8(withoutTerminalCodes(line.text));
        }
        QGuiApplication::clipboard()->setText(reportText(m_task, commandLine(m_task.spec), lines));
    });
    answer->setFuture(m_queue.readLog(m_task.id, -1, reportLines));
}

} // namespace slipway
