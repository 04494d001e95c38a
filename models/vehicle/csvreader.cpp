// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/csvreader.h"

#include <QIODevice>

#include <array>

namespace Forecourt {

namespace {

constexpr qint64 CsvReadSize = 64 * 1024;
// A longer record is one whose quotation mark was never closed.
constexpr qsizetype CsvLongestRecord = 64 * 1024;

bool isLineEnd(QChar character)
{
    return character == u'\n' || character == u'\r';
}

}  // namespace

CsvReader::CsvReader(QIODevice& device, CsvEncoding encoding, QChar delimiter)
    : m_device(device), m_decoder(encoding), m_delimiter(delimiter)
{
    m_device.seek(0);
}

bool CsvReader::readMore()
{
    if (m_atEnd)
        return false;
    m_text.remove(0, m_at);
    m_at = 0;
    const QByteArray bytes = m_device.read(CsvReadSize);
    m_atEnd = bytes.isEmpty();
    m_text += m_decoder.decode(bytes);
    return !m_atEnd;
}

void CsvReader::skipBlankLines()
{
    while (m_at < m_text.size() || readMore()) {
        const QChar character = m_text[m_at];
        if (!isLineEnd(character))
            return;
        // CRLF counts once; a lone CR is a line end too, unless its LF is still to be read.
        if (character == u'\r' && m_at + 1 == m_text.size() && readMore())
            continue;
        if (character == u'\n' || m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'\n')
            ++m_line;
        ++m_at;
    }
}

void CsvReader::skipLine()
{
    while (m_at < m_text.size() && !isLineEnd(m_text[m_at]))
        ++m_at;
}

CsvReader::Parse CsvReader::parse(CsvRecord& record)
{
    record.cells.clear();
    int line = m_line;
    qsizetype at = m_at;
    const qsizetype end = m_text.size();
    for (;;) {
        QString cell;
        if (at < end && m_text[at] == u'"') {
            ++at;
            for (;;) {
                const qsizetype quote = m_text.indexOf(u'"', at);
                if (quote < 0)
                    return m_atEnd || end - m_at > CsvLongestRecord ? Parse::Broken : Parse::NeedsMore;
                cell += QStringView(m_text).mid(at, quote - at);
                at = quote + 1;
                if (at == end && !m_atEnd)
                    return Parse::NeedsMore;
                if (at == end || m_text[at] != u'"')
                    break;
                cell += u'"';
                ++at;
            }
            for (qsizetype i = 0; i < cell.size(); ++i)
                line += cell[i] == u'\n' || (cell[i] == u'\r' && cell.mid(i + 1, 1) != QStringView(u"\n"));
            while (at < end && m_text[at] == u' ')
                ++at;
            if (at < end && m_text[at] != m_delimiter && !isLineEnd(m_text[at]))
                return Parse::Broken;
        } else {
            const qsizetype begin = at;
            while (at < end && m_text[at] != m_delimiter && !isLineEnd(m_text[at]))
                ++at;
            cell = m_text.mid(begin, at - begin);
        }
        if (at == end && !m_atEnd)
            return end - m_at > CsvLongestRecord ? Parse::Broken : Parse::NeedsMore;
        record.cells += cell;
        if (at == end || isLineEnd(m_text[at]))
            break;
        ++at;
    }
    m_at = at;
    m_line = line;
    return Parse::Complete;
}

std::optional<CsvRecord> CsvReader::next()
{
    skipBlankLines();
    if (m_at >= m_text.size())
        return std::nullopt;
    CsvRecord record;
    record.line = m_line;
    Parse parsed = parse(record);
    while (parsed == Parse::NeedsMore) {
        readMore();
        parsed = parse(record);
    }
    if (parsed == Parse::Broken) {
        record.cells.clear();
        record.isBroken = true;
        skipLine();
    }
    return record;
}

QChar CsvReader::detectDelimiter(QIODevice& device, CsvEncoding encoding)
{
    constexpr int LinesLookedAt = 20;
    QChar best = u',';
    int bestScore = 0;
    for (const QChar candidate : {QChar(u','), QChar(u';'), QChar(u'\t')}) {
        CsvReader reader(device, encoding, candidate);
        const auto header = reader.next();
        if (!header || header->cells.size() < 2)
            continue;
        int even = 1;
        for (int i = 0; i < LinesLookedAt; ++i) {
            const auto record = reader.next();
            if (record && record->cells.size() == header->cells.size())
                ++even;
        }
        const int score = even * 1000 + static_cast<int>(header->cells.size());
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    device.seek(0);
    return best;
}

}  // namespace Forecourt
