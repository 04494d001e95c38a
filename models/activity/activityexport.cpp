// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/activity/activityexport.h"

#include "models/base/csvline.h"
#include "models/base/whendone.h"

#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// As many as the server gives at once.
constexpr int ExportTogether = 200;

Error activityFileError(const QSaveFile& file)
{
    const auto code = file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileUnwritable;
    return {code, QFileInfo(file.fileName()).fileName(), file.errorString()};
}

/// One thread at a time uses the file: the next page is asked for when this one is written.
Expected<void> activityWrite(QSaveFile& file, const QByteArray& bytes, bool last)
{
    if (!file.isOpen() && !file.open(QIODevice::WriteOnly))
        return fail(activityFileError(file));
    if (file.write(bytes) != bytes.size() || (last && !file.commit()))
        return fail(activityFileError(file));
    return {};
}

}  // namespace

ActivityExport::ActivityExport(SyncControl& sync, QString file, Format format, QObject* parent)
    : QObject(parent), m_requests(sync), m_file(std::move(file)), m_format(std::move(format))
{
}

ActivityExport::~ActivityExport() = default;

void ActivityExport::start(const ActivityFilter& filter, QDate today)
{
    m_out = std::make_shared<QSaveFile>(m_file);
    m_arguments = filter.arguments(today);
    m_arguments.insert("limit"_L1, ExportTogether);
    ask();
}

void ActivityExport::ask()
{
    m_requests.ask(m_arguments, [this](const Expected<QJsonObject>& answer) {
        if (answer)
            take(ActivityAnswer::fromAnswer(*answer));
        else
            end(fail(answer.error()));
    });
}

void ActivityExport::take(ActivityAnswer page)
{
    if (!m_format.prepare)
        return write(page);
    auto shared = std::make_shared<ActivityAnswer>(std::move(page));
    m_format.prepare(shared->entries, [this, shared, alive = QPointer(this)] {
        if (alive && !m_over)
            write(*shared);
    });
}

void ActivityExport::write(const ActivityAnswer& page)
{
    QByteArray bytes;
    if (!std::exchange(m_started, true))
        // Spreadsheets take the file for UTF-8 only with this mark.
        bytes = "\xEF\xBB\xBF" + csvLine(m_format.header, m_format.delimiter);
    for (const ActivityEntry& entry : page.entries) {
        for (QStringList& cells : m_format.lines(entry)) {
            for (QString& cell : cells)
                cell = csvGuarded(cell);
            bytes += csvLine(cells, m_format.delimiter);
        }
    }
    m_entries += static_cast<int>(page.entries.size());
    const bool last = page.next == 0;
    const UtcMs reached = last && !page.entries.empty() ? page.entries.back().at : page.reached;
    m_arguments.insert("before"_L1, page.next);
    const auto written = QtConcurrent::run([out = m_out, bytes, last] { return activityWrite(*out, bytes, last); });
    whenDone(written, this, [this, last, reached](const Expected<void>& done) {
        if (m_over)
            return;
        if (!done)
            return end(fail(done.error()));
        Q_EMIT progressed(m_entries, reached);
        if (last)
            end(m_entries);
        else if (!m_over)
            ask();
    });
}

void ActivityExport::cancel()
{
    if (!m_over)
        end(fail(ErrorCode::Cancelled));
}

void ActivityExport::end(const Expected<int>& outcome)
{
    m_over = true;
    m_requests.drop();
    // A write that is still under way keeps the file until it ends; without commit() nothing of it stays.
    m_out.reset();
    Q_EMIT finished(outcome);
}

}  // namespace Forecourt
