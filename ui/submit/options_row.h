// What every task has, whatever its type: labels, priority, retries, a time limit.
#pragma once

#include "core/host/host.h"
#include "core/task/task_spec.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace slipway {

class OptionsRow : public QWidget {
    Q_OBJECT

public:
    explicit OptionsRow(QWidget *parent);

    // Shown instead of what was shown, unless somebody has changed that.
    void offer(const TaskOptions &defaults);
    void know(HostKind kind, const QList<HostState> &hosts);
    // What has no field here stays as it was shown: a category, a stall limit.
    void show(const TaskOptions &options);
    TaskOptions options() const;

private:
    void add(int row, const QString &name, const QString &label, QWidget *editor, int stretch);
    QWidget *makeTime();

    TaskOptions m_shown;
    QGridLayout *m_grid;
    QLineEdit *m_labels;
    QSpinBox *m_priority;
    QSpinBox *m_retries;
    QSpinBox *m_minutes; // 0 = no limit
    QLabel *m_hostLabel = nullptr;
    QComboBox *m_host;
    QCheckBox *m_waits;
    QDateTimeEdit *m_time;
    QCheckBox *m_notify;
};

} // namespace slipway
