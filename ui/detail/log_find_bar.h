// The line over a log in which to look for something.
#pragma once

#include "core/executor/log_query.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace slipway {

class LogFindBar : public QWidget {
    Q_OBJECT

public:
    explicit LogFindBar(QWidget *parent = nullptr);

    LogQuery query() const;
    void begin(const QString &text); // shows itself, the text selected; empty: what was there
    void setCount(qint64 current, qint64 count, bool complete);

signals:
    void queryChanged(const slipway::LogQuery &query);
    void nextAsked();
    void previousAsked();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_text;
    QLabel *m_count;
    QToolButton *m_case;
};

} // namespace slipway
