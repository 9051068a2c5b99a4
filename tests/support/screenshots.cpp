// Shows the window over a queue that is made up, and saves pictures of it. Says what is cut or too
// pale to read in them, and exits with 1 if anything is: screenshots [--language de] FOLDER.
#include "tests/support/fake_queue_service.h"
#include "tests/support/view_camera.h"
#include "tests/support/view_samples.h"
#include "ui/desktop/tray_picture.h"
#include "ui/detail/detail_panel.h"
#include "ui/detail/log_pane.h"
#include "ui/detail/log_view.h"
#include "ui/editor/file_editor.h"
#include "ui/editor/numbered_text.h"
#include "ui/error/error_dialog.h"
#include "ui/main_window.h"
#include "ui/quit_question.h"
#include "ui/settings/settings_dialog.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"
#include "ui/error_text.h"
#include "ui/tasks/task_table_view.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QComboBox>
#include <QDir>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

// What is told before a task is queued.
void takeChecks(const Camera &camera, FakeQueueService &queue, SubmitDialog &dialog)
{
    using Level = PreCheck::Level;
    const PreCheck docker{ Level::Ok, u"engine"_s, u"Docker answers."_s, {} };
    const auto shot = [&](const QString &field, const QString &text, const QString &name) {
        const auto *choice = dialog.findChild<QComboBox *>(field);
        auto *line = choice ? choice->lineEdit() : dialog.findChild<QLineEdit *>(field);
        line->setText(text);
        QTest::qWait(900); // it looks a moment after the last letter
        camera.take(dialog, name);
    };
    queue.checks = { docker,
        { Level::Ok, u"image"_s, u"%1 has it: %2, less what is here already."_s,
            { u"Docker Hub"_s, u"704.0 MB"_s } },
        { Level::Warning, u"limit"_s,
            u"Pulls left at %1: only %2, for everybody at your address. Whoever logs in has more."_s,
            { u"Docker Hub"_s, u"4"_s } },
        { Level::Wrong, u"room"_s, u"%1 are free on the engine's disk; it may take %2."_s,
            { u"1.9 GB"_s, u"2.5 GB"_s } } };
    shot(u"image_name"_s, u"acme/api:2.4"_s, u"add-pull"_s);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"Dockerfile"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write("FROM scratch\nCOPY . /\n");
    file.close();
    queue.checks = { docker, { Level::Ok, u"dockerfile"_s, u"The Dockerfile is there."_s, {} },
        { Level::Wrong, u"context"_s,
            u"You may not read %1, which belongs to the build's context. Make it readable, or "
            u"leave it out in %2."_s,
            { u"deploy/secret.key"_s, u".dockerignore"_s } },
        { Level::Warning, u"context"_s,
            u"The build's context is %1, %2 of it in %3. What the build does not need can be left "
            u"out in %4."_s,
            { u"412.0 MB"_s, u"388.0 MB"_s, u"node_modules"_s, u".dockerignore"_s } } };
    dialog.chooseType(TaskType::DockerBuild);
    shot(u"context_path"_s, folder.path(), u"add-build"_s);
    queue.checks = { { Level::Ok, u"engine"_s, u"Ollama answers."_s, {} },
        { Level::Ok, u"model"_s, u"%1 has %2: %3 to load."_s,
            { u"registry.ollama.ai"_s, u"llama3.3:70b"_s, u"42.5 GB"_s } },
        { Level::Ok, u"room"_s, u"%1 are free where Ollama keeps its models; it takes %2."_s,
            { u"181.3 GB"_s, u"42.5 GB"_s } },
        { Level::Wrong, u"memory"_s, u"%1 takes at least %2 of memory; this machine has only %3."_s,
            { u"llama3.3:70b"_s, u"42.5 GB"_s, u"33.4 GB"_s } } };
    dialog.chooseType(TaskType::OllamaPull);
    shot(u"model_name"_s, u"llama3.3:70b"_s, u"add-model"_s);
    queue.checks.clear();
}

// Every form, and one of several steps, as a new one looks.
void takeForms(const Camera &camera, SubmitDialog &dialog)
{
    for (const FormEntry &entry : forms()) {
        dialog.chooseType(entry.type);
        camera.take(dialog, u"form-"_s + taskTypeName(entry.type));
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"Dockerfile"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write("ARG NODE=20\nFROM node:${NODE} AS deps\nARG VERSION\n"
                   "RUN --mount=type=secret,id=npm npm ci\nFROM nginx AS web\n");
    file.close();
    const OrWhyNot script = readText(
        u"docker build -t acme/api:2 . && docker tag acme/api:2 ghcr.io/acme/api:2 && docker push "
        "ghcr.io/acme/api:2 && docker run -d -p 8080:80 ghcr.io/acme/api:2"_s,
        folder.path());
    dialog.fill(std::get<Brought>(script));
    camera.take(dialog, u"add-steps"_s);
}

void takeSettings(const Camera &camera, FakeQueueService &queue)
{
    HostState docker = host(HostKind::Docker, u"local"_s, u"28.2"_s, true);
    docker.contexts = { u"build-box"_s };
    HostState ollama = host(HostKind::Ollama, u"http://127.0.0.1:11434"_s, {}, false);
    ollama.error = TaskError{};
    ollama.error->code = ErrorCode::OllamaServiceUnavailable;
    ollama.error->text = u"No Ollama server answers at %1."_s;
    ollama.error->arguments = { ollama.name };
    queue.setHosts({ docker, ollama });
    SettingsFile settings(QDir::temp().filePath(u"slipway-screenshots.ini"_s));
    SettingsDialog dialog(queue, settings);
    dialog.show();
    const QStringList pages{ u"queue"_s, u"docker"_s, u"ollama"_s, u"list"_s, u"notifications"_s,
        u"window"_s };
    for (int page = 0; page < pages.size(); ++page) {
        dialog.openPage(SettingsDialog::Page(page));
        camera.take(dialog, u"settings-"_s + pages[page]);
    }
    dialog.resize(1600, 1000);
    dialog.openPage(SettingsDialog::Queue);
    camera.take(dialog, u"settings-queue-large"_s);
}

// On a light and on a dark panel, at the sizes panels have, and enlarged to be looked at.
void takeTray(const Camera &camera)
{
    const QList<WorkNumbers> states{ {}, { .active = 2, .percent = 8 },
        { .active = 2, .percent = 62 }, { .failed = 1 }, { .held = true },
        { .active = 1, .failed = 1, .percent = 90 } };
    QLabel shown;
    QPixmap sheet(int(states.size()) * 110, 2 * 190);
    QPainter painter(&sheet);
    for (int panel = 0; panel < 2; ++panel) {
        painter.fillRect(0, panel * 190, sheet.width(), 190, panel ? 0x2B2B2B : 0xF0F0F0);
        for (int i = 0; i < states.size(); ++i) {
            const int x = i * 110 + 10;
            const int y = panel * 190 + 10;
            painter.drawPixmap(x, y, trayPicture(states[i], 22));
            painter.drawPixmap(x + 34, y, trayPicture(states[i], 24));
            painter.drawPixmap(x, y + 34, trayPicture(states[i], 48));
            painter.drawPixmap(
                x, y + 90, trayPicture(states[i], 22).scaled(88, 88, Qt::KeepAspectRatio));
        }
    }
    shown.setPixmap(sheet);
    shown.show();
    camera.take(shown, u"tray"_s);
}

// Build, tag, push, run, beside what has nothing to do with it.
void takeChain(const Camera &camera)
{
    FakeQueueService queue;
    queue.setHosts({ host(HostKind::Docker, u"local"_s, u"28.2"_s, true) });
    Task build = madeTask(
        1, DockerBuild{ u"/home/ann/api"_s, u"Dockerfile"_s, u"acme/api"_s }, TaskStatus::Building);
    build.progress.percent = 42;
    build.progress.step = u"Step 5 of 12: RUN npm ci"_s;
    queue.add(build);
    queue.add(madeTask(2, pullOf(u"docker.io/library/postgres:16"_s)));
    DockerRun run;
    run.image = u"ghcr.io/acme/api:2"_s;
    TaskId before = build.id;
    for (const TaskSpec &spec : { TaskSpec(DockerTag{ u"acme/api"_s, u"ghcr.io/acme/api:2"_s }),
             TaskSpec(DockerPush{ u"ghcr.io/acme/api"_s, u"2"_s }), TaskSpec(run) }) {
        Task step = madeTask(queue.snapshot().size() + 1, spec);
        step.options.after = { idText(before) };
        queue.add(step);
        before = step.id;
    }
    MainWindow window(queue);
    window.show();
    const QList<QPair<QString, QSize>> sizes{ { u"large"_s, { 1600, 1000 } },
        { u"small"_s, { 900, 560 } } };
    for (const auto &size : sizes) {
        window.resize(size.second);
        window.findChild<TaskTableView *>()->select(queue.snapshot()[2].id);
        camera.take(window, u"chain-"_s + size.first);
    }
}

void takeAll(const Camera &camera)
{
    FakeQueueService queue;
    queue.setHosts({ host(HostKind::Docker, u"local"_s, u"28.2"_s, true) });
    MainWindow window(queue);
    window.resize(1100, 700);
    window.show();
    camera.take(window, u"first-start"_s);
    fillQueue(queue);
    auto *table = window.findChild<TaskTableView *>();
    if (!QTest::qWaitFor([table] { return table->isVisible(); }))
        qFatal("the first page did not give way to the tasks");
    const QList<Task> tasks = queue.snapshot();
    const QList<QPair<QString, QSize>> sizes{ { u"large"_s, { 1600, 1000 } },
        { u"small"_s, { 900, 560 } } };
    for (const auto &size : sizes) {
        window.resize(size.second);
        table->select(tasks[0].id);
        camera.take(window, u"main-"_s + size.first);
        table->select(tasks[7].id);
        camera.take(window, u"error-"_s + size.first);
        table->select(tasks[10].id);
        camera.take(window, u"leftover-"_s + size.first);
        table->select(tasks[1].id);
        auto *detail = window.findChild<DetailPanel *>();
        detail->openPage(DetailPanel::Log);
        camera.take(window, u"log-"_s + size.first);
        auto *pane = window.findChild<LogPane *>();
        pane->find();
        window.findChild<QLineEdit *>(u"logFind"_s)->setText(u"order"_s);
        camera.take(window, u"log-search-"_s + size.first);
        QTest::keyClick(window.findChild<QLineEdit *>(u"logFind"_s), Qt::Key_Escape);
        pane->view()->follow();
        table->select(tasks[13].id);
        detail->openPage(DetailPanel::Answer);
        camera.take(window, u"answer-"_s + size.first);
        table->select(tasks[0].id);
        detail->openPage(DetailPanel::Layers);
        camera.take(window, u"layers-"_s + size.first);
        table->select(tasks[14].id);
        detail->openPage(DetailPanel::Overview);
        camera.take(window, u"timeline-"_s + size.first);
    }
    ErrorDialog error(queue, tasks[7], &window);
    error.show();
    camera.take(error, u"error-dialog"_s);
    error.hide();
    QuitQuestion quit({ tasks[0], tasks[1] }, 1'200'000'000, true, &window);
    quit.setAttribute(Qt::WA_DeleteOnClose, false);
    quit.show();
    camera.take(quit, u"quit"_s);
    quit.hide();
    takeSettings(camera, queue);
    takeTray(camera);
    takeChain(camera);
    window.submission().open(TaskType::DockerPull);
    auto *dialog = window.findChild<SubmitDialog *>();
    takeChecks(camera, queue, *dialog);
    dialog->chooseType(TaskType::DockerRun);
    dialog->findChild<QLineEdit *>(u"image"_s)->setText(u"acme/Tests"_s);
    camera.take(*dialog, u"add-run"_s);
    takeForms(camera, *dialog);
}

// Failures with more under them than a line, in a window of their own.
void takeFailures(const Camera &camera)
{
    FakeQueueService queue;
    queue.nextDiskUse = fullDisk();
    queue.setHosts({ host(HostKind::Docker, u"local"_s, u"28.2"_s, true) });
    fillQueue(queue);
    MainWindow window(queue);
    window.show();
    auto *table = window.findChild<TaskTableView *>();
    for (const Task &task : { onAFullDisk(), whoseDockerIsForbidden() }) {
        queue.add(task);
        const QString name =
            task.error->code == ErrorCode::SystemDiskSpace ? u"full-disk"_s : u"forbidden"_s;
        for (const QSize &size : { QSize{ 1600, 1000 }, QSize{ 900, 560 } }) {
            window.resize(size);
            table->select(task.id);
            camera.take(window, name + (size.width() > 1000 ? u"-large"_s : u"-small"_s));
        }
        ErrorDialog dialog(queue, task, &window);
        dialog.show();
        camera.take(dialog, name + u"-dialog"_s);
    }
}

// The Dockerfile of a failed build at its line, as it opens, and once another program has changed
// it under what was typed.
void takeEditor(const Camera &camera)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"Dockerfile"_s);
    const auto write = [&path](const QByteArray &text) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the Dockerfile of the pictures cannot be written");
    };
    write(sampleDockerfile());
    FakeQueueService queue;
    queue.setHosts({ host(HostKind::Docker, u"local"_s, u"28.2"_s, true) });
    fillQueue(queue);
    const Task task = whoseDockerfileIsWrong(folder.path());
    queue.add(task);
    MainWindow window(queue);
    window.show();
    for (const QSize &size : { QSize{ 1600, 1000 }, QSize{ 900, 560 } }) {
        window.resize(size);
        window.findChild<TaskTableView *>()->select(task.id);
        camera.take(
            window, size.width() > 1000 ? u"failed-build-large"_s : u"failed-build-small"_s);
    }
    FileEditor editor(path, &window);
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.showFailure(task.id, errorSentence(*task.error), *task.error->place);
    editor.show();
    auto *text = editor.findChild<NumberedText *>();
    if (!QTest::qWaitFor([text] { return text->markedLine() > 0; }))
        qFatal("the line of the failure is not marked");
    camera.take(editor, u"dockerfile"_s);
    editor.resize(1600, 1000);
    camera.take(editor, u"dockerfile-large"_s);
    editor.resize(520, 320);
    text->setFocus();
    QTest::keyClicks(text, u"RUN npm test "_s);
    write(sampleDockerfile() + "# changed\n");
    auto *mine = editor.findChild<QPushButton *>(u"editorKeepMine"_s);
    if (!QTest::qWaitFor([mine] { return mine->isVisible(); }))
        qFatal("the change of another program is not told");
    camera.take(editor, u"dockerfile-changed"_s);
    QTest::mouseClick(editor.findChild<QPushButton *>(u"editorClose"_s), Qt::LeftButton);
    auto *question = editor.findChild<QMessageBox *>(u"unsavedDialog"_s);
    camera.take(*question, u"dockerfile-unsaved"_s);
    question->close();
    editor.hide();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption language(u"language"_s, u"The window's."_s, u"code"_s);
    parser.addOption(language);
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    parser.process(application);
    const QString folder = parser.positionalArguments().value(0);
    if (folder.isEmpty() || !QDir().mkpath(folder))
        parser.showHelp(2);
    QTranslator translator;
    QTranslator qts; // the words of its own buttons
    if (parser.isSet(language)) {
        QLocale::setDefault(QLocale(parser.value(language)));
        if (!translator.load(u":/i18n/slipway_%1.qm"_s.arg(parser.value(language))))
            qFatal("no such language");
        QCoreApplication::installTranslator(&translator);
        if (qts.load(
                QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&qts);
    }
    int complaints = 0;
    for (const QString &theme : { u"light"_s, u"dark"_s }) {
        applyTheme(application, *schemeFromName(theme));
        const Camera camera(folder, theme);
        takeAll(camera);
        takeFailures(camera);
        takeEditor(camera);
        complaints += camera.complaints();
    }
    return complaints > 0 ? 1 : 0;
}
