#include "tests/support/view_samples.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace slipway {
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

} // namespace

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

QByteArray sampleDockerfile()
{
    return "# syntax=docker/dockerfile:1\n"
           "ARG NODE=22\n"
           "FROM node:${NODE} AS build\n"
           "WORKDIR /src\n"
           "COPY package.json package-lock.json ./\n"
           "RUN npm ci\n"
           "COPY . .\n"
           "\n"
           "# The pages are made here, so that the image below needs no compiler.\n"
           "RUNN npm run build && \\\n"
           "    npm prune --omit=dev\n"
           "\n"
           "FROM nginx:1.27 AS web\n"
           "COPY --from=build /src/dist /usr/share/nginx/html\n"
           "EXPOSE 80\n";
}

Task whoseDockerfileIsWrong(const QString &folder)
{
    Task task =
        madeTask(42, DockerBuild{ folder, u"Dockerfile"_s, u"acme/pages"_s }, TaskStatus::Failed);
    TaskError error;
    error.code = ErrorCode::DockerBuildFailed;
    error.text = u"Line %1 of the Dockerfile: there is no instruction called %2."_s;
    error.arguments = { u"10"_s, u"RUNN"_s };
    error.decisiveLine = u"dockerfile parse error on line 10: unknown instruction: RUNN"_s;
    error.subject = u"10"_s;
    error.exitCode = 1;
    error.place = DockerfilePlace{ 10, {}, {}, 0 };
    task.error = error;
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

} // namespace slipway
