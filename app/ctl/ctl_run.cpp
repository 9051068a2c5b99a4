#include "app/ctl/ctl_run.h"

#include "core/command/contract_text.h"

#include "app/ctl/ctl_commands.h"
#include "app/ctl/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// The id that `beginning` stands for, or a sentence why none.
std::variant<QString, QString> uniqueId(const QString &beginning, const QStringList &ids)
{
    QStringList fitting;
    for (const QString &id : ids) {
        if (id.startsWith(beginning, Qt::CaseInsensitive))
            fitting.append(id);
    }
    using Found = std::variant<QString, QString>;
    if (fitting.size() == 1)
        return Found(std::in_place_index<0>, fitting.first());
    if (fitting.isEmpty())
        return Found(
            std::in_place_index<1>, u"There is no task whose id begins with %1."_s.arg(beginning));
    return Found(std::in_place_index<1>,
        u"%1 stands for %2 tasks: %3%4"_s.arg(beginning)
            .arg(fitting.size())
            .arg(fitting.mid(0, 3).join(u", "_s), fitting.size() > 3 ? u" …"_s : u"."_s));
}

} // namespace

CtlRun::CtlRun(const Invocation &invocation, const Paths &paths, const Console &console)
    : m_invocation(invocation)
    , m_paths(paths)
    , m_console(console)
{
    connect(&m_queue, &QueueClient::unreachable, this, [this] {
        const QString options =
            (m_invocation.home.isEmpty() ? QString() : u" --home "_s + m_invocation.home)
            + (m_invocation.profile.isEmpty() ? QString()
                                              : u" --profile "_s + m_invocation.profile);
        m_console.complain(
            u"No queue is running for the profile \"%1\". Start one with `slipwayd%2`, or open"
            " the window with `slipway%2`.\n"_s.arg(m_paths.profile, options));
        end(ExitCode::NoQueue);
    });
    connect(&m_queue, &QueueClient::lost, this, [this] {
        if (m_ended)
            return;
        m_console.complain(u"The queue ended the connection.\n"_s);
        end(ExitCode::Refused);
    });
}

void CtlRun::start()
{
    startCommand(*this);
    if (!m_ended)
        m_queue.open(m_paths.socket);
}

void CtlRun::ask(const QString &action, const QJsonObject &params, const Data &data)
{
    m_queue.ask(action, params, [this, data](const QJsonObject &reply) {
        if (m_ended)
            return;
        if (reply.value(u"success").toBool())
            return data(reply.value(u"data").toObject());
        sayRefusal(reply.value(u"error").toObject());
        end(ExitCode::Refused);
    });
}

void CtlRun::resolve(const QStringList &beginnings, std::function<void(const QStringList &)> found)
{
    const bool complete = std::none_of(beginnings.cbegin(), beginnings.cend(),
        [](const QString &each) { return QUuid::fromString(each).isNull(); });
    if (complete)
        return found(beginnings);
    ask(u"queue_list"_s, {}, [this, beginnings, found](const QJsonObject &data) {
        QStringList known;
        for (const QJsonValue &task : data.value(u"tasks").toArray())
            known.append(task.toObject().value(u"id").toString());
        QStringList ids;
        for (const QString &beginning : beginnings) {
            const auto id = uniqueId(beginning, known);
            if (id.index() == 1) {
                m_console.complain(std::get<1>(id) + u'\n');
                return end(ExitCode::Refused);
            }
            ids.append(std::get<0>(id));
        }
        found(ids);
    });
}

void CtlRun::printJson(const QJsonObject &data)
{
    print(QString::fromUtf8(contractText(data)) + u'\n');
}

void CtlRun::sayRefusal(const QJsonObject &error)
{
    if (printsJson())
        m_console.complain(QString::fromUtf8(contractText(error)) + u'\n');
    else
        m_console.complain(printable(error.value(u"message").toString()) + u'\n');
}

void CtlRun::refuseUsage(const QString &sentence)
{
    m_console.complain(sentence + u"\nSee `slipwayctl --help`.\n"_s);
    end(ExitCode::WrongUsage);
}

void CtlRun::end(ExitCode code)
{
    if (std::exchange(m_ended, true))
        return;
    QMetaObject::invokeMethod(
        this, [this, code] { emit ended(code, {}); }, Qt::QueuedConnection);
}

} // namespace slipway
