// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/othersrefusals.h"
#include "models/outbox/outboxops.h"
#include "ui/shell/recordwords.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/tokens.h"

#include <QObject>

#include <vector>

namespace Forecourt {

/// One line about changes that wait or were refused, ready to be shown.
struct OutboxLine {
    enum class State { Waiting, Sending, Held, Refused };

    RecordLine words;  ///< its subtitle is filled in
    State state = State::Waiting;
    UtcMs at = 0;
    QString code;  ///< of a refused one

    friend bool operator==(const OutboxLine& one, const OutboxLine& other)
    {
        return one.words.title == other.words.title && one.words.subtitle == other.words.subtitle &&
               one.words.opids == other.words.opids && one.state == other.state && one.code == other.code;
    }
};

/// The changes that wait to be sent, those that were refused, or those that were refused to others and lie here for a
/// manager, in the words of their features. Follows the outbox.
class OutboxLines : public QObject {
    Q_OBJECT

public:
    enum class Which { Waiting, Refused, OfOthers };

    /// Reads at most `limit` changes. `words` outlive it.
    OutboxLines(Which which, int limit, const ShellContext& context, const std::vector<RecordWords*>& words,
                QObject* parent);

    const std::vector<OutboxLine>& all() const { return m_lines; }
    bool isRead() const { return m_read; }
    /// The refusals behind lines of OfOthers, by the numbers in their words.
    std::vector<Uuid> refusals(const std::vector<qint64>& opids) const;
    void read();

    /// "Waiting to send", "Sending", "Needs a newer server", "Not accepted".
    static QString stateText(OutboxLine::State state);
    static Tone stateTone(OutboxLine::State state);
    /// Why the server did not take a change, and what helps.
    static QString reason(const QString& code);
    /// A change as text for the clipboard: what it is about, when, why it was refused, and everything typed.
    static QString plainText(const OutboxLine& line);

Q_SIGNALS:
    void changed();

private:
    void readOthers();
    void describe(std::vector<OutboxEntry> entries);
    QString authorOf(const OutboxEntry& entry) const;
    void take(const std::vector<RecordLine>& lines, const std::vector<OutboxEntry>& entries);

    Which m_which;
    int m_limit;
    ShellContext m_context;
    std::vector<RecordWords*> m_words;
    std::vector<OutboxLine> m_lines;
    std::vector<OthersRefusal> m_others;
    bool m_reading = false;
    bool m_stale = false;
    bool m_read = false;
};

}  // namespace Forecourt
