#include "core/docker/build_progress.h"

#include "core/docker/byte_count.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QString stepKey(const QString &stage, int number)
{
    return u"%1/%2"_s.arg(stage).arg(number, 6, 10, QLatin1Char('0'));
}

bool isWhole(const LayerProgress &layer)
{
    return layer.total >= 0 && layer.done >= layer.total;
}

} // namespace

bool BuildProgress::feed(const QByteArray &bytes)
{
    static const QRegularExpression vertexLine(u"\\A#(\\d+) (.*)\\z"_s);
    const QString line = QString::fromUtf8(bytes);
    if (const auto match = vertexLine.match(line); match.hasMatch())
        return feedBuildKit(match.captured(1), match.captured(2));
    return feedLegacy(line);
}

bool BuildProgress::feedLegacy(const QString &line)
{
    static const QRegularExpression stepLine(u"\\AStep (\\d+)/(\\d+) : (.*)\\z"_s);
    static const QRegularExpression context(
        u"\\ASending build context to Docker daemon\\s+([\\d.]+)([kMGT]?B)\\s*\\z"_s);
    static const QRegularExpression built(u"\\ASuccessfully built ([0-9a-f]+)"_s);
    static const QRegularExpression layer(u"\\A[0-9a-f]{12}: "_s);
    if (const auto match = stepLine.match(line); match.hasMatch()) {
        if (m_steps.contains(m_current))
            endStep(m_steps[m_current], false);
        m_legacyPull = false;
        m_current = stepKey({}, match.captured(1).toInt());
        m_stageSizes[{}] = match.captured(2).toInt();
        m_steps.insert(m_current, { {}, match.captured(1).toInt(), match.captured(3), false });
        return true;
    }
    if (const auto match = context.match(line); match.hasMatch()) {
        m_contextBytes = bytesFromText(match.captured(1), match.captured(2));
        return false;
    }
    if (const auto match = built.match(line); match.hasMatch()) {
        m_imageId = match.captured(1);
        if (m_steps.contains(m_current))
            endStep(m_steps[m_current], false);
    }
    if (line.startsWith(" ---> Using cache"_L1) && m_steps.contains(m_current))
        endStep(m_steps[m_current], true);
    if (layer.match(line).hasMatch()
        && m_steps.value(m_current).text.startsWith("FROM"_L1, Qt::CaseInsensitive)) {
        m_legacyPull = true;
        return m_legacyBase.feed(line.toUtf8());
    }
    if (line.startsWith(" ---> "_L1))
        m_legacyPull = false;
    return true;
}

bool BuildProgress::feedBuildKit(const QString &vertex, const QString &text)
{
    static const QRegularExpression stepName(u"\\A\\[(?:(\\S+) )?(\\d+)/(\\d+)\\] (.*)\\z"_s);
    static const QRegularExpression context(u"\\Atransferring context: ([\\d.]+)([kMGT]?B)"_s);
    static const QRegularExpression image(
        u"\\A(?:writing image|exporting config|exporting manifest) (sha256:[0-9a-f]{64})"_s);
    if (const auto match = stepName.match(text); match.hasMatch()) {
        const QString stage = match.captured(1);
        const QString key = stepKey(stage, match.captured(2).toInt());
        m_vertices.insert(vertex, key);
        m_stageSizes[stage] = match.captured(3).toInt();
        if (!m_steps.contains(key))
            m_steps.insert(key, { stage, match.captured(2).toInt(), match.captured(4), false });
        m_current = key;
        m_note.clear();
        return true;
    }
    Step *step = stepOf(vertex);
    if (text.startsWith("DONE"_L1) || text == "CACHED"_L1) {
        if (step)
            endStep(*step, text == "CACHED"_L1);
        return true;
    }
    if (const auto match = context.match(text); match.hasMatch()) {
        m_contextBytes = bytesFromText(match.captured(1), match.captured(2));
        return false;
    }
    if (const auto match = image.match(text); match.hasMatch())
        m_imageId = match.captured(1);
    if (!step && (text.startsWith("exporting"_L1) || text.startsWith("[internal]"_L1)))
        m_note = text;
    if (step && step->number == 1 && feedBaseLayer(text))
        return false;
    if (step && !step->done)
        m_current = m_vertices.value(vertex);
    return !text.startsWith("sha256:"_L1);
}

// "sha256:3e1a... 1.05MB / 5.24MB 0.5s", of the vertex that is the base image.
bool BuildProgress::feedBaseLayer(const QString &text)
{
    static const QRegularExpression counter(
        u"\\Asha256:([0-9a-f]{12})[0-9a-f]* ([\\d.]+)([kMGT]?B) / ([\\d.]+)([kMGT]?B)"_s);
    const auto match = counter.match(text);
    if (!match.hasMatch())
        return false;
    const QString id = match.captured(1);
    auto layer = std::find_if(
        m_base.begin(), m_base.end(), [&id](const auto &each) { return each.id == id; });
    if (layer == m_base.end())
        layer = m_base.insert(m_base.end(), { id, {}, 0, -1 });
    layer->total = bytesFromText(match.captured(4), match.captured(5));
    layer->done = std::max(layer->done, bytesFromText(match.captured(2), match.captured(3)));
    layer->state = isWhole(*layer) ? u"Download complete"_s : u"Downloading"_s;
    return true;
}

void BuildProgress::endStep(Step &step, bool cached)
{
    if (step.done)
        return;
    step.done = true;
    m_cached += cached;
}

BuildProgress::Step *BuildProgress::stepOf(const QString &vertex)
{
    const auto found = m_steps.find(m_vertices.value(vertex, u"none"_s));
    return found == m_steps.end() ? nullptr : &*found;
}

int BuildProgress::stepsDone() const
{
    return int(std::count_if(
        m_steps.cbegin(), m_steps.cend(), [](const Step &step) { return step.done; }));
}

int BuildProgress::stepsSeen() const
{
    int all = 0;
    for (int size : m_stageSizes)
        all += size;
    return all;
}

bool BuildProgress::isPullingBase() const
{
    return m_legacyPull || !std::all_of(m_base.cbegin(), m_base.cend(), isWhole);
}

TaskProgress BuildProgress::progress() const
{
    TaskProgress all = m_legacyBase.progress();
    if (!m_base.isEmpty())
        all.layers = m_base;
    all.isTransfer = isPullingBase() || m_steps.isEmpty();
    all.bytesDone = 0;
    all.bytesTotal.reset();
    if (isPullingBase()) {
        const auto add = [&all](const LayerProgress &layer) { all.bytesDone += layer.done; };
        std::for_each(all.layers.cbegin(), all.layers.cend(), add);
        if (!m_base.isEmpty()) {
            all.bytesTotal = 0;
            for (const LayerProgress &layer : m_base)
                *all.bytesTotal += layer.total;
        }
    } else if (m_steps.isEmpty()) {
        all.bytesDone = m_contextBytes;
    }
    const int steps = stepsSeen();
    if (steps > 0)
        m_percent = std::max(m_percent, std::min(99, 100 * stepsDone() / steps));
    all.percent = m_percent;
    const Step current = m_steps.value(m_current);
    if (!m_note.isEmpty() && (current.number == 0 || current.done))
        all.step = m_note;
    else if (current.number > 0)
        all.step = Sentence(QT_TRANSLATE_NOOP("Sentence", "Step %1 of %2: %3"),
            { QString::number(current.number), QString::number(m_stageSizes.value(current.stage)),
                current.text });
    else if (m_contextBytes > 0)
        all.step = Sentence(QT_TRANSLATE_NOOP("Sentence", "Sending the build context"));
    else
        all.step = {};
    return all;
}

} // namespace slipway
