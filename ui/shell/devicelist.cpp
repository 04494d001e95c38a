// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/devicelist.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "ui/shell/devicerow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

DeviceList::DeviceList(SyncControl& sync, const Clock& clock, QWidget* parent)
    : OnlineList(sync, u"devices.list"_s, parent),
      m_clock(clock),
      m_state(new Label(QString(), TextRole::Body, Token::Ink2, this)),
      m_trouble(new Note(Tone::Bad, QString(), this)),
      m_rows(new QVBoxLayout)
{
    m_state->setWordWrap(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Theme::px(8));
    all->addWidget(m_trouble);
    all->addWidget(m_state);
    all->addLayout(m_rows);
    m_rows->setSpacing(Theme::px(8));
    m_trouble->hide();
    m_again = m_trouble->addAction(QString());
    connect(m_again, &Button::clicked, this, &DeviceList::refresh);
    DeviceList::rebuild();
}

void DeviceList::take(const QJsonObject& answer)
{
    m_devices = SignedInDevice::fromAnswer(answer);
}

void DeviceList::showFailure(const std::optional<Error>& error)
{
    m_trouble->setVisible(error.has_value());
    m_again->show();
    if (error)
        m_trouble->setText((error->subject.isEmpty() ? QString() : error->subject + u": "_s) +
                           ErrorText::full({error->code, {}, error->detail}));
}

void DeviceList::rebuild()
{
    m_again->setText(tr("Try again"));
    qint64 focused = 0;
    const auto before = findChildren<DeviceRow*>();
    for (const DeviceRow* row : before) {
        if (row->isAncestorOf(QApplication::focusWidget()))
            focused = row->device().number;
    }
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    if (!isOnline()) {
        m_trouble->hide();
        m_state->setText(tr("The server keeps this list; it can be seen when this computer is online."));
    } else if (!isKnown()) {
        m_state->setText(m_trouble->isHidden() ? tr("Asking the server…") : QString());
    } else {
        m_state->setText(tr("A computer that is lost, or whose person has left, is signed out here."));
    }
    m_state->setVisible(!m_state->text().isEmpty());
    if (!isOnline() || !isKnown())
        return;
    const UtcMs now = m_clock.now();
    for (const SignedInDevice& device : m_devices) {
        m_rows->addWidget(new Divider(Qt::Horizontal, this));
        auto* row = new DeviceRow(device, now, this);
        row->setBusy(device.number == m_busy);
        connect(row, &DeviceRow::signOutConfirmed, this, [this, row] {
            row->setBusy(true);
            signOut(row->device());
        });
        m_rows->addWidget(row);
        row->show();
        if (device.number == focused)
            row->takeFocus();
    }
}

void DeviceList::signOut(const SignedInDevice& device)
{
    m_busy = device.number;
    whenDone(sync().request(u"devices.revoke"_s, {{u"device"_s, device.number}}), this,
             [this, name = device.name, person = device.person](const Expected<QJsonObject>& answer) {
                 m_busy = 0;
                 if (answer) {
                     showFailure(std::nullopt);
                     Q_EMIT announced(tr("“%1” of %2 is signed out.").arg(name, person));
                     return refresh();
                 }
                 // To repeat it is for the person to decide, at its row.
                 showFailure(Error{answer.error().code, tr("“%1” of %2").arg(name, person), answer.error().detail});
                 m_again->hide();
                 rebuild();
             });
}

}  // namespace Forecourt
