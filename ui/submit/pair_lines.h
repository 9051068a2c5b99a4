// Pairs as a person writes them into a field: one a line, like NAME=value or host:container.
#pragma once

#include "core/task/task_spec.h"

namespace slipway {

struct PairLines {
    Pairs pairs;
    QString wrongLine; // the last that is no pair
};

// A port may carry an address in front ("127.0.0.1:8080:80"), a volume options behind
// ("data:/data:ro").
enum class Split { First, Last };

PairLines readPairs(const QString &text, QChar between, Split split = Split::First);
QString writtenPairs(const Pairs &pairs, QChar between);

} // namespace slipway
