// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QSlider;
QT_END_NAMESPACE

namespace Forecourt {

class LightboxButton;
class LightboxLabel;

/// One figure of an edit on the dark ground: its name, its value in words, a slider from −most to most, and a button
/// back to nothing. Arrows change it by one step, PageUp and PageDown by ten.
class EditSlider : public QWidget {
    Q_OBJECT

public:
    EditSlider(double most, double step, QWidget* parent = nullptr);

    void setName(const QString& name, const QString& nothingName);
    /// Sends no signal. `words` is how the value is written: "+1.3 EV".
    void setValue(double value, const QString& words);
    QSlider& slider() { return *m_slider; }

Q_SIGNALS:
    /// By hand; `pulled` while the mouse holds the slider.
    void valueChosen(double value, bool pulled);
    /// The mouse takes hold of the slider.
    void pullBegun();

private:
    double m_step;
    LightboxLabel* m_name;
    LightboxLabel* m_value;
    LightboxButton* m_nothing;
    QSlider* m_slider;
};

}  // namespace Forecourt
