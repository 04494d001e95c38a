// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activityexportbar.h"

#include "models/base/errortext.h"
#include "models/store/store.h"
#include "ui/activity/activityrecords.h"
#include "ui/activity/activitywords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/note.h"

#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

ActivityExportBar::ActivityExportBar(const ShellContext& context, ActivityRecords& records, QWidget* parent)
    : QWidget(parent), m_context(context), m_records(records), m_note(new Note(Tone::Info, QString(), this))
{
    m_button = m_note->addAction(QString());
    m_button->setObjectName(u"exportAction"_s);
    connect(m_button, &QAbstractButton::clicked, this, [this] {
        if (m_export)
            m_export->cancel();
        else if (m_error)
            writeTo(m_file, m_filter);
    });
    m_note->setDismissible(true);
    connect(m_note, &Note::dismissed, this, [this] {
        if (m_export)
            m_export->cancel();
        m_error.reset();
        hide();
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_note);
    hide();
}

void ActivityExportBar::choose(const ActivityFilter& filter)
{
    if (isBusy())
        return;
    auto* dialog = new QFileDialog(this, tr("Export the activity"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma separated values (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, filter](const QString& file) { writeTo(file, filter); });
    dialog->open();
}

void ActivityExportBar::writeTo(const QString& file, const ActivityFilter& filter)
{
    m_file = file;
    m_filter = filter;
    m_entries = 0;
    m_reached = 0;
    m_error.reset();
    m_export = new ActivityExport(*m_context.sync, file, format(), this);
    connect(m_export, &ActivityExport::progressed, this, [this](int entries, UtcMs reached) {
        m_entries = entries;
        m_reached = reached;
        say();
    });
    connect(m_export, &ActivityExport::finished, this, &ActivityExportBar::end);
    m_note->show();
    show();
    say();
    Q_EMIT busyChanged();
    m_export->start(filter, QDateTime::fromMSecsSinceEpoch(m_context.store->clock().now()).date());
}

ActivityExport::Format ActivityExportBar::format() const
{
    ActivityExport::Format format;
    format.header = {tr("Number"),   tr("When (UTC)"), tr("Kind"),  tr("Who"),
                     tr("Computer"), tr("Address"),    tr("About"), tr("Id"),
                     tr("Field"),    tr("Before"),     tr("After"), tr("Taken"),
                     tr("Name"),     tr("Code"),       tr("Why"),   tr("Proof (SHA-256)")};
    format.delimiter = QLocale().language() == QLocale::French ? u';' : u',';
    format.lines = [this](const ActivityEntry& entry) { return lines(entry); };
    format.prepare = [this](const std::vector<ActivityEntry>& entries, std::function<void()> then) {
        m_records.want(entries, then);
    };
    return format;
}

std::vector<QStringList> ActivityExportBar::lines(const ActivityEntry& entry) const
{
    const QStringList head{QString::number(entry.id),
                           QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC).toString(Qt::ISODateWithMs),
                           ActivityWords::kind(entry.kind),
                           ActivityWords::who(entry),
                           entry.deviceName,
                           entry.address,
                           m_records.name(entry),
                           entry.record.isNull() ? QString() : entry.record.toString()};
    const QStringList tail{entry.name, entry.why, ActivityWords::why(entry), entry.hash};
    std::vector<QStringList> lines;
    for (const bool stands : {true, false}) {
        for (const FieldChangeText& change : m_records.changes(entry, stands))
            lines.push_back(
                head + QStringList{change.field, change.before, change.after, stands ? tr("yes") : tr("no")} + tail);
    }
    if (lines.empty())
        lines.push_back(head + QStringList{{}, {}, {}, {}} + tail);
    return lines;
}

void ActivityExportBar::say()
{
    const QString file = QFileInfo(m_file).fileName();
    if (m_error) {
        m_note->setTone(Tone::Bad);
        m_note->setText(tr("%1 was not written. %2").arg(file, ErrorText::full(*m_error)).toHtmlEscaped());
        m_button->setText(tr("Try again"));
        return;
    }
    m_note->setTone(Tone::Info);
    const QString count = tr("%n entry(s)", nullptr, m_entries);
    m_note->setText((m_reached == 0 ? tr("Writing %1…").arg(file)
                                    : tr("Writing %1: %2, back to %3").arg(file, count, formatDate(m_reached)))
                        .toHtmlEscaped());
    m_button->setText(tr("Cancel"));
}

void ActivityExportBar::end(const Expected<int>& outcome)
{
    if (m_export)
        m_export->deleteLater();
    m_export = nullptr;
    Q_EMIT busyChanged();
    if (!outcome && outcome.error().code != ErrorCode::Cancelled) {
        m_error = outcome.error();
        say();
        return;
    }
    hide();
    if (outcome)
        m_context.navigator->notify(tr("%n entry(s) written to %1", nullptr, *outcome).arg(m_file));
    else
        m_context.navigator->notify(tr("Nothing was written."));
}

void ActivityExportBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !isHidden())
        say();
}

}  // namespace Forecourt
