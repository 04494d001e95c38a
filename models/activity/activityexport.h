// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/activity/activityfilter.h"
#include "models/activity/activityrequests.h"
#include "models/base/expected.h"
#include "models/outbox/synccontrol.h"

#include <QObject>

#include <functional>
#include <memory>

class QSaveFile;

namespace Forecourt {

/// Writes what passes a filter into a comma separated file, newest first: one line per changed field, with the hash of
/// the entry, by which `forecourt-server audit export` and the chain of the server show later that it is genuine. Reads
/// the server page by page and writes in the background. The file is there only when it is complete.
class ActivityExport : public QObject {
    Q_OBJECT

public:
    /// Words and form of a file, used on the GUI thread.
    struct Format {
        QStringList header;
        /// The lines for one entry, each with as many cells as the header.
        std::function<std::vector<QStringList>(const ActivityEntry&)> lines;
        QChar delimiter = u',';
        /// Called once per page before its lines are made, with a call to make when they can be: names may have to be
        /// read first.
        std::function<void(const std::vector<ActivityEntry>&, std::function<void()>)> prepare;
    };

    /// `sync` must outlive the export.
    ActivityExport(SyncControl& sync, QString file, Format format, QObject* parent = nullptr);
    ~ActivityExport() override;

    /// Once. `today` is what periods of the filter count back from.
    void start(const ActivityFilter& filter, QDate today);
    /// Nothing is left of the file; finished() tells Cancelled.
    void cancel();

Q_SIGNALS:
    /// So many entries are written, back to this time.
    void progressed(int entries, Forecourt::UtcMs reached);
    /// How many entries the complete file holds. Errors: FileUnwritable, DiskFull, Cancelled, those of
    /// SyncControl::request().
    void finished(const Forecourt::Expected<int>& entries);

private:
    void ask();
    void take(ActivityAnswer page);
    void write(const ActivityAnswer& page);
    void end(const Expected<int>& outcome);

    ActivityRequests m_requests;
    const QString m_file;
    const Format m_format;
    QJsonObject m_arguments;
    std::shared_ptr<QSaveFile> m_out;
    int m_entries = 0;
    bool m_started = false;
    bool m_over = false;
};

}  // namespace Forecourt
