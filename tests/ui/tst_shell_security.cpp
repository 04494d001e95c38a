// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shellfixture.h"
#include "ui/shell/factorpanel.h"
#include "ui/shell/passwordform.h"
#include "ui/shell/recoverycodes.h"
#include "ui/shell/securitysection.h"
#include "ui/shell/signincodestep.h"
#include "ui/shell/signinpasswordstep.h"
#include "ui/shell/signinview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/qrcode.h"

#include <QClipboard>
#include <QFile>
#include <QJsonArray>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// The code at sign-in, and the section Security of the settings, over a scripted server.
class TestShellSecurity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<TestStore>();
        m_shell = std::make_unique<ShellFixture>(*m_store);
        m_on = false;
        m_shell->sync.answers.insert(u"factor.state"_s, [this](const QJsonObject&) -> Expected<QJsonObject> {
            return QJsonObject{{u"on"_s, m_on}, {u"since"_s, qint64(1'700'000'000'000)}, {u"codes_left"_s, 10}};
        });
    }
    void cleanup()
    {
        m_shell.reset();
        m_store.reset();
    }

    void signInAsksForTheCodeOnceThePasswordIsRight()
    {
        m_shell->sync.setStatus({});
        m_shell->sync.signInError = Error{ErrorCode::RequestRefused, u"server"_s, u"code_needed"_s};
        m_shell->start();
        QTRY_VERIFY(m_shell->window->findChild<SignInView*>());
        auto* view = m_shell->window->findChild<SignInView*>();
        const auto fields = view->findChildren<QLineEdit*>();
        fields[0]->setText(u"http://server:8750"_s);
        fields[1]->setText(u"aicha"_s);
        fields[2]->setText(u"secret"_s);
        QTest::keyClick(fields[2], Qt::Key_Return);
        QTRY_VERIFY(view->findChild<SignInCodeStep*>());
        auto* step = view->findChild<SignInCodeStep*>();
        auto* code = step->findChild<QLineEdit*>(u"signInCode"_s);
        QTRY_VERIFY(code->isVisible());
        QVERIFY(!fields[2]->isVisible());
        QTRY_VERIFY(code->hasFocus());

        // Back leaves everything as it was typed.
        QTest::keyClick(code, Qt::Key_Escape);
        QTRY_VERIFY(fields[2]->isVisible());
        QCOMPARE(fields[2]->text(), u"secret"_s);
        QTest::keyClick(fields[2], Qt::Key_Return);
        QTRY_VERIFY(code->isVisible());

        m_shell->sync.signInError = Error{ErrorCode::RequestRefused, u"server"_s, u"wrong_code"_s};
        QTest::keyClicks(code, u"123 456"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(step->findChild<FormField*>()->hasError());
        QCOMPARE(code->text(), u"123 456"_s);
        QCOMPARE(m_shell->sync.signInCode, u"123 456"_s);
        QCOMPARE(m_shell->sync.signInPassword, u"secret"_s);

        m_shell->sync.signInError.reset();
        SyncStatus joined;
        joined.lastSyncAt = m_store->clock.now();
        m_shell->sync.setStatus(joined);
        code->selectAll();
        QTest::keyClicks(code, u"654321"_s);
        QVERIFY(!step->findChild<FormField*>()->hasError());
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_COMPARE(m_shell->window->currentPageId(), u"things"_s);
        QCOMPARE(m_shell->sync.signInCode, u"654321"_s);
    }

    void whoWasGivenAPasswordChoosesTheirOwnAtSignIn()
    {
        m_shell->sync.setStatus({});
        m_shell->sync.signInError = Error{ErrorCode::RequestRefused, u"server"_s, u"new_password_needed"_s};
        m_shell->start();
        QTRY_VERIFY(m_shell->window->findChild<SignInView*>());
        auto* view = m_shell->window->findChild<SignInView*>();
        const auto fields = view->findChildren<QLineEdit*>();
        fields[0]->setText(u"http://server:8750"_s);
        fields[1]->setText(u"aicha"_s);
        fields[2]->setText(u"given"_s);
        QTest::keyClick(fields[2], Qt::Key_Return);
        QTRY_VERIFY(view->findChild<SignInPasswordStep*>());
        auto* step = view->findChild<SignInPasswordStep*>();
        auto* wanted = step->findChild<QLineEdit*>(u"signInNewPassword"_s);
        auto* again = step->findChild<QLineEdit*>(u"signInNewPasswordAgain"_s);
        QTRY_VERIFY(wanted->hasFocus());
        QVERIFY(!fields[2]->isVisible());
        QVERIFY(!wanted->accessibleName().isEmpty() && !again->accessibleName().isEmpty());

        QTest::keyClicks(wanted, u"aicha aicha"_s);
        QTest::keyClicks(again, u"aicha aisha"_s);
        QTest::keyClick(again, Qt::Key_Return);
        QVERIFY2(m_shell->sync.signInNewPassword.isEmpty(), "nothing is sent while the two differ");
        QTRY_VERIFY(again->hasFocus());

        // What the server refuses, or a server that is away, leaves what was typed.
        m_shell->sync.signInError = Error{ErrorCode::RequestRefused, u"server"_s, u"password_name"_s};
        again->setText(u"aicha aicha"_s);
        QTest::keyClick(again, Qt::Key_Return);
        QTRY_VERIFY(step->findChildren<FormField*>().first()->hasError());
        QCOMPARE(m_shell->sync.signInPassword, u"given"_s);
        QCOMPARE(m_shell->sync.signInNewPassword, u"aicha aicha"_s);
        m_shell->sync.signInError = Error{ErrorCode::ServerUnreachable, u"server"_s, {}};
        wanted->setText(u"violet tram 27"_s);
        again->setText(u"violet tram 27"_s);
        QTest::keyClick(again, Qt::Key_Return);
        QTRY_COMPARE(m_shell->sync.signInNewPassword, u"violet tram 27"_s);
        QTRY_VERIFY(step->findChildren<Button*>().first()->isEnabled());
        QVERIFY(wanted->isVisible());
        QCOMPARE(wanted->text(), u"violet tram 27"_s);

        // A second factor comes last, and the new password goes with it.
        m_shell->sync.signInError = Error{ErrorCode::RequestRefused, u"server"_s, u"code_needed"_s};
        QTest::keyClick(again, Qt::Key_Return);
        QTRY_VERIFY(view->findChild<SignInCodeStep*>());
        auto* code = view->findChild<QLineEdit*>(u"signInCode"_s);
        QTRY_VERIFY(code->hasFocus());
        QVERIFY(!wanted->isVisible());
        m_shell->sync.signInError.reset();
        SyncStatus joined;
        joined.lastSyncAt = m_store->clock.now();
        m_shell->sync.setStatus(joined);
        // The whole view may be gone once the page is there.
        const QPointer<QLineEdit> keptWanted(wanted);
        const QPointer<QLineEdit> keptAgain(again);
        QTest::keyClicks(code, u"654321"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_COMPARE(m_shell->window->currentPageId(), u"things"_s);
        QCOMPARE(m_shell->sync.signInCode, u"654321"_s);
        QCOMPARE(m_shell->sync.signInNewPassword, u"violet tram 27"_s);
        QTRY_VERIFY2((!keptWanted || keptWanted->text().isEmpty()) && (!keptAgain || keptAgain->text().isEmpty()),
                     "and is not kept in the window");
    }

    void aPasswordThatTheServerRefusesStaysToBeCorrected()
    {
        QVERIFY(open());
        QJsonObject asked;
        QString refusal = u"password_common"_s;
        m_shell->sync.answers.insert(u"password.change"_s, [&](const QJsonObject& sent) -> Expected<QJsonObject> {
            asked = sent;
            if (!refusal.isEmpty())
                return fail(ErrorCode::RequestRefused, {}, refusal);
            return QJsonObject{{u"signed_out"_s, 2}};
        });
        auto* form = section()->findChild<PasswordForm*>();
        QTest::keyClick(form->findChild<Button*>(u"changePassword"_s), Qt::Key_Space);
        auto* old = form->findChild<QLineEdit*>(u"oldPassword"_s);
        auto* wanted = form->findChild<QLineEdit*>(u"newPassword"_s);
        auto* again = form->findChild<QLineEdit*>(u"newPasswordAgain"_s);
        QTRY_VERIFY(old->hasFocus());
        old->setText(u"the old one"_s);
        wanted->setText(u"short"_s);
        again->setText(u"short"_s);
        QTest::keyClick(again, Qt::Key_Return);
        QVERIFY(fieldOf(wanted)->hasError());
        QVERIFY2(asked.isEmpty(), "what is too short is not sent");
        wanted->setText(u"Sunshine2026"_s);
        QTest::keyClick(again, Qt::Key_Return);
        QVERIFY2(fieldOf(again)->hasError(), "they differ");
        again->setText(u"Sunshine2026"_s);
        QTest::keyClick(again, Qt::Key_Return);
        QTRY_VERIFY(fieldOf(wanted)->hasError());
        QVERIFY(fieldOf(wanted)->message().contains(u"stranger"_s));
        QCOMPARE(wanted->text(), u"Sunshine2026"_s);
        QCOMPARE(old->text(), u"the old one"_s);

        refusal = u"wrong_password"_s;
        QTest::keyClick(again, Qt::Key_Return);
        QTRY_VERIFY(fieldOf(old)->hasError());
        refusal = u"code_needed"_s;
        QTest::keyClick(again, Qt::Key_Return);
        auto* code = form->findChild<QLineEdit*>(u"passwordCode"_s);
        QTRY_VERIFY(code->isVisible());
        code->setText(u"123456"_s);
        refusal.clear();
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(!old->isVisible());
        QCOMPARE(asked.value("secret_code"_L1).toString(), u"123456"_s);
        QCOMPARE(asked.value("new_password"_L1).toString(), u"Sunshine2026"_s);
        QVERIFY2(old->text().isEmpty() && wanted->text().isEmpty(), "nothing of it is kept");
    }

    void turnsTheSecondFactorOnWithQrCodeAndKey()
    {
        QVERIFY(open());
        m_shell->sync.answers.insert(u"factor.begin"_s, [](const QJsonObject& sent) -> Expected<QJsonObject> {
            if (sent.value("password"_L1).toString() != "right"_L1)
                return fail(ErrorCode::RequestRefused, {}, u"wrong_password"_s);
            return QJsonObject{
                {u"secret"_s, u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s},
                {u"secret_uri"_s, u"otpauth://totp/Forecourt:awa?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s}};
        });
        m_shell->sync.answers.insert(u"factor.confirm"_s, [this](const QJsonObject& sent) -> Expected<QJsonObject> {
            if (sent.value("secret_code"_L1).toString() != "287082"_L1)
                return fail(ErrorCode::RequestRefused, {}, u"wrong_code"_s);
            m_on = true;
            return QJsonObject{{u"secret_codes"_s, QJsonArray{u"0000-1111-2222"_s, u"3333-4444-5555"_s}}};
        });
        auto* panel = section()->findChild<FactorPanel*>();
        auto* turnOn = panel->findChild<Button*>(u"turnFactorOn"_s);
        QTRY_VERIFY(turnOn->isVisible());
        QTest::keyClick(turnOn, Qt::Key_Space);
        auto* password = panel->findChild<QLineEdit*>(u"personPassword"_s);
        QTRY_VERIFY(password->hasFocus());
        password->setText(u"wrong"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_VERIFY(fieldOf(password)->hasError());
        password->setText(u"right"_s);
        QTest::keyClick(password, Qt::Key_Return);
        auto* qr = panel->findChild<QrCode*>();
        QTRY_VERIFY(qr->isVisible());
        // The three corners by which a scanner finds it.
        QVERIFY(qr->modules() >= 21);
        const int far = qr->modules() - 7;
        for (const QPoint corner : {QPoint(0, 0), QPoint(far, 0), QPoint(0, far)}) {
            QVERIFY(qr->isDark(corner.x(), corner.y()) && qr->isDark(corner.x() + 6, corner.y() + 6));
            QVERIFY(!qr->isDark(corner.x() + 1, corner.y() + 1) && qr->isDark(corner.x() + 3, corner.y() + 3));
        }
        QCOMPARE(panel->findChild<Label*>(u"factorKey"_s)->text(), u"GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"_s);
        auto* code = panel->findChild<QLineEdit*>(u"factorCode"_s);
        QTRY_VERIFY(code->hasFocus());
        QTest::keyClicks(code, u"000000"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(fieldOf(code)->hasError());
        QVERIFY2(qr->isVisible(), "the code can be typed again");
        code->selectAll();
        QTest::keyClicks(code, u"287082"_s);
        QTest::keyClick(code, Qt::Key_Return);
        auto* codes = panel->findChild<RecoveryCodes*>();
        QTRY_VERIFY(codes->isVisible());
        QVERIFY(!qr->isVisible() && qr->modules() == 0);
        QTest::keyClick(codes->findChild<Button*>(u"copyCodes"_s), Qt::Key_Space);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"3333-4444-5555"_s));
        const QString file = m_store->path() + u"/codes.txt"_s;
        QVERIFY(codes->saveTo(file));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("0000-1111-2222"));
        QVERIFY2(!codes->saveTo(m_store->path() + u"/nowhere/codes.txt"_s), "said, and they are still here");
        QVERIFY(codes->isVisible());
        QTest::keyClick(codes->findChild<Button*>(u"codesKept"_s), Qt::Key_Space);
        QTRY_VERIFY(panel->findChild<Button*>(u"turnFactorOff"_s)->isVisible());
        QVERIFY(codes->codes().isEmpty() && !turnOn->isVisible());
    }

    void turnsItOffWithPasswordAndCode()
    {
        m_on = true;
        QVERIFY(open());
        QJsonObject asked;
        m_shell->sync.answers.insert(u"factor.off"_s, [&](const QJsonObject& sent) -> Expected<QJsonObject> {
            asked = sent;
            if (sent.value("secret_code"_L1).toString() != "287082"_L1)
                return fail(ErrorCode::RequestRefused, {}, u"wrong_code"_s);
            m_on = false;
            return QJsonObject{};
        });
        auto* panel = section()->findChild<FactorPanel*>();
        auto* turnOff = panel->findChild<Button*>(u"turnFactorOff"_s);
        QTRY_VERIFY(turnOff->isVisible());
        QTest::keyClick(turnOff, Qt::Key_Space);
        auto* password = panel->findChild<QLineEdit*>(u"personPassword"_s);
        auto* code = panel->findChild<QLineEdit*>(u"personCode"_s);
        QTRY_VERIFY(code->isVisible());
        password->setText(u"right"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY2(fieldOf(code)->hasError() && asked.isEmpty(), "the code is missing");
        code->setText(u"000000"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_COMPARE(asked.value("secret_code"_L1).toString(), u"000000"_s);
        QTRY_VERIFY(fieldOf(code)->hasError());
        QCOMPARE(password->text(), u"right"_s);
        code->setText(u"287082"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(panel->findChild<Button*>(u"turnFactorOn"_s)->isVisible());
        QVERIFY(password->text().isEmpty() && code->text().isEmpty());
    }

    void offlineItSaysThatItNeedsTheServerAndKeepsWhatWasTyped()
    {
        QVERIFY(open());
        auto* form = section()->findChild<PasswordForm*>();
        QTest::keyClick(form->findChild<Button*>(u"changePassword"_s), Qt::Key_Space);
        auto* wanted = form->findChild<QLineEdit*>(u"newPassword"_s);
        wanted->setText(u"vélo lampe 27"_s);
        m_shell->sync.setLink(SyncStatus::Link::Waiting);
        QVERIFY(says(u"needs the server"_s));
        QVERIFY(!form->findChild<Button*>(u"submitPassword"_s)->isEnabled());
        QCOMPARE(wanted->text(), u"vélo lampe 27"_s);
        m_shell->sync.setLink(SyncStatus::Link::Online);
        QVERIFY(!says(u"needs the server"_s));
        QVERIFY(form->findChild<Button*>(u"submitPassword"_s)->isEnabled());
    }

private:
    bool open()
    {
        m_shell->start();
        m_shell->window->open({u"settings"_s, {}});
        return QTest::qWaitFor([this] { return section() && section()->isVisible(); });
    }
    SecuritySection* section() const { return m_shell->window->findChild<SecuritySection*>(); }
    static FormField* fieldOf(QLineEdit* line)
    {
        for (QWidget* up = line->parentWidget(); up; up = up->parentWidget()) {
            if (auto* field = qobject_cast<FormField*>(up))
                return field;
        }
        return nullptr;
    }
    bool says(const QString& words) const
    {
        const auto labels = section()->findChildren<Label*>();
        return std::ranges::any_of(
            labels, [&](const Label* label) { return label->isVisible() && label->text().contains(words); });
    }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<ShellFixture> m_shell;
    bool m_on = false;
};

QTEST_MAIN(TestShellSecurity)

#include "tst_shell_security.moc"
