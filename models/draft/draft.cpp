// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/draft/draft.h"

#include "models/store/connection.h"

#include <QCborMap>
#include <QCborValue>

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<void> DraftRepository::save(Connection& connection, const Draft& draft)
{
    QCborMap texts;
    for (auto it = draft.texts.cbegin(); it != draft.texts.cend(); ++it)
        texts.insert(it.key(), it.value());
    auto saved = connection.run(u"INSERT OR REPLACE INTO drafts (form, texts, at) VALUES (?, ?, ?)"_s,
                                {draft.form, QCborValue(texts).toCbor(), qlonglong(draft.at)});
    if (!saved)
        return fail(saved.error());
    return {};
}

Expected<std::optional<Draft>> DraftRepository::find(Connection& connection, const QString& form)
{
    auto row = connection.run(u"SELECT texts, at FROM drafts WHERE form = ?"_s, {form});
    if (!row)
        return fail(row.error());
    if (!row->next()) {
        if (const auto error = row->error())
            return fail(*error);
        return std::optional<Draft>();
    }
    Draft draft{form, {}, row->integer(1)};
    const QCborMap texts = QCborValue::fromCbor(row->blob(0)).toMap();
    for (const auto& [field, text] : texts)
        draft.texts.insert(field.toString(), text.toString());
    return std::optional(std::move(draft));
}

Expected<void> DraftRepository::remove(Connection& connection, const QString& form)
{
    auto removed = connection.run(u"DELETE FROM drafts WHERE form = ?"_s, {form});
    if (!removed)
        return fail(removed.error());
    return {};
}

}  // namespace Forecourt
