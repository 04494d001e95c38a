// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/outboximport.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/tokens.h"

#include <QObject>

namespace Forecourt {

class Button;
class Note;

/// The way of waiting changes by file, for a computer that finds no network: saves those of this one, and shows what a
/// file of another one holds before it imports it. Owns two buttons and a note, which the OutboxWindow places.
class CarryFiles : public QObject {
    Q_OBJECT

public:
    CarryFiles(const ShellContext& context, QWidget* window);

    Button* saveButton() const { return m_save; }
    Button* importButton() const { return m_bring; }
    /// What the chosen file holds, with the button that imports it.
    Note* note() const { return m_note; }

    void setAnyWaiting(bool any);
    void retranslate();
    /// What Save and Import do once a file is chosen.
    void saveTo(const QString& file);
    void lookAt(const QString& file);

Q_SIGNALS:
    /// What was said before is over.
    void begun();
    void said(Forecourt::Tone tone, const QString& text);

private:
    void chooseExport();
    void chooseImport();
    void offerImport(const QString& file, const Expected<OutboxImported>& plan);
    void doImport();
    QString importText(const OutboxImported& imported, bool done) const;

    ShellContext m_context;
    QWidget* m_window;
    QString m_file;
    bool m_anyWaiting = false;
    Button* m_save;
    Button* m_bring;
    Note* m_note;
    Button* m_doImport;
};

}  // namespace Forecourt
