#include "app/ctl/ctl_commands.h"
#include "app/ctl/ctl_run.h"

#include <QJsonDocument>

#include <memory>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// A request is one line. One that a person laid out over several is put together; several
// requests, a line each, stay several.
QList<QByteArray> requestsIn(const QByteArray &text)
{
    if (const QJsonDocument whole = QJsonDocument::fromJson(text);
        whole.isObject() && text.trimmed().contains('\n'))
        return { whole.toJson(QJsonDocument::Compact) };
    QList<QByteArray> lines;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line);
    }
    return lines;
}

bool isSubscribe(const QByteArray &line)
{
    const QJsonObject request = QJsonDocument::fromJson(line).object();
    return request.value(u"action") == "subscribe"_L1
        || request.value(u"command") == "subscribe"_L1;
}

} // namespace

// Prints every line that comes back, unchanged. After a subscribe that goes on until it is ended.
void passRequest(CtlRun &run)
{
    const QString given = run.invocation().words.first();
    const auto lines = requestsIn(given == "-"_L1 ? run.console().readInput() : given.toUtf8());
    if (lines.isEmpty())
        return run.refuseUsage(u"The request is empty."_s);
    struct State {
        qsizetype open;
        bool streams;
        bool refused = false;
    };
    const auto state = std::make_shared<State>(
        State{ lines.size(), std::any_of(lines.cbegin(), lines.cend(), isSubscribe) });
    QObject::connect(
        &run.queue(), &QueueClient::lineCame, &run, [&run, state](const QByteArray &line) {
            run.print(QString::fromUtf8(line) + u'\n');
            const QJsonObject reply = QJsonDocument::fromJson(line).object();
            if (reply.contains(u"event"_s))
                return;
            state->refused |= !reply.value(u"success").toBool();
            if (--state->open == 0 && (!state->streams || state->refused))
                run.end(state->refused ? ExitCode::Refused : ExitCode::Done);
        });
    for (const QByteArray &line : lines)
        run.queue().sendLine(line);
}

} // namespace slipway
