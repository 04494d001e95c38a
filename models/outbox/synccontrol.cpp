// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/synccontrol.h"

#include <QPromise>

namespace Forecourt {

QFuture<Expected<QJsonObject>> SyncControl::request(const QString&, const QJsonObject&)
{
    QPromise<Expected<QJsonObject>> promise;
    promise.start();
    promise.addResult(Expected<QJsonObject>(fail(ErrorCode::RequestNeedsServer)));
    promise.finish();
    return promise.future();
}

}  // namespace Forecourt
