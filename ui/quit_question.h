// What is to become of work under way when somebody quits.
#pragma once

#include "core/task/task.h"

#include <QMessageBox>

namespace slipway {

class QuitQuestion : public QMessageBox {
    Q_OBJECT

public:
    enum class Choice { KeepWorking, GoOnNextTime, StopAll };

    // `bytesLost`: what would have to be moved again at the next start.
    QuitQuestion(const QList<Task> &active, qint64 bytesLost, bool hasTray, QWidget *parent);

signals:
    void chosen(slipway::QuitQuestion::Choice choice); // once
};

} // namespace slipway
