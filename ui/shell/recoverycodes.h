// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

namespace Forecourt {

class Button;
class Label;
class Note;

/// Recovery codes, shown once: to copy, save as a text file or print.
class RecoveryCodes : public QWidget {
    Q_OBJECT

public:
    explicit RecoveryCodes(QWidget* parent = nullptr);

    /// Shows itself with these.
    void give(const QStringList& codes, const QString& person);
    QStringList codes() const { return m_codes; }
    /// What is copied, saved and printed.
    QString document() const;
    /// Errors: FileUnwritable, said in the panel itself.
    bool saveTo(const QString& file);

Q_SIGNALS:
    /// The person says that they have them; they are forgotten here.
    void kept();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void copy();
    void save();
    void print();

    QStringList m_codes;
    QString m_person;
    Label* m_words;
    Label* m_list;
    Note* m_state;
    Button *m_copy, *m_save, *m_print, *m_kept;
};

}  // namespace Forecourt
