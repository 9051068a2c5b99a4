#include "core/intake/dockerfile_place.h"

#include "core/intake/dockerfile.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QString withoutSpaces(QString text)
{
    static const QRegularExpression spaces(u"\\s+"_s);
    return text.remove(spaces);
}

// "FROM --platform=x node:20 AS deps" -> "node:20"; builders write docker.io/library/ before it.
QString baseOf(const QString &from)
{
    for (QString word : from.simplified().split(u' ').mid(1)) {
        if (word.startsWith("--"_L1))
            continue;
        for (const QString &prefix : { u"docker.io/library/"_s, u"docker.io/"_s }) {
            if (word.startsWith(prefix))
                word.remove(0, prefix.size());
        }
        return word.endsWith(":latest"_L1) ? word.chopped(7) : word;
    }
    return {};
}

bool isFrom(const QString &instruction)
{
    return instruction.startsWith("FROM "_L1, Qt::CaseInsensitive);
}

// Variables may stand in `written` that the builder has put their values for.
bool isSame(const QString &written, const QString &told)
{
    static const QRegularExpression variable(u"\\\\\\$(\\\\\\{.*?\\\\\\}|\\w+)"_s);
    const bool both = isFrom(written) && isFrom(told);
    const QString here = both ? baseOf(written) : withoutSpaces(written);
    const QString there = both ? baseOf(told) : withoutSpaces(told);
    if (here.compare(there, Qt::CaseInsensitive) == 0)
        return true;
    if (here.contains("<<"_L1) && there.startsWith(here, Qt::CaseInsensitive))
        return true; // of a here-document the builder tells the beginning
    if (!here.contains(u'$'))
        return false;
    QString pattern = QRegularExpression::escape(here);
    pattern.replace(variable, u".*"_s);
    return QRegularExpression(
        QRegularExpression::anchoredPattern(pattern), QRegularExpression::CaseInsensitiveOption)
        .match(there)
        .hasMatch();
}

// What BuildKit calls the stage of each instruction: its name, or its number among all.
QStringList stagesOf(const QList<Instruction> &instructions)
{
    static const QRegularExpression named(
        u"\\sAS\\s+(\\S+)$"_s, QRegularExpression::CaseInsensitiveOption);
    QStringList stages;
    QString stage;
    int count = 0;
    for (const Instruction &each : instructions) {
        if (isFrom(each.text)) {
            const auto found = named.match(each.text);
            stage = found.hasMatch() ? found.captured(1) : u"stage-%1"_s.arg(count);
            ++count;
        }
        stages << stage;
    }
    return stages;
}

// The last that begins at or before the line.
const Instruction *instructionAt(const QList<Instruction> &instructions, int line)
{
    const Instruction *found = nullptr;
    for (const Instruction &each : instructions) {
        if (each.line <= line)
            found = &each;
    }
    return found;
}

} // namespace

DockerfilePlace placeIn(const QString &text, DockerfilePlace place)
{
    const QList<Instruction> instructions = instructionsOf(text);
    if (place.instruction.isEmpty()) {
        if (const Instruction *at = instructionAt(instructions, place.line))
            place.instruction = at->text;
        return place;
    }
    const QStringList stages = stagesOf(instructions);
    // Of several that read the same: the one in the place that was told, or nearest to it.
    const auto distance = [&](qsizetype at) {
        if (place.line > 0)
            return std::abs(instructions[at].line - place.line);
        if (place.step > 0)
            return std::abs(int(at) + 1 - place.step);
        return place.stage.isEmpty() || stages[at] == place.stage ? 0 : 1;
    };
    qsizetype best = -1;
    for (qsizetype at = 0; at < instructions.size(); ++at) {
        if (isSame(instructions[at].text, place.instruction)
            && (best < 0 || distance(at) < distance(best)))
            best = at;
    }
    if (best >= 0)
        place.line = instructions[best].line;
    return place;
}

} // namespace slipway
