// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/starterrorwindow.h"

#include "models/base/errortext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

StartErrorWindow::StartErrorWindow(const Error& error, const QString& storeDirectory, QWidget* parent)
    : QWidget(parent), m_error(error), m_directory(storeDirectory), m_state(new ErrorState(Tone::Warn, this))
{
    setObjectName(u"root"_s);
    setWindowTitle(u"Forecourt"_s);
    setWindowIcon(IconProvider::application());
    setAttribute(Qt::WA_StyledBackground);
    const bool damaged = error.code == ErrorCode::StoreDamaged;
    m_state->setTone(damaged ? Tone::Bad : Tone::Warn);
    m_state->setIconName(error.code == ErrorCode::StoreInUse ? u"lock"_s : u"database-exclamation"_s);
    m_state->setCode(ErrorText::code(error.code));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::px(32), Theme::px(32), Theme::px(32), Theme::px(32));
    layout->addStretch(1);
    layout->addWidget(m_state);
    layout->addStretch(1);
    resize(Theme::px(560), Theme::px(280));
    connect(m_state->mainAction(), &Button::clicked, this, &QWidget::close);
    connect(m_state->otherAction(), &Button::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_directory)); });
    retranslate();
}

void StartErrorWindow::retranslate()
{
    m_state->setTitle(ErrorText::summary(m_error));
    m_state->setText(ErrorText::advice(m_error));
    m_state->setMainAction(tr("Close"));
    m_state->setOtherAction(QDir(m_directory).exists() ? tr("Show the folder") : QString());
}

void StartErrorWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StartErrorWindow::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

}  // namespace Forecourt
