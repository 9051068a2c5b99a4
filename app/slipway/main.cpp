// The window program: a queue of its own, the window over it, and the socket for slipwayctl.
#include "app/command_server.h"
#include "app/queue_file.h"
#include "app/slipway/handover.h"
#include "app/slipway/translations.h"
#include "app/unix_signals.h"
#include "core/slipway.h"
#include "ui/desktop/appearance.h"
#include "ui/main_window.h"
#include "ui/notifier.h"
#include "ui/settings/settings_dialog.h"
#include "ui/submit/submission.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QJsonObject>
#include <QMessageBox>

#include <memory>

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

// Nothing runs: one sentence in a window, and the program ends with it.
void showFailure(const QString &sentence)
{
    auto *box = new QMessageBox(QMessageBox::Critical,
        QCoreApplication::translate("main", "Slipway"), sentence, QMessageBox::Close);
    box->setObjectName(u"failure"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QMessageBox::finished, qApp, [] { QApplication::exit(1); });
    box->open();
}

// All or none of it; what is wrong is told in the window.
void takeIn(const QString &file, Slipway &slipway, MainWindow &window)
{
    const auto read = readQueueFile(file);
    if (const auto *problem = std::get_if<QString>(&read))
        return window.showNotice(*problem);
    slipway.commands().handle(u"queue_import"_s, { { u"queue"_s, std::get<QJsonObject>(read) } },
        [&window, file](const QJsonObject &reply) {
            if (!reply[u"success"].toBool())
                window.showNotice(file + u": "_s + reply[u"error"][u"message"].toString());
        });
}

// The queue, the window over it and the socket, from the first of them to the last.
int run(QApplication &application, const Options &options, Slipway &slipway)
{
    CommandServer server(slipway.commands());
    UnixSignals signals_;
    std::unique_ptr<MainWindow> window;
    const auto quit = [&] {
        if (window)
            window->hide();
        server.stopListening();
        slipway.shutDown();
    };
    QObject::connect(&signals_, &UnixSignals::endRequested, &slipway, quit);
    QObject::connect(&slipway, &Slipway::failed, &application, &showFailure);
    QObject::connect(&slipway, &Slipway::ended, &application, [&] {
        server.close();
        QApplication::quit();
    });
    QObject::connect(&slipway, &Slipway::troubled, &application, [&](const QString &sentence) {
        if (window)
            window->showNotice(sentence);
    });
    QObject::connect(&slipway, &Slipway::ready, &application, [&](const QString &notice) {
        window = std::make_unique<MainWindow>(slipway.queue());
        window->submission().keepTemplatesIn(slipway.paths().templates);
        window->rememberIn(slipway.paths().window);
        auto *notifier = new Notifier(
            slipway.queue(), *window, slipway.settings(), DesktopBuses(), window.get());
        QObject::connect(notifier, &Notifier::quitConfirmed, &slipway, quit);
        QObject::connect(window.get(), &MainWindow::settingsAsked, window.get(),
            [&] { SettingsDialog::showOver(*window, slipway.queue(), slipway.settings()); });
        slipway.commands().setWindow([notifier] { notifier->raiseWindow(); });
        notifier->showFirst(options.minimised || slipway.settings().values().startMinimised);
        // Without its socket the window still works; slipwayctl does not.
        const auto noSocket = server.listen(slipway.paths().socket);
        if (!notice.isEmpty() || noSocket)
            window->showNotice(noSocket ? *noSocket : notice);
        if (!options.file.isEmpty())
            takeIn(options.file, slipway, *window);
    });
    slipway.start();
    return QApplication::exec();
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
    loadTranslations(application, slipway.settings().values().language);
    const Appearance appearance(
        application, slipway.settings(), QDBusConnection::sessionBus(), options.theme);
    QApplication::setWindowIcon(QIcon(u":/slipway/slipway.svg"_s));
    if (const auto code = handOver(paths, options.file))
        return *code;
    return run(application, options, slipway);
}
