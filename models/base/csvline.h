// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Forecourt {

/// A text that a spreadsheet would take for a formula (= + - @, tab), or for a guarded text, gets an apostrophe in
/// front.
QString csvGuarded(const QString& text);
/// Takes the apostrophe off again.
QString csvUnguarded(const QString& text);

/// One record of a comma separated file (RFC 4180) in UTF-8, with its line end; cells are quoted where they have to be.
QByteArray csvLine(const QStringList& cells, QChar delimiter);

}  // namespace Forecourt
