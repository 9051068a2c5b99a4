// The error page of one task in a dialog of its own.
#pragma once

#include "core/diagnosis/fixes.h"
#include "core/queue/queue_service.h"

#include <QDialog>

namespace slipway {

class ErrorDialog : public QDialog {
    Q_OBJECT

public:
    ErrorDialog(QueueService &queue, const Task &task, QWidget *parent = nullptr);

signals:
    void retryAsked(const slipway::TaskId &id);
    void editAsked(const slipway::TaskDraft &draft);
    void fixAsked(const slipway::TaskId &id, const slipway::Fix &fix);

private:
    void copyReport();

    QueueService &m_queue;
    const Task m_task; // as it failed
};

} // namespace slipway
