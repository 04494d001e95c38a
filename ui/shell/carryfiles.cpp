// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/carryfiles.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/outbox/journal.h"
#include "models/outbox/outboxexport.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/note.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CarrySuffix = ".forecourt-changes"_L1;

}  // namespace

CarryFiles::CarryFiles(const ShellContext& context, QWidget* window)
    : QObject(window),
      m_context(context),
      m_window(window),
      m_save(new Button(QString(), Button::Kind::Default, window)),
      m_bring(new Button(QString(), Button::Kind::Default, window)),
      m_note(new Note(Tone::Info, QString(), window))
{
    m_save->setIconName(u"file-export"_s);
    m_bring->setIconName(u"file-import"_s);
    m_note->setIconName(u"file-import"_s);
    m_note->setDismissible(true);
    m_doImport = m_note->addAction(QString());
    m_note->hide();
    connect(m_save, &QAbstractButton::clicked, this, &CarryFiles::chooseExport);
    connect(m_bring, &QAbstractButton::clicked, this, &CarryFiles::chooseImport);
    connect(m_doImport, &QAbstractButton::clicked, this, &CarryFiles::doImport);
}

void CarryFiles::setAnyWaiting(bool any)
{
    m_anyWaiting = any;
    m_save->setEnabled(any);
    m_save->setToolTip(any ? QString() : tr("Nothing waits to be sent."));
}

void CarryFiles::retranslate()
{
    m_save->setText(tr("Save waiting changes to a file…"));
    m_bring->setText(tr("Import changes…"));
    setAnyWaiting(m_anyWaiting);
}

void CarryFiles::chooseExport()
{
    auto* dialog = new QFileDialog(m_window, tr("Save waiting changes to a file"),
                                   m_context.settings->value(u"carry/folder"_s).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Waiting changes of Forecourt (*%1)").arg(CarrySuffix));
    dialog->selectFile(tr("Changes") + u' ' +
                       QDateTime::fromMSecsSinceEpoch(m_context.store->clock().now()).toString(u"yyyy-MM-dd HH.mm"_s) +
                       CarrySuffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_context.settings->setValue(u"carry/folder"_s, QFileInfo(file).absolutePath());
        saveTo(file.endsWith(CarrySuffix) ? file : file + CarrySuffix);
    });
    dialog->open();
}

void CarryFiles::saveTo(const QString& file)
{
    m_save->setEnabled(false);
    whenDone(exportOutbox(*m_context.journal, file, true), this, [this, file](const Expected<OutboxExported>& done) {
        setAnyWaiting(m_anyWaiting);
        if (!done) {
            Q_EMIT said(Tone::Bad, ErrorText::full(done.error()));
            return;
        }
        QStringList parts{tr("%n change(s) saved to %1.", nullptr, done->changes).arg(QFileInfo(file).fileName())};
        if (done->files > 0)
            parts << tr("%n photo file(s) are included (%1).", nullptr, done->files).arg(formatBytes(done->fileBytes));
        if (done->filesNamed > 0)
            parts << tr("%n file(s) are too large for it and stay here.", nullptr, done->filesNamed);
        parts << tr("They still wait here too; nothing is sent twice.");
        Q_EMIT said(Tone::Ok, parts.join(u' '));
    });
}

void CarryFiles::chooseImport()
{
    auto* dialog = new QFileDialog(m_window, tr("Import changes from a file"),
                                   m_context.settings->value(u"carry/folder"_s).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Waiting changes of Forecourt (*%1)").arg(CarrySuffix), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_context.settings->setValue(u"carry/folder"_s, QFileInfo(file).absolutePath());
        lookAt(file);
    });
    dialog->open();
}

void CarryFiles::lookAt(const QString& file)
{
    Q_EMIT begun();
    m_note->hide();
    m_bring->setEnabled(false);
    whenDone(planOutboxImport(*m_context.journal, file), this,
             [this, file](const Expected<OutboxImported>& plan) { offerImport(file, plan); });
}

void CarryFiles::offerImport(const QString& file, const Expected<OutboxImported>& plan)
{
    m_bring->setEnabled(true);
    if (!plan) {
        Q_EMIT said(Tone::Bad, ErrorText::full(plan.error()));
        return;
    }
    if (plan->changes == 0) {
        Q_EMIT said(plan->refused.empty() ? Tone::Info : Tone::Warn, importText(*plan, false));
        return;
    }
    m_file = file;
    m_note->setText(importText(*plan, false).toHtmlEscaped());
    m_doImport->setText(tr("Import %n change(s)", nullptr, plan->changes));
    m_doImport->setEnabled(true);
    m_note->show();
    m_doImport->setFocus(Qt::OtherFocusReason);
}

void CarryFiles::doImport()
{
    m_doImport->setEnabled(false);
    whenDone(importOutbox(*m_context.journal, m_file), this, [this](const Expected<OutboxImported>& done) {
        m_note->hide();
        if (!done) {
            Q_EMIT said(Tone::Bad, ErrorText::full(done.error()));
            return;
        }
        m_context.undo->push([count = done->changes] { return tr("%n change(s) imported", nullptr, count); },
                             done->undo);
        Q_EMIT said(done->refused.empty() ? Tone::Ok : Tone::Warn, importText(*done, true));
    });
}

QString CarryFiles::importText(const OutboxImported& imported, bool done) const
{
    const QString who = imported.header.userName.isEmpty() ? tr("somebody") : imported.header.userName;
    QStringList parts;
    if (!done)
        parts << tr("Saved by %1, %2.").arg(who, formatDateTime(imported.header.writtenAt));
    if (imported.changes > 0) {
        const QString count = done ? tr("%n change(s) imported", nullptr, imported.changes)
                                   : tr("%n change(s)", nullptr, imported.changes);
        parts << (imported.vehicles > 0 ? tr("%1 for %2.").arg(count, tr("%n vehicle(s)", nullptr, imported.vehicles))
                                        : count + u'.');
    } else {
        parts << tr("There is nothing new in it.");
    }
    if (imported.already > 0)
        parts << tr("%n were imported before.", nullptr, imported.already);
    if (imported.files > 0)
        parts << tr("%n photo file(s) come along.", nullptr, imported.files);
    if (imported.filesMissing > 0)
        parts << tr("%n photo file(s) follow from the other computer.", nullptr, imported.filesMissing);
    using Reason = OutboxImported::Refused::Reason;
    const auto refused = [&imported](Reason reason) {
        return static_cast<int>(std::ranges::count(imported.refused, reason, &OutboxImported::Refused::reason));
    };
    if (const int count = refused(Reason::NotHere); count > 0)
        parts << tr("%n left out: the record is not on this computer. Synchronise, then import again.", nullptr, count);
    if (const int count = refused(Reason::OtherPerson); count > 0)
        parts << tr("%n left out: they are settings of %1.", nullptr, count).arg(who);
    if (const int count = refused(Reason::Unreadable); count > 0)
        parts << tr("%n left out: they are of a newer Forecourt.", nullptr, count);
    return parts.join(u' ');
}

}  // namespace Forecourt
