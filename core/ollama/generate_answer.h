// What the lines of /api/generate say, gathered to one answer. No clock, no connection.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace slipway {

class GenerateAnswer {
public:
    struct Piece {
        QString text;
        QString thinking; // of models that think before they answer
    };

    Piece feed(const QByteArray &line); // what this line added

    QString text() const { return m_text; }
    bool hasBegun() const { return m_hasBegun; } // a piece came, whatever it holds
    bool isDone() const { return m_isDone; } // only this makes an answer a whole one
    QByteArray error() const { return m_error; }
    QJsonObject result(const QString &modelName) const;

private:
    QString m_text;
    QJsonObject m_last; // the line with done:true
    QByteArray m_error;
    bool m_hasBegun = false;
    bool m_isDone = false;
};

} // namespace slipway
