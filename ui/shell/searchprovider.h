// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "ui/shell/route.h"

#include <QFuture>
#include <QImage>
#include <QObject>
#include <QString>
#include <QVariant>

#include <vector>

class QWidget;

namespace Forecourt {

/// One line that the command palette shows.
struct SearchHit {
    Route route;       ///< where Enter leads
    QString title;     ///< "2017 Toyota Corolla LE"; the typed words are marked in it by the palette
    QString subtitle;  ///< "B26-1163 · Laval · Listed 41 d · $13,450"
    QString iconName;  ///< shown while there is no picture
    QVariant key;      ///< the provider's own: names the record for thumbnail() and createPreview()
};

/// Finds records of one kind for the command palette. Lives on the GUI thread; answers come from elsewhere.
class SearchProvider : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Heading of its results, in the language of the moment: "Vehicles".
    virtual QString title() const = 0;
    /// The mark that narrows the palette to this provider: '#' for stock, '@' for people; null for none.
    virtual QChar prefix() const { return {}; }
    /// What the prefix stands for in the palette's foot line: "stock".
    virtual QString prefixWord() const { return {}; }
    /// The best `limit` records for what was typed, best first. An earlier search may be abandoned.
    virtual QFuture<Expected<std::vector<SearchHit>>> search(const QString& text, LocationId site, int limit) = 0;
    /// A hint above the results where the text suggests one ("VINs have no letter I. Did you mean …"); usually empty.
    virtual QString hint(const QString& text) const
    {
        Q_UNUSED(text);
        return {};
    }
    /// A route that shows all results on a page ("Show all “coro” in Inventory", Ctrl+Enter); empty for none.
    virtual Route allResults(const QString& text) const
    {
        Q_UNUSED(text);
        return {};
    }
    /// Small picture, 42×28 device-independent pixels; a null image for none.
    virtual QFuture<QImage> thumbnail(const SearchHit& hit);
    /// A widget of about 280 px width that shows the record beside the results; null for none. Owned by `parent`.
    virtual QWidget* createPreview(const SearchHit& hit, QWidget* parent);
};

}  // namespace Forecourt
