#include "ui/detail/log_find_bar.h"

#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway {

LogFindBar::LogFindBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_count(softLabel({}, this))
    , m_case(flatButton(u"letter-case"_s, tr("Tell capitals from small letters"), this))
{
    m_text->setObjectName(u"logFind"_s);
    m_text->setPlaceholderText(tr("Find in the whole log"));
    m_text->setAccessibleName(tr("Find in the whole log"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(360);
    m_count->setObjectName(u"logFindCount"_s);
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(u"000,000 / 000,000 …"_s));
    m_case->setObjectName(u"logFindCase"_s);
    m_case->setCheckable(true);
    auto *previous = flatButton(u"up"_s, tr("Previous hit (Shift+Enter)"), this);
    previous->setObjectName(u"logFindPrevious"_s);
    auto *next = flatButton(u"down"_s, tr("Next hit (Enter)"), this);
    next->setObjectName(u"logFindNext"_s);
    auto *close = flatButton(u"close"_s, tr("Close (Esc)"), this);
    close->setObjectName(u"logFindClose"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_case);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(close);

    connect(m_text, &QLineEdit::textChanged, this, [this] { emit queryChanged(query()); });
    connect(m_case, &QToolButton::toggled, this, [this] { emit queryChanged(query()); });
    connect(previous, &QToolButton::clicked, this, &LogFindBar::previousAsked);
    connect(next, &QToolButton::clicked, this, &LogFindBar::nextAsked);
    connect(close, &QToolButton::clicked, this, &LogFindBar::closed);
    setFocusProxy(m_text);
}

LogQuery LogFindBar::query() const
{
    return { m_text->text(), m_case->isChecked() };
}

void LogFindBar::begin(const QString &text)
{
    show();
    m_text->setFocus();
    if (!text.isEmpty())
        m_text->setText(text);
    m_text->selectAll();
    if (text.isEmpty() && !m_text->text().isEmpty())
        emit queryChanged(query());
}

void LogFindBar::setCount(qint64 current, qint64 count, bool complete)
{
    const QLocale locale;
    QString text;
    if (m_text->text().isEmpty())
        text.clear();
    else if (count == 0)
        text = complete ? tr("No hits") : tr("Searching …");
    else if (current == 0)
        text = complete ? tr("%1 hits").arg(locale.toString(count))
                        : tr("%1 hits so far").arg(locale.toString(count));
    else
        text = complete
            ? tr("%1 of %2").arg(locale.toString(current), locale.toString(count))
            : tr("%1 of %2 so far").arg(locale.toString(current), locale.toString(count));
    m_count->setText(text);
    setTone(m_count, complete && count == 0 && !text.isEmpty() ? u"warning"_s : u"soft"_s);
}

void LogFindBar::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        return back ? emit previousAsked() : emit nextAsked();
    case Qt::Key_Escape:
        return emit closed();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace slipway
