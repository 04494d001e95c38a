// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/activity/activityfilter.h"
#include "ui/shell/shellcontext.h"

#include <QTimer>
#include <QWidget>

namespace Forecourt {

class ActivityRecords;
class Chip;
class FlowLayout;
class SearchField;
class SegmentedControl;

/// The row of filters over the activity: text, kinds, and a chip each for period, person, computer and record. Enter or
/// a click on a chip changes it, its cross takes it away.
class ActivityFilterBar : public QWidget {
    Q_OBJECT

public:
    ActivityFilterBar(const ShellContext& context, const ActivityRecords& records, QWidget* parent = nullptr);

    const ActivityFilter& filter() const { return m_filter; }
    /// Shows a filter without announcing it.
    void setFilter(const ActivityFilter& filter);
    void focusText();
    SearchField* textField() const { return m_text; }
    /// The names of records are different now.
    void refreshNames() { rebuildChips(); }

Q_SIGNALS:
    void filterChanged(const Forecourt::ActivityFilter& filter);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Part { Period, Person, Device, Record };
    bool isSet(Part part) const;
    void clear(Part part);
    QString words(Part part) const;
    void change(const ActivityFilter& filter);
    void takeText();
    void edit(Part part, QWidget* opener);
    void choosePeriod(QWidget* opener);
    void chooseDays(QWidget* opener);
    void choosePerson(QWidget* opener);
    void showAddMenu();
    void rebuildChips();
    void retranslate();

    ShellContext m_context;
    const ActivityRecords& m_records;
    ActivityFilter m_filter;
    SearchField* m_text;
    SegmentedControl* m_groups;
    FlowLayout* m_flow;
    QList<QWidget*> m_chips;
    Chip* m_add = nullptr;
    QTimer m_typing;
};

}  // namespace Forecourt
