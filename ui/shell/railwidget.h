// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/page.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace Forecourt {

class RailItem;

/// The pages at the left of the window, in groups. One stop for Tab; arrows move inside it.
class RailWidget : public QWidget {
    Q_OBJECT

public:
    explicit RailWidget(const std::vector<PageEntry>& pages, QWidget* parent = nullptr);

    void setCurrent(const QString& id);
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    void setCount(const QString& id, qint64 count);
    /// A page that is not for this person has no place here.
    void setOffered(const QString& id, bool offered);
    /// Numbers beside the names, while Ctrl is held.
    void setKeysShown(bool shown);
    /// Widget that takes the focus when the rail gets it.
    QWidget* focusStop() const;
    void retranslate();

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        QString id;
        std::function<QString()> title;
        RailItem* item;
        PageEntry::Group group;
    };
    struct Heading {
        PageEntry::Group group;
        QWidget* label;
        QWidget* line;
    };
    void addGroup(PageEntry::Group group, const std::vector<PageEntry>& pages, QVBoxLayout* layout);
    void showHeadings();
    void moveFocus(const RailItem* from, int step);

    std::vector<Entry> m_entries;
    std::vector<Heading> m_headings;
    QString m_current;
    bool m_compact = false;
};

}  // namespace Forecourt
