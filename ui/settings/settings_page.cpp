#include "ui/settings/settings_page.h"

#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int labelWidth = 190;
constexpr int gap = 12;

} // namespace

SettingsPage::SettingsPage(const QString &title, SettingsFile &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_layout(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_layout->setContentsMargins(26, 20, 26, 20);
    m_layout->setSpacing(8);
    auto *head = new QLabel(title, this);
    enlarge(head, 4, QFont::DemiBold);
    m_layout->addWidget(head);
    m_layout->addSpacing(6);
}

void SettingsPage::addSection(const QString &title)
{
    m_layout->addSpacing(10);
    auto *head = new QLabel(title, this);
    enlarge(head, 1, QFont::DemiBold);
    m_layout->addWidget(head);
}

void SettingsPage::addRow(const QString &label, QWidget *editor, const QString &name)
{
    auto *words = new QLabel(label, this);
    words->setFixedWidth(labelWidth);
    words->setWordWrap(true);
    words->setBuddy(editor);
    editor->setObjectName(name);
    editor->setAccessibleName(label);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(words);
    row->addWidget(editor);
    if (editor->sizePolicy().horizontalPolicy() != QSizePolicy::Expanding)
        row->addStretch(1);
    m_layout->addLayout(row);
}

void SettingsPage::addHint(const QString &text)
{
    QLabel *hint = softLabel(text, this);
    hint->setWordWrap(true);
    m_layout->addWidget(hint);
}

QLabel *SettingsPage::addSentence(const QString &name)
{
    auto *sentence = new QLabel(this);
    sentence->setObjectName(name);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    sentence->hide();
    auto *row = new QHBoxLayout; // margins of its own would be the style sheet's
    row->setSpacing(0);
    row->addSpacing(labelWidth + gap);
    row->addWidget(sentence, 1);
    m_layout->addLayout(row);
    return sentence;
}

void SettingsPage::say(QLabel *sentence, const QString &text, const QString &tone)
{
    setTone(sentence, tone);
    sentence->setText(text);
    sentence->setVisible(!text.isEmpty());
}

void SettingsPage::addCheck(const QString &text, const QString &name, bool Settings::*value)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    const auto show = [this, box, value] { box->setChecked(m_settings.values().*value); };
    show();
    connect(box, &QCheckBox::toggled, this, [this, value](bool on) {
        Settings settings = m_settings.values();
        settings.*value = on;
        m_settings.change(settings);
    });
    connect(&m_settings, &SettingsFile::changed, box, show);
    m_layout->addWidget(box);
}

void SettingsPage::addChoice(const QString &label, const QString &name,
    const QList<std::pair<QString, QString>> &choices, QString Settings::*value)
{
    auto *box = new QComboBox(this);
    for (const auto &[kept, text] : choices)
        box->addItem(text, kept);
    box->setMinimumWidth(300);
    const auto show = [this, box, value] {
        box->setCurrentIndex(qMax(0, box->findData(m_settings.values().*value)));
    };
    show();
    connect(box, &QComboBox::activated, this, [this, box, value] {
        Settings settings = m_settings.values();
        settings.*value = box->currentData().toString();
        m_settings.change(settings);
    });
    connect(&m_settings, &SettingsFile::changed, box, show);
    addRow(label, box, name);
}

void SettingsPage::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void SettingsPage::finish()
{
    m_layout->addStretch(1);
}

} // namespace slipway
