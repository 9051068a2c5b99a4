// The tasks a task waited or waits for, and those that wait for it, as links that lead to them.
#pragma once

#include "core/task/task.h"

#include <QLabel>

namespace slipway {

class ChainLinks : public QLabel {
    Q_OBJECT

public:
    explicit ChainLinks(QWidget *parent = nullptr);
    // Hidden when there are none of either.
    void setChain(const QList<const Task *> &before, const QList<const Task *> &behind);

signals:
    void taskAsked(const slipway::TaskId &id);
};

} // namespace slipway
