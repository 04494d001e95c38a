// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QWidget>

#include <vector>

namespace Forecourt {

/// Keys and what they do, in one line on the dark ground of the lightbox.
class LightboxKeys : public QWidget {
    Q_OBJECT

public:
    struct Hint {
        QKeySequence key;
        QString words;
    };

    explicit LightboxKeys(QWidget* parent = nullptr);

    void setKeys(std::vector<Hint> hints);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Hint> m_hints;
};

}  // namespace Forecourt
