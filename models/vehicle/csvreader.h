// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/csvencoding.h"

#include <QString>
#include <QStringList>

#include <optional>

class QIODevice;

namespace Forecourt {

/// One record of a comma separated file.
struct CsvRecord {
    int line = 0;  ///< where it begins, from 1
    QStringList cells;
    bool isBroken = false;  ///< a quotation mark that is opened is not closed as it should be; no cells
};

/// Reads comma separated values (RFC 4180) record by record: quoted cells may hold delimiters, line ends and doubled
/// quotation marks; lines end with CRLF, LF or CR; blank lines are passed over. A broken record costs its first line
/// only: reading goes on with the next one. Holds one record in memory, not the file.
class CsvReader {
public:
    CsvReader(QIODevice& device, CsvEncoding encoding, QChar delimiter);

    /// The next record; nothing at the end.
    std::optional<CsvRecord> next();

    /// The delimiter that cuts the first lines most evenly: comma, semicolon or tab. Leaves the device at its
    /// beginning.
    static QChar detectDelimiter(QIODevice& device, CsvEncoding encoding);

private:
    enum class Parse { Complete, NeedsMore, Broken };
    Parse parse(CsvRecord& record);
    bool readMore();
    void skipBlankLines();
    void skipLine();

    QIODevice& m_device;
    CsvDecoder m_decoder;
    QChar m_delimiter;
    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_atEnd = false;
};

}  // namespace Forecourt
