// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/gallery/gallery.h"

#include <QAbstractListModel>

#include <optional>

namespace Forecourt {

class Store;
struct ChangeSet;

/// The photos of one vehicle in order, kept up to date: rows are inserted, moved and removed one by one, so that
/// selection and scrolling survive edits and sync. Lives on the GUI thread; reads on the store's readers.
class GalleryListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        PhotoRole = Qt::UserRole + 1,  ///< Photo, the whole value
        IdRole,                        ///< PhotoId
        NumberRole,                    ///< place from 1
        PrimaryRole,                   ///< bool
        CaptionRole,
        FileNameRole,
    };

    explicit GalleryListModel(Store& store, QObject* parent = nullptr);
    ~GalleryListModel() override;

    /// Shows another vehicle; a null id empties the model.
    void setVehicle(VehicleId vehicle);
    VehicleId vehicle() const { return m_gallery.vehicle; }
    const Gallery& gallery() const { return m_gallery; }
    /// False until the first reading of this vehicle has come back.
    bool isLoaded() const { return m_loaded; }
    /// Why the last reading failed.
    const std::optional<Error>& error() const { return m_error; }
    int rowOf(PhotoId id) const { return m_gallery.indexOf(id); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    /// The gallery was read: for the first time, or again after a change.
    void loaded();

private:
    void onCommitted(const ChangeSet& changes);
    void reload();
    void become(Gallery fresh);

    Store& m_store;
    Gallery m_gallery;
    PhotoId m_primary;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_stale = false;
    std::optional<Error> m_error;
};

}  // namespace Forecourt
