// What a person typed after slipwayctl, taken apart.
#pragma once

#include <QString>
#include <QStringList>

#include <variant>

namespace slipway {

struct Invocation {
    QString home;
    QString profile;
    bool json = false; // print the data of replies instead of words
    bool help = false;
    bool version = false;
    QString command;
    QStringList flags; // "-f", "--wait"
    QStringList words; // the rest, in order
};

// The general options may stand before or after the command. Everything after `docker` is docker's
// own and is not looked at. Answers with a sentence when an option is wrong.
std::variant<Invocation, QString> readInvocation(const QStringList &arguments);

} // namespace slipway
