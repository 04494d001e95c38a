// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QVariantAnimation;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Forecourt {

/// A floating panel with the hard outlines of the design instead of a blurred shadow: pop-overs, palettes, modeless
/// panels. It fades in, closes with Esc (pop-overs also with a click elsewhere) and gives the focus back to its opener.
/// Put content into contentLayout(), whose margins are those inside the panel.
class PopupFrame : public QWidget {
    Q_OBJECT

public:
    enum class Behaviour {
        PopOver,   ///< closes with a click elsewhere
        Modeless,  ///< stays until closed; the rest of the program remains usable
    };
    enum class Align { Left, Right, Centre };

    /// Room around the panel for its outlines.
    static constexpr int Margin = 10;

    explicit PopupFrame(QWidget* parent, Behaviour behaviour = Behaviour::PopOver);

    QVBoxLayout* contentLayout() const { return m_content; }
    /// Size of the panel without the outlines.
    void resizePanel(const QSize& size);

    /// Shows the panel below `opener` (above it where there is no room), with their left or right edges in line.
    void popupBelow(QWidget* opener, Align align = Align::Left);
    /// Shows the panel with its top left corner at this point of the screen.
    void popupAt(const QPoint& globalTopLeft, QWidget* opener = nullptr);

    /// Only the outlines and the panel, for widgets that float inside a window (toast, drag ghost).
    static void paintPanel(QPainter& painter, const QRectF& panel, qreal radius = 8);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void appear();

    QPointer<QWidget> m_opener;
    QPointer<QWidget> m_focusBefore;
    QVBoxLayout* m_content = nullptr;
    QVariantAnimation* m_fade = nullptr;
};

}  // namespace Forecourt
