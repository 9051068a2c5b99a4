// slipwayctl but for its main, run in this process against a queue moved by hand.
#pragma once

#include "app/ctl/ctl_run.h"
#include "served_queue.h"

namespace slipway {

class CtlUnderTest {
public:
    CtlUnderTest()
    {
        console.print = [this](const QString &text) { out += text; };
        console.complain = [this](const QString &text) { err += text; };
        m_paths.profile = QStringLiteral("default");
        m_paths.socket = served.path;
    }

    void start(const QStringList &arguments)
    {
        ended.reset();
        out.clear();
        err.clear();
        const auto invocation = readInvocation(arguments);
        m_run = std::make_unique<CtlRun>(std::get<Invocation>(invocation), m_paths, console);
        QObject::connect(
            m_run.get(), &CtlRun::ended, m_run.get(), [this](ExitCode code) { ended = int(code); });
        m_run->start();
    }

    int exitCode() // -1: it does not end
    {
        return QTest::qWaitFor([this] { return ended.has_value(); }, 10'000) ? *ended : -1;
    }

    int run(const QStringList &arguments)
    {
        start(arguments);
        return exitCode();
    }

    ServedQueue served;
    SmallQueue &queue = served.queue;
    Console console;
    QString out;
    QString err;
    std::optional<int> ended;

private:
    Paths m_paths;
    std::unique_ptr<CtlRun> m_run;
};

} // namespace slipway
