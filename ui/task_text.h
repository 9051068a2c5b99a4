// Tasks in words: statuses and what a row says. The only place that chooses these words.
#pragma once

#include "core/host/host.h"
#include "core/queue/queue_forecast.h"
#include "core/task/task.h"
#include "ui/type_text.h"

#include <QStringList>

namespace slipway {

// What a colour may repeat; the word and the icon say it already.
enum class Tone { Quiet, Running, Warning, Error, Done };

// What a waiting row tells beyond the task itself.
struct LineContext {
    int position = 0; // 1 = next of its lane, 0 = not in line
    int atOnce = 0; // how many of its lane may run; 0 = no lane
    bool held = false;
    QDateTime now;
    QStringList after; // stepText() of those it waits for
};

QString statusWord(TaskStatus status); // "Pulling"
// The state column: "Pulling", "Retrying in 0:40", "Cancelling …".
QString stateText(const Task &task, const QDateTime &now);
QString stateIcon(const Task &task);
Tone stateTone(const Task &task);
bool isRetryAhead(const Task &task);
double speedOf(const Task &task); // bytes a second, 0 for what is not at work

// One of a chain as others name it: "acme/api (Build)", and what is wrong with it.
QString stepName(const Task &task);
QString stepText(const Task &task);

// What it is doing now, or why it does not.
QString secondLine(const Task &task, const LineContext &context);
Tone secondLineTone(const Task &task);

QString progressText(const Task &task, const QDateTime &now); // "1.2 of 1.9 GB"
QString forecastText(
    const QueueForecast &forecast); // "1.2 of 3.4 GB · all done in about 14 min"; may be empty
QString timeLeftText(
    const Task &task, const QDateTime &now); // "1:10", "about 3:40"; empty where nobody knows
// One line on how it stands, for the head of the detail.
QString summaryText(const Task &task, const QDateTime &now);

QString hostText(const HostState &host); // "Docker 28.2 · local"
// What a person can ask of a task that went wrong, as plain text to paste somewhere.
QString reportText(const Task &task, const QString &commandLine, const QStringList &lastLines);

} // namespace slipway
