// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/money.h"

#include <QDate>
#include <QLocale>
#include <QTime>

namespace Forecourt {

// How figures read in English and in French. The rules are those of the design, not of the platform's tables, which
// differ between Qt versions: French groups thousands with U+202F and sets U+00A0 before $ and %, minus is U+2212 in
// both languages, and no figure ever breaks across lines. Without a locale the program's default one is used. Money is
// read from people by Money::parse, which takes both decimal marks.

/// Alone: `$24,950` · `24 950 $`. Cents show only when there are some. XOF: `F CFA 12,334,000` · `12 334 000 F CFA`.
QString formatMoney(const Money& money, const QLocale& locale = QLocale());
/// In lists that mix currencies: `CAD 24,950` · `24 950 CAD`.
QString formatMoneyMixed(const Money& money, const QLocale& locale = QLocale());
/// Only the figure, for a column or a field whose label names the currency: `24,950` · `24 950`.
QString formatMoneyFigure(const Money& money, const QLocale& locale = QLocale());

/// `84,210 km` · `84 210 km`.
QString formatDistanceKm(qint64 km, const QLocale& locale = QLocale());
/// `percent` is 15.1 for 15.1 %; `decimals` digits are always shown: `15.1%` · `15,1 %`.
QString formatPercent(double percent, int decimals = 1, const QLocale& locale = QLocale());
/// `1,248` · `1 248`.
QString formatCount(qint64 count, const QLocale& locale = QLocale());
/// Decimal units, as file managers show them: `3.1 MB` · `3,1 Mo`.
QString formatBytes(qint64 bytes, const QLocale& locale = QLocale());

/// `Fri 20 Nov 2026` · `ven. 20 nov. 2026`.
QString formatDate(QDate date, const QLocale& locale = QLocale());
/// Without weekday and year: `20 Nov` · `20 nov.`
QString formatDayMonth(QDate date, const QLocale& locale = QLocale());
/// Hours and minutes of a day of 24 hours: `14:31` · `14 h 31`.
QString formatTime(QTime time, const QLocale& locale = QLocale());
/// The same for a stored moment, on the clock of this computer.
QString formatDate(UtcMs moment, const QLocale& locale = QLocale());
QString formatTime(UtcMs moment, const QLocale& locale = QLocale());
/// Date and time: `Fri 20 Nov 2026, 14:31` · `ven. 20 nov. 2026, 14 h 31`.
QString formatDateTime(UtcMs moment, const QLocale& locale = QLocale());
/// Under a day from `now` in words ("just now", "5 min ago", "in 3 h"), otherwise the date.
QString formatRelative(UtcMs moment, UtcMs now, const QLocale& locale = QLocale());
/// A length of time in its two largest units: `45 s`, `12 min`, `3 h 05`, `2 d 4 h`.
QString formatDuration(qint64 milliseconds, const QLocale& locale = QLocale());

}  // namespace Forecourt
