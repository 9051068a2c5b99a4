// The translation files are whole, fit their sources, are up to date, and reach the window.
#include "tests/support/fake_queue_service.h"
#include "ui/detail/detail_panel.h"
#include "ui/main_window.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QString context;
    QString source;
    QString comment;
    QStringList forms; // one, or one for each plural
    bool finished = true;

    QString key() const { return context + u" | "_s + source + u" | "_s + comment; }
};

Entry readMessage(QXmlStreamReader &xml, const QString &context)
{
    Entry entry;
    entry.context = context;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            entry.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            entry.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            entry.finished = !xml.attributes().hasAttribute("type"_L1);
            QString text;
            while (!(
                xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "translation"_L1)) {
                if (xml.isStartElement())
                    entry.forms << xml.readElementText();
                else if (xml.isCharacters())
                    text += xml.text();
            }
            if (entry.forms.isEmpty())
                entry.forms << text;
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

QList<Entry> readTranslations(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            entries << readMessage(xml, context);
    }
    return xml.hasError() ? QList<Entry>() : entries;
}

QStringList keysOf(const QString &path)
{
    QStringList keys;
    for (const Entry &entry : readTranslations(path))
        keys << entry.key();
    return keys;
}

QStringList allOf(const QString &pattern, const QString &text)
{
    QStringList found;
    for (const auto &match : QRegularExpression(pattern).globalMatch(text))
        found << match.captured();
    found.sort();
    return found;
}

// What a text ends with: a full stop, a colon, an ellipsis; nothing for a letter or bracket.
QString endOf(const QString &text)
{
    const QString last = text.trimmed().right(1);
    return u".:?!…,;"_s.contains(last) ? last : QString();
}

// How much space a text begins and ends with.
std::pair<qsizetype, qsizetype> spaceAround(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype before = text.indexOf(trimmed);
    return { before, text.size() - before - trimmed.size() };
}

// What of `form` does not fit its source; empty when all does.
QString misfit(const Entry &entry, const QString &form)
{
    const QString &source = entry.source;
    const auto differs = [&](const QString &pattern) {
        return allOf(pattern, source) != allOf(pattern, form);
    };
    if (form.trimmed().isEmpty())
        return u"is empty"_s;
    if (differs(u"%(?:L?[0-9]+|n)"_s))
        return u"has other placeholders"_s;
    if (differs(u"</?[a-z][^>]*>"_s) || differs(u"https?://[^ \"<]+"_s))
        return u"has other tags or links"_s;
    if (differs(u"`[^`]*`"_s))
        return u"has other commands"_s;
    if (spaceAround(source) != spaceAround(form))
        return u"has other spaces around it"_s;
    const bool ordinal = entry.context == "Units"_L1; // "3rd" is "3." in German
    if (!ordinal && endOf(source) != endOf(form))
        return u"ends otherwise"_s;
    if (allOf(u"&(?=\\S)"_s, source).size() != allOf(u"&(?=\\S)"_s, form).size())
        return u"has a letter for the keyboard where the source has none, or the other way"_s;
    return {};
}

QString sourceFile(const QString &language)
{
    return u"" TRANSLATIONS "/slipway_"_s + language + u".ts"_s;
}

// Every text that a person sees or hears of a window, with what shows it.
QList<QPair<QString, QString>> textsOf(const QWidget &window)
{
    QList<QPair<QString, QString>> texts{ { u"title"_s, window.windowTitle() } };
    for (const auto *widget : window.findChildren<QWidget *>()) {
        const QString name =
            QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        texts << QPair(name, widget->accessibleName()) << QPair(name, widget->toolTip());
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << QPair(name, label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << QPair(name, button->text());
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            texts << QPair(name, line->placeholderText());
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            for (int index = 0; index < tabs->count(); ++index)
                texts << QPair(name, tabs->tabText(index));
    }
    for (const auto *action : window.findChildren<QAction *>())
        texts << QPair(action->objectName(), action->text())
              << QPair(action->objectName(), action->toolTip());
    return texts;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyEntryIsWhole_data();
    void everyEntryIsWhole();
    void theFilesAreUpToDate_data();
    void theFilesAreUpToDate();
    void theProgramHoldsWhatTheFileSays();
    void englishHasItsPlurals();
    void aMisfitIsSeen_data();
    void aMisfitIsSeen();
    void theWindowIsGerman();
    void aSmallWindowKeepsItsSearch();
    void nothingInTheWindowStaysEnglish();
    void theFormsAreGerman_data();
    void theFormsAreGerman();

private:
    QTranslator m_german;
    QList<Entry> m_entries;
    QSet<QString> m_english; // sources that German says otherwise
};

void TestTranslations::initTestCase()
{
    QVERIFY(m_german.load(
        QLocale(QLocale::German, QLocale::Germany), u"slipway"_s, u"_"_s, u":/i18n"_s));
    m_entries = readTranslations(sourceFile(u"de"_s));
    QVERIFY(m_entries.size() > 600);
    QSet<QString> alike; // in one context at least
    for (const Entry &entry : m_entries) {
        if (entry.forms.contains(entry.source))
            alike << entry.source;
        m_english << entry.source;
    }
    m_english -= alike;
    QVERIFY(m_english.size() > 500);
}

void TestTranslations::everyEntryIsWhole_data()
{
    QTest::addColumn<QString>("path");
    for (const QFileInfo &file : QDir(u"" TRANSLATIONS ""_s).entryInfoList({ u"*.ts"_s }))
        QTest::newRow(qPrintable(file.baseName())) << file.filePath();
}

void TestTranslations::everyEntryIsWhole()
{
    QFETCH(QString, path);
    const QList<Entry> entries = readTranslations(path);
    QVERIFY(!entries.isEmpty());
    QStringList wrong;
    for (const Entry &entry : entries) {
        if (!entry.finished)
            wrong << entry.key() + u": is unfinished"_s;
        for (const QString &form : entry.forms)
            if (const QString why = misfit(entry, form); !why.isEmpty())
                wrong << u"%1: “%2” %3"_s.arg(entry.key(), form, why);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::theFilesAreUpToDate_data()
{
    everyEntryIsWhole_data();
}

void TestTranslations::theFilesAreUpToDate()
{
    QFETCH(QString, path);
    const QTemporaryDir folder;
    for (const QFileInfo &file : QDir(u"" TRANSLATIONS ""_s).entryInfoList({ u"*.ts"_s }))
        QVERIFY(QFile::copy(file.filePath(), folder.filePath(file.fileName())));
    QProcess update;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LUPDATE"_s, u"" LUPDATE ""_s);
    update.setProcessEnvironment(environment);
    update.start(u"" TRANSLATIONS "/update"_s, { folder.path() });
    QTRY_COMPARE_WITH_TIMEOUT(update.state(), QProcess::NotRunning, 90'000);
    QVERIFY2(update.exitStatus() == QProcess::NormalExit && update.exitCode() == 0,
        qPrintable(QString::fromUtf8(update.readAllStandardError())));
    const QStringList now = keysOf(folder.filePath(QFileInfo(path).fileName()));
    const QStringList then = keysOf(path);
    QVERIFY(!now.isEmpty());
    QStringList differences;
    for (const QString &key : now)
        if (!then.contains(key))
            differences << u"new: "_s + key;
    for (const QString &key : then)
        if (!now.contains(key))
            differences << u"gone: "_s + key;
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
}

void TestTranslations::theProgramHoldsWhatTheFileSays()
{
    QSet<QString> contexts;
    for (const Entry &entry : std::as_const(m_entries)) {
        const int number = entry.forms.size() > 1 ? 2 : -1;
        const QByteArray context = entry.context.toUtf8();
        const QByteArray comment = entry.comment.toUtf8();
        QCOMPARE(m_german.translate(context.constData(), entry.source.toUtf8().constData(),
                     comment.isEmpty() ? nullptr : comment.constData(), number),
            entry.forms.last());
        contexts << entry.context;
    }
    QVERIFY(contexts.size() > 30);
}

void TestTranslations::englishHasItsPlurals()
{
    QTranslator english;
    QVERIFY(english.load(u":/i18n/slipway_en.qm"_s));
    const char *source = "Follow · %n new line(s)";
    QCOMPARE(english.translate("slipway::LogPane", source, nullptr, 1), u"Follow · %n new line"_s);
    QCOMPARE(
        english.translate("slipway::LogPane", source, nullptr, 12), u"Follow · %n new lines"_s);
}

void TestTranslations::aMisfitIsSeen_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("form");
    QTest::addColumn<bool>("fits");
    QTest::newRow("good") << u"%1 of %2"_s << u"%2: davon %1"_s << true;
    QTest::newRow("empty") << u"Name"_s << u" "_s << false;
    QTest::newRow("a placeholder less") << u"%1 of %2"_s << u"%1"_s << false;
    QTest::newRow("one twice") << u"%1 of %2"_s << u"%1 von %1"_s << false;
    QTest::newRow("a count") << u"%n lines"_s << u"Zeilen"_s << false;
    QTest::newRow("a tag") << u"<b>Name</b>"_s << u"<i>Name</i>"_s << false;
    QTest::newRow("a space") << u"Name "_s << u"Name"_s << false;
    QTest::newRow("a full stop") << u"It ended."_s << u"Zu Ende"_s << false;
    QTest::newRow("an ellipsis") << u"Open …"_s << u"Öffnen"_s << false;
    QTest::newRow("a key") << u"&Copy"_s << u"Kopieren"_s << false;
    QTest::newRow("a command") << u"Run `docker ps`."_s << u"`docker pp` ausführen."_s << false;
}

void TestTranslations::aMisfitIsSeen()
{
    QFETCH(QString, source);
    QFETCH(QString, form);
    QFETCH(bool, fits);
    QCOMPARE(misfit({ u"Any"_s, source, {}, { form } }, form).isEmpty(), fits);
}

// A window over tasks in every state, in German.
struct GermanWindow {
    explicit GermanWindow(QTranslator &translator)
        : german(translator)
    {
        QCoreApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        window = std::make_unique<MainWindow>(queue);
        qint64 sequence = 0;
        for (TaskStatus status :
            { TaskStatus::Pending, TaskStatus::Pulling, TaskStatus::Paused, TaskStatus::Completed,
                TaskStatus::Failed, TaskStatus::Cancelled, TaskStatus::Timeout }) {
            ++sequence;
            Task task = madeTask(sequence, pullOf(u"acme/%1"_s.arg(sequence)), status);
            if (status == TaskStatus::Pulling) {
                task.progress.isTransfer = true;
                task.progress.bytesDone = 1'200'000'000;
                task.progress.bytesTotal = 1'900'000'000;
                task.progress.bytesPerSecond = 11.8e6;
                task.progress.percent = 63;
            }
            if (status == TaskStatus::Failed) {
                TaskError error;
                error.code = ErrorCode::DockerImageNotFound;
                error.text = u"There is no image called %1 at %2."_s;
                error.arguments = { u"acme/5"_s, u"Docker Hub"_s };
                task.error = error;
            }
            queue.add(task);
        }
        window->show();
    }
    ~GermanWindow()
    {
        window.reset();
        QCoreApplication::removeTranslator(&german);
        QLocale::setDefault(QLocale::c());
    }

    QTranslator &german;
    FakeQueueService queue;
    std::unique_ptr<MainWindow> window;
};

void TestTranslations::theWindowIsGerman()
{
    GermanWindow shown(m_german);
    MainWindow &window = *shown.window;
    const auto action = [&](const QString &name) { return window.findChild<QAction *>(name); };
    QCOMPARE(action(u"pauseAction"_s)->text(), u"Anhalten"_s);
    QCOMPARE(action(u"resumeAction"_s)->text(), u"Fortsetzen"_s);
    QCOMPARE(action(u"pauseAction"_s)->toolTip().contains(u"Erst eine Aufgabe auswählen."_s), true);
    auto *table = window.findChild<TaskTableView *>();
    const QAbstractItemModel *model = table->model();
    QStringList header;
    for (int column : { TaskTableModel::NameColumn, TaskTableModel::StateColumn,
             TaskTableModel::ProgressColumn, TaskTableModel::SpeedColumn })
        header << model->headerData(column, Qt::Horizontal).toString();
    QCOMPARE(header, QStringList({ u"Name"_s, u"Status"_s, u"Fortschritt"_s, u"Tempo"_s }));
    const auto rowOf = [&](const QString &image) {
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString().contains(image))
                return row;
        return -1;
    };
    const auto cell = [&](const QString &image, int column) {
        return model->index(rowOf(image), column).data().toString();
    };
    QCOMPARE(cell(u"acme/2"_s, TaskTableModel::StateColumn), u"Lädt"_s);
    QCOMPARE(cell(u"acme/2"_s, TaskTableModel::ProgressColumn), u"1,2 von 1,9 GB"_s);
    QCOMPARE(cell(u"acme/2"_s, TaskTableModel::SpeedColumn), u"11,8 MB/s"_s);
    QCOMPARE(model->index(rowOf(u"acme/5"_s), 0).data(TaskTableModel::SecondLineRole).toString(),
        u"Ein Image namens acme/5 gibt es bei Docker Hub nicht."_s);
}

void TestTranslations::aSmallWindowKeepsItsSearch()
{
    GermanWindow shown(m_german);
    auto *bar = shown.window->findChild<QToolBar *>(u"toolBar"_s);
    shown.window->resize(1600, 1000);
    QTRY_COMPARE(bar->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    shown.window->resize(900, 560);
    QTRY_COMPARE(bar->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QTRY_VERIFY(bar->findChild<QToolButton *>(u"everythingButton"_s)->isVisible());
}

void TestTranslations::nothingInTheWindowStaysEnglish()
{
    GermanWindow shown(m_german);
    auto *table = shown.window->findChild<TaskTableView *>();
    for (const Task &task : shown.queue.snapshot()) {
        table->select(task.id);
        const auto texts = textsOf(*shown.window);
        QVERIFY(texts.size() > 50);
        for (const auto &[where, text] : texts)
            QVERIFY2(!m_english.contains(text), qPrintable(where + u": "_s + text));
    }
}

void TestTranslations::theFormsAreGerman_data()
{
    QTest::addColumn<TaskType>("type");
    for (TaskType type :
        { TaskType::DockerPull, TaskType::DockerPush, TaskType::DockerBuild, TaskType::DockerTag,
            TaskType::DockerRun, TaskType::DockerLogin, TaskType::OllamaPull, TaskType::OllamaRun })
        QTest::newRow(qPrintable(taskTypeName(type))) << type;
}

void TestTranslations::theFormsAreGerman()
{
    QFETCH(TaskType, type);
    GermanWindow shown(m_german);
    shown.window->submission().open(type);
    auto *dialog = shown.window->findChild<SubmitDialog *>();
    const auto texts = textsOf(*dialog);
    QVERIFY(texts.size() > 20);
    for (const auto &[where, text] : texts)
        QVERIFY2(!m_english.contains(text), qPrintable(where + u": "_s + text));
    QCOMPARE(dialog->windowTitle(), u"Aufgabe hinzufügen"_s);
}

QTEST_MAIN(TestTranslations)
#include "test_translations.moc"
