#include "core/settings/settings.h"

#include <QSettings>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Values = QMap<QString, QVariant>; // by key; a default is not there

template <typename Value>
void put(Values &values, const QString &key, const Value &value, const Value &usual)
{
    if (value != usual)
        values.insert(key, QVariant::fromValue(value));
}

// The other way round, where the text in the file can be read as such a value.
void get(const Values &values, const QString &key, QString &value)
{
    value = values.value(key, value).toString();
}

void get(const Values &values, const QString &key, bool &value)
{
    const QString text = values.value(key).toString();
    if (text == "true"_L1 || text == "false"_L1)
        value = text == "true"_L1;
}

void get(const Values &values, const QString &key, int &value, int least)
{
    bool ok = false;
    if (const int given = values.value(key).toInt(&ok); ok && given >= least)
        value = given;
}

void get(const Values &values, const QString &key, std::optional<int> &value, int least)
{
    bool ok = false;
    if (const int given = values.value(key).toInt(&ok); ok && given >= least)
        value = given;
}

void get(const Values &values, const QString &key, double &value)
{
    bool ok = false;
    if (const double given = values.value(key).toDouble(&ok); ok && given >= 0)
        value = given;
}

// All keys there are: the one table for reading and writing.
template <typename Record, typename Visit> void visitKeys(Record &settings, Visit &&visit)
{
    visit(u"docker/program"_s, settings.dockerProgram);
    visit(u"docker/host"_s, settings.dockerHost);
    visit(u"ollama/host"_s, settings.ollamaHost);
    visit(u"limits/max_concurrent"_s, settings.maxConcurrent, 1);
    visit(u"limits/keep_free_gb"_s, settings.keepFreeGigabytes);
    visit(u"list/remove_after_days"_s, settings.removeAfterDays, 0);
    visit(u"notifications/failures"_s, settings.tellOfFailures);
    visit(u"notifications/marked"_s, settings.tellOfMarked);
    visit(u"notifications/queue_done"_s, settings.tellWhenDone);
    visit(u"notifications/quiet"_s, settings.quiet);
    visit(u"window/language"_s, settings.language);
    visit(u"window/colours"_s, settings.colours);
    visit(u"window/when_closed"_s, settings.whenClosed);
    visit(u"window/start_minimised"_s, settings.startMinimised);
    visit(u"window/quit_when_empty"_s, settings.quitWhenEmpty);
    // Beside them: lanes/LANE, and defaults/TYPE/max_retries, timeout_seconds and stall_seconds.
}

Values valuesOf(const Settings &settings)
{
    Values values;
    Values usual;
    visitKeys(settings, [&values](const QString &key, const auto &value, int = 0) {
        values.insert(key, QVariant::fromValue(value));
    });
    const Settings untouched;
    visitKeys(untouched, [&usual](const QString &key, const auto &value, int = 0) {
        usual.insert(key, QVariant::fromValue(value));
    });
    values.removeIf([&usual](const std::pair<const QString &, QVariant &> &each) {
        return usual.value(each.first) == each.second;
    });
    for (auto it = settings.lanes.cbegin(); it != settings.lanes.cend(); ++it)
        values.insert(u"lanes/"_s + it.key(), it.value());
    const Settings::TypeDefaults none;
    for (auto it = settings.defaults.cbegin(); it != settings.defaults.cend(); ++it) {
        const QString group = u"defaults/"_s + it.key();
        put(values, group + u"/max_retries"_s, it->maxRetries, none.maxRetries);
        if (it->timeoutSeconds)
            values.insert(group + u"/timeout_seconds"_s, *it->timeoutSeconds);
        if (it->stallSeconds)
            values.insert(group + u"/stall_seconds"_s, *it->stallSeconds);
    }
    return values;
}

} // namespace

Settings readSettings(const QString &file)
{
    QSettings ini(file, QSettings::IniFormat);
    Values values;
    for (const QString &key : ini.allKeys())
        values.insert(key, ini.value(key));
    Settings settings;
    visitKeys(settings, [&values](const QString &key, auto &value, auto... least) {
        get(values, key, value, least...);
    });
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const QString name = it.key().section(u'/', 1, 1);
        if (it.key().startsWith("lanes/"_L1)) {
            int limit = -1;
            get(values, it.key(), limit, 0);
            if (limit >= 0)
                settings.lanes.insert(name, limit);
        } else if (it.key().startsWith("defaults/"_L1)) {
            Settings::TypeDefaults &each = settings.defaults[name];
            const QString group = u"defaults/"_s + name;
            get(values, group + u"/max_retries"_s, each.maxRetries, 0);
            get(values, group + u"/timeout_seconds"_s, each.timeoutSeconds, 1);
            get(values, group + u"/stall_seconds"_s, each.stallSeconds, 0);
        }
    }
    settings.defaults.removeIf(
        [](const auto &each) { return each.value() == Settings::TypeDefaults{}; });
    return settings;
}

bool writeSettings(const QString &file, const Settings &settings, const Settings &before)
{
    QSettings ini(file, QSettings::IniFormat);
    const Values now = valuesOf(settings);
    const Values then = valuesOf(before);
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        if (then.value(it.key()) != it.value())
            ini.setValue(it.key(), it.value());
    }
    for (auto it = then.cbegin(); it != then.cend(); ++it) {
        if (!now.contains(it.key()))
            ini.remove(it.key());
    }
    ini.sync();
    return ini.status() == QSettings::NoError;
}

} // namespace slipway
