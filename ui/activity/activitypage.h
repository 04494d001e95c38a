// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/activity/activityfilter.h"
#include "ui/shell/page.h"

#include <QTimer>

class QSplitter;

namespace Forecourt {

class ActivityDetail;
class ActivityExportBar;
class ActivityFilterBar;
class ActivityListModel;
class ActivityRecords;
class ActivityView;
class Button;
class EmptyState;
class ErrorState;
class IconButton;
class Label;
class Note;

/// What happened in the dealership: the server's audit log, for owners and managers. Routes: "activity",
/// activityRoute().
class ActivityPage : public Page {
    Q_OBJECT

public:
    explicit ActivityPage(const ShellContext& context, QWidget* parent = nullptr);

    static PageEntry entry();

    /// How often new entries come by themselves while the newest ones are on screen.
    void setFollowInterval(int msecs) { m_follow.setInterval(msecs); }

    void activate(const Route& route) override;
    Route route() const override;
    bool goBack() override;
    QString statusText() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;
    QList<QWidget*> areas() const override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addActions();
    void connectParts();
    void follow();
    void ask();
    void applyFilter(const ActivityFilter& filter);
    void open(const ActivityEntry& entry);
    void togglePanel();
    void placePanel();
    void followState();
    void showEmpty();
    void showNote();
    void showTrouble();
    void retranslate();
    bool isOnline() const;

    ShellContext m_context;
    ActivityListModel* m_model;
    ActivityRecords* m_records;
    Label* m_title;
    Label* m_subtitle;
    Button* m_refreshButton;
    Button* m_exportButton;
    ActivityFilterBar* m_filters;
    ActivityExportBar* m_exportBar;
    Note* m_note;
    Button* m_noteAction;
    ActivityView* m_view;
    Label* m_waiting;
    EmptyState* m_empty;
    ErrorState* m_trouble;
    ActivityDetail* m_detail;
    QSplitter* m_splitter;
    QTimer m_follow;    ///< new entries come by themselves
    QTimer m_patience;  ///< nothing is said about a wait that is over before anybody notices it
    QAction* m_filterAction = nullptr;
    QAction* m_refresh = nullptr;
    QAction* m_export = nullptr;
    QAction* m_peek = nullptr;
    bool m_asked = false;
    bool m_longWait = false;
    bool m_panelWanted = true;
    bool m_panelPlaced = false;
};

}  // namespace Forecourt
