// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/shotlist.h"

#include "models/store/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestShotCode = 40;

}  // namespace

ShotList ShotList::builtIn()
{
    ShotList list;
    for (const char16_t* code : {u"front-three-quarter", u"left", u"rear-three-quarter", u"right", u"front", u"rear",
                                 u"interior", u"rear-seats", u"odometer", u"engine", u"tyres", u"vin"})
        list.shots.push_back({QString::fromUtf16(code), {}, false});
    list.shots.push_back({u"defects"_s, {}, true});
    return list;
}

const Shot* ShotList::find(const QString& code) const
{
    const auto found = std::ranges::find(shots, code, &Shot::code);
    return found == shots.end() ? nullptr : &*found;
}

std::vector<Shot> ShotList::missing(const Gallery& gallery) const
{
    QSet<QString> taken;
    for (const Photo& photo : gallery.photos) {
        if (!photo.isVideo())
            taken.insert(photo.slot);
    }
    std::vector<Shot> missing;
    std::ranges::copy_if(shots, std::back_inserter(missing),
                         [&taken](const Shot& shot) { return !shot.optional && !taken.contains(shot.code); });
    return missing;
}

QString ShotList::newCode(const QString& name) const
{
    QString code;
    for (const QChar letter : name.normalized(QString::NormalizationForm_D)) {
        if (letter.category() == QChar::Mark_NonSpacing)
            continue;
        const bool plain = letter.unicode() < 128 && letter.isLetterOrNumber();
        if (plain)
            code += letter.toLower();
        else if (!code.isEmpty() && !code.endsWith(u'-'))
            code += u'-';
    }
    code = code.left(LongestShotCode);
    while (code.endsWith(u'-'))
        code.chop(1);
    if (code.isEmpty())
        code = u"shot"_s;
    QString free = code;
    for (int number = 2; find(free); ++number)
        free = code + u'-' + QString::number(number);
    return free;
}

QString ShotList::toJson() const
{
    QJsonArray array;
    for (const Shot& shot : shots) {
        QJsonObject entry{{u"code"_s, shot.code}};
        if (!shot.name.isEmpty())
            entry[u"name"_s] = shot.name;
        if (shot.optional)
            entry[u"optional"_s] = true;
        array.append(entry);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<Shot> ShotList::shotsFromJson(const QString& json)
{
    std::vector<Shot> shots;
    QSet<QString> seen;
    for (const QJsonValue& entry : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QString code = entry[u"code"_s].toString();
        if (code.isEmpty() || seen.contains(code) || static_cast<int>(shots.size()) == MaxShots)
            continue;
        seen.insert(code);
        shots.push_back({code, entry[u"name"_s].toString(), entry[u"optional"_s].toBool()});
    }
    return shots;
}

Expected<ShotList> ShotListRepository::current(Connection& connection)
{
    auto query = connection.run(u"SELECT id, shots FROM shot_lists WHERE _del = 0 ORDER BY sort_order, id LIMIT 1"_s);
    if (!query)
        return fail(query.error());
    if (!query->next()) {
        if (const auto error = query->error())
            return fail(*error);
        return ShotList::builtIn();
    }
    return ShotList{ShotListId(Uuid::fromBytes(query->blob(0))), ShotList::shotsFromJson(query->text(1))};
}

Expected<void> SaveShotList::apply(EditTransaction& transaction) const
{
    if (list.shots.empty())
        return fail(ErrorCode::InvalidInput, {}, u"empty"_s);
    if (list.shots.size() > ShotList::MaxShots)
        return fail(ErrorCode::InvalidInput, {}, u"many"_s);
    QSet<QString> codes;
    for (const Shot& shot : list.shots) {
        if (shot.name.size() > ShotList::MaxName)
            return fail(ErrorCode::InvalidInput, shot.name, u"name"_s);
        if (shot.code.isEmpty() || codes.contains(shot.code))
            return fail(ErrorCode::InvalidInput, shot.code, u"code"_s);
        codes.insert(shot.code);
    }
    // Two people may make the first list at once: the one in use is the one to change.
    const auto present = ShotListRepository::current(transaction.connection());
    if (!present)
        return fail(present.error());
    if (!present->id.isNull())
        return transaction.update(Table::ShotLists, present->id.uuid(), {{u"shots"_s, list.toJson()}});
    return transaction.insert(Table::ShotLists, (list.id.isNull() ? ShotListId::create() : list.id).uuid(),
                              {{u"shots"_s, list.toJson()}});
}

Expected<void> AssignShot::apply(EditTransaction& transaction) const
{
    for (const PhotoId photo : photos) {
        const auto live = transaction.connection().scalar(
            u"SELECT 1 FROM photos WHERE id = ? AND _del = 0 AND kind = 0"_s, {photo.toBytes()});
        if (!live)
            return fail(live.error());
        if (live->isValid())
            FC_TRY(transaction.update(Table::Photos, photo.uuid(), {{u"slot"_s, code}}));
    }
    return {};
}

}  // namespace Forecourt
