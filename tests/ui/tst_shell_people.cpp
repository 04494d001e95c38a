// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/storeaccess.h"
#include "tests/support/shellfixture.h"
#include "ui/shell/locationchoice.h"
#include "ui/shell/personform.h"
#include "ui/shell/personlist.h"
#include "ui/shell/personpasswordform.h"
#include "ui/shell/personrow.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// Who may sign in, in the settings, over a scripted server.
class TestShellPeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<TestStore>();
        QVERIFY(m_store->edit([](EditTransaction& edit) -> Expected<void> {
            FC_TRY(edit.insert(Table::Locations, Montreal, {{u"code"_s, u"MTL"_s}, {u"name"_s, u"Montréal"_s}}));
            return edit.insert(Table::Locations, Quebec, {{u"code"_s, u"QBC"_s}, {u"name"_s, u"Québec"_s}});
        }));
        setRole(u"manager"_s);
        m_shell = std::make_unique<ShellFixture>(*m_store);
        m_told = {person(1, u"mona"_s, u"Mona Roy"_s, u"manager"_s), person(2, u"awa"_s, u"Awa N’Diaye"_s, u"sales"_s),
                  person(3, u"otto"_s, u"Otto"_s, u"owner"_s)};
        set(0, u"this"_s, true);
        set(0, u"may_set_password"_s, false);
        set(2, u"may_edit"_s, false);
        set(2, u"may_set_password"_s, false);
        m_shell->sync.answers.insert(u"people.list"_s, [this](const QJsonObject&) -> Expected<QJsonObject> {
            return QJsonObject{{u"people"_s, m_told},
                               {u"roles"_s, QJsonArray{u"manager"_s, u"sales"_s, u"buyer"_s, u"viewer"_s}},
                               {u"locations"_s, QJsonArray()}};
        });
        for (const QString& verb : {u"people.add"_s, u"people.edit"_s, u"people.password"_s})
            answer(verb, QJsonObject{{u"name"_s, u"Awa N’Diaye"_s}});
    }
    void cleanup()
    {
        m_shell.reset();
        m_store.reset();
    }

    void listsPeopleAndWhatMayBeDone()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        QVERIFY(shows(u"awa · Sales · All sites"_s));
        QVERIFY(button(rowOf(u"awa"_s), u"edit"_s)->isVisible());
        QVERIFY(button(rowOf(u"mona"_s), u"edit"_s)->isVisible());
        QVERIFY2(!button(rowOf(u"mona"_s), u"standing"_s)->isVisible(), "nobody disables themselves");
        QVERIFY(!button(rowOf(u"otto"_s), u"edit"_s)->isVisible());
        QVERIFY(!button(rowOf(u"otto"_s), u"setPassword"_s)->isVisible());
        QCOMPARE(button(rowOf(u"awa"_s), u"edit"_s)->accessibleName(), u"Change Awa N’Diaye"_s);
    }

    void isForOwnersAndManagersOnly()
    {
        setRole(u"sales"_s);
        QVERIFY(open());
        QTRY_VERIFY(m_shell->window->findChild<SettingsPage*>()->isVisible());
        QVERIFY(!list()->isVisible());
        QVERIFY(m_shell->sync.requests.isEmpty() || m_shell->sync.requests.constFirst().first != "people.list"_L1);
    }

    void addsSomebody()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        QTest::keyClick(button(list(), u"addPerson"_s), Qt::Key_Space);
        auto* form = list()->findChild<PersonForm*>();
        QTRY_VERIFY(form->isVisible());
        QVERIFY(line(u"login"_s)->hasFocus());
        QTest::keyClick(line(u"login"_s), Qt::Key_Return);
        QVERIFY2(field(u"login"_s)->hasError(), "a name is needed");
        QTest::keyClicks(line(u"login"_s), u"kofi"_s);
        QTest::keyClicks(line(u"name"_s), u"Kofi Mensah"_s);
        QTest::keyClicks(line(u"password"_s), u"violet tram seven"_s);
        auto* roles = qobject_cast<QComboBox*>(field(u"role"_s)->editor());
        roles->setCurrentIndex(roles->findData(u"buyer"_s));
        QVERIFY(shows(u"with what they cost"_s));
        auto* places = form->findChild<LocationChoice*>();
        places->findChild<QCheckBox*>(u"allLocations"_s)->click();
        answer(u"people.add"_s, refused(u"login_taken"_s));
        QTest::keyClick(line(u"password"_s), Qt::Key_Return);
        QVERIFY2(field(u"locations"_s)->hasError(), "none is not all");
        places->findChild<QCheckBox*>(u"QBC"_s)->click();
        QTest::keyClick(button(form, u"save"_s), Qt::Key_Space);
        QTRY_VERIFY(field(u"login"_s)->hasError());
        QCOMPARE(line(u"password"_s)->text(), u"violet tram seven"_s);
        answer(u"people.add"_s, refused(u"password_common"_s));
        QTest::keyClick(button(form, u"save"_s), Qt::Key_Space);
        QTRY_VERIFY(field(u"password"_s)->hasError());
        QVERIFY(!field(u"login"_s)->hasError());
        answer(u"people.add"_s, Error{ErrorCode::RequestNeedsServer, {}, {}});
        QTest::keyClick(button(form, u"save"_s), Qt::Key_Space);
        QTRY_VERIFY(form->findChild<Note*>()->isVisible());
        QCOMPARE(line(u"name"_s)->text(), u"Kofi Mensah"_s);

        answer(u"people.add"_s, QJsonObject{{u"name"_s, u"Kofi Mensah"_s}});
        QTest::keyClick(button(form, u"save"_s), Qt::Key_Space);
        QTRY_VERIFY(!form->isVisible());
        const QJsonObject sent = lastOf(u"people.add"_s);
        QCOMPARE(sent, (QJsonObject{{u"login"_s, u"kofi"_s},
                                    {u"name"_s, u"Kofi Mensah"_s},
                                    {u"role"_s, u"buyer"_s},
                                    {u"locations"_s, QJsonArray{Quebec.toString()}},
                                    {u"password"_s, u"violet tram seven"_s}}));
        QTRY_COMPARE(rows().size(), 3);
    }

    void sendsOnlyWhatChangedAndWhatWasSeen()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        QTest::keyClick(button(rowOf(u"awa"_s), u"edit"_s), Qt::Key_Space);
        QTRY_COMPARE(line(u"name"_s)->text(), u"Awa N’Diaye"_s);
        QCOMPARE(line(u"login"_s)->text(), u"awa"_s);
        QVERIFY(!field(u"password"_s)->isVisible());
        line(u"name"_s)->selectAll();
        QTest::keyClicks(line(u"name"_s), u"Awa Diop"_s);
        QTest::keyClick(line(u"name"_s), Qt::Key_Return);
        QTRY_VERIFY(!lastOf(u"people.edit"_s).isEmpty());
        QCOMPARE(lastOf(u"people.edit"_s), (QJsonObject{{u"user_id"_s, idOf(2)},
                                                        {u"name"_s, u"Awa Diop"_s},
                                                        {u"seen"_s, QJsonObject{{u"login"_s, u"awa"_s},
                                                                                {u"name"_s, u"Awa N’Diaye"_s},
                                                                                {u"role"_s, u"sales"_s},
                                                                                {u"locations"_s, QJsonArray()},
                                                                                {u"disabled"_s, false}}}}));
        QTRY_VERIFY2(button(rowOf(u"awa"_s), u"edit"_s)->hasFocus(), "the keyboard comes back to the row");
    }

    void givesAnotherUserName()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        QTest::keyClick(button(rowOf(u"awa"_s), u"edit"_s), Qt::Key_Space);
        QTRY_COMPARE(line(u"login"_s)->text(), u"awa"_s);
        line(u"login"_s)->clear();
        QTest::keyClick(line(u"login"_s), Qt::Key_Return);
        QVERIFY2(field(u"login"_s)->hasError(), "a name is needed");
        answer(u"people.edit"_s, refused(u"login_taken"_s));
        QTest::keyClicks(line(u"login"_s), u"mona"_s);
        QTest::keyClick(line(u"login"_s), Qt::Key_Return);
        QTRY_VERIFY(field(u"login"_s)->hasError());
        QCOMPARE(line(u"login"_s)->text(), u"mona"_s);
        const QJsonObject sent = lastOf(u"people.edit"_s);
        QCOMPARE(sent.value("login"_L1).toString(), u"mona"_s);
        QVERIFY(!sent.contains("name"_L1) && !sent.contains("role"_L1));
    }

    void keepsAUserNameThatWasTypedBesideTheOneThatSomebodyElseGave()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        QTest::keyClick(button(rowOf(u"awa"_s), u"edit"_s), Qt::Key_Space);
        QTRY_COMPARE(line(u"login"_s)->text(), u"awa"_s);
        line(u"login"_s)->setText(u"awa.diop"_s);
        set(1, u"login"_s, u"andiaye"_s);
        answer(u"people.edit"_s, refused(u"changed"_s));
        QTest::keyClick(line(u"login"_s), Qt::Key_Return);
        QTRY_VERIFY(shows(u"Somebody else has changed this person meanwhile: andiaye · Awa N’Diaye"_s));
        QCOMPARE(line(u"login"_s)->text(), u"awa.diop"_s);
    }

    void saysWhoHasToChooseAPassword()
    {
        set(1, u"temporary"_s, true);
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        QStringList due;
        for (const PersonRow* row : rows()) {
            const auto badges = row->findChildren<Badge*>();
            for (const Badge* badge : badges) {
                if (badge->text() == u"New password due"_s)
                    due << row->person().facts.login;
            }
        }
        QCOMPARE(due, QStringList(u"awa"_s));
    }

    void doesNotOverwriteWhatSomebodyElseChanged()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        QTest::keyClick(button(rowOf(u"awa"_s), u"edit"_s), Qt::Key_Space);
        auto* form = list()->findChild<PersonForm*>();
        QTRY_VERIFY(form->isVisible());
        line(u"name"_s)->setText(u"Awa Diop"_s);
        set(1, u"role"_s, u"buyer"_s);
        answer(u"people.edit"_s, refused(u"changed"_s));
        QTest::keyClick(button(form, u"save"_s), Qt::Key_Space);
        QTRY_VERIFY(shows(u"Somebody else has changed this person meanwhile: awa · Awa N’Diaye · Buyer"_s));
        QCOMPARE(line(u"name"_s)->text(), u"Awa Diop"_s);
        QCOMPARE(qobject_cast<QComboBox*>(field(u"role"_s)->editor())->currentData().toString(), u"buyer"_s);
        answer(u"people.edit"_s, QJsonObject{{u"name"_s, u"Awa Diop"_s}});
        QTest::keyClick(button(form, u"save"_s), Qt::Key_Space);
        QTRY_VERIFY(!form->isVisible());
        const QJsonObject sent = lastOf(u"people.edit"_s);
        QCOMPARE(sent.value("seen"_L1).toObject().value("role"_L1).toString(), u"buyer"_s);
        QVERIFY(!sent.contains("role"_L1));
    }

    void followsWhatSomebodyElseChanges()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        m_told.append(person(4, u"zoe"_s, u"Zoé"_s, u"buyer"_s));
        QVERIFY(m_store->edit([](EditTransaction& edit) {
            return edit.insert(Table::Users, Uuid::create(), {{u"login"_s, u"zoe"_s}, {u"display_name"_s, u"Zoé"_s}});
        }));
        QTRY_COMPARE(rows().size(), 4);
    }

    void disablesAfterAskingOnce()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        auto* standing = button(rowOf(u"awa"_s), u"standing"_s);
        standing->setFocus();
        QTest::keyClick(standing, Qt::Key_Space);
        auto* keep = button(rowOf(u"awa"_s), u"keepAccess"_s);
        QTRY_VERIFY(keep->hasFocus());
        QTest::keyClick(keep, Qt::Key_Space);
        QTRY_VERIFY(standing->hasFocus());
        QVERIFY(lastOf(u"people.edit"_s).isEmpty());
        QTest::keyClick(standing, Qt::Key_Space);
        set(1, u"disabled"_s, true);
        QTest::keyClick(button(rowOf(u"awa"_s), u"confirmDisable"_s), Qt::Key_Space);
        QTRY_COMPARE(lastOf(u"people.edit"_s).value("disabled"_L1), QJsonValue(true));
        QVERIFY(!lastOf(u"people.edit"_s).value("seen"_L1).toObject().value("disabled"_L1).toBool());
        QTRY_COMPARE(button(rowOf(u"awa"_s), u"standing"_s)->text(), u"Let in again"_s);
        answer(u"people.edit"_s, refused(u"last_owner"_s));
        QTest::keyClick(button(rowOf(u"awa"_s), u"standing"_s), Qt::Key_Space);
        QTRY_VERIFY(shows(u"Awa N’Diaye: This is the only owner"_s));
    }

    void setsAPassword()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        QTest::keyClick(button(rowOf(u"awa"_s), u"setPassword"_s), Qt::Key_Space);
        auto* form = list()->findChild<PersonPasswordForm*>();
        QTRY_VERIFY(form->isVisible());
        auto* typed = line(u"newPassword"_s);
        QTRY_VERIFY(typed->hasFocus());
        QCOMPARE(typed->echoMode(), QLineEdit::Password);
        QTest::keyClicks(typed, u"short"_s);
        answer(u"people.password"_s, refused(u"password_short"_s));
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_VERIFY(field(u"newPassword"_s)->hasError());
        QTest::keyClick(typed, Qt::Key_Escape);
        QVERIFY2(form->isVisible(), "what was typed stays");
        QTest::keyClicks(typed, u" violet tram"_s);
        answer(u"people.password"_s, QJsonObject{{u"name"_s, u"Awa N’Diaye"_s}});
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_VERIFY(!form->isVisible());
        QCOMPARE(lastOf(u"people.password"_s),
                 (QJsonObject{{u"user_id"_s, idOf(2)}, {u"password"_s, u"short violet tram"_s}}));
    }

    void keepsTheFormWhileTheServerIsAway()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 3);
        QTest::keyClick(button(rowOf(u"awa"_s), u"edit"_s), Qt::Key_Space);
        auto* form = list()->findChild<PersonForm*>();
        QTRY_VERIFY(form->isVisible());
        line(u"name"_s)->setText(u"Awa Diop"_s);
        m_shell->sync.setLink(SyncStatus::Link::Waiting);
        QTRY_VERIFY(shows(u"The server keeps this list"_s));
        QVERIFY(form->isVisible());
        m_shell->sync.setLink(SyncStatus::Link::Online);
        QTRY_VERIFY(!shows(u"The server keeps this list"_s));
        QCOMPARE(line(u"name"_s)->text(), u"Awa Diop"_s);
        QTest::keyClick(button(form, u"cancel"_s), Qt::Key_Space);
        QTRY_COMPARE(rows().size(), 3);
        QVERIFY(list()->findChild<QWidget*>(u"addPerson"_s)->isVisible());
    }

private:
    inline static const Uuid Montreal = Uuid::fromParts(1, 1, 1);
    inline static const Uuid Quebec = Uuid::fromParts(2, 2, 2);

    static QString idOf(int number) { return Uuid::fromParts(100 + number, 1, 1).toString(); }
    static QJsonObject person(int number, const QString& login, const QString& name, const QString& role)
    {
        return {{u"user_id"_s, idOf(number)},
                {u"login"_s, login},
                {u"name"_s, name},
                {u"role"_s, role},
                {u"locations"_s, QJsonArray()},
                {u"disabled"_s, false},
                {u"this"_s, false},
                {u"may_edit"_s, true},
                {u"may_set_password"_s, true},
                {u"connected"_s, false},
                {u"seen_at"_s, qint64(1'699'000'000'000)}};
    }
    void set(int place, const QString& key, const QJsonValue& value)
    {
        QJsonObject told = m_told.at(place).toObject();
        told.insert(key, value);
        m_told[place] = told;
    }
    static Error refused(const QString& code) { return {ErrorCode::RequestRefused, {}, code}; }
    void answer(const QString& verb, const QJsonObject& body)
    {
        m_shell->sync.answers.insert(verb, [body](const QJsonObject&) -> Expected<QJsonObject> { return body; });
    }
    void answer(const QString& verb, const Error& error)
    {
        m_shell->sync.answers.insert(verb,
                                     [error](const QJsonObject&) -> Expected<QJsonObject> { return fail(error); });
    }
    void setRole(const QString& role)
    {
        StoreAccess access;
        access.role = role;
        const auto written =
            m_store->store()
                .write([bytes = access.toBytes()](Connection& connection) -> Expected<void> {
                    if (auto done =
                            connection.run(u"INSERT OR REPLACE INTO sync_state (k, v) VALUES ('access', ?)"_s, {bytes});
                        !done)
                        return fail(done.error());
                    return {};
                })
                .result();
        QVERIFY(written);
    }
    /// The arguments of the last request of this name.
    QJsonObject lastOf(const QString& verb) const
    {
        QJsonObject last;
        for (const auto& [name, arguments] : m_shell->sync.requests) {
            if (name == verb)
                last = arguments;
        }
        return last;
    }
    bool open()
    {
        m_shell->start();
        m_shell->window->open({u"settings"_s, {}});
        return QTest::qWaitFor([this] { return m_shell->window->findChild<PersonList*>() != nullptr; });
    }
    PersonList* list() const { return m_shell->window->findChild<PersonList*>(); }
    QList<PersonRow*> rows() const
    {
        QList<PersonRow*> found;
        for (PersonRow* row : list()->findChildren<PersonRow*>()) {
            if (row->isVisible())
                found.append(row);
        }
        return found;
    }
    PersonRow* rowOf(const QString& login) const
    {
        PersonRow* found = nullptr;
        for (PersonRow* row : list()->findChildren<PersonRow*>()) {
            if (row->person().facts.login == login)
                found = row;
        }
        return found;
    }
    static Button* button(QWidget* in, const QString& name) { return in->findChild<Button*>(name); }
    FormField* field(const QString& name) const { return list()->findChild<FormField*>(name); }
    QLineEdit* line(const QString& name) const { return field(name)->line(); }
    bool shows(const QString& text) const
    {
        for (const Label* label : list()->findChildren<Label*>()) {
            if (label->text().contains(text) && label->isVisible())
                return true;
        }
        return false;
    }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<ShellFixture> m_shell;
    QJsonArray m_told;
};

QTEST_MAIN(TestShellPeople)

#include "tst_shell_people.moc"
