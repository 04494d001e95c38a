// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photodraft.h"

#include <utility>

namespace Forecourt {

void PhotoDraft::begin(const Photo& photo)
{
    m_photo = photo.id;
    m_original = {photo.width, photo.height};
    m_begun = m_now = {photo.edit, photo.covers};
    m_before.clear();
    m_after.clear();
    m_gesture = 0;
    Q_EMIT changed();
}

QSize PhotoDraft::frame() const
{
    return m_now.edit.turn % 2 == 0 ? m_original : m_original.transposed();
}

void PhotoDraft::setEdit(const PhotoEdit& edit, int gesture)
{
    become({edit.bounded(), m_now.covers}, gesture);
}

void PhotoDraft::setCovers(const std::vector<PhotoCover>& covers, int gesture)
{
    if (covers.size() <= PhotoCover::MaxCovers)
        become({m_now.edit, covers}, gesture);
}

void PhotoDraft::reset()
{
    become({}, 0);
}

void PhotoDraft::become(State state, int gesture)
{
    if (state == m_now)
        return;
    if (gesture == 0 || gesture != m_gesture)
        m_before.push_back(m_now);
    m_gesture = gesture;
    m_after.clear();
    m_now = std::move(state);
    Q_EMIT changed();
}

void PhotoDraft::undo()
{
    if (!canUndo())
        return;
    m_after.push_back(std::exchange(m_now, m_before.back()));
    m_before.pop_back();
    m_gesture = 0;
    Q_EMIT changed();
}

void PhotoDraft::redo()
{
    if (!canRedo())
        return;
    m_before.push_back(std::exchange(m_now, m_after.back()));
    m_after.pop_back();
    m_gesture = 0;
    Q_EMIT changed();
}

}  // namespace Forecourt
