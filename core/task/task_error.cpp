#include "core/task/task_error.h"

namespace slipway {

TaskError madeError(ErrorCode code, const char *sentence, const QStringList &arguments)
{
    TaskError error;
    error.code = code;
    error.text = QString::fromUtf8(sentence);
    error.arguments = arguments;
    error.subject = arguments.value(0);
    return error;
}

QString withArguments(QString text, const QStringList &arguments)
{
    // One pass: an argument that itself holds "%2" must not be filled in again.
    QString filled;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool place = text[at] == u'%' && at + 1 < text.size() && text[at + 1] >= u'1'
            && text[at + 1] <= u'9';
        if (!place) {
            filled += text[at];
            continue;
        }
        const int number = text[++at].digitValue();
        filled += arguments.value(number - 1);
    }
    return filled;
}

QString errorMessage(const TaskError &error)
{
    if (error.text.isEmpty())
        return errorCodeDescription(error.code);
    return withArguments(error.text, error.arguments);
}

} // namespace slipway
