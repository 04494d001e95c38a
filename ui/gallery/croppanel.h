// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

namespace Forecourt {

class CropTool;
class LightboxButton;
class LightboxLabel;

/// The shapes that a crop can be kept in.
class CropPanel : public QWidget {
    Q_OBJECT

public:
    explicit CropPanel(CropTool& tool, QWidget* parent = nullptr);

    /// After the photo was turned: what stood upright lies.
    void turned();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Shape { Free, AsTaken, FirstRatio };

    void choose(int shape);
    void retranslate();

    CropTool& m_tool;
    LightboxLabel* m_title;
    std::vector<LightboxButton*> m_shapes;
    int m_chosen = Free;
    bool m_upright = false;
};

}  // namespace Forecourt
