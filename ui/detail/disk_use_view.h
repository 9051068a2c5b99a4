// What fills the engine's disk, under an error that says it is full. Asked for when it is seen: an
// engine takes its time to count.
#pragma once

#include "core/queue/queue_service.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace slipway {

class DiskUseView : public QWidget {
    Q_OBJECT

public:
    explicit DiskUseView(QueueService &queue, QWidget *parent = nullptr);
    void setTask(const Task &task); // hides for any other error

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void show(const DiskUse &use);
    void clear();
    void addLine(const QStringList &words, const QString &tone = {});

    QueueService &m_queue;
    QLabel *m_heading;
    QGridLayout *m_lines;
    QString m_subject; // task and revision: asked once for each
    QString m_host;
    QString m_asked;
};

} // namespace slipway
