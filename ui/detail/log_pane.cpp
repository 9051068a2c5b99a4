#include "ui/detail/log_pane.h"

#include "ui/detail/log_find_bar.h"
#include "ui/detail/log_search.h"
#include "ui/detail/log_view.h"
#include "core/executor/when_answered.h"
#include "ui/widgets.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardPaths>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int noticeMs = 6000;
constexpr qsizetype linksInMenu = 5;

QString shortened(const QString &link)
{
    constexpr qsizetype most = 60;
    return link.size() <= most ? link : QString(link.left(most - 1) + u'…');
}

} // namespace

LogPane::LogPane(QueueService &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_view(new LogView(queue, this))
    , m_search(new LogSearch(m_view->pages(), this))
    , m_find(new LogFindBar(this))
    , m_follow(new QPushButton(m_view))
    , m_wrap(flatButton(u"wrap"_s, tr("Wrap long lines"), this))
    , m_notice(softLabel({}, this))
{
    setObjectName(u"logPane"_s);
    m_find->hide();
    m_notice->setObjectName(u"logNotice"_s);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_notice->hide();
    m_follow->setObjectName(u"followLog"_s);
    m_follow->setToolTip(tr("Go to the end and stay there (End)"));
    m_follow->hide();
    m_wrap->setObjectName(u"wrapLog"_s);
    m_wrap->setCheckable(true);
    auto *findButton = flatButton(u"search"_s, tr("Find in the log (Ctrl+F)"), this);
    findButton->setObjectName(u"findInLog"_s);
    auto *saveButton = flatButton(u"save"_s, tr("Save the log as a file …"), this);
    saveButton->setObjectName(u"saveLog"_s);
    auto *copyButton = flatButton(u"copy"_s, tr("Copy what is selected (Ctrl+C)"), this);
    copyButton->setObjectName(u"copyLog"_s);
    copyButton->setEnabled(false);

    // The buttons stand beside the log: a small window has more room there than above it.
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(0);
    for (QToolButton *button : { findButton, m_wrap, copyButton, saveButton })
        buttons->addWidget(button);
    buttons->addStretch();
    auto *text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(m_find);
    text->addWidget(m_view, 1);
    text->addWidget(m_notice);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(text, 1);
    layout->addLayout(buttons);

    connect(findButton, &QToolButton::clicked, this, &LogPane::find);
    connect(m_wrap, &QToolButton::toggled, m_view, &LogView::setWraps);
    connect(m_view, &LogView::wrapsChanged, m_wrap, &QToolButton::setChecked);
    connect(copyButton, &QToolButton::clicked, m_view, &LogView::copySelection);
    connect(saveButton, &QToolButton::clicked, this, &LogPane::saveAs);
    connect(m_follow, &QPushButton::clicked, m_view, [this] {
        m_view->follow();
        m_view->setFocus();
    });
    connect(m_view, &LogView::selectionChanged, copyButton,
        [this, copyButton] { copyButton->setEnabled(m_view->hasSelection()); });
    connect(m_view, &LogView::followingChanged, m_follow, [this](bool follows) {
        m_follow->setVisible(!follows);
        setMissed(0);
    });
    connect(m_view, &LogView::missedChanged, this, &LogPane::setMissed);
    connect(m_view, &LogView::findAsked, this, &LogPane::find);
    connect(m_view, &LogView::menuAsked, this, &LogPane::showMenu);
    connect(m_view, &LogView::copyRefused, this, [this] {
        tell(tr("This is too much for the clipboard. Save the log as a file instead."), true);
    });
    connect(m_find, &LogFindBar::queryChanged, this, &LogPane::startSearch);
    connect(m_find, &LogFindBar::nextAsked, m_search, &LogSearch::next);
    connect(m_find, &LogFindBar::previousAsked, m_search, &LogSearch::previous);
    connect(m_find, &LogFindBar::closed, this, &LogPane::closeFind);
    connect(m_search, &LogSearch::arrived, m_view, &LogView::showHit);
    connect(m_search, &LogSearch::changed, m_find, [this] {
        m_find->setCount(m_search->current(), m_search->count(), m_search->isComplete());
    });
    m_noticeTimer.setSingleShot(true);
    m_noticeTimer.setInterval(noticeMs);
    connect(&m_noticeTimer, &QTimer::timeout, m_notice, &QWidget::hide);
    m_view->viewport()->installEventFilter(this);
}

void LogPane::showLog(const TaskId &id, const QString &name)
{
    m_name = name;
    if (id == m_view->pages().task())
        return;
    m_notice->hide();
    m_view->showLog(id);
    if (m_find->isVisibleTo(this))
        startSearch(m_find->query());
}

void LogPane::find()
{
    QString selected;
    if (m_view->hasSelection() && m_view->selectionBegin().line == m_view->selectionEnd().line) {
        const LogPosition begin = m_view->selectionBegin();
        if (const ShownLine *line = m_view->pages().line(begin.line))
            selected =
                line->content.text.mid(begin.column, m_view->selectionEnd().column - begin.column);
    }
    m_find->begin(selected);
}

void LogPane::closeFind()
{
    m_find->hide();
    m_search->stop();
    m_view->highlight({});
    m_view->setFocus();
}

void LogPane::startSearch(const LogQuery &query)
{
    m_view->highlight(query);
    m_search->start(query, { m_view->firstVisibleLine(), 0 });
}

bool LogPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // In here these are the log's; elsewhere Ctrl+F is the table's search.
        auto *key = static_cast<QKeyEvent *>(event);
        const bool closes = key->key() == Qt::Key_Escape && m_find->isVisible();
        if (key->matches(QKeySequence::Find) || key->key() == Qt::Key_F3 || closes) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void LogPane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        return find();
    if (event->key() == Qt::Key_Escape && m_find->isVisible())
        return closeFind();
    if (event->key() == Qt::Key_F3) {
        if (m_search->query().text.isEmpty())
            return find();
        return event->modifiers() & Qt::ShiftModifier ? m_search->previous() : m_search->next();
    }
    QWidget::keyPressEvent(event);
}

bool LogPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        placeFollow();
    return QWidget::eventFilter(watched, event);
}

void LogPane::placeFollow()
{
    m_follow->adjustSize();
    const QRect area = m_view->viewport()->geometry();
    m_follow->move(area.right() - m_follow->width() - 8, area.bottom() - m_follow->height() - 4);
}

void LogPane::setMissed(qint64 lines)
{
    m_follow->setText(
        lines > 0 ? tr("Follow · %n new line(s)", nullptr, int(lines)) : tr("Follow"));
    placeFollow();
}

void LogPane::showMenu(const QPoint &point, const QString &link)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"logMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QStringList links = link.isEmpty() ? m_view->visibleLinks() : QStringList{ link };
    for (const QString &each : links.mid(0, linksInMenu)) {
        QString words = shortened(each);
        menu->addAction(tr("Open %1").arg(words.replace(u'&', u"&&"_s)), this,
            [each] { QDesktopServices::openUrl(QUrl(each)); });
    }
    if (!links.isEmpty())
        menu->addSeparator();
    menu->addAction(tr("&Copy"), QKeySequence::Copy, m_view, &LogView::copySelection)
        ->setEnabled(m_view->hasSelection());
    menu->addAction(tr("Select &all"), QKeySequence::SelectAll, m_view, &LogView::selectAll);
    menu->addSeparator();
    menu->addAction(tr("&Find …"), QKeySequence::Find, this, &LogPane::find);
    QAction *wrap = menu->addAction(tr("&Wrap long lines"));
    wrap->setCheckable(true);
    wrap->setChecked(m_view->wraps());
    connect(wrap, &QAction::toggled, m_view, &LogView::setWraps);
    menu->addAction(tr("&Save as …"), this, &LogPane::saveAs);
    menu->popup(point);
}

void LogPane::saveAs()
{
    static const QRegularExpression unfit(u"[^\\w.-]+"_s);
    QString name = m_name;
    name.replace(unfit, u"-"_s);
    auto *dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setObjectName(u"saveLogDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"log"_s);
    const QString coloured = tr("Text with the terminal's colours (*.log)");
    dialog->setNameFilters({ tr("Text (*.log)"), coloured });
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile((name.isEmpty() ? u"task"_s : name.left(80)) + u".log"_s);
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, dialog, coloured](const QString &path) {
            save(path,
                dialog->selectedNameFilter() == coloured ? LogForm::WithCodes : LogForm::Plain);
        });
    dialog->open();
}

void LogPane::save(const QString &path, LogForm form)
{
    tell(tr("Saving the log …"), true);
    whenAnswered(this, m_queue.saveLog(m_view->pages().task(), path, form),
        [this, path](const QString &reason) {
            const QString file = QDir::toNativeSeparators(path);
            if (reason.isEmpty())
                tell(tr("Saved as %1").arg(file), false);
            else
                tell(tr("The log could not be saved as %1: %2").arg(file, reason), true);
        });
}

void LogPane::tell(const QString &sentence, bool stays)
{
    m_notice->setText(sentence);
    m_notice->setToolTip(sentence.toHtmlEscaped());
    m_notice->show();
    if (stays)
        m_noticeTimer.stop();
    else
        m_noticeTimer.start();
}

} // namespace slipway
