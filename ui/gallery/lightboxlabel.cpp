// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/lightboxlabel.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

LightboxLabel::LightboxLabel(TextRole role, Token token, QWidget* parent) : Label(QString(), role, token, parent)
{
    setDarkToken(token);
}

void LightboxLabel::setDarkToken(Token token)
{
    const QColor ink = Tokens::value(token, true);
    QPalette dark = palette();
    dark.setColor(QPalette::WindowText, ink);
    setPalette(dark);
    setStyleSheet(u"color: %1"_s.arg(ink.name()));
}

}  // namespace Forecourt
