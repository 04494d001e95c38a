// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/label.h"

namespace Forecourt {

/// A label on the dark ground of the lightbox, in either theme. Other labels take their colour from the theme.
class LightboxLabel : public Label {
    Q_OBJECT

public:
    explicit LightboxLabel(TextRole role, Token token = Token::Ink, QWidget* parent = nullptr);

    void setDarkToken(Token token);
};

}  // namespace Forecourt
