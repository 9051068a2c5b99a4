// A model's answer put together again from the lines of its log.
#pragma once

#include "core/executor/log_line.h"

#include <QString>

namespace slipway {

class AnswerText {
public:
    explicit AnswerText(qint64 skip = 0); // that many lines are of earlier attempts

    void add(const LogLines &lines);
    QString text(const QString &unfinished = {}) const; // with the line that is being written
    bool isCut() const { return m_isCut; } // it got too long: only its end is here

private:
    qint64 m_skip;
    QString m_text;
    bool m_isCut = false;
};

} // namespace slipway
