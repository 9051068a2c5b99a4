#include "ui/error_text.h"

#include "core/diagnosis/suggestions.h"
#include "ui/sentence_text.h"
#include "ui/units_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(TaskText)
};

} // namespace

QString errorSentence(const TaskError &error)
{
    const QString sentence = error.text.isEmpty()
        ? sentenceText(errorCodeDescription(error.code), {})
        : sentenceText(error.text, error.arguments);
    return sentence.simplified();
}

QStringList suggestionSentences(const TaskError &error)
{
    QStringList sentences;
    for (const Suggestion &each : suggestions(error))
        sentences << sentenceText(each.text, each.arguments);
    return sentences;
}

QString checkText(const PreCheck &check)
{
    return sentenceText(check.text, check.arguments);
}

QString fixText(const Fix &fix)
{
    return sentenceText(fix.text, fix.arguments);
}

QString errorFacts(const Task &task, const QDateTime &now)
{
    if (!task.error)
        return {};
    QStringList parts{ ErrorText::tr("Error code %1").arg(errorCodeName(task.error->code)) };
    if (task.error->exitCode)
        parts << ErrorText::tr("exit code %1").arg(*task.error->exitCode);
    if (task.error->httpStatus)
        parts << ErrorText::tr("answer %1").arg(*task.error->httpStatus);
    if (task.attempt > 0)
        parts << ErrorText::tr("attempt %1").arg(task.attempt);
    parts << timeText(task.completedAt, now);
    if (!task.error->retryable)
        parts << ErrorText::tr("not retried by itself: another try alone cannot succeed");
    return factsText(parts);
}

} // namespace slipway
