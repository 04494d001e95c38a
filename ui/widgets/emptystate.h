// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/button.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

namespace Forecourt {

class Label;

/// What stands where nothing is yet: a line drawing, what belongs here, and the first action.
/// For a filter that finds nothing: name the filter that hides most and offer to drop it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    enum class Drawing { Lot, Photos, Messages, Road, Tag, Connection, None };

    explicit EmptyState(Drawing drawing, QWidget* parent = nullptr);

    void setDrawing(Drawing drawing);
    void setTitle(const QString& title);
    void setText(const QString& text);
    /// The first one added is the main action.
    Button* addAction(const QString& text, const QKeySequence& keyHint = QKeySequence());
    void clearActions();

protected:
    void changeEvent(QEvent* event) override;

private:
    void limitText();

    QWidget* m_drawing = nullptr;
    Label* m_title = nullptr;
    Label* m_text = nullptr;
    QHBoxLayout* m_actions = nullptr;
};

}  // namespace Forecourt
