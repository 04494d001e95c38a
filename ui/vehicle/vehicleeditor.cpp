// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehicleeditor.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/outbox/journal.h"
#include "models/vehicle/vehiclecommands.h"
#include "models/vehicle/vehiclerepository.h"
#include "models/vin/vin.h"
#include "models/vin/vindecoder.h"
#include "ui/shell/undohistory.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/note.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// What the store and the tables say about a VIN.
struct VinFindings {
    DecodedVin decoded;
    std::vector<VehicleIssue> issues;
};

/// Milliseconds after the last keystroke until what was typed is on the disk.
constexpr int EditorDraftPause = 500;

}  // namespace

VehicleEditor::VehicleEditor(const ShellContext& context, const VehicleServices& services, QWidget* parent)
    : SideSheet(parent),
      m_context(context),
      m_form(new VehicleForm(services, context.store->clock(), this)),
      m_note(new Note(Tone::Bad, QString(), this)),
      m_save(new Button(QString(), Button::Kind::Primary, this)),
      m_cancel(new Button(QString(), Button::Kind::Default, this))
{
    setClosesByItself(false);
    auto* scroll = new QScrollArea(this);
    auto* inside = new QWidget(scroll);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(2, 2, 10, 12);
    column->addWidget(m_form);
    // Fields share the width there is; a long sentence under one must not widen the sheet.
    inside->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    contentLayout()->addWidget(m_note);
    contentLayout()->addWidget(scroll, 1);
    m_note->hide();

    m_save->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    footerLayout()->addWidget(m_save);
    footerLayout()->addWidget(m_cancel);
    footerLayout()->addStretch();
    auto* confirm = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    confirm->setContext(Qt::WidgetWithChildrenShortcut);
    connect(confirm, &QShortcut::activated, this, [this] { save(false); });
    connect(m_save, &QAbstractButton::clicked, this, [this] { save(false); });
    connect(m_cancel, &QAbstractButton::clicked, this, &VehicleEditor::askBeforeClosing);
    connect(this, &SideSheet::closeRequested, this, &VehicleEditor::askBeforeClosing);

    m_vinPause.setSingleShot(true);
    m_vinPause.setInterval(150);
    connect(&m_vinPause, &QTimer::timeout, this, &VehicleEditor::checkVin);
    m_draftPause.setSingleShot(true);
    m_draftPause.setInterval(EditorDraftPause);
    connect(&m_draftPause, &QTimer::timeout, this, &VehicleEditor::keepDraft);
    connect(m_form, &VehicleForm::edited, this, [this](VehicleField field) {
        m_draftPause.start();
        if (field == VehicleField::Vin || field == VehicleField::StockNumber)
            m_vinPause.start();
        auto issues = m_form->issues();
        // An unfinished VIN is not wrong yet.
        const qsizetype typed = normaliseVin(m_form->text(VehicleField::Vin)).size();
        std::erase_if(issues, [typed, this](const VehicleIssue& issue) {
            const bool unfinished = issue.error.code == ErrorCode::VinLength && typed < VinSize;
            const bool untouched = issue.field == VehicleField::StockNumber && m_isNew &&
                                   m_form->text(VehicleField::StockNumber).isEmpty();
            return unfinished || untouched;
        });
        issues.insert(issues.end(), m_storeIssues.begin(), m_storeIssues.end());
        m_form->showIssues(issues);
    });
    retranslate();
}

void VehicleEditor::addVehicle(LocationId site)
{
    Vehicle vehicle;
    vehicle.id = VehicleId::create();
    vehicle.location = site;
    start(vehicle, true, VehicleField::Vin);
}

void VehicleEditor::editVehicle(VehicleId id, VehicleField first)
{
    // What the form holds is still the vehicle of last time: nobody must type into it.
    m_form->setEnabled(false);
    whenDone(m_context.store->read([id](Connection& connection) { return VehicleRepository::find(connection, id); }),
             this, [this, first](const Expected<Vehicle>& vehicle) {
                 if (vehicle)
                     start(*vehicle, false, first);
                 else
                     showFailure(vehicle.error());
             });
}

void VehicleEditor::start(const Vehicle& vehicle, bool isNew, VehicleField first)
{
    m_isNew = isNew;
    m_storeIssues.clear();
    m_note->hide();
    m_form->setEnabled(true);
    m_form->setVehicle(vehicle);
    m_before = m_form->vehicle();
    m_form->focusField(first);
    retranslate();
    takeUpDraft();
}

QString VehicleEditor::draftForm() const
{
    return m_isNew ? u"vehicle/new"_s : u"vehicle/"_s + m_before.id.toString();
}

void VehicleEditor::keepDraft()
{
    if (!isVisible() || m_saving)
        return;
    Draft draft{draftForm(), m_form->typed(), m_context.store->clock().now()};
    if (draft.texts.isEmpty()) {
        dropDraft();
        return;
    }
    whenDone(m_context.store->write([draft = std::move(draft)](Connection& connection) {
        return DraftRepository::save(connection, draft);
    }),
             this, [this](const Expected<void>& kept) {
                 if (!kept)
                     showFailure(kept.error());
             });
}

void VehicleEditor::dropDraft()
{
    m_draftPause.stop();
    m_context.store->write(
        [form = draftForm()](Connection& connection) { return DraftRepository::remove(connection, form); });
}

void VehicleEditor::takeUpDraft()
{
    m_draftPause.stop();
    whenDone(m_context.store->read(
                 [form = draftForm()](Connection& connection) { return DraftRepository::find(connection, form); }),
             this, [this, vehicle = m_before.id](const Expected<std::optional<Draft>>& draft) {
                 // Whoever was quicker than the disk has begun anew: what they type now counts.
                 if (draft && *draft && m_before.id == vehicle && m_form->typed().isEmpty())
                     offerDraft(**draft);
             });
}

void VehicleEditor::offerDraft(const Draft& draft)
{
    m_form->setTyped(draft.texts);
    delete m_note;
    m_note = new Note(
        Tone::Info, tr("This is what you typed on %1 and had not saved.").arg(formatDateTime(draft.at)).toHtmlEscaped(),
        this);
    contentLayout()->insertWidget(0, m_note);
    connect(m_note->addAction(tr("Keep it")), &QAbstractButton::clicked, m_note, &QWidget::hide);
    connect(m_note->addAction(tr("Discard it")), &QAbstractButton::clicked, this, [this] {
        m_form->setVehicle(m_before);
        m_note->hide();
        dropDraft();
    });
    m_note->show();
}

bool VehicleEditor::isDirty() const
{
    return !vehicleEditsBetween(m_before, m_form->vehicle()).isEmpty() ||
           std::ranges::any_of(m_form->issues(), [](const VehicleIssue& issue) {
               return issue.error.code == ErrorCode::PriceUnreadable || issue.error.code == ErrorCode::CurrencyUnknown;
           });
}

void VehicleEditor::checkVin()
{
    const Vehicle typed = m_form->vehicle();
    const int nextYear = QDateTime::fromMSecsSinceEpoch(m_context.store->clock().now()).date().year() + 1;
    whenDone(
        m_context.store->read([typed, nextYear](Connection& connection) -> Expected<VinFindings> {
            auto issues = VehicleRepository::issuesInStore(connection, typed);
            if (!issues)
                return fail(issues.error());
            return VinFindings{VinDecoder::decode(typed.vin, nextYear), std::move(*issues)};
        }),
        this, [this, vin = typed.vin](const Expected<VinFindings>& found) {
            if (!found || m_form->vehicle().vin != vin)
                return;
            m_storeIssues = found->issues;
            const QString hint = tr("From the VIN");
            const DecodedVin& decoded = found->decoded;
            m_form->fillIfEmpty(VehicleField::Year, decoded.year ? QString::number(*decoded.year) : QString(), hint);
            m_form->fillIfEmpty(VehicleField::Make, decoded.make, hint);
            m_form->fillIfEmpty(VehicleField::Model, decoded.model, hint);
            m_form->fillIfEmpty(VehicleField::Trim, decoded.trim, hint);
            m_form->fillIfEmpty(VehicleField::Body, decoded.body, hint);
            m_form->fillIfEmpty(VehicleField::Engine, decoded.engine, hint);
            m_form->fillIfEmpty(VehicleField::Drivetrain, decoded.drivetrain, hint);
            m_form->fillIfEmpty(VehicleField::Fuel, decoded.fuel, hint);
            m_form->fillIfEmpty(VehicleField::Doors, decoded.doors ? QString::number(*decoded.doors) : QString(), hint);
            auto issues = m_form->issues();
            std::erase_if(issues, [this](const VehicleIssue& issue) {
                return (issue.error.code == ErrorCode::VinLength &&
                        normaliseVin(m_form->text(VehicleField::Vin)).size() < VinSize) ||
                       (issue.field == VehicleField::StockNumber && m_form->text(VehicleField::StockNumber).isEmpty());
            });
            issues.insert(issues.begin(), m_storeIssues.begin(), m_storeIssues.end());
            m_form->showIssues(issues);
        });
}

void VehicleEditor::save(bool allowDuplicateVin)
{
    if (m_saving || !m_form->isEnabled())
        return;
    auto issues = m_form->issues();
    if (const VehicleIssue* wrong = firstError(issues)) {
        m_form->showIssues(issues);
        m_form->focusField(wrong->field);
        return;
    }
    const Vehicle typed = m_form->vehicle();
    const VehicleEdits edits = vehicleEditsBetween(m_before, typed);
    if (!m_isNew && edits.isEmpty()) {
        closeSheet();
        return;
    }
    m_saving = true;
    m_save->setEnabled(false);
    auto running = m_isNew ? m_context.journal->run(AddVehicle{typed, allowDuplicateVin})
                           : m_context.journal->run(EditVehicle{typed.id, edits, allowDuplicateVin});
    whenDone(running, this, [this, typed, isNew = m_isNew](const Expected<EditOutcome>& outcome) {
        m_saving = false;
        m_save->setEnabled(true);
        if (!outcome) {
            if (outcome.error().code == ErrorCode::VinDuplicate)
                offerDuplicate(outcome.error());
            else
                showFailure(outcome.error());
            return;
        }
        const QString stock = typed.stockNumber;
        m_context.undo->push([stock, isNew] { return isNew ? tr("%1 added").arg(stock) : tr("%1 edited").arg(stock); },
                             outcome->undo);
        dropDraft();
        m_before = typed;
        closeSheet();
        Q_EMIT saved(typed.id);
    });
}

void VehicleEditor::showFailure(const Error& error)
{
    m_note->setTone(Tone::Bad);
    m_note->setText(ErrorText::full(error).toHtmlEscaped());
    m_note->show();
}

void VehicleEditor::offerDuplicate(const Error& error)
{
    // A fresh note each time: its actions belong to this very duplicate.
    delete m_note;
    m_note = new Note(Tone::Bad, ErrorText::full(error).toHtmlEscaped(), this);
    contentLayout()->insertWidget(0, m_note);
    Button* open = m_note->addAction(tr("Open %1").arg(error.subject));
    Button* insist = m_note->addAction(tr("Save anyway"));
    connect(open, &QAbstractButton::clicked, this, [this, stock = error.subject] {
        whenDone(m_context.store->read([stock](Connection& connection) {
            return VehicleRepository::findByStockNumber(connection, stock);
        }),
                 this, [this](const Expected<std::optional<VehicleId>>& found) {
                     if (found && *found)
                         Q_EMIT openRequested(**found);
                 });
    });
    connect(insist, &QAbstractButton::clicked, this, [this] { save(true); });
    m_note->show();
}

void VehicleEditor::askBeforeClosing()
{
    if (!isDirty()) {
        closeSheet();
        return;
    }
    delete m_note;
    m_note = new Note(Tone::Warn, tr("What you typed is not saved yet."), this);
    contentLayout()->insertWidget(0, m_note);
    connect(m_note->addAction(tr("Keep editing")), &QAbstractButton::clicked, m_note, &QWidget::hide);
    connect(m_note->addAction(tr("Discard")), &QAbstractButton::clicked, this, [this] {
        dropDraft();
        m_form->setVehicle(m_before);
        closeSheet();
    });
    m_note->show();
}

void VehicleEditor::retranslate()
{
    setTitle(m_isNew ? tr("New vehicle") : tr("Edit %1").arg(m_before.stockNumber));
    m_save->setText(m_isNew ? tr("Add vehicle") : tr("Save"));
    m_cancel->setText(tr("Cancel"));
}

void VehicleEditor::changeEvent(QEvent* event)
{
    SideSheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace Forecourt
