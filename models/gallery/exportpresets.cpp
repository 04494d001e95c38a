// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exportpresets.h"

#include "models/store/connection.h"

#include <QJsonDocument>

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<std::vector<NamedExportPreset>> ExportPresetRepository::all(Connection& connection)
{
    auto query =
        connection.run(u"SELECT id, name, settings FROM export_presets WHERE _del = 0 ORDER BY sort_order, name, id"_s);
    if (!query)
        return fail(query.error());
    std::vector<NamedExportPreset> presets;
    while (query->next())
        presets.push_back({ExportPresetId(Uuid::fromBytes(query->blob(0))), query->text(1),
                           ExportPreset::fromJson(QJsonDocument::fromJson(query->text(2).toUtf8()).object())});
    if (const auto error = query->error())
        return fail(*error);
    return presets;
}

ExportPreset builtInPreset(BuiltInPreset preset)
{
    ExportPreset made;
    switch (preset) {
    case BuiltInPreset::Website: made.ratio = {4, 3}; break;
    case BuiltInPreset::Square:
        made.ratio = {1, 1};
        made.longestSide = 1080;
        break;
    case BuiltInPreset::SmallFiles:
        made.longestSide = 1280;
        made.maxBytes = 500'000;
        break;
    }
    return made;
}

Expected<void> SaveExportPreset::apply(EditTransaction& transaction) const
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return fail(ErrorCode::InvalidInput, {}, u"preset"_s);
    FC_TRY(preset.check());
    Connection& connection = transaction.connection();
    auto query = connection.run(u"SELECT settings FROM export_presets WHERE id = ?"_s, {id.toBytes()});
    if (!query)
        return fail(query.error());
    const bool known = query->next();
    const QJsonObject before = known ? QJsonDocument::fromJson(query->text(0).toUtf8()).object() : QJsonObject();
    Fields fields{
        {u"name"_s, trimmed},
        {u"settings"_s, QString::fromUtf8(QJsonDocument(preset.toJson(before)).toJson(QJsonDocument::Compact))}};
    if (known)
        return transaction.update(Table::ExportPresets, id.uuid(), fields);
    const auto last = connection.scalar(u"SELECT ifnull(max(sort_order), 0) FROM export_presets WHERE _del = 0"_s);
    if (!last)
        return fail(last.error());
    fields.insert(u"sort_order"_s, last->toLongLong() + 1);
    return transaction.insert(Table::ExportPresets, id.uuid(), fields);
}

Expected<void> RemoveExportPreset::apply(EditTransaction& transaction) const
{
    return transaction.remove(Table::ExportPresets, id.uuid());
}

}  // namespace Forecourt
