// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/stopsignal.h"

#include <QCoreApplication>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#endif

namespace Forecourt {

namespace {

#ifdef Q_OS_WIN
StopSignal* stopReceiver = nullptr;

BOOL WINAPI stopHandler(DWORD)
{
    if (stopReceiver)
        QMetaObject::invokeMethod(stopReceiver, &StopSignal::stopAsked, Qt::QueuedConnection);
    return TRUE;
}
#else
constexpr char StopStop = 1;
constexpr char StopReopen = 2;
int stopSockets[2] = {-1, -1};

// Hardly anything may be called in a signal handler; writing to a socket may.
void stopHandler(int number)
{
    const char byte = number == SIGHUP ? StopReopen : StopStop;
    [[maybe_unused]] const auto written = write(stopSockets[0], &byte, 1);
}
#endif

}  // namespace

StopSignal::StopSignal(QObject* parent) : QObject(parent)
{
#ifdef Q_OS_WIN
    stopReceiver = this;
    SetConsoleCtrlHandler(stopHandler, TRUE);
#else
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, stopSockets) != 0)
        qFatal("No sockets left for signals");
    auto* notifier = new QSocketNotifier(stopSockets[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const auto got = read(stopSockets[1], &byte, 1);
        if (byte == StopReopen)
            Q_EMIT reopenAsked();
        else
            Q_EMIT stopAsked();
    });
    struct sigaction action = {};
    action.sa_handler = stopHandler;
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGHUP, &action, nullptr);
#endif
}

StopSignal::~StopSignal()
{
#ifdef Q_OS_WIN
    stopReceiver = nullptr;
#else
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGHUP, SIG_DFL);
    close(stopSockets[0]);
    close(stopSockets[1]);
#endif
}

}  // namespace Forecourt
