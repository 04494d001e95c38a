// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/auditexport.h"

#include <QDateTime>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QString auditTime(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString auditId(Uuid id)
{
    return id.isNull() ? QString() : id.toString();
}

QString auditText(const QVariant& value)
{
    if (value.typeId() != QMetaType::QByteArray)
        return value.toString();
    const QByteArray bytes = value.toByteArray();
    return bytes.size() == Uuid::Size ? Uuid::fromBytes(bytes).toString() : QString::fromLatin1(bytes.toHex());
}

QJsonValue auditJson(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::LongLong: return value.toLongLong();
    case QMetaType::Double: return value.toDouble();
    case QMetaType::UnknownType: return QJsonValue::Null;
    default: return auditText(value);
    }
}

QByteArray auditJsonLine(const AuditLine& line)
{
    const AuditEntry& entry = line.entry;
    QJsonObject json{{u"id"_s, entry.id},
                     {u"at"_s, auditTime(entry.at)},
                     {u"kind"_s, line.kind},
                     {u"before"_s, QString::fromLatin1(entry.before.toHex())},
                     {u"hash"_s, QString::fromLatin1(auditHash(entry).toHex())}};
    const std::pair<QLatin1StringView, QString> texts[] = {
        {"user"_L1, line.user},
        {"user_id"_L1, auditId(entry.user)},
        {"device"_L1, line.device},
        {"address"_L1, entry.address},
        {"table"_L1, line.table},
        {"record"_L1, auditId(entry.record)},
        {"name"_L1, line.detail.name},
        {"code"_L1, line.detail.code},
        {"reason"_L1, line.detail.reason},
    };
    for (const auto& [key, text] : texts) {
        if (!text.isEmpty())
            json.insert(key, text);
    }
    if (line.detail.opid != 0)
        json.insert("opid"_L1, line.detail.opid);
    QJsonArray changes;
    for (const auto& [field, change] : line.changes)
        changes.append(QJsonObject{{u"field"_s, field},
                                   {u"before"_s, auditJson(change.before)},
                                   {u"after"_s, auditJson(change.after)},
                                   {u"stands"_s, change.stands}});
    if (!changes.isEmpty())
        json.insert("changes"_L1, changes);
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

QString auditCell(QString text)
{
    // Spreadsheets run what begins like a formula.
    bool number = false;
    text.toDouble(&number);
    if (!number && !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

QByteArray auditCsvLine(const QStringList& cells)
{
    QStringList written;
    for (const QString& cell : cells)
        written << auditCell(cell);
    return written.join(u',').toUtf8() + "\r\n";
}

QByteArray auditCsvLines(const AuditLine& line)
{
    const AuditEntry& entry = line.entry;
    const QStringList head{
        QString::number(entry.id), auditTime(entry.at), line.kind, line.user, line.device, entry.address, line.table,
        auditId(entry.record)};
    const QStringList tail{line.detail.name, line.detail.code, line.detail.reason};
    if (line.changes.empty())
        return auditCsvLine(head + QStringList{{}, {}, {}, {}} + tail);
    QByteArray lines;
    for (const auto& [field, change] : line.changes)
        lines += auditCsvLine(
            head +
            QStringList{field, auditText(change.before), auditText(change.after), change.stands ? u"yes"_s : u"no"_s} +
            tail);
    return lines;
}

}  // namespace

Expected<qint64> exportAudit(AuditReader& reader, const AuditFilter& filter, AuditFormat format, QIODevice& out)
{
    const auto put = [&out](const QByteArray& bytes) -> Expected<void> {
        if (out.write(bytes) != bytes.size())
            return fail(ErrorCode::FileUnwritable, {}, out.errorString());
        return {};
    };
    if (format == AuditFormat::Csv)
        FC_TRY(put("id,at,kind,user,device,address,table,record,field,before,after,stands,name,code,reason\r\n"));
    qint64 count = 0;
    FC_TRY(reader.each(filter, [&](const AuditLine& line) {
        ++count;
        return put(format == AuditFormat::Csv ? auditCsvLines(line) : auditJsonLine(line));
    }));
    return count;
}

}  // namespace Forecourt
