// What a build prints, as one small value: the steps done of all, the step under way, the layers
// of its base on their way. Reads the legacy builder ("Step 2/6 : RUN make"), and BuildKit's and
// buildx's --progress=plain ("#5 [2/4] RUN make", "#5 DONE 3.2s"). No clock, no process.
#pragma once

#include "core/docker/transfer_progress.h"

#include <QHash>

namespace slipway {

class BuildProgress {
public:
    // Takes the line without terminal codes. Answers whether it belongs into the log: counters do
    // not.
    bool feed(const QByteArray &line);

    TaskProgress progress() const;
    bool isPullingBase() const;
    int stepsSeen() const; // of all stages met so far
    int stepsDone() const;
    int cachedSteps() const { return m_cached; }
    QString imageId() const { return m_imageId; } // as the builder tells it, perhaps shortened

private:
    struct Step {
        QString stage; // "" in a Dockerfile of one stage
        int number = 0;
        QString text;
        bool done = false;
    };

    bool feedLegacy(const QString &line);
    bool feedBuildKit(const QString &vertex, const QString &text);
    bool feedBaseLayer(const QString &text);
    void endStep(Step &step, bool cached);
    Step *stepOf(const QString &vertex);

    QHash<QString, QString> m_vertices; // "5" -> key into m_steps
    QMap<QString, Step> m_steps; // by stage and number
    QMap<QString, int> m_stageSizes;
    QString m_current; // key of the step under way
    QString m_note; // what happens outside the steps: "exporting layers"
    qint64 m_contextBytes = 0;
    TransferProgress m_legacyBase;
    bool m_legacyPull = false;
    QList<LayerProgress> m_base; // BuildKit's
    int m_cached = 0;
    QString m_imageId;
    mutable int m_percent = 0; // never falls within an attempt
};

} // namespace slipway
