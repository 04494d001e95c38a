// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QPushButton>

namespace Forecourt {

/// A push button as in the design: icon, words, and the key that does the same. Filled kinds show focus as a white line
/// inside the edge, the others as a ring. It grows with the text size.
class Button : public QPushButton {
    Q_OBJECT

public:
    enum class Kind {
        Default,     ///< outlined
        Primary,     ///< the one main action of a page
        Ghost,       ///< without edge, in tool bars
        Danger,      ///< red words: takes something away, can be undone
        DangerFill,  ///< filled red: deletes for good
    };
    enum class Size { Small, Normal, Large };

    explicit Button(QWidget* parent = nullptr);
    explicit Button(const QString& text, Kind kind = Kind::Default, QWidget* parent = nullptr);

    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    void setSize(Size size);
    /// Name of an icon of IconProvider; empty for none.
    void setIconName(const QString& name);
    QString iconName() const { return m_iconName; }
    /// Shown as key caps behind the words. It only shows: the shortcut itself belongs to an action.
    void setKeyHint(const QKeySequence& keys);
    QKeySequence keyHint() const { return m_keyHint; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

    /// Background, edge and text of the present state.
    struct Look {
        QColor fill;
        QColor edge;
        QColor ink;
        QColor iconInk;
        bool filled = false;
    };
    Look look() const;
    void paintFrame(QPainter& painter, const Look& look) const;
    int controlHeight() const;

private:
    void announceKeyHint();

    Kind m_kind = Kind::Default;
    Size m_size = Size::Normal;
    QString m_iconName;
    QKeySequence m_keyHint;
};

}  // namespace Forecourt
