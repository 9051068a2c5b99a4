#include "ui/detail/error_page.h"

#include "ui/detail/disk_use_view.h"
#include "ui/detail/fix_buttons.h"
#include "ui/icons.h"
#include "ui/error_text.h"
#include "ui/widgets.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int roomForHeading = 200; // pixels

QLabel *selectable(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void setMain(QPushButton *button, const QString &icon, bool isMain)
{
    button->setProperty("primary", isMain);
    button->style()->unpolish(button);
    button->style()->polish(button);
    button->setIcon(themedIcon(icon, isMain ? QPalette::BrightText : QPalette::ButtonText));
}

} // namespace

ErrorPage::ErrorPage(QueueService &queue, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"detailPage"_s);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"plain"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto *content = new QWidget(area);
    area->setWidget(content);

    m_sentence = selectable(content, u"errorSentence"_s);
    m_sentence->setProperty("tone", u"error"_s);
    enlarge(m_sentence, 1, QFont::DemiBold);
    m_decisiveLine = selectable(content, u"decisiveLine"_s);
    m_decisiveLine->setAccessibleName(tr("The line that shows it"));
    QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    code.setPointSizeF(font().pointSizeF() - 1);
    m_decisiveLine->setFont(code);
    m_heading = softLabel(tr("What you can do"), content);
    enlarge(m_heading, 0, QFont::DemiBold);
    m_advice = selectable(content, u"advice"_s);
    m_facts = softLabel({}, content);
    m_facts->setObjectName(u"errorFacts"_s);
    m_facts->setWordWrap(true);

    m_fixes = new FixButtons(content);
    m_disk = new DiskUseView(queue, content);
    connect(m_fixes, &FixButtons::fixAsked, this, &ErrorPage::fixAsked);
    m_retry = new QPushButton(themedIcon(u"retry"_s, QPalette::BrightText), tr("Retry"), content);
    m_retry->setObjectName(u"errorRetry"_s);
    m_edit = new QPushButton(themedIcon(u"edit"_s), tr("Edit and add again …"), content);
    m_edit->setObjectName(u"errorEdit"_s);
    auto *report = new QPushButton(themedIcon(u"copy"_s), tr("Copy report"), content);
    report->setObjectName(u"copyReport"_s);
    report->setToolTip(tr("Copies what, when, the command, the error and the end of the log."));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : { m_retry, m_edit, report })
        buttons->addWidget(button);
    buttons->addStretch();

    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    inner->addWidget(m_sentence);
    inner->addWidget(m_decisiveLine);
    inner->addWidget(m_heading);
    inner->addWidget(m_fixes);
    inner->addLayout(buttons);
    inner->addWidget(m_advice);
    inner->addWidget(m_disk);
    inner->addStretch(1);
    inner->addWidget(m_facts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    connect(m_retry, &QPushButton::clicked, this, &ErrorPage::retryAsked);
    connect(m_edit, &QPushButton::clicked, this, &ErrorPage::editAsked);
    connect(report, &QPushButton::clicked, this, &ErrorPage::reportAsked);
}

void ErrorPage::setTask(const Task &task)
{
    if (!task.error)
        return;
    m_sentence->setText(errorSentence(*task.error));
    m_decisiveLine->setText(task.error->decisiveLine);
    m_decisiveLine->setVisible(!task.error->decisiveLine.isEmpty());
    QStringList advice;
    for (const QString &sentence : suggestionSentences(*task.error))
        advice << QString(u"•  "_s + sentence);
    m_advice->setText(advice.join(u'\n'));
    m_fixes->setTask(task);
    m_disk->setTask(task);
    // One main button: a fix, else the one that can help.
    const bool noFix = m_fixes->isHidden();
    setMain(m_retry, u"retry"_s, noFix && task.error->retryable);
    setMain(m_edit, u"edit"_s, noFix && !task.error->retryable);
    m_facts->setText(errorFacts(task, QDateTime::currentDateTimeUtc()));
    m_retry->setEnabled(task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout);
}

// In a small window the buttons come before the words over them.
void ErrorPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_heading->setVisible(height() >= roomForHeading);
}

} // namespace slipway
