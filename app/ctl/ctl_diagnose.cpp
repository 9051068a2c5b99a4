// Why something failed; needs no queue.
#include "app/ctl/ctl_commands.h"
#include "app/ctl/ctl_run.h"
#include "app/ctl/words.h"
#include "core/command/contract_text.h"
#include "core/command/diagnose_commands.h"
#include "core/diagnosis/diagnose.h"
#include "core/diagnosis/suggestions.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// A line that cannot be read gets its answer too: answers and lines stay side by side.
void diagnoseLines(CtlRun &run, const QByteArray &text)
{
    int number = 0;
    bool allRead = true;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        QJsonParseError problem;
        const QJsonDocument record = QJsonDocument::fromJson(line, &problem);
        const auto read = record.isObject()
            ? readFailure(record.object())
            : FieldError{ ErrorCode::ValidationInvalidFormat, u"line"_s,
                  problem.error ? problem.errorString() : u"it is no JSON object"_s };
        if (const auto *error = std::get_if<FieldError>(&read)) {
            allRead = false;
            run.console().complain(u"Line %1: %2\n"_s.arg(number).arg(error->reason.english()));
            run.printJson({ { u"error"_s, error->reason.english() },
                { u"error_code"_s, errorCodeName(error->code) } });
            continue;
        }
        run.printJson(diagnosisLine(diagnose(std::get<Failure>(read))));
    }
    run.end(allRead ? ExitCode::Done : ExitCode::Refused);
}

void diagnoseFile(CtlRun &run)
{
    if (run.invocation().words.size() != 1)
        return run.refuseUsage(u"It is written: slipwayctl diagnose --jsonl FILE"_s);
    const QString name = run.invocation().words.first();
    if (name == "-"_L1)
        return diagnoseLines(run, run.console().readInput());
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        run.console().complain(u"%1 cannot be read: %2\n"_s.arg(name, file.errorString()));
        return run.end(ExitCode::Refused);
    }
    diagnoseLines(run, file.readAll());
}

void show(CtlRun &run, const TaskError &error)
{
    if (run.printsJson()) {
        run.printJson(diagnosisReply(error));
        return run.end(ExitCode::Done);
    }
    QString text = errorCodeName(error.code) + u'\n' + printable(errorMessage(error)) + u'\n';
    if (!error.decisiveLine.isEmpty())
        text += u"    "_s + printable(error.decisiveLine) + u'\n';
    for (const QString &suggestion : suggestionsFor(error))
        text += u"- "_s + printable(suggestion) + u'\n';
    text += error.retryable ? u"Another try may succeed by itself.\n"_s
                            : u"Another try alone cannot succeed.\n"_s;
    run.print(text);
    run.end(ExitCode::Done);
}

} // namespace

void diagnoseWords(CtlRun &run)
{
    if (!run.invocation().flags.isEmpty())
        return diagnoseFile(run);
    QJsonObject record;
    for (const QString &word : run.invocation().words) {
        const QString key = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', 1);
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (!word.contains(u'='))
            record[u"task_type"] = word;
        else if (key == "exit_code"_L1 || key == "http_status"_L1)
            record[key] = isNumber ? QJsonValue(number) : QJsonValue(value);
        else if (key == "task_type"_L1 || key == "output"_L1)
            record[key] = value;
        else
            return run.refuseUsage(
                u"diagnose knows task_type, exit_code, http_status and output, not %1."_s.arg(key));
    }
    if (!record.contains(u"output"))
        record[u"output"] = QString::fromUtf8(run.console().readInput());
    const auto read = readFailure(record);
    if (const auto *error = std::get_if<FieldError>(&read))
        return run.refuseUsage(error->reason.english() + u'.');
    show(run, diagnose(std::get<Failure>(read)));
}

} // namespace slipway
