// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/blobvault.h"
#include "sync/server/storedfiles.h"
#include "sync/server/unusedfiles.h"
#include "tests/sync/scopescene.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ScopeScene;
using Tests::ScopeStation;
using Tests::ScopeValues;

namespace {

/// A dealership with a directory of files. Days pass when asked to.
struct FilesScene : ScopeScene {
    FilesScene() : car(boss.car(montreal)), farCar(boss.car(dakar))
    {
        read();
        open();
    }

    /// The server's process ends and starts again.
    void open() { files.emplace(directory.path()); }

    QByteArray store(const QByteArray& content) const
    {
        const QByteArray sha = sha256(content);
        QDir().mkpath(QFileInfo(path(sha)).path());
        QFile file(path(sha));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("test file");
        return sha;
    }
    QString path(const QByteArray& sha) const { return storedFilePath(directory.path(), sha); }
    bool has(const QByteArray& sha) const { return QFile::exists(path(sha)); }
    ServerStorage& storage() { return bench.engine().storage(); }

    /// One pass over all files.
    void look(UtcMs moment)
    {
        for (;;) {
            const auto more = files->step(storage(), moment);
            if (!more)
                qFatal("step: %s", qUtf8Printable(more.error().detail));
            if (!*more)
                return;
        }
    }
    void live(int days)
    {
        for (int day = 0; day < days; ++day)
            look(now += UnusedFiles::Day);
    }
    /// Until just before the file that was last counted today has its last day.
    static constexpr int Nearly = UnusedFiles::KeepDays;

    Uuid photo(ScopeStation& by, const QByteArray& sha)
    {
        const Uuid id = Uuid::create();
        by.push(by.make(Table::Photos, id, {{"vehicle_id", car.toBytes()}, {"original_sha", sha}}));
        return id;
    }

    Uuid car;
    Uuid farCar;  ///< out of Awa's sight
    QTemporaryDir directory;
    std::optional<UnusedFiles> files;
    UtcMs now = 1'700'000'000'000;
};

}  // namespace

class UnusedFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void aFileGoesAfterSixtyDaysWithoutARow()
    {
        FilesScene scene;
        const QByteArray sha = scene.store("nobody's");
        scene.live(FilesScene::Nearly);
        QVERIFY(scene.has(sha));
        scene.live(1);
        QVERIFY(!scene.has(sha));
        const UnusedFiles::Removed removed = scene.files->takeRemoved();
        QCOMPARE(removed.files, 1);
        QCOMPARE(removed.bytes, 8);
        QCOMPARE(scene.files->takeRemoved().files, 0);
        // Nothing of it is left, also no right to what is not there.
        QVERIFY(scene.storage().unusedFiles(static_cast<std::uint8_t>(sha.at(0)))->empty());
        QCOMPARE(QDir(scene.directory.filePath(u"leaving"_s)).count(),
                 QDir(scene.directory.path()).count() > 0 ? 2 : 0);
    }

    void aFileThatARowNamesStays()
    {
        FilesScene scene;
        const QByteArray sha = scene.store("photo");
        scene.photo(scene.awa, sha);
        scene.live(3 * FilesScene::Nearly);
        QVERIFY(scene.has(sha));
    }

    void aRemovedPhotoCanBeUndoneForSixtyDays()
    {
        FilesScene scene;
        const QByteArray sha = scene.store("photo");
        const Uuid id = scene.photo(scene.awa, sha);
        scene.live(10);
        scene.awa.push(scene.awa.remove(Table::Photos, id));
        scene.live(FilesScene::Nearly);
        QVERIFY(scene.has(sha));
        // It comes back: the count begins anew with the next removal.
        scene.awa.push(scene.awa.make(Table::Photos, id, {{"vehicle_id", scene.car.toBytes()}, {"original_sha", sha}}));
        scene.live(5);
        scene.awa.push(scene.awa.remove(Table::Photos, id));
        scene.live(FilesScene::Nearly);
        QVERIFY(scene.has(sha));
        scene.live(1);
        QVERIFY(!scene.has(sha));
    }

    void whatIsOfferedOrNamedIsCountedAnew_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("offered") << 0;
        QTest::newRow("sent again") << 1;
        QTest::newRow("named for a moment") << 2;
    }

    void whatIsOfferedOrNamedIsCountedAnew()
    {
        QFETCH(int, way);
        FilesScene scene;
        const QByteArray sha = scene.store("late photo");
        scene.live(FilesScene::Nearly);
        if (way == 0) {
            std::vector<StorageRequest> asked;
            asked.emplace_back(FileRequest{1, 7, {}, sha, true});
            scene.bench.engine().handle(std::move(asked));
        } else if (way == 1) {
            QVERIFY(scene.storage().putUpload(sha, 7));
        } else {
            const Uuid id = scene.photo(scene.awa, sha);
            scene.awa.push(scene.awa.edit(Table::Photos, id, {{"original_sha", QByteArray(32, 'x')}}));
        }
        scene.live(FilesScene::Nearly);
        QVERIFY(scene.has(sha));
        scene.live(1);
        QVERIFY(!scene.has(sha));
    }

    void aClockThatJumpsRemovesNothing()
    {
        FilesScene scene;
        const QByteArray sha = scene.store("photo");
        scene.live(2);
        scene.now += 4000 * UnusedFiles::Day;
        scene.live(1);
        scene.now -= 4000 * UnusedFiles::Day;
        scene.live(FilesScene::Nearly - 5);
        QVERIFY(scene.has(sha));
        scene.live(10);
        QVERIFY(!scene.has(sha));
    }

    void manyLooksOnOneDayAreOneDay()
    {
        FilesScene scene;
        const QByteArray sha = scene.store("photo");
        for (int hour = 3; hour < 24 * FilesScene::Nearly; hour += 3) {
            scene.open();
            scene.look(scene.now += 3 * 3'600'000);
        }
        QVERIFY(scene.has(sha));
        scene.live(2);
        QVERIFY(!scene.has(sha));
    }

    void severalServersCountADayOnce()
    {
        FilesScene scene;
        const QByteArray sha = scene.store("photo");
        UnusedFiles other(scene.directory.path());
        const std::unique_ptr<ServerStorage> beside = scene.bench.store.open();
        for (int day = 0; day < FilesScene::Nearly; ++day) {
            scene.live(1);
            while (*other.step(*beside, scene.now + 1000)) {
            }
        }
        QVERIFY(scene.has(sha));
        scene.live(1);
        QVERIFY(!scene.has(sha));
    }

    void whatAConflictOrARefusalKeepsStays()
    {
        FilesScene scene;
        const QByteArray first = scene.store("first logo");
        const QByteArray second = scene.store("second logo");
        const QByteArray third = scene.store("third logo");
        const QByteArray refused = scene.store("photo of a car that is not Awa's");
        const Uuid logo = Uuid::create();
        scene.boss.push(scene.boss.make(Table::Logos, logo, {{"name", u"North"_s}, {"image_sha", first}}));
        scene.read();
        // Two people change it without having seen each other's.
        Wire::Op late = scene.awa.edit(Table::Logos, logo, {{"image_sha", second}});
        scene.boss.push(scene.boss.edit(Table::Logos, logo, {{"image_sha", third}}));
        scene.awa.push(late);
        QCOMPARE(scene.awa.refusal(scene.awa.make(Table::Photos, Uuid::create(),
                                                  {{"vehicle_id", scene.farCar.toBytes()}, {"original_sha", refused}})),
                 u"no_access"_s);
        scene.live(2 * FilesScene::Nearly);
        QVERIFY(!scene.has(first));
        QVERIFY(scene.has(second));
        QVERIFY(scene.has(third));
        QVERIFY(scene.has(refused));
    }

    void aServerThatDiedWhileAFileLeftPutsItBack()
    {
        FilesScene scene;
        const QByteArray sha = scene.store("photo");
        scene.photo(scene.awa, sha);
        const QByteArray again = scene.store("sent again meanwhile");
        QDir(scene.directory.path()).mkpath(u"leaving"_s);
        const auto aside = [&](const QByteArray& one) {
            return scene.directory.filePath(u"leaving/"_s + QString::fromLatin1(one.toHex()));
        };
        QVERIFY(QFile::rename(scene.path(sha), aside(sha)));
        QVERIFY(QFile::copy(scene.path(again), aside(again)));
        scene.open();
        scene.live(1);
        QVERIFY(scene.has(sha));
        QVERIFY(scene.has(again));
        QVERIFY(!QFile::exists(aside(sha)));
        QVERIFY(!QFile::exists(aside(again)));
    }

    void moreThanOneStepCanTakeGoInSeveral()
    {
        FilesScene scene;
        // Files of one folder, whatever is in them: their names alone count.
        QDir(scene.directory.path()).mkpath(u"ab"_s);
        std::vector<QByteArray> all;
        for (size_t i = 0; i < 2 * UnusedFiles::Together + 3; ++i) {
            all.push_back('\xab' + sha256(QByteArray::number(i)).first(31));
            QFile file(scene.path(all.back()));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        scene.live(FilesScene::Nearly + 1);
        for (const QByteArray& sha : all)
            QVERIFY(!scene.has(sha));
        QCOMPARE(scene.files->takeRemoved().files, static_cast<qint64>(all.size()));
    }

    void aFileThatWentIsAskedForAgain()
    {
        FilesScene scene;
        BlobVault vault(scene.directory.path());
        const QByteArray content("photo");
        const QByteArray sha = scene.store(content);
        const auto offered = [&] { return vault.handle(Wire::Offer{sha, content.size()}).front(); };
        QVERIFY(std::holds_alternative<Wire::Got>(offered()));
        scene.live(FilesScene::Nearly + 1);
        QVERIFY(std::holds_alternative<Wire::Have>(offered()));
        QVERIFY(std::holds_alternative<Wire::Got>(vault.handle(Wire::Put{sha, 0, content}).front()));
        QVERIFY(scene.has(sha));
    }

    void aStorageThatFailsLosesNothing()
    {
        FilesScene scene;
        const QByteArray sha = scene.store("photo");
        scene.live(FilesScene::Nearly);
        // Its tables are gone: nothing can be asked, and so nothing may leave.
        auto& storage = dynamic_cast<SqlStorage&>(scene.storage());
        QVERIFY(storage.session().script(u"ALTER TABLE blob_upload RENAME TO elsewhere"_s));
        scene.now += UnusedFiles::Day;
        bool failed = false;
        for (bool more = true; more && !failed;) {
            const auto step = scene.files->step(scene.storage(), scene.now);
            failed = !step;
            more = step && *step;
        }
        QVERIFY(failed);
        QVERIFY(scene.has(sha));
        QVERIFY(storage.session().script(u"ALTER TABLE elsewhere RENAME TO blob_upload"_s));
        scene.look(scene.now);
        QVERIFY(!scene.has(sha));
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::UnusedFilesTest)
#include "tst_unusedfiles.moc"
