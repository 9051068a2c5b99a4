#include "core/ollama/generate_answer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway {

GenerateAnswer::Piece GenerateAnswer::feed(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.contains(u"error")) {
        m_error = line;
        return {};
    }
    if (!object.contains(u"done"))
        return {};
    m_hasBegun = true;
    if (object[u"done"].toBool()) {
        m_isDone = true;
        m_last = object;
    }
    const Piece piece{ object[u"response"].toString(), object[u"thinking"].toString() };
    m_text += piece.text;
    return piece;
}

// The server leaves out every count that is zero.
QJsonObject GenerateAnswer::result(const QString &modelName) const
{
    const double tokens = double(m_last[u"eval_count"].toInteger());
    const double seconds = double(m_last[u"eval_duration"].toInteger()) / 1e9;
    return { { u"model_name"_s, modelName }, { u"generated_text"_s, m_text },
        { u"prompt_tokens"_s, m_last[u"prompt_eval_count"].toInteger() },
        { u"generated_tokens"_s, m_last[u"eval_count"].toInteger() },
        { u"total_duration"_s, m_last[u"total_duration"].toInteger() },
        { u"tokens_per_second"_s, seconds > 0 ? tokens / seconds : 0.0 },
        { u"done_reason"_s, m_last[u"done_reason"].toString() } };
}

} // namespace slipway
