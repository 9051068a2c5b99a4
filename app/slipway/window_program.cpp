#include "app/slipway/window_program.h"

#include "app/queue_file.h"
#include "core/executor/when_answered.h"
#include "ui/main_window.h"
#include "ui/notifier.h"
#include "ui/sentence_text.h"
#include "ui/settings/settings_dialog.h"
#include "ui/submit/submission.h"
#include "ui/tasks/task_table_view.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
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
{
    makeWindow(m_isHidden);
    connect(&m_signals, &UnixSignals::endRequested, this, &WindowProgram::quit);
    connect(&slipway, &Slipway::ready, this, &WindowProgram::opened);
    connect(&slipway, &Slipway::failed, this, &WindowProgram::failed);
    connect(&slipway, &Slipway::ended, this, [this] {
        m_server.close();
        QApplication::quit();
    });
}

WindowProgram::~WindowProgram() = default;

void WindowProgram::makeWindow(bool atOnce)
{
    m_window = std::make_unique<MainWindow>(m_slipway.queue(),
        atOnce ? MainWindow::Contents::AtOnce : MainWindow::Contents::AfterFirstPaint);
    m_window->submission().keepTemplatesIn(m_slipway.paths().templates);
    m_window->rememberIn(m_slipway.paths().window);
    connect(m_window.get(), &MainWindow::settingsAsked, this,
        [this] { SettingsDialog::showOver(*m_window, m_slipway.queue(), m_slipway.settings()); });
    connect(&m_slipway, &Slipway::troubled, m_window.get(), &MainWindow::showNotice);
    // Until the list is read nothing runs, so there is nothing to ask before it is closed.
    connect(m_window.get(), &MainWindow::closeAsked, this, [this] {
        if (!m_notifier)
            quit();
    });
}

// Words are made with the parts that show them, so the window is made anew, as it was.
void WindowProgram::renewWindow()
{
    if (!m_notifier) { // its list is not read yet
        m_isOutdated = true;
        return;
    }
    for (QDialog *open : m_window->findChildren<QDialog *>()) {
        if (open->isVisible() && !qobject_cast<SettingsDialog *>(open)) {
            connect(open, &QDialog::finished, this, &WindowProgram::renewWindow,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
            return;
        }
    }
    const bool isShown = m_window->isVisible();
    const bool isSet = m_window->findChild<SettingsDialog *>() != nullptr;
    const auto *table = m_window->findChild<TaskTableView *>();
    const QList<TaskId> selected = table->selectedIds();
    const QString searched = m_window->findChild<QLineEdit *>(u"search"_s)->text();
    delete std::exchange(m_notifier, nullptr);
    m_window->hide(); // it keeps now how it was
    m_window.release()->deleteLater(); // the change may have come from a control in it
    makeWindow(true);
    notify();
    m_window->findChild<QLineEdit *>(u"search"_s)->setText(searched);
    if (!selected.isEmpty())
        m_window->showTask(selected.first());
    if (isShown)
        m_window->show();
    if (isSet)
        SettingsDialog::showOver(*m_window, m_slipway.queue(), m_slipway.settings())
            ->openPage(SettingsDialog::Window);
}

void WindowProgram::notify()
{
    m_notifier = new Notifier(
        m_slipway.queue(), *m_window, m_slipway.settings(), DesktopBuses(), m_window.get());
    connect(m_notifier, &Notifier::quitConfirmed, this, &WindowProgram::quit);
}

void WindowProgram::start()
{
    if (m_isHidden)
        return m_slipway.start();
    connect(m_window.get(), &MainWindow::filled, &m_slipway, &Slipway::start);
    m_window->show();
}

void WindowProgram::opened(const QString &notice)
{
    notify();
    m_slipway.commands().setWindow([this] { m_notifier->raiseWindow(); });
    m_notifier->showFirst(m_isHidden);
    // Without its socket the window still works; slipwayctl does not.
    const auto noSocket = m_server.listen(m_slipway.paths().socket);
    if (!notice.isEmpty() || noSocket)
        m_window->showNotice(noSocket ? *noSocket : notice);
    if (!m_file.isEmpty())
        takeIn(m_file);
    if (m_isOutdated)
        renewWindow();
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
    if (const auto *problem = std::get_if<Sentence>(&read))
        return m_window->showNotice(sentenceText(*problem));
    const QList<TaskDraft> drafts = std::get<QueueFile>(read).drafts;
    whenAnswered(this, m_slipway.queue().submit(drafts), [this, file](const SubmitAnswer &answer) {
        if (answer.refusal)
            m_window->showNotice(file + u": "_s + reasonText(*answer.refusal));
    });
}

} // namespace slipway
