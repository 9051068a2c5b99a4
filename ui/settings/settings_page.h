// One page of the settings: rows of a label, a control and a hint, and one sentence at a field
// that holds something wrong.
#pragma once

#include "core/settings/settings_file.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QVBoxLayout;

namespace slipway {

class SettingsPage : public QWidget {
    Q_OBJECT

public:
    SettingsPage(const QString &title, SettingsFile &settings, QWidget *parent);

protected:
    void addSection(const QString &title);
    void addRow(const QString &label, QWidget *editor, const QString &name);
    void addHint(const QString &text); // below the row before it
    QLabel *addSentence(const QString &name); // hidden until it says something
    void addCheck(const QString &text, const QString &name, bool Settings::*value);
    // Of texts that are kept, and how each reads.
    void addChoice(const QString &label, const QString &name,
        const QList<std::pair<QString, QString>> &choices, QString Settings::*value);
    void addWidget(QWidget *widget);
    void finish(); // after the last row

    static void say(QLabel *sentence, const QString &text, const QString &tone);

    SettingsFile &m_settings;

private:
    QVBoxLayout *m_layout;
};

} // namespace slipway
