#include "ui/detail/detail_panel.h"

#include "core/docker/docker_command.h"
#include "core/executor/terminal_text.h"
#include "ui/detail/answer_page.h"
#include "ui/detail/error_page.h"
#include "ui/detail/layer_table.h"
#include "ui/detail/log_pane.h"
#include "ui/detail/overview_page.h"
#include "ui/icons.h"
#include "ui/task_text.h"
#include "core/executor/when_answered.h"
#include "ui/widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int reportLines = 50;

} // namespace

DetailPanel::DetailPanel(QueueService &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_icon(new IconPicture(18, QPalette::ButtonText, this))
    , m_name(new QLabel(this))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout(this))
{
    setObjectName(u"detailPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumHeight(150);
    m_name->setObjectName(u"detailName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    enlarge(m_name, 2, QFont::DemiBold);

    m_head->setSpacing(10);
    m_head->addWidget(m_icon);
    m_head->addWidget(m_name, 1);
    m_body->setContentsMargins(20, 10, 20, 12);
    m_body->setSpacing(8);
    m_body->addLayout(m_head);
    m_body->addStretch(); // while there are no pages

    connect(&queue, &QueueService::taskChanged, this, [this](const Task &task) {
        if (task.id == m_id)
            taskChanged(task);
    });
    connect(&queue, &QueueService::tasksProgressed, this, [this](const auto &progress) {
        if (progress.contains(m_id))
            refreshProgress();
    });
    connect(&queue, &QueueService::taskRemoved, this, [this](const TaskId &id) {
        if (id == m_id)
            showTask({});
    });
    connect(&m_clock, &QTimer::timeout, this, &DetailPanel::refreshProgress);
    showTask({});
}

// With the first task: a window that has just been opened shows none.
void DetailPanel::makePages()
{
    if (m_pages)
        return;
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(u"detailTabs"_s);
    m_tabs->setAccessibleName(tr("Pages of the task"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const QString &title :
        { tr("Error"), tr("Overview"), tr("Layers"), tr("Answer"), tr("Log") })
        m_tabs->addTab(title);
    m_pages = new QStackedWidget(this);
    m_error = new ErrorPage(m_queue, m_pages);
    m_overview = new OverviewPage(m_pages);
    m_layers = new LayerTable(m_pages);
    m_answer = new AnswerPage(m_queue, m_pages);
    m_log = new LogPane(m_queue, m_pages);
    for (QWidget *page :
        std::initializer_list<QWidget *>{ m_error, m_overview, m_layers, m_answer, m_log })
        m_pages->addWidget(page);
    m_head->addWidget(m_tabs);
    m_body->insertWidget(1, m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, &DetailPanel::showPage);
    connect(m_error, &ErrorPage::retryAsked, this, [this] { emit retryAsked(m_id); });
    connect(m_error, &ErrorPage::reportAsked, this, &DetailPanel::copyReport);
    connect(
        m_error, &ErrorPage::fixAsked, this, [this](const Fix &fix) { emit fixAsked(m_id, fix); });
    connect(m_overview, &OverviewPage::fixAsked, this,
        [this](const Fix &fix) { emit fixAsked(m_id, fix); });
    connect(m_overview, &OverviewPage::taskAsked, this, &DetailPanel::taskAsked);
    connect(m_error, &ErrorPage::editAsked, this, [this] {
        if (const auto task = m_queue.task(m_id))
            emit editAsked({ task->spec, task->options });
    });
}

void DetailPanel::showTask(const TaskId &id)
{
    if (id == m_id && !id.isNull())
        return;
    m_id = id;
    const auto task = m_queue.task(id);
    if (task)
        makePages();
    if (m_pages) {
        m_log->showLog(id, task ? displayName(task->spec) : QString());
        m_tabs->setVisible(task.has_value());
        m_pages->setVisible(task.has_value());
    }
    m_icon->setVisible(task.has_value());
    setTone(m_name, task ? QString() : u"soft"_s);
    if (!task) {
        m_clock.stop();
        m_name->setText(tr("Select a task to see what it is doing."));
        return;
    }
    m_clock.start(1000);
    taskChanged(*task);
    const int current = m_tabs->currentIndex();
    if (task->error && m_tabs->isTabVisible(Error))
        openPage(Error);
    else if (current == Overview && m_tabs->isTabVisible(Answer))
        openPage(Answer); // is what such a task is about
    else
        openPage(current == Error ? Overview : Page(current));
}

void DetailPanel::showChain(const QList<const Task *> &before, const QList<const Task *> &behind)
{
    if (m_pages)
        m_overview->setChain(before, behind);
}

void DetailPanel::taskChanged(const Task &task)
{
    makePages();
    m_icon->setIcon(typeIcon(task.type()));
    m_name->setText(displayName(task.spec));
    m_name->setToolTip(displayName(task.spec).toHtmlEscaped());
    const bool wrong =
        task.error && (task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout);
    const bool hadError = m_tabs->isTabVisible(Error);
    const int before = m_tabs->currentIndex();
    m_tabs->setTabVisible(Error, wrong);
    m_error->setTask(task);
    m_overview->setTask(task);
    m_tabs->setTabVisible(Answer, task.type() == TaskType::OllamaRun);
    m_answer->setTask(task);
    showLayers(task.progress.layers);
    if (wrong && !hadError)
        openPage(Error);
    else if (!m_tabs->isTabVisible(before))
        openPage(Overview); // rather than what happens to stand beside it
}

void DetailPanel::refreshProgress()
{
    const auto task = m_queue.task(m_id);
    if (!task || !m_pages)
        return;
    m_overview->setProgress(*task);
    m_answer->setTask(*task);
    showLayers(task->progress.layers);
}

void DetailPanel::showLayers(const QList<LayerProgress> &layers)
{
    m_tabs->setTabVisible(Layers, !layers.isEmpty());
    m_tabs->setTabText(Layers, tr("Layers %1").arg(layers.size()));
    m_layers->setLayers(layers);
}

void DetailPanel::openPage(Page page)
{
    if (!m_pages || !m_tabs->isTabVisible(int(page)))
        return;
    m_tabs->setCurrentIndex(int(page));
    showPage(int(page));
}

void DetailPanel::showPage(int tab)
{
    m_pages->setCurrentIndex(tab);
}

void DetailPanel::copyReport()
{
    const auto task = m_queue.task(m_id);
    if (!task)
        return;
    whenAnswered(this, m_queue.readLog(m_id, -1, reportLines), [task](const LogPage &page) {
        QStringList lines;
        for (const LogLine &line : page.lines)
            lines << QString::fromUtf8(withoutTerminalCodes(line.text));
        QGuiApplication::clipboard()->setText(reportText(*task, commandLine(task->spec), lines));
    });
}

} // namespace slipway
