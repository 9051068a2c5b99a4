// How long the attempt under way, or the last one, has been in each of its phases.
#pragma once

#include "core/task/task.h"

#include <QWidget>

namespace slipway {

class PhaseBar : public QWidget {
    Q_OBJECT

public:
    explicit PhaseBar(QWidget *parent = nullptr);
    void setTask(const Task &task);
    QSize sizeHint() const override { return { 200, 32 }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Phase {
        QString name;
        qint64 ms = 0;
        bool current = false;
    };
    QList<Phase> m_phases;
    qint64 m_leftMs = 0;
};

} // namespace slipway
