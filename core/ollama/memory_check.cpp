#include "core/ollama/memory_check.h"

#include "core/ollama/model_name.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Level = PreCheck::Level;

constexpr double headroom = 1.2; // a short context and what a runner needs itself

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

// "MemTotal:       16318496 kB"
qint64 entryOf(const QByteArray &meminfo, const QByteArray &name)
{
    for (const QByteArray &line : meminfo.split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

PreCheck memoryLine(Level level, const char *text, const QStringList &arguments)
{
    return { level, u"memory"_s, QString::fromUtf8(text), arguments };
}

struct Loaded {
    bool isModel = false; // the one that is asked for
    qint64 mainMemory = 0; // of the others, which Ollama unloads when it needs their room
};

Loaded loadedOf(const QString &model, const QJsonArray &loaded)
{
    Loaded found;
    for (const QJsonValue &each : loaded) {
        if (isSameModel(each[u"name"].toString(), model))
            found.isModel = true;
        else
            found.mainMemory +=
                std::max<qint64>(0, each[u"size"].toInteger() - each[u"size_vram"].toInteger());
    }
    return found;
}

} // namespace

MachineMemory memoryFrom(const QByteArray &meminfo)
{
    return { entryOf(meminfo, "MemTotal") + entryOf(meminfo, "SwapTotal"),
        entryOf(meminfo, "MemAvailable"), false };
}

std::optional<MachineMemory> machineMemory()
{
    QFile file(u"/proc/meminfo"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    MachineMemory memory = memoryFrom(file.readAll());
    for (const char *device : { "/dev/nvidia0", "/dev/kfd" })
        memory.hasGraphicsCard = memory.hasGraphicsCard || QFileInfo::exists(QLatin1String(device));
    return memory.total > 0 ? std::optional(memory) : std::nullopt;
}

std::optional<PreCheck> memoryCheck(const QString &model, qint64 size, const QJsonArray &loaded,
    const std::optional<MachineMemory> &memory)
{
    const Loaded others = loadedOf(model, loaded);
    if (others.isModel)
        return memoryLine(Level::Ok,
            QT_TRANSLATE_NOOP("PreCheck", "%1 is in the server's memory already."), { model });
    if (!memory || size <= 0 || isCloudModel(model))
        return std::nullopt;
    const auto wanted = qint64(double(size) * headroom);
    const QStringList words{ model, bytesText(size), bytesText(memory->free) };
    if (wanted <= memory->free)
        return memoryLine(Level::Ok,
            QT_TRANSLATE_NOOP("PreCheck", "%1 takes at least %2 of memory; %3 are free."), words);
    if (wanted <= memory->free + others.mainMemory)
        return memoryLine(Level::Ok,
            QT_TRANSLATE_NOOP("PreCheck",
                "%1 takes at least %2 of memory; %3 are free when Ollama has unloaded other "
                "models."),
            { model, bytesText(size), bytesText(memory->free + others.mainMemory) });
    if (memory->hasGraphicsCard)
        return memoryLine(Level::Warning,
            QT_TRANSLATE_NOOP("PreCheck",
                "%1 takes at least %2 of memory; %3 are free, besides what the graphics card "
                "has."),
            words);
    if (size > memory->total)
        return memoryLine(Level::Wrong,
            QT_TRANSLATE_NOOP(
                "PreCheck", "%1 takes at least %2 of memory; this machine has only %3."),
            { model, bytesText(size), bytesText(memory->total) });
    return memoryLine(Level::Warning,
        QT_TRANSLATE_NOOP("PreCheck", "%1 takes at least %2 of memory; only %3 are free."), words);
}

} // namespace slipway
