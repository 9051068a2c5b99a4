// A plain text with the numbers of its lines beside it, one of which may be marked.
#pragma once

#include <QPlainTextEdit>

namespace slipway {

class NumberedText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit NumberedText(QWidget *parent = nullptr);

    QString text() const; // toPlainText() would make spaces of those that do not break
    // The mark moves with its line as the text is changed. The line comes to the middle of the
    // view with the cursor on it. 0: none.
    void mark(int line);
    int markedLine() const; // from 1; 0: none
    void replaceText(const QString &text); // can be undone; the cursor stays in its line

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitMargin();
    void paintMark();
    void paintMargin(const QRect &part);
    bool eventFilter(QObject *watched, QEvent *event) override;

    QWidget *m_margin;
    QTextCursor m_mark;
};

} // namespace slipway
