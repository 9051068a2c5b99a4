// Below the table, for as long as it can be undone: what was removed, and a button to undo it.
#pragma once

#include <QFrame>

class QLabel;

namespace slipway {

class UndoBar : public QFrame {
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent = nullptr);
    void showRemoved(int count); // 0 = nothing to undo

signals:
    void undoAsked();

private:
    QLabel *m_words;
};

} // namespace slipway
