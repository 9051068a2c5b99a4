// What went wrong, the line that shows it, and what to do.
#pragma once

#include "core/diagnosis/fixes.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace slipway {

class DiskUseView;
class FixButtons;
class QueueService;

class ErrorPage : public QWidget {
    Q_OBJECT

public:
    explicit ErrorPage(QueueService &queue, QWidget *parent = nullptr);
    void setTask(const Task &task);

signals:
    void retryAsked();
    void editAsked(); // the same task again, with other values
    void reportAsked();
    void fixAsked(const slipway::Fix &fix);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_heading;
    QLabel *m_sentence;
    QLabel *m_decisiveLine;
    QLabel *m_advice;
    QLabel *m_facts;
    FixButtons *m_fixes;
    DiskUseView *m_disk;
    QPushButton *m_retry;
    QPushButton *m_edit;
};

} // namespace slipway
