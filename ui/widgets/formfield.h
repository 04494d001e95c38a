// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Forecourt {

class Label;

/// A field of a form: its name above, the editor, and a sentence below when something is wrong (Error) or doubtful
/// (Warning). A doubt may carry a suggestion, which Tab takes while the editor is a line of text.
class FormField : public QWidget {
    Q_OBJECT

public:
    /// Takes the editor (QLineEdit, QComboBox, spin box, …). `name` labels it on screen and for screen readers.
    FormField(const QString& name, QWidget* editor, QWidget* parent = nullptr);

    QWidget* editor() const { return m_editor; }
    /// The editor as a line of text, or nullptr.
    QLineEdit* line() const;
    void setName(const QString& name);
    /// Grey words under the field while there is nothing to complain about.
    void setHint(const QString& hint);

    void setError(const QString& sentence);
    /// `offer` is shown behind the sentence ("Did you mean $24,950?"); Tab puts `replacement` into the field.
    void setWarning(const QString& sentence, const QString& offer = QString(), const QString& replacement = QString());
    void clearMessage();
    bool hasError() const { return m_state == State::Error; }
    bool hasWarning() const { return m_state == State::Warning; }
    QString message() const;

Q_SIGNALS:
    /// The suggestion is in the field already.
    void suggestionTaken(const QString& replacement);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class State { Fine, Error, Warning };
    class MessageLine;

    void setState(State state, const QString& sentence, const QString& offer);
    void describe();

    State m_state = State::Fine;
    QString m_hint;
    QString m_replacement;
    Label* m_name = nullptr;
    QWidget* m_editor = nullptr;
    MessageLine* m_message = nullptr;
};

}  // namespace Forecourt
