// Whether a model fits into the memory of this machine. Its size on the disk is the least it takes:
// what comes on top of it depends on the length of its context.
#pragma once

#include "core/executor/pre_check.h"

#include <QJsonArray>

#include <optional>

namespace slipway {

struct MachineMemory {
    qint64 total = 0; // bytes, swap space too
    qint64 free = 0; // what a program gets without anything being swapped out
    bool hasGraphicsCard = false; // which takes a part of a model that cannot be told from here
};

MachineMemory memoryFrom(const QByteArray &meminfo); // /proc/meminfo
std::optional<MachineMemory> machineMemory();

// `loaded` is what /api/ps lists. None: nothing is known.
std::optional<PreCheck> memoryCheck(const QString &model, qint64 size, const QJsonArray &loaded,
    const std::optional<MachineMemory> &memory);

} // namespace slipway
