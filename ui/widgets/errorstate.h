// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/tokens.h"

namespace Forecourt {

class Label;

/// A failure where the work is: what happened, what is safe, one main and one other action, and a code that support
/// staff can search for. Bad for what was refused, Warn for what goes on without, Neutral for what is not permitted.
class ErrorState : public QWidget {
    Q_OBJECT

public:
    explicit ErrorState(Tone tone = Tone::Bad, QWidget* parent = nullptr);

    void setTone(Tone tone);
    void setIconName(const QString& name);
    void setTitle(const QString& whatHappened);
    void setText(const QString& whatIsSafe);
    void setCode(const QString& code);
    /// Buttons appear once they have words.
    Button* mainAction() const { return m_main; }
    Button* otherAction() const { return m_other; }
    void setMainAction(const QString& text);
    void setOtherAction(const QString& text);

private:
    class Picture;
    Picture* m_picture = nullptr;
    Label* m_title = nullptr;
    Label* m_text = nullptr;
    Label* m_code = nullptr;
    Button* m_main = nullptr;
    Button* m_other = nullptr;
};

}  // namespace Forecourt
