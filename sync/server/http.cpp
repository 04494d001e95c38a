// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http.h"

#include <algorithm>

namespace Forecourt {

namespace {

QByteArray httpReason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 422: return "Unprocessable Content";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    default: return "Internal Server Error";
    }
}

HttpParse httpBad(int status)
{
    HttpParse parse;
    parse.state = HttpParse::State::Bad;
    parse.status = status;
    return parse;
}

}  // namespace

bool HttpRequest::isWebSocketUpgrade() const
{
    return method == "GET" && headers.value("upgrade").toLower() == "websocket";
}

bool HttpRequest::isSoundHandshake() const
{
    constexpr qsizetype keySize = 16;
    const auto key = QByteArray::fromBase64Encoding(headers.value("sec-websocket-key"));
    return headers.value("sec-websocket-version") == "13" && headers.contains("host") && key &&
           key.decoded.size() == keySize && headers.value("connection").toLower().contains("upgrade");
}

HttpParse parseHttp(const QByteArray& bytes)
{
    // Whatever speaks another language, such as TLS, is not waited for.
    if (!bytes.isEmpty() && (bytes.front() < 'A' || bytes.front() > 'Z'))
        return httpBad(400);
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0 || end > HttpMaxHeader)
        return bytes.size() > HttpMaxHeader ? httpBad(431) : HttpParse{};

    HttpParse parse;
    parse.headerSize = end + 4;
    const QList<QByteArray> lines = bytes.first(end).split('\n');
    const QList<QByteArray> words = lines.front().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith('/'))
        return httpBad(400);
    parse.request.method = words[0];
    const qsizetype query = words[1].indexOf('?');
    parse.request.path = query < 0 ? words[1] : words[1].first(query);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon <= 0 || lines[i].startsWith(' ') || lines[i].startsWith('\t'))
            return httpBad(400);
        const QByteArray name = lines[i].first(colon).toLower();
        // Two lengths are how requests are smuggled past proxies.
        if (name == "content-length" && parse.request.headers.contains(name))
            return httpBad(400);
        parse.request.headers.insert(name, lines[i].sliced(colon + 1).trimmed());
    }
    if (parse.request.headers.contains("transfer-encoding"))
        return httpBad(411);
    if (parse.request.headers.contains("content-length")) {
        bool ok = false;
        const qlonglong size = parse.request.headers.value("content-length").toLongLong(&ok);
        if (!ok || size < 0)
            return httpBad(400);
        if (size > HttpMaxBody)
            return httpBad(413);
        parse.bodySize = static_cast<qsizetype>(size);
    }
    if (bytes.size() >= parse.headerSize + parse.bodySize) {
        parse.request.body = bytes.sliced(parse.headerSize, parse.bodySize);
        parse.state = HttpParse::State::Complete;
    }
    return parse;
}

QByteArray httpResponse(int status, const QByteArray& json, const QList<std::pair<QByteArray, QByteArray>>& headers)
{
    QByteArray out =
        "HTTP/1.1 " + QByteArray::number(status) + ' ' + httpReason(status) +
        "\r\nContent-Length: " + QByteArray::number(json.size()) +
        "\r\nConnection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
        "Cross-Origin-Resource-Policy: same-origin\r\nX-Frame-Options: DENY\r\nReferrer-Policy: no-referrer\r\n";
    const bool typed = std::ranges::any_of(headers, [](const auto& header) { return header.first == "Content-Type"; });
    if (!typed)
        out += "Content-Type: application/json; charset=utf-8\r\n";
    for (const auto& [name, value] : headers)
        out += name + ": " + value + "\r\n";
    return out + "\r\n" + json;
}

}  // namespace Forecourt
