#include "core/docker/transfer_progress.h"

#include "core/docker/byte_count.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

const QRegularExpression &layerLine()
{
    static const QRegularExpression pattern(u"\\A([0-9a-f]{12}): (.+?)\\s*\\z"_s);
    return pattern;
}

// The bar stands before the numbers on terminals wider than ours.
const QRegularExpression &counterText()
{
    static const QRegularExpression pattern(
        u"\\A(Downloading|Extracting|Pushing)\\s+(?:\\[[=> ]*\\]\\s+)?([\\d.]+)([kMGT]?B)(?:/\\s*([\\d.]+)([kMGT]?B))?\\z"_s);
    return pattern;
}

bool isLast(const QString &state)
{
    return state == "Pull complete"_L1 || state == "Download complete"_L1 || state == "Pushed"_L1
        || state == "Verifying Checksum"_L1 || state.startsWith("Extracting"_L1);
}

bool wasThere(const QString &state)
{
    return state == "Already exists"_L1 || state == "Layer already exists"_L1
        || state.startsWith("Mounted from"_L1);
}

} // namespace

bool TransferProgress::feed(const QByteArray &bytes)
{
    const QString line = QString::fromUtf8(bytes).trimmed();
    static const QRegularExpression digest(
        u"\\bdigest: (sha256:[0-9a-f]{64})"_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto told = digest.match(line); told.hasMatch())
        m_digest = told.captured(1);
    if (line.startsWith("Status: "_L1))
        m_message = line.mid(8);

    const auto match = layerLine().match(line);
    if (!match.hasMatch())
        return !line.isEmpty();
    Layer &layer = layerOf(match.captured(1));
    const QString text = match.captured(2);
    const auto counter = counterText().match(text);
    if (!counter.hasMatch())
        return enterState(layer, text);
    const QString state = counter.captured(1);
    const qint64 current = bytesFromText(counter.captured(2), counter.captured(3));
    const qint64 total = counter.captured(4).isEmpty()
        ? -1
        : bytesFromText(counter.captured(4), counter.captured(5));
    if (state == "Extracting"_L1) {
        enterState(layer, state);
        m_extracted = total > 0 ? int(100 * std::min(current, total) / total) : 0;
    } else {
        count(layer, current, total);
    }
    layer.shown.state = state;
    return false;
}

TransferProgress::Layer &TransferProgress::layerOf(const QString &id)
{
    for (Layer &layer : m_layers) {
        if (layer.shown.id == id)
            return layer;
    }
    m_layers.append(Layer{ { id, {}, 0, -1 } });
    return m_layers.last();
}

void TransferProgress::count(Layer &layer, qint64 current, qint64 total)
{
    LayerProgress &shown = layer.shown;
    if (total > shown.total && shown.total >= 0 && layer.kept == 0)
        shown.total = total; // rounded differently, or a push that knows better now
    else if (shown.total < 0 && total >= 0)
        shown.total = total;
    else if (total >= 0 && total + layer.kept < shown.total
        && shown.state.startsWith("Retrying"_L1))
        layer.kept = shown.total - total; // the rest of it, on a new connection
    else if (shown.state.startsWith("Retrying"_L1))
        layer.kept = 0; // from its start
    shown.done = layer.kept + current;
    if (shown.total >= 0 && shown.done > shown.total)
        shown.total = shown.done;
}

bool TransferProgress::enterState(Layer &layer, const QString &state)
{
    const bool retrying = state.startsWith("Retrying"_L1);
    const bool known =
        retrying ? layer.shown.state.startsWith("Retrying"_L1) : layer.shown.state == state;
    layer.shown.state = state;
    layer.needless = layer.needless || wasThere(state);
    if (isLast(state) || wasThere(state)) {
        layer.finished = true;
        layer.shown.total = std::max<qint64>({ layer.shown.total, layer.shown.done, 0 });
        layer.shown.done = layer.shown.total;
    }
    return !known;
}

bool TransferProgress::isMoving() const
{
    return m_layers.isEmpty()
        || std::any_of(m_layers.cbegin(), m_layers.cend(), [](const Layer &layer) {
               const QString &state = layer.shown.state;
               return (state == "Downloading"_L1 || state == "Pushing"_L1)
                   && (layer.shown.total < 0 || layer.shown.done < layer.shown.total);
           });
}

void TransferProgress::remember(const QList<LayerProgress> &layers)
{
    for (const LayerProgress &layer : layers) {
        if (layer.total > 0 && !wasThere(layer.state))
            m_remembered.insert(layer.id, layer.total);
    }
}

bool TransferProgress::isKept(const Layer &layer) const
{
    return layer.needless && m_remembered.contains(layer.shown.id);
}

qint64 TransferProgress::keptBytes() const
{
    qint64 bytes = 0;
    for (const Layer &layer : m_layers)
        bytes += isKept(layer) ? m_remembered.value(layer.shown.id) : 0;
    return bytes;
}

void TransferProgress::expect(const QList<LayerProgress> &layers)
{
    m_expected.clear();
    for (const LayerProgress &layer : layers)
        m_expected.insert(layer.id, layer.total);
}

// A strange layer in place of an expected one: this is another image than the registry told of.
bool TransferProgress::isAsExpected() const
{
    if (m_expected.isEmpty())
        return false;
    const auto strange = std::count_if(m_layers.cbegin(), m_layers.cend(),
        [this](const Layer &layer) { return !m_expected.contains(layer.shown.id); });
    return strange == 0 || m_layers.size() - strange == m_expected.size();
}

LayerProgress TransferProgress::rowOf(const Layer &layer, bool asExpected) const
{
    LayerProgress shown = layer.shown;
    if (isKept(layer))
        return { shown.id, u"Kept"_s, m_remembered.value(shown.id), m_remembered.value(shown.id) };
    if (!asExpected)
        return shown;
    shown.total = m_expected.value(shown.id, shown.total);
    if (layer.finished && shown.total >= 0)
        shown.done = shown.total;
    else if (shown.total >= 0)
        shown.done = std::min(shown.done, shown.total);
    return shown;
}

TaskProgress TransferProgress::progress() const
{
    TaskProgress all;
    all.isTransfer = true;
    const bool asExpected = isAsExpected();
    qint64 total = 0;
    bool totalKnown = asExpected || !m_layers.isEmpty();
    if (asExpected) {
        for (qint64 each : m_expected)
            total += each;
    }
    int finished = 0;
    int completed = 0;
    QString retrying;
    for (const Layer &layer : m_layers) {
        const LayerProgress shown = rowOf(layer, asExpected);
        const bool isInTotal = asExpected && m_expected.contains(shown.id);
        all.layers.append(shown);
        finished += layer.finished;
        completed += layer.needless || layer.shown.state == "Pull complete"_L1;
        if (layer.shown.state.startsWith("Retrying"_L1))
            retrying = layer.shown.state;
        if (layer.needless && !isKept(layer)) {
            total -= isInTotal ? shown.total : 0;
            continue;
        }
        all.bytesDone += shown.done;
        total += isInTotal ? 0 : std::max<qint64>(0, shown.total);
        totalKnown = totalKnown && shown.total >= 0;
    }
    if (totalKnown)
        all.bytesTotal = total;
    if (totalKnown && total > 0)
        m_percent = std::max(m_percent, std::min(99, int(100 * all.bytesDone / total)));
    all.percent = m_percent;
    const bool moving = isMoving();
    all.awaits = moving ? Awaits::Bytes : Awaits::Others;
    const bool extracting = std::any_of(m_layers.cbegin(), m_layers.cend(),
        [](const Layer &layer) { return layer.shown.state == "Extracting"_L1; });
    if (!retrying.isEmpty())
        all.step = retrying;
    else if (extracting && !moving)
        all.step = Sentence(QT_TRANSLATE_NOOP("Sentence", "Extracting layer %1 of %2: %3 %"),
            { QString::number(completed + 1), QString::number(m_layers.size()),
                QString::number(m_extracted) });
    else if (!m_layers.isEmpty())
        all.step = Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 of %2 layers"),
            { QString::number(finished), QString::number(m_layers.size()) });
    return all;
}

} // namespace slipway
