#include "core/intake/dockerfile.h"

#include "core/task/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

} // namespace

QList<Instruction> instructionsOf(const QString &text)
{
    static const QRegularExpression directive(u"^#\\s*escape\\s*=\\s*(.)\\s*$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hereDocument(u"<<-?\\s*[\"']?([A-Za-z_][A-Za-z0-9_]*)[\"']?"_s);
    const auto escaped = directive.match(text);
    const QChar escape = escaped.hasMatch() ? escaped.captured(1).at(0) : u'\\';
    QList<Instruction> instructions;
    QString instruction;
    QStringList until; // ends of here-documents that are being skipped
    int number = 0;
    int first = 0; // line of `instruction`
    for (const QString &raw : QString(text).remove(u'\r').split(u'\n')) {
        ++number;
        if (!until.isEmpty()) {
            if (raw.trimmed() == until.first())
                until.removeFirst();
            continue;
        }
        const QString line = raw.trimmed();
        if (line.startsWith(u'#') || (line.isEmpty() && !instruction.isEmpty()))
            continue;
        if (instruction.isEmpty())
            first = number;
        if (line.endsWith(escape)) {
            instruction += QStringView(line).chopped(1);
            continue;
        }
        instruction += line;
        const bool mayHoldText = instruction.startsWith("RUN"_L1, Qt::CaseInsensitive)
            || instruction.startsWith("COPY"_L1, Qt::CaseInsensitive);
        for (auto found = hereDocument.globalMatch(instruction); mayHoldText && found.hasNext();)
            until << found.next().captured(1);
        if (!instruction.isEmpty())
            instructions.append({ first, std::exchange(instruction, {}) });
    }
    if (!instruction.isEmpty())
        instructions.append({ first, instruction });
    return instructions;
}

namespace {

void readArguments(const QString &rest, Dockerfile &read)
{
    for (const QString &word : splitWords(rest).value_or(QStringList())) {
        const Dockerfile::Argument argument{ word.section(u'=', 0, 0), word.section(u'=', 1) };
        const auto known = std::find_if(read.arguments.begin(), read.arguments.end(),
            [&](const auto &each) { return each.name == argument.name; });
        if (known == read.arguments.end())
            read.arguments << argument;
        else if (known->usual.isEmpty())
            known->usual = argument.usual;
    }
}

} // namespace

Dockerfile readDockerfile(const QString &text)
{
    static const QRegularExpression stage(u"\\s[aA][sS]\\s+(\\S+)\\s*$"_s);
    static const QRegularExpression secret(u"--mount=(\\S*type=secret\\S*)"_s);
    Dockerfile read;
    for (const auto &[line, instruction] : instructionsOf(text)) {
        const QString word = instruction.section(u' ', 0, 0).toUpper();
        const QString rest = instruction.section(u' ', 1).trimmed();
        if (word == "FROM"_L1) {
            if (const auto named = stage.match(u' ' + rest); named.hasMatch())
                read.stages << named.captured(1);
        } else if (word == "ARG"_L1) {
            readArguments(rest, read);
        } else if (word == "EXPOSE"_L1) {
            read.ports << rest.split(u' ', Qt::SkipEmptyParts);
        } else if (word == "RUN"_L1) {
            for (auto found = secret.globalMatch(rest); found.hasNext();) {
                for (const QString &part : found.next().captured(1).split(u',')) {
                    if (part.startsWith("id="_L1) && !read.secretIds.contains(part.mid(3)))
                        read.secretIds << part.mid(3);
                }
            }
        }
    }
    return read;
}

bool isDockerfileName(const QString &fileName)
{
    return fileName == "Dockerfile"_L1 || fileName == "Containerfile"_L1
        || fileName.startsWith("Dockerfile."_L1)
        || fileName.endsWith(".Dockerfile"_L1, Qt::CaseInsensitive);
}

} // namespace slipway
