#include "ui/submit/brought.h"

#include <QDir>
#include <QMimeData>
#include <QUrl>

namespace slipway {

OrWhyNot broughtBy(const QMimeData &data)
{
    if (!data.hasUrls())
        return readText(data.text(), QDir::homePath());
    Brought all;
    for (const QUrl &url : data.urls()) {
        if (!url.isLocalFile())
            return readText(data.text(), QDir::homePath());
        const OrWhyNot one = readFile(url.toLocalFile());
        if (std::holds_alternative<Sentence>(one))
            return one;
        all.drafts += std::get<Brought>(one).drafts;
        all.inOrder = data.urls().size() == 1 && std::get<Brought>(one).inOrder;
    }
    return all;
}

} // namespace slipway
