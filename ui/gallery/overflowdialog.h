// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photoimporter.h"

#include <QDialog>

#include <vector>

QT_BEGIN_NAMESPACE
class QListWidget;
QT_END_NAMESPACE

namespace Forecourt {

class Button;
class Label;

/// More photos than free places: which ones to take. Opens with the first ones chosen; nothing is refused without
/// having been seen here. Accepting gives the choice to the import, rejecting cancels it.
class OverflowDialog : public QDialog {
    Q_OBJECT

public:
    /// `importer` is in phase Choosing.
    explicit OverflowDialog(PhotoImporter& importer, QWidget* parent = nullptr);

    /// Rows of PhotoImporter::items() that are ticked.
    std::vector<int> chosenRows() const;

private:
    void refresh();

    int m_free;
    QListWidget* m_list;
    Label* m_figure;
    Button* m_take;
};

}  // namespace Forecourt
