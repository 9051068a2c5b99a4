// Shows the window over a queue that is made up, and saves pictures of it. Says what is cut or too
// pale to read in them, and exits with 1 if anything is: screenshots [--language de] FOLDER.
#include "tests/support/fake_queue_service.h"
#include "tests/support/view_checks.h"
#include "ui/detail/detail_panel.h"
#include "ui/detail/log_pane.h"
#include "ui/detail/log_view.h"
#include "ui/error/error_dialog.h"
#include "ui/main_window.h"
#include "ui/quit_question.h"
#include "ui/settings/settings_dialog.h"
#include "ui/desktop/tray_picture.h"
#include "ui/submit/submit_dialog.h"
#include "ui/tasks/task_table_view.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <cstdio>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

TaskProgress transfer(
    int percent, qint64 done, qint64 total, double speed, int left, const Sentence &step)
{
    TaskProgress progress;
    progress.percent = percent;
    progress.step = step;
    progress.bytesDone = done;
    progress.bytesTotal = total;
    progress.bytesPerSecond = speed;
    if (left > 0)
        progress.secondsLeft = left;
    progress.isTransfer = true;
    return progress;
}

DiskUse fullDisk()
{
    using Kind = DiskUse::Kind;
    return { true,
        { { Kind::Images, 31, 48'200'000'000, 21'700'000'000 },
            { Kind::Containers, 6, 1'320'000'000, 940'000'000 },
            { Kind::Volumes, 4, 12'400'000'000, 0 },
            { Kind::BuildCache, 212, 9'800'000'000, 9'800'000'000 } },
        { { u"registry.acme.io/team/training:2025-11"_s, 14'100'000'000, false },
            { u"acme/api:2.4"_s, 1'900'000'000, true }, { u"postgres:16"_s, 432'000'000, true },
            { u"node:22"_s, 412'000'000, false }, { u"8c2f1b7d3e90"_s, 310'000'000, false } } };
}

Task onAFullDisk()
{
    Task task =
        madeTask(40, pullOf(u"registry.acme.io/team/training:2025-12"_s), TaskStatus::Failed);
    TaskError error;
    error.code = ErrorCode::SystemDiskSpace;
    error.text = u"The disk is full: %1 could not be written."_s;
    error.arguments = { u"/var/lib/docker/tmp/GetImageBlob1234"_s };
    error.decisiveLine = u"write /var/lib/docker/tmp/GetImageBlob1234: no space left on device"_s;
    error.reclaimableBytes = 10'900'000'000;
    error.exitCode = 1;
    task.error = error;
    return task;
}

Task whoseDockerIsForbidden()
{
    Task task = madeTask(41, pullOf(u"postgres:16"_s), TaskStatus::Failed);
    TaskError error;
    error.code = ErrorCode::DockerPermissionDenied;
    error.text = u"You may not use the Docker engine at %1: only root and the group %2 may."_s;
    error.arguments = { u"unix:///var/run/docker.sock"_s, u"docker"_s };
    error.subject = u"unix:///var/run/docker.sock"_s;
    error.decisiveLine = u"connect: permission denied"_s;
    error.command = u"sudo usermod -aG docker $USER"_s;
    error.otherHosts = { u"rootless"_s };
    task.error = error;
    return task;
}

TaskError imageNotFound()
{
    TaskError error;
    error.code = ErrorCode::DockerImageNotFound;
    error.text = u"There is no image called %1 at %2."_s;
    error.arguments = { u"acme/wbe"_s, u"Docker Hub"_s };
    error.decisiveLine = u"Error response from daemon: pull access denied for acme/wbe, repository "
                         "does not exist or may require 'docker login'"_s;
    error.exitCode = 1;
    error.nearest = { u"acme/web:1"_s, u"acme/web:1.2"_s };
    return error;
}

Task pulling()
{
    Task task = madeTask(1, pullOf(u"ghcr.io/acme/api:2.4"_s), TaskStatus::Pulling);
    task.progress = transfer(62, 1'200'000'000, 1'900'000'000, 11.8e6, 70,
        Sentence("%1 of %2 layers", { u"4"_s, u"7"_s }));
    task.progress.layers = { { u"a3ed95caeb02"_s, u"Already exists"_s, 0, -1 },
        { u"5f70bf18a086"_s, u"Pull complete"_s, 31'400'000, 31'400'000 },
        { u"8c2f1b7d3e90"_s, u"Pull complete"_s, 182'000'000, 182'000'000 },
        { u"d0b1e2a94c77"_s, u"Downloading"_s, 714'000'000, 980'000'000 },
        { u"77e4c01fa2b8"_s, u"Downloading"_s, 290'000'000, 640'000'000 },
        { u"f1029bb6de35"_s, u"Extracting"_s, 57'000'000, 64'100'000 },
        { u"0e5d7a18c4f3"_s, u"Waiting"_s, 0, 12'900'000 } };
    const QDateTime start = task.startedAt;
    task.history = { { TaskStatus::Pending, task.createdAt, {} },
        { TaskStatus::Validating, start, {} }, { TaskStatus::Preparing, start.addSecs(4), {} },
        { TaskStatus::Pulling, start.addSecs(12), {} } };
    return task;
}

// Lines as a test run prints them, in the colours a terminal would give them.
LogLines colouredLog()
{
    LogLines lines;
    lines << LogLine{ LogChannel::Note, "The image was here; the container runs." };
    for (int number = 1; number <= 400; ++number) {
        const QByteArray name = QByteArray::number(number);
        if (number % 9 == 0)
            lines << LogLine{ LogChannel::Err,
                "\x1b[33mwarning\x1b[0m test " + name + " was slow, see https://example.org/runs/"
                    + name };
        else if (number % 13 == 0)
            lines << LogLine{ LogChannel::Out,
                "\x1b[1;31mFAIL\x1b[0m  " + name + " \x1b[41;97m expected 2, got 3 \x1b[0m" };
        else
            lines << LogLine{ LogChannel::Out,
                "\x1b[32mok\x1b[0m    " + name + " the queue keeps its order \x1b[2m(0.0" + name
                    + " s)\x1b[0m" };
    }
    return lines;
}

Task answered()
{
    OllamaRun run;
    run.modelName = u"llama3.2:3b"_s;
    run.prompt = u"Why did this fail?"_s;
    Task task = madeTask(14, run, TaskStatus::Completed);
    task.result = QJsonObject{ { u"generated_text"_s,
        u"## The image is missing\n\nThe name is **spelled wrong**: there is no `acme/wbe`, but an "
        "`acme/web`.\n\n1. Look it up in [the registry](https://hub.docker.com).\n2. Pull it "
        "again:\n\n```sh\ndocker pull acme/web:1\n```\n\n| tag | size |\n|---|---|\n| 1 | 64 MB |"
        "\n| 1.2 | 66 MB |\n"_s } };
    return task;
}

Task retriedPull()
{
    Task task = madeTask(15, pullOf(u"registry.acme.io/team/db:16"_s), TaskStatus::Pulling);
    const QDateTime at = task.createdAt;
    task.attempt = 2;
    task.progress = transfer(
        62, 120'000'000, 190'000'000, 11.8e6, 70, Sentence("%1 of %2 layers", { u"4"_s, u"7"_s }));
    task.history = { { TaskStatus::Pending, at, {} },
        { TaskStatus::Validating, at.addSecs(30), {} },
        { TaskStatus::Preparing, at.addSecs(34), {} }, { TaskStatus::Pulling, at.addSecs(44), {} },
        { TaskStatus::Pending, at.addSecs(130), u"The registry answered 503."_s },
        { TaskStatus::Validating, at.addSecs(170), {} },
        { TaskStatus::Pulling, at.addSecs(176), {} } };
    return task;
}

void fillQueue(FakeQueueService &queue)
{
    Task first = pulling();
    first.options.tags = { u"nightly"_s };
    queue.add(first);
    DockerRun tests;
    tests.image = u"acme/tests:2.4"_s;
    tests.command = { u"npm"_s, u"test"_s };
    Task running = madeTask(2, tests, TaskStatus::Running);
    running.progress.step = u"npm test · container a41f09c2e7d1"_s;
    queue.add(running);
    Task retrying = madeTask(3, pullOf(u"registry.acme.io/team/web:1.9"_s));
    retrying.retryCount = 2;
    retrying.nextRetryAt = QDateTime::currentDateTimeUtc().addSecs(40);
    retrying.waitingFor = u"The registry answered 503."_s;
    retrying.progress = transfer(35, 412'000'000, 1'200'000'000, 0, 0, {});
    queue.add(retrying);
    for (const QString &name :
        { u"docker.io/library/postgres:16"_s, u"redis:7-alpine"_s, u"nginx:1.27"_s })
        queue.add(madeTask(queue.snapshot().size() + 1, pullOf(name)));
    Task paused = madeTask(7, pullOf(u"registry.acme.io/team/api:2.4"_s), TaskStatus::Paused);
    paused.progress = transfer(44, 310'000'000, 704'000'000, 0, 0, {});
    queue.add(paused);
    Task failed = madeTask(8, pullOf(u"docker.io/acme/wbe:1"_s), TaskStatus::Failed);
    failed.error = imageNotFound();
    queue.add(failed);
    DockerRun migrate;
    migrate.image = u"acme/migrate:2.4"_s;
    Task ended = madeTask(9, migrate, TaskStatus::Failed);
    TaskError code;
    code.code = ErrorCode::UnknownError;
    code.text = u"The container's program ended with code %1."_s;
    code.arguments = { u"3"_s };
    ended.error = code;
    queue.add(ended);
    Task done = madeTask(10, pullOf(u"alpine:3.20"_s), TaskStatus::Completed);
    queue.add(done);
    Task cancelled = madeTask(11, OllamaPull{ u"llama3.2:3b"_s }, TaskStatus::Cancelled);
    cancelled.leftover = Leftover{ Leftover::Kind::ModelParts, 430'000'000 };
    queue.add(cancelled);
    Task quiet = madeTask(12, pullOf(u"registry.acme.io/team/base:3"_s), TaskStatus::Pulling);
    quiet.progress = transfer(
        21, 96'000'000, 455'000'000, 0, 0, Sentence("%1 of %2 layers", { u"1"_s, u"4"_s }));
    quiet.progress.awaits = Awaits::Bytes;
    quiet.quietSince = QDateTime::currentDateTimeUtc().addSecs(-128);
    queue.add(quiet);
    Task build = madeTask(13, DockerBuild{ u"/home/ann/api"_s, u"Dockerfile"_s, u"acme/api"_s },
        TaskStatus::Building);
    build.progress.percent = 42;
    build.progress.step = Sentence("Step %1 of %2: %3", { u"5"_s, u"12"_s, u"RUN npm ci"_s });
    build.usualSeconds = 360;
    queue.add(build);
    queue.logs[running.id] = colouredLog();
    queue.add(answered());
    queue.add(retriedPull());
}

HostState host(HostKind kind, const QString &name, const QString &version, bool reachable)
{
    HostState state;
    state.kind = kind;
    state.name = name;
    state.version = version;
    state.known = true;
    state.reachable = reachable;
    return state;
}

class Camera {
public:
    Camera(const QString &folder, const QString &theme)
        : m_folder(folder)
        , m_theme(theme)
    {
    }

    // As it stands once it has come to rest.
    void take(QWidget &widget, const QString &name) const
    {
        QStringList complaints;
        QPixmap picture;
        const bool fine = QTest::qWaitFor(
            [&] {
                QTest::qWait(50);
                picture = widget.grab();
                complaints.clear();
                for (const QString &cut : cutTexts(widget))
                    complaints << u"cut: "_s + cut;
                for (const QString &pale : paleTexts(widget, picture.toImage()))
                    complaints << u"pale: "_s + pale;
                return complaints.isEmpty();
            },
            2000);
        picture.save(u"%1/%2-%3.png"_s.arg(m_folder, name, m_theme));
        if (!fine)
            m_complaints += int(complaints.size());
        for (const QString &each : std::as_const(complaints))
            std::printf("%s-%s: %s\n", qPrintable(name), qPrintable(m_theme), qPrintable(each));
    }
    int complaints() const { return m_complaints; }

private:
    QString m_folder;
    QString m_theme;
    mutable int m_complaints = 0;
};

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
    window.openSubmitDialog(TaskType::DockerPull);
    auto *dialog = window.findChild<SubmitDialog *>();
    queue.checks = { { PreCheck::Level::Ok, u"engine"_s, u"Docker answers."_s, {} },
        { PreCheck::Level::Ok, u"image"_s,
            u"%1 has it: %2 in %3 layers, less what is here already."_s,
            { u"ghcr.io"_s, u"704.0 MB"_s, u"7"_s } },
        { PreCheck::Level::Warning, u"limit"_s, u"%1 pulls are left at the registry for now."_s,
            { u"4"_s } },
        { PreCheck::Level::Wrong, u"room"_s, u"%1 are free on the engine's disk; it may take %2."_s,
            { u"1.9 GB"_s, u"2.5 GB"_s } } };
    dialog->findChild<QLineEdit *>(u"image_name"_s)->setText(u"ghcr.io/acme/api:2.4"_s);
    QTest::qWait(900); // it looks a moment after the last letter
    camera.take(*dialog, u"add-pull"_s);
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
        complaints += camera.complaints();
    }
    return complaints > 0 ? 1 : 0;
}
