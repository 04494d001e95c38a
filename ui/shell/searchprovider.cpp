// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/searchprovider.h"

#include <QPromise>

namespace Forecourt {

QFuture<QImage> SearchProvider::thumbnail(const SearchHit& hit)
{
    Q_UNUSED(hit);
    QPromise<QImage> none;
    none.start();
    none.addResult(QImage());
    none.finish();
    return none.future();
}

QWidget* SearchProvider::createPreview(const SearchHit& hit, QWidget* parent)
{
    Q_UNUSED(hit);
    Q_UNUSED(parent);
    return nullptr;
}

}  // namespace Forecourt
