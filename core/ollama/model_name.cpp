#include "core/ollama/model_name.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace slipway {

ImageReference modelReference(const QString &name)
{
    QString rest = name.trimmed();
    if (const qsizetype scheme = rest.indexOf("://"_L1); scheme >= 0)
        rest = rest.mid(scheme + 3);
    QString tag = u"latest"_s;
    if (const qsizetype colon = rest.lastIndexOf(u':'); colon > rest.lastIndexOf(u'/')) {
        tag = rest.mid(colon + 1);
        rest = rest.left(colon);
    }
    QStringList parts = rest.split(u'/');
    if (parts.size() == 1)
        parts.prepend(u"library"_s);
    if (parts.size() == 2)
        parts.prepend(u"registry.ollama.ai"_s);
    const QString registry = parts.takeFirst();
    return { registry, parts.join(u'/'), tag, {} };
}

QString fullModelName(const QString &name)
{
    const ImageReference full = modelReference(name);
    return QString(full.registry + u'/' + full.path + u':' + full.tag).toLower();
}

bool isCloudModel(const QString &name)
{
    const QString tag = modelReference(name).tag;
    return tag == "cloud"_L1 || tag.endsWith("-cloud"_L1);
}

bool isSameModel(const QString &one, const QString &other)
{
    return fullModelName(one) == fullModelName(other);
}

} // namespace slipway
