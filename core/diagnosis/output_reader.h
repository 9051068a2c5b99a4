// Reads what a failed job printed: lines without terminal codes and builder prefixes, who says each
// of them, and which are too harmless to decide anything.
#pragma once

#include "core/diagnosis/rule.h"
#include "core/task/task_type.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway {

struct OutputLine {
    std::string_view text; // as a person reads it
    std::string_view said; // without who says it: "Error response from daemon: ", "docker: "
    std::string_view folded; // `said` in lower case
    std::string_view whole; // in lower case, with who says it
    Speaker speaker = Speaker::Engine;
    int step = 0; // of the builder; 0 = none known
};

// Is it a warning, a try that was repeated, a check that may fail? Such a line decides nothing.
// Asked of few lines only, because it takes longer than all the rest.
bool isTolerated(const OutputLine &line);
// Does it say that what just failed is tried again, or done in another way?
bool triesAgain(const OutputLine &line);

class OutputReader {
public:
    OutputReader(TaskType type, std::optional<int> exitCode, const QList<QByteArray> &output);

    const std::vector<OutputLine> &lines() const { return m_lines; } // without progress and blanks
    int failedStep() const { return m_failedStep; } // the builder names it; 0 = it does not

private:
    void clean(const QList<QByteArray> &output);
    void readLine(size_t begin, size_t end);
    void readBuildLine(OutputLine &line);

    TaskType m_type;
    bool m_programSpeaks = false; // unmarked lines are a program's
    bool m_quoting = false; // buildkit repeats the end of the failed step between two "------"
    int m_failedStep = 0;
    std::string m_text;
    std::string m_folded;
    std::vector<OutputLine> m_lines; // views into m_text and m_folded
};

} // namespace slipway
