// The fixes of a failure as buttons, two in a row.
#pragma once

#include "core/diagnosis/fixes.h"

#include <QWidget>

class QGridLayout;

namespace slipway {

class FixButtons : public QWidget {
    Q_OBJECT

public:
    explicit FixButtons(QWidget *parent = nullptr);
    void setTask(const Task &task); // without fixes it hides

signals:
    void fixAsked(const slipway::Fix &fix);

private:
    QGridLayout *m_grid;
    QStringList m_shown; // ids: what stays is not made anew under the pointer
};

} // namespace slipway
