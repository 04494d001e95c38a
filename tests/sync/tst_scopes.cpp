// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/blobstore.h"
#include "sync/server/sqlitestorage.h"
#include "tests/support/workstation.h"

#include <QDirIterator>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

/// Seventeen characters that appear nowhere else, neither whole nor in their last eight.
QString scopeVin(int number)
{
    return u"4T1SECRET%1X%2"_s.arg(number * 7919 % 100000, 5, 10, QLatin1Char('0'))
        .arg(number, 2, 10, QLatin1Char('0'));
}

/// Files below `folder` that hold `text`, in any case.
QStringList scopeFilesWith(const QString& folder, const QString& text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    const QByteArray wanted = text.toUtf8().toLower();
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(wanted))
            found.append(file.fileName());
    }
    return found;
}

int scopeCount(Workstation& on, Uuid location)
{
    return on.scalar(u"SELECT count(*) FROM vehicles WHERE location_id = ?"_s, {location.toBytes()}).toInt();
}

}  // namespace

/// Real stores and a real server process: what a person may not see is not on their disk.
class TestScopes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ServerProcess>();
        m_server->addUser(u"boss"_s);
        m_server->addUser(u"theo"_s, u"sales"_s);
        m_server->start();
        m_boss = std::make_unique<Workstation>();
        m_theo = std::make_unique<Workstation>();
        QVERIFY(m_boss->signIn(*m_server, u"boss"_s));
        QVERIFY(m_theo->signIn(*m_server, u"theo"_s));
        m_cars.clear();
        m_photos.clear();
        fill();
        QVERIFY(m_boss->settle(SyncClient::Files::Include));
        QVERIFY(m_theo->settle(SyncClient::Files::Include));
        QCOMPARE(scopeCount(*m_theo, Toronto), 6);
    }

    void cleanup()
    {
        m_boss.reset();
        m_theo.reset();
        m_server.reset();
    }

    void whoIsLimitedWhileConnectedKeepsNothingOfTheRest()
    {
        for (const QByteArray& sha : std::as_const(m_photos))
            QVERIFY(QFile::exists(BlobStore(m_theo->store().blobDirectory()).path(sha)));
        limit({Montreal});
        QTRY_COMPARE_WITH_TIMEOUT(scopeCount(*m_theo, Toronto), 0, 20'000);
        QVERIFY(m_theo->settle(SyncClient::Files::Include));
        QCOMPARE(scopeCount(*m_theo, Montreal), 6);
        QCOMPARE(m_theo->scalar(u"SELECT count(*) FROM photos"_s).toInt(), 6);
        QCOMPARE(m_theo->scalar(u"SELECT arguments FROM notifications WHERE kind = 'access_lost'"_s).toString(),
                 u"[\"Toronto\",\"6\"]"_s);
        QTRY_COMPARE(m_theo->sync().status().link, SyncStatus::Link::Online);
        compareDisk();

        // The location comes back whole.
        limit({});
        QTRY_COMPARE_WITH_TIMEOUT(scopeCount(*m_theo, Toronto), 6, 20'000);
        QVERIFY(m_theo->settle(SyncClient::Files::Include));
        QCOMPARE(m_theo->scalar(u"SELECT count(*) FROM vehicles WHERE vin <> ''"_s).toInt(), 12);
        for (const QByteArray& sha : std::as_const(m_photos))
            QVERIFY(QFile::exists(BlobStore(m_theo->store().blobDirectory()).path(sha)));
    }

    void lastWordsOfWhoWasOfflineAreKept()
    {
        m_theo->sync().setWorkOffline(true);
        const Uuid far = m_cars.at(7);
        const Uuid near = m_cars.at(1);
        for (const Uuid car : {far, near})
            QVERIFY(m_theo->edit([car](EditTransaction& edit) {
                return edit.update(Table::Vehicles, car, {{u"notes"_s, u"client comes Friday"_s}});
            }));
        const Uuid made = Uuid::create();
        QVERIFY(m_theo->edit([made](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, made,
                               {{u"stock_number"_s, u"TRADE-IN"_s}, {u"location_id"_s, Toronto.toBytes()}});
        }));
        limit({Montreal});
        m_theo->sync().setWorkOffline(false);
        QVERIFY(m_theo->settle());
        QTRY_COMPARE(m_theo->journal().counts().result()->waiting, 0);
        QCOMPARE(
            m_theo->scalar(u"SELECT count(*) FROM vehicles WHERE location_id = ? AND _del = 0"_s, {Toronto.toBytes()})
                .toInt(),
            0);
        const auto refused = *m_theo->journal().rejected(10).result();
        QCOMPARE(refused.size(), 2U);
        QCOMPARE(refused.back().id, far);
        QCOMPARE(refused.back().code, u"no_access"_s);
        QCOMPARE(refused.back().values.front().toString(), u"client comes Friday"_s);
        QVERIFY(m_theo->settle());
        compareDisk();

        QVERIFY(m_boss->settle());
        QTRY_COMPARE(m_boss->scalar(u"SELECT count(*) FROM refusals"_s).toInt(), 2);
        QCOMPARE(m_boss->scalar(u"SELECT notes FROM vehicles WHERE id = ?"_s, {near.toBytes()}).toString(),
                 u"client comes Friday"_s);
        QCOMPARE(m_theo->scalar(u"SELECT count(*) FROM refusals"_s).toInt(), 0);
    }

    void aRoleThatLosesTheCostKeepsNone()
    {
        QCOMPARE(m_theo->scalar(u"SELECT count(*) FROM vehicles WHERE cost_minor IS NOT NULL"_s).toInt(), 0);
        limit({}, u"buyer"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_theo->scalar(u"SELECT count(*) FROM vehicles WHERE cost_minor IS NOT NULL"_s).toInt(), 12, 20'000);
        limit({}, u"sales"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_theo->scalar(u"SELECT count(*) FROM vehicles WHERE cost_minor IS NOT NULL"_s).toInt(), 0, 20'000);
        QCOMPARE(m_theo->scalar(u"SELECT count(*) FROM vehicles"_s).toInt(), 12);
        // A new car of theirs is taken, although its form has a currency for the cost.
        QVERIFY(m_theo->edit([](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, Uuid::create(),
                               {{u"make"_s, u"Kia"_s}, {u"cost_minor"_s, {}}, {u"cost_currency"_s, u"CAD"_s}});
        }));
        QVERIFY(m_theo->settle());
        QCOMPARE(m_theo->journal().counts().result()->rejected, 0);
        const auto typed = m_theo->edit([](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, Uuid::create(), {{u"cost_minor"_s, 5}});
        });
        QVERIFY(!typed);
        QCOMPARE(typed.error().code, ErrorCode::NotAllowed);
    }

private:
    inline static const Uuid Montreal = Uuid::fromParts(1, 1, 1);
    inline static const Uuid Toronto = Uuid::fromParts(2, 2, 2);

    /// Six cars in each location, each with a photo.
    void fill()
    {
        const BlobStore blobs(m_boss->store().blobDirectory());
        QVERIFY(m_boss->edit([](EditTransaction& edit) -> Expected<void> {
            FC_TRY(edit.insert(Table::Locations, Montreal, {{u"code"_s, u"MTL"_s}, {u"name"_s, u"Montréal"_s}}));
            return edit.insert(Table::Locations, Toronto, {{u"code"_s, u"TOR"_s}, {u"name"_s, u"Toronto"_s}});
        }));
        for (int i = 0; i < 12; ++i) {
            const Uuid car = Uuid::create();
            const auto sha = blobs.put("photo of " + scopeVin(i).toUtf8());
            QVERIFY(sha);
            m_cars.append(car);
            if (i >= 6)
                m_photos.append(*sha);
            QVERIFY(m_boss->edit([&](EditTransaction& edit) -> Expected<void> {
                FC_TRY(edit.insert(Table::Vehicles, car,
                                   {{u"vin"_s, scopeVin(i)},
                                    {u"stock_number"_s, u"S-%1"_s.arg(i)},
                                    {u"cost_minor"_s, 1'000'000 + i},
                                    {u"location_id"_s, (i < 6 ? Montreal : Toronto).toBytes()}}));
                FC_TRY(edit.insert(Table::Photos, Uuid::create(),
                                   {{u"vehicle_id"_s, car.toBytes()}, {u"thumb_sha"_s, *sha}}));
                return noteBlobHere(edit.connection(), *sha, 26, BlobPriority::Thumbnail, edit.now());
            }));
        }
    }

    /// As another process on the server would.
    void limit(std::vector<Uuid> locations, const QString& role = u"sales"_s)
    {
        auto storage = SqliteStorage::open(m_server->dataDirectory() + u"/server.sqlite"_s);
        QVERIFY(storage);
        auto account = *(*storage)->accountByLogin(u"theo"_s);
        account->locations = std::move(locations);
        account->role = role;
        QVERIFY((*storage)->putAccount(*account));
    }

    /// Nothing of Toronto's cars is in any file of the store, while Montréal's are.
    void compareDisk()
    {
        for (int i = 0; i < 12; ++i) {
            for (const QString& text : {scopeVin(i), scopeVin(i).right(8)}) {
                const QStringList files = scopeFilesWith(m_theo->path(), text);
                if (i < 6)
                    QVERIFY(!files.isEmpty());
                else
                    QVERIFY2(files.isEmpty(), qPrintable(text + u" in "_s + files.join(u", "_s)));
            }
        }
    }

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Workstation> m_boss;
    std::unique_ptr<Workstation> m_theo;
    QList<Uuid> m_cars;
    QList<QByteArray> m_photos;  ///< of Toronto's cars
};

QTEST_GUILESS_MAIN(TestScopes)
#include "tst_scopes.moc"
