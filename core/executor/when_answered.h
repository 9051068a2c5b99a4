// What a future answers, from the event loop: the queue's own answers come inside its call, those
// of a worker on its thread. QFuture::then() with a context must not outlive that context; this
// may.
#pragma once

#include <QFutureWatcher>

namespace slipway {

// `then` gets the result, unless `context` is gone by then or there is none.
template <typename Answer, typename Then>
void whenAnswered(QObject *context, const QFuture<Answer> &future, Then then)
{
    auto *watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(
        watcher, &QFutureWatcher<Answer>::finished, context, [watcher, then]() mutable {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0)
                then(watcher->result());
        });
    watcher->setFuture(future);
}

} // namespace slipway
