// The window over a whole queue and a real engine, used by clicks and keys alone.
#include "tests/support/queue_under_test.h"
#include "ui/main_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestWindowPull : public QObject {
    Q_OBJECT

private slots:
    void addsAPullByClicksAndSeesItDone();
};

void TestWindowPull::addsAPullByClicksAndSeesItDone()
{
    EngineFixture engine;
    QVERIFY2(engine.whyNot().isEmpty(), engine.whyNot().constData());
    const RegistryImage image = engine.fill(engine.registry, u"window/pull:1"_s, { 1, 2 });
    QVERIFY(image.ok());
    QueueUnderTest queue(engine.program);
    QVERIFY2(queue.start(), qPrintable(queue.sentence));

    MainWindow window(queue.queue());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *add = window.findChild<QWidget *>(u"addButton"_s);
    QVERIFY(add);
    QTest::mouseClick(add, Qt::LeftButton, {}, QPoint(10, add->height() / 2));
    QWidget *dialog = nullptr;
    QTRY_VERIFY((dialog = window.findChild<QWidget *>(u"submitDialog"_s)) && dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(u"image_name"_s);
    QVERIFY(name);
    QTest::mouseClick(name, Qt::LeftButton);
    QTest::keyClicks(name, u"Upper"_s);
    auto *submit = dialog->findChild<QPushButton *>(u"addToQueue"_s);
    QVERIFY(submit);
    // A name nobody could pull is told while it is typed.
    const auto notes = dialog->findChildren<QLabel *>();
    const auto lowerCaseIsWanted = [&notes] {
        return std::any_of(notes.cbegin(), notes.cend(), [](const QLabel *note) {
            return note->isVisible() && note->text().contains(u"lower case"_s);
        });
    };
    QTRY_VERIFY(lowerCaseIsWanted());
    name->selectAll();
    QTest::keyClicks(name, image.reference);
    QTRY_VERIFY(!lowerCaseIsWanted());
    QTest::mouseClick(submit, Qt::LeftButton);

    auto *table = window.findChild<QTableView *>(u"taskTable"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const TaskId id = queue.queue().snapshot().first().id;
    QVERIFY(queue.finishes(id));
    QCOMPARE(queue.task(id).status, TaskStatus::Completed);
    const auto rowSays = [table](const QString &word) {
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            if (table->model()->index(0, column).data().toString().contains(word))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(rowSays(u"Done"_s) || rowSays(u"Completed"_s));
    QVERIFY(engine.docker({ u"image"_s, u"inspect"_s, image.reference }).ok());
}

QTEST_MAIN(TestWindowPull)
#include "test_window_pull.moc"
