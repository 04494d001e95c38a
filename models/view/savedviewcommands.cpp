// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/view/savedviewcommands.h"

#include <QJsonDocument>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Expected<QString> savedViewName(const QString& name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return fail(ErrorCode::InvalidInput);
    return trimmed;
}

}  // namespace

Expected<void> SaveView::apply(EditTransaction& transaction) const
{
    const auto name = savedViewName(view.name);
    if (!name)
        return fail(name.error());
    Fields fields{{u"name"_s, *name},
                  {u"definition"_s, QString::fromUtf8(QJsonDocument(view.definition).toJson(QJsonDocument::Compact))}};
    const auto known =
        transaction.connection().scalar(u"SELECT _del FROM saved_views WHERE id = ?"_s, {view.id.toBytes()});
    if (!known)
        return fail(known.error());
    if (known->isValid())
        return transaction.update(Table::SavedViews, view.id.uuid(), fields);

    const auto last = transaction.connection().scalar(
        u"SELECT ifnull(max(sort_order), 0) FROM saved_views WHERE page = ? AND _del = 0"_s, {view.page});
    if (!last)
        return fail(last.error());
    fields.insert(u"page"_s, view.page);
    fields.insert(u"sort_order"_s, last->toLongLong() + 1);
    if (!transaction.user().isNull())
        fields.insert(u"user_id"_s, transaction.user().toBytes());
    return transaction.insert(Table::SavedViews, view.id.uuid(), fields);
}

Expected<void> RenameView::apply(EditTransaction& transaction) const
{
    const auto trimmed = savedViewName(name);
    if (!trimmed)
        return fail(trimmed.error());
    return transaction.update(Table::SavedViews, id.uuid(), {{u"name"_s, *trimmed}});
}

Expected<void> DeleteView::apply(EditTransaction& transaction) const
{
    return transaction.remove(Table::SavedViews, id.uuid());
}

Expected<void> ReorderViews::apply(EditTransaction& transaction) const
{
    qlonglong place = 0;
    for (const SavedViewId& id : ids) {
        const auto live =
            transaction.connection().scalar(u"SELECT 1 FROM saved_views WHERE id = ? AND _del = 0"_s, {id.toBytes()});
        if (!live)
            return fail(live.error());
        if (live->isValid())
            FC_TRY(transaction.update(Table::SavedViews, id.uuid(), {{u"sort_order"_s, ++place}}));
    }
    return {};
}

}  // namespace Forecourt
