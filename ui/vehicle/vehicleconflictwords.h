// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/conflict.h"
#include "models/vehicle/vehiclefield.h"
#include "ui/shell/recordwords.h"
#include "ui/vehicle/vehicleservices.h"

#include <QCoreApplication>

namespace Forecourt {

/// Says conflicts about vehicles, photos, sites and saved views in words, and reads what a person types instead.
/// Lives on the GUI thread.
class VehicleConflictWords {
    Q_DECLARE_TR_FUNCTIONS(VehicleConflictWords)

public:
    /// What the words need from the store, read beforehand.
    struct Names {
        QString label;  ///< stock number, file name, code…
        QString name;   ///< "2016 Toyota Highlander XLE"; of a photo the stock number of its vehicle
        Uuid vehicle;   ///< where it is shown; null for nowhere
    };
    static Expected<std::vector<Names>> readNames(Connection& connection, const std::vector<ConflictedRecord>& records);

    explicit VehicleConflictWords(const VehicleServices& services) : m_services(services) {}

    ConflictText text(const ConflictedRecord& record, const Names& names) const;
    /// Words for the columns of one conflict; empty for nothing.
    QString value(const ConflictedRecord& record, const Fields& columns) const;
    /// One line per field that a person knows: "Asking price: $21,750".
    QStringList lines(std::uint16_t table, const Fields& columns) const;

    /// What became of the columns of a record, field by field, as a person knows them.
    std::vector<FieldChangeText> changes(std::uint16_t table, const Fields& before, const Fields& after,
                                         const Fields& units) const;
    /// Columns in whose names for people `text` occurs.
    static QStringList columnsNamed(const QString& text);

    QWidget* makeEditor(const ConflictedRecord& record, const Conflict& conflict, QWidget* parent) const;
    Expected<Fields> typed(const ConflictedRecord& record, const Conflict& conflict, const QWidget* editor,
                           UtcMs now) const;
    /// Photo, key tag and site of a vehicle; null for other records.
    QWidget* makePortrait(const ConflictedRecord& record, QWidget* parent) const;

private:
    QString fieldName(std::uint16_t table, const Fields& columns) const;
    QString vehicleValueText(VehicleField field, const QVariant& value) const;
    QString columnText(std::uint16_t table, const QString& column, const Fields& columns) const;
    static QString plainText(const QString& column, const QVariant& value);
    static QString columnName(const QString& column);

    VehicleServices m_services;
};

}  // namespace Forecourt
