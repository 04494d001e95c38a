// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/activity/activityrequests.h"

#include "models/base/whendone.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// The server takes twenty requests a second for long; a list and an export beside it stay below that together.
constexpr qint64 RequestPaceMs = 120;

}  // namespace

ActivityRequests::ActivityRequests(SyncControl& sync, QObject* parent) : QObject(parent), m_sync(sync)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] { send(); });
}

void ActivityRequests::ask(const QJsonObject& arguments, Receive receive)
{
    ++m_question;
    m_arguments = arguments;
    m_receive = std::move(receive);
    const qint64 wait = m_since.isValid() ? std::max<qint64>(0, RequestPaceMs - m_since.elapsed()) : 0;
    if (wait == 0)
        send();
    else
        m_wait.start(static_cast<int>(wait));
}

void ActivityRequests::drop()
{
    ++m_question;
    m_wait.stop();
}

void ActivityRequests::send()
{
    m_wait.stop();
    m_since.start();
    whenDone(m_sync.request(u"audit.list"_s, m_arguments), this,
             [this, question = m_question, receive = m_receive](const Expected<QJsonObject>& answer) {
                 if (question == m_question)
                     receive(answer);
             });
}

}  // namespace Forecourt
