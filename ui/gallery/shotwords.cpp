// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/shotwords.h"

#include <QHash>

namespace Forecourt {

using namespace Qt::StringLiterals;

QString ShotWords::name(const Shot& shot)
{
    if (!shot.name.isEmpty())
        return shot.name;
    const QHash<QString, QString> names{
        {u"front-three-quarter"_s, tr("Front ¾")},
        {u"left"_s, tr("Left side")},
        {u"rear-three-quarter"_s, tr("Rear ¾")},
        {u"right"_s, tr("Right side")},
        {u"front"_s, tr("Front")},
        {u"rear"_s, tr("Rear")},
        {u"interior"_s, tr("Interior")},
        {u"rear-seats"_s, tr("Rear seats")},
        {u"odometer"_s, tr("Dashboard, odometer")},
        {u"engine"_s, tr("Engine")},
        {u"tyres"_s, tr("Tyres")},
        {u"vin"_s, tr("VIN plate")},
        {u"defects"_s, tr("Defects")},
    };
    return names.value(shot.code, shot.code);
}

QString ShotWords::name(const ShotList& list, const QString& code)
{
    if (code.isEmpty())
        return {};
    const Shot* shot = list.find(code);
    return name(shot ? *shot : Shot{code, {}, false});
}

}  // namespace Forecourt
