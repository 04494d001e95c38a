// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shownactivity.h"
#include "ui/activity/activitydetail.h"
#include "ui/activity/activityexportbar.h"
#include "ui/activity/activityfilterbar.h"
#include "ui/shell/railitem.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// The page on which owners and managers see what happened, over a scripted server.
class TestActivity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<DealershipStore>();
        m_car = m_shop->add(u"B26-1187"_s, u"2T3B1RFV3KC045219"_s, 24'950);
        m_shown = std::make_unique<ShownActivity>(*m_shop);
        m_shown->add(u"signed-in"_s);
        m_shown->add(
            u"changed"_s, m_car.uuid(),
            {ShownActivity::change(u"asking_minor"_s, 2'545'000, 2'495'000), ShownActivity::change(u"phase"_s, 2, 3)});
    }
    void cleanup()
    {
        m_shown.reset();
        m_shop.reset();
    }

    void saysWhatHappenedInWords()
    {
        m_shown->open();
        QTRY_COMPARE(m_shown->model()->rowCount(), 2);
        QTRY_VERIFY(spoken(0).contains(u"Aïcha Diallo changed B26-1187 · 2019 Toyota RAV4"_s));
        QVERIFY2(spoken(0).contains(u"Asking price: $25,450 → $24,950"_s), qPrintable(spoken(0)));
        QVERIFY(spoken(0).contains(u"Phase: Ready → Listed"_s));
        QVERIFY(spoken(0).contains(u"Front desk · 192.0.2.7"_s));
        QVERIFY(spoken(1).contains(u"Aïcha Diallo signed in"_s));
    }

    void isThereForOwnersAndManagersOnly()
    {
        m_shown->start();
        QTRY_VERIFY(rail()->isVisible());
        m_shown.reset();
        m_shop->must(m_shop->edit([this](EditTransaction& edit) {
            const Uuid id = Uuid::fromBytes(m_shop->scalar(u"SELECT id FROM users"_s).toByteArray());
            return edit.update(Table::Users, id, {{u"role"_s, u"sales"_s}});
        }));
        m_shown = std::make_unique<ShownActivity>(*m_shop, u"sales"_s);
        m_shown->start();
        QTRY_VERIFY(m_shown->shell->users->all().front().role == Role::Sales);
        QVERIFY(!rail()->isVisible());
        m_shown->shell->window->open({u"activity"_s, {}});
        QVERIFY(!m_shown->page());
    }

    void readsOnWhileSomebodyScrolls()
    {
        for (int i = 0; i < 400; ++i)
            m_shown->add(u"changed"_s, m_car.uuid(), {ShownActivity::change(u"bay"_s, QString::number(i), u"C"_s)});
        m_shown->open();
        QTRY_COMPARE(m_shown->model()->rowCount(), 100);
        const QAbstractItemModelTester consistent(m_shown->model(),
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!m_shown->model()->isComplete());
        m_shown->view()->setFocus();
        QTest::keyClick(m_shown->view(), Qt::Key_End);
        QTRY_VERIFY(m_shown->model()->rowCount() > 100);
        while (!m_shown->model()->isComplete()) {
            const int rows = m_shown->model()->rowCount();
            QTest::keyClick(m_shown->view(), Qt::Key_End);
            QTRY_VERIFY(m_shown->model()->rowCount() > rows || m_shown->model()->isComplete());
        }
        QCOMPARE(m_shown->model()->rowCount(), 402);
        for (int row = 1; row < 402; ++row)
            QVERIFY(m_shown->model()->entry(row).id < m_shown->model()->entry(row - 1).id);
    }

    void lookingFarBackIsAskedFirst()
    {
        for (int i = 0; i < 300; ++i)
            m_shown->add(u"changed"_s, m_car.uuid());
        m_shown->looked = 10;
        m_shown->open();
        QTRY_VERIFY(m_shown->model()->rowCount() > 0);
        choose(ActivityGroup::Administration);
        QTRY_COMPARE(m_shown->model()->state(), ActivityListModel::State::Paused);
        QVERIFY(shows(u"Nothing found so far"_s));
        const auto before = m_shown->model()->reached();
        auto* further = m_shown->page()->findChild<Button*>(u"noteAction"_s);
        QVERIFY(further->isVisible());
        QTest::mouseClick(further, Qt::LeftButton);
        QTRY_VERIFY(m_shown->model()->state() == ActivityListModel::State::Paused &&
                    m_shown->model()->reached() < before);
        QTest::mouseClick(further, Qt::LeftButton);
        QTRY_VERIFY(m_shown->model()->isComplete());
        QTRY_VERIFY(shows(u"Nothing passes these filters"_s));
    }

    void filtersOnTheServer()
    {
        m_shown->open();
        QTRY_COMPARE(m_shown->model()->rowCount(), 2);
        choose(ActivityGroup::SignIns);
        QTRY_COMPARE(m_shown->model()->rowCount(), 1);
        QVERIFY(m_shown->asked().value("kinds"_L1).toArray().contains(u"signed-in"_s));
        // What a person calls a field finds the column.
        filters()->textField()->setText(u"asking"_s);
        QTest::keyClick(filters()->textField(), Qt::Key_Return);
        QTRY_COMPARE(m_shown->asked().value("text"_L1).toString(), u"asking"_s);
        QVERIFY(m_shown->asked().value("fields"_L1).toArray().contains(u"asking_minor"_s));
        ActivityFilter filter;
        filter.period = ActivityPeriod::Between;
        filter.from = QDate(2026, 11, 1);
        filter.until = QDate(2026, 11, 2);
        const QJsonObject days = filter.arguments(QDate(2026, 11, 20));
        QCOMPARE(days.value("from"_L1).toInteger(), QDate(2026, 11, 1).startOfDay().toMSecsSinceEpoch());
        QCOMPARE(days.value("until"_L1).toInteger(), QDate(2026, 11, 3).startOfDay().toMSecsSinceEpoch());
        filter.period = ActivityPeriod::Week;
        QCOMPARE(filter.arguments(QDate(2026, 11, 20)).value("from"_L1).toInteger(),
                 QDate(2026, 11, 14).startOfDay().toMSecsSinceEpoch());
    }

    void remembersItsFilters()
    {
        m_shown->open();
        QTRY_COMPARE(m_shown->model()->rowCount(), 2);
        choose(ActivityGroup::SignIns);
        QTRY_COMPARE(m_shown->model()->rowCount(), 1);
        m_shown->shell->window->close();
        m_shown = std::make_unique<ShownActivity>(*m_shop);
        m_shown->add(u"signed-in"_s);
        m_shown->add(u"changed"_s, m_car.uuid());
        m_shown->open();
        QTRY_COMPARE(m_shown->model()->rowCount(), 1);
        QCOMPARE(filters()->filter().group, ActivityGroup::SignIns);
    }

    void showsTheActivityOfOneVehicleAndTheVehicle()
    {
        const VehicleId other = m_shop->add(u"B26-2"_s, u"2T3B1RFV5KC045318"_s, 9'000);
        m_shown->add(u"changed"_s, other.uuid());
        m_shown->start();
        m_shown->shell->window->open({u"inventory"_s, {u"vehicle"_s, m_car.toString()}});
        auto* button = m_shown->shell->window->currentPage()->findChild<QAbstractButton*>(u"showActivity"_s);
        QTRY_VERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(m_shown->page());
        QTRY_COMPARE(m_shown->model()->rowCount(), 1);
        QCOMPARE(m_shown->model()->entry(0).record, m_car.uuid());
        // Esc widens it, Enter leads back.
        QTRY_VERIFY(spoken(0).contains(u"B26-1187"_s));
        m_shown->view()->setFocus();
        m_shown->view()->setCurrentIndex(m_shown->model()->index(0));
        QTest::keyClick(m_shown->view(), Qt::Key_Return);
        QTRY_COMPARE(m_shown->shell->window->currentPageId(), u"inventory"_s);
        m_shown->shell->window->open({u"activity"_s, {}});
        QTRY_VERIFY(m_shown->page());
        m_shown->view()->setFocus();
        QTest::keyClick(m_shown->view(), Qt::Key_Escape);
        QTRY_COMPARE(m_shown->model()->rowCount(), 3);
    }

    void tellsEverythingAboutOneEntry()
    {
        QJsonObject& refused = m_shown->add(u"refused"_s, m_car.uuid(),
                                            {ShownActivity::change(u"cost_minor"_s, QJsonValue::Null, 1'900'000)});
        QJsonObject change = refused.value("changes"_L1).toArray().first().toObject();
        change.insert(u"stands"_s, false);
        refused.insert(u"changes"_s, QJsonArray{change});
        refused.insert(u"code"_s, u"no_access"_s);
        refused.insert(u"reason"_s, u"cost_minor is kept from sales"_s);
        m_shown->open();
        QTRY_COMPARE(m_shown->model()->rowCount(), 3);
        auto* detail = m_shown->page()->findChild<ActivityDetail*>();
        QTRY_VERIFY(detail->entry() && detail->entry()->id == m_shown->lastId);
        QTRY_VERIFY(says(detail, u"What was typed and not taken"_s));
        QVERIFY(says(detail, u"Their role or their sites do not permit it."_s));
        QVERIFY(says(detail, QString(64, u'a')));
        QTest::keyClick(m_shown->view(), Qt::Key_Down);
        QTRY_VERIFY(says(detail, u"$25,450"_s) && says(detail, u"→ $24,950"_s));
        QTest::keyClick(m_shown->view(), Qt::Key_Space);
        QTRY_VERIFY(detail->isHidden());
    }

    void saysWhatBecameOfAnAccount()
    {
        QJsonObject& changed = m_shown->add(u"account-changed"_s, {},
                                            {ShownActivity::change(u"role"_s, u"sales"_s, u"manager"_s),
                                             ShownActivity::change(u"location_id"_s, u"Montréal"_s, u"all"_s)});
        changed.insert(u"name"_s, u"awa"_s);
        changed.insert(u"table"_s, u"users"_s);
        changed.insert(u"record"_s, Uuid::create().toString());
        m_shown->open();
        QTRY_COMPARE(m_shown->model()->rowCount(), 3);
        QVERIFY2(spoken(0).contains(u"Aïcha Diallo changed the account “awa”"_s), qPrintable(spoken(0)));
        QVERIFY2(spoken(0).contains(u"Role: Sales → Manager · Sites: Montréal → All sites"_s), qPrintable(spoken(0)));
    }

    void needsTheServer()
    {
        m_shown->shell->sync.setLink(SyncStatus::Link::Waiting);
        m_shown->open();
        QTRY_VERIFY(shows(u"This needs the server"_s));
        m_shown->shell->sync.setLink(SyncStatus::Link::Online);
        QTRY_COMPARE(m_shown->model()->rowCount(), 2);
        m_shown->shell->sync.setLink(SyncStatus::Link::Waiting);
        QTRY_VERIFY(shows(u"The server cannot be reached."_s));
        QCOMPARE(m_shown->model()->rowCount(), 2);
    }

    void newEntriesComeByThemselvesWhileTheNewestAreOnScreen()
    {
        for (int i = 0; i < 60; ++i)
            m_shown->add(u"changed"_s, m_car.uuid());
        m_shown->open();
        QTRY_COMPARE(m_shown->model()->rowCount(), 62);
        m_shown->page()->setFollowInterval(20);
        m_shown->add(u"deleted"_s, m_car.uuid());
        QTRY_COMPARE(m_shown->model()->rowCount(), 63);
        QCOMPARE(m_shown->model()->entry(0).kind, ActivityKind::Deleted);

        // Nothing moves under who reads further down.
        m_shown->view()->verticalScrollBar()->setValue(m_shown->view()->verticalScrollBar()->maximum());
        QTRY_COMPARE(m_shown->model()->state(), ActivityListModel::State::Ready);
        m_shown->add(u"restored"_s, m_car.uuid());
        const auto asked = m_shown->shell->sync.requests.size();
        int turns = 0;
        QTimer beside;
        connect(&beside, &QTimer::timeout, this, [&turns] { ++turns; });
        beside.start(20);
        QTRY_VERIFY(turns >= 5);
        QCOMPARE(m_shown->shell->sync.requests.size(), asked);
        m_shown->view()->verticalScrollBar()->setValue(0);
        QTRY_COMPARE(m_shown->model()->rowCount(), 64);
    }

    void saysWhatFailedAndTriesAgain()
    {
        m_shown->error = Error{ErrorCode::RequestUnanswered, {}, {}};
        m_shown->open();
        auto* trouble = m_shown->page()->findChild<ErrorState*>();
        QTRY_VERIFY(trouble->isVisible());
        m_shown->error.reset();
        QTest::mouseClick(trouble->mainAction(), Qt::LeftButton);
        QTRY_COMPARE(m_shown->model()->rowCount(), 2);
        // With entries on screen it is said above them, and they stay.
        m_shown->error = Error{ErrorCode::ServerFault, {}, {}};
        QTest::keyClick(m_shown->view(), Qt::Key_F5);
        QTRY_COMPARE(m_shown->model()->state(), ActivityListModel::State::Failed);
        QCOMPARE(m_shown->model()->rowCount(), 2);
        m_shown->error.reset();
        m_shown->add(u"deleted"_s, m_car.uuid());
        QTest::mouseClick(m_shown->page()->findChild<Button*>(u"noteAction"_s), Qt::LeftButton);
        QTRY_COMPARE(m_shown->model()->rowCount(), 3);
        QCOMPARE(m_shown->model()->entry(0).kind, ActivityKind::Deleted);
    }

    void whoMayNotIsToldSo()
    {
        m_shown->error = Error{ErrorCode::NotAllowed, {}, {}};
        m_shown->open();
        QTRY_VERIFY(shows(u"The activity is for owners and managers"_s));
    }

    void anAnswerToAnEarlierFilterIsDropped()
    {
        m_shown->open();
        QTRY_COMPARE(m_shown->model()->rowCount(), 2);
        m_shown->shell->sync.holdRequests = true;
        choose(ActivityGroup::SignIns);
        QTRY_VERIFY(m_shown->asked().value("kinds"_L1).toArray().contains(u"signed-in"_s));
        m_shown->shell->sync.holdRequests = false;
        choose(ActivityGroup::Changes);
        QTRY_COMPARE(m_shown->model()->rowCount(), 1);
        auto& late = m_shown->shell->sync.held.back();
        late.addResult(m_shown->answer({{u"kinds"_s, QJsonArray{u"signed-in"_s}}}));
        late.finish();
        QTest::qWait(0);
        QCOMPARE(m_shown->model()->rowCount(), 1);
        QCOMPARE(m_shown->model()->entry(0).kind, ActivityKind::Changed);
    }

    void exportsWhatTheFilterShows()
    {
        for (int i = 0; i < 450; ++i)
            m_shown->add(u"changed"_s, m_car.uuid(),
                         {ShownActivity::change(u"notes"_s, u""_s, i == 0 ? u"=HYPERLINK(\"x\")"_s : u"fine"_s)});
        m_shown->open();
        QTRY_VERIFY(m_shown->model()->rowCount() > 0);
        const QString file = m_shop->path() + u"/activity.csv"_s;
        bar()->writeTo(file, filters()->filter());
        QTRY_VERIFY(!bar()->isBusy());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(written.readAll());
        const QStringList lines = text.split(u"\r\n"_s, Qt::SkipEmptyParts);
        // A line per changed field: one of the two entries of init() has two.
        QCOMPARE(lines.size(), 1 + 450 + 2 + 1);
        QVERIFY(lines.at(1).contains(QString(64, u'a')));
        QVERIFY(text.contains(u"Asking price"_s));
        QVERIFY(text.contains(u"B26-1187"_s));
        QVERIFY2(text.contains(u"'=HYPERLINK"_s), "no formula");
        QVERIFY(!bar()->isVisible());
    }

    void anExportThatIsStoppedOrFailsLeavesNoFile()
    {
        for (int i = 0; i < 450; ++i)
            m_shown->add(u"changed"_s, m_car.uuid());
        m_shown->open();
        QTRY_VERIFY(m_shown->model()->rowCount() > 0);
        const QString file = m_shop->path() + u"/activity.csv"_s;
        const auto files = [this] { return QDir(m_shop->path()).entryList({u"activity*"_s}); };
        m_shown->shell->sync.holdRequests = true;
        bar()->writeTo(file, {});
        QTRY_COMPARE(m_shown->shell->sync.held.size(), std::size_t(1));
        auto& first = m_shown->shell->sync.held.front();
        first.addResult(m_shown->answer({{u"limit"_s, 200}}));
        first.finish();
        QTRY_COMPARE(m_shown->shell->sync.held.size(), std::size_t(2));
        auto* action = bar()->findChild<Button*>(u"exportAction"_s);
        QVERIFY(action->isVisible());
        const QAction* another = m_shown->page()->offeredActions(Page::InPalette).last();
        QVERIFY2(!another->isEnabled(), "one at a time");
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_VERIFY(!bar()->isBusy());
        QVERIFY(another->isEnabled());
        QTRY_COMPARE(files(), QStringList());
        m_shown->shell->sync.held.clear();

        m_shown->shell->sync.holdRequests = false;
        m_shown->error = Error{ErrorCode::RequestUnanswered, {}, {}};
        bar()->writeTo(file, {});
        QTRY_VERIFY(!bar()->isBusy());
        QVERIFY(bar()->isVisible());
        QTRY_COMPARE(files(), QStringList());
        m_shown->error.reset();
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_COMPARE(files(), QStringList{u"activity.csv"_s});
    }

private:
    ActivityFilterBar* filters() const { return m_shown->page()->findChild<ActivityFilterBar*>(); }
    ActivityExportBar* bar() const { return m_shown->page()->findChild<ActivityExportBar*>(); }
    RailItem* rail() const
    {
        for (RailItem* item : m_shown->shell->window->findChildren<RailItem*>())
            if (item->accessibleName().contains(u"Activity"_s))
                return item;
        return nullptr;
    }
    QString spoken(int row) const { return m_shown->model()->index(row).data(Qt::AccessibleTextRole).toString(); }
    /// By keyboard: one of the kinds side by side.
    void choose(ActivityGroup group)
    {
        auto* groups = filters()->findChild<SegmentedControl*>();
        groups->setFocus();
        while (groups->currentIndex() != static_cast<int>(group))
            QTest::keyClick(groups, groups->currentIndex() < static_cast<int>(group) ? Qt::Key_Right : Qt::Key_Left);
    }
    static bool says(const QWidget* where, const QString& text)
    {
        for (const QLabel* label : where->findChildren<QLabel*>())
            if (label->text().contains(text) && !label->isHidden())
                return true;
        return false;
    }
    bool shows(const QString& text) const
    {
        for (const QLabel* label : m_shown->page()->findChildren<QLabel*>())
            if (label->text().contains(text) && label->isVisible())
                return true;
        return false;
    }

    std::unique_ptr<DealershipStore> m_shop;
    std::unique_ptr<ShownActivity> m_shown;
    VehicleId m_car;
};

QTEST_MAIN(TestActivity)

#include "tst_activity.moc"
