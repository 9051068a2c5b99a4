// Results of the queue come inside its own call; what follows is done from the event loop.
#pragma once

#include <QFutureWatcher>

namespace slipway {

// `then` gets the result, unless `context` is gone by then or there is none.
template <typename Answer, typename Then>
void whenAnswered(QObject *context, const QFuture<Answer> &future, Then then)
{
    auto *watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(watcher, &QFutureWatcher<Answer>::finished, context, [watcher, then] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            then(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace slipway
