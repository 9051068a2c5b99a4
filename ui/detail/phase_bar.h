// The time of a task from left to right: its waits, the phases of each attempt, and what is left.
#pragma once

#include "ui/detail/timeline.h"

#include <QWidget>

namespace slipway {

class PhaseBar : public QWidget {
    Q_OBJECT

public:
    explicit PhaseBar(QWidget *parent = nullptr);
    void setTask(const Task &task);
    QSize sizeHint() const override;
    QString wordsAt(int x) const; // name, length and times of what is shown there

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Place { // of a part on the widget
        qreal x = 0;
        qreal width = 0;
    };
    QList<Place> places() const; // one a part, and one for the time that is left
    QString wordsOf(const TimelinePart &part) const;
    void paintAttempts(QPainter *painter, const QList<Place> &places) const;
    void paintTicks(QPainter *painter, const QList<Place> &places) const;
    void paintNames(QPainter *painter, const QList<Place> &places) const;
    int barTop() const;

    QList<TimelinePart> m_parts;
    int m_attempts = 0;
    qint64 m_leftMs = 0;
};

} // namespace slipway
