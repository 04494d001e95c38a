// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/devicelease.h"
#include "tests/support/shellfixture.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/leaselockview.h"
#include "ui/shell/signinview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"

#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs LeaseDay = 86'400'000;

void contact(TestStore& store)
{
    const auto noted = store.store()
                           .write([now = store.clock.now()](Connection& connection) -> Expected<void> {
                               DeviceLease lease;
                               lease.contact(now, 14 * LeaseDay);
                               return lease.save(connection);
                           })
                           .result();
    QVERIFY(noted);
}

void end(TestStore& store, DeviceLease::Ended why, const QString& by)
{
    const auto noted = store.store()
                           .write([&](Connection& connection) -> Expected<void> {
                               auto lease = DeviceLease::load(connection);
                               if (!lease)
                                   return fail(lease.error());
                               lease->end(why, by);
                               return lease->save(connection);
                           })
                           .result();
    QVERIFY(noted);
}

SyncStatus away(int waiting)
{
    SyncStatus status;
    status.link = SyncStatus::Link::Waiting;
    status.linkSince = 1;
    status.counts.waiting = waiting;
    return status;
}

}  // namespace

/// The window of a store that was too long without its server.
class TestShellLease : public QObject {
    Q_OBJECT

    static LeaseLockView* lock(const ShellFixture& shell) { return shell.window->findChild<LeaseLockView*>(); }
    static QString words(const QWidget* view)
    {
        QStringList words;
        for (const Label* label : view->findChildren<Label*>())
            words.append(label->text());
        return words.join(u'\n');
    }
    /// Somebody comes back to the window.
    static void activate(const ShellFixture& shell)
    {
        QEvent event(QEvent::ActivationChange);
        QCoreApplication::sendEvent(shell.window.get(), &event);
    }

private Q_SLOTS:
    void showsNothingOfTheStoreAfterTheEnd()
    {
        TestStore store;
        contact(store);
        store.clock.advance(14 * LeaseDay);
        ShellFixture shell(store);
        shell.sync.setStatus(away(12));
        shell.start();
        QTRY_VERIFY(lock(shell) && lock(shell)->isVisible());
        QVERIFY(!shell.window->currentPage());
        const QString text = words(lock(shell));
        QVERIFY2(text.contains(u"Nothing is lost"_s), qUtf8Printable(text));
        QVERIFY2(text.contains(u"12 changes"_s), qUtf8Printable(text));

        // No way leads behind it.
        shell.window->open({u"things"_s, {}});
        shell.window->openPalette();
        shell.window->openSyncPanel();
        shell.window->openOutbox();
        QTest::keyClick(shell.window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(lock(shell)->isVisible());
        QVERIFY(!shell.window->currentPage());
        QVERIFY(shell.window->findChildren<FakePage*>().isEmpty());
        for (const QWidget* widget : QApplication::topLevelWidgets())
            QVERIFY(widget == shell.window.get() || !widget->isVisible());
        QCOMPARE(shell.sync.triesNow, 0);
        QTRY_VERIFY(lock(shell)->focusProxy()->hasFocus());
        QTest::keyClick(lock(shell)->focusProxy(), Qt::Key_Space);
        QCOMPARE(shell.sync.triesNow, 1);
    }

    void opensAgainWithTheNextContact()
    {
        TestStore store;
        contact(store);
        store.clock.advance(30 * LeaseDay);
        ShellFixture shell(store);
        shell.sync.setStatus(away(0));
        shell.start();
        QTRY_VERIFY(lock(shell));
        contact(store);
        shell.sync.setLink(SyncStatus::Link::Online);
        QTRY_COMPARE_WITH_TIMEOUT(shell.window->currentPageId(), u"things"_s, 30'000);
        QTRY_VERIFY(!lock(shell));
        QVERIFY(shell.page()->isVisible() && shell.page()->isEnabled());
    }

    void locksWhileOpenAndKeepsWhatWasTyped()
    {
        TestStore store;
        contact(store);
        ShellFixture shell(store);
        shell.start();
        QTRY_VERIFY(shell.page());
        FakePage* page = shell.page();
        QTest::keyClicks(page->field, u"half a note"_s);
        shell.sync.setStatus(away(1));
        store.clock.advance(15 * LeaseDay);
        activate(shell);
        QTRY_VERIFY(lock(shell) && lock(shell)->isVisible());
        QVERIFY(!page->isVisible());
        contact(store);
        shell.sync.setLink(SyncStatus::Link::Online);
        QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), 30'000);
        QCOMPARE(page->field->text(), u"half a note"_s);
    }

    void leadsToTheSignInAndNotPastIt()
    {
        TestStore store;
        contact(store);
        store.clock.advance(15 * LeaseDay);
        ShellFixture shell(store);
        SyncStatus out = away(3);
        out.link = SyncStatus::Link::SignedOut;
        shell.sync.setStatus(out);
        shell.start();
        QTRY_VERIFY(lock(shell) && lock(shell)->isVisible());
        auto* action = qobject_cast<Button*>(lock(shell)->focusProxy());
        QCOMPARE(action->text(), u"Sign in"_s);
        action->click();
        QTRY_VERIFY(shell.window->findChild<SignInView*>());
        Q_EMIT shell.window->findChild<SignInView*>()->workHereRequested();
        QTRY_VERIFY(lock(shell)->isVisible());
        QVERIFY(shell.window->findChildren<FakePage*>().isEmpty());
    }

    void locksAtOnceWhenSomebodySignsThisComputerOut()
    {
        TestStore store;
        contact(store);
        ShellFixture shell(store);
        shell.start();
        QTRY_VERIFY(shell.page());
        FakePage* page = shell.page();
        QTest::keyClicks(page->field, u"half a note"_s);
        end(store, DeviceLease::Ended::SignedOut, u"Mona Roy"_s);
        SyncStatus out = away(3);
        out.link = SyncStatus::Link::SignedOut;
        out.error = Error{ErrorCode::DeviceSignedOut, {}, u"Mona Roy"_s};
        shell.sync.setStatus(out);
        QTRY_VERIFY(lock(shell) && lock(shell)->isVisible());
        QVERIFY(!page->isVisible());
        QVERIFY2(words(lock(shell)).contains(u"Mona Roy signed this computer out. Nothing is lost"_s),
                 qUtf8Printable(words(lock(shell))));
        QCOMPARE(qobject_cast<Button*>(lock(shell)->focusProxy())->text(), u"Sign in"_s);
        contact(store);
        shell.sync.setLink(SyncStatus::Link::Online);
        QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), 30'000);
        QCOMPARE(page->field->text(), u"half a note"_s);
    }

    void aDisabledAccountLocksToo()
    {
        TestStore store;
        contact(store);
        end(store, DeviceLease::Ended::Disabled, {});
        ShellFixture shell(store);
        SyncStatus out = away(3);
        out.link = SyncStatus::Link::Refused;
        out.error = Error{ErrorCode::AccountDisabled, {}, {}};
        shell.sync.setStatus(out);
        shell.start();
        QTRY_VERIFY(lock(shell) && lock(shell)->isVisible());
        QVERIFY(words(lock(shell)).contains(u"is disabled. Nothing is lost"_s));
        QCOMPARE(qobject_cast<Button*>(lock(shell)->focusProxy())->text(), u"Sign in"_s);
    }

    void warnsTwoDaysBefore()
    {
        TestStore store;
        contact(store);
        const auto warning = [](const ShellFixture& shell) {
            for (const Note* note : shell.window->findChildren<Note*>())
                if (note->isVisible() && note->text().contains(u"has to reach the server"_s))
                    return true;
            return false;
        };
        ShellFixture shell(store);
        shell.start();
        QTRY_VERIFY(shell.page());
        QVERIFY(!warning(shell));
        store.clock.advance(12 * LeaseDay);
        activate(shell);
        QTRY_VERIFY(warning(shell));
        QVERIFY(shell.page()->isVisible());
    }
};

QTEST_MAIN(TestShellLease)
#include "tst_shell_lease.moc"
