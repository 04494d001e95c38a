// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/palettemodel.h"

#include "models/base/whendone.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

void PaletteModel::setLines(const QString& typed, const std::vector<Section>& sections, const QString& commandsTitle,
                            const std::vector<PaletteCommand>& commands, const QString& nothingFound)
{
    beginResetModel();
    ++m_generation;
    m_lines.clear();
    m_typed = typed;
    m_allResultsRow = -1;
    for (const Section& section : sections) {
        if (!section.hint.isEmpty())
            m_lines.emplace_back(Kind::Note, section.hint, u"bulb"_s);
        if (!section.hits.empty())
            m_lines.emplace_back(Kind::Heading, section.provider->title());
        for (const SearchHit& hit : section.hits) {
            Line line(Kind::Hit, hit.title, hit.iconName);
            line.subtitle = hit.subtitle;
            line.wantsImage = true;
            line.choice = {hit, section.provider, hit.route, {}};
            m_lines.push_back(std::move(line));
        }
    }
    std::vector<Line> below;
    for (const Section& section : sections) {
        if (section.hits.empty() || section.allResults.isEmpty())
            continue;
        Line line(Kind::Command, section.allResultsTitle, u"filter"_s);
        line.key = QKeySequence(Qt::CTRL | Qt::Key_Return);
        line.choice.route = section.allResults;
        below.push_back(std::move(line));
    }
    const bool showsAll = !below.empty();
    for (const PaletteCommand& command : commands) {
        Line line(Kind::Command, command.title, command.iconName);
        line.subtitle = command.subtitle;
        line.key = command.key;
        line.choice.run = command.run;
        below.push_back(std::move(line));
    }
    if (!below.empty())
        m_lines.emplace_back(Kind::Heading, commandsTitle);
    if (showsAll)
        m_allResultsRow = static_cast<int>(m_lines.size());
    std::ranges::move(below, std::back_inserter(m_lines));
    if (m_lines.empty() && !nothingFound.isEmpty())
        m_lines.emplace_back(Kind::Note, nothingFound, u"search"_s);
    endResetModel();
    for (int row = 0; row < static_cast<int>(m_lines.size()); ++row)
        if (m_lines[static_cast<std::size_t>(row)].wantsImage)
            fetchImage(row);
}

void PaletteModel::fetchImage(int row)
{
    const Choice& choice = m_lines[static_cast<std::size_t>(row)].choice;
    whenDone(choice.provider->thumbnail(*choice.hit), this,
             [this, row, generation = m_generation](const QImage& image) {
                 if (generation != m_generation || image.isNull())
                     return;
                 m_lines[static_cast<std::size_t>(row)].image = image;
                 Q_EMIT dataChanged(index(row), index(row), {ImageRole});
             });
}

const PaletteModel::Choice* PaletteModel::choice(int row) const
{
    if (row < 0 || row >= static_cast<int>(m_lines.size()))
        return nullptr;
    const Line& line = m_lines[static_cast<std::size_t>(row)];
    return line.kind == Kind::Hit || line.kind == Kind::Command ? &line.choice : nullptr;
}

int PaletteModel::nextChoice(int from, int step) const
{
    for (int row = from + step; row >= 0 && row < static_cast<int>(m_lines.size()); row += step)
        if (choice(row))
            return row;
    return -1;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return line.title;
    case Qt::AccessibleTextRole: return line.subtitle.isEmpty() ? line.title : line.title + u", "_s + line.subtitle;
    case KindRole: return static_cast<int>(line.kind);
    case SubtitleRole: return line.subtitle;
    case IconRole: return line.iconName;
    case KeyRole: return QVariant::fromValue(line.key);
    case ImageRole: return line.image.isNull() ? QVariant() : QVariant(line.image);
    case TypedRole: return m_typed;
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    return index.isValid() && choice(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

}  // namespace Forecourt
