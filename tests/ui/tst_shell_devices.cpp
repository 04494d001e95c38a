// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shellfixture.h"
#include "ui/shell/devicelist.h"
#include "ui/shell/devicerow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QJsonArray>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// The list of signed-in computers in the settings, over a scripted server.
class TestShellDevices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<TestStore>();
        m_shell = std::make_unique<ShellFixture>(*m_store);
        m_told = {device(2, u"Front desk"_s, u"Mona"_s, true), device(3, u"Lot laptop"_s, u"Awa"_s, false)};
        m_shell->sync.answers.insert(u"devices.list"_s, [this](const QJsonObject&) -> Expected<QJsonObject> {
            return QJsonObject{{u"devices"_s, m_told}};
        });
    }
    void cleanup()
    {
        m_shell.reset();
        m_store.reset();
    }

    void listsThemAndMarksThisOne()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 2);
        QCOMPARE(rows().first()->device().name, u"Front desk"_s);
        QVERIFY(rows().first()->device().isThis);
    }

    void signsOneOutByKeyboardAfterAskingOnce()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 2);
        QJsonObject revoked;
        m_shell->sync.answers.insert(u"devices.revoke"_s, [&](const QJsonObject& asked) -> Expected<QJsonObject> {
            revoked = asked;
            QJsonObject lot = m_told.last().toObject();
            lot.insert(u"signed_out_at"_s, qint64(1'700'000'000'000));
            lot.insert(u"signed_out_by"_s, u"Mona"_s);
            m_told[1] = lot;
            return QJsonObject{{u"name"_s, u"Lot laptop"_s}};
        });
        auto* signOut = rows().last()->findChild<Button*>(u"signOut"_s);
        signOut->setFocus();
        QTest::keyClick(signOut, Qt::Key_Space);
        auto* keep = rows().last()->findChild<Button*>(u"keepSignedIn"_s);
        QTRY_VERIFY(keep->hasFocus());
        QTest::keyClick(keep, Qt::Key_Space);
        QVERIFY2(revoked.isEmpty(), "they changed their mind");
        QTRY_VERIFY(signOut->hasFocus());
        QTest::keyClick(signOut, Qt::Key_Space);
        auto* confirm = rows().last()->findChild<Button*>(u"confirmSignOut"_s);
        QTRY_VERIFY(confirm->isVisible());
        confirm->setFocus();
        QTest::keyClick(confirm, Qt::Key_Space);
        QTRY_COMPARE(revoked.value("device"_L1).toInt(), 3);
        QTRY_COMPARE(rows().size(), 2);
        QTRY_COMPARE(rows().last()->device().signedOutBy, u"Mona"_s);
        QVERIFY(!rows().last()->findChild<Button*>(u"signOut"_s)->isVisible());
    }

    void saysWhatFailedAndKeepsTheList()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 2);
        m_shell->sync.answers.insert(u"devices.revoke"_s, [](const QJsonObject&) -> Expected<QJsonObject> {
            return fail(ErrorCode::RequestUnanswered);
        });
        rows().last()->findChild<Button*>(u"signOut"_s)->setFocus();
        Q_EMIT rows().last()->signOutConfirmed();
        QTRY_VERIFY(shows(u"“Lot laptop” of Awa: The connection was lost before the server answered."_s));
        QTRY_COMPARE(rows().size(), 2);
        QTRY_VERIFY2(rows().last()->findChild<Button*>(u"signOut"_s)->hasFocus(), "the keyboard stays where it was");
    }

    void offersOnlyWhatThePersonMayDo()
    {
        QJsonObject owners = m_told.last().toObject();
        owners.insert(u"may_sign_out"_s, false);
        m_told[1] = owners;
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 2);
        QVERIFY(rows().first()->findChild<Button*>(u"signOut"_s)->isVisible());
        QVERIFY(!rows().last()->findChild<Button*>(u"signOut"_s)->isVisible());
    }

    void needsTheServer()
    {
        QVERIFY(open());
        QTRY_COMPARE(rows().size(), 2);
        m_shell->sync.setLink(SyncStatus::Link::Waiting);
        QTRY_COMPARE(rows().size(), 0);
        QVERIFY(shows(u"The server keeps this list"_s));
        m_shell->sync.setLink(SyncStatus::Link::Online);
        QTRY_COMPARE(rows().size(), 2);
    }

private:
    static QJsonObject device(int number, const QString& name, const QString& person, bool isThis)
    {
        return {{u"device"_s, number},
                {u"name"_s, name},
                {u"user"_s, person},
                {u"app"_s, u"forecourt 0.1.0"_s},
                {u"address"_s, u"10.0.0.7"_s},
                {u"signed_in_at"_s, qint64(1'690'000'000'000)},
                {u"seen_at"_s, qint64(1'699'000'000'000)},
                {u"connected"_s, isThis},
                {u"this"_s, isThis}};
    }
    bool open()
    {
        m_shell->start();
        m_shell->window->open({u"settings"_s, {}});
        return QTest::qWaitFor([this] { return m_shell->window->findChild<DeviceList*>() != nullptr; });
    }
    QList<DeviceRow*> rows() const
    {
        QList<DeviceRow*> found;
        auto* list = m_shell->window->findChild<DeviceList*>();
        for (DeviceRow* row : list->findChildren<DeviceRow*>()) {
            if (!row->isHidden())
                found.append(row);
        }
        return found;
    }
    bool shows(const QString& text) const
    {
        for (const Label* label : m_shell->window->findChild<DeviceList*>()->findChildren<Label*>()) {
            if (label->text().contains(text) && label->isVisible())
                return true;
        }
        return false;
    }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<ShellFixture> m_shell;
    QJsonArray m_told;
};

QTEST_MAIN(TestShellDevices)

#include "tst_shell_devices.moc"
