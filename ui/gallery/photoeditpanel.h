// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/logo.h"

#include <QWidget>

#include <array>

namespace Forecourt {

class CoverPanel;
class CoverTool;
class CropPanel;
class CropTool;
class EditSlider;
class LightboxButton;
class PhotoDraft;

/// What can be set on a photo, beside it: the tools, turns, figures, and what the present tool offers.
class PhotoEditPanel : public QWidget {
    Q_OBJECT

public:
    enum Tool { Crop, Straighten, Cover };

    PhotoEditPanel(PhotoDraft& draft, CropTool& crop, CoverTool& cover, QWidget* parent = nullptr);

    /// Which tool the photo has; sends no signal.
    void setTool(Tool tool);
    /// By quarters clockwise.
    void turn(int quarters);
    void setLogos(const std::vector<Logo>& logos);

Q_SIGNALS:
    void toolChosen(int tool);
    void addCoverRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void straighten(double degrees, bool pulled);
    void expose(double exposure, bool pulled);
    void refresh();
    void retranslate();

    PhotoDraft& m_draft;
    std::array<LightboxButton*, 3> m_tools{};
    LightboxButton* m_turnLeft;
    LightboxButton* m_turnRight;
    EditSlider* m_straighten;
    EditSlider* m_exposure;
    CropPanel* m_crop;
    CoverPanel* m_cover;
    int m_gesture = 0;
};

}  // namespace Forecourt
