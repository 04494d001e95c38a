// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/photofieldwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace Forecourt {

using namespace Qt::StringLiterals;

std::optional<QString> PhotoFieldWords::value(const QString& column, const QVariant& value)
{
    const auto json = [&value] { return QJsonDocument::fromJson(value.toString().toUtf8()); };
    if (column == "cull"_L1)
        return value.toInt() == 1 ? tr("keep") : value.toInt() == 2 ? tr("reject") : tr("not looked at");
    if (column == "covers"_L1)
        return tr("%n covered place(s)", nullptr, static_cast<int>(json().array().size()));
    if (column == "shots"_L1)
        return tr("%n shot(s)", nullptr, static_cast<int>(json().array().size()));
    if (column == "duration_ms"_L1) {
        constexpr qint64 MsecsPerSecond = 1000;
        const qint64 seconds = (value.toLongLong() + MsecsPerSecond / 2) / MsecsPerSecond;
        return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    }
    if (column == "edit"_L1) {
        const QJsonObject edit = json().object();
        QStringList done;
        if (edit.contains("turn"_L1))
            done << tr("turned");
        if (edit.contains("straighten"_L1))
            done << tr("straightened");
        if (edit.contains("crop"_L1))
            done << tr("cropped");
        if (edit.contains("exposure"_L1))
            done << tr("brightness changed");
        return done.isEmpty() ? tr("as it was taken") : done.join(u", "_s);
    }
    return std::nullopt;
}

}  // namespace Forecourt
