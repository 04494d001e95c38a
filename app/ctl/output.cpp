// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/output.h"

#include "models/base/errortext.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

void writeTo(std::FILE* file, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), file);
    std::fflush(file);
}

}  // namespace

void Output::document(const QJsonObject& result)
{
    m_document = result;
}

void Output::line(const QString& text)
{
    if (!m_json)
        writeTo(stdout, text.toUtf8() + '\n');
}

void Output::table(const QStringList& headers, const std::vector<QStringList>& rows, const std::vector<int>& right)
{
    if (m_json)
        return;
    std::vector<qsizetype> widths;
    for (const QString& header : headers)
        widths.push_back(header.size());
    for (const QStringList& row : rows)
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[static_cast<size_t>(column)] = std::max(widths[static_cast<size_t>(column)], row[column].size());

    const auto printed = [&](const QStringList& row) {
        QString text;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const auto width = widths[static_cast<size_t>(column)];
            const bool figures = std::ranges::find(right, static_cast<int>(column)) != right.end();
            text += figures ? row[column].rightJustified(width) : row[column].leftJustified(width);
            text += u"  "_s;
        }
        while (text.endsWith(u' '))
            text.chop(1);
        return text;
    };
    line(printed(headers));
    for (const QStringList& row : rows)
        line(printed(row));
}

void Output::message(const QString& text)
{
    writeTo(stderr, text.toUtf8() + '\n');
}

void Output::failure(const Error& error)
{
    message(u"forecourtctl: "_s + ErrorText::full(error));
    m_document = {{u"error"_s, toJson(error)}};
}

void Output::usage(const QString& text)
{
    message(u"forecourtctl: "_s + text);
    m_document = {{u"error"_s, QJsonObject{{u"code"_s, u"USAGE"_s}, {u"message"_s, text}}}};
}

void Output::locked(const QString& text)
{
    message(u"forecourtctl: "_s + text);
    m_document = {{u"error"_s, QJsonObject{{u"code"_s, u"DEVICE-LOCKED"_s}, {u"message"_s, text}}}};
}

void Output::finish()
{
    if (m_json)
        writeTo(stdout, QJsonDocument(m_document).toJson(QJsonDocument::Indented));
}

QJsonObject Output::toJson(const Error& error)
{
    return {{u"code"_s, ErrorText::code(error.code)},
            {u"subject"_s, error.subject},
            {u"message"_s, ErrorText::full(error)}};
}

}  // namespace Forecourt
