// Where in the Dockerfile a build failed, from what the builder printed.
#pragma once

#include "core/task/task_error.h"

#include <QByteArray>
#include <QList>

namespace slipway {

// BuildKit and buildx name the line ("Dockerfile:5") or quote the step (" > [2/4] RUN make:"), the
// classic builder announces each step before it ("Step 3/7 : RUN make"), and all of them name the
// line of what they cannot read. None: it did not fail at an instruction.
std::optional<DockerfilePlace> buildPlace(const QList<QByteArray> &output);

} // namespace slipway
