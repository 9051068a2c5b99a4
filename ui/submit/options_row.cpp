#include "ui/submit/options_row.h"

#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
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
    , m_host(new QComboBox(this))
    , m_waits(new QCheckBox(tr("Not before"), this))
    , m_time(new QDateTimeEdit(this))
    , m_notify(new QCheckBox(tr("Notify me when it ends"), this))
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
    m_host->setEditable(true);
    m_host->setInsertPolicy(QComboBox::NoInsert);
    m_host->lineEdit()->setPlaceholderText(tr("The one in use"));
    add(0, u"tags"_s, tr("Labels"), m_labels, 2);
    add(0, u"priority"_s, tr("Priority"), m_priority, 1);
    add(0, u"max_retries"_s, tr("Retries"), m_retries, 1);
    add(0, u"timeout_minutes"_s, tr("Time limit in minutes"), m_minutes, 1);
    add(2, u"host"_s, tr("Docker host"), m_host, 2);
    m_hostLabel = qobject_cast<QLabel *>(m_grid->itemAtPosition(2, 0)->widget());
    m_grid->addWidget(makeTime(), 3, 1, 1, 3);
    m_grid->setRowMinimumHeight(2, m_hostLabel->sizeHint().height() + 10);
    m_notify->setObjectName(u"notify"_s);
    m_grid->addWidget(m_notify, 4, 0, 1, 4);
    m_grid->setRowMinimumHeight(4, m_notify->sizeHint().height() + 10);
    show({});
}

QWidget *OptionsRow::makeTime()
{
    auto *box = new QWidget(this);
    m_waits->setObjectName(u"waits"_s);
    m_time->setObjectName(u"not_before"_s);
    m_time->setAccessibleName(m_waits->text());
    m_time->setCalendarPopup(true);
    m_time->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_time->setEnabled(false);
    connect(m_waits, &QCheckBox::toggled, m_time, &QWidget::setEnabled);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_waits);
    layout->addWidget(m_time, 1);
    return box;
}

void OptionsRow::add(
    int row, const QString &name, const QString &label, QWidget *editor, int stretch)
{
    int column = 0;
    while (m_grid->itemAtPosition(row, column))
        ++column;
    QLabel *above = softLabel(label, this);
    enlarge(above, 0, QFont::DemiBold);
    above->setBuddy(editor);
    editor->setObjectName(name);
    editor->setAccessibleName(label);
    m_grid->addWidget(above, row, column, Qt::AlignBottom);
    m_grid->addWidget(editor, row + 1, column);
    m_grid->setColumnStretch(column, stretch);
}

void OptionsRow::offer(const TaskOptions &defaults)
{
    if (options() == m_shown)
        show(defaults);
}

void OptionsRow::know(HostKind kind, const QList<HostState> &hosts)
{
    QStringList places;
    for (const HostState &host : hosts) {
        if (host.kind == kind)
            places += host.contexts;
    }
    m_hostLabel->setText(kind == HostKind::Docker ? tr("Docker host") : tr("Ollama server"));
    m_host->setAccessibleName(m_hostLabel->text());
    m_host->lineEdit()->setAccessibleName(m_hostLabel->text());
    const QString written = m_host->currentText();
    m_host->clear();
    m_host->addItems(places);
    m_host->setCurrentIndex(-1);
    m_host->setEditText(written);
}

void OptionsRow::show(const TaskOptions &options)
{
    m_shown = options;
    m_labels->setText(options.tags.join(u", "_s));
    m_priority->setValue(options.priority);
    m_retries->setValue(options.maxRetries);
    m_minutes->setValue((options.timeoutSeconds.value_or(0) + 59) / 60);
    m_host->setEditText(options.host);
    m_waits->setChecked(options.notBefore.isValid());
    const QDateTime soon = QDateTime::currentDateTime().addSecs(3600);
    m_time->setDateTime(options.notBefore.isValid()
            ? options.notBefore.toLocalTime()
            : QDateTime(soon.date(), QTime(soon.time().hour(), 0)));
    m_notify->setChecked(options.notify);
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
    options.host = m_host->currentText().trimmed();
    if (!m_waits->isChecked())
        options.notBefore = {};
    else if (m_time->dateTime() != m_shown.notBefore)
        options.notBefore = m_time->dateTime().toUTC();
    options.notify = m_notify->isChecked();
    return options;
}

} // namespace slipway
