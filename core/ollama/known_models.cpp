#include "core/ollama/known_models.h"

#include "core/ollama/model_name.h"
#include "core/task/words.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

// Resources of a static library are known only after this, which must stand outside namespaces.
static void initModelResources()
{
    Q_INIT_RESOURCE(models);
}

namespace slipway {
namespace {

// A model whose name comes near may well have the tag that was asked for.
QString nearestWithTag(const QString &wrong, const QStringList &known)
{
    const qsizetype colon = wrong.lastIndexOf(u':');
    if (colon <= wrong.lastIndexOf(u'/'))
        return {};
    const QString model = wrong.left(colon);
    if (known.contains(model, Qt::CaseInsensitive))
        return {};
    const QStringList near = nearestNames(model, known.filter(QRegularExpression(u"^[^:]+$"_s)));
    return near.isEmpty() ? QString() : near.first() + wrong.mid(colon);
}

} // namespace

QStringList libraryModels()
{
    initModelResources();
    QStringList names;
    QFile file(u":/slipway/ollama-models.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return names;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.split(u' ');
        if (words.first().startsWith(u'#'))
            continue;
        names.append(words.first());
        for (const QString &tag : words.mid(1))
            names.append(words.first() + u':' + tag);
    }
    return names;
}

QStringList likelyInstalled(const QString &wrong, const QStringList &installed)
{
    const bool hasTag = wrong.lastIndexOf(u':') > wrong.lastIndexOf(u'/');
    QStringList known;
    QSet<QString> seen{ fullModelName(wrong) };
    for (QString name : installed) {
        const QString full = fullModelName(name);
        if (name.isEmpty() || seen.contains(full))
            continue;
        seen.insert(full);
        if (!hasTag && name.endsWith(":latest"_L1)) // as it would have been typed
            name.chop(7);
        known.append(name);
    }
    return nearestNames(wrong, known);
}

QStringList likelyModels(const QString &wrong, const QStringList &installed)
{
    const QStringList library = libraryModels();
    return likelyInstalled(
        wrong, installed + library + QStringList{ nearestWithTag(wrong, library) });
}

} // namespace slipway
