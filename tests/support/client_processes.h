// Docker's clients that work for a task, as the mark in their environment tells.
#pragma once

#include <QStringList>

namespace slipway::test {

QStringList clientProcessesOf(const QString &taskId); // their process numbers

} // namespace slipway::test
