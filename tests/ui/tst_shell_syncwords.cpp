// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/languages.h"
#include "ui/shell/syncwords.h"

#include <QTest>
#include <QTimeZone>

using namespace Forecourt;
using namespace Qt::StringLiterals;
using Link = SyncStatus::Link;

class TestSyncWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysEveryState_data();
    void saysEveryState();
    void offlineStatesOutrankConflicts();
    void aCertificateNeedsAPerson();
    void refusedChangesOutrankConflicts();
    void namesTheDayOfAnOlderOfflineTime();
    void countsDownToTheNextTry();
    void speaksOfTheClockFromTwoMinutesOn();
    void neverPromisesChangesThatDoNotExist();

private:
    static UtcMs at(int hour, int minute, int daysAgo = 0)
    {
        return QDateTime(QDate(2026, 11, 20).addDays(-daysAgo), QTime(hour, minute)).toMSecsSinceEpoch();
    }
    Languages m_languages;
};

void TestSyncWords::saysEveryState_data()
{
    QTest::addColumn<int>("link");
    QTest::addColumn<int>("waiting");
    QTest::addColumn<int>("rejected");
    QTest::addColumn<int>("conflicts");
    QTest::addColumn<int>("photos");
    QTest::addColumn<bool>("receiving");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("french");

    const auto row = [](const char* name, Link link, int waiting, int rejected, int conflicts, int photos,
                        bool receiving, const QString& english, const QString& french) {
        QTest::newRow(name) << static_cast<int>(link) << waiting << rejected << conflicts << photos << receiving
                            << english << french;
    };
    row("online", Link::Online, 0, 0, 0, 0, false, u"Online"_s, u"En ligne"_s);
    row("syncing one", Link::Online, 1, 0, 0, 0, false, u"Syncing 1 change"_s, u"Synchro de 1 modification"_s);
    row("syncing", Link::Online, 34, 0, 0, 0, false, u"Syncing 34 changes"_s, u"Synchro de 34 modifications"_s);
    row("photos", Link::Online, 0, 0, 0, 3, false, u"Sending 3 photos"_s, u"Envoi de 3 photos"_s);
    row("receiving", Link::Online, 0, 0, 0, 0, true, u"Receiving changes"_s, u"Réception de modifications"_s);
    row("conflict", Link::Online, 0, 0, 1, 0, false, u"1 conflict to review"_s, u"1 conflit à examiner"_s);
    row("conflicts", Link::Online, 0, 0, 2, 0, false, u"2 conflicts to review"_s, u"2 conflits à examiner"_s);
    row("rejected", Link::Online, 0, 2, 0, 0, false, u"2 changes not accepted"_s, u"2 modif. refusées"_s);
    row("waiting", Link::Waiting, 12, 0, 0, 0, false, u"Offline since 09:12 · 12 changes waiting"_s,
        u"Hors ligne depuis\u00a009:12 · 12 modif. en attente"_s);
    row("one waiting", Link::Waiting, 1, 0, 0, 0, false, u"Offline since 09:12 · 1 change waiting"_s,
        u"Hors ligne depuis\u00a009:12 · 1 modif. en attente"_s);
    row("work offline", Link::WorkOffline, 0, 0, 0, 0, false, u"Offline since 09:12"_s,
        u"Hors ligne depuis\u00a009:12"_s);
    row("connecting", Link::Connecting, 4, 0, 0, 0, false, u"Connecting…"_s, u"Connexion…"_s);
    row("no server", Link::NoServer, 0, 0, 0, 0, false, u"Only on this computer"_s, u"Seulement sur ce poste"_s);
    row("signed out", Link::SignedOut, 2, 0, 0, 0, false, u"Signed out · 2 changes waiting"_s,
        u"Déconnecté · 2 modif. en attente"_s);
    row("refused", Link::Refused, 2, 0, 0, 0, false, u"Refused by the server · 2 changes waiting"_s,
        u"Refusé par le serveur · 2 modif. en attente"_s);
}

void TestSyncWords::saysEveryState()
{
    QFETCH(const int, link);
    QFETCH(const int, waiting);
    QFETCH(const int, rejected);
    QFETCH(const int, conflicts);
    QFETCH(const int, photos);
    QFETCH(const bool, receiving);
    QFETCH(const QString, english);
    QFETCH(const QString, french);
    SyncStatus status;
    status.link = static_cast<Link>(link);
    status.linkSince = at(9, 12);
    status.counts.waiting = waiting;
    status.counts.rejected = rejected;
    status.counts.conflicts = conflicts;
    status.counts.blobsToSend = photos;
    status.receiving = receiving;
    m_languages.apply(u"en"_s);
    QCOMPARE(SyncWords::chip(status, at(14, 31)).text, english);
    m_languages.apply(u"fr"_s);
    QString said = SyncWords::chip(status, at(14, 31)).text;
    // Which blank stands around the h is a matter of the formatter, not of these words.
    QString wanted = french;
    for (QString* text : {&said, &wanted})
        text->replace(QChar(0x202f), QChar(u' ')).replace(QChar(0xa0), QChar(u' '));
    QCOMPARE(said, wanted);
    m_languages.apply(u"en"_s);
}

void TestSyncWords::offlineStatesOutrankConflicts()
{
    m_languages.apply(u"en"_s);
    SyncStatus status;
    status.link = Link::Waiting;
    status.linkSince = at(9, 12);
    status.counts.conflicts = 2;
    status.counts.rejected = 1;
    QCOMPARE(SyncWords::chip(status, at(10, 0)).text, u"Offline since 09:12"_s);
    QCOMPARE(SyncWords::chip(status, at(10, 0)).tone, Tone::Warn);
}

void TestSyncWords::aCertificateNeedsAPerson()
{
    SyncStatus status;
    status.link = Link::Refused;
    status.error = Error{ErrorCode::ProtocolTooOld, u"lot"_s, {}};
    QCOMPARE(SyncWords::headline(status, 0), u"Refused by the server"_s);
    QVERIFY(!SyncWords::needsSignIn(status));
    status.error = Error{ErrorCode::CertificateChanged, u"lot"_s, u"3F2A 91C0"_s};
    QCOMPARE(SyncWords::headline(status, 0), u"The server’s certificate has changed"_s);
    QCOMPARE(SyncWords::chip(status, 0).tone, Tone::Bad);
    QVERIFY(SyncWords::reassurance(status, 0).contains(u"3F2A 91C0"_s));
    QVERIFY(SyncWords::needsSignIn(status));
    status.link = Link::Online;
    QVERIFY(!SyncWords::needsSignIn(status));
}

void TestSyncWords::refusedChangesOutrankConflicts()
{
    m_languages.apply(u"en"_s);
    SyncStatus status;
    status.link = Link::Online;
    status.counts.conflicts = 2;
    status.counts.rejected = 1;
    QCOMPARE(SyncWords::chip(status, at(10, 0)).text, u"1 change not accepted"_s);
}

void TestSyncWords::namesTheDayOfAnOlderOfflineTime()
{
    m_languages.apply(u"en"_s);
    SyncStatus status;
    status.link = Link::Waiting;
    status.linkSince = at(18, 42, 2);
    QCOMPARE(SyncWords::chip(status, at(10, 0)).text,
             u"Offline since 18 Nov 18:42"_s.replace(u"18 Nov"_s, u"18\u00a0Nov"_s));
}

void TestSyncWords::countsDownToTheNextTry()
{
    m_languages.apply(u"en"_s);
    SyncStatus status;
    status.link = Link::Waiting;
    status.counts.waiting = 12;
    status.nextTryAt = at(10, 0) + 40'000;
    const QString said = SyncWords::reassurance(status, at(10, 0)).replace(QChar(0xa0), QChar(u' '));
    QCOMPARE(said, u"12 changes are safe on this computer. Next try in 40 s."_s);
    QVERIFY(SyncWords::reassurance(status, at(10, 1)).contains(u"Trying now"_s));
}

void TestSyncWords::speaksOfTheClockFromTwoMinutesOn()
{
    m_languages.apply(u"en"_s);
    SyncStatus status;
    status.clockOffset = 119'000;
    QVERIFY(SyncWords::clockNotice(status).isEmpty());
    status.clockOffset = 7 * 60'000;
    QVERIFY2(SyncWords::clockNotice(status).contains(u"slow"_s), qUtf8Printable(SyncWords::clockNotice(status)));
    status.clockOffset = -24 * 3'600'000;
    QVERIFY2(SyncWords::clockNotice(status).contains(u"fast"_s), qUtf8Printable(SyncWords::clockNotice(status)));
}

void TestSyncWords::neverPromisesChangesThatDoNotExist()
{
    m_languages.apply(u"en"_s);
    for (const Link link : {Link::NoServer, Link::SignedOut, Link::WorkOffline, Link::Connecting, Link::Online,
                            Link::Waiting, Link::Refused}) {
        SyncStatus status;
        status.link = link;
        QVERIFY(!SyncWords::reassurance(status, at(10, 0)).contains(u"safe on this computer"_s));
    }
}

QTEST_MAIN(TestSyncWords)
#include "tst_shell_syncwords.moc"
