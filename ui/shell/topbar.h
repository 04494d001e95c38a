// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Forecourt {

class IconButton;
class SearchField;
class SiteButton;
class SyncChip;
class UserButton;

/// The bar above the sheet: site, search, sync, bell, person.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);

    SiteButton* site() const { return m_site; }
    SearchField* search() const { return m_search; }
    SyncChip* sync() const { return m_sync; }
    IconButton* bell() const { return m_bell; }
    UserButton* user() const { return m_user; }

    /// Short forms for windows under 1280 px.
    void setCompact(bool compact);
    void retranslate();

    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();

    SiteButton* m_site;
    SearchField* m_search;
    SyncChip* m_sync;
    IconButton* m_bell;
    UserButton* m_user;
};

}  // namespace Forecourt
