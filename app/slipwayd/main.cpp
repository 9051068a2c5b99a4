// slipwayd: the queue without a window.
#include "app/command_server.h"
#include "app/ctl/console.h"
#include "app/queue_file.h"
#include "app/slipwayd/file_run.h"
#include "app/unix_signals.h"
#include "core/slipway.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

struct Options {
    Paths paths;
    QString file; // "" = run until told to end
};

// The code to end with at once, or what to do.
std::variant<int, Options> readOptions(const QStringList &arguments, const Console &console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Runs the queue of one profile without a window."_s);
    const QCommandLineOption home(
        u"home"_s, u"Keep everything of the queue below DIR."_s, u"DIR"_s);
    const QCommandLineOption profile(u"profile"_s, u"The queue called NAME."_s, u"NAME"_s);
    const QCommandLineOption run(u"run"_s,
        u"Run the tasks of an exported queue to their end; 0 only if all completed."_s, u"FILE"_s);
    const QCommandLineOption help({ u"h"_s, u"help"_s }, u"Show this."_s);
    const QCommandLineOption version(u"version"_s, u"Show the version."_s);
    parser.addOptions({ home, profile, run, help, version });
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty()) {
        const QString problem = parser.errorText().isEmpty()
            ? u"slipwayd takes no words, only options."_s
            : parser.errorText();
        console.complain(problem + u"\nSee `slipwayd --help`.\n"_s);
        return WrongUsage;
    }
    if (parser.isSet(help)) {
        console.print(parser.helpText());
        return Done;
    }
    if (parser.isSet(version)) {
        console.print(u"slipwayd " SLIPWAY_VERSION "\n"_s);
        return Done;
    }
    return Options{ pathsFor(parser.value(home), parser.value(profile)), parser.value(run) };
}

int runQueue(const Options &options, const QJsonObject &queue, const Console &console)
{
    UnixSignals signals_;
    Slipway slipway(options.paths);
    CommandServer server(slipway.commands());
    FileRun fileRun(slipway.commands(), console.print);
    int code = queue.isEmpty() ? Done : Failed; // of a file that is ended early not all completed

    const auto end = [&](int with) {
        code = with;
        server.stopListening();
        slipway.shutDown();
    };
    const auto complain = [&console](const QString &sentence) {
        if (!sentence.isEmpty())
            console.complain(sentence + u'\n');
    };
    QObject::connect(&signals_, &UnixSignals::endRequested, &slipway, [&] { end(code); });
    QObject::connect(&slipway, &Slipway::failed, &server, [&](const QString &sentence) {
        complain(sentence);
        QCoreApplication::exit(Failed);
    });
    QObject::connect(&slipway, &Slipway::ended, &server, [&] {
        server.close();
        QCoreApplication::exit(code);
    });
    QObject::connect(&slipway, &Slipway::ready, &server, [&](const QString &notice) {
        complain(notice);
        if (const auto problem = server.listen(options.paths.socket)) {
            complain(*problem);
            return end(Failed);
        }
        complain(u"The queue is ready; it listens on %1"_s.arg(options.paths.socket));
        if (slipway.queue().isHeld())
            complain(u"It is on hold: nothing new starts until `slipwayctl release`."_s);
        if (!queue.isEmpty())
            fileRun.start(queue);
    });
    QObject::connect(&fileRun, &FileRun::refused, &server, [&](const QString &sentence) {
        complain(u"%1 cannot be run: %2"_s.arg(options.file, sentence));
        end(WrongUsage);
    });
    QObject::connect(&fileRun, &FileRun::ended, &server,
        [&](bool allCompleted) { end(allCompleted ? Done : Failed); });
    slipway.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    // Qt's own event loop costs less than GLib's, and nothing here needs that.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    const Console console = terminalConsole();
    const auto read = readOptions(application.arguments(), console);
    if (const int *code = std::get_if<int>(&read))
        return *code;
    const Options options = std::get<Options>(read);
    QJsonObject queue;
    if (!options.file.isEmpty()) {
        const auto file = readQueueFile(options.file);
        if (const auto *problem = std::get_if<Sentence>(&file)) {
            console.complain(problem->english() + u'\n');
            return WrongUsage;
        }
        queue = std::get<QueueFile>(file).queue;
    }
    return runQueue(options, queue, console);
}
