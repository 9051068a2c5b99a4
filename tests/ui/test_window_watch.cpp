// Watching a task at work: bars, speed and what is left are painted as they move.
#include "tests/support/fake_queue_service.h"
#include "ui/detail/detail_panel.h"
#include "ui/detail/layer_table.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"
#include "ui/theme.h"

#include <QTabBar>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    FakeQueueService queue;
    MainWindow window{ queue };
    TaskTableView *table = window.findChild<TaskTableView *>();
    Task task = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Pulling);

    bool open()
    {
        task.progress.isTransfer = true;
        task.progress.layers = { { u"0123456789ab"_s, u"Downloading"_s, 0, 1000 } };
        queue.add(task);
        window.resize(1200, 760);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            return false;
        const QRect row = table->visualRect(table->model()->index(0, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row.center());
        return table->selectedIds() == QList<TaskId>{ task.id };
    }
    void move(int percent)
    {
        task.progress.percent = percent;
        task.progress.layers.first().done = percent * 10;
        queue.progress(task.id, task.progress);
    }
};

// How much of it is the colour of work: nowhere else in a row than in its bar.
int accentIn(QWidget &view, const QRect &place)
{
    const QColor accent = coloursOf(ThemeScheme::Light).accent;
    const QImage image = view.grab(place).toImage();
    int count = 0;
    for (int x = 0; x < image.width(); ++x) {
        bool isAccent = false;
        for (int y = 0; y < image.height() && !isAccent; ++y)
            isAccent = image.pixelColor(x, y) == accent;
        count += isAccent;
    }
    return count;
}

LayerTable *visibleLayers(const QWidget &window)
{
    for (LayerTable *each : window.findChildren<LayerTable *>()) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

} // namespace

class TestWindowWatch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeScheme::Light); }
    void aLayersBarGrows();
    void theRowTellsSpeedAndLeft();
};

void TestWindowWatch::aLayersBarGrows()
{
    Shown shown;
    QVERIFY(shown.open());
    auto *tabs = shown.window.findChild<QTabBar *>(u"detailTabs"_s);
    QTRY_VERIFY(tabs->isTabVisible(DetailPanel::Layers));
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(DetailPanel::Layers).center());
    QTRY_COMPARE(tabs->currentIndex(), int(DetailPanel::Layers));
    LayerTable *layers = nullptr;
    QTRY_VERIFY((layers = visibleLayers(shown.window)));
    const QRect bar = layers->visualRect(layers->model()->index(0, 1)); // beside the layer's name
    const auto width = [&] { return accentIn(*layers->viewport(), bar); };
    shown.move(0);
    QTRY_COMPARE(width(), 0);
    shown.move(20);
    QTRY_VERIFY(width() > 0);
    int before = 0;
    for (int percent : { 20, 60, 90 }) {
        shown.move(percent);
        QTRY_VERIFY2(width() > before + 5, qPrintable(u"%1 %: %2"_s.arg(percent).arg(width())));
        before = width();
    }
}

void TestWindowWatch::theRowTellsSpeedAndLeft()
{
    Shown shown;
    QVERIFY(shown.open());
    const auto cell = [&shown](int column) {
        return shown.table->model()->index(0, column).data().toString();
    };
    shown.task.progress.bytesPerSecond = 11'800'000;
    shown.task.progress.secondsLeft = 70;
    shown.move(62);
    QTRY_COMPARE(cell(TaskTableModel::SpeedColumn), u"11.8 MB/s"_s);
    QTRY_COMPARE(cell(TaskTableModel::LeftColumn), u"1:10"_s);
    const auto bar = [&shown] {
        return accentIn(*shown.table->viewport(),
            shown.table->visualRect(
                shown.table->model()->index(0, TaskTableModel::ProgressColumn)));
    };
    QTRY_VERIFY(bar() > 0);
    const int before = bar();
    shown.move(95);
    QTRY_VERIFY2(bar() > before + 5, qPrintable(u"%1 after %2"_s.arg(bar()).arg(before)));
}

QTEST_MAIN(TestWindowWatch)
#include "test_window_watch.moc"
