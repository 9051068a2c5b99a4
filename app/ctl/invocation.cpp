#include "app/ctl/invocation.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace slipway {

std::variant<Invocation, QString> readInvocation(const QStringList &arguments)
{
    Invocation invocation;
    QStringList rest = arguments;
    while (!rest.isEmpty()) {
        const QString word = rest.takeFirst();
        if (word == "--"_L1) {
            invocation.words += rest;
            break;
        }
        const bool isFlag = word.size() > 1 && word.startsWith(u'-');
        if (!isFlag && invocation.command.isEmpty()) {
            invocation.command = word;
            if (word == "docker"_L1) {
                invocation.words = rest;
                break;
            }
            continue;
        }
        const QString name = word.section(u'=', 0, 0);
        if (name == "--home"_L1 || name == "--profile"_L1) {
            QString value = word.contains(u'=') ? word.section(u'=', 1)
                                                : (rest.isEmpty() ? QString() : rest.takeFirst());
            if (value.isEmpty())
                return u"%1 needs a value"_s.arg(name);
            (name == "--home"_L1 ? invocation.home : invocation.profile) = value;
        } else if (word == "--json"_L1) {
            invocation.json = true;
        } else if (word == "--help"_L1 || word == "-h"_L1) {
            invocation.help = true;
        } else if (word == "--version"_L1) {
            invocation.version = true;
        } else if (isFlag && invocation.command.isEmpty()) {
            return u"There is no option %1"_s.arg(word);
        } else {
            (isFlag ? invocation.flags : invocation.words).append(word);
        }
    }
    return invocation;
}

} // namespace slipway
