#include "app/slipway/window_program.h"

#include "app/queue_file.h"
#include "ui/main_window.h"
#include "ui/notifier.h"
#include "ui/settings/settings_dialog.h"
#include "ui/submit/submission.h"

#include <QApplication>
#include <QJsonObject>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace slipway {

void showFailure(const QString &sentence)
{
    auto *box = new QMessageBox(QMessageBox::Critical,
        QCoreApplication::translate("main", "Slipway"), sentence, QMessageBox::Close);
    box->setObjectName(u"failure"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QMessageBox::finished, qApp, [] { QApplication::exit(1); });
    box->open();
}

WindowProgram::WindowProgram(Slipway &slipway, const Wishes &wishes)
    : m_slipway(slipway)
    , m_file(wishes.file)
    , m_server(slipway.commands())
    , m_isHidden(wishes.minimised || slipway.settings().values().startMinimised)
    , m_window(std::make_unique<MainWindow>(slipway.queue(),
          m_isHidden ? MainWindow::Contents::AtOnce : MainWindow::Contents::AfterFirstPaint))
{
    m_window->submission().keepTemplatesIn(slipway.paths().templates);
    m_window->rememberIn(slipway.paths().window);
    connect(m_window.get(), &MainWindow::settingsAsked, this,
        [this] { SettingsDialog::showOver(*m_window, m_slipway.queue(), m_slipway.settings()); });
    connect(&m_signals, &UnixSignals::endRequested, this, &WindowProgram::quit);
    connect(&slipway, &Slipway::ready, this, &WindowProgram::opened);
    connect(&slipway, &Slipway::failed, this, &WindowProgram::failed);
    connect(&slipway, &Slipway::troubled, m_window.get(), &MainWindow::showNotice);
    connect(&slipway, &Slipway::ended, this, [this] {
        m_server.close();
        QApplication::quit();
    });
}

WindowProgram::~WindowProgram() = default;

void WindowProgram::start()
{
    // Until the list is read nothing runs, so there is nothing to ask before it is closed.
    connect(m_window.get(), &MainWindow::closeAsked, this, [this] {
        if (!m_notifier)
            quit();
    });
    if (m_isHidden)
        return m_slipway.start();
    connect(m_window.get(), &MainWindow::filled, &m_slipway, &Slipway::start);
    m_window->show();
}

void WindowProgram::opened(const QString &notice)
{
    m_notifier = new Notifier(
        m_slipway.queue(), *m_window, m_slipway.settings(), DesktopBuses(), m_window.get());
    connect(m_notifier, &Notifier::quitConfirmed, this, &WindowProgram::quit);
    m_slipway.commands().setWindow([this] { m_notifier->raiseWindow(); });
    m_notifier->showFirst(m_isHidden);
    // Without its socket the window still works; slipwayctl does not.
    const auto noSocket = m_server.listen(m_slipway.paths().socket);
    if (!notice.isEmpty() || noSocket)
        m_window->showNotice(noSocket ? *noSocket : notice);
    if (!m_file.isEmpty())
        takeIn(m_file);
}

void WindowProgram::failed(const QString &sentence)
{
    m_window->hide();
    showFailure(sentence);
}

void WindowProgram::quit()
{
    disconnect(m_window.get(), &MainWindow::filled, &m_slipway, nullptr); // it may not have begun
    m_window->hide();
    m_server.stopListening();
    m_slipway.shutDown();
}

// All or none of it; what is wrong is told in the window.
void WindowProgram::takeIn(const QString &file)
{
    const auto read = readQueueFile(file);
    if (const auto *problem = std::get_if<QString>(&read))
        return m_window->showNotice(*problem);
    m_slipway.commands().handle(u"queue_import"_s, { { u"queue"_s, std::get<QJsonObject>(read) } },
        [this, file](const QJsonObject &reply) {
            if (!reply[u"success"].toBool())
                m_window->showNotice(file + u": "_s + reply[u"error"][u"message"].toString());
        });
}

} // namespace slipway
