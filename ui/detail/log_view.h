// The log of a task on the screen: only the lines that are seen are laid out and painted.
//
// Follows new lines while it is at its end, and otherwise stays exactly where the reader is.
#pragma once

#include "core/executor/log_query.h"
#include "ui/detail/log_pages.h"

#include <QAbstractScrollArea>
#include <QTextLayout>
#include <QTimer>

#include <limits>
#include <memory>

namespace slipway {

struct LogPosition {
    qint64 line = 0;
    qsizetype column = 0;
    auto operator<=>(const LogPosition &) const = default;
};

class LogView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit LogView(QueueService &queue, QWidget *parent = nullptr);

    void showLog(const TaskId &id); // null: nothing
    LogPages &pages() { return m_pages; }
    qint64 lineCount() const { return m_total; } // on the screen, or above and below it
    qint64 firstVisibleLine() const { return m_top.line; }
    QStringList visibleLines(); // of those that are here
    bool isFollowing() const { return m_follows; }
    bool wraps() const { return m_wraps; }
    bool hasSelection() const { return m_anchor != m_caret; }
    LogPosition selectionBegin() const { return std::min(m_anchor, m_caret); }
    LogPosition selectionEnd() const { return std::max(m_anchor, m_caret); }
    // All that is selected, as plain text; asks for what is not here. Empty when it is too much.
    void copySelection();
    QString linkAt(const QPoint &point); // empty: there is none
    QStringList visibleLinks();
    QRect rectOf(LogPosition position); // on the viewport; null when not visible

public slots:
    void follow(); // goes to the end and stays there
    void setWraps(bool wraps);
    void selectAll();
    void highlight(const slipway::LogQuery &query); // empty: nothing
    void showHit(qint64 line, const slipway::LogSpan &span); // the current one, made visible

signals:
    void followingChanged(bool follows);
    void wrapsChanged(bool wraps);
    void missedChanged(qint64 lines); // that came while the reader was elsewhere
    void selectionChanged();
    void copyRefused(); // more is selected than a clipboard should hold
    void findAsked();
    void menuAsked(const QPoint &globalPoint, const QString &link);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    static constexpr int margin = 4; // at the left
    static constexpr qsizetype endOfLine = std::numeric_limits<qsizetype>::max();

    struct Top { // the row at the upper edge
        qint64 line = 0;
        int row = 0;
        auto operator<=>(const Top &) const = default;
    };
    struct Layout {
        QTextLayout text;
        int rows = 1;
    };

    // Lines and rows: log_view.cpp
    Layout *layoutOf(qint64 line); // null while the line is not here
    std::unique_ptr<Layout> laidOut(const ShownLine &shown, qint64 line) const;
    int rowsOf(qint64 line);
    int visibleRows() const;
    Top moved(Top top, qint64 rows); // up for less than 0
    Top lastTop();
    void forgetLayouts();
    void linesCame();
    void catchUp();
    void setTop(Top top, bool byReader);
    void setFollows(bool follows);
    void updateBars();
    void scrolledTo(int value);

    // Places in the text and what is selected: log_view_selection.cpp
    LogPosition positionAt(const QPoint &point);
    qsizetype lengthOf(qint64 line);
    void select(LogPosition anchor, LogPosition caret);
    void extendTo(LogPosition caret);
    void selectWordAt(LogPosition position);
    void makeVisible(LogPosition position);
    QList<QTextLayout::FormatRange> selectionIn(qint64 line, qsizetype length) const;
    void copyFrom(qint64 line, const QString &copied);

    // The reader's hands: log_view_input.cpp
    bool scrollByKey(QKeyEvent *event);
    bool extendByKey(QKeyEvent *event);
    void dragTo(const QPoint &point);
    void updateMousePointer(const QPoint &point);

    LogPages m_pages;
    qint64 m_total = 0; // lines shown: less than there are while following waits for the last ones
    qint64 m_awaited = 0; // following: what m_total becomes when the last lines are here
    Top m_top;
    bool m_follows = true;
    bool m_wraps = false;
    bool m_setsBars = false;
    qint64 m_missedFrom = 0;
    int m_widest = 0;
    int m_rowHeight = 1;
    QTimer m_growTimer;
    QCache<qint64, Layout> m_layouts;
    LogQuery m_query;
    std::unique_ptr<LogMatcher> m_matcher;
    qint64 m_hitLine = -1;
    LogSpan m_hit;
    LogPosition m_anchor, m_caret;
    bool m_drags = false;
    bool m_moved = false; // since the button went down: no click any more
    QPoint m_pressedAt;
    QPoint m_dragPoint;
    QTimer m_dragTimer; // scrolls while the pointer is held above or below
    qreal m_wheelRest = 0;
};

} // namespace slipway
