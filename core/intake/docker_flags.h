// Which flags of docker's commands Slipway takes, and what becomes of each.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace slipway {

struct DockerFlag {
    enum class Kind {
        Switch, // true in `key`, or false with =false
        Text, // its value in `key`
        Path, // the same, made absolute
        Variable, // NAME=value in the object `key`; NAME alone is read from the environment
        Port, // [address:]host:container in `key`
        Volume, // source:target[:options] in `key`
        Secret, // one more in the list `key`
        IgnoredSwitch, // changes only what docker prints
        IgnoredText,
        Refused, // `key` is the sentence that says why
    };
    QStringList names; // "-d", "--detach"
    Kind kind;
    QString key;

    bool takesValue() const;
};

struct DockerCommand {
    QString name; // "run"
    QString taskType;
    QList<DockerFlag> flags;
    QStringList positional; // keys of the words that are no flags
    int optionalPositional = 0; // how many of them, from the end, may be missing
    QString
        rest; // key of the list of all words after them, and then no flag follows the first word
};

std::optional<DockerCommand> dockerCommand(const QString &name);
QStringList dockerCommandNames();

} // namespace slipway
