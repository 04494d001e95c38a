// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/settingspage.h"

#include "models/base/whendone.h"
#include "models/outbox/accessdirectory.h"
#include "models/outbox/storagefacts.h"
#include "models/outbox/synccontrol.h"
#include "models/store/store.h"
#include "ui/shell/devicelist.h"
#include "ui/shell/originalschoice.h"
#include "ui/shell/personlist.h"
#include "ui/shell/securitysection.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/syncwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toggle.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QUrl>

#include <algorithm>
#include <array>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array TextPercents{90, 100, 110, 125, 150};
constexpr int SettingsWidth = 640;

}  // namespace

SettingsPage::SettingsPage(const ShellContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_content(new QWidget),
      m_sections(new QVBoxLayout(m_content)),
      m_title(new Label(QString(), TextRole::PageTitle, Token::Ink, this)),
      m_theme(new SegmentedControl),
      m_language(new SegmentedControl),
      m_text(new SegmentedControl),
      m_density(new SegmentedControl),
      m_motion(new Toggle),
      m_single(new Toggle),
      m_shortcuts(new Button),
      m_signIn(new Button),
      m_offline(new Toggle),
      m_security(new SecuritySection(*context.sync)),
      m_devices(new DeviceList(*context.sync, context.store->clock())),
      m_people(new PersonList(context)),
      m_access(new AccessDirectory(*context.store, this)),
      m_showFolder(new Button)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_title->setContentsMargins(Theme::px(20), Theme::px(14), 0, Theme::px(10));
    outer->addWidget(m_title);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    scroll->setWidget(m_content);
    outer->addWidget(scroll, 1);
    m_sections->setContentsMargins(Theme::px(20), Theme::px(4), Theme::px(20), Theme::px(20));
    m_sections->setSpacing(Theme::px(8));
    // Not the cards themselves: a layout asks for the height of wrapped words at its own width.
    m_content->setMaximumWidth(Theme::px(SettingsWidth + 2 * 20));

    for (int i = 0; i < 3; ++i) {
        m_theme->addSegment(QString());
        m_density->addSegment(QString());
    }
    m_language->addSegment(u"English"_s);
    m_language->addSegment(u"Français"_s);
    for (const int percent : TextPercents)
        m_text->addSegment(formatPercent(percent, 0));

    QVBoxLayout* looks = section(m_looksTitle);
    choice(looks, m_themeName, m_themeHint, m_theme);
    choice(looks, m_languageName, m_languageHint, m_language);
    choice(looks, m_textName, m_textHint, m_text);
    choice(looks, m_densityName, m_densityHint, m_density);
    choice(looks, m_motionName, m_motionHint, m_motion);
    QVBoxLayout* keys = section(m_keysTitle);
    choice(keys, m_singleName, m_singleHint, m_single);
    m_shortcuts->setKeyHint(QKeySequence(Qt::Key_F1));
    keys->addWidget(m_shortcuts, 0, Qt::AlignLeft);

    QVBoxLayout* server = section(m_serverTitle);
    m_serverState = new Label(QString(), TextRole::BodyStrong, Token::Ink, m_content);
    m_serverText = new Label(QString(), TextRole::Body, Token::Ink2, m_content);
    m_serverText->setWordWrap(true);
    server->addWidget(m_serverState);
    server->addWidget(m_serverText);
    auto* serverRow = new QHBoxLayout;
    serverRow->addWidget(m_signIn);
    serverRow->addSpacing(Theme::px(16));
    serverRow->addWidget(m_offline);
    serverRow->addStretch(1);
    server->addLayout(serverRow);
    m_originals = new OriginalsChoice(*m_context.sync, m_content);
    server->addWidget(m_originals);

    section(m_securityTitle)->addWidget(m_security);
    section(m_peopleTitle)->addWidget(m_people);
    section(m_devicesTitle)->addWidget(m_devices);

    QVBoxLayout* storage = section(m_storageTitle);
    m_folderName = new Label(QString(), TextRole::Second, Token::Ink2, m_content);
    m_folder = new Label(QString(), TextRole::Mono, Token::Ink, m_content);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_folder->setEliding(true);
    m_storage = new Label(QString(), TextRole::Body, Token::Ink, m_content);
    storage->addWidget(m_folderName);
    storage->addWidget(m_folder);
    storage->addWidget(m_storage);
    storage->addWidget(m_showFolder, 0, Qt::AlignLeft);

    QVBoxLayout* about = section(m_aboutTitle);
    m_version = new Label(QString(), TextRole::BodyStrong, Token::Ink, m_content);
    m_licences = new Label(QString(), TextRole::Second, Token::Ink2, m_content);
    m_licences->setWordWrap(true);
    about->addWidget(m_version);
    about->addWidget(m_licences);
    m_sections->addStretch(1);

    ShellSettings* settings = m_context.settings;
    connect(m_theme, &SegmentedControl::currentIndexChanged, this,
            [settings](int index) { settings->setTheme(static_cast<ShellSettings::Theme>(index)); });
    connect(m_language, &SegmentedControl::currentIndexChanged, this,
            [settings](int index) { settings->setLanguage(index == 1 ? u"fr"_s : u"en"_s); });
    connect(m_text, &SegmentedControl::currentIndexChanged, this,
            [settings](int index) { settings->setTextPercent(TextPercents.at(static_cast<std::size_t>(index))); });
    connect(m_density, &SegmentedControl::currentIndexChanged, this,
            [settings](int index) { settings->setDensity(static_cast<ShellSettings::Density>(index)); });
    connect(m_motion, &Toggle::clicked, this, [this] { m_context.settings->setReduceMotion(m_motion->isChecked()); });
    connect(m_single, &Toggle::clicked, this, [this] { m_context.settings->setSingleKeys(m_single->isChecked()); });
    m_motion->setCheckable(true);
    m_single->setCheckable(true);
    for (const auto signal :
         {&ShellSettings::themeChanged, &ShellSettings::languageChanged, &ShellSettings::textPercentChanged,
          &ShellSettings::densityChanged, &ShellSettings::reduceMotionChanged, &ShellSettings::singleKeysChanged})
        connect(settings, signal, this, &SettingsPage::refreshChoices);
    connect(m_shortcuts, &Button::clicked, this, &SettingsPage::shortcutsRequested);
    connect(m_signIn, &Button::clicked, this, [this] {
        const auto link = m_context.sync->status().link;
        if (link == SyncStatus::Link::NoServer || link == SyncStatus::Link::SignedOut)
            Q_EMIT signInRequested();
        else
            Q_EMIT signOutRequested();
    });
    m_offline->setCheckable(true);
    connect(m_offline, &Toggle::clicked, this, [this] { m_context.sync->setWorkOffline(m_offline->isChecked()); });
    connect(m_context.sync, &SyncControl::statusChanged, this, &SettingsPage::refreshServer);
    connect(m_security, &SecuritySection::announced, this, &SettingsPage::announced);
    connect(m_devices, &DeviceList::announced, this, &SettingsPage::announced);
    connect(m_people, &PersonList::announced, this, &SettingsPage::announced);
    connect(m_access, &AccessDirectory::changed, this, &SettingsPage::followAccess);
    connect(m_showFolder, &Button::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_context.store->directory())); });
    setFocusProxy(m_theme);
    retranslate();
    followAccess();
}

PageEntry SettingsPage::entry()
{
    PageEntry entry;
    entry.id = u"settings"_s;
    entry.title = [] { return SettingsPage::tr("Settings"); };
    entry.iconName = u"settings"_s;
    entry.group = PageEntry::Group::Bottom;
    entry.key = QKeySequence(Qt::CTRL | Qt::Key_Comma);
    entry.create = [](const ShellContext& context, QWidget* parent) { return new SettingsPage(context, parent); };
    return entry;
}

void SettingsPage::activate(const Route& route)
{
    Q_UNUSED(route);
    readStorage();
}

Route SettingsPage::route() const
{
    return {u"settings"_s, {}};
}

QList<QWidget*> SettingsPage::areas() const
{
    return {m_theme};
}

QVBoxLayout* SettingsPage::section(Label*& title)
{
    title = new Label(QString(), TextRole::Section, Token::Ink, m_content);
    m_sections->addSpacing(Theme::px(8));
    m_sections->addWidget(title);
    auto* card = new Card(m_content);
    card->contentLayout()->setSpacing(Theme::px(10));
    m_sections->addWidget(card);
    return card->contentLayout();
}

QWidget* SettingsPage::choice(QVBoxLayout* column, Label*& name, Label*& hint, QWidget* control)
{
    auto* row = new QWidget(m_content);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    name = new Label(QString(), TextRole::Body, Token::Ink, row);
    hint = new Label(QString(), TextRole::Second, Token::Ink3, row);
    words->addWidget(name);
    words->addWidget(hint);
    across->addLayout(words, 1);
    across->addSpacing(Theme::px(16));
    control->setParent(row);
    across->addWidget(control);
    column->addWidget(row);
    return row;
}

void SettingsPage::retranslate()
{
    m_title->setText(tr("Settings"));
    m_looksTitle->setText(tr("Appearance and language"));
    m_themeName->setText(tr("Colours"));
    m_theme->setSegmentText(0, tr("System"));
    m_theme->setSegmentText(1, tr("Light"));
    m_theme->setSegmentText(2, tr("Dark"));
    m_languageName->setText(tr("Language"));
    m_textName->setText(tr("Text size"));
    for (std::size_t i = 0; i < TextPercents.size(); ++i)
        m_text->setSegmentText(static_cast<int>(i), formatPercent(TextPercents[i], 0));
    m_densityName->setText(tr("Rows in lists"));
    m_density->setSegmentText(0, tr("Compact"));
    m_density->setSegmentText(1, tr("Normal"));
    m_density->setSegmentText(2, tr("Roomy"));
    m_motionName->setText(tr("Reduce motion"));
    m_motionHint->setText(tr("Nothing fades or slides."));
    m_keysTitle->setText(tr("Keyboard"));
    m_singleName->setText(tr("Letters alone are keys"));
    m_singleHint->setText(tr("E edits, P changes the price … while no text field has the focus."));
    m_shortcuts->setText(tr("Keyboard shortcuts"));
    m_serverTitle->setText(tr("Server"));
    m_offline->setText(tr("Work offline"));
    m_peopleTitle->setText(tr("People"));
    m_securityTitle->setText(tr("Security"));
    m_devicesTitle->setText(tr("Signed-in computers"));
    m_storageTitle->setText(tr("This computer’s storage"));
    m_folderName->setText(tr("Everything lies in this folder:"));
    m_folder->setText(m_context.store->directory());
    m_showFolder->setText(tr("Show the folder"));
    m_aboutTitle->setText(tr("About"));
    m_version->setText(u"Forecourt "_s + QCoreApplication::applicationVersion());
    m_licences->setText(
        tr("Free software under the GNU General Public License, version 3 or later. Made with Qt (LGPL 3), SQLite "
           "(public domain), libsodium (ISC), libheif (LGPL 3), FFmpeg (LGPL 2.1), libqrencode (LGPL 2.1), Exiv2 (GPL "
           "2 or later), Zstandard and libzip (BSD), OpenSSL (Apache 2), the fonts Inter and JetBrains Mono (OFL 1.1), "
           "and Tabler Icons (MIT)."));
    for (auto [control, name] : {std::pair<QWidget*, Label*>{m_theme, m_themeName},
                                 {m_language, m_languageName},
                                 {m_text, m_textName},
                                 {m_density, m_densityName},
                                 {m_motion, m_motionName},
                                 {m_single, m_singleName}})
        control->setAccessibleName(name->text());
    for (Label* hint : {m_themeHint, m_languageHint, m_textHint, m_densityHint})
        hint->hide();
    refreshChoices();
    refreshServer();
    readStorage();
}

void SettingsPage::refreshChoices()
{
    const ShellSettings* settings = m_context.settings;
    m_theme->setCurrentIndex(static_cast<int>(settings->theme()));
    m_language->setCurrentIndex(settings->language() == "fr"_L1 ? 1 : 0);
    const auto at = std::ranges::find(TextPercents, settings->textPercent());
    m_text->setCurrentIndex(at == TextPercents.end() ? 1 : static_cast<int>(at - TextPercents.begin()));
    m_density->setCurrentIndex(static_cast<int>(settings->density()));
    m_motion->setChecked(settings->reduceMotion());
    m_single->setChecked(settings->singleKeys());
}

void SettingsPage::refreshServer()
{
    const SyncStatus status = m_context.sync->status();
    const UtcMs now = m_context.store->clock().now();
    const bool out = status.link == SyncStatus::Link::NoServer || status.link == SyncStatus::Link::SignedOut;
    m_serverState->setText(SyncWords::headline(status, now));
    QStringList lines;
    if (!status.server.isEmpty())
        lines << (status.userName.isEmpty() ? status.server.toString()
                                            : tr("%1 as %2").arg(status.server.toString(), status.userName));
    lines << SyncWords::reassurance(status, now) << SyncWords::lastSync(status, now);
    if (const QString clock = SyncWords::clockNotice(status); !clock.isEmpty())
        lines << clock;
    m_serverText->setText(lines.join(u'\n'));
    m_signIn->setText(out ? tr("Sign in") : tr("Sign out"));
    m_offline->setVisible(!out);
    m_offline->setChecked(status.link == SyncStatus::Link::WorkOffline);
    // Nobody has a password here before the first sign-in.
    m_originals->setVisible(status.link != SyncStatus::Link::NoServer);
    m_securityTitle->setVisible(status.link != SyncStatus::Link::NoServer);
    m_security->parentWidget()->setVisible(status.link != SyncStatus::Link::NoServer);
}

void SettingsPage::followAccess()
{
    const QString& role = m_access->access().role;
    const bool manages = role == "owner"_L1 || role == "manager"_L1;
    m_peopleTitle->setVisible(manages);
    m_people->parentWidget()->setVisible(manages);
}

void SettingsPage::readStorage()
{
    const QString directory = m_context.store->directory();
    whenDone(m_context.store->read(
                 [directory](Connection& connection) { return StorageFacts::read(connection, directory); }),
             this, [this](const Expected<StorageFacts>& facts) {
                 if (facts)
                     m_storage->setText(tr("Records %1 · %Ln file(s) of photos, %2", nullptr, facts->files)
                                            .arg(formatBytes(facts->databaseBytes), formatBytes(facts->fileBytes)));
             });
}

void SettingsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void SettingsPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    readStorage();
}

}  // namespace Forecourt
