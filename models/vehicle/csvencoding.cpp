// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/csvencoding.h"

#include <QIODevice>

#include <array>
#include <string_view>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 CsvPiece = 64 * 1024;

/// Windows-1252, 0x80 to 0x9F (Unicode Consortium, CP1252.TXT); 0 where it has no character.
constexpr std::array<char16_t, 32> Windows1252High{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool isAsciiLetter(uchar byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// Follows bytes and collects what speaks for and against each encoding.
class EncodingWitness {
public:
    void see(uchar byte)
    {
        if (byte == '\n')
            ++m_line;
        seeAsUtf8(byte);
        seeAsWindows(byte);
        m_beforeLast = m_last;
        m_last = byte;
    }
    void finish()
    {
        if (m_pending > 0)
            noteNoUtf8();
        see('\n');
    }

    int binaryLine() const { return m_binaryLine; }
    int noUtf8Line() const { return m_noUtf8Line; }
    int noWindowsLine() const { return m_noWindowsLine; }
    bool hasUtf8Letters() const { return m_utf8Letters; }

private:
    void noteNoUtf8()
    {
        m_pending = 0;
        if (m_noUtf8Line == 0)
            m_noUtf8Line = m_line;
    }

    void seeAsUtf8(uchar byte)
    {
        if (m_pending > 0) {
            if ((byte & 0xC0) == 0x80 && byte >= m_least && byte <= m_most) {
                m_least = 0x80;
                m_most = 0xBF;
                if (--m_pending == 0)
                    m_utf8Letters = true;
                return;
            }
            noteNoUtf8();
        }
        m_least = 0x80;
        m_most = 0xBF;
        // Table 3-7 of the Unicode Standard: well-formed UTF-8 byte sequences.
        if (byte < 0x80) {
            return;
        } else if (byte >= 0xC2 && byte <= 0xDF) {
            m_pending = 1;
        } else if (byte >= 0xE0 && byte <= 0xEF) {
            m_pending = 2;
            m_least = byte == 0xE0 ? 0xA0 : 0x80;
            m_most = byte == 0xED ? 0x9F : 0xBF;
        } else if (byte >= 0xF0 && byte <= 0xF4) {
            m_pending = 3;
            m_least = byte == 0xF0 ? 0x90 : 0x80;
            m_most = byte == 0xF4 ? 0x8F : 0xBF;
        } else {
            noteNoUtf8();
        }
    }

    void seeAsWindows(uchar byte)
    {
        const bool isControl = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
        if (isControl && m_binaryLine == 0)
            m_binaryLine = m_line;
        if (byte >= 0x80 && byte <= 0x9F && Windows1252High[byte - 0x80] == 0 && m_noWindowsLine == 0)
            m_noWindowsLine = m_line;
        // Punctuation of this range inside a word is a letter of another code page: é of CP850 would read as a low
        // quotation mark.
        static constexpr std::string_view FineInWords = "\x8A\x8C\x8E\x92\x9A\x9C\x9E\x9F";
        const bool isSuspect =
            m_last >= 0x80 && m_last <= 0x9F && FineInWords.find(static_cast<char>(m_last)) == std::string_view::npos;
        if (isSuspect && isAsciiLetter(m_beforeLast) && isAsciiLetter(byte) && m_noWindowsLine == 0)
            m_noWindowsLine = m_line;
    }

    int m_line = 1;
    uchar m_last = 0;
    uchar m_beforeLast = 0;
    int m_pending = 0;
    uchar m_least = 0x80;
    uchar m_most = 0xBF;
    bool m_utf8Letters = false;
    int m_binaryLine = 0;
    int m_noUtf8Line = 0;
    int m_noWindowsLine = 0;
};

/// UTF-16 by its mark, or by the zero bytes that Latin text has in every other place.
std::optional<CsvEncoding> utf16Of(QByteArrayView head)
{
    if (head.startsWith("\xFF\xFE"))
        return CsvEncoding::Utf16Little;
    if (head.startsWith("\xFE\xFF"))
        return CsvEncoding::Utf16Big;
    const qsizetype pairs = head.size() / 2;
    if (pairs < 4)
        return std::nullopt;
    qsizetype high = 0;
    qsizetype low = 0;
    for (qsizetype i = 0; i < pairs; ++i) {
        high += head[2 * i] == '\0';
        low += head[2 * i + 1] == '\0';
    }
    if (low * 10 > pairs * 7 && high * 10 < pairs)
        return CsvEncoding::Utf16Little;
    if (high * 10 > pairs * 7 && low * 10 < pairs)
        return CsvEncoding::Utf16Big;
    return std::nullopt;
}

QStringDecoder csvStringDecoder(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf16Little: return QStringDecoder(QStringDecoder::Utf16LE);
    case CsvEncoding::Utf16Big: return QStringDecoder(QStringDecoder::Utf16BE);
    case CsvEncoding::Utf8:
    case CsvEncoding::Windows1252: break;
    }
    return QStringDecoder(QStringDecoder::Utf8);
}

}  // namespace

QString csvEncodingName(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf8: return u"UTF-8"_s;
    case CsvEncoding::Utf16Little:
    case CsvEncoding::Utf16Big: return u"UTF-16"_s;
    case CsvEncoding::Windows1252: return u"Windows-1252"_s;
    }
    Q_UNREACHABLE();
    return {};
}

Expected<CsvEncoding> detectCsvEncoding(QIODevice& device, const QString& name)
{
    device.seek(0);
    EncodingWitness witness;
    bool isFirst = true;
    for (;;) {
        const QByteArray piece = device.read(CsvPiece);
        if (piece.isEmpty()) {
            if (isFirst)
                return fail(ErrorCode::FileEmpty, name);
            break;
        }
        if (std::exchange(isFirst, false)) {
            if (const auto wide = utf16Of(piece)) {
                device.seek(0);
                return *wide;
            }
        }
        for (const char byte : piece)
            witness.see(static_cast<uchar>(byte));
    }
    witness.finish();
    device.seek(0);
    const auto refused = [&name](int line) { return fail(ErrorCode::CsvEncoding, name, QString::number(line)); };
    if (witness.binaryLine() > 0)
        return refused(witness.binaryLine());
    if (witness.noUtf8Line() == 0)
        return CsvEncoding::Utf8;
    if (witness.hasUtf8Letters())
        return refused(witness.noUtf8Line());
    if (witness.noWindowsLine() > 0)
        return refused(witness.noWindowsLine());
    return CsvEncoding::Windows1252;
}

CsvDecoder::CsvDecoder(CsvEncoding encoding) : m_encoding(encoding), m_decoder(csvStringDecoder(encoding)) {}

QString CsvDecoder::decode(QByteArrayView bytes)
{
    if (m_encoding != CsvEncoding::Windows1252)
        return m_decoder.decode(bytes);
    QString text = QString::fromLatin1(bytes);
    for (QChar& character : text)
        if (character >= QChar(0x80) && character <= QChar(0x9F))
            character = QChar(Windows1252High[character.unicode() - 0x80u]);
    return text;
}

}  // namespace Forecourt
