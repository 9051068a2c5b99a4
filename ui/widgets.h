// Small pieces that several parts of the window share.
#pragma once

#include <QFrame>
#include <QLabel>

class QToolButton;

namespace slipway {

QLabel *softLabel(const QString &text, QWidget *parent);
void setTone(QWidget *widget, const QString &tone); // as the style sheet names it; "" = plain
// Larger and bolder than the window's font: `points` is added to it.
void enlarge(QWidget *widget, qreal points, QFont::Weight weight);

// A picture beside words. Painted anew in each theme and at each scale, unlike a label's pixmap.
class IconPicture : public QWidget {
    Q_OBJECT

public:
    IconPicture(int side, QPalette::ColorRole role, QWidget *parent);
    void setIcon(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QPalette::ColorRole m_role;
};

// An icon without a frame; `what` is its tooltip and its accessible name.
QToolButton *flatButton(const QString &icon, const QString &what, QWidget *parent);

// A command line in monospace with a button that copies it.
class CommandBox : public QFrame {
    Q_OBJECT

public:
    explicit CommandBox(QWidget *parent = nullptr);
    void setCommand(const QString &command);
    QString command() const { return m_command; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QString m_command;
    QLabel *m_label;
    QToolButton *m_copy;
};

} // namespace slipway
