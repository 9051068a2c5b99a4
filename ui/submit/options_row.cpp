#include "ui/submit/options_row.h"

#include "ui/widgets.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace slipway {

OptionsRow::OptionsRow(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_labels(new QLineEdit(this))
    , m_priority(new QSpinBox(this))
    , m_retries(new QSpinBox(this))
    , m_minutes(new QSpinBox(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_labels->setPlaceholderText(u"nightly"_s);
    m_priority->setRange(-100, 100);
    m_retries->setRange(0, 100);
    m_minutes->setRange(0, 10'000);
    m_minutes->setSpecialValueText(tr("none"));
    for (QSpinBox *number : { m_priority, m_retries, m_minutes })
        number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    add(u"tags"_s, tr("Labels"), m_labels, 2);
    add(u"priority"_s, tr("Priority"), m_priority, 1);
    add(u"max_retries"_s, tr("Retries"), m_retries, 1);
    add(u"timeout_minutes"_s, tr("Time limit in minutes"), m_minutes, 1);
    show({});
}

void OptionsRow::add(const QString &name, const QString &label, QWidget *editor, int stretch)
{
    const int column = m_grid->columnCount() - (m_grid->count() == 0 ? 1 : 0);
    QLabel *above = softLabel(label, this);
    enlarge(above, 0, QFont::DemiBold);
    above->setBuddy(editor);
    editor->setObjectName(name);
    editor->setAccessibleName(label);
    m_grid->addWidget(above, 0, column);
    m_grid->addWidget(editor, 1, column);
    m_grid->setColumnStretch(column, stretch);
}

void OptionsRow::show(const TaskOptions &options)
{
    m_shown = options;
    m_labels->setText(options.tags.join(u", "_s));
    m_priority->setValue(options.priority);
    m_retries->setValue(options.maxRetries);
    m_minutes->setValue((options.timeoutSeconds.value_or(0) + 59) / 60);
}

TaskOptions OptionsRow::options() const
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    TaskOptions options = m_shown;
    options.tags = m_labels->text().split(between, Qt::SkipEmptyParts);
    options.priority = m_priority->value();
    options.maxRetries = m_retries->value();
    const int shownMinutes = (m_shown.timeoutSeconds.value_or(0) + 59) / 60;
    if (m_minutes->value() != shownMinutes) // otherwise its seconds stay
        options.timeoutSeconds =
            m_minutes->value() > 0 ? std::optional(m_minutes->value() * 60) : std::nullopt;
    return options;
}

} // namespace slipway
