// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/fonts.h"
#include "ui/widgets/tokens.h"

#include <QLabel>

namespace Forecourt {

/// A QLabel in a role of the type table and a colour of the theme; both follow changes of theme and text size.
class Label : public QLabel {
    Q_OBJECT

public:
    explicit Label(QWidget* parent = nullptr);
    explicit Label(const QString& text, TextRole role = TextRole::Body, Token token = Token::Ink,
                   QWidget* parent = nullptr);

    void setRole(TextRole role);
    void setToken(Token token);
    /// Cuts a long line with an ellipsis instead of asking for room; the whole text becomes the tooltip.
    void setEliding(bool eliding);

    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void refresh();

    TextRole m_role = TextRole::Body;
    Token m_token = Token::Ink;
    bool m_eliding = false;
    bool m_refreshing = false;
};

}  // namespace Forecourt
