// What is pasted or dropped anywhere on the window comes up as a filled form; a field offers what
// is known.
#include "tests/support/fake_queue_service.h"
#include "ui/main_window.h"
#include "ui/submit/chain_form.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"
#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_table_view.h"
#include "ui/widgets.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    QTemporaryDir folder;
    FakeQueueService queue;
    MainWindow window{ queue };

    Shown()
    {
        window.submission().keepTemplatesIn(folder.filePath(u"templates.json"_s));
        queue.add(madeTask(1, pullOf(u"busy"_s), TaskStatus::Pulling));
        window.resize(1200, 760);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window is not active");
        QFile file(folder.filePath(u"Dockerfile"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write("FROM scratch AS deps\nARG VERSION\nFROM scratch\n");
    }
    SubmitDialog *dialog() const { return window.findChild<SubmitDialog *>(); }
    QString command() const { return dialog()->findChild<CommandBox *>()->command(); }
    void add() const
    {
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    }
    QLineEdit *field(const QString &name) const
    {
        for (QLineEdit *edit : dialog()->findChildren<QLineEdit *>(name)) {
            if (edit->isVisible())
                return edit;
        }
        return nullptr;
    }
    QWidget *place(const QString &name) const
    {
        return name == "window"_L1 ? static_cast<QWidget *>(const_cast<MainWindow *>(&window))
                                   : window.findChild<QWidget *>(name);
    }
};

QStringList namesOf(const QList<TaskDraft> &drafts)
{
    QStringList names;
    for (const TaskDraft &draft : drafts)
        names << displayName(draft.spec);
    return names;
}

// As the window system does it: to the innermost widget there that takes it.
bool drop(QWidget &window, const QPoint &at, const QMimeData &held)
{
    QWidget *under = window.childAt(at);
    for (QWidget *each = under ? under : &window; each; each = each->parentWidget()) {
        if (!each->acceptDrops())
            continue;
        const QPoint place = each->mapFrom(&window, at);
        QDragEnterEvent enter(place, Qt::CopyAction, &held, Qt::LeftButton, {});
        QApplication::sendEvent(each, &enter);
        if (!enter.isAccepted())
            continue;
        QDropEvent dropped(place, Qt::CopyAction, &held, Qt::LeftButton, {});
        QApplication::sendEvent(each, &dropped);
        return dropped.isAccepted();
    }
    return false;
}

} // namespace

class TestWindowBring : public QObject {
    Q_OBJECT

private slots:
    void init() { QGuiApplication::clipboard()->clear(); }
    void whatIsDroppedAnywhereFillsItsForm_data();
    void whatIsDroppedAnywhereFillsItsForm();
    void whatIsPastedFillsItsForm_data();
    void whatIsPastedFillsItsForm();
    void aLocalImageIsCompletedByKeys();
    void aStageIsCompletedByKeys();
    void aModelIsCompletedByKeys();
    void aContextIsChosenByKeys();
    void theCommandFollowsEveryKey();

private:
    void brought() const
    {
        QTest::addColumn<QString>("text"); // or a file of the folder, after "file:"
        QTest::addColumn<QStringList>("names");
        QTest::newRow("list of names")
            << u"nginx:1\nredis:7"_s << QStringList{ u"nginx:1"_s, u"redis:7"_s };
        QTest::newRow("Dockerfile") << u"file:Dockerfile"_s << QStringList{ u"%1"_s };
        QTest::newRow("folder") << u"file:"_s << QStringList{ u"%1"_s };
        QTest::newRow("command line")
            << u"docker pull ghcr.io/acme/api:2"_s << QStringList{ u"ghcr.io/acme/api:2"_s };
    }
    // Whether the form that came up adds these.
    static bool adds(const Shown &shown, const QStringList &names)
    {
        if (!QTest::qWaitFor([&] { return shown.dialog() && shown.dialog()->isVisible(); }))
            return false;
        shown.add();
        const QList<TaskDraft> &drafts = shown.queue.submitted;
        if (!names.first().startsWith(u"%1"_s))
            return namesOf(drafts) == names;
        const auto *build =
            drafts.size() == 1 ? std::get_if<DockerBuild>(&drafts.first().spec) : nullptr;
        return build && build->contextPath == shown.folder.path();
    }
    static void hold(QMimeData &held, const Shown &shown, const QString &text)
    {
        if (text.startsWith(u"file:"_s))
            held.setUrls({ QUrl::fromLocalFile(
                text.size() == 5 ? shown.folder.path() : shown.folder.filePath(text.mid(5))) });
        else
            held.setText(text);
    }
};

void TestWindowBring::whatIsDroppedAnywhereFillsItsForm_data()
{
    brought();
}

void TestWindowBring::whatIsDroppedAnywhereFillsItsForm()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    for (const QString &part : { u"taskTable"_s, u"sideBar"_s, u"toolBar"_s, u"detailTabs"_s }) {
        Shown shown;
        shown.window.showTask(shown.queue.snapshot().first().id);
        QMimeData held;
        hold(held, shown, text);
        QWidget *place = shown.place(part);
        QVERIFY2(place && place->isVisible(), qPrintable(part));
        const QPoint at = place->mapTo(&shown.window, place->rect().center());
        QVERIFY2(drop(shown.window, at, held), qPrintable(part));
        QVERIFY2(adds(shown, names), qPrintable(part));
    }
}

void TestWindowBring::whatIsPastedFillsItsForm_data()
{
    brought();
}

void TestWindowBring::whatIsPastedFillsItsForm()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    for (const QString &part : { u"taskTable"_s, u"sideBar"_s }) {
        Shown shown;
        auto *held = new QMimeData;
        hold(*held, shown, text);
        QGuiApplication::clipboard()->setMimeData(held);
        shown.place(part)->setFocus();
        QTest::keySequence(&shown.window, QKeySequence(QKeySequence::Paste));
        QVERIFY2(adds(shown, names), qPrintable(part));
    }
}

void TestWindowBring::aLocalImageIsCompletedByKeys()
{
    Shown shown;
    HostState engine;
    engine.images = { u"local/only:3"_s, u"other:1"_s };
    shown.queue.setHosts({ engine });
    shown.window.submission().open(TaskType::DockerRun);
    QLineEdit *image = shown.field(u"image"_s);
    QVERIFY(image && image->completer());
    QTest::keyClicks(image, u"only"_s); // in its middle, too
    QTRY_VERIFY(image->completer()->popup()->isVisible());
    QTest::keyClick(image->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(image->completer()->popup(), Qt::Key_Return);
    QCOMPARE(image->text(), u"local/only:3"_s);
    QTRY_VERIFY2(shown.command().endsWith(u"local/only:3"_s), qPrintable(shown.command()));
}

void TestWindowBring::aStageIsCompletedByKeys()
{
    Shown shown;
    shown.window.submission().open(TaskType::DockerBuild);
    QTest::keyClicks(shown.field(u"context_path"_s), shown.folder.path());
    QLineEdit *target = shown.field(u"target"_s);
    QVERIFY(target && target->completer());
    target->setFocus();
    QTRY_VERIFY(target->hasFocus());
    QTest::keyClicks(target, u"d"_s);
    QTRY_VERIFY(target->completer()->popup()->isVisible());
    QTest::keyClick(target->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(target->completer()->popup(), Qt::Key_Return);
    QCOMPARE(target->text(), u"deps"_s);
    QTRY_VERIFY2(shown.command().contains(u"--target deps"_s), qPrintable(shown.command()));
}

void TestWindowBring::aModelIsCompletedByKeys()
{
    Shown shown;
    HostState server;
    server.kind = HostKind::Ollama;
    server.known = server.reachable = true;
    server.models = { u"llama3.2:3b"_s, u"qwen3:8b"_s };
    shown.queue.setHosts({ server });
    shown.window.submission().open(TaskType::OllamaRun);
    QComboBox *box = nullptr;
    for (QComboBox *each : shown.dialog()->findChildren<QComboBox *>(u"model_name"_s))
        box = each->isVisible() ? each : box;
    QVERIFY(box && box->isEditable());
    QVERIFY(box->findText(u"qwen3:8b"_s) >= 0);
    QTest::keyClicks(box->lineEdit(), u"8b"_s); // in its middle, too
    QTRY_VERIFY(box->completer()->popup()->isVisible());
    QTest::keyClick(box->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(box->completer()->popup(), Qt::Key_Return);
    QCOMPARE(box->currentText(), u"qwen3:8b"_s);
    auto *prompt = shown.dialog()->findChild<QPlainTextEdit *>(u"prompt"_s);
    QTest::keyClicks(prompt, u"Why?"_s);
    QTRY_VERIFY2(shown.command().contains(u"qwen3:8b"_s), qPrintable(shown.command()));
}

void TestWindowBring::aContextIsChosenByKeys()
{
    Shown shown;
    HostState engine;
    engine.contexts = { u"default"_s, u"far"_s };
    shown.queue.setHosts({ engine });
    shown.window.submission().open(TaskType::DockerPull);
    QTest::keyClicks(shown.field(u"image_name"_s), u"nginx:1"_s);
    auto *host = shown.dialog()->findChild<QComboBox *>(u"host"_s);
    host->setFocus();
    QTest::keyClicks(host->lineEdit(), u"far"_s);
    shown.add();
    QCOMPARE(shown.queue.submitted.size(), 1);
    QCOMPARE(shown.queue.submitted.first().options.host, u"far"_s);
}

void TestWindowBring::theCommandFollowsEveryKey()
{
    Shown shown;
    QTest::keyClick(&shown.window, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(shown.dialog());
    QLineEdit *image = shown.field(u"image_name"_s);
    QStringList shownLines;
    for (const QChar &letter : u"ab:1"_s) {
        QTest::keyClick(image, letter.toLatin1());
        shownLines << shown.command();
    }
    QCOMPARE(shownLines.mid(0, 2),
        (QStringList{ u"docker pull a:latest"_s, u"docker pull ab:latest"_s }));
    QCOMPARE(shownLines.last(), u"docker pull ab:1"_s);
    QTest::keyClick(image, Qt::Key_Backspace);
    QTest::keyClick(image, '2');
    QCOMPARE(shown.command(), u"docker pull ab:2"_s);
}

QTEST_MAIN(TestWindowBring)
#include "test_window_bring.moc"
