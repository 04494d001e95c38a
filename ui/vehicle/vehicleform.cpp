// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehicleform.h"

#include "models/location/locationdirectory.h"
#include "models/outbox/accessdirectory.h"
#include "models/user/userdirectory.h"
#include "models/vehicle/vehicleaccess.h"
#include "ui/vehicle/typedvehiclevalue.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

bool isChoice(VehicleField field)
{
    return field == VehicleField::Phase || field == VehicleField::Location || field == VehicleField::Owner;
}

bool isMoney(VehicleField field)
{
    return field == VehicleField::Asking || field == VehicleField::Cost;
}

/// A choice as text that stands for the same in every language.
QString choiceCode(const QVariant& data)
{
    return data.typeId() == QMetaType::QByteArray ? QString::fromLatin1(data.toByteArray().toHex()) : data.toString();
}

}  // namespace

VehicleForm::VehicleForm(const VehicleServices& services, const Clock& clock, QWidget* parent)
    : QWidget(parent),
      m_locations(*services.locations),
      m_users(*services.users),
      m_access(*services.access),
      m_clock(clock)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    for (const Section section :
         {Section::Identity, Section::Money, Section::Place, Section::Specification, Section::Notes}) {
        auto* heading = new Label(QString(), TextRole::Section, Token::Ink, this);
        heading->setContentsMargins(0, section == Section::Identity ? 0 : 10, 0, 0);
        m_headings.insert(static_cast<int>(section), heading);
        column->addWidget(heading);
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(8);
        grid->setColumnStretch(0, 1);
        grid->setColumnStretch(1, 1);
        int place = 0;
        for (const VehicleField field : fieldsOf(section)) {
            auto* formField = new FormField(QString(), makeEditor(field), this);
            m_fields.insert(field, formField);
            const bool wide = field == VehicleField::Vin || field == VehicleField::Notes;
            if (wide && place % 2 != 0)
                ++place;
            grid->addWidget(formField, place / 2, place % 2, 1, wide ? 2 : 1, Qt::AlignTop);
            place += wide ? 2 : 1;
        }
        column->addLayout(grid);
    }
    column->addStretch();
    connect(&m_locations, &LocationDirectory::changed, this, &VehicleForm::fillChoices);
    connect(&m_users, &UserDirectory::changed, this, &VehicleForm::fillChoices);
    connect(&m_access, &AccessDirectory::changed, this, &VehicleForm::showFields);
    showFields();
    retranslate();
}

QList<VehicleField> VehicleForm::fieldsOf(Section section)
{
    using F = VehicleField;
    switch (section) {
    case Section::Identity: return {F::Vin, F::StockNumber, F::Year, F::Make, F::Model, F::Trim, F::Odometer};
    case Section::Money: return {F::Asking, F::Cost};
    case Section::Place: return {F::Phase, F::Location, F::Bay, F::KeyTag, F::Owner, F::TitleState};
    case Section::Specification:
        return {F::Body, F::Engine, F::Gearbox, F::Drivetrain, F::Fuel, F::Color, F::Interior, F::Doors, F::Seats};
    case Section::Notes: return {F::Notes};
    }
    Q_UNREACHABLE();
    return {};
}

QWidget* VehicleForm::makeEditor(VehicleField field)
{
    if (isChoice(field)) {
        auto* combo = new QComboBox(this);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(8);
        connect(combo, &QComboBox::activated, this, [this, field] { Q_EMIT edited(field); });
        return combo;
    }
    if (field == VehicleField::Notes) {
        auto* text = new QPlainTextEdit(this);
        text->setTabChangesFocus(true);
        text->setFixedHeight(Theme::px(84));
        connect(text, &QPlainTextEdit::textChanged, this, [this, field] { Q_EMIT edited(field); });
        return text;
    }
    auto* line = new QLineEdit(this);
    if (field == VehicleField::Vin)
        line->setFont(Fonts::mono());
    connect(line, &QLineEdit::textEdited, this, [this, field] {
        m_fields.value(field)->setHint(QString());
        Q_EMIT edited(field);
    });
    return line;
}

void VehicleForm::showFields()
{
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        field.value()->setVisible(isShown(m_access, field.key()));
}

void VehicleForm::fillChoices()
{
    const auto refill = [this](VehicleField field, const QList<std::pair<QString, QVariant>>& choices) {
        auto* combo = qobject_cast<QComboBox*>(m_fields.value(field)->editor());
        const QSignalBlocker quiet(combo);
        const QVariant chosen = combo->currentData();
        combo->clear();
        for (const auto& [words, value] : choices)
            combo->addItem(words, value);
        combo->setCurrentIndex(std::max(0, combo->findData(chosen)));
    };
    QList<std::pair<QString, QVariant>> phases;
    for (const Phase phase : AllPhases)
        phases.append({VehicleWords::phase(phase), static_cast<int>(phase)});
    refill(VehicleField::Phase, phases);
    QList<std::pair<QString, QVariant>> places{{tr("Nowhere yet"), QByteArray()}};
    for (const Location& location : m_locations.all())
        if (std::ranges::count(m_locations.covered(), location) > 0 || location.id == m_vehicle.location)
            places.append({location.code + u" – "_s + location.name, location.id.toBytes()});
    refill(VehicleField::Location, places);
    QList<std::pair<QString, QVariant>> people{{tr("Nobody"), QByteArray()}};
    for (const User& user : m_users.all()) {
        if (!user.disabled || user.id == m_vehicle.owner)
            people.append({user.displayName, user.id.toBytes()});
    }
    refill(VehicleField::Owner, people);
}

void VehicleForm::setVehicle(const Vehicle& vehicle)
{
    m_vehicle = vehicle;
    fillChoices();
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const VehicleField field = it.key();
        const QVariant value = vehicleValue(vehicle, field);
        QWidget* editor = it.value()->editor();
        const QSignalBlocker quiet(editor);
        it.value()->setHint(QString());
        it.value()->clearMessage();
        if (auto* combo = qobject_cast<QComboBox*>(editor)) {
            QVariant wanted;
            if (field == VehicleField::Phase)
                wanted = static_cast<int>(vehicle.phase);
            else if (field == VehicleField::Location)
                wanted = vehicle.location.isNull() ? QByteArray() : vehicle.location.toBytes();
            else
                wanted = vehicle.owner.isNull() ? QByteArray() : vehicle.owner.toBytes();
            combo->setCurrentIndex(std::max(0, combo->findData(wanted)));
        } else if (auto* text = qobject_cast<QPlainTextEdit*>(editor)) {
            text->setPlainText(value.toString());
        } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
            line->setText(isMoney(field) ? (value.isValid() ? value.value<Money>().toString() : QString())
                                         : value.toString());
        }
    }
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        m_untouched.insert(it.key(), asTyped(it.key()));
}

QString VehicleForm::asTyped(VehicleField field) const
{
    const auto* combo = qobject_cast<QComboBox*>(m_fields.value(field)->editor());
    return combo ? choiceCode(combo->currentData()) : text(field);
}

QMap<QString, QString> VehicleForm::typed() const
{
    QMap<QString, QString> texts;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const QString now = asTyped(it.key());
        if (now != m_untouched.value(it.key()))
            texts.insert(vehicleFieldCode(it.key()), now);
    }
    return texts;
}

void VehicleForm::setTyped(const QMap<QString, QString>& texts)
{
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        const auto field = vehicleFieldFromCode(it.key());
        FormField* formField = field ? m_fields.value(*field) : nullptr;
        if (!formField)
            continue;
        const QSignalBlocker quiet(formField->editor());
        if (auto* combo = qobject_cast<QComboBox*>(formField->editor())) {
            for (int row = 0; row < combo->count(); ++row) {
                if (choiceCode(combo->itemData(row)) == it.value())
                    combo->setCurrentIndex(row);
            }
        } else if (auto* plain = qobject_cast<QPlainTextEdit*>(formField->editor())) {
            plain->setPlainText(it.value());
        } else if (auto* line = qobject_cast<QLineEdit*>(formField->editor())) {
            line->setText(it.value());
        }
        Q_EMIT edited(*field);
    }
}

QString VehicleForm::text(VehicleField field) const
{
    QWidget* editor = m_fields.value(field)->editor();
    if (const auto* plain = qobject_cast<QPlainTextEdit*>(editor))
        return plain->toPlainText();
    if (const auto* line = qobject_cast<QLineEdit*>(editor))
        return line->text().trimmed();
    return qobject_cast<QComboBox*>(editor)->currentText();
}

QVariant VehicleForm::read(VehicleField field, std::optional<Error>* unreadable) const
{
    if (const auto* combo = qobject_cast<QComboBox*>(m_fields.value(field)->editor())) {
        const QVariant chosen = combo->currentData();
        if (field == VehicleField::Phase)
            return QVariant::fromValue(static_cast<Phase>(chosen.toInt()));
        const Uuid id = Uuid::fromBytes(chosen.toByteArray());
        return field == VehicleField::Location ? QVariant::fromValue(LocationId(id)) : QVariant::fromValue(UserId(id));
    }
    const QString typed = text(field);
    if (typed.isEmpty())
        return {};
    Currency fallback = Currency::CAD;
    if (isMoney(field)) {
        const auto before = vehicleValue(m_vehicle, field);
        const Location* place = m_locations.find(read(VehicleField::Location, unreadable).value<LocationId>());
        if (before.isValid())
            fallback = before.value<Money>().currency;
        else if (place)
            fallback = place->currency;
    }
    const auto value = typedVehicleValue(field, typed, fallback);
    if (value)
        return *value;
    *unreadable = value.error();
    return vehicleValue(m_vehicle, field);
}

Vehicle VehicleForm::vehicle() const
{
    Vehicle typed = m_vehicle;
    std::optional<Error> unreadable;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        setVehicleValue(typed, it.key(), read(it.key(), &unreadable));
    return typed;
}

std::vector<VehicleIssue> VehicleForm::issues() const
{
    std::vector<VehicleIssue> issues = vehicleIssues(vehicle(), m_clock.now());
    for (const VehicleField field : AllVehicleFields) {
        if (!m_fields.contains(field))
            continue;
        std::optional<Error> unreadable;
        std::ignore = read(field, &unreadable);
        if (unreadable)
            issues.push_back({VehicleIssue::Severity::Error, field, *unreadable});
    }
    return issues;
}

void VehicleForm::showIssues(const std::vector<VehicleIssue>& issues)
{
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const auto found = std::ranges::find(issues, it.key(), &VehicleIssue::field);
        if (found == issues.end())
            it.value()->clearMessage();
        else if (found->severity == VehicleIssue::Severity::Error)
            it.value()->setError(VehicleWords::issue(*found));
        else
            it.value()->setWarning(VehicleWords::issue(*found));
    }
}

void VehicleForm::focusField(VehicleField field)
{
    if (FormField* formField = m_fields.value(field))
        formField->editor()->setFocus(Qt::OtherFocusReason);
}

void VehicleForm::fillIfEmpty(VehicleField field, const QString& value, const QString& hint)
{
    auto* line = qobject_cast<QLineEdit*>(m_fields.value(field)->editor());
    if (!line || value.isEmpty() || !line->text().trimmed().isEmpty())
        return;
    line->setText(value);
    m_fields.value(field)->setHint(hint);
    Q_EMIT edited(field);
}

void VehicleForm::retranslate()
{
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        it.value()->setName(VehicleWords::fieldName(it.key()));
    m_headings.value(static_cast<int>(Section::Identity))->setText(tr("Vehicle"));
    m_headings.value(static_cast<int>(Section::Money))->setText(tr("Money"));
    m_headings.value(static_cast<int>(Section::Place))->setText(tr("Where it stands"));
    m_headings.value(static_cast<int>(Section::Specification))->setText(tr("Specification"));
    m_headings.value(static_cast<int>(Section::Notes))->setText(tr("Notes"));
    fillChoices();
}

void VehicleForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace Forecourt
