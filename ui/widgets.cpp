#include "ui/widgets.h"

#include "ui/icons.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway {

QLabel *softLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("tone", u"soft"_s);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() - 1);
    label->setFont(font);
    return label;
}

void setTone(QWidget *widget, const QString &tone)
{
    if (widget->property("tone").toString() == tone)
        return;
    widget->setProperty("tone", tone);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void enlarge(QWidget *widget, qreal points, QFont::Weight weight)
{
    QFont font = widget->font();
    font.setPointSizeF(font.pointSizeF() + points);
    font.setWeight(weight);
    widget->setFont(font);
}

IconPicture::IconPicture(int side, QPalette::ColorRole role, QWidget *parent)
    : QWidget(parent)
    , m_role(role)
{
    setFixedSize(side, side);
}

void IconPicture::setIcon(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    update();
}

void IconPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // The application's colours: a style sheet may have given the widget others.
    paintIcon(&painter, rect(), m_name, QGuiApplication::palette().color(m_role));
}

QToolButton *flatButton(const QString &icon, const QString &what, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("flat", true);
    button->setIcon(themedIcon(icon));
    button->setAccessibleName(what);
    button->setToolTip(what);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

CommandBox::CommandBox(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
    , m_copy(new QToolButton(this))
{
    setAccessibleName(tr("Command line"));
    m_label->setObjectName(u"commandLine"_s);
    m_label->setAccessibleName(tr("Command line"));
    QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    code.setPointSizeF(font().pointSizeF() - 1);
    m_label->setFont(code);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_copy->setObjectName(u"copyCommand"_s);
    m_copy->setIcon(themedIcon(u"copy"_s));
    m_copy->setAccessibleName(tr("Copy the command line"));
    m_copy->setToolTip(tr("Copy the command line"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_copy);
    connect(m_copy, &QToolButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_command); });
}

void CommandBox::setCommand(const QString &command)
{
    m_command = command;
    m_copy->setEnabled(!command.isEmpty());
    elide();
}

void CommandBox::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    elide();
}

void CommandBox::elide()
{
    const QString line = QString(m_command).replace(u'\n', u' ');
    m_label->setText(
        m_label->fontMetrics().elidedText(line, Qt::ElideRight, m_label->width() - 28));
    m_label->setToolTip(m_label->text() == line ? QString() : m_command.toHtmlEscaped());
}

} // namespace slipway
