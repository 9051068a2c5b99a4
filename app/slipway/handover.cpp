#include "app/slipway/handover.h"

#include "app/queue_file.h"
#include "ui/sentence_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {

Handover::Handover(const Paths &paths, const QString &file, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_file(file)
{
    connect(&m_client, &QueueClient::unreachable, this, [this] {
        if (!std::exchange(m_ended, true))
            emit nobodyThere();
    });
    // It was about to end: then its place is free, or its lock says why not.
    connect(&m_client, &QueueClient::lost, this, [this] {
        if (!std::exchange(m_ended, true))
            emit nobodyThere();
    });
}

void Handover::start()
{
    if (m_file.isEmpty())
        raise();
    else
        sendFile();
    m_client.open(m_paths.socket);
}

void Handover::sendFile()
{
    const auto read = readQueueFile(m_file);
    if (const auto *problem = std::get_if<Sentence>(&read)) {
        m_problem = sentenceText(*problem); // said once it is known that this is not the first
        return raise();
    }
    m_client.ask(u"queue_import"_s, { { u"queue"_s, std::get<QueueFile>(read).queue } },
        [this](const QJsonObject &reply) {
            if (reply[u"success"].toBool())
                return raise();
            m_ended = true;
            emit refused(m_file + u": "_s + reply[u"error"][u"message"].toString());
        });
}

// A queue without a window has the tasks all the same; that it shows none is said.
void Handover::raise()
{
    m_client.ask(u"window_show"_s, {}, [this](const QJsonObject &reply) {
        m_ended = true;
        if (!m_problem.isEmpty())
            return emit refused(m_problem);
        if (reply[u"success"].toBool())
            return emit handedOver();
        emit refused(QCoreApplication::translate("main",
            "The queue of the profile “%1” runs without a window (slipwayd). Talk to it with "
            "slipwayctl, or end it to open the window.")
                         .arg(m_paths.profile));
    });
}

} // namespace slipway
