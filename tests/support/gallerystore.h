// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/sha256.h"
#include "models/gallery/photocommands.h"
#include "models/gallery/photorepository.h"
#include "tests/support/teststore.h"

namespace Forecourt::Tests {

/// A store with one vehicle and as many photos as a test wants. The photos' files are made up.
class GalleryStore : public TestStore {
public:
    GalleryStore()
    {
        must(edit([this](EditTransaction& transaction) {
            return transaction.insert(Table::Vehicles, vehicle.uuid(),
                                      {{QStringLiteral("stock_number"), QStringLiteral("B26-1187")}});
        }));
    }

    static NewPhoto newPhoto(const QString& name)
    {
        NewPhoto photo;
        photo.id = PhotoId::create();
        photo.originalSha = sha256("original " + name.toUtf8());
        photo.largeSha = sha256("large " + name.toUtf8());
        photo.mediumSha = sha256("medium " + name.toUtf8());
        photo.thumbSha = sha256("thumb " + name.toUtf8());
        photo.originalSize = 3'100'000;
        photo.largeSize = 400'000;
        photo.mediumSize = 120'000;
        photo.thumbSize = 9'000;
        photo.width = 4032;
        photo.height = 3024;
        photo.fileName = name;
        photo.mime = QStringLiteral("image/jpeg");
        return photo;
    }

    /// Adds one photo per letter, named by it.
    EditOutcome add(const QString& letters)
    {
        AddPhotos command{vehicle, {}};
        for (const QChar letter : letters)
            command.photos.push_back(newPhoto(letter));
        return must(journal().run(command).result());
    }

    /// 50 photos and those that somebody else added meanwhile, one per letter, which stand last.
    void overfill(const QString& letters)
    {
        QString names;
        for (int i = 0; i < Gallery::MaxPhotos; ++i)
            names += QChar(0x100 + i);
        add(names);
        std::vector<PhotoId> gone;
        for (qsizetype i = 0; i < letters.size(); ++i)
            gone.push_back(id(names[i]));
        const EditOutcome removal = must(journal().run(RemovePhotos{gone}).result());
        add(letters);
        must(journal().revert(removal.undo).result());
    }

    Gallery gallery()
    {
        return *store().read([this](Connection& c) { return PhotoRepository(c).gallery(vehicle); }).result();
    }

    /// Names of the photos in order: "abc".
    QString order()
    {
        QString letters;
        for (const Photo& photo : gallery().photos)
            letters += photo.fileName;
        return letters;
    }

    PhotoId id(QChar letter)
    {
        for (const Photo& photo : gallery().photos) {
            if (photo.fileName == letter)
                return photo.id;
        }
        return {};
    }

    /// Name of the photo that stands for the vehicle.
    QString primary()
    {
        const Gallery now = gallery();
        return now.primary() ? now.primary()->fileName : QString();
    }

    EditOutcome move(const QString& letters, QChar before = {})
    {
        MovePhotos command{vehicle, {}, before.isNull() ? PhotoId() : id(before)};
        for (const QChar letter : letters)
            command.photos.push_back(id(letter));
        return must(journal().run(command).result());
    }

    EditOutcome must(const Expected<EditOutcome>& outcome)
    {
        if (!outcome)
            qFatal("edit: %d %s", static_cast<int>(outcome.error().code), qUtf8Printable(outcome.error().detail));
        return *outcome;
    }

    const VehicleId vehicle = VehicleId::create();
};

}  // namespace Forecourt::Tests
