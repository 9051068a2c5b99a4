// The line of a Dockerfile that a builder spoke of.
#pragma once

#include "core/task/task_error.h"

namespace slipway {

// `place` with the line at which its instruction stands in `text`, which may have been changed
// since the build; 0 where that cannot be told. Without an instruction it gets that of its line.
DockerfilePlace placeIn(const QString &text, DockerfilePlace place);

} // namespace slipway
