#include "core/ollama/model_name.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace slipway {

QString fullModelName(const QString &name)
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
    return (parts.join(u'/') + u':' + tag).toLower();
}

bool isSameModel(const QString &one, const QString &other)
{
    return fullModelName(one) == fullModelName(other);
}

} // namespace slipway
