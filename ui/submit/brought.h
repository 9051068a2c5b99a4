// What somebody drops on the window or has on the clipboard, as the task it most likely stands for.
#pragma once

#include "core/task/task_spec.h"

#include <optional>

class QMimeData;

namespace slipway {

// A Dockerfile or a folder is built; names of images, in a text or a text file, are pulled: several
// stand in one DockerPull's imageName, as the form takes them. None: it stands for nothing we know.
std::optional<TaskSpec> specBrought(const QMimeData &data);

} // namespace slipway
