// What every task has, whatever its type: labels, priority, retries, a time limit.
#pragma once

#include "core/task/task_spec.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace slipway {

class OptionsRow : public QWidget {
    Q_OBJECT

public:
    explicit OptionsRow(QWidget *parent);

    // What has no field here stays as it was shown: a host, a category.
    void show(const TaskOptions &options);
    TaskOptions options() const;

private:
    void add(const QString &name, const QString &label, QWidget *editor, int stretch);

    TaskOptions m_shown;
    QGridLayout *m_grid;
    QLineEdit *m_labels;
    QSpinBox *m_priority;
    QSpinBox *m_retries;
    QSpinBox *m_minutes; // 0 = no limit
};

} // namespace slipway
