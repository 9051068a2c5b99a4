// What a Dockerfile offers to choose from. The rules of its text are those of the Dockerfile
// reference: https://docs.docker.com/reference/dockerfile/
#pragma once

#include <QList>
#include <QStringList>

namespace slipway {

struct Dockerfile {
    struct Argument {
        QString name;
        QString usual; // its default, as written; may be empty
        bool operator==(const Argument &) const = default;
    };
    QStringList stages; // FROM ... AS name
    QList<Argument> arguments; // each name once, the first default that is told
    QStringList secretIds; // RUN --mount=type=secret,id=...
    QStringList ports; // EXPOSE
};

struct Instruction {
    int line = 0; // its first, from 1
    QString text; // continued lines joined, without remarks and here-documents
};

QList<Instruction> instructionsOf(const QString &text);
Dockerfile readDockerfile(const QString &text);
bool isDockerfileName(const QString &fileName);

} // namespace slipway
