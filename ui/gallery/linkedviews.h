// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace Forecourt {

class LightboxCanvas;

/// Lets two canvases show the same part of their photos: whichever is zoomed or moved, the other follows.
class LinkedViews : public QObject {
    Q_OBJECT

public:
    LinkedViews(LightboxCanvas& one, LightboxCanvas& other, QObject* parent = nullptr);

    bool isLinked() const { return m_linked; }
    /// From now on the other canvas follows `leader`, and the two each other; linking shows the leader's part on both.
    void link(LightboxCanvas& leader);
    void unlink() { m_linked = false; }

private:
    void follow(const LightboxCanvas& leader);

    LightboxCanvas& m_one;
    LightboxCanvas& m_other;
    bool m_linked = true;
};

}  // namespace Forecourt
