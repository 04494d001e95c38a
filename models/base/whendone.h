// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace Forecourt {

/// Calls `receive` with the result of `future` on the thread of `context`, through its event loop, unless `context` is
/// destroyed first. Call it on that thread. A future without a result (cancelled) calls nothing.
///
/// Takes the place of QFuture::then(context, …), which in Qt 6.4 asserts, or reaches into an object that is being
/// destroyed, when a result comes later than the end of its context.
template <class T, class Receive>
void whenDone(const QFuture<T>& future, QObject* context, Receive receive)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, receive = std::move(receive)]() mutable {
                         watcher->deleteLater();
                         const QFuture<T> done = watcher->future();
                         if (done.resultCount() > 0)
                             receive(done.result());
                     });
    watcher->setFuture(future);
}

}  // namespace Forecourt
