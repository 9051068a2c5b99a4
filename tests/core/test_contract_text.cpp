// Replies as text: the contract's order of keys, and nothing lost against Qt's own writer.
#include "core/command/contract_text.h"
#include "core/command/task_reply.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

class TestContractText : public QObject {
    Q_OBJECT

private slots:
    void taskHasTheContractsOrder();
    void everyValueComesBack();
};

void TestContractText::taskHasTheContractsOrder()
{
    Task task;
    task.spec = DockerPull{ u"busybox"_s };
    const QByteArray text = contractText(taskReply(task, PauseCost::Unknown));
    qsizetype last = -1;
    for (const char *key : { "id", "task_type", "status", "status_description", "params",
             "progress", "current_step", "created_at", "started_at", "completed_at", "duration",
             "result", "error", "error_code", "error_details", "error_info", "retry_count",
             "max_retries", "can_retry", "transfer", "status_group", "stopping", "history",
             "priority", "category", "tags", "after", "waiting_for", "next_retry_at", "pause_cost",
             "timeout_seconds", "stall_seconds", "host", "command_line" }) {
        const qsizetype at = text.indexOf(QByteArray("\"") + key + "\":");
        QVERIFY2(at > last, key);
        last = at;
    }
}

void TestContractText::everyValueComesBack()
{
    const QJsonObject object = QJsonDocument::fromJson(
        R"({"zeta":[1,2.5,-3e9,[],{}],"id":"a \"quoted\" word \\ \n ü\r\t\u0001\u001f\u007f\u2028","error":null,"success":true,"nested":{"b":[{"id":1}],"a":false}})")
                                   .object();
    QVERIFY(!object.isEmpty());
    const QByteArray text = contractText(object);
    QVERIFY(!text.contains('\n'));
    QCOMPARE(QJsonDocument::fromJson(text).object(), object);
    QVERIFY(text.startsWith("{\"success\":true,\"id\":"));
}

QTEST_GUILESS_MAIN(TestContractText)
#include "test_contract_text.moc"
