// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/palettecommand.h"
#include "ui/shell/searchprovider.h"

#include <QAbstractListModel>
#include <QPointer>

#include <optional>
#include <vector>

namespace Forecourt {

/// The lines of the command palette: per provider a heading and its hits, then commands. Headings and notes cannot be
/// chosen.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Kind { Heading, Hit, Command, Note };
    enum Role {
        KindRole = Qt::UserRole,
        SubtitleRole,
        IconRole,
        KeyRole,    ///< QKeySequence
        ImageRole,  ///< QImage; invalid while there is none
        TypedRole,  ///< the words to mark in the title
    };

    using QAbstractListModel::QAbstractListModel;

    struct Section {
        SearchProvider* provider = nullptr;
        QString hint;
        std::vector<SearchHit> hits;
        Route allResults;
        QString allResultsTitle;
    };
    /// Replaces everything. `typed` without prefix.
    void setLines(const QString& typed, const std::vector<Section>& sections, const QString& commandsTitle,
                  const std::vector<PaletteCommand>& commands, const QString& nothingFound);

    /// What Enter does; null for headings.
    struct Choice {
        std::optional<SearchHit> hit;
        QPointer<SearchProvider> provider;
        Route route;
        std::function<void()> run;
    };
    const Choice* choice(int row) const;
    /// Row of "show all results", or -1.
    int allResultsRow() const { return m_allResultsRow; }
    /// The next row from `from` in this direction that can be chosen, or -1.
    int nextChoice(int from, int step) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Line {
        Line(Kind lineKind, QString lineTitle, QString icon = {})
            : kind(lineKind), title(std::move(lineTitle)), iconName(std::move(icon))
        {
        }

        Kind kind;
        QString title;
        QString subtitle;
        QString iconName;
        QKeySequence key;
        QImage image;
        bool wantsImage = false;
        Choice choice;
    };
    void fetchImage(int row);

    std::vector<Line> m_lines;
    QString m_typed;
    int m_allResultsRow = -1;
    int m_generation = 0;
};

}  // namespace Forecourt
