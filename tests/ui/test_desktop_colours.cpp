// The desktop's wish for dark or light, as its portal tells it on a bus of the test's own.
#include "private_bus.h"
#include "tests/support/fake_queue_service.h"
#include "ui/desktop/appearance.h"
#include "ui/main_window.h"
#include "ui/widgets.h"

#include <QTemporaryDir>

#include <cstdio>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

const QString mockInterface = u"org.freedesktop.DBus.Mock"_s;

} // namespace

class DesktopColoursTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void coloursFollowTheDesktop();
    void picturesFollowTheDesktop_data();
    void picturesFollowTheDesktop();
    void coloursThatAreSetStay();

private:
    void setScheme(uint value) const;

    std::unique_ptr<PrivateBus> m_bus;
    QTemporaryDir m_folder;
    std::unique_ptr<SettingsFile> m_settings;
};

void DesktopColoursTest::initTestCase()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(m_bus->start());
    const QString portal = u"org.freedesktop.portal.Desktop"_s;
    QVERIFY(m_bus->serve({ u"--session"_s, portal, u"/org/freedesktop/portal/desktop"_s,
                             u"org.freedesktop.portal.Settings"_s },
        portal));
    setScheme(0);
}

void DesktopColoursTest::init()
{
    QFile::remove(m_folder.filePath(u"slipway.ini"_s));
    m_settings = std::make_unique<SettingsFile>(m_folder.filePath(u"slipway.ini"_s));
}

void DesktopColoursTest::setScheme(uint value) const
{
    const QString path = u"/org/freedesktop/portal/desktop"_s;
    const QString service = u"org.freedesktop.portal.Desktop"_s;
    const QString settings = u"org.freedesktop.portal.Settings"_s;
    QDBusMessage method =
        QDBusMessage::createMethodCall(service, path, mockInterface, u"AddMethod"_s);
    method << settings << u"Read"_s << u"ss"_s << u"v"_s
           << u"ret = dbus.UInt32(%1, variant_level=2)"_s.arg(value);
    QCOMPARE(m_bus->connection().call(method).type(), QDBusMessage::ReplyMessage);
    QDBusMessage signal =
        QDBusMessage::createMethodCall(service, path, mockInterface, u"EmitSignal"_s);
    signal << settings << u"SettingChanged"_s << u"ssv"_s
           << QVariantList{ u"org.freedesktop.appearance"_s, u"color-scheme"_s, value };
    QCOMPARE(m_bus->connection().call(signal).type(), QDBusMessage::ReplyMessage);
}

void DesktopColoursTest::coloursFollowTheDesktop()
{
    setScheme(1);
    const auto isDark = [] { return qApp->palette().color(QPalette::Base).lightness() < 128; };
    Appearance appearance(*qApp, *m_settings, m_bus->connection(), std::nullopt);
    QTRY_VERIFY(isDark());
    FakeQueueService queue;
    MainWindow window(queue);
    window.show();
    const auto corner = [&window] { return window.grab().toImage().pixelColor(3, 3).lightness(); };
    QTRY_VERIFY(corner() < 80);
    setScheme(2); // while it is shown
    QTRY_VERIFY(!isDark());
    QTRY_VERIFY(corner() > 200);
    const QAction *settings = window.findChild<QAction *>(u"settingsAction"_s);
    const QImage icon = settings->icon().pixmap(16, 16).toImage();
    int darkest = 255;
    for (int x = 0; x < icon.width(); ++x)
        for (int y = 0; y < icon.height(); ++y)
            if (icon.pixelColor(x, y).alpha() > 200)
                darkest = qMin(darkest, icon.pixelColor(x, y).lightness());
    QVERIFY2(darkest < 80, qPrintable(QString::number(darkest))); // drawn anew for a light window
    setScheme(0);
}

void DesktopColoursTest::picturesFollowTheDesktop_data()
{
    QTest::addColumn<bool>("withTask");
    QTest::newRow("first start") << false;
    QTest::newRow("detail") << true;
}

void DesktopColoursTest::picturesFollowTheDesktop()
{
    QFETCH(bool, withTask);
    setScheme(1);
    Appearance appearance(*qApp, *m_settings, m_bus->connection(), std::nullopt);
    QTRY_COMPARE(appearance.scheme(), ThemeScheme::Dark);
    FakeQueueService queue;
    MainWindow window(queue);
    window.show();
    if (withTask) {
        const Task task = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Pulling);
        queue.add(task);
        window.showTask(task.id);
    }
    const auto strokes = [&window] { // the colour that is farthest from the ground
        QColor found;
        for (const IconPicture *picture : window.findChildren<IconPicture *>()) {
            if (!picture->isVisible())
                continue;
            const QRect place(picture->mapTo(&window, QPoint()), picture->size());
            const QImage image = window.grab(place).toImage();
            const int ground = image.pixelColor(0, 0).lightness();
            int farthest = 0;
            for (int x = 0; x < image.width(); ++x) {
                for (int y = 0; y < image.height(); ++y) {
                    const QColor colour = image.pixelColor(x, y);
                    if (qAbs(colour.lightness() - ground) > farthest) {
                        farthest = qAbs(colour.lightness() - ground);
                        found = colour;
                    }
                }
            }
        }
        return found;
    };
    QTRY_VERIFY(strokes().lightness() > 150);
    setScheme(2); // while it is shown
    QTRY_VERIFY2(strokes().lightness() < 110, qPrintable(strokes().name()));
    setScheme(0);
}

void DesktopColoursTest::coloursThatAreSetStay()
{
    Settings settings;
    settings.colours = u"light"_s;
    m_settings->change(settings);
    Appearance appearance(*qApp, *m_settings, m_bus->connection(), std::nullopt);
    ColourScheme heard(m_bus->connection());
    setScheme(1);
    QTRY_COMPARE(heard.wished(), std::optional(ThemeScheme::Dark));
    QCOMPARE(appearance.scheme(), ThemeScheme::Light);
    settings.colours = QString();
    m_settings->change(settings); // at once
    QTRY_COMPARE(appearance.scheme(), ThemeScheme::Dark);
    setScheme(0);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const QString missing = PrivateBus::missing(); !missing.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(missing));
        return qEnvironmentVariable("CI") == "true"_L1 ? 1 : 77;
    }
    DesktopColoursTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_desktop_colours.moc"
