// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sync/scopescene.h"

#include <QTest>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ScopeScene;
using Tests::ScopeStation;
using Tests::ScopeValues;
using Tests::ServerBench;

class ServerScopesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void everybodyReceivesTheRowsOfTheirLocations_data()
    {
        QTest::addColumn<bool>("live");
        QTest::newRow("live") << true;
        QTest::newRow("caught up") << false;
    }

    void everybodyReceivesTheRowsOfTheirLocations()
    {
        QFETCH(bool, live);
        ScopeScene scene;
        if (!live)
            scene.awa.leave();
        const Uuid near = scene.boss.car(scene.montreal);
        const Uuid far = scene.boss.car(scene.toronto);
        const Uuid anywhere = scene.boss.car({});
        if (!live) {
            scene.bench.restart();
            scene.boss.join();
            scene.awa.join();
            scene.theo.join();
        }
        scene.read();
        QVERIFY(scene.awa.has(Table::Vehicles, near));
        QVERIFY(!scene.awa.has(Table::Vehicles, far));
        QVERIFY(scene.awa.has(Table::Vehicles, anywhere));
        QCOMPARE(scene.awa.received, 2);
        QCOMPARE(scene.theo.count(Table::Vehicles), 3);
        QCOMPARE(scene.awa.welcome.locations, std::vector<Uuid>{scene.montreal});
    }

    void photosFollowTheirVehicle()
    {
        ScopeScene scene;
        const Uuid far = scene.boss.car(scene.toronto);
        const Uuid photo = Uuid::create();
        QVERIFY(!scene.boss.push(scene.boss.make(Table::Photos, photo, {{"vehicle_id", far.toBytes()}})));
        scene.read();
        QVERIFY(!scene.awa.has(Table::Photos, photo));
        QVERIFY(scene.theo.has(Table::Photos, photo));

        QVERIFY(!scene.boss.push(scene.boss.edit(Table::Vehicles, far, {{"location_id", scene.montreal.toBytes()}})));
        scene.read();
        QVERIFY(scene.awa.has(Table::Photos, photo));
        QCOMPARE(scene.awa.value(Table::Photos, photo, "vehicle_id").toByteArray(), far.toBytes());
        QVERIFY2(scene.awa.value(Table::Vehicles, far, "vin").toString().startsWith(u"VIN"),
                 "who did not have it gets all of it");
        QCOMPARE(scene.theo.value(Table::Vehicles, far, "location_id").toByteArray(), scene.montreal.toBytes());

        QVERIFY(!scene.boss.push(scene.boss.edit(Table::Vehicles, far, {{"location_id", scene.dakar.toBytes()}})));
        scene.read();
        for (const ScopeStation* one : {&scene.awa, &scene.theo}) {
            QVERIFY(!one->has(Table::Vehicles, far));
            QVERIFY(!one->has(Table::Photos, photo));
        }
    }

    void aPhotoThatComesBeforeItsVehicleWaitsOutOfSight()
    {
        ScopeScene scene;
        const Uuid car = Uuid::create();
        const Uuid photo = Uuid::create();
        QVERIFY(!scene.boss.push(scene.boss.make(Table::Photos, photo, {{"vehicle_id", car.toBytes()}})));
        scene.read();
        QVERIFY(!scene.awa.has(Table::Photos, photo));
        QVERIFY(!scene.boss.push(scene.boss.make(Table::Vehicles, car, {{"location_id", scene.montreal.toBytes()}})));
        scene.read();
        QVERIFY(scene.awa.has(Table::Photos, photo));
    }

    void whoWasAwayForgetsWhatMovedMeanwhile_data()
    {
        QTest::addColumn<bool>("restart");
        QTest::addColumn<int>("moves");
        QTest::newRow("from the ring") << false << 1;
        QTest::newRow("from the storage") << true << 1;
        QTest::newRow("twice, from the storage") << true << 2;
    }

    void whoWasAwayForgetsWhatMovedMeanwhile()
    {
        QFETCH(bool, restart);
        QFETCH(int, moves);
        ScopeScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        const Uuid stays = scene.boss.car(scene.montreal);
        scene.read();
        QVERIFY(scene.awa.has(Table::Vehicles, car));
        scene.awa.leave();
        for (int move = 0; move < moves; ++move)
            QVERIFY(!scene.boss.push(scene.boss.edit(
                Table::Vehicles, car, {{"location_id", (move == 0 ? scene.toronto : scene.dakar).toBytes()}})));
        if (restart)
            scene.bench.restart();
        scene.awa.join();
        QVERIFY(!scene.awa.has(Table::Vehicles, car));
        QVERIFY(scene.awa.has(Table::Vehicles, stays));
        QCOMPARE(scene.awa.received, 2);
    }

    void whatMovedAwayAndBackIsThere()
    {
        ScopeScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        scene.read();
        scene.awa.leave();
        for (const Uuid to : {scene.toronto, scene.montreal})
            QVERIFY(!scene.boss.push(scene.boss.edit(Table::Vehicles, car, {{"location_id", to.toBytes()}})));
        scene.awa.join();
        QVERIFY(scene.awa.has(Table::Vehicles, car));
        QVERIFY(scene.awa.value(Table::Vehicles, car, "vin").toString().startsWith(u"VIN"));
    }

    void whoIsLimitedWhileConnectedForgetsTheRest()
    {
        ScopeScene scene;
        const Uuid near = scene.boss.car(scene.montreal);
        const Uuid far = scene.boss.car(scene.toronto);
        scene.read();
        scene.bench.grant(u"theo"_s, u"buyer"_s, {scene.montreal});
        QCOMPARE(scene.theo.ended(), u"access"_s);
        QVERIFY(scene.bench.isClosed(scene.theo.session));
        scene.theo.join();
        QVERIFY(scene.theo.has(Table::Vehicles, near));
        QVERIFY(!scene.theo.has(Table::Vehicles, far));
        QVERIFY(!View::stepFrom(scene.theo.view, scene.bench.accessOf(u"theo"_s), Schema::current()));
        QCOMPARE(scene.theo.received, 2);
    }

    void whoGainsALocationGetsItsRowsWhole()
    {
        ScopeScene scene;
        const Uuid far = scene.boss.car(scene.toronto);
        scene.boss.car(scene.montreal);
        scene.read();
        QCOMPARE(scene.awa.received, 1);
        scene.bench.grant(u"awa"_s, u"sales"_s, {scene.montreal, scene.toronto});
        QCOMPARE(scene.awa.ended(), u"access"_s);
        // Edited after her cursor, so the stream alone would bring only the field that changed.
        QVERIFY(!scene.boss.push(scene.boss.edit(Table::Vehicles, far, {{"color", u"red"_s}})));
        scene.awa.join();
        QVERIFY(scene.awa.value(Table::Vehicles, far, "vin").toString().startsWith(u"VIN"));
        QCOMPARE(scene.awa.value(Table::Vehicles, far, "color"), QVariant(u"red"_s));
        QVERIFY2(scene.awa.received <= 3, "what was there already does not come again");
    }

    void whatMovedWhileRightsChangedIsForgottenToo()
    {
        ScopeScene scene;
        const Uuid car = scene.boss.car(scene.toronto);
        scene.read();
        QVERIFY(scene.theo.has(Table::Vehicles, car));
        scene.theo.leave();
        QVERIFY(!scene.boss.push(scene.boss.edit(Table::Vehicles, car, {{"location_id", scene.dakar.toBytes()}})));
        scene.bench.grant(u"theo"_s, u"buyer"_s, {scene.montreal});
        scene.theo.join();
        QVERIFY(!scene.theo.has(Table::Vehicles, car));
    }

    void whatCameIntoSightWhileRightsChangedIsGivenWhole()
    {
        ScopeScene scene;
        const Uuid car = Uuid::create();
        const Uuid photo = Uuid::create();
        // Its vehicle is still to come: until then it is for those who see every location.
        QVERIFY(!scene.boss.push(
            scene.boss.make(Table::Photos, photo, {{"vehicle_id", car.toBytes()}, {"caption", u"front"_s}})));
        scene.bench.advance(1000);
        scene.read();
        QVERIFY(!scene.theo.has(Table::Photos, photo));
        scene.theo.leave();
        scene.bench.grant(u"theo"_s, u"manager"_s, {});
        QVERIFY(!scene.boss.push(scene.boss.make(Table::Vehicles, car, {{"notes", u"no location"_s}})));
        scene.theo.join();
        QVERIFY(scene.theo.has(Table::Vehicles, car));
        QCOMPARE(scene.theo.value(Table::Photos, photo, "caption"), QVariant(u"front"_s));
    }

    void aChangeOfRightsGoesOnAfterACut()
    {
        ServerCore::Options options;
        options.credit = 1;
        ScopeScene scene(options);
        for (int i = 0; i < 30; ++i)
            scene.boss.car(scene.toronto);
        for (int i = 0; i < 30; ++i)
            scene.boss.car(scene.montreal);
        scene.read();
        QCOMPARE(scene.theo.count(Table::Vehicles), 60);
        scene.theo.leave();
        scene.bench.grant(u"theo"_s, u"buyer"_s, {scene.montreal});
        // The first page is lost on its way.
        const SessionId cut = scene.bench.join("theo", scene.theo.cursor, SocketKind::Rows, scene.theo.view);
        scene.bench.leave(cut);
        scene.theo.join();
        QCOMPARE(scene.theo.count(Table::Vehicles), 30);
    }

    void anotherPersonAtTheSameComputerForgetsWhatIsNotTheirs()
    {
        ScopeScene scene;
        const Uuid mine = Uuid::create();
        QVERIFY(!scene.theo.push(
            scene.theo.make(Table::SavedViews, mine,
                            {{"name", u"trade-ins"_s}, {"user_id", scene.bench.accessOf(u"theo"_s).user.toBytes()}})));
        scene.theo.leave();
        scene.theo.join();
        scene.theo.leave();
        const Uuid far = scene.boss.car(scene.toronto);
        scene.theo.join();
        QVERIFY(scene.theo.has(Table::Vehicles, far));
        scene.theo.leave();
        scene.theo.rows[{static_cast<std::uint16_t>(Table::SavedViews), mine}] = {};
        // Awa sits down there.
        ScopeStation shared(scene.bench, "awa", 99);
        shared.rows = scene.theo.rows;
        shared.cursor = scene.theo.cursor;
        shared.view = scene.theo.view;
        shared.join();
        QVERIFY(!shared.has(Table::SavedViews, mine));
        QVERIFY(!shared.has(Table::Vehicles, far));
    }

    void whoStartsOverWithRowsForgetsWhatIsNotTheirs()
    {
        ScopeScene scene;
        const Uuid far = scene.boss.car(scene.toronto);
        const Uuid near = scene.boss.car(scene.montreal);
        scene.read();
        scene.theo.leave();
        scene.bench.grant(u"theo"_s, u"buyer"_s, {scene.montreal});
        scene.theo.cursor = 0;
        scene.theo.join();
        QVERIFY(!scene.theo.has(Table::Vehicles, far));
        QVERIFY(scene.theo.has(Table::Vehicles, near));
    }

    void aWorkstationOfBeforeThereWereScopesForgetsWhatItMayNotHave()
    {
        ScopeScene scene;
        const Uuid near = scene.boss.car(scene.montreal);
        const Uuid far = scene.boss.car(scene.toronto);
        ScopeStation old(scene.bench, "awa", 99);
        old.rows = scene.boss.rows;
        old.rows[{static_cast<std::uint16_t>(Table::Vehicles), near}] = {};
        old.rows[{static_cast<std::uint16_t>(Table::Vehicles), far}] = {};
        old.cursor = *scene.bench.engine().storage().seq();
        old.join();
        QVERIFY(old.has(Table::Vehicles, near));
        QVERIFY(!old.has(Table::Vehicles, far));
        QVERIFY(!old.view.isEmpty());
    }

    void aStoreThatStartsOverForgetsWhatItMayNotHave()
    {
        ScopeScene scene;
        const Uuid near = scene.boss.car(scene.montreal);
        const Uuid far = scene.boss.car(scene.toronto);
        scene.read();
        scene.theo.leave();
        scene.bench.grant(u"theo"_s, u"buyer"_s, {scene.montreal});
        QVERIFY(scene.theo.has(Table::Vehicles, far));
        // It has rows, but no page has told it up to where.
        scene.theo.cursor = 0;
        scene.theo.view = "?";
        scene.theo.join();
        QVERIFY(scene.theo.has(Table::Vehicles, near));
        QVERIFY(!scene.theo.has(Table::Vehicles, far));
        QVERIFY(scene.theo.view != "?");
    }

    void theCostIsForBuyersAndManagers()
    {
        ScopeScene scene;
        const Uuid car = scene.boss.car(scene.montreal, {{"cost_minor", 1'200'000}, {"asking_minor", 1'500'000}});
        scene.read();
        QCOMPARE(scene.theo.value(Table::Vehicles, car, "cost_minor"), QVariant(1'200'000));
        QVERIFY(!scene.awa.value(Table::Vehicles, car, "cost_minor").isValid());
        QCOMPARE(scene.awa.value(Table::Vehicles, car, "asking_minor"), QVariant(1'500'000));
        const int before = scene.awa.received;
        QVERIFY(!scene.boss.push(scene.boss.edit(Table::Vehicles, car, {{"cost_minor", 1'300'000}})));
        scene.read();
        QCOMPARE(scene.awa.received, before);
        QCOMPARE(scene.theo.value(Table::Vehicles, car, "cost_minor"), QVariant(1'300'000));
        QCOMPARE(scene.awa.welcome.withheld.size(), 1U);
        QCOMPARE(scene.awa.welcome.withheld.front().table, static_cast<std::uint16_t>(Table::Vehicles));
        QVERIFY(scene.boss.welcome.withheld.empty());

        // Caught up from the storage likewise.
        scene.bench.restart();
        ScopeStation again(scene.bench, "awa", 99);
        again.join();
        QVERIFY(again.has(Table::Vehicles, car));
        QVERIFY(!again.value(Table::Vehicles, car, "cost_minor").isValid());
    }

    void whoBecomesABuyerGetsTheCosts()
    {
        ScopeScene scene;
        const Uuid car = scene.boss.car(scene.montreal, {{"cost_minor", 7}});
        scene.read();
        scene.bench.grant(u"awa"_s, u"buyer"_s, {scene.montreal});
        QCOMPARE(scene.awa.ended(), u"access"_s);
        scene.awa.join();
        QCOMPARE(scene.awa.value(Table::Vehicles, car, "cost_minor"), QVariant(7));
        QVERIFY(scene.awa.welcome.withheld.empty());
        scene.bench.grant(u"awa"_s, u"sales"_s, {scene.montreal});
        QCOMPARE(scene.awa.ended(), u"access"_s);
        const int before = scene.awa.received;
        scene.awa.join();
        QCOMPARE(scene.awa.welcome.withheld.size(), 1U);
        QCOMPARE(scene.awa.received, before);
    }

    void aConflictIsAsSecretAsItsField()
    {
        ScopeScene scene;
        const Uuid car = scene.boss.car(scene.montreal, {{"cost_minor", 1}, {"color", u"red"_s}});
        for (const char* field : {"cost_minor", "color"}) {
            Wire::Op mine =
                scene.boss.edit(Table::Vehicles, car,
                                {{field, qstrcmp(field, "cost_minor") == 0 ? QVariant(2LL) : QVariant(u"blue"_s)}});
            Wire::Op theirs =
                scene.theo.edit(Table::Vehicles, car,
                                {{field, qstrcmp(field, "cost_minor") == 0 ? QVariant(3LL) : QVariant(u"green"_s)}});
            scene.boss.push(std::move(mine));
            scene.theo.push(std::move(theirs));
        }
        scene.read();
        QCOMPARE(scene.boss.count(Table::Conflicts), 2);
        QCOMPARE(scene.theo.count(Table::Conflicts), 2);
        QCOMPARE(scene.awa.count(Table::Conflicts), 1);
    }

    void nobodyWritesWhatTheyMayNotSee()
    {
        ScopeScene scene;
        const Uuid far = scene.boss.car(scene.toronto, {{"cost_minor", 5}});
        const Uuid near = scene.boss.car(scene.montreal);
        const Uuid photo = Uuid::create();
        QVERIFY(!scene.boss.push(scene.boss.make(Table::Photos, photo, {{"vehicle_id", far.toBytes()}})));
        scene.read();
        ScopeStation& awa = scene.awa;
        QCOMPARE(awa.refusal(awa.edit(Table::Vehicles, far, {{"color", u"red"_s}})), u"no_access"_s);
        QCOMPARE(awa.refusal(awa.remove(Table::Vehicles, far)), u"no_access"_s);
        QCOMPARE(awa.refusal(awa.edit(Table::Vehicles, near, {{"location_id", scene.toronto.toBytes()}})),
                 u"no_access"_s);
        QCOMPARE(awa.refusal(awa.edit(Table::Vehicles, far, {{"location_id", scene.montreal.toBytes()}})),
                 u"no_access"_s);
        QCOMPARE(awa.refusal(awa.make(Table::Vehicles, Uuid::create(), {{"location_id", scene.dakar.toBytes()}})),
                 u"no_access"_s);
        QCOMPARE(awa.refusal(awa.edit(Table::Vehicles, near, {{"cost_minor", 3}})), u"no_access"_s);
        QCOMPARE(awa.refusal(awa.edit(Table::Photos, photo, {{"caption", u"mine"_s}})), u"no_access"_s);
        QCOMPARE(awa.refusal(awa.make(Table::Photos, Uuid::create(), {{"vehicle_id", far.toBytes()}})), u"no_access"_s);
        QCOMPARE(awa.refusal(awa.make(Table::Photos, Uuid::create(), {{"vehicle_id", Uuid::create().toBytes()}})),
                 u"no_access"_s);
        QCOMPARE(awa.refusal(awa.edit(Table::Vehicles, near, {{"color", u"red"_s}})), u"taken"_s);
        QCOMPARE(awa.refusal(awa.make(Table::Vehicles, Uuid::create(), {{"location_id", scene.montreal.toBytes()}})),
                 u"taken"_s);
        QCOMPARE(awa.refusal(awa.make(Table::Photos, Uuid::create(), {{"vehicle_id", near.toBytes()}})), u"taken"_s);
        scene.read();
        QCOMPARE(scene.theo.value(Table::Vehicles, far, "location_id").toByteArray(), scene.toronto.toBytes());
        QVERIFY(!scene.theo.value(Table::Vehicles, far, "color").isValid());
    }

    void lastWordsReachAManager()
    {
        ScopeScene scene;
        const Uuid far = scene.boss.car(scene.toronto);
        scene.read();
        scene.theo.leave();
        scene.bench.grant(u"theo"_s, u"buyer"_s, {scene.montreal});
        Wire::Op words = scene.theo.edit(Table::Vehicles, far, {{"notes", u"client comes Friday"_s}});
        scene.theo.join();
        QVERIFY(!scene.theo.has(Table::Vehicles, far));
        QCOMPARE(scene.theo.refusal(std::move(words)), u"no_access"_s);
        scene.read();
        QCOMPARE(scene.boss.count(Table::Refusals), 1);
        QCOMPARE(scene.theo.count(Table::Refusals), 0);
        QCOMPARE(scene.awa.count(Table::Refusals), 0);
        const auto& kept = std::ranges::find_if(scene.boss.rows, [](const auto& row) {
                               return row.first.first == static_cast<std::uint16_t>(Table::Refusals);
                           })->first;
        QCOMPARE(scene.boss.value(Table::Refusals, kept.second, "record_id").toByteArray(), far.toBytes());
        const auto typed = Wire::decodeFields(scene.boss.value(Table::Refusals, kept.second, "body").toByteArray());
        QVERIFY(typed);
        QCOMPARE(typed->front().second, QVariant(u"client comes Friday"_s));
        QCOMPARE(scene.boss.refusal(scene.boss.edit(Table::Refusals, kept.second, {{"state", 1}})), u"taken"_s);
        QCOMPARE(scene.boss.refusal(scene.boss.edit(Table::Refusals, kept.second, {{"reason", u"x"_s}})),
                 u"no_access"_s);
    }

    void rightsAreReadAgainForEveryBatch()
    {
        ScopeScene scene;
        auto account = *scene.bench.engine().storage().accountByLogin(u"theo"_s);
        account->locations = {scene.montreal};
        QVERIFY(scene.bench.engine().storage().putAccount(*account));
        // The session has not heard of it yet.
        scene.bench.send(
            scene.theo.session,
            Wire::Push{{scene.theo.make(Table::Vehicles, Uuid::create(), {{"location_id", scene.toronto.toBytes()}})}});
        QCOMPARE(scene.theo.ended(), u"access"_s);
        QCOMPARE(*scene.bench.engine().storage().seq(), 0);
    }

    void whoFollowsLiveUnderTheSameRightsSharesThePage()
    {
        ScopeScene scene;
        scene.bench.enrol(u"awa"_s, "awa2");
        ScopeStation second(scene.bench, "awa2", 98);
        second.join();
        // Each session is told its view once; then pages are shared.
        scene.boss.car(scene.montreal);
        scene.read();
        second.read();
        scene.boss.car(scene.montreal);
        scene.read();
        second.read();
        QCOMPARE(second.count(Table::Vehicles), 2);
        QCOMPARE(scene.awa.count(Table::Vehicles), 2);
        QCOMPARE(second.rows, scene.awa.rows);
    }

    void aFileCountsAsArrivedOnceItIsNotedWhoHasIt()
    {
        // If the server ended in between, nobody would offer the file again, and nobody else might have it.
        ScopeScene scene;
        const QByteArray sha(32, 'y');
        const SessionId files = scene.bench.join("boss", 0, SocketKind::Blobs);
        scene.bench.expect<Wire::Welcome>(files);
        scene.bench.send(files, Wire::Offer{sha, 1});
        scene.bench.core().blobAnswered(files, {Wire::Got{sha}});
        const std::vector<ServerAction> actions = scene.bench.core().takeActions();
        QCOMPARE(actions.size(), 1U);
        const auto* asked = std::get_if<StorageAction>(&actions.front());
        QVERIFY2(asked && std::holds_alternative<UploadedRequest>(asked->request), "nothing is said before");
        const auto stored = [&](bool well) {
            scene.bench.core().stored(UploadedReply{files, sha, well}, scene.bench.clock.now());
            scene.bench.settle();
        };
        stored(false);
        QCOMPARE(scene.bench.expect<Wire::Missing>(files), (Wire::Missing{sha, u"fault"_s}));
        stored(true);
        QCOMPARE(scene.bench.expect<Wire::Got>(files).sha, sha);
    }

    void whoHasAFileThatIsThereAlreadyShowsItToTheirPeople()
    {
        // Two people take the same picture into the program: one sends it, the other is told that it is there.
        ScopeScene scene;
        const QByteArray sha(32, 'z');
        const auto photo = [&](ScopeStation& station, Uuid car) {
            QVERIFY(!station.push(
                station.make(Table::Photos, Uuid::create(), {{"vehicle_id", car.toBytes()}, {"original_sha", sha}})));
        };
        photo(scene.boss, scene.boss.car(scene.toronto));
        photo(scene.theo, scene.boss.car(scene.montreal));
        for (const char* token : {"boss", "theo"}) {
            const SessionId files = scene.bench.join(token, 0, SocketKind::Blobs);
            scene.bench.expect<Wire::Welcome>(files);
            scene.bench.send(files, Wire::Offer{sha, 1});
            scene.bench.core().blobAnswered(files, {Wire::Got{sha}});
            scene.bench.settle();
            scene.bench.expect<Wire::Got>(files);
        }
        const SessionId awa = scene.bench.join("awa", 0, SocketKind::Blobs);
        scene.bench.expect<Wire::Welcome>(awa);
        scene.bench.fileActions.clear();
        scene.bench.send(awa, Wire::Get{sha, 0, 1});
        QVERIFY2(!scene.bench.fileActions.empty() && scene.bench.fileActions.front().mayRead,
                 "sees the photo of the second");
    }

    void aKnownHashIsNoRightToTheBytes()
    {
        ScopeScene scene;
        const QByteArray sha(32, 'x');
        const Uuid far = scene.boss.car(scene.toronto);
        const Uuid near = scene.boss.car(scene.montreal);
        const auto photo = [&](ScopeStation& station, Uuid car) {
            const Uuid id = Uuid::create();
            if (station.push(station.make(Table::Photos, id, {{"vehicle_id", car.toBytes()}, {"original_sha", sha}})))
                qFatal("the photo was not taken");
            return id;
        };
        photo(scene.boss, far);
        const auto open = [&](const char* token) {
            const SessionId files = scene.bench.join(token, 0, SocketKind::Blobs);
            scene.bench.expect<Wire::Welcome>(files);
            return files;
        };
        const auto mayRead = [&](SessionId files) {
            scene.bench.fileActions.clear();
            scene.bench.send(files, Wire::Get{sha, 0, 1});
            if (!scene.bench.fileActions.empty()) {
                const bool may = scene.bench.fileActions.front().mayRead;
                scene.bench.core().blobAnswered(files, {});
                return may;
            }
            if (scene.bench.expect<Wire::Missing>(files).code != u"unknown"_s)
                qFatal("another answer");
            return false;
        };
        const auto uploaded = [&](SessionId files) {
            scene.bench.fileActions.clear();
            scene.bench.send(files, Wire::Offer{sha, 1});
            if (scene.bench.fileActions.empty())
                qFatal("the offer went nowhere");
            scene.bench.core().blobAnswered(files, {Wire::Got{sha}});
            scene.bench.advance(1);
            scene.bench.expect<Wire::Got>(files);
        };
        QVERIFY2(!mayRead(open("theo")), "nobody has shown that the file is theirs");
        uploaded(open("boss"));
        QVERIFY2(mayRead(open("theo")), "sees a photo of it");
        QVERIFY2(!mayRead(open("awa")), "sees no photo of it");

        // Knowing the name, she names it in a photo of her own.
        const Uuid trick = photo(scene.awa, near);
        QVERIFY(!mayRead(open("awa")));
        const SessionId awa = open("awa");
        scene.bench.send(awa, Wire::Offer{sha, 1});
        QVERIFY2(!scene.bench.fileActions.back().mayRead, "she has to send it");
        uploaded(awa);
        QVERIFY2(mayRead(open("awa")), "she had it all along");
        Q_UNUSED(trick)
    }

    void aStoreOfBeforeThereWereScopesIsBroughtIntoThem()
    {
        ScopeScene scene;
        const Uuid far = scene.boss.car(scene.toronto);
        const Uuid photo = Uuid::create();
        const QByteArray sha(32, 'y');
        QVERIFY(!scene.boss.push(
            scene.boss.make(Table::Photos, photo, {{"vehicle_id", far.toBytes()}, {"thumb_sha", sha}})));
        SqlSession& session = static_cast<SqlStorage&>(scene.bench.engine().storage()).session();
        QVERIFY(
            session.script(u"UPDATE row_state SET place = NULL, parent = NULL, roles = 2147483647; "
                           "DELETE FROM blob_link; DELETE FROM meta WHERE k = 'scope_rules'"_s));
        scene.bench.restart();
        scene.awa = ScopeStation(scene.bench, "awa", 98);
        scene.awa.join();
        scene.theo = ScopeStation(scene.bench, "theo", 99);
        scene.theo.join();
        QVERIFY(scene.theo.has(Table::Photos, photo));
        QVERIFY(!scene.awa.has(Table::Vehicles, far));
        QVERIFY(!scene.awa.has(Table::Photos, photo));
        ServerStorage& storage = scene.bench.engine().storage();
        QVERIFY(*storage.mayReadFile(sha, 98, scene.bench.accessOf(u"theo"_s)));
        QVERIFY(!*storage.mayReadFile(sha, 98, scene.bench.accessOf(u"awa"_s)));
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerScopesTest)
#include "tst_serverscopes.moc"
