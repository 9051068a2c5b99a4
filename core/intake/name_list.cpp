#include "core/intake/name_list.h"

#include "core/task/image_reference.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace slipway {

QStringList namesIn(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    static const QRegularExpression remark(u"(^|\\s)#[^\\n]*"_s);
    const QStringList names = QString(text).remove(remark).split(between, Qt::SkipEmptyParts);
    const QString command = names.mid(0, 2).join(u' ');
    const bool isCommand =
        command == "docker pull"_L1 || command == "ollama pull"_L1 || command == "ollama run"_L1;
    return isCommand && names.size() > 2 ? names.mid(2) : names;
}

bool looksLikeNames(const QStringList &names)
{
    const auto isReference = [](const QString &name) {
        return isModelName(name) || parseImageReference(name).has_value();
    };
    if (names.isEmpty() || !std::all_of(names.cbegin(), names.cend(), isReference))
        return false;
    return names.size() > 1 || names[0].contains(u'/') || names[0].contains(u':');
}

bool isModelName(const QString &name)
{
    return name.startsWith("hf.co/"_L1) || name.startsWith("huggingface.co/"_L1);
}

} // namespace slipway
