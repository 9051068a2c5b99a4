#include "core/intake/docker_line.h"

#include "core/intake/absolute_paths.h"
#include "core/intake/docker_flags.h"
#include "core/task/task_json.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Kind = DockerFlag::Kind;

// What readPositional() may miss, for the window's translators.
[[maybe_unused]] constexpr const char *missingWords[] = { QT_TRANSLATE_NOOP(
                                                              "Sentence", "image name"),
    QT_TRANSLATE_NOOP("Sentence", "context path"), QT_TRANSLATE_NOOP("Sentence", "source image"),
    QT_TRANSLATE_NOOP("Sentence", "target image"), QT_TRANSLATE_NOOP("Sentence", "image") };

// Reads one command's words from left to right; the first thing wrong stays in `problem`.
class Reader {
public:
    Reader(const DockerCommand &command, const QStringList &words, const QString &folder)
        : m_command(command)
        , m_words(words)
        , m_folder(folder)
    {
    }

    std::variant<QJsonObject, Sentence> read();

private:
    bool isOver() const { return !m_problem.isEmpty() || m_next >= m_words.size(); }
    void refuse(const Sentence &sentence)
    {
        if (m_problem.isEmpty())
            m_problem = sentence;
    }
    void readLongFlag(const QString &word);
    void readShortFlags(const QString &word);
    const DockerFlag *flagNamed(const QString &name);
    QString valueOf(const QString &flag, const std::optional<QString> &attached);
    void apply(const DockerFlag &flag, const QString &name, const QString &value);
    void put(const QString &key, const QString &name, const QString &value);
    void applyPort(const DockerFlag &flag, const QString &value);
    void applyVolume(const DockerFlag &flag, const QString &value);
    void readPositional();
    void finish();

    const DockerCommand &m_command;
    const QStringList &m_words;
    QString m_folder;
    qsizetype m_next = 0;
    QStringList m_positional;
    QJsonObject m_params;
    Sentence m_problem;
};

std::variant<QJsonObject, Sentence> Reader::read()
{
    bool flagsEnded = false;
    while (!isOver()) {
        const QString word = m_words[m_next++];
        if (!flagsEnded && word == "--"_L1) {
            flagsEnded = true;
        } else if (!flagsEnded && word.startsWith("--"_L1)) {
            readLongFlag(word);
        } else if (!flagsEnded && word.size() > 1 && word.startsWith(u'-')) {
            readShortFlags(word);
        } else {
            m_positional.append(word);
            flagsEnded = flagsEnded || !m_command.rest.isEmpty();
        }
    }
    if (m_problem.isEmpty())
        readPositional();
    if (m_problem.isEmpty())
        finish();
    if (!m_problem.isEmpty())
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "docker %1: %2"), { m_command.name }, { m_problem });
    return QJsonObject{ { u"task_type"_s, m_command.taskType }, { u"params"_s, m_params } };
}

const DockerFlag *Reader::flagNamed(const QString &name)
{
    QStringList known;
    for (const DockerFlag &flag : m_command.flags) {
        if (flag.names.contains(name))
            return &flag;
        if (flag.kind != Kind::Refused)
            known.append(flag.names);
    }
    refuse(known.isEmpty()
            ? Sentence(QT_TRANSLATE_NOOP("Sentence", "the flag %1 is not known; none is"), { name })
            : Sentence(QT_TRANSLATE_NOOP("Sentence", "the flag %1 is not known; known are %2"),
                { name, known.join(u", "_s) }));
    return nullptr;
}

QString Reader::valueOf(const QString &flag, const std::optional<QString> &attached)
{
    if (attached)
        return *attached;
    if (m_next < m_words.size())
        return m_words[m_next++];
    refuse(Sentence(QT_TRANSLATE_NOOP("Sentence", "the flag %1 needs a value"), { flag }));
    return {};
}

void Reader::readLongFlag(const QString &word)
{
    const qsizetype equals = word.indexOf(u'=');
    const QString name = word.left(equals);
    std::optional<QString> attached;
    if (equals > 0)
        attached = word.mid(equals + 1);
    const DockerFlag *flag = flagNamed(name);
    if (!flag)
        return;
    const QString value =
        flag->takesValue() ? valueOf(name, attached) : attached.value_or(u"true"_s);
    if (m_problem.isEmpty())
        apply(*flag, name, value);
}

// -dp 80:80: switches may stand together, a flag with a value takes what is left of the word.
void Reader::readShortFlags(const QString &word)
{
    for (qsizetype i = 1; i < word.size() && m_problem.isEmpty(); ++i) {
        const QString name = u"-"_s + word[i];
        const DockerFlag *flag = flagNamed(name);
        if (!flag)
            return;
        std::optional<QString> attached;
        if (i + 1 < word.size() && (flag->takesValue() || word[i + 1] == u'='))
            attached = word.mid(word[i + 1] == u'=' ? i + 2 : i + 1);
        const QString value =
            flag->takesValue() ? valueOf(name, attached) : attached.value_or(u"true"_s);
        if (m_problem.isEmpty())
            apply(*flag, name, value);
        if (attached)
            return;
    }
}

void Reader::put(const QString &key, const QString &name, const QString &value)
{
    QJsonObject pairs = m_params.value(key).toObject();
    pairs[name] = value;
    m_params[key] = pairs;
}

void Reader::apply(const DockerFlag &flag, const QString &name, const QString &value)
{
    switch (flag.kind) {
    case Kind::Switch:
        if (value != "true"_L1 && value != "false"_L1)
            return refuse(
                Sentence(QT_TRANSLATE_NOOP("Sentence", "the flag %1 is true or false"), { name }));
        m_params[flag.key] = value == "true"_L1;
        return;
    case Kind::Text:
    case Kind::Path:
        if (m_params.contains(flag.key))
            return refuse(
                Sentence(QT_TRANSLATE_NOOP("Sentence", "the flag %1 can be given once"), { name }));
        m_params[flag.key] = flag.kind == Kind::Path ? absolutePath(value, m_folder) : value;
        return;
    case Kind::Variable:
        if (const qsizetype equals = value.indexOf(u'='); equals >= 0)
            put(flag.key, value.left(equals), value.mid(equals + 1));
        else if (qEnvironmentVariableIsSet(qPrintable(value)))
            put(flag.key, value, qEnvironmentVariable(qPrintable(value)));
        return; // one that is not set is not passed on, as with docker
    case Kind::Port:
        return applyPort(flag, value);
    case Kind::Volume:
        return applyVolume(flag, value);
    case Kind::Secret: {
        QJsonArray secrets = m_params.value(flag.key).toArray();
        secrets.append(secretWithAbsolutePath(value, m_folder));
        m_params[flag.key] = secrets;
        return;
    }
    case Kind::IgnoredSwitch:
    case Kind::IgnoredText:
        return;
    case Kind::Refused:
        return refuse(Sentence(QT_TRANSLATE_NOOP("Sentence", "the flag %1 cannot be taken: %2"),
            { name }, { flag.key }));
    }
}

void Reader::applyPort(const DockerFlag &flag, const QString &value)
{
    const qsizetype colon = value.lastIndexOf(u':');
    if (colon <= 0)
        return refuse(Sentence(
            QT_TRANSLATE_NOOP("Sentence", "the port \"%1\" must be written host:container"),
            { value }));
    put(flag.key, value.left(colon), value.mid(colon + 1));
}

void Reader::applyVolume(const DockerFlag &flag, const QString &value)
{
    const qsizetype colon = value.indexOf(u':');
    if (colon <= 0)
        return refuse(Sentence(
            QT_TRANSLATE_NOOP("Sentence", "the volume \"%1\" must be written source:target"),
            { value }));
    const QString source = value.left(colon);
    put(flag.key, isPathOfVolume(source) ? absolutePath(source, m_folder) : source,
        value.mid(colon + 1));
}

void Reader::readPositional()
{
    const QStringList &keys = m_command.positional;
    if (m_positional.size() < keys.size() - m_command.optionalPositional) {
        const QString missing = keys[m_positional.size()];
        return refuse(Sentence(QT_TRANSLATE_NOOP("Sentence", "the %1 is missing"), {},
            { QString(missing).replace(u'_', u' ') }));
    }
    for (qsizetype i = 0; i < keys.size() && i < m_positional.size(); ++i)
        m_params[keys[i]] = m_positional[i];
    const QStringList rest = m_positional.mid(keys.size());
    if (rest.isEmpty())
        return;
    if (m_command.rest.isEmpty())
        return refuse(Sentence(
            QT_TRANSLATE_NOOP("Sentence", "there is one word too many: \"%1\""), { rest.first() }));
    m_params[m_command.rest] = QJsonArray::fromStringList(rest);
}

void Reader::finish()
{
    if (m_command.name == "run"_L1) {
        const bool remove = m_params.value(u"remove").toBool();
        if (remove && m_params.value(u"detach").toBool())
            return refuse(Sentence(QT_TRANSLATE_NOOP(
                "Sentence", "--rm does not go with -d: a detached container stays")));
        m_params[u"remove"] = remove; // without --rm docker keeps the container
    }
    if (m_command.name == "build"_L1) {
        const QString context = m_params.value(u"context_path").toString();
        if (context == "-"_L1 || context.contains("://"_L1) || context.startsWith("git@"_L1))
            return refuse(
                Sentence(QT_TRANSLATE_NOOP("Sentence", "the context must be a folder, not \"%1\""),
                    { context }));
        m_params[u"context_path"] = absolutePath(context, m_folder);
    }
}

// `docker image pull` is `docker pull`, and so on.
QStringList withoutGroup(const QStringList &words)
{
    static const QStringList groups{ u"image"_s, u"container"_s, u"buildx"_s, u"builder"_s };
    return words.size() > 1 && groups.contains(words[0]) ? words.mid(1) : words;
}

} // namespace

std::variant<QJsonObject, Sentence> readDockerLine(const QStringList &given, const QString &folder)
{
    QStringList words = given;
    QString host;
    while (words.size() > 1 && words[0].startsWith(u'-')) {
        const QString flag = words.takeFirst();
        const QString name = flag.section(u'=', 0, 0);
        static const QStringList hostFlags{ u"-H"_s, u"--host"_s, u"-c"_s, u"--context"_s };
        if (!hostFlags.contains(name))
            return Sentence(
                QT_TRANSLATE_NOOP("Sentence", "docker: the flag %1 is not known; known are %2"),
                { flag, hostFlags.join(u", "_s) });
        host = flag.contains(u'=') ? flag.section(u'=', 1) : words.takeFirst();
    }
    words = withoutGroup(words);
    if (words.isEmpty())
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "docker: the command is missing; known are %1"),
            { dockerCommandNames().join(u", "_s) });
    const auto command = dockerCommand(words[0]);
    if (!command)
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "docker %1 cannot be queued; known are %2"),
            { words[0], dockerCommandNames().join(u", "_s) });
    const QStringList rest = words.mid(1);
    auto read = Reader(*command, rest, folder).read();
    if (auto *task = std::get_if<QJsonObject>(&read); task && !host.isEmpty()) {
        QJsonObject params = task->value(u"params").toObject();
        params[u"host"] = host;
        (*task)[u"params"] = params;
    }
    return read;
}

} // namespace slipway
