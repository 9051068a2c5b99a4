// What the window shows while there is no task at all: the ways in, and whether the engine answers.
#pragma once

#include "core/queue/queue_service.h"

#include <QWidget>

class QVBoxLayout;

namespace slipway {

class FirstStartPage : public QWidget {
    Q_OBJECT

public:
    explicit FirstStartPage(QueueService &queue, QWidget *parent = nullptr);

signals:
    void addAsked(slipway::TaskType type);

private:
    void showHosts();

    QueueService &m_queue;
    QVBoxLayout *m_hosts;
};

} // namespace slipway
