// Another language holds at once: the window speaks it, as it was left, and nothing that is being
// written is lost.
#include "app/slipway/translations.h"
#include "app/slipway/window_program.h"
#include "ui/main_window.h"
#include "ui/settings/settings_dialog.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"
#include "ui/tasks/side_bar.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct Running {
    QTemporaryDir home;
    Slipway slipway{ pathsFor(home.path(), {}) };
    std::unique_ptr<Translations> translations;
    std::unique_ptr<WindowProgram> program;

    bool start(const QString &language = u"en"_s, const QString &file = {})
    {
        Settings values = slipway.settings().values();
        values.language = language;
        slipway.settings().change(values);
        translations = std::make_unique<Translations>(slipway.settings());
        program = std::make_unique<WindowProgram>(slipway, WindowProgram::Wishes{ .file = file });
        QObject::connect(
            translations.get(), &Translations::changed, program.get(), &WindowProgram::renewWindow);
        QSignalSpy ready(&slipway, &Slipway::ready);
        program->start();
        return QTest::qWaitFor([&ready] { return ready.size() == 1; });
    }
    bool end()
    {
        QSignalSpy ended(&slipway, &Slipway::ended);
        slipway.shutDown();
        return QTest::qWaitFor([&ended] { return ended.size() == 1; });
    }
    // The one that is shown; one that goes away may still be there.
    static MainWindow *window()
    {
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<MainWindow *>(each); window && window->isVisible())
                return window;
        }
        return nullptr;
    }
    static QString addText() { return window()->findChild<QAction *>(u"addAction"_s)->text(); }
};

// By keys, as a person does it.
bool chooseGerman(MainWindow &window)
{
    emit window.settingsAsked();
    auto *settings = window.findChild<SettingsDialog *>();
    if (!settings)
        return false;
    settings->openPage(SettingsDialog::Window);
    auto *language = settings->findChild<QComboBox *>(u"language"_s);
    const int german = language->findData(u"de"_s);
    for (int tries = 0; tries < language->count() && language->currentIndex() != german; ++tries)
        QTest::keyClick(language, language->currentIndex() < german ? Qt::Key_Down : Qt::Key_Up);
    return language->currentIndex() == german;
}

} // namespace

class TestWindowLanguage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setQuitOnLastWindowClosed(false); }
    void theWindowSpeaksItAtOnce();
    void whatIsBeingWrittenIsFinishedFirst();
    void aFileThatIsRefusedSaysWhyInIt_data();
    void aFileThatIsRefusedSaysWhyInIt();
};

void TestWindowLanguage::theWindowSpeaksItAtOnce()
{
    Running running;
    QVERIFY(running.start());
    QTRY_VERIFY(Running::window());
    QCOMPARE(Running::addText(), u"Add"_s);
    Running::window()->resize(1010, 640);
    Running::window()->findChild<QLineEdit *>(u"search"_s)->setText(u"redis"_s);
    Running::window()->findChild<SideBar *>()->choose(3);
    QVERIFY(chooseGerman(*Running::window()));
    QTRY_COMPARE(Running::addText(), u"Hinzufügen"_s);
    MainWindow *window = Running::window();
    QCOMPARE(window->size(), QSize(1010, 640)); // as it was left
    QCOMPARE(window->findChild<QLineEdit *>(u"search"_s)->text(), u"redis"_s);
    QCOMPARE(window->findChild<SideBar *>()->choice(), 3);
    auto *settings = window->findChild<SettingsDialog *>();
    QVERIFY(settings && settings->isVisible());
    QCOMPARE(settings->findChild<QComboBox *>(u"language"_s)->currentData().toString(), u"de"_s);
    const auto windows = [] {
        const QWidgetList all = QApplication::topLevelWidgets();
        return std::count_if(all.begin(), all.end(),
            [](QWidget *each) { return qobject_cast<MainWindow *>(each) != nullptr; });
    };
    QTRY_COMPARE(windows(), 1); // the one before is gone
    settings->close();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_N, Qt::ControlModifier); // and it works
    QTRY_VERIFY(window->findChild<SubmitDialog *>());
    QVERIFY(running.end());
}

void TestWindowLanguage::whatIsBeingWrittenIsFinishedFirst()
{
    Running running;
    QVERIFY(running.start());
    QTRY_VERIFY(Running::window());
    Running::window()->submission().open(TaskType::DockerPull);
    auto *form = Running::window()->findChild<SubmitDialog *>();
    QTest::keyClicks(form->findChild<QLineEdit *>(u"image_name"_s), u"alpine"_s);
    Settings german = running.slipway.settings().values();
    german.language = u"de"_s;
    running.slipway.settings().change(german); // as another place than the window might
    QCoreApplication::processEvents();
    QVERIFY(form->isVisible());
    QCOMPARE(form->findChild<QLineEdit *>(u"image_name"_s)->text(), u"alpine"_s);
    QCOMPARE(Running::addText(), u"Add"_s);
    form->close();
    QTRY_COMPARE(Running::addText(), u"Hinzufügen"_s);
    QVERIFY(running.end());
}

void TestWindowLanguage::aFileThatIsRefusedSaysWhyInIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said"); // after or around the file's name, %1
    const QByteArray begin = R"({"slipway":1,"tasks":[{"task_type":"docker_pull",)";
    QTest::newRow("no JSON") << QByteArray("{,}") << u"%1 ist kein JSON: "_s;
    QTest::newRow("no queue") << QByteArray("{}") << u"%1 ist keine gesicherte Warteschlange"_s;
    QTest::newRow("missing") << QByteArray(begin + "\"tag\":\"3\"}]}")
                             << u"Aufgabe 1 in %1: image_name wird gebraucht"_s;
    QTest::newRow("not a text") << QByteArray(begin + "\"image_name\":[]}]}")
                                << u"Aufgabe 1 in %1: image_name muss ein Text sein"_s;
    QTest::newRow("unknown") << QByteArray(begin + "\"image_nam\":\"a\"}]}")
                             << u"Aufgabe 1 in %1: docker_pull hat keine Angabe „image_nam“; "
                                "gemeint ist vielleicht image_name?"_s;
    QTest::newRow("by the queue") << QByteArray(begin + "\"image_name\":\"a\",\"after\":[\"b\"]}]}")
                                  << u"%1: "_s;
}

void TestWindowLanguage::aFileThatIsRefusedSaysWhyInIt()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"queue.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
    file.close();
    Running running;
    QVERIFY(running.start(u"de"_s, file.fileName()));
    QTRY_VERIFY(Running::window());
    auto *notice = Running::window()->findChild<QLabel *>(u"totals"_s);
    QTRY_VERIFY2(notice->text().startsWith(said.arg(file.fileName())), qPrintable(notice->text()));
    QVERIFY(running.end());
}

QTEST_MAIN(TestWindowLanguage)
#include "test_window_language.moc"
