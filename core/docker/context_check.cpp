#include "core/docker/context_check.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Level = PreCheck::Level;

constexpr qint64 large = 200'000'000; // bytes

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

PreCheck line(Level level, const char *text, const QStringList &arguments)
{
    return { level, u"context"_s, QString::fromUtf8(text), arguments };
}

// That it is there is asked of every task before it is taken.
PreCheck dockerfileCheck(const BuildContext &context)
{
    if (context.mayReadDockerfile)
        return { Level::Ok, u"dockerfile"_s,
            QString::fromUtf8(QT_TRANSLATE_NOOP("PreCheck", "The Dockerfile is there.")), {} };
    return { Level::Wrong, u"dockerfile"_s,
        QString::fromUtf8(QT_TRANSLATE_NOOP("PreCheck", "You may not read the Dockerfile %1.")),
        { context.dockerfile } };
}

PreCheck sizeCheck(const BuildContext &context)
{
    const QString bytes = bytesText(context.bytes);
    if (!context.whole)
        return line(Level::Warning,
            QT_TRANSLATE_NOOP("PreCheck",
                "The build's context is more than %1 in more than %2 files: it was not counted to "
                "its end. What the build does not need can be left out in %3."),
            { bytes, QString::number(context.files), context.ignoreFile });
    if (context.bytes > large)
        return line(Level::Warning,
            QT_TRANSLATE_NOOP("PreCheck",
                "The build's context is %1, %2 of it in %3. What the build does not need can be "
                "left out in %4."),
            { bytes, bytesText(context.largestBytes), context.largest, context.ignoreFile });
    if (context.hasIgnoreFile)
        return line(Level::Ok,
            QT_TRANSLATE_NOOP(
                "PreCheck", "The build's context is %1; %2 says what is left out of it."),
            { bytes, context.ignoreFile });
    return line(Level::Ok, QT_TRANSLATE_NOOP("PreCheck", "The build's context is %1."), { bytes });
}

} // namespace

QList<PreCheck> contextChecks(const BuildContext &context, Builder builder)
{
    QList<PreCheck> checks{ dockerfileCheck(context) };
    if (!context.refusedLine.isEmpty())
        checks.append(line(Level::Wrong,
            QT_TRANSLATE_NOOP("PreCheck", "Docker cannot read the line \"%1\" of %2."),
            { context.refusedLine, context.ignoreFile }));
    // The legacy builder wants all of the context. BuildKit wants what the Dockerfile asks for, and
    // one was seen to go on without.
    const Level level = builder == Builder::Legacy ? Level::Wrong : Level::Warning;
    if (context.unreadableCount == 1)
        checks.append(line(level,
            QT_TRANSLATE_NOOP("PreCheck",
                "You may not read %1, which belongs to the build's context. Make it readable, or "
                "leave it out in %2."),
            { context.unreadable, context.ignoreFile }));
    else if (context.unreadableCount > 1)
        checks.append(line(level,
            QT_TRANSLATE_NOOP("PreCheck",
                "You may not read %1 files or folders of the build's context, %2 among them. Make "
                "them readable, or leave them out in %3."),
            { QString::number(context.unreadableCount), context.unreadable, context.ignoreFile }));
    checks.append(sizeCheck(context));
    return checks;
}

} // namespace slipway
