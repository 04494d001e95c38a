// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/view/savedview.h"

#include "models/store/connection.h"

#include <QJsonDocument>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QString savedViewSelect()
{
    return u"SELECT id, user_id, page, name, definition, sort_order FROM saved_views WHERE _del = 0 "_s;
}

SavedView savedViewFromRow(const Query& row)
{
    return {SavedViewId(Uuid::fromBytes(row.blob(0))),
            UserId(Uuid::fromBytes(row.blob(1))),
            row.text(2),
            row.text(3),
            QJsonDocument::fromJson(row.text(4).toUtf8()).object(),
            static_cast<int>(row.integer(5))};
}

}  // namespace

Expected<std::vector<SavedView>> SavedViewRepository::forPage(Connection& connection, const QString& page, UserId user)
{
    auto query = connection.run(
        savedViewSelect() + "AND page = ? AND (user_id = ? OR user_id IS NULL) ORDER BY sort_order, rid"_L1,
        {page, user.toBytes()});
    if (!query)
        return fail(query.error());
    std::vector<SavedView> views;
    while (query->next())
        views.push_back(savedViewFromRow(*query));
    if (const auto error = query->error())
        return fail(*error);
    return views;
}

Expected<SavedView> SavedViewRepository::find(Connection& connection, SavedViewId id)
{
    auto query = connection.run(savedViewSelect() + "AND id = ?"_L1, {id.toBytes()});
    if (!query)
        return fail(query.error());
    if (!query->next())
        return fail(ErrorCode::NotFound, id.toString());
    return savedViewFromRow(*query);
}

}  // namespace Forecourt
