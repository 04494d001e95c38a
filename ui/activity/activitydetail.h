// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/activity/activityentry.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace Forecourt {

class ActivityRecords;
class Button;
class IconButton;
class Label;

/// Everything about one entry of the audit log: who, when, from where, each field as it was and as it became, and what
/// proves it.
class ActivityDetail : public QWidget {
    Q_OBJECT

public:
    /// `records` must outlive it.
    explicit ActivityDetail(const ActivityRecords& records, QWidget* parent = nullptr);

    void setEntry(std::optional<ActivityEntry> entry);
    const std::optional<ActivityEntry>& entry() const { return m_entry; }
    /// Names of records are different now.
    void refresh() { rebuild(); }

Q_SIGNALS:
    void openRequested(const Forecourt::ActivityEntry& entry);
    void onlyRecordRequested(const Forecourt::ActivityEntry& entry);
    void onlyPersonRequested(const Forecourt::ActivityEntry& entry);
    void onlyDeviceRequested(const Forecourt::ActivityEntry& entry);
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addFact(const QString& name, const QString& value, bool mono = false);
    void addChanges(bool stands);
    Button* addButton(const QString& text, const QString& iconName);

    const ActivityRecords& m_records;
    std::optional<ActivityEntry> m_entry;
    Label* m_title;
    IconButton* m_close;
    QWidget* m_content;
    QVBoxLayout* m_column;
};

}  // namespace Forecourt
