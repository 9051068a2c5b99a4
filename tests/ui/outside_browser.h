// Notes what would be opened in the person's browser. Who uses it includes its moc file.
#pragma once

#include <QDesktopServices>
#include <QObject>
#include <QUrl>

namespace slipway {

class OutsideBrowser : public QObject {
    Q_OBJECT

public:
    OutsideBrowser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open"); }
    ~OutsideBrowser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened << url; }
};

} // namespace slipway
