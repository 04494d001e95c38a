// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/page.h"

class QVBoxLayout;

namespace Forecourt {

class AccessDirectory;
class Button;
class Card;
class DeviceList;
class Label;
class OriginalsChoice;
class PersonList;
class SecuritySection;
class SegmentedControl;
class Toggle;

/// Choices of this workstation, the server it talks to, what it stores, and what it is made of. Everything acts at
/// once.
class SettingsPage : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(const ShellContext& context, QWidget* parent = nullptr);

    /// The entry for the window's list of pages.
    static PageEntry entry();

    void activate(const Route& route) override;
    Route route() const override;
    QList<QWidget*> areas() const override;

Q_SIGNALS:
    void signInRequested();
    void signOutRequested();
    void shortcutsRequested();
    void announced(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QVBoxLayout* section(Label*& title);
    QWidget* choice(QVBoxLayout* column, Label*& name, Label*& hint, QWidget* control);
    void retranslate();
    void refreshChoices();
    void refreshServer();
    void readStorage();
    /// Who may sign in is for owners and managers.
    void followAccess();

    ShellContext m_context;
    QWidget* m_content;
    QVBoxLayout* m_sections;
    Label* m_title;
    Label *m_looksTitle, *m_keysTitle, *m_serverTitle, *m_securityTitle, *m_devicesTitle, *m_peopleTitle,
        *m_storageTitle, *m_aboutTitle;
    Label *m_themeName, *m_themeHint, *m_languageName, *m_languageHint, *m_textName, *m_textHint, *m_densityName,
        *m_densityHint, *m_motionName, *m_motionHint, *m_singleName, *m_singleHint;
    SegmentedControl *m_theme, *m_language, *m_text, *m_density;
    Toggle *m_motion, *m_single;
    Button* m_shortcuts;
    Label *m_serverState, *m_serverText;
    Button* m_signIn;
    Toggle* m_offline;
    OriginalsChoice* m_originals = nullptr;
    SecuritySection* m_security;
    DeviceList* m_devices;
    PersonList* m_people;
    AccessDirectory* m_access;
    Label *m_folderName, *m_folder, *m_storage;
    Button* m_showFolder;
    Label *m_version, *m_licences;
    QString m_storageText;
};

}  // namespace Forecourt
