// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/editslider.h"

#include "ui/gallery/lightboxbutton.h"
#include "ui/gallery/lightboxlabel.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace Forecourt {

using namespace Qt::StringLiterals;

EditSlider::EditSlider(double most, double step, QWidget* parent)
    : QWidget(parent),
      m_step(step),
      m_name(new LightboxLabel(TextRole::Body)),
      m_value(new LightboxLabel(TextRole::Body, Token::Ink2)),
      m_nothing(new LightboxButton(u"restore"_s)),
      m_slider(new QSlider(Qt::Horizontal))
{
    const auto steps = static_cast<int>(std::lround(most / step));
    m_slider->setRange(-steps, steps);
    m_slider->setPageStep(10);
    const auto color = [](Token token) { return Tokens::value(token, true).name(); };
    m_slider->setStyleSheet(
        u"QSlider { min-height: 24px; background: transparent; }"
        "QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: %1; }"
        "QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 7px; background: %2;"
        " border: 1px solid %3; }"
        "QSlider::handle:horizontal:focus { border: 3px solid %4; width: 10px; height: 10px; }"
        "QSlider::handle:horizontal:disabled { background: %1; }"_s.arg(color(Token::Line2), color(Token::Ink),
                                                                        color(Token::Sunken), color(Token::Focus)));
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_name, 1);
    head->addWidget(m_value);
    head->addWidget(m_nothing);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_slider);
    connect(m_slider, &QSlider::sliderPressed, this, &EditSlider::pullBegun);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int place) { Q_EMIT valueChosen(place * m_step, m_slider->isSliderDown()); });
    connect(m_nothing, &QAbstractButton::clicked, m_slider, [this] { m_slider->setValue(0); });
}

void EditSlider::setName(const QString& name, const QString& nothingName)
{
    m_name->setText(name);
    m_slider->setAccessibleName(name);
    m_nothing->setName(nothingName);
}

void EditSlider::setValue(double value, const QString& words)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(static_cast<int>(std::lround(value / m_step)));
    m_value->setText(words);
    m_slider->setAccessibleDescription(words);
    m_nothing->setEnabled(value != 0);
}

}  // namespace Forecourt
