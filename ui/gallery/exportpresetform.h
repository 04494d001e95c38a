// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/exportpreset.h"
#include "models/gallery/logo.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace Forecourt {

class Button;
class FormField;

/// The settings of an export, to be changed: shape, size, names, watermark. What is wrong is said at its field.
class ExportPresetForm : public QWidget {
    Q_OBJECT

public:
    explicit ExportPresetForm(QWidget* parent = nullptr);

    void setLogos(const std::vector<Logo>& logos);
    void setPreset(const ExportPreset& preset);
    ExportPreset preset() const;
    /// Names the first and last file under the pattern: "B26-1187-01.jpg … B26-1187-28.jpg".
    void setExampleNames(const QString& names);
    /// False, with the reason at its field and the focus there, for a preset that cannot work.
    bool check();

Q_SIGNALS:
    void changed();
    void addLogoRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();

    std::vector<Logo> m_logos;
    QByteArray m_wantedLogo;  ///< stays chosen while its row has not arrived
    bool m_filling = false;

    QComboBox* m_shapes;
    QComboBox* m_borders;
    QSpinBox* m_sidePixels;
    QComboBox* m_bounds;
    QComboBox* m_marks;
    QComboBox* m_corners;
    QSpinBox* m_markShare;
    QSpinBox* m_markStrength;
    FormField* m_shape;
    FormField* m_border;
    FormField* m_side;
    FormField* m_bound;
    FormField* m_names;
    FormField* m_mark;
    FormField* m_corner;
    FormField* m_markWidth;
    FormField* m_markOpacity;
    Button* m_addLogo;
};

}  // namespace Forecourt
