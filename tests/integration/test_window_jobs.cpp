// What a person would try, by clicks and keys alone: build, push, pull what was pushed, run it.
#include "tests/support/queue_under_test.h"
#include "ui/main_window.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"
#include "ui/type_text.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

namespace {

using Fields = QList<std::pair<QString, QString>>; // the form's names, and what is typed

} // namespace

class TestWindowJobs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void buildPushRemovePullRun();
    void aPastedScriptIsDoneStepByStepAndAgain();
    void theEnginesImagesAreOffered();

private:
    QString context() const;
    Task submitted(TaskType type, const Fields &fields);
    void chooseType(QWidget &dialog, TaskType type);
    bool rowSaysDone(const Task &task) const;

    EngineFixture m_engine;
    std::unique_ptr<QueueUnderTest> m_queue;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowJobs::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
    m_window = std::make_unique<MainWindow>(m_queue->queue());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QString TestWindowJobs::context() const
{
    const QString folder = m_engine.folder + u"/window-context"_s;
    QDir().mkpath(folder);
    QFile file(folder + u"/Dockerfile"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("FROM busybox:local\nCMD [\"echo\", \"the window's own\"]\n");
    return folder;
}

void TestWindowJobs::chooseType(QWidget &dialog, TaskType type)
{
    auto *types = dialog.findChild<QListView *>(u"typeList"_s);
    QVERIFY(types);
    for (int row = 0; row < types->model()->rowCount(); ++row) {
        const QModelIndex index = types->model()->index(row, 0);
        if (index.data().toString() == typeText(type))
            QTest::mouseClick(
                types->viewport(), Qt::LeftButton, {}, types->visualRect(index).center());
    }
}

// The task at its end; an empty one when the form did not take it.
Task TestWindowJobs::submitted(TaskType type, const Fields &fields)
{
    const qsizetype before = m_queue->queue().snapshot().size();
    auto *add = m_window->findChild<QWidget *>(u"addButton"_s);
    QTest::mouseClick(add, Qt::LeftButton, {}, QPoint(10, add->height() / 2));
    QWidget *dialog = nullptr;
    const bool open = QTest::qWaitFor([&] {
        dialog = m_window->findChild<QWidget *>(u"submitDialog"_s);
        return dialog && dialog->isVisible();
    });
    if (!open)
        return {};
    chooseType(*dialog, type);
    for (const auto &[name, text] : fields) {
        for (QLineEdit *edit : dialog->findChildren<QLineEdit *>(name)) {
            if (!edit->isVisible())
                continue; // of another form
            QTest::mouseClick(edit, Qt::LeftButton);
            edit->selectAll();
            QTest::keyClicks(edit, text);
        }
    }
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    if (!QTest::qWaitFor([&] { return m_queue->queue().snapshot().size() > before; }))
        return {};
    const TaskId id = m_queue->queue().snapshot().last().id;
    return m_queue->finishes(id) ? m_queue->task(id) : Task();
}

bool TestWindowJobs::rowSaysDone(const Task &task) const
{
    auto *model = m_window->findChild<QTableView *>(u"taskTable"_s)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        QString cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells += model->index(row, column).data().toString() + u'|';
        if (cells.contains(displayName(task.spec)) && cells.contains(u"Done"_s))
            return true;
    }
    return false;
}

void TestWindowJobs::buildPushRemovePullRun()
{
    const QString image = m_engine.registry + u"/window/jobs"_s;
    const auto isDone = [this](const Task &task) {
        return task.status == TaskStatus::Completed
            && QTest::qWaitFor([&] { return rowSaysDone(task); });
    };
    QVERIFY(isDone(submitted(TaskType::DockerBuild,
        { { u"context_path"_s, context() }, { u"image_name"_s, image }, { u"tag"_s, u"1"_s } })));
    QVERIFY(isDone(submitted(TaskType::DockerPush, { { u"image_name"_s, image + u":1"_s } })));
    QVERIFY(!m_engine.manifestDigest(m_engine.registry, u"window/jobs"_s, u"1"_s).isEmpty());
    QVERIFY(m_engine.docker({ u"rmi"_s, u"-f"_s, image + u":1"_s }).ok());
    QVERIFY(isDone(submitted(TaskType::DockerPull, { { u"image_name"_s, image + u":1"_s } })));
    QVERIFY(m_engine.docker({ u"image"_s, u"inspect"_s, image + u":1"_s }).ok());
    const Task run = submitted(TaskType::DockerRun, { { u"image"_s, image + u":1"_s } });
    QVERIFY(isDone(run));
    QCOMPARE(m_queue->log(run.id, LogChannel::Out), QStringList{ u"the window's own"_s });
}

void TestWindowJobs::aPastedScriptIsDoneStepByStepAndAgain()
{
    const QString name = m_engine.registry + u"/window/script:1"_s;
    QGuiApplication::clipboard()->setText(
        u"cd %1\n$ docker build -t script:1 .\n$ docker tag script:1 %2 && docker push %2\n"
        "docker run --rm %2\n"_s.arg(context(), name));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->findChild<QTableView *>(u"taskTable"_s)->setFocus();
    const auto lastFour = [this] { return m_queue->queue().snapshot().last(4); };
    const auto areDoneInOrder = [&] {
        QDateTime before;
        for (const Task &each : lastFour()) {
            const bool finished = m_queue->finishes(each.id);
            const Task task = m_queue->task(each.id);
            if (!finished || task.status != TaskStatus::Completed || task.startedAt < before)
                return false;
            before = task.completedAt;
        }
        return true;
    };
    qsizetype count = m_queue->queue().snapshot().size();
    QTest::keySequence(m_window.get(), QKeySequence(QKeySequence::Paste));
    auto *dialog = m_window->findChild<QWidget *>(u"submitDialog"_s);
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    QTRY_COMPARE(m_queue->queue().snapshot().size(), count + 4);
    QVERIFY(areDoneInOrder());
    QVERIFY(!m_engine.manifestDigest(m_engine.registry, u"window/script"_s, u"1"_s).isEmpty());
    QCOMPARE(
        m_queue->log(lastFour().last().id, LogChannel::Out), QStringList{ u"the window's own"_s });

    // All of it once more, by one key, in the same order.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto *table = m_window->findChild<TaskTableView *>();
    QSet<TaskId> four;
    for (const Task &task : lastFour())
        four << task.id;
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, 0);
        if (!four.contains(index.data(TaskTableModel::IdRole).value<TaskId>()))
            table->selectionModel()->select(
                index, QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    }
    count = m_queue->queue().snapshot().size();
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY2(m_queue->queue().snapshot().size() == count + 4,
        qPrintable(m_window->findChild<QLabel *>(u"totals"_s)->text()));
    QVERIFY(areDoneInOrder());
}

void TestWindowJobs::theEnginesImagesAreOffered()
{
    QVERIFY(m_engine.docker({ u"tag"_s, u"busybox:local"_s, u"offered/by-the-engine:7"_s }).ok());
    m_window->submission().open(TaskType::DockerRun);
    auto *dialog = m_window->findChild<SubmitDialog *>();
    QLineEdit *image = nullptr;
    for (QLineEdit *edit : dialog->findChildren<QLineEdit *>(u"image"_s))
        image = edit->isVisible() ? edit : image;
    QVERIFY(image && image->completer());
    const auto isOffered = [image] {
        const QAbstractItemModel *offers = image->completer()->model();
        return !offers
                    ->match(offers->index(0, 0), Qt::DisplayRole, u"offered/by-the-engine:7"_s, 1,
                        Qt::MatchExactly)
                    .isEmpty();
    };
    QTRY_VERIFY(isOffered());
    QTest::keyClicks(image, u"by-the"_s);
    QTRY_VERIFY(image->completer()->popup()->isVisible());
    QTest::keyClick(image->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(image->completer()->popup(), Qt::Key_Return);
    QCOMPARE(image->text(), u"offered/by-the-engine:7"_s);
    dialog->close();
}

QTEST_MAIN(TestWindowJobs)
#include "test_window_jobs.moc"
