// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QVariant>

namespace Forecourt {

/// Values by field name, as a command writes them. SQL types only: null, qlonglong, double, QString, QByteArray.
using Fields = QMap<QString, QVariant>;

}  // namespace Forecourt
