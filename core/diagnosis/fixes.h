// What can be done about a failure with one click, the likeliest first. What must be asked of an
// engine, a registry, a server or this machine was asked when the task failed, and stands in its
// error.
#pragma once

#include "core/host/host_action.h"
#include "core/task/task.h"

namespace slipway {

struct Fix {
    enum class Kind {
        RetryAs, // the same task with `draft`'s values
        SubmitFirst, // `draft` as a task of its own, and a retry when it has completed
        LogIn, // as SubmitFirst, but a person gives user and password
        Retag, // a person gives a name; the image gets it, and that is pushed
        ActOnHost, // `action`, then a retry
        OpenFile, // `file` at `line`, to be changed by a person; retried when that is saved
        CopyText, // `copied` to the clipboard: what only a person may do
    };
    Kind kind = Kind::RetryAs;
    QString id; // stable, for programs: "use_name:redis:7.2"
    // English, marked QT_TRANSLATE_NOOP("TaskError", ...): the window translates it under that id.
    QString text;
    QStringList arguments;
    TaskDraft draft;
    HostAction action;
    QString file;
    int line = 0; // from 1; 0: not known
    QString copied;
};

QList<Fix> fixesFor(const Task &task);
QString fixLabel(const Fix &fix); // in English

} // namespace slipway
