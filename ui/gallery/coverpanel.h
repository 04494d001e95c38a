// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/logo.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace Forecourt {

class CoverTool;
class LightboxButton;
class LightboxLabel;
class PhotoDraft;

/// Adds and removes covers, and says what they are made of: blur, or a logo of the dealership.
class CoverPanel : public QWidget {
    Q_OBJECT

public:
    CoverPanel(PhotoDraft& draft, CoverTool& tool, QWidget* parent = nullptr);

    void setLogos(const std::vector<Logo>& logos);

Q_SIGNALS:
    /// One more cover in the middle.
    void addRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();

    PhotoDraft& m_draft;
    CoverTool& m_tool;
    std::vector<Logo> m_logos;
    LightboxLabel* m_count;
    LightboxLabel* m_hint;
    LightboxLabel* m_materialName;
    LightboxButton* m_add;
    LightboxButton* m_remove;
    LightboxButton* m_next;
    LightboxButton* m_blur;
    LightboxButton* m_logo;
    QMenu* m_logoMenu;
};

}  // namespace Forecourt
