// A text in Markdown as a document in the window's colours. Nothing in it is fetched from
// anywhere: pictures are shown as links to them, and links open outside.
#pragma once

#include <QTextBrowser>

namespace slipway {

class AnswerView : public QTextBrowser {
    Q_OBJECT

public:
    explicit AnswerView(QWidget *parent = nullptr);

    // The reader stays where they are, or at the end when they are there; what is selected stays.
    void showMarkdown(const QString &markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

private:
    void showPicturesAsLinks();
    void dressCode();
    void dressTables();

    QString m_markdown;
};

} // namespace slipway
