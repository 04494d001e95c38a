// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/location/locationdirectory.h"
#include "models/user/userdirectory.h"
#include "models/view/savedviewcommands.h"
#include "tests/support/teststore.h"

#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// Places, people and saved views.
class DirectoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test = std::make_unique<TestStore>(); }
    void cleanup() { test.reset(); }

    void followsLocationsInTheirOrder()
    {
        const auto toronto = addLocation(u"TOR"_s, 2);
        const auto montreal = addLocation(u"MTL"_s, 1);
        LocationDirectory directory(test->store());
        QTRY_COMPARE(directory.all().size(), size_t{2});
        QCOMPARE(directory.all().front().id, montreal);
        QCOMPARE(directory.find(toronto)->currency, Currency::XOF);
        QCOMPARE(directory.findByCode(u"tor")->id, toronto);
        QVERIFY(!directory.find(LocationId::create()));

        QVERIFY(test->edit([&](EditTransaction& transaction) {
            return transaction.update(Table::Locations, toronto.uuid(), {{u"name"_s, u"Toronto – Etobicoke"_s}});
        }));
        QTRY_COMPARE(directory.find(toronto)->name, u"Toronto – Etobicoke"_s);
    }

    void readsPeopleWithTheirRoles()
    {
        const auto id = UserId::create();
        QVERIFY(test->edit([&](EditTransaction& transaction) {
            return transaction.insert(
                Table::Users, id.uuid(),
                {{u"login"_s, u"aicha"_s}, {u"display_name"_s, u"Aïcha Diallo"_s}, {u"role"_s, u"manager"_s}});
        }));
        UserDirectory directory(test->store());
        QTRY_VERIFY(directory.find(id));
        QCOMPARE(directory.find(id)->role, Role::Manager);
        QCOMPARE(userInitials(*directory.find(id)), u"AD"_s);
        QCOMPARE(userInitials(User{{}, u"zoé"_s, {}, Role::Sales, {}, {}, false}), u"Z"_s);
        for (Role role : AllRoles)
            QCOMPARE(roleFromCode(roleCode(role)), role);
    }

    void savesRenamesReordersAndDeletesViews()
    {
        const SavedView first{SavedViewId::create(),    {}, u"inventory"_s, u" Ready to list "_s,
                              {{u"sort"_s, u"year"_s}}, 0};
        const SavedView second{SavedViewId::create(), {}, u"inventory"_s, u"Fixing"_s, {}, 0};
        QVERIFY(test->journal().run(SaveView{first}).result());
        QVERIFY(test->journal().run(SaveView{second}).result());
        QCOMPARE(names(), (QStringList{u"Ready to list"_s, u"Fixing"_s}));
        QCOMPARE(views().front().definition, first.definition);

        QVERIFY(test->journal().run(ReorderViews{{second.id, first.id}}).result());
        QCOMPARE(names(), (QStringList{u"Fixing"_s, u"Ready to list"_s}));
        QVERIFY(test->journal().run(RenameView{second.id, u"In the shop"_s}).result());
        QCOMPARE(names().front(), u"In the shop"_s);

        SavedView again = first;
        again.definition = {{u"sort"_s, u"price"_s}};
        QVERIFY(test->journal().run(SaveView{again}).result());
        QCOMPARE(views().back().definition, again.definition);
        QCOMPARE(views().size(), size_t{2});

        const auto deleted = test->journal().run(DeleteView{second.id}).result();
        QCOMPARE(names(), QStringList{u"Ready to list"_s});
        QVERIFY(test->journal().revert(deleted->undo).result());
        QCOMPARE(names().size(), 2);
    }

    void refusesAViewWithoutName()
    {
        const SavedView view{SavedViewId::create(), {}, u"inventory"_s, u"  "_s, {}, 0};
        QVERIFY(!test->journal().run(SaveView{view}).result());
        QCOMPARE(test->journal().run(RenameView{SavedViewId::create(), u"x"_s}).result().error().code,
                 ErrorCode::NotFound);
    }

private:
    LocationId addLocation(const QString& code, qlonglong order)
    {
        const auto id = LocationId::create();
        const auto outcome = test->edit([&](EditTransaction& transaction) {
            return transaction.insert(Table::Locations, id.uuid(),
                                      {{u"code"_s, code}, {u"sort_order"_s, order}, {u"currency"_s, u"XOF"_s}});
        });
        if (!outcome)
            qFatal("test location");
        return id;
    }
    std::vector<SavedView> views()
    {
        auto read = test->store()
                        .read([](Connection& connection) {
                            return SavedViewRepository::forPage(connection, u"inventory"_s, {});
                        })
                        .result();
        if (!read)
            qFatal("test views");
        return *read;
    }
    QStringList names()
    {
        QStringList all;
        for (const SavedView& view : views())
            all += view.name;
        return all;
    }

    std::unique_ptr<TestStore> test;
};

QTEST_GUILESS_MAIN(DirectoriesTest)
#include "tst_directories.moc"
