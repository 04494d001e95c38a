// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

class QIODevice;

namespace Forecourt {

/// How the text of a file is written.
enum class CsvEncoding { Utf8, Utf16Little, Utf16Big, Windows1252 };

/// "UTF-8", "UTF-16", "Windows-1252".
QString csvEncodingName(CsvEncoding encoding);

/// Reads the whole device in pieces and says how its text is written; leaves the device at its beginning.
/// UTF-8 and UTF-16 with or without byte order mark; what is no UTF-8 counts as Windows-1252 when all of it can be
/// that. Errors: FileEmpty; FileUnreadable; CsvEncoding (detail: the line) for binary data, for a mixture of encodings,
/// and for bytes that Windows-1252 does not have or that stand where no such text has them (files from old DOS
/// programs).
Expected<CsvEncoding> detectCsvEncoding(QIODevice& device, const QString& name);

/// Turns bytes into text piece by piece; a character may be cut in two between pieces.
class CsvDecoder {
public:
    explicit CsvDecoder(CsvEncoding encoding);
    QString decode(QByteArrayView bytes);

private:
    CsvEncoding m_encoding;
    QStringDecoder m_decoder;
};

}  // namespace Forecourt
