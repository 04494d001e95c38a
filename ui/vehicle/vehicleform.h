// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehiclerules.h"
#include "ui/vehicle/vehicleservices.h"

#include <QHash>
#include <QMap>
#include <QWidget>

namespace Forecourt {

class FormField;
class Label;

/// The fields of one vehicle as a form: shows a vehicle, tells what was typed, and shows what is wrong next to the
/// field it is about. Text that is no number or no amount stays in its field and is an error there.
class VehicleForm : public QWidget {
    Q_OBJECT

public:
    VehicleForm(const VehicleServices& services, const Clock& clock, QWidget* parent = nullptr);

    void setVehicle(const Vehicle& vehicle);
    /// The vehicle as typed; fields that cannot be read keep the value of the vehicle that was set.
    Vehicle vehicle() const;
    /// What is wrong without looking at other vehicles, unreadable fields included, in the order of the form.
    std::vector<VehicleIssue> issues() const;
    /// Shows these next to their fields and clears the rest.
    void showIssues(const std::vector<VehicleIssue>& issues);
    void focusField(VehicleField field);
    /// Puts a value into a field that is still empty; a value found by decoding is marked as such.
    void fillIfEmpty(VehicleField field, const QString& text, const QString& hint);
    QString text(VehicleField field) const;
    /// What differs from the vehicle that was set, as typed and by code word of the field: for a Draft.
    QMap<QString, QString> typed() const;
    /// Puts that back. Fields and choices that are no more are left out.
    void setTyped(const QMap<QString, QString>& texts);

Q_SIGNALS:
    void edited(Forecourt::VehicleField field);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Section { Identity, Specification, Place, Money, Notes };
    static QList<VehicleField> fieldsOf(Section section);
    QWidget* makeEditor(VehicleField field);
    QVariant read(VehicleField field, std::optional<Error>* unreadable) const;
    QString asTyped(VehicleField field) const;
    /// Leaves out what the person signed in may not see.
    void showFields();
    void fillChoices();
    void retranslate();

    const LocationDirectory& m_locations;
    const UserDirectory& m_users;
    const AccessDirectory& m_access;
    const Clock& m_clock;
    Vehicle m_vehicle;
    QHash<VehicleField, FormField*> m_fields;
    QHash<VehicleField, QString> m_untouched;  ///< as asTyped() was when the vehicle was set
    QHash<int, Label*> m_headings;
};

}  // namespace Forecourt
