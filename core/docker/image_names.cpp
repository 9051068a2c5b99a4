#include "core/docker/image_names.h"

using namespace Qt::StringLiterals;

namespace slipway {

QStringList imageNames(const QJsonArray &images)
{
    QStringList names;
    for (const QJsonValue &image : images) {
        for (const QJsonValue &name : image[u"RepoTags"].toArray()) {
            if (name.toString() != "<none>:<none>"_L1)
                names << name.toString();
        }
    }
    names.sort();
    return names;
}

} // namespace slipway
