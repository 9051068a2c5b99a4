// A task of the contract's JSON in a terminal's words: one line, one row, one page.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace slipway {

QString taskName(const QJsonObject &task); // the reference, the model, source -> target
QString taskTable(const QJsonArray &tasks); // with a head; a sentence when there are none
QString taskPage(const QJsonObject &task); // all that a person asks of one task

// "14:03:12  3f2a9c01  alpine:3.19  pulling", and why a task failed or does not start.
QString changeLine(const QJsonObject &task, const QTime &at);
// The sentence, the decisive line and what to do, indented; "" for a task without an error.
QString failureText(const QJsonObject &task);
// "alpine:3.19  pulling  45 %  28.1 of 62.9 MB  5.1 MB/s  7 s left".
QString progressLine(const QJsonObject &task);

// "pulling", or "pulling, stopping" while it is being stopped.
QString statusText(const QJsonObject &task);
// Percent, bytes, speed and time left as far as they are known and of use.
QString progressText(const QJsonObject &task);

} // namespace slipway
