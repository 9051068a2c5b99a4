#include "core/queue/retry_policy.h"

#include <algorithm>

namespace slipway {

bool mayRetryByItself(const Task &task, const TaskError &error)
{
    return error.retryable && task.retryCount - task.budgetStart < task.options.maxRetries;
}

std::chrono::milliseconds waitBeforeRetry(int retriesMade, const TaskError &error, double jitter)
{
    using namespace std::chrono;
    const milliseconds growing =
        std::min<milliseconds>(seconds(5) * (1LL << std::min(retriesMade, 10)), minutes(5));
    const milliseconds jittered(qint64(double(growing.count()) * (1.0 + jitter / 5.0)));
    return std::max<milliseconds>(jittered, seconds(error.retryAfterSeconds.value_or(0)));
}

} // namespace slipway
