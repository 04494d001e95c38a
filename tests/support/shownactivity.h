// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/activity/activitylistmodel.h"
#include "models/gallery/imageworkerpool.h"
#include "models/gallery/thumbnailsource.h"
#include "models/outbox/accessdirectory.h"
#include "tests/support/dealershipstore.h"
#include "tests/support/shellfixture.h"
#include "ui/activity/activitypage.h"
#include "ui/activity/activityview.h"
#include "ui/vehicle/inventorypage.h"

#include <QJsonArray>

#include <deque>
#include <limits>

namespace Forecourt::Tests {

/// A window over a real store with inventory and activity, in which a manager is signed in, and a scripted server whose
/// audit log is `log`, newest first.
class ShownActivity {
public:
    explicit ShownActivity(DealershipStore& dealership, const QString& role = QStringLiteral("manager"),
                           const QString& language = QStringLiteral("en"))
        : shop(dealership)
    {
        person = shop.scalar(QStringLiteral("SELECT id FROM users")).toByteArray();
        StoreIdentity identity;
        identity.dealership = QByteArray(16, 'd');
        identity.device = 2;
        identity.user = UserId(Uuid::fromBytes(person));
        if (!shop.journal().enrol(identity).result())
            qFatal("enrol");
        StoreAccess access;
        access.role = role;
        if (!shop.journal().setAccess(access, false).result())
            qFatal("access");
        directory = std::make_unique<AccessDirectory>(shop.store());
        thumbnails = std::make_unique<ThumbnailSource>(BlobStore(shop.store().blobDirectory()));
        shell = std::make_unique<ShellFixture>(shop, language,
                                               std::vector{InventoryPage::entry(services), ActivityPage::entry()});
        services = {shell->locations.get(), shell->users.get(), directory.get(), thumbnails.get(), &workers};
        shell->sync.answers.insert(QStringLiteral("audit.list"),
                                   [this](const QJsonObject& asked) { return answer(asked); });
    }

    /// Opens the window and waits for the people.
    void start()
    {
        shell->start();
        QTRY_VERIFY(!shell->users->all().empty());
        QTRY_VERIFY(shell->window->currentPage());
    }
    void open()
    {
        start();
        shell->window->open({QStringLiteral("activity"), {}});
        QTRY_VERIFY(page());
    }

    ActivityPage* page() const { return qobject_cast<ActivityPage*>(shell->window->currentPage()); }
    ActivityListModel* model() const { return page()->findChild<ActivityListModel*>(); }
    ActivityView* view() const { return page()->findChild<ActivityView*>(); }
    /// Arguments of the newest request for the log.
    QJsonObject asked() const
    {
        for (auto it = shell->sync.requests.crbegin(); it != shell->sync.requests.crend(); ++it)
            if (it->first == QStringLiteral("audit.list"))
                return it->second;
        return {};
    }

    /// An entry about a vehicle, or about nothing if `vehicle` is null; it becomes the newest.
    QJsonObject& add(const QString& kind, Uuid vehicle = {}, const QJsonArray& changes = {})
    {
        QJsonObject entry{{QStringLiteral("id"), ++lastId},
                          {QStringLiteral("at"), qint64(shop.clock.now() - 60'000LL * (1'000 - lastId))},
                          {QStringLiteral("kind"), kind},
                          {QStringLiteral("user_id"), Uuid::fromBytes(person).toString()},
                          {QStringLiteral("user"), QStringLiteral("Aïcha Diallo")},
                          {QStringLiteral("device"), 3},
                          {QStringLiteral("device_name"), QStringLiteral("Front desk")},
                          {QStringLiteral("address"), QStringLiteral("192.0.2.7")},
                          {QStringLiteral("hash"), QString(64, QLatin1Char('a'))}};
        if (!vehicle.isNull()) {
            entry.insert(QStringLiteral("table"), QStringLiteral("vehicles"));
            entry.insert(QStringLiteral("record"), vehicle.toString());
        }
        if (!changes.isEmpty())
            entry.insert(QStringLiteral("changes"), changes);
        log.push_front(entry);
        return log.front();
    }
    static QJsonObject change(const QString& field, const QJsonValue& before, const QJsonValue& after)
    {
        return {{QStringLiteral("field"), field}, {QStringLiteral("before"), before}, {QStringLiteral("after"), after}};
    }

    /// What the server says: filters by record and kinds, and looks at no more than `looked` entries.
    Expected<QJsonObject> answer(const QJsonObject& asked) const
    {
        if (error)
            return fail(*error);
        QJsonArray entries;
        const qint64 before = asked.value(QStringLiteral("before")).toInteger(std::numeric_limits<qint64>::max());
        const qint64 after = asked.value(QStringLiteral("after")).toInteger();
        const int limit = asked.value(QStringLiteral("limit")).toInt(100);
        int seen = 0;
        QJsonObject told;
        for (const QJsonObject& entry : log) {
            const qint64 id = entry.value(QStringLiteral("id")).toInteger();
            if (id >= before || id <= after)
                continue;
            if (seen++ == looked || entries.size() == limit) {
                told.insert(QStringLiteral("next"), id + 1);
                told.insert(QStringLiteral("reached"), entry.value(QStringLiteral("at")));
                break;
            }
            if (asked.contains(QStringLiteral("record")) &&
                asked.value(QStringLiteral("record")) != entry.value(QStringLiteral("record")))
                continue;
            if (asked.contains(QStringLiteral("kinds")) &&
                !asked.value(QStringLiteral("kinds")).toArray().contains(entry.value(QStringLiteral("kind"))))
                continue;
            entries.append(entry);
        }
        told.insert(QStringLiteral("entries"), entries);
        return told;
    }

    DealershipStore& shop;
    QByteArray person;
    VehicleServices services;
    std::unique_ptr<AccessDirectory> directory;
    std::unique_ptr<ThumbnailSource> thumbnails;
    ImageWorkerPool workers;
    std::deque<QJsonObject> log;
    qint64 lastId = 0;
    int looked = 500;
    std::optional<Error> error;
    std::unique_ptr<ShellFixture> shell;  ///< last: it uses what stands before
};

}  // namespace Forecourt::Tests
