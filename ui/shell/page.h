// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/user/user.h"
#include "ui/shell/recordwords.h"
#include "ui/shell/route.h"
#include "ui/shell/searchprovider.h"
#include "ui/shell/shellcontext.h"

#include <QAction>
#include <QList>
#include <QVariantMap>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace Forecourt {

/// One page of the workstation: everything inside the sheet, its title row included. The window shows one at a time,
/// and makes it when it is first needed.
///
/// A page translates itself in changeEvent(QEvent::LanguageChange), texts of its actions included, and keeps what was
/// typed. It takes focus through its focus proxy (setFocusProxy) when the window gives it.
class Page : public QWidget {
    Q_OBJECT

public:
    /// Where an action is offered besides the page's own buttons.
    enum Offer {
        InPalette = 1,    ///< command palette (Ctrl+K)
        InStatusBar = 2,  ///< key and text at the right of the status bar, while enabled
        InKeyList = 4,    ///< keyboard shortcuts (F1)
    };
    Q_DECLARE_FLAGS(Offers, Offer)

    explicit Page(QWidget* parent = nullptr);

    /// Shows the place inside this page that `path` of the route names; an empty path: leave it as it is.
    virtual void activate(const Route& route);
    /// Where the page is now, so that the same place opens after a restart.
    virtual Route route() const = 0;
    /// Esc, after the focused widget did not want it: leaves one level (detail → list). False when there is nothing
    /// to leave.
    virtual bool goBack();
    /// Left part of the status bar: "1,248 vehicles · 86 shown · 1 selected".
    virtual QString statusText() const;
    /// Splitter positions, columns, sort: words and numbers that QSettings can keep.
    virtual QVariantMap saveState() const;
    virtual void restoreState(const QVariantMap& state);
    /// False while something typed here would be lost by closing; the page then asks in place.
    virtual bool canClose();
    /// The stops of F6 inside the page in the order of design: title actions, tabs, filters, content, side panel.
    virtual QList<QWidget*> areas() const;

    /// Actions offered to the window, in order of importance.
    QList<QAction*> offeredActions(Offer where) const;
    /// Gives keys that are a character alone to their actions, or takes them away.
    void setSingleKeysEnabled(bool enabled);

Q_SIGNALS:
    void statusChanged();
    /// route() is different now.
    void routeChanged();

protected:
    /// Makes an action with its key and offers it. Its text is set by the page's retranslation, in the imperative and
    /// without a mnemonic: "Transfer". The key works while the page is visible; keys that are a letter alone can be
    /// switched off by the person and never reach an action while a text field has the focus.
    QAction* addPageAction(const QKeySequence& key, Offers offers);

private:
    struct Offered {
        QAction* action;
        QKeySequence key;
        Offers offers;
    };
    QList<Offered> m_offered;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Page::Offers)

/// What the window knows of a page before it is made. The list is put together in app/workstation.
struct PageEntry {
    enum class Group { Work, Relations, Manage, Bottom };

    QString id;                      ///< "inventory": first part of its routes, never translated
    std::function<QString()> title;  ///< in the language of the moment: "Inventory"
    QString iconName;                ///< of the rail
    Group group = Group::Work;
    std::vector<Role> roles;                                     ///< who is offered it; empty: everybody
    QKeySequence key;                                            ///< Ctrl+1…; empty: the window numbers the pages
    std::function<Page*(const ShellContext&, QWidget*)> create;  ///< called once, at first need
    /// Figure beside the name in the rail; null function for none. Asked again after each commit, on the GUI thread.
    std::function<QFuture<Expected<qint64>>(const ShellContext&)> count;
    /// Makes what the palette searches for this page; null function for none. Owned by the given parent.
    std::function<SearchProvider*(const ShellContext&, QObject*)> search;
    /// Makes what says the page's records in words; null function for none. Owned by the given parent.
    std::function<RecordWords*(const ShellContext&, QObject*)> words;
};

}  // namespace Forecourt
