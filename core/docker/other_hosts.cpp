#include "core/docker/other_hosts.h"

#include "core/docker/engine_address.h"

using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr auto patience = 3s; // a host behind ssh that is off would take ten

class OtherHosts : public QObject {
public:
    OtherHosts(QObject *context, const std::function<void(const QStringList &)> &told)
        : QObject(context)
        , m_told(told)
    {
    }

    void ask(const QStringList &hosts, DockerEngine &engine)
    {
        m_asked = hosts;
        m_open = hosts.size();
        for (const QString &host : hosts) {
            EngineRequest *ping = engine.request(host, "/_ping", this);
            connect(ping, &EngineRequest::answered, this, [this, host](const EngineAnswer &answer) {
                if (answer.status == 200)
                    m_up.append(host);
                if (--m_open == 0)
                    end();
            });
            ping->start();
        }
        QTimer::singleShot(patience, this, &OtherHosts::end);
    }

private:
    void end()
    {
        if (std::exchange(m_ended, true))
            return;
        m_asked.removeIf([this](const QString &host) { return !m_up.contains(host); });
        deleteLater();
        m_told(m_asked); // in the order they are known in
    }

    std::function<void(const QStringList &)> m_told;
    QStringList m_asked;
    QStringList m_up;
    qsizetype m_open = 0;
    bool m_ended = false;
};

} // namespace

void askOtherHosts(const QString &silent, DockerEngine &engine, QObject *context,
    const std::function<void(const QStringList &)> &told)
{
    QStringList hosts = knownDockerHosts();
    hosts.removeIf([&silent](const QString &host) {
        return host == silent || (engineSocket(host) && engineSocket(host) == engineSocket(silent));
    });
    if (hosts.isEmpty())
        return told({});
    (new OtherHosts(context, told))->ask(hosts, engine);
}

} // namespace slipway
