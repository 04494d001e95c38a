// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/secondfactors.h"
#include "sync/server/totp.h"
#include "tests/sync/serverstores.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerStore;

/// The rules of the second factor, on each kind of store.
class SecondFactorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }
    void init()
    {
        m_store = std::make_unique<ServerStore>();
        m_storage = m_store->open();
        m_now = 1'700'000'000'000;
        m_person = Uuid::create();
        m_key = *FactorKey::in(m_directory.filePath(u"factor.key"_s));
    }
    void cleanup()
    {
        m_storage.reset();
        m_store.reset();
    }

    void codesAreThoseOfRfc6238()
    {
        // Appendix B, SHA-1; it prints eight digits, of which six are the last six.
        const QByteArray secret("12345678901234567890");
        const std::pair<qint64, QString> vectors[] = {
            {59, u"94287082"_s},
            {1'111'111'109, u"07081804"_s},
            {1'111'111'111, u"14050471"_s},
            {1'234'567'890, u"89005924"_s},
            {2'000'000'000, u"69279037"_s},
            {20'000'000'000, u"65353130"_s},
        };
        for (const auto& [seconds, code] : vectors) {
            QCOMPARE(Totp::codeAt(secret, seconds * 1000 / Totp::Step, 8), code);
            QCOMPARE(Totp::codeAt(secret, seconds * 1000 / Totp::Step), code.right(6));
        }
        QCOMPARE(Totp::secretText(secret), u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s);
        QCOMPARE(Totp::secretText("foob"), u"MZXW6YQ"_s);
        QCOMPARE(Totp::uri(secret, u"awa & théo"_s).toString(QUrl::FullyEncoded),
                 u"otpauth://totp/Forecourt:awa%20%26%20th%C3%A9o?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                 "&issuer=Forecourt&algorithm=SHA1&digits=6&period=30"_s);
    }

    void onlyAConfirmedOneCounts()
    {
        const QByteArray secret = begin();
        QVERIFY(!factor());
        QVERIFY2(!confirm(Totp::codeAt(secret, step() + 5)), "a wrong code turns nothing on");
        QVERIFY(!factor());
        const auto codes = confirm(Totp::codeAt(secret, step()));
        QVERIFY(codes);
        QCOMPARE(codes->size(), SecondFactors::RecoveryCodes);
        QCOMPARE(QSet<QString>(codes->begin(), codes->end()).size(), SecondFactors::RecoveryCodes);
        QCOMPARE(*m_storage->recoveryCodes(m_person), SecondFactors::RecoveryCodes);
        QVERIFY(factor());
        QVERIFY2(!confirm(Totp::codeAt(secret, step() + 1)), "it is on already");
    }

    void beginningAgainForgetsTheFirstSecret()
    {
        const QByteArray first = begin();
        const QByteArray second = begin();
        QVERIFY(first != second);
        QVERIFY(!confirm(Totp::codeAt(first, step())));
        QVERIFY(confirm(Totp::codeAt(second, step())));
    }

    void clocksMayDifferByOneStepAndNoMore()
    {
        const QByteArray secret = turnOn();
        m_now += 10 * Totp::Step;
        for (const qint64 far : {-10, -2, 2, 10})
            QCOMPARE(show(Totp::codeAt(secret, step() + far)), SecondFactors::Shown::Wrong);
        QCOMPARE(show(Totp::codeAt(secret, step() - 1)), SecondFactors::Shown::Code);
        QCOMPARE(show(Totp::codeAt(secret, step())), SecondFactors::Shown::Code);
        QCOMPARE(show(Totp::codeAt(secret, step() + 1)), SecondFactors::Shown::Code);
    }

    void aCodeCountsOnceAndNoneFromBeforeIt()
    {
        const QByteArray secret = begin();
        const QString first = Totp::codeAt(secret, step());
        QVERIFY(confirm(first));
        QCOMPARE(show(first), SecondFactors::Shown::Wrong);
        m_now += 10 * Totp::Step;
        QCOMPARE(show(Totp::codeAt(secret, step())), SecondFactors::Shown::Code);
        QCOMPARE(show(Totp::codeAt(secret, step())), SecondFactors::Shown::Wrong);
        QCOMPARE(show(Totp::codeAt(secret, step() - 1)), SecondFactors::Shown::Wrong);
        m_now += Totp::Step;
        QCOMPARE(show(Totp::codeAt(secret, step())), SecondFactors::Shown::Code);
    }

    void codesMayBeTypedAsTheyAreShown()
    {
        const QByteArray secret = turnOn();
        m_now += 10 * Totp::Step;
        QString code = Totp::codeAt(secret, step());
        QCOMPARE(show(u' ' + code.insert(3, u' ') + u'\n'), SecondFactors::Shown::Code);
        QVERIFY(!m_codes.isEmpty());
        QCOMPARE(show(m_codes.first().toUpper().replace(u'-', u' ').replace(u'0', u'O')),
                 SecondFactors::Shown::RecoveryCode);
    }

    void aRecoveryCodeCountsOnceAndNewOnesReplaceThem()
    {
        turnOn();
        const QStringList codes = m_codes;
        for (const QString& code : codes.first(2)) {
            QCOMPARE(show(code), SecondFactors::Shown::RecoveryCode);
            QCOMPARE(show(code), SecondFactors::Shown::Wrong);
        }
        QCOMPARE(*m_storage->recoveryCodes(m_person), SecondFactors::RecoveryCodes - 2);
        QVERIFY(m_storage->begin());
        const auto others = factors().makeRecoveryCodes(*factor());
        QVERIFY(m_storage->commit());
        QVERIFY(others);
        QCOMPARE(show(codes.last()), SecondFactors::Shown::Wrong);
        QCOMPARE(show(others->last()), SecondFactors::Shown::RecoveryCode);
        QCOMPARE(show({}), SecondFactors::Shown::Wrong);
        QCOMPARE(show(u"a"_s.repeated(100'000)), SecondFactors::Shown::Wrong);
    }

    void withoutItsKeyOnlyRecoveryCodesWork()
    {
        const QByteArray secret = turnOn();
        m_now += 10 * Totp::Step;
        m_key = *FactorKey::in(m_directory.filePath(u"another.key"_s));
        QCOMPARE(show(Totp::codeAt(secret, step())), SecondFactors::Shown::Wrong);
        QCOMPARE(show(m_codes.first()), SecondFactors::Shown::RecoveryCode);
    }

    void theStoreHoldsNeitherSecretNorCodes()
    {
        const QByteArray secret = turnOn();
        const auto kept = m_storage->secondFactor(m_person);
        QVERIFY(kept && *kept);
        QVERIFY(!(*kept)->secret.contains(secret));
        QVERIFY2(!m_key.open((*kept)->secret, Uuid::create()), "a row does not pass for that of another person");
        QCOMPARE(m_key.open((*kept)->secret, m_person), std::optional(secret));
        QByteArray spoilt = (*kept)->secret;
        spoilt.back() = static_cast<char>(spoilt.back() ^ 1);
        QVERIFY(!m_key.open(spoilt, m_person));
    }

    void theKeyIsMadeOnceForItsOwnerAlone()
    {
        const QTemporaryDir directory;
        const QString name = directory.filePath(u"kept.key"_s);
        const auto first = FactorKey::in(name);
        const auto again = FactorKey::in(name);
        QVERIFY(first && again);
        const auto sealed = first->seal("secret", m_person);
        QVERIFY(sealed);
        QCOMPARE(again->open(*sealed, m_person), std::optional<QByteArray>("secret"));
#ifndef Q_OS_WIN
        QCOMPARE(
            QFile::permissions(name) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
#endif
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("nonsense") > 0);
        file.close();
        QVERIFY2(!FactorKey::in(name), "what is there is never replaced");
        QVERIFY(!FactorKey().seal("secret", m_person));
    }

private:
    qint64 step() const
    {
        return m_now / Totp::Step;
    }
    SecondFactors factors()
    {
        return {*m_storage, m_key, m_hasher, m_now};
    }
    std::optional<SecondFactor> factor()
    {
        return factors().of(m_person).value_or(std::nullopt);
    }
    QByteArray begin()
    {
        if (!m_storage->begin())
            return {};
        const auto secret = factors().begin(m_person);
        return m_storage->commit() ? secret.value_or(QByteArray()) : QByteArray();
    }
    std::optional<QStringList> confirm(const QString& code)
    {
        if (!m_storage->begin())
            return {};
        const auto codes = factors().confirm(m_person, code);
        return m_storage->commit() ? codes.value_or(std::nullopt) : std::nullopt;
    }
    QByteArray turnOn()
    {
        const QByteArray secret = begin();
        m_codes = confirm(Totp::codeAt(secret, step())).value_or(QStringList());
        return secret;
    }
    SecondFactors::Shown show(const QString& typed)
    {
        const auto present = factor();
        if (!present || !m_storage->begin())
            qFatal("there is no factor");
        const auto shown = factors().show(*present, typed);
        if (!shown || !m_storage->commit())
            qFatal("the store fails");
        return *shown;
    }

    QTemporaryDir m_directory;
    std::unique_ptr<ServerStore> m_store;
    std::unique_ptr<ServerStorage> m_storage;
    PasswordHasher m_hasher;
    FactorKey m_key;
    Uuid m_person;
    QStringList m_codes;
    UtcMs m_now = 0;
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::SecondFactorsTest)

#include "tst_secondfactors.moc"
