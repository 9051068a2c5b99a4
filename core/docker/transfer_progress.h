// What docker's client prints while it pulls or pushes, as one small value. No clock, no process.
//
// The lines are those of a pseudo-terminal of 100 columns without their escape sequences:
//   2c1e6cf7de01: Downloading  12.3MB/62.9MB
// Units are decimal with four digits, so sums are that exact. After a broken connection a layer's
// total becomes what remains; a push's counter may pass its total, which then is left out.
#pragma once

#include "core/task/task.h"

#include <QHash>

namespace slipway {

class TransferProgress {
public:
    // Answers whether the line belongs into the log: counters and repeated states do not.
    bool feed(const QByteArray &line);

    // What the registry says a pull has to load: ids of 12 digits and their exact totals. Those
    // that are there already (as docker tells) do not count. Ignored where docker loads something
    // else.
    void expect(const QList<LayerProgress> &layers);

    // Layers that an earlier attempt brought over, as its progress() told them: where they are
    // found to be there already they count as done, not as nothing to do.
    void remember(const QList<LayerProgress> &layers);
    qint64 keptBytes() const; // of those

    // Bytes, layers, percent and step; without speed, which needs a clock.
    TaskProgress progress() const;

    QString digest() const { return m_digest; } // of the manifest, once it was told
    QString message() const { return m_message; } // docker's last word, "Status: ..."
    bool isMoving() const; // some layer is being sent or fetched and is not done

private:
    struct Layer {
        LayerProgress shown;
        qint64 kept = 0; // of earlier connections, when the total began anew
        bool finished = false;
        bool needless = false; // it was there already
    };

    Layer &layerOf(const QString &id);
    bool isAsExpected() const;
    bool isKept(const Layer &layer) const;
    LayerProgress rowOf(const Layer &layer, bool asExpected) const;
    void count(Layer &layer, qint64 current, qint64 total);
    bool enterState(Layer &layer, const QString &state);

    QList<Layer> m_layers;
    QHash<QString, qint64> m_expected; // total by id
    QHash<QString, qint64> m_remembered; // the same, of earlier attempts
    int m_extracted = 0; // percent of the layer that is
    QString m_digest;
    QString m_message;
    mutable int m_percent = 0; // never falls within an attempt
};

} // namespace slipway
