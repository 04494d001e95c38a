// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/page.h"

#include <QEvent>
#include <QLineEdit>
#include <QPromise>
#include <QVBoxLayout>

namespace Forecourt::Tests {

/// A page with one text field and a few actions, for tests of the window around pages.
class FakePage : public Page {
    Q_OBJECT

public:
    FakePage(const QString& id, const ShellContext& context, QWidget* parent)
        : Page(parent), field(new QLineEdit(this)), shellContext(context), m_id(id)
    {
        auto* layout = new QVBoxLayout(this);
        layout->addWidget(field);
        layout->addStretch(1);
        setFocusProxy(field);
        transfer = addPageAction(Qt::Key_T, Offers(InPalette) | InStatusBar | InKeyList);
        transfer->setText(QStringLiteral("Transfer"));
        connect(transfer, &QAction::triggered, this, [this] { ++transfers; });
    }

    void activate(const Route& newRoute) override
    {
        if (!newRoute.path.isEmpty())
            m_path = newRoute.path;
        ++activations;
    }
    Route route() const override { return {m_id, m_path}; }
    bool goBack() override
    {
        if (m_path.isEmpty())
            return false;
        m_path.clear();
        return true;
    }
    QString statusText() const override { return QStringLiteral("3 things"); }
    QVariantMap saveState() const override { return {{QStringLiteral("note"), note}}; }
    void restoreState(const QVariantMap& state) override { note = state.value(QStringLiteral("note")).toString(); }
    bool canClose() override { return closable; }

    QLineEdit* field;
    QAction* transfer;
    ShellContext shellContext;
    QString note;
    bool closable = true;
    int transfers = 0;
    int activations = 0;
    int languageChanges = 0;

protected:
    void changeEvent(QEvent* event) override
    {
        if (event->type() == QEvent::LanguageChange)
            ++languageChanges;
        Page::changeEvent(event);
    }

private:
    QString m_id;
    QStringList m_path;
};

/// Finds things whose name begins with what was typed.
class FakeSearch : public SearchProvider {
    Q_OBJECT

public:
    using SearchProvider::SearchProvider;

    QString title() const override { return QStringLiteral("Things"); }
    QChar prefix() const override { return u'#'; }
    QString prefixWord() const override { return QStringLiteral("thing"); }
    QFuture<Expected<std::vector<SearchHit>>> search(const QString& text, LocationId, int limit) override
    {
        asked.append(text);
        std::vector<SearchHit> hits;
        for (const QString& name :
             {QStringLiteral("Corolla LE"), QStringLiteral("Corolla S"), QStringLiteral("Civic EX")})
            if (name.startsWith(text, Qt::CaseInsensitive) && static_cast<int>(hits.size()) < limit)
                hits.push_back({{QStringLiteral("things"), {name}}, name, {}, QStringLiteral("car"), name});
        QPromise<Expected<std::vector<SearchHit>>> promise;
        promise.start();
        promise.addResult(Expected<std::vector<SearchHit>>(hits));
        promise.finish();
        return promise.future();
    }
    Route allResults(const QString& text) const override
    {
        return {QStringLiteral("things"), {QStringLiteral("filter"), text}};
    }

    QStringList asked;
};

}  // namespace Forecourt::Tests
