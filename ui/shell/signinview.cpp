// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/signinview.h"

#include "models/base/errortext.h"
#include "models/base/passwordwords.h"
#include "models/base/whendone.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/signincodestep.h"
#include "ui/shell/signinpasswordstep.h"
#include "ui/shell/syncwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QImageReader>
#include <QLineEdit>
#include <QPainter>
#include <QThreadPool>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int SignInFormWidth = 372;
// Below this width the picture would squeeze the form.
constexpr int SignInPictureFrom = 1100;

class SignInMark : public QWidget {
public:
    explicit SignInMark(QWidget* parent) : QWidget(parent) { setFixedSize(Theme::px(36), Theme::px(36)); }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        IconProvider::application().paint(&painter, rect());
    }
};

}  // namespace

SignInView::SignInView(SyncControl& sync, ShellSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_sync(sync),
      m_settings(settings),
      m_form(new QWidget(this)),
      m_subtitle(new Label(QString(), TextRole::Second, Token::Ink2, m_form)),
      m_note(new Note(Tone::Warn, QString(), m_form)),
      m_trust(new Button(QString(), Button::Kind::Default, m_form)),
      m_server(new FormField(QString(), new QLineEdit(m_form), m_form)),
      m_name(new FormField(QString(), new QLineEdit(m_form), m_form)),
      m_password(new FormField(QString(), new QLineEdit(m_form), m_form)),
      m_submit(new Button(QString(), Button::Kind::Primary, m_form)),
      m_workHere(new Button(QString(), Button::Kind::Ghost, m_form)),
      m_lastSync(new Label(QString(), TextRole::Second, Token::Ink, m_form)),
      m_waiting(new Label(QString(), TextRole::Second, Token::Ink, m_form)),
      m_facts(new QWidget(m_form)),
      m_foot(new QWidget(this)),
      m_version(new Label(QString(), TextRole::Caption, Token::Ink2, m_foot)),
      m_english(new Button(u"English"_s, Button::Kind::Ghost, m_foot)),
      m_french(new Button(u"Français"_s, Button::Kind::Ghost, m_foot)),
      m_help(new Button(QString(), Button::Kind::Ghost, m_foot))
{
    m_password->line()->setEchoMode(QLineEdit::Password);
    m_submit->setSize(Button::Size::Large);
    m_submit->setKeyHint(QKeySequence(Qt::Key_Return));
    m_help->setKeyHint(QKeySequence(Qt::Key_F1));
    for (Button* small : {m_english, m_french, m_help})
        small->setSize(Button::Size::Small);

    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    column->addStretch(1);
    auto* brand = new QHBoxLayout;
    brand->setSpacing(Theme::px(12));
    brand->addWidget(new SignInMark(m_form));
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(new Label(u"Forecourt"_s, TextRole::PageTitle, Token::Ink, m_form));
    names->addWidget(m_subtitle);
    brand->addLayout(names, 1);
    column->addLayout(brand);
    column->addSpacing(Theme::px(4));
    column->addWidget(m_note);
    column->addWidget(m_trust, 0, Qt::AlignLeft);
    column->addWidget(m_server);
    column->addWidget(m_name);
    column->addWidget(m_password);
    column->addWidget(m_submit);
    column->addWidget(m_workHere, 0, Qt::AlignLeft);
    auto* facts = new QVBoxLayout(m_facts);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(Theme::px(6));
    facts->addWidget(new Divider(Qt::Horizontal, m_facts));
    facts->addWidget(m_lastSync);
    facts->addWidget(m_waiting);
    column->addWidget(m_facts);
    column->addStretch(1);

    auto* foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(Theme::px(16), 0, Theme::px(12), 0);
    foot->addWidget(m_version, 1);
    foot->addWidget(m_english);
    foot->addWidget(m_french);
    foot->addWidget(m_help);

    for (QLineEdit* line : {m_server->line(), m_name->line(), m_password->line()}) {
        connect(line, &QLineEdit::textEdited, this, &SignInView::clearErrors);
        connect(line, &QLineEdit::returnPressed, this, &SignInView::submit);
    }
    connect(m_submit, &Button::clicked, this, &SignInView::submit);
    connect(m_trust, &Button::clicked, this, &SignInView::trustAndSubmit);
    connect(m_workHere, &Button::clicked, this, &SignInView::workHereRequested);
    connect(m_help, &Button::clicked, this, &SignInView::helpRequested);
    connect(m_english, &Button::clicked, this, [this] { m_settings.setLanguage(u"en"_s); });
    connect(m_french, &Button::clicked, this, [this] { m_settings.setLanguage(u"fr"_s); });
    connect(&m_sync, &SyncControl::statusChanged, this, &SignInView::refreshStatus);
    m_name->line()->setText(m_sync.status().userName);
    suggestServer(m_sync.status().server);
    retranslate();
}

void SignInView::suggestServer(const QUrl& server)
{
    if (m_server->line()->text().isEmpty() && !server.isEmpty())
        m_server->line()->setText(server.toString());
}

void SignInView::start()
{
    showStep(Step::First);
    m_password->line()->clear();
    clearErrors();
    for (FormField* field : {m_server, m_name, m_password}) {
        if (field->line()->text().isEmpty()) {
            field->line()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void SignInView::retranslate()
{
    setAccessibleName(tr("Sign in"));
    m_server->setName(tr("Server"));
    m_server->line()->setPlaceholderText(u"https://forecourt.example:8471"_s);
    m_name->setName(tr("User name"));
    m_password->setName(tr("Password"));
    m_workHere->setText(tr("Work on this computer without signing in"));
    m_help->setText(tr("Help"));
    m_trust->setText(tr("It is the same: trust this server"));
    m_version->setText(tr("Forecourt %1, this computer is “%2”")
                           .arg(QCoreApplication::applicationVersion(), QSysInfo::machineHostName()));
    m_english->setEnabled(m_settings.language() != "en"_L1);
    m_french->setEnabled(m_settings.language() != "fr"_L1);
    setBusy(m_busy);
    if (m_error)
        showError(*m_error);
    refreshStatus();
}

void SignInView::refreshStatus()
{
    const SyncStatus status = m_sync.status();
    const UtcMs now = SystemClock().now();
    const bool fresh = status.lastSyncAt == 0;
    m_subtitle->setText(fresh ? tr("Sign in once with the network; then everything works without it.")
                              : tr("Sign in to go on sharing your work."));
    m_subtitle->setWordWrap(true);
    m_facts->setVisible(!fresh || status.counts.waiting > 0);
    m_lastSync->setText(SyncWords::lastSync(status, now));
    m_waiting->setText(tr("%Ln change(s) waiting to be sent", nullptr, status.counts.waiting));
    m_waiting->setVisible(status.counts.waiting > 0);
    const bool unreachable = m_error && m_error->code == ErrorCode::ServerUnreachable;
    m_workHere->setVisible(status.link == SyncStatus::Link::NoServer || unreachable);
    m_trust->setVisible(m_error && (m_error->code == ErrorCode::CertificateUntrusted ||
                                    m_error->code == ErrorCode::CertificateChanged));
    const QString clock = SyncWords::clockNotice(status);
    if (!m_error) {
        m_note->setTone(Tone::Warn);
        m_note->setText(clock);
        m_note->setVisible(!clock.isEmpty());
    }
}

void SignInView::clearErrors()
{
    m_error.reset();
    for (FormField* field : {m_server, m_name, m_password})
        field->clearMessage();
    refreshStatus();
}

void SignInView::setBusy(bool busy)
{
    m_busy = busy;
    m_submit->setText(busy ? tr("Signing in…") : tr("Sign in"));
    m_submit->setEnabled(!busy);
    if (m_passwordStep)
        m_passwordStep->setBusy(busy);
    if (m_codeStep)
        m_codeStep->setBusy(busy);
}

void SignInView::submit()
{
    if (m_busy)
        return;
    clearErrors();
    const QString address = m_server->line()->text().trimmed();
    const QUrl server = QUrl::fromUserInput(address);
    if (address.isEmpty() || !server.isValid() || server.host().isEmpty()) {
        m_server->setError(tr("Give the address of your server, such as %1.").arg(u"https://forecourt.example:8471"_s));
        m_server->line()->setFocus();
        return;
    }
    if (m_name->line()->text().trimmed().isEmpty()) {
        m_name->setError(tr("Give your user name."));
        m_name->line()->setFocus();
        return;
    }
    if (m_password->line()->text().isEmpty()) {
        m_password->setError(tr("Give your password."));
        m_password->line()->setFocus();
        return;
    }
    m_asked = server;
    ask({});
}

void SignInView::ask(const QString& code)
{
    setBusy(true);
    whenDone(m_sync.signIn(m_asked, m_name->line()->text().trimmed(), m_password->line()->text(), code, m_newPassword),
             this, [this](const Expected<void>& done) {
                 setBusy(false);
                 if (!done) {
                     showError(done.error());
                     return;
                 }
                 m_password->line()->clear();
                 showStep(Step::First);
                 Q_EMIT signedIn();
             });
}

void SignInView::showStep(Step step)
{
    m_step = step;
    if (step == Step::NewPassword && !m_passwordStep)
        makePasswordStep();
    if (step == Step::Code && !m_codeStep)
        makeCodeStep();
    for (QWidget* first : {static_cast<QWidget*>(m_server), static_cast<QWidget*>(m_name),
                           static_cast<QWidget*>(m_password), static_cast<QWidget*>(m_submit)})
        first->setVisible(step == Step::First);
    if (m_passwordStep)
        m_passwordStep->setVisible(step == Step::NewPassword);
    if (m_codeStep)
        m_codeStep->setVisible(step == Step::Code);
    if (step == Step::Code)
        m_codeStep->start();
    if (step == Step::First) {
        m_newPassword.clear();
        if (m_passwordStep)
            m_passwordStep->clear();
    }
}

void SignInView::makePasswordStep()
{
    m_passwordStep = new SignInPasswordStep(m_form);
    auto* column = qobject_cast<QVBoxLayout*>(m_form->layout());
    column->insertWidget(column->indexOf(m_submit), m_passwordStep);
    connect(m_passwordStep, &SignInPasswordStep::submitted, this, [this](const QString& password) {
        clearErrors();
        m_newPassword = password;
        ask({});
    });
    connect(m_passwordStep, &SignInPasswordStep::edited, this, &SignInView::clearErrors);
    connect(m_passwordStep, &SignInPasswordStep::cancelled, this, &SignInView::cancelStep);
}

void SignInView::makeCodeStep()
{
    m_codeStep = new SignInCodeStep(m_form);
    auto* column = qobject_cast<QVBoxLayout*>(m_form->layout());
    column->insertWidget(column->indexOf(m_submit), m_codeStep);
    connect(m_codeStep, &SignInCodeStep::submitted, this, [this](const QString& code) {
        clearErrors();
        ask(code);
    });
    connect(m_codeStep, &SignInCodeStep::edited, this, &SignInView::clearErrors);
    connect(m_codeStep, &SignInCodeStep::cancelled, this, &SignInView::cancelStep);
}

void SignInView::cancelStep()
{
    clearErrors();
    showStep(Step::First);
    m_password->line()->setFocus(Qt::OtherFocusReason);
}

void SignInView::trustAndSubmit()
{
    // Of the address that showed it, whatever is in the field by now.
    if (m_error)
        m_sync.trustCertificate(m_asked, m_error->detail);
    submit();
}

void SignInView::showFingerprint(const Error& error)
{
    // Four groups a row: what two people read to each other must not get lost in a sentence.
    constexpr qsizetype perRow = 4;
    const QStringList groups = error.detail.split(u' ');
    QString rows;
    for (qsizetype at = 0; at < groups.size(); at += perRow)
        rows += u"<br><tt>"_s + groups.mid(at, perRow).join(u' ').toHtmlEscaped() + u"</tt>"_s;
    m_note->setTone(error.code == ErrorCode::CertificateChanged ? Tone::Bad : Tone::Warn);
    m_note->setText(ErrorText::full({error.code, error.subject, {}}).toHtmlEscaped() + rows);
    m_note->show();
}

void SignInView::showError(const Error& error)
{
    m_error = error;
    const bool refused = error.code == ErrorCode::RequestRefused;
    if (refused && (error.detail == "code_needed"_L1 || error.detail == "new_password_needed"_L1)) {
        m_error.reset();
        const bool code = error.detail == "code_needed"_L1;
        showStep(code ? Step::Code : Step::NewPassword);
        if (!code)
            m_passwordStep->start();
        return refreshStatus();
    }
    if (refused && m_step != Step::First && PasswordWords::fromCode(error.detail)) {
        showStep(Step::NewPassword);
        m_passwordStep->showError(error);
        return refreshStatus();
    }
    if (m_step == Step::Code &&
        (error.code == ErrorCode::SignInLocked || (refused && error.detail == "wrong_code"_L1))) {
        m_codeStep->showError(error);
        return refreshStatus();
    }
    // The fields that the others are about are in the first step.
    if (m_step != Step::First && error.code != ErrorCode::ServerUnreachable && error.code != ErrorCode::RateLimited &&
        error.code != ErrorCode::ServerFault)
        showStep(Step::First);
    switch (error.code) {
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::CertificateChanged: showFingerprint(error); break;
    case ErrorCode::SignInLocked:
    case ErrorCode::WrongPassword:
        m_password->setError(ErrorText::full(error));
        m_password->line()->setFocus();
        m_password->line()->selectAll();
        break;
    case ErrorCode::AccountDisabled: m_name->setError(ErrorText::full(error)); break;
    case ErrorCode::ServerForeign:
    case ErrorCode::ServerWantsTls:
    case ErrorCode::TlsFailed:
    case ErrorCode::OtherDealership: m_server->setError(ErrorText::full(error)); break;
    default:
        m_note->setTone(error.code == ErrorCode::ServerUnreachable ? Tone::Warn : Tone::Bad);
        m_note->setText(ErrorText::full(error).toHtmlEscaped() + u"<br>"_s + ErrorText::code(error.code));
        m_note->show();
        break;
    }
    refreshStatus();
}

void SignInView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QRect SignInView::pictureRect() const
{
    if (width() < Theme::px(SignInPictureFrom))
        return {};
    return {0, 0, width() / 2, height() - m_foot->height()};
}

void SignInView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_foot->setGeometry(0, height() - Theme::px(34), width(), Theme::px(34));
    const QRect picture = pictureRect();
    const int wide = qMin(Theme::px(SignInFormWidth), width() - Theme::px(40));
    const QRect room(picture.width(), 0, width() - picture.width(), height() - m_foot->height());
    m_form->setGeometry(room.center().x() - wide / 2, room.top(), wide, room.height());
}

void SignInView::loadPicture()
{
    m_pictureAsked = true;
    QThreadPool::globalInstance()->start([view = QPointer<SignInView>(this)] {
        QImage image(u":/shell/hero.jpg"_s);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [view, image = std::move(image)] {
                if (view) {
                    view->m_picture = image;
                    view->update();
                }
            },
            Qt::QueuedConnection);
    });
}

void SignInView::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Sheet));
    const QRect foot = m_foot->geometry();
    painter.fillRect(foot, Theme::color(Token::Chrome));
    painter.fillRect(QRect(foot.left(), foot.top(), foot.width(), 1), Theme::color(Token::Line));
    const QRect picture = pictureRect();
    if (picture.isEmpty())
        return;
    painter.fillRect(picture, Theme::color(Token::Sunken));
    if (m_picture.isNull()) {
        if (!m_pictureAsked)
            loadPicture();
    } else {
        painter.setClipRect(picture);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSize fill = m_picture.size().scaled(picture.size(), Qt::KeepAspectRatioByExpanding);
        painter.drawImage(QRect(picture.center() - QPoint(fill.width() / 2, fill.height() / 2), fill), m_picture);
    }
    const QRect band(picture.left(), picture.bottom() - Theme::px(82), picture.width(), Theme::px(83));
    painter.fillRect(band, QColor(0x16, 0x1a, 0x1b));
    painter.setPen(Qt::white);
    painter.setFont(Fonts::title());
    const QRect words = band.adjusted(Theme::px(32), Theme::px(18), -Theme::px(16), 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, tr("Works where the network does not."));
    painter.setFont(Fonts::body());
    painter.setPen(QColor(0xb8, 0xc5, 0xc8));
    painter.drawText(words.adjusted(0, Theme::px(28), 0, 0), Qt::AlignLeft | Qt::AlignTop,
                     tr("Stock and photos stay on this computer; changes are sent when the server answers."));
}

}  // namespace Forecourt
