// The start of the window program: its options, its look, and whether there is one already.
#include "app/slipway/handover.h"
#include "app/slipway/translations.h"
#include "app/slipway/window_program.h"
#include "core/slipway.h"
#include "ui/desktop/appearance.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct Options {
    QString home;
    QString profile;
    std::optional<ThemeScheme> theme;
    bool minimised;
    QString file; // a queue to take in; mostly none
};

Options readOptions(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "A desktop queue for Docker and Ollama jobs."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption home(u"home"_s,
        QCoreApplication::translate("main", "Keep everything below this folder."), u"folder"_s);
    const QCommandLineOption profile(u"profile"_s,
        QCoreApplication::translate("main", "Use the queue of this name."), u"name"_s);
    const QCommandLineOption theme(u"theme"_s,
        QCoreApplication::translate("main", "Colours: light or dark."), u"light|dark"_s);
    const QCommandLineOption minimised(
        u"minimised"_s, QCoreApplication::translate("main", "Start in the tray, or minimised."));
    parser.addOptions({ home, profile, theme, minimised });
    parser.addPositionalArgument(u"file"_s,
        QCoreApplication::translate("main", "A queue that Slipway exported, to be added."),
        u"[file]"_s);
    parser.process(application);
    const QString wanted =
        parser.isSet(theme) ? parser.value(theme) : qEnvironmentVariable("SLIPWAY_THEME");
    return { parser.value(home), parser.value(profile), schemeFromName(wanted),
        parser.isSet(minimised), parser.positionalArguments().value(0) };
}

// Whether there is a first one that this start was for; then with what the program ends.
std::optional<int> handOver(const Paths &paths, const QString &file)
{
    Handover handover(paths, file);
    QObject::connect(&handover, &Handover::nobodyThere, qApp, [] { QApplication::exit(-1); });
    QObject::connect(&handover, &Handover::handedOver, qApp, [] { QApplication::exit(0); });
    QObject::connect(&handover, &Handover::refused, qApp, &showFailure);
    QMetaObject::invokeMethod(&handover, &Handover::start, Qt::QueuedConnection);
    const int code = QApplication::exec();
    return code < 0 ? std::nullopt : std::optional(code);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"slipway"_s);
    QApplication::setApplicationDisplayName(u"Slipway"_s);
    QApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
    QApplication::setDesktopFileName(u"slipway"_s);
    // Hidden in the tray or showing only a sentence, the program still runs.
    QApplication::setQuitOnLastWindowClosed(false);
    const Options options = readOptions(application);
    const Paths paths = pathsFor(options.home, options.profile);
    Slipway slipway(paths);
    const Translations translations(slipway.settings());
    const Appearance appearance(
        application, slipway.settings(), QDBusConnection::sessionBus(), options.theme);
    QApplication::setWindowIcon(QIcon(u":/slipway/slipway.svg"_s));
    if (const auto code = handOver(paths, options.file))
        return *code;
    WindowProgram program(slipway, { options.minimised, options.file });
    QObject::connect(&translations, &Translations::changed, &program, &WindowProgram::renewWindow);
    program.start();
    return QApplication::exec();
}
