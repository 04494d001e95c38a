// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/terminal/password.h"

#include <QTextStream>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace Forecourt {

namespace {

/// Turns the echo of the terminal off for its life.
class HiddenTyping {
public:
    HiddenTyping();
    ~HiddenTyping();
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;

    bool isTerminal() const { return m_terminal; }

private:
    bool m_terminal = false;
#ifdef Q_OS_WIN
    HANDLE m_handle = GetStdHandle(STD_INPUT_HANDLE);
    DWORD m_mode = 0;
#else
    termios m_mode{};
#endif
};

#ifdef Q_OS_WIN

HiddenTyping::HiddenTyping()
{
    m_terminal = GetConsoleMode(m_handle, &m_mode) != 0;
    if (m_terminal)
        SetConsoleMode(m_handle, m_mode & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
}

HiddenTyping::~HiddenTyping()
{
    if (m_terminal)
        SetConsoleMode(m_handle, m_mode);
}

#else

HiddenTyping::HiddenTyping()
{
    m_terminal = isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &m_mode) == 0;
    if (!m_terminal)
        return;
    termios hidden = m_mode;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
}

HiddenTyping::~HiddenTyping()
{
    if (m_terminal)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_mode);
}

#endif

}  // namespace

QString readPasswordLine()
{
    // One for all lines: it takes more from standard input than the line that it gives.
    static QTextStream in(stdin);
    return in.readLine();
}

std::optional<QString> askPassword(const QString& prompt)
{
    QTextStream err(stderr);
    const HiddenTyping hidden;
    if (!hidden.isTerminal())
        return {};
    err << prompt << Qt::flush;
    const QString password = readPasswordLine();
    err << Qt::endl;
    return password;
}

}  // namespace Forecourt
