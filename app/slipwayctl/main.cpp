// slipwayctl: commands for a queue that runs in slipwayd or slipway.
#include "app/ctl/ctl_commands.h"
#include "app/ctl/ctl_run.h"

#include <QCoreApplication>

using namespace slipway;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const Console console = terminalConsole();
    const auto read = readInvocation(application.arguments().mid(1));
    if (const auto *problem = std::get_if<QString>(&read)) {
        console.complain(*problem + u".\nSee `slipwayctl --help`.\n"_s);
        return int(ExitCode::WrongUsage);
    }
    const Invocation invocation = std::get<Invocation>(read);
    if (invocation.help || invocation.command == "help"_L1) {
        console.print(usageText());
        return int(ExitCode::Done);
    }
    if (invocation.version) {
        console.print(u"slipwayctl " SLIPWAY_VERSION "\n"_s);
        return int(ExitCode::Done);
    }
    CtlRun run(invocation, pathsFor(invocation.home, invocation.profile), console);
    QObject::connect(&run, &CtlRun::ended, &application,
        [](ExitCode code) { QCoreApplication::exit(int(code)); });
    run.start();
    return QCoreApplication::exec();
}
