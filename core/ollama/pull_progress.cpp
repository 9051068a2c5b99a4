#include "core/ollama/pull_progress.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {

// An error wins over all else a line holds. Digest, total and completed come only while a layer is
// fetched; zeros are left out.
bool PullProgress::feed(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.contains(u"error")) {
        m_error = line;
        return true;
    }
    const QString status = object[u"status"].toString();
    if (status.isEmpty())
        return false;
    const QString digest = object[u"digest"].toString();
    const bool isNew = status != m_status;
    m_status = status;
    m_progress.step = status;
    if (digest.isEmpty())
        completeAllBut({});
    else
        feedLayer(digest, object[u"total"].toInteger(), object[u"completed"].toInteger());
    m_succeeded = status == "success"_L1;
    sum();
    return isNew;
}

void PullProgress::feedLayer(const QString &digest, qint64 total, qint64 completed)
{
    completeAllBut(digest);
    m_current = digest;
    auto layer = std::find_if(
        m_layers.begin(), m_layers.end(), [&](const Layer &each) { return each.digest == digest; });
    if (layer == m_layers.end()) {
        layer = m_layers.insert(m_layers.end(), Layer{ digest });
        layer->kept = completed;
    }
    layer->total = total;
    layer->done = completed;
    layer->most = std::max(layer->most, completed);
    layer->complete = total > 0 && completed >= total;
    if (completed < layer->most)
        m_progress.step =
            Sentence(QT_TRANSLATE_NOOP("Sentence", "%1, the server repeats a part that failed"),
                { m_status });
}

// The last line of a layer may stand at 97 %: that the next thing begins says that it is there.
void PullProgress::completeAllBut(const QString &digest)
{
    for (Layer &layer : m_layers) {
        if (layer.digest == digest || layer.complete)
            continue;
        layer.complete = true;
        layer.done = layer.total;
    }
    m_current.clear();
}

// The whole model's size is known only when its last layer has begun. Its weights come first and
// are nearly all of it.
void PullProgress::sum()
{
    const std::optional<qint64> totalBefore = m_progress.bytesTotal;
    qint64 done = 0;
    qint64 total = 0;
    m_progress.layers.clear();
    for (const Layer &layer : m_layers) {
        done += layer.done;
        total += layer.total;
        const QString state = layer.complete ? u"Complete"_s
            : layer.done < layer.most        ? u"Retrying"_s
                                             : u"Downloading"_s;
        m_progress.layers.append(
            { layer.digest.section(u':', -1).left(12), state, layer.done, layer.total });
    }
    m_progress.isTransfer = !m_layers.isEmpty();
    // How long a check of what was loaded takes, the disk decides.
    m_progress.awaits = !m_current.isEmpty() ? Awaits::Bytes
        : m_status == "pulling manifest"_L1  ? Awaits::Others
                                             : Awaits::Nothing;
    m_progress.bytesDone = done;
    m_progress.bytesTotal = total > 0 ? std::optional(total) : std::nullopt;
    if (total <= 0)
        return;
    const int percent = int(std::min<qint64>(99, done * 100 / total));
    const bool sameWhole = m_progress.bytesTotal == totalBefore;
    m_progress.percent = sameWhole ? std::max(m_progress.percent, percent) : percent;
}

qint64 PullProgress::unfinishedBytes() const
{
    qint64 bytes = 0;
    for (const Layer &layer : m_layers)
        bytes += layer.complete ? 0 : layer.most;
    return bytes;
}

qint64 PullProgress::keptBytes() const
{
    qint64 bytes = 0;
    for (const Layer &layer : m_layers)
        bytes += layer.kept;
    return bytes;
}

} // namespace slipway
