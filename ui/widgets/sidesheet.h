// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVariantAnimation;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Forecourt {

class IconButton;
class Label;

/// A sheet at the right edge: a title with a cross, content, and a row of buttons below. Either a child of a splitter,
/// or slid over a page with openOver(). Esc and the cross ask to close it; a sheet that is slid over closes by itself
/// and gives the focus back, unless it is left to whoever listens to closeRequested().
class SideSheet : public QFrame {
    Q_OBJECT

public:
    explicit SideSheet(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QVBoxLayout* contentLayout() const { return m_content; }
    /// The row of buttons; it takes room from the first call on.
    QHBoxLayout* footerLayout();

    /// Slides in over the right edge of `host`, with this width at 100 % text size, and takes the focus.
    void openOver(QWidget* host, int width = 420);
    /// Esc and the cross then only emit closeRequested(), for sheets that may hold something unsaved.
    void setClosesByItself(bool closes) { m_closesByItself = closes; }
    void closeSheet();

Q_SIGNALS:
    void closeRequested();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void requestClose();
    void place(double shown);

    Label* m_title = nullptr;
    IconButton* m_cross = nullptr;
    QVBoxLayout* m_content = nullptr;
    QHBoxLayout* m_footer = nullptr;
    QVariantAnimation* m_slide = nullptr;
    QPointer<QWidget> m_host;
    QPointer<QWidget> m_focusBefore;
    int m_width = 420;
    bool m_closesByItself = true;
};

}  // namespace Forecourt
