// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace Forecourt {

class ConflictRow;
class Label;

/// Beside the rows of a conflict: a picture of the record, and what it will say once the choices are kept.
class ConflictResult : public QWidget {
    Q_OBJECT

public:
    /// Width in logical pixels at a text size of 100 %.
    static constexpr int Width = 246;

    explicit ConflictResult(QWidget* parent);

    /// Takes the place of the picture before; null for none. It becomes a child of this widget.
    void setPortrait(QWidget* portrait);
    void setRows(const std::vector<ConflictRow*>& rows);
    void retranslate();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_portrait = nullptr;
    Label* m_title;
    QGridLayout* m_results;
};

}  // namespace Forecourt
