// The same failure as another machine, another project or another terminal would have printed it:
// what changes here must not change why it failed.
#pragma once

#include "core/task/task_type.h"

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QString>

namespace slipway {

class OutputChanger {
public:
    explicit OutputChanger(quint32 seed)
        : m_random(seed)
    {
    }

    QList<QByteArray> changed(TaskType type, const QString &output)
    {
        QString text = withOtherNames(output);
        text = withOtherIds(text);
        QStringList lines = text.split(u'\n');
        if (!output.trimmed().isEmpty())
            addNoise(type, lines);
        if (chance(3))
            colour(lines);
        QList<QByteArray> bytes;
        const bool crlf = chance(3);
        for (const QString &line : lines)
            bytes.append(line.toUtf8() + (crlf ? "\r" : ""));
        return bytes;
    }

private:
    bool chance(int oneIn) { return m_random.bounded(oneIn) == 0; }

    QString oneOf(const QStringList &list) { return list[m_random.bounded(int(list.size()))]; }

    QString withOtherNames(QString text)
    {
        static const QStringList hosts{ QStringLiteral("registry.example.com"),
            QStringLiteral("docker.example.com"), QStringLiteral("hub.example.com"),
            QStringLiteral("images.example.org"), QStringLiteral("cr.example.net"),
            QStringLiteral("storage.example.com"), QStringLiteral("ghcr.io") };
        static const QStringList otherHosts{ QStringLiteral("r1.build.test"),
            QStringLiteral("harbor.corp.example"), QStringLiteral("nexus.acme.test"),
            QStringLiteral("eu.pkg.example.dev"), QStringLiteral("10.20.30.40"),
            QStringLiteral("my-registry.local") };
        for (const QString &host : hosts)
            text.replace(host, oneOf(otherHosts));
        static const QStringList names{ QStringLiteral("team/app"), QStringLiteral("team/base"),
            QStringLiteral("team/web"), QStringLiteral("acme/app"), QStringLiteral("team/api") };
        static const QStringList otherNames{ QStringLiteral("shop/checkout"),
            QStringLiteral("data/etl-worker"), QStringLiteral("o/x"),
            QStringLiteral("platform/tools/error-service"), QStringLiteral("jane/notes_2") };
        for (const QString &name : names)
            text.replace(name, oneOf(otherNames));
        static const QStringList ports{ QStringLiteral(":5000"), QStringLiteral(":5443") };
        const QString port = u':' + QString::number(m_random.bounded(1024, 65000));
        for (const QString &each : ports)
            text.replace(each, port);
        static const QStringList paths{ QStringLiteral("/home/ci/"), QStringLiteral("/home/user/"),
            QStringLiteral("/src/"), QStringLiteral("requirements.txt"),
            QStringLiteral("./build.sh") };
        static const QStringList otherPaths{ QStringLiteral("/srv/ci 2/"),
            QStringLiteral("/builds/o/x/"), QStringLiteral("/work/"), QStringLiteral("poetry.lock"),
            QStringLiteral("./scripts/ci.sh") };
        for (int i = 0; i < paths.size(); ++i)
            text.replace(paths[i], otherPaths[i]);
        return text;
    }

    // Digests, layer and container ids, and the seconds of a build step.
    QString withOtherIds(const QString &text)
    {
        static const QRegularExpression id(
            QStringLiteral("\\b[0-9a-f]{12,64}\\b|(?<=^#\\d )\\d+\\.\\d{3}"),
            QRegularExpression::MultilineOption);
        QString changed;
        qsizetype from = 0;
        for (auto it = id.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            changed += QStringView(text).mid(from, match.capturedStart() - from);
            const QString old = match.captured();
            if (old.contains(u'.')) {
                changed += QString::number(m_random.bounded(900.0), 'f', 3);
            } else {
                for (qsizetype i = 0; i < old.size(); ++i)
                    changed += QString::number(m_random.bounded(16), 16);
            }
            from = match.capturedEnd();
        }
        return changed += QStringView(text).mid(from);
    }

    void addNoise(TaskType type, QStringList &lines)
    {
        const bool ollama = type == TaskType::OllamaPull || type == TaskType::OllamaRun;
        static const QStringList ollamaNoise{ QStringLiteral("pulling manifest"),
            QStringLiteral("{\"status\":\"pulling manifest\"}"),
            QStringLiteral("verifying sha256 digest") };
        static const QStringList before{
            QStringLiteral("WARNING: Error loading config file: open /root/.docker/config.json: "
                           "permission denied"),
            QStringLiteral("WARNING: IPv4 forwarding is disabled. Networking will not work."),
            QStringLiteral("time=\"2025-03-01T10:00:00Z\" level=warning msg=\"connection to cache "
                           "lost, retrying\""),
            QStringLiteral("npm WARN deprecated request@2.88.2: request has been deprecated"),
            QStringLiteral("checking for libfoo... not found"),
            QStringLiteral("Compiled with 0 errors, 0 failed"),
            QStringLiteral("Using default tag: latest"),
            QStringLiteral("mirror timed out, retrying (1/3)"),
        };
        static const QStringList after{
            QStringLiteral(
                "WARNING: Running pip as the 'root' user can result in broken permissions"),
            QStringLiteral("Run 'docker --help' for more information"),
            QStringLiteral("[notice] A new release of pip is available: 23.0.1 -> 24.0"),
            QStringLiteral(
                "View build details: docker-desktop://dashboard/build/default/default/x1"),
            QString(),
        };
        const int count = m_random.bounded(3);
        for (int i = 0; i < count; ++i)
            lines.prepend(oneOf(ollama ? ollamaNoise : before));
        if (!ollama && chance(2))
            lines.append(oneOf(after));
    }

    void colour(QStringList &lines)
    {
        static const QStringList colours{ QStringLiteral("\x1b[31m"), QStringLiteral("\x1b[1;33m"),
            QStringLiteral("\x1b[0;91m") };
        for (QString &line : lines) {
            if (!line.isEmpty() && !line.startsWith(u'{') && chance(2))
                line = oneOf(colours) + line + QStringLiteral("\x1b[0m");
        }
    }

    QRandomGenerator m_random;
};

} // namespace slipway
