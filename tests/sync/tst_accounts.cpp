// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/accountrules.h"
#include "sync/server/auditreader.h"
#include "sync/server/password.h"
#include "sync/server/places.h"
#include "sync/server/verb.h"
#include "tests/sync/serverbench.h"

#include <QTest>
#include <QThread>

#include <atomic>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerBench;

namespace {

/// A server with two locations, an owner, a manager and a salesperson.
class AccountsBench : public ServerBench {
public:
    AccountsBench()
    {
        lot = place(u"MTL"_s, u"Montréal"_s);
        yard = place(u"QBC"_s, u"Québec"_s);
        otto = add(u"otto"_s, u"owner"_s);
        mona = add(u"mona"_s, u"manager"_s);
        awa = add(u"awa"_s, u"sales"_s);
    }

    Uuid place(const QString& code, const QString& name)
    {
        const TableSchema& table = engine().schema().table(Table::Locations);
        Wire::Op op;
        op.table = static_cast<std::uint16_t>(Table::Locations);
        op.id = Uuid::create();
        op.create = true;
        op.fields = {{table.field(u"code"_s)->number, code, {}}, {table.field(u"name"_s)->number, name, {}}};
        if (!engine().write([&op] { return std::vector{op}; }))
            qFatal("test location");
        return op.id;
    }
    Uuid add(const QString& login, const QString& role, const std::vector<Uuid>& locations = {})
    {
        const auto added = addAccount(engine(), {{}, login, {}, role, {}, false, locations}, u"long enough"_s, {});
        if (!added || !added->refusal.isEmpty())
            qFatal("test account");
        return added->account.user;
    }
    Account account(Uuid user) { return **engine().storage().account(user); }
    /// As this person does it.
    Author by(Uuid user)
    {
        Author author;
        author.access = account(user).access();
        author.address = u"192.0.2.7"_s;
        return author;
    }
    QString edit(Uuid user, const AccountEdit& edit, const Author& author = {})
    {
        const auto done = editAccount(engine(), user, edit, {}, author);
        return done ? QString(done->refusal) : u"error: "_s + done.error().detail;
    }
    std::vector<AuditLine> lines(Uuid record)
    {
        std::vector<AuditLine> found;
        AuditReader reader(engine().storage(), engine().schema());
        const AuditFilter filter{.record = record,
                                 .kinds = {AuditKind::AccountAdded, AuditKind::AccountChanged,
                                           AuditKind::AccountDisabled, AuditKind::AccountEnabled}};
        if (!reader.each(filter, [&](const AuditLine& line) -> Expected<void> {
                found.push_back(line);
                return {};
            }))
            qFatal("audit lines");
        return found;
    }
    static QString told(const AuditLine& line)
    {
        QStringList words{line.kind};
        for (const auto& [field, change] : line.changes)
            words << u"%1: %2 → %3"_s.arg(field, change.before.toString(), change.after.toString());
        return words.join(u", "_s);
    }

    Uuid lot;
    Uuid yard;
    Uuid otto;
    Uuid mona;
    Uuid awa;
};

}  // namespace

/// Who may make what of whose account, and what is kept of it.
class AccountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void aLoginIsTakenInWhateverCase()
    {
        AccountsBench bench;
        const auto again = addAccount(bench.engine(), {{}, u"AWA"_s, {}, u"sales"_s, {}}, u"long enough"_s, {});
        QVERIFY(again);
        QCOMPARE(again->refusal, "login_taken"_L1);
        for (const QString& unfit : {u""_s, u" a"_s, u"a  b"_s, u"a\tb"_s, QString(65, u'x')}) {
            const auto refused = addAccount(bench.engine(), {{}, unfit, {}, u"sales"_s, {}}, u"long enough"_s, {});
            QVERIFY(refused);
            QCOMPARE(refused->refusal, "login"_L1);
        }
        const auto king = addAccount(bench.engine(), {{}, u"kim"_s, {}, u"king"_s, {}}, u"long enough"_s, {});
        QCOMPARE(king->refusal, "role"_L1);
        const auto nowhere = addAccount(bench.engine(), {{}, u"kim"_s, {}, u"sales"_s, {}, false, {Uuid::create()}},
                                        u"long enough"_s, {});
        QCOMPARE(nowhere->refusal, "location"_L1);
        QCOMPARE(bench.engine().storage().accounts()->size(), size_t(3));
    }

    void theLastOwnerStays()
    {
        AccountsBench bench;
        QCOMPARE(bench.edit(bench.otto, {.disabled = true}), u"last_owner"_s);
        QCOMPARE(bench.edit(bench.otto, {.role = u"viewer"_s}), u"last_owner"_s);
        const Uuid nia = bench.add(u"nia"_s, u"owner"_s);
        QCOMPARE(bench.edit(nia, {.disabled = true}), QString());
        QCOMPARE(bench.edit(bench.otto, {.disabled = true}), u"last_owner"_s);
        QCOMPARE(bench.edit(nia, {.disabled = false}), QString());
        QCOMPARE(bench.edit(bench.otto, {.role = u"viewer"_s}), QString());
        QCOMPARE(bench.edit(nia, {.disabled = true}), u"last_owner"_s);
        QVERIFY(!bench.account(nia).disabled);
    }

    void twoServersDoNotTakeTheLastTwoOwnersTogether()
    {
        AccountsBench bench;
        const Uuid nia = bench.add(u"nia"_s, u"owner"_s);
        for (int round = 0; round < 10; ++round) {
            std::atomic<int> done = 0;
            std::vector<std::unique_ptr<QThread>> servers;
            for (const Uuid owner : {bench.otto, nia}) {
                servers.emplace_back(QThread::create([&, owner] {
                    StorageEngine engine(bench.store.open(), Schema::current(), bench.clock);
                    const auto outcome = editAccount(engine, owner, {.disabled = true}, {}, {});
                    if (!outcome)
                        qFatal("%s", qUtf8Printable(outcome.error().detail));
                    done += outcome->refusal.isEmpty() ? 1 : 0;
                }));
                servers.back()->start();
            }
            for (const auto& server : servers)
                QVERIFY(server->wait(60'000));
            QCOMPARE(done.load(), 1);
            QCOMPARE(bench.edit(bench.otto, {.disabled = false}), QString());
            QCOMPARE(bench.edit(nia, {.disabled = false}), QString());
        }
    }

    void aManagerHandsOutNoMoreThanTheyHave()
    {
        AccountsBench bench;
        const Author mona = bench.by(bench.mona);
        QCOMPARE(bench.edit(bench.otto, {.displayName = u"Otto"_s}, mona), u"no_access"_s);
        QCOMPARE(bench.edit(bench.awa, {.role = u"owner"_s}, mona), u"no_access"_s);
        QCOMPARE(bench.edit(bench.awa, {.role = u"manager"_s}, mona), QString());
        QCOMPARE(setAccountPassword(bench.engine(), bench.otto, u"long enough"_s, mona)->refusal, "no_access"_L1);
        // One who sees only the lot manages only who sees no more.
        const Uuid lou = bench.add(u"lou"_s, u"manager"_s, {bench.lot});
        const Author local = bench.by(lou);
        QCOMPARE(bench.edit(bench.awa, {.disabled = true}, local), u"no_access"_s);
        QCOMPARE(setAccountPassword(bench.engine(), bench.awa, u"long enough"_s, local)->refusal, "no_access"_L1);
        const Uuid max = bench.add(u"max"_s, u"sales"_s, {bench.lot});
        QCOMPARE(bench.edit(max, {.locations = std::vector<Uuid>{}}, local), u"no_access"_s);
        QCOMPARE(bench.edit(max, {.locations = std::vector{bench.lot, bench.yard}}, local), u"no_access"_s);
        QCOMPARE(bench.edit(max, {.role = u"viewer"_s}, local), QString());
        const auto added = addAccount(bench.engine(), {{}, u"ida"_s, {}, u"sales"_s, {}}, u"long enough"_s, local);
        QCOMPARE(added->refusal, "no_access"_L1);
        // Staff manage nobody.
        QCOMPARE(bench.edit(bench.mona, {.displayName = u"M"_s}, bench.by(max)), u"no_access"_s);
    }

    void nobodyChangesTheirOwnAccess()
    {
        AccountsBench bench;
        const Author otto = bench.by(bench.otto);
        bench.add(u"nia"_s, u"owner"_s);
        QCOMPARE(bench.edit(bench.otto, {.role = u"viewer"_s}, otto), u"own_access"_s);
        QCOMPARE(bench.edit(bench.otto, {.disabled = true}, otto), u"own_access"_s);
        QCOMPARE(bench.edit(bench.otto, {.locations = std::vector{bench.lot}}, otto), u"own_access"_s);
        QCOMPARE(bench.edit(bench.otto, {.displayName = u"Otto H."_s}, otto), QString());
        QCOMPARE(bench.account(bench.otto).displayName, u"Otto H."_s);
    }

    void rightsAreThoseOfTheMoment()
    {
        AccountsBench bench;
        const Author mona = bench.by(bench.mona);
        QCOMPARE(bench.edit(bench.mona, {.role = u"sales"_s}), QString());
        QCOMPARE(bench.edit(bench.awa, {.disabled = true}, mona), u"no_access"_s);
    }

    void whatSomebodyElseChangedIsNotOverwritten()
    {
        AccountsBench bench;
        const AccountFacts seen = AccountFacts::of(bench.account(bench.awa));
        QCOMPARE(bench.edit(bench.awa, {.role = u"buyer"_s}), QString());
        const auto late = editAccount(bench.engine(), bench.awa, {.disabled = true}, seen, {});
        QCOMPARE(late->refusal, "changed"_L1);
        QCOMPARE(late->account, bench.account(bench.awa));
        QVERIFY(!bench.account(bench.awa).disabled);
        QVERIFY(editAccount(bench.engine(), Uuid::create(), {.disabled = true}, {}, {})->refusal == "not_found"_L1);
    }

    void aPasswordOfOnesOwnDoesNotUndoWhatOthersDo()
    {
        AccountsBench bench;
        QString password = u"long enough"_s;
        for (int round = 0; round < 4; ++round) {
            const QString wanted = u"violet tram number %1"_s.arg(round);
            PasswordHasher hasher;
            const VerbCall call{
                bench.by(bench.awa), {{u"old_password"_s, password}, {u"new_password"_s, wanted}}, {}, hasher};
            std::atomic<bool> asked = false;
            const std::unique_ptr<QThread> other(QThread::create([&] {
                StorageEngine engine(bench.store.open(), Schema::current(), bench.clock);
                asked = true;
                const auto outcome = verbNamed(u"password.change"_s)->run(engine, call);
                if (!outcome || !outcome->code.isEmpty())
                    qFatal("password.change");
            }));
            other->start();
            while (!asked)
                QThread::yieldCurrentThread();
            const QString name = u"Awa %1"_s.arg(round);
            QCOMPARE(bench.edit(bench.awa, {.displayName = name}), QString());
            QVERIFY(other->wait(60'000));
            QCOMPARE(bench.account(bench.awa).displayName, name);
            QVERIFY(passwordMatches(bench.account(bench.awa).password, wanted));
            password = wanted;
        }
    }

    void theAuditLogKeepsOldAndNewValues()
    {
        AccountsBench bench;
        const Author otto = bench.by(bench.otto);
        QCOMPARE(bench.edit(bench.awa, {.role = u"buyer"_s, .locations = std::vector{bench.lot, bench.yard}}, otto),
                 QString());
        QCOMPARE(bench.edit(bench.awa, {.locations = std::vector<Uuid>{}, .disabled = true}, otto), QString());
        QCOMPARE(bench.edit(bench.awa, {.disabled = true}, otto), QString());
        QCOMPARE(setAccountPassword(bench.engine(), bench.awa, u"very long enough"_s, otto)->refusal, ""_L1);
        QStringList told;
        for (const AuditLine& line : bench.lines(bench.awa)) {
            told << AccountsBench::told(line);
            if (line.entry.kind != AuditKind::AccountAdded) {
                QCOMPARE(line.entry.user, bench.otto);
                QCOMPARE(line.entry.address, u"192.0.2.7"_s);
            }
        }
        const QStringList expected{
            u"account-added, login:  → awa, display_name:  → awa, role:  → sales, location_id:  → all"_s,
            u"account-changed, role: sales → buyer, location_id: all → Montréal, Québec"_s,
            u"account-changed, location_id: Montréal, Québec → all"_s,
            u"account-disabled, disabled: 0 → 1"_s,
            u"account-changed"_s,
        };
        QCOMPARE(told, expected);
        QCOMPARE(bench.lines(bench.awa).back().detail.code, u"password"_s);
        QVERIFY(passwordMatches(bench.account(bench.awa).password, u"very long enough"_s));
    }

    void workstationsSeeTheRow()
    {
        AccountsBench bench;
        const TableSchema& users = bench.engine().schema().table(Table::Users);
        const auto value = [&](QStringView field) {
            const auto row = bench.engine().storage().row(static_cast<std::uint16_t>(Table::Users), bench.awa);
            const QVariant* found = row->value(users.field(field)->number);
            return found ? *found : QVariant();
        };
        QCOMPARE(value(u"login"), QVariant(u"awa"_s));
        QCOMPARE(value(u"role"), QVariant(u"sales"_s));
        QCOMPARE(bench.edit(bench.awa, {.displayName = u" Awa  N’Diaye "_s, .locations = std::vector{bench.lot}}),
                 QString());
        QCOMPARE(value(u"display_name"), QVariant(u"Awa N’Diaye"_s));
        QCOMPARE(value(u"location_id"), QVariant(bench.lot.toBytes()));
        QCOMPARE(bench.edit(bench.awa, {.locations = std::vector<Uuid>{}}), QString());
        QVERIFY(value(u"location_id").isNull());
    }

    void placesAreMeantByIdCodeOrName()
    {
        AccountsBench bench;
        bench.place(u"LVL"_s, u"Québec"_s);
        const auto places = placesOfServer(bench.engine().storage(), bench.engine().schema());
        QVERIFY(places);
        QCOMPARE(placeMeant(*places, u"mtl"_s)->id, bench.lot);
        QCOMPARE(placeMeant(*places, u"MONTRÉAL"_s)->id, bench.lot);
        QCOMPARE(placeMeant(*places, bench.yard.toString())->id, bench.yard);
        QCOMPARE(placeMeant(*places, u"québec"_s).error().code, ErrorCode::InvalidInput);
        QCOMPARE(placeMeant(*places, u"Paris"_s).error(),
                 (Error{ErrorCode::NotFound, u"Paris"_s, u"Montréal, Québec, Québec"_s}));
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::AccountsTest)
#include "tst_accounts.moc"
