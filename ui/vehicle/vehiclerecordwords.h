// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/recordwords.h"
#include "ui/shell/shellcontext.h"
#include "ui/vehicle/vehicleconflictwords.h"

#include <QHash>

namespace Forecourt {

/// Says changes of vehicles, their photos, sites and saved views in words: for the list of what waits, what was
/// refused, and notifications about vehicles.
class VehicleRecordWords : public RecordWords {
    Q_OBJECT

public:
    VehicleRecordWords(const ShellContext& context, const VehicleServices& services, QObject* parent);

    bool knows(std::uint16_t table) const override;
    QFuture<Expected<std::vector<RecordLine>>> changes(std::vector<OutboxEntry> entries) override;
    QFuture<Expected<std::vector<ConflictText>>> conflicts(std::vector<ConflictedRecord> records) override;
    QFuture<Expected<std::vector<RecordTitle>>> titles(std::vector<RecordKey> records) override;
    std::vector<FieldChangeText> fieldChanges(std::uint16_t table, const Fields& before, const Fields& after,
                                              const Fields& units) const override;
    QStringList columnsNamed(const QString& text) const override;
    QWidget* makeValueEditor(const ConflictedRecord& record, const Conflict& conflict, QWidget* parent) const override;
    Expected<Fields> typedValue(const ConflictedRecord& record, const Conflict& conflict,
                                const QWidget* editor) const override;
    QString valueText(const ConflictedRecord& record, const Fields& columns) const override;
    QWidget* makePortrait(const ConflictedRecord& record, QWidget* parent) const override;
    std::optional<RecordLine> notification(const Notification& notification) const override;

    /// What the words are made of, read from the store: the vehicle of each entry and the names of places.
    struct Names {
        QHash<Uuid, QString> labels;  ///< of records, by id
        QHash<Uuid, Uuid> vehicles;   ///< vehicle of a photo
    };

private:
    std::vector<RecordLine> lines(const std::vector<OutboxEntry>& entries, const Names& names) const;
    RecordLine vehicleLine(const OutboxEntry& entry, const Names& names) const;
    QString fieldChange(const OutboxEntry& entry, const QString& vehicle) const;
    static RecordLine photoLine(const OutboxEntry& entry, int count, const QString& vehicle);

    ShellContext m_context;
    VehicleServices m_services;
    VehicleConflictWords m_words;
};

}  // namespace Forecourt
