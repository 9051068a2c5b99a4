// What somebody drops or pastes, as the tasks it most likely stands for.
#pragma once

#include "core/task/task_spec.h"

#include <variant>

namespace slipway {

struct Brought {
    QList<TaskDraft> drafts; // one or more; not validated: a form shows what is wrong
    bool inOrder = false; // lines of a script: each waits for the one before it
};

// Or why not: a sentence about what was nearly understood, empty for what stands for nothing.
using OrWhyNot = std::variant<Brought, Sentence>;

// Names of images are pulled, docker's and Ollama's command lines read (`cd` counts too), and a
// path stands for what it names. Paths are taken relative to `folder`.
OrWhyNot readText(const QString &text, const QString &folder);

// A Dockerfile or a folder is built, a compose file gets its images and builds, a small text file
// is read as text.
OrWhyNot readFile(const QString &path);

} // namespace slipway
