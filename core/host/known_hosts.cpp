#include "core/host/known_hosts.h"

#include <QPointer>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr std::chrono::milliseconds rememberedFor = 5s;

} // namespace

KnownHosts::KnownHosts(std::function<void(const QString &address)> ask)
    : m_ask(std::move(ask))
{
}

HostState KnownHosts::state(const QString &address) const
{
    return m_known.value(address).state;
}

HostState &KnownHosts::change(const QString &address)
{
    return m_known[address].state;
}

void KnownHosts::askOnce(const QString &address)
{
    if (!std::exchange(m_known[address].asking, true))
        m_ask(address);
}

void KnownHosts::whenKnown(
    const QString &address, QObject *context, std::function<void(const HostState &)> answer)
{
    Known &known = m_known[address];
    const bool fresh = known.state.known && known.state.reachable && known.age.isValid()
        && known.age.elapsed() < rememberedFor.count();
    if (fresh && !known.asking) {
        answer(known.state);
        return;
    }
    known.waiting.append(
        [context = QPointer(context), answer = std::move(answer)](const HostState &state) {
            if (context)
                answer(state);
        });
    askOnce(address);
}

bool KnownHosts::learned(const QString &address, const HostState &state)
{
    Known &known = m_known[address];
    const bool changed = known.state != state;
    known.state = state;
    known.asking = false;
    known.age.start();
    const auto waiting = std::exchange(known.waiting, {});
    for (const auto &each : waiting) // may ask for others: `known` is no longer used
        each(state);
    return changed;
}

void KnownHosts::forget(const QString &address)
{
    m_known[address].age.invalidate();
}

void KnownHosts::forgetAll()
{
    for (Known &known : m_known)
        known.age.invalidate();
}

} // namespace slipway
