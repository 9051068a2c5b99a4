// The state of the whole queue and its statistics in a terminal's words.
#pragma once

#include <QJsonObject>
#include <QString>

namespace slipway {

QString queuePage(const QJsonObject &queueStatus); // of queue_status: what runs, and how many wait
QString statisticsPage(const QJsonObject &statistics);

} // namespace slipway
