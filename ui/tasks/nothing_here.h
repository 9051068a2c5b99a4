// In an empty table: why it is empty, and the way out where there is one.
#pragma once

#include "ui/tasks/task_filter.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace slipway {

class NothingHere : public QWidget {
    Q_OBJECT

public:
    explicit NothingHere(QWidget *parent = nullptr);
    // `choice`: how the side bar calls what is chosen there.
    void explain(const TaskFilter &filter, const QString &choice);
    void tellReading(); // until explain()

signals:
    void allTasksAsked(); // to be searched instead of the choice

private:
    QLabel *m_words;
    QPushButton *m_all;
};

} // namespace slipway
