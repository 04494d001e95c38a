// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/scopecondition.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

QString scopeCondition(const View& view, const QString& alias, QVariantList& parameters)
{
    if (view.everything)
        return u"1 = 1"_s;
    QString condition = u"(%1.owner IS NULL OR %1.owner = ?) AND (%1.roles & ?) <> 0"_s.arg(alias);
    parameters << view.access.user.toBytes() << static_cast<qint64>(Roles::of(view.access.role));
    if (!view.access.locations.empty()) {
        condition += u" AND (%1.place IS NULL OR %1.place IN (?"_s.arg(alias);
        parameters << view.access.locations.front().toBytes();
        for (size_t i = 1; i < view.access.locations.size(); ++i) {
            condition += u", ?"_s;
            parameters << view.access.locations[i].toBytes();
        }
        condition += u"))"_s;
    }
    for (const std::uint16_t table : view.incomplete)
        condition += u" AND %1.tbl <> %2"_s.arg(alias).arg(table);
    for (const std::uint16_t table : view.open)
        condition = u"(%1.tbl = %2 OR (%3))"_s.arg(alias).arg(table).arg(condition);
    return condition;
}

}  // namespace Forecourt
