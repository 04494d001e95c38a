// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tokens.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

namespace Forecourt {

class Button;
class Label;

/// A strip with an icon, a sentence and at most a few actions: a hint (Info), a doubt (Warn), a failure (Bad), good
/// news. The text may hold links; linkActivated tells which was followed.
class Note : public QFrame {
    Q_OBJECT

public:
    explicit Note(Tone tone, const QString& text = QString(), QWidget* parent = nullptr);

    void setTone(Tone tone);
    void setText(const QString& text);
    QString text() const;
    /// In place of the icon of the tone.
    void setIconName(const QString& name);
    /// A small button at the right end.
    Button* addAction(const QString& text);
    /// Shows a cross that hides the note.
    void setDismissible(bool dismissible);

Q_SIGNALS:
    void linkActivated(const QString& link);
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refreshMargins();

    Tone m_tone;
    QString m_iconName;
    QHBoxLayout* m_layout = nullptr;
    Label* m_text = nullptr;
    QWidget* m_cross = nullptr;
};

}  // namespace Forecourt
