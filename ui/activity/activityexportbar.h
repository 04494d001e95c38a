// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/activity/activityexport.h"
#include "ui/shell/shellcontext.h"

#include <QPointer>
#include <QWidget>

#include <optional>

namespace Forecourt {

class ActivityRecords;
class Button;
class Note;

/// Writes what the filter shows into a file, and says how far it is; hidden while there is nothing to say.
class ActivityExportBar : public QWidget {
    Q_OBJECT

public:
    /// `records` must outlive it.
    ActivityExportBar(const ShellContext& context, ActivityRecords& records, QWidget* parent = nullptr);

    /// Asks where to.
    void choose(const ActivityFilter& filter);
    void writeTo(const QString& file, const ActivityFilter& filter);
    bool isBusy() const { return !m_export.isNull(); }

Q_SIGNALS:
    void busyChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    ActivityExport::Format format() const;
    std::vector<QStringList> lines(const ActivityEntry& entry) const;
    void say();
    void end(const Expected<int>& outcome);

    ShellContext m_context;
    ActivityRecords& m_records;
    Note* m_note;
    Button* m_button;
    QPointer<ActivityExport> m_export;
    QString m_file;
    ActivityFilter m_filter;
    int m_entries = 0;
    UtcMs m_reached = 0;
    std::optional<Error> m_error;
};

}  // namespace Forecourt
