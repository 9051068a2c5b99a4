// What went wrong, the line that shows it, and what to do.
#pragma once

#include "core/task/task.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace slipway {

class ErrorPage : public QWidget {
    Q_OBJECT

public:
    explicit ErrorPage(QWidget *parent = nullptr);
    void setTask(const Task &task);

signals:
    void retryAsked();
    void editAsked(); // the same task again, with other values
    void reportAsked();

private:
    QLabel *m_sentence;
    QLabel *m_decisiveLine;
    QLabel *m_advice;
    QLabel *m_facts;
    QPushButton *m_retry;
};

} // namespace slipway
