#include "core/docker/limit_check.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Level = PreCheck::Level;

constexpr int few = 10;

PreCheck limitLine(Level level, const char *text, const QStringList &arguments)
{
    return { level, u"limit"_s, QString::fromUtf8(text), arguments };
}

QString roundedUp(int seconds, int unit)
{
    return QString::number((seconds + unit - 1) / unit);
}

PreCheck noneLeft(const QString &registry, const PullsAnswer &answer)
{
    if (answer.error && answer.error->retryAfter)
        return limitLine(Level::Wrong,
            QT_TRANSLATE_NOOP(
                "PreCheck", "No pulls are left at %1: it asks to be left alone for %2 min."),
            { registry, roundedUp(*answer.error->retryAfter, 60) });
    const RateLimit &rate = answer.rateLimit;
    if (rate.limit && rate.windowSeconds)
        return limitLine(Level::Wrong,
            QT_TRANSLATE_NOOP("PreCheck",
                "No pulls are left at %1: all %2 that it allows in %3 h are used. They come back "
                "one by one."),
            { registry, QString::number(*rate.limit), roundedUp(*rate.windowSeconds, 3600) });
    return limitLine(
        Level::Wrong, QT_TRANSLATE_NOOP("PreCheck", "No pulls are left at %1."), { registry });
}

} // namespace

std::optional<PreCheck> limitCheck(const QString &registry, const PullsAnswer &answer)
{
    const RateLimit &rate = answer.rateLimit;
    const bool isRefused =
        answer.error && answer.error->kind == RegistryError::Kind::TooManyRequests;
    if (isRefused || rate.remaining == 0)
        return noneLeft(registry, answer);
    if (!rate.remaining)
        return std::nullopt;
    const QStringList words{ registry, QString::number(*rate.remaining) };
    if (*rate.remaining >= few)
        return limitLine(Level::Ok, QT_TRANSLATE_NOOP("PreCheck", "Pulls left at %1: %2."), words);
    if (rate.isPerAddress)
        return limitLine(Level::Warning,
            QT_TRANSLATE_NOOP("PreCheck",
                "Pulls left at %1: only %2, for everybody at your address. Whoever logs in has "
                "more."),
            words);
    return limitLine(
        Level::Warning, QT_TRANSLATE_NOOP("PreCheck", "Pulls left at %1: only %2."), words);
}

} // namespace slipway
