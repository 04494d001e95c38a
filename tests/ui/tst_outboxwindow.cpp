// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/unsentvehicles.h"
#include "tests/support/scriptedsynccontrol.h"
#include "tests/support/shownsync.h"
#include "ui/shell/appearance.h"
#include "ui/shell/originalschoice.h"
#include "ui/shell/outboxlistmodel.h"
#include "ui/shell/outboxwindow.h"
#include "ui/shell/syncwords.h"
#include "ui/shell/transfercard.h"
#include "ui/widgets/note.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QListView>
#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// What waits, what was refused, and the way by file, with real stores, real keys and a real server.
class OutboxWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<ShellSettings>(QString());
        m_settings->wishForSession(u"light"_s, u"en"_s);
        m_appearance = std::make_unique<Appearance>(*qApp, *m_settings);
        m_server.addUser(u"awa"_s);
        m_server.addUser(u"vera"_s, u"viewer"_s);
        m_server.addUser(u"theo"_s, u"sales"_s);
        m_server.start();
    }

    void saysWhatWaitsInWordsAndLeadsToTheRecord()
    {
        Workstation workstation;
        ShownSync shown(workstation);
        const Uuid car = addCar(workstation, u"B26-1201"_s);
        open(shown);
        auto* list = shown.named<QListView>(m_window, u"Changes that wait to be sent"_s);
        QVERIFY(list);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"B26-1201 added"_s);
        QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Waiting to send"_s));
        const Uuid second = addCar(workstation, u"B26-1202"_s);
        QTRY_COMPARE(list->model()->rowCount(), 2);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        shown.press(Qt::Key_Return);
        QCOMPARE(shown.navigator.opened.size(), 1);
        QCOMPARE(shown.navigator.opened.front().path.value(1), car.toString());
        QVERIFY(second != car);
        shown.press(Qt::Key_Escape);
        QTRY_VERIFY(!m_window);
    }

    void hasWordsWhereNothingWaits()
    {
        Workstation workstation;
        ShownSync shown(workstation);
        open(shown);
        QTRY_VERIFY(shown.texts(m_window).contains(u"Everything is sent"_s));
        shown.press(Qt::Key_Tab, Qt::ControlModifier);
        QTRY_VERIFY(shown.texts(m_window).contains(u"Everything was accepted"_s));
        shown.press(Qt::Key_Tab, Qt::ControlModifier);
        QTRY_VERIFY(shown.texts(m_window).contains(u"Every photo of this computer is on the server."_s));
        delete m_window;
    }

    void refusedChangesAreCopiedDiscardedBroughtBackAndSentAgain()
    {
        Workstation workstation;
        QVERIFY(workstation.signIn(m_server, u"vera"_s));
        ShownSync shown(workstation);
        addCar(workstation, u"B26-1301"_s);
        addCar(workstation, u"B26-1302"_s);
        QVERIFY(workstation.settle());
        QTRY_COMPARE(workstation.sync().status().counts.rejected, 2);
        QCOMPARE(workstation.sync().status().counts.waiting, 0);
        open(shown);
        auto* list = shown.named<QListView>(m_window, u"Changes that were not accepted"_s);
        QVERIFY(list);
        QTRY_COMPARE(list->model()->rowCount(), 2);
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(list->model()
                    ->index(0, 0)
                    .data(OutboxListModel::SubtitleRole)
                    .toString()
                    .startsWith(u"Your role does not permit this."_s));

        list->setFocus();
        shown.press(Qt::Key_A, Qt::ControlModifier);
        shown.press(Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"B26-1301 added"_s) && copied.contains(u"Stock number: B26-1302"_s) &&
                     copied.contains(u"Make: Toyota"_s),
                 qUtf8Printable(copied));

        list->clearSelection();
        list->setCurrentIndex(list->model()->index(0, 0));
        shown.press(Qt::Key_Delete);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        auto* back = shown.named<QAbstractButton>(m_window, u"Bring back 1 discarded"_s);
        QTRY_VERIFY((back = shown.named<QAbstractButton>(m_window, u"Bring back 1 discarded"_s)));
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_COMPARE(list->model()->rowCount(), 2);

        const qlonglong refusedBefore = workstation.scalar(u"SELECT max(opid) FROM sync_reject"_s).toLongLong();
        list->selectAll();
        QTest::mouseClick(shown.named<QAbstractButton>(m_window, u"Send again"_s), Qt::LeftButton);
        // The server refuses both again, under new numbers; nothing is lost on the way.
        QTRY_COMPARE(workstation.scalar(u"SELECT count(*) FROM sync_reject WHERE opid > ?"_s, {refusedBefore}).toInt(),
                     2);
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QCOMPARE(workstation.journal().counts().result()->waiting, 0);
        delete m_window;
    }

    void aManagerTakesOverWhatWasRefusedToAnother()
    {
        Workstation sales;
        Workstation manager;
        QVERIFY(manager.signIn(m_server, u"awa"_s));
        QVERIFY(manager.settle());
        // Other tests may have left some.
        const int before = manager.scalar(u"SELECT count(*) FROM refusals WHERE state = 0"_s).toInt();
        // Typed before this computer knew that what a car cost is not for whoever signs in.
        for (const QString& stock : {u"B26-1501"_s, u"B26-1502"_s})
            QVERIFY(sales.edit([&stock](EditTransaction& edit) {
                return edit.insert(Table::Vehicles, Uuid::create(),
                                   {{u"stock_number"_s, stock}, {u"cost_minor"_s, qlonglong{1'020'000}}});
            }));
        QVERIFY(sales.signIn(m_server, u"theo"_s));
        QVERIFY(sales.settle() && manager.settle());
        QTRY_COMPARE(manager.scalar(u"SELECT count(*) FROM refusals WHERE state = 0"_s).toInt(), before + 2);

        ShownSync shown(manager);
        open(shown);
        m_window->showTab(OutboxWindow::Tab::OfOthers);
        auto* list = shown.named<QListView>(m_window, u"Changes that were refused to others"_s);
        QVERIFY(list);
        QTRY_COMPARE(list->model()->rowCount(), before + 2);
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto cars = [&manager](const QString& stock) {
            return manager.scalar(u"SELECT count(*) FROM vehicles WHERE stock_number = ? AND _del = 0"_s, {stock})
                .toInt();
        };
        const auto choose = [list](const QString& stock) {
            for (int row = 0; row < list->model()->rowCount(); ++row)
                if (list->model()->index(row, 0).data(OutboxListModel::TitleRole).toString().contains(stock))
                    list->setCurrentIndex(list->model()->index(row, 0));
        };
        list->setFocus();
        choose(u"B26-1501"_s);
        shown.press(Qt::Key_T);
        QTRY_COMPARE(cars(u"B26-1501"_s), 1);
        QTRY_COMPARE(list->model()->rowCount(), before + 1);
        choose(u"B26-1502"_s);
        shown.press(Qt::Key_Delete);
        QTRY_COMPARE(list->model()->rowCount(), before);
        QCOMPARE(cars(u"B26-1502"_s), 0);

        shown.undo.undo();
        QTRY_COMPARE(list->model()->rowCount(), before + 1);
        shown.undo.undo();
        QTRY_COMPARE(list->model()->rowCount(), before + 2);
        QTRY_COMPARE(cars(u"B26-1501"_s), 0);
        shown.undo.redo();
        QTRY_COMPARE(cars(u"B26-1501"_s), 1);
        QCOMPARE(manager.scalar(u"SELECT cost_minor FROM vehicles WHERE stock_number = 'B26-1501'"_s).toInt(),
                 1'020'000);
        QVERIFY(manager.settle() && sales.settle());
        QCOMPARE(sales.scalar(u"SELECT count(*) FROM vehicles WHERE stock_number = 'B26-1501' AND _del = 0"_s).toInt(),
                 1);
        delete m_window;
    }

    void changesTravelByFileWithASummaryFirst()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"lot.forecourt-changes"_s);
        Workstation lot;
        Workstation office;
        QVERIFY(lot.signIn(m_server, u"awa"_s) && office.signIn(m_server, u"awa"_s));
        QVERIFY(lot.settle() && office.settle());
        lot.sync().setWorkOffline(true);
        QTRY_COMPARE(lot.sync().status().link, SyncStatus::Link::WorkOffline);
        addCar(lot, u"B26-1401"_s);
        addCar(lot, u"B26-1402"_s);
        {
            ShownSync shown(lot);
            open(shown);
            m_window->saveTo(file);
            QTRY_VERIFY(said(shown).contains(u"2 changes saved to lot.forecourt-changes."_s));
            delete m_window;
        }
        ShownSync shown(office);
        open(shown);
        m_window->lookAt(file);
        QAbstractButton* go = nullptr;
        QTRY_VERIFY((go = shown.named<QAbstractButton>(m_window, u"Import 2 changes"_s)));
        QVERIFY(said(shown).contains(u"2 changes for 2 vehicles."_s));
        QCOMPARE(office.scalar(u"SELECT count(*) FROM vehicles WHERE stock_number LIKE 'B26-14%'"_s).toInt(), 0);
        QTRY_VERIFY(go->hasFocus());
        shown.press(Qt::Key_Space);
        QTRY_VERIFY(said(shown).contains(u"2 changes imported for 2 vehicles."_s));
        QCOMPARE(office.scalar(u"SELECT count(*) FROM vehicles WHERE stock_number LIKE 'B26-14%'"_s).toInt(), 2);
        QCOMPARE(shown.undo.undoText(), u"2 changes imported"_s);
        m_window->lookAt(file);
        QTRY_VERIFY(said(shown).contains(u"There is nothing new in it. 2 were imported before."_s));
        delete m_window;
    }

    void photosSayHowFarTheyAreAndCanBePaused()
    {
        ScriptedSyncControl sync;
        SyncStatus status;
        status.link = SyncStatus::Link::Online;
        status.counts.blobsToSend = 12;
        status.counts.bytesToSend = 18'400'000;
        status.sending.bytesPerSecond = 1'840'000;
        status.sending.filesDone = 4;
        sync.setStatus(status);
        TransferCard card(sync, SyncControl::Transfer::Sending, nullptr);
        QCOMPARE(TransferCard::leftText(status, SyncControl::Transfer::Sending),
                 u"12 files left · 18.4\u00a0MB · 1.8\u00a0MB/s · about 10\u00a0s"_s);
        card.show();
        QAbstractButton* pause = nullptr;
        for (auto* button : card.findChildren<QAbstractButton*>())
            if (button->text() == u"Pause"_s)
                pause = button;
        QVERIFY(pause);
        QTest::mouseClick(pause, Qt::LeftButton);
        QCOMPARE(sync.paused.size(), 1);
        QCOMPARE(sync.paused.front().first, SyncControl::Transfer::Sending);
        QVERIFY(sync.paused.front().second);
        status.sending.paused = true;
        status.sending.bytesPerSecond = 0;
        sync.setStatus(status);
        QCOMPARE(pause->text(), u"Go on"_s);
        QCOMPARE(TransferCard::leftText(status, SyncControl::Transfer::Sending),
                 u"12 files left · 18.4\u00a0MB · paused"_s);
    }

    void originalsThatAreHeldBackAreToldAndSent()
    {
        ScriptedSyncControl sync;
        SyncStatus status;
        status.link = SyncStatus::Link::Online;
        status.counts.blobsToSend = 12;
        status.counts.bytesToSend = 96'000'000;
        status.originals = {OriginalsPolicy::Unmetered, OriginalsStatus::Hold::Metered, true, 12, 96'000'000};
        sync.setStatus(status);
        QCOMPARE(OriginalsChoice::heldText(status.originals),
                 u"12 originals (96.0\u00a0MB) held back: metered connection."_s);
        // They are no work that goes on by itself.
        QCOMPARE(TransferCard::leftText(status, SyncControl::Transfer::Sending),
                 u"Everything else of this computer is on the server."_s);
        QCOMPARE(SyncWords::chip(status, 0).text, u"Online"_s);
        TransferCard card(sync, SyncControl::Transfer::Sending, nullptr);
        card.show();
        QAbstractButton* send = nullptr;
        for (auto* button : card.findChildren<QAbstractButton*>())
            if (button->text() == u"Send now"_s)
                send = button;
        QVERIFY(send && send->isVisible());
        QTest::mouseClick(send, Qt::LeftButton);
        QCOMPARE(sync.originalsSent, 1);
        auto* policy = card.findChild<SegmentedControl*>();
        QCOMPARE(policy->accessibleName(), u"Send originals and videos"_s);
        QCOMPARE(policy->currentIndex(), 1);
        policy->setFocus();
        QTest::keyClick(policy, Qt::Key_Right);
        QCOMPARE(sync.status().originals.policy, OriginalsPolicy::OnRequest);
        status.originals.hold = OriginalsStatus::Hold::None;
        sync.setStatus(status);
        QVERIFY(!send->isVisible());
        QCOMPARE(SyncWords::chip(status, 0).text, u"Sending 12 photos"_s);
    }

    void vehiclesSayThatTheyWaitToBeSent()
    {
        Workstation workstation;
        QVERIFY(workstation.signIn(m_server, u"awa"_s));
        const Uuid sent = addCar(workstation, u"B26-1501"_s);
        QVERIFY(workstation.settle());
        workstation.sync().setWorkOffline(true);
        QTRY_COMPARE(workstation.sync().status().link, SyncStatus::Link::WorkOffline);
        const Uuid waiting = addCar(workstation, u"B26-1502"_s);
        UnsentVehicles unsent(workstation.store());
        const auto both = [&] {
            return std::pair(unsent.isUnsent(VehicleId(sent)), unsent.isUnsent(VehicleId(waiting)));
        };
        QTRY_COMPARE(both(), std::pair(false, true));
        // A photo of a vehicle counts as the vehicle.
        QVERIFY(workstation.edit([sent](EditTransaction& edit) {
            return edit.insert(Table::Photos, Uuid::create(), {{u"vehicle_id"_s, sent.toBytes()}});
        }));
        QTRY_COMPARE(both(), std::pair(true, true));
        workstation.sync().setWorkOffline(false);
        QVERIFY(workstation.settle());
        QTRY_COMPARE(both(), std::pair(false, false));
    }

private:
    static Uuid addCar(Workstation& on, const QString& stock)
    {
        const Uuid car = Uuid::create();
        const auto added = on.edit([&](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, car, {{u"stock_number"_s, stock}, {u"make"_s, u"Toyota"_s}});
        });
        if (!added)
            qFatal("no car");
        return car;
    }
    void open(ShownSync& shown)
    {
        m_window = new OutboxWindow(shown.context, {&shown.words}, &shown.window);
        m_window->popupAt(shown.window.mapToGlobal(QPoint(40, 40)));
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    /// What the notes of the window say.
    QString said(const ShownSync& shown) const
    {
        QStringList words;
        for (const Note* note : m_window->findChildren<Note*>())
            if (note->isVisible())
                words << note->text();
        Q_UNUSED(shown);
        return words.join(u'\n');
    }

    std::unique_ptr<ShellSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    ServerProcess m_server;
    QPointer<OutboxWindow> m_window;
};

QTEST_MAIN(OutboxWindowTest)
#include "tst_outboxwindow.moc"
