// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/outboxlines.h"

#include "models/base/whendone.h"
#include "models/outbox/journal.h"
#include "models/user/userdirectory.h"
#include "ui/widgets/format.h"

#include <QDateTime>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

OutboxLines::OutboxLines(Which which, int limit, const ShellContext& context, const std::vector<RecordWords*>& words,
                         QObject* parent)
    : QObject(parent), m_which(which), m_limit(limit), m_context(context), m_words(words)
{
    if (which == Which::OfOthers) {
        connect(&m_context.store->changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
            if (changes.everything || changes.contains(Table::Refusals))
                read();
        });
    } else {
        connect(&m_context.store->changes(), &ChangeNotifier::outboxChanged, this, &OutboxLines::read);
    }
    read();
}

void OutboxLines::read()
{
    if (std::exchange(m_reading, true)) {
        m_stale = true;
        return;
    }
    if (m_which == Which::OfOthers)
        return readOthers();
    auto entries =
        m_which == Which::Refused ? m_context.journal->rejected(m_limit) : m_context.journal->waiting(m_limit);
    whenDone(entries, this, [this](Expected<std::vector<OutboxEntry>> found) {
        if (found)
            describe(std::move(*found));
        else
            m_reading = false;
    });
}

void OutboxLines::readOthers()
{
    const auto refusals = m_context.store->read([&store = *m_context.store, limit = m_limit](Connection& connection) {
        return OthersRefusals::open(connection, store.schema(), limit);
    });
    whenDone(refusals, this, [this](Expected<std::vector<OthersRefusal>> found) {
        if (!found) {
            m_reading = false;
            return;
        }
        m_others = std::move(*found);
        std::vector<OutboxEntry> entries;
        for (const OthersRefusal& refusal : m_others)
            entries.push_back(refusal.entry);
        describe(std::move(entries));
    });
}

std::vector<Uuid> OutboxLines::refusals(const std::vector<qint64>& opids) const
{
    std::vector<Uuid> ids;
    for (const OthersRefusal& refusal : m_others)
        if (std::ranges::find(opids, refusal.entry.opid) != opids.end())
            ids.push_back(refusal.id);
    return ids;
}

QString OutboxLines::authorOf(const OutboxEntry& entry) const
{
    const auto refusal =
        std::ranges::find(m_others, entry.opid, [](const OthersRefusal& one) { return one.entry.opid; });
    const User* person = refusal == m_others.end() ? nullptr : m_context.users->find(refusal->user);
    QStringList parts{person ? person->displayName : tr("Somebody")};
    if (refusal != m_others.end())
        parts << refusal->device << formatDateTime(entry.at);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void OutboxLines::describe(std::vector<OutboxEntry> entries)
{
    // Each feature words its own; tables that nobody knows get general words.
    auto lines = std::make_shared<std::vector<RecordLine>>();
    auto open = std::make_shared<int>(1);
    auto all = std::make_shared<std::vector<OutboxEntry>>(std::move(entries));
    const auto finish = [this, lines, open, all] {
        if (--*open > 0)
            return;
        m_reading = false;
        std::ranges::stable_sort(*lines, std::greater<>(),
                                 [](const RecordLine& line) { return line.opids.empty() ? 0 : line.opids.front(); });
        take(*lines, *all);
        if (std::exchange(m_stale, false))
            read();
    };
    for (RecordWords* words : m_words) {
        std::vector<OutboxEntry> theirs;
        std::ranges::copy_if(*all, std::back_inserter(theirs),
                             [words](const OutboxEntry& entry) { return words->knows(entry.table); });
        if (theirs.empty())
            continue;
        ++*open;
        whenDone(words->changes(std::move(theirs)), this, [lines, finish](Expected<std::vector<RecordLine>> said) {
            if (said)
                std::ranges::move(*said, std::back_inserter(*lines));
            finish();
        });
    }
    for (const OutboxEntry& entry : *all) {
        if (std::ranges::any_of(m_words, [&entry](RecordWords* words) { return words->knows(entry.table); }))
            continue;
        RecordLine line;
        const bool decision = entry.table == static_cast<std::uint16_t>(Table::Conflicts);
        line.title = decision ? tr("A decision about a conflict") : tr("A change of your settings");
        line.iconName = decision ? u"git-compare"_s : u"settings"_s;
        line.opids = {entry.opid};
        lines->push_back(std::move(line));
    }
    finish();
}

void OutboxLines::take(const std::vector<RecordLine>& lines, const std::vector<OutboxEntry>& entries)
{
    std::vector<OutboxLine> next;
    for (const RecordLine& words : lines) {
        OutboxLine line;
        line.words = words;
        const auto entry =
            std::ranges::find(entries, words.opids.empty() ? 0 : words.opids.front(), &OutboxEntry::opid);
        if (entry != entries.end()) {
            line.at = entry->at;
            line.code = entry->code;
            line.state = m_which != Which::Waiting ? OutboxLine::State::Refused
                         : entry->sent             ? OutboxLine::State::Sending
                         : entry->held             ? OutboxLine::State::Held
                                                   : OutboxLine::State::Waiting;
        }
        if (m_which == Which::Refused)
            line.words.subtitle = reason(line.code);
        else if (m_which == Which::OfOthers && entry != entries.end())
            line.words.subtitle = authorOf(*entry);
        else if (line.words.subtitle.isEmpty() && line.at > 0)
            line.words.subtitle = tr("You · %1").arg(formatTime(line.at));
        next.push_back(std::move(line));
    }
    const bool first = !std::exchange(m_read, true);
    if (next == m_lines && !first)
        return;
    m_lines = std::move(next);
    Q_EMIT changed();
}

QString OutboxLines::stateText(OutboxLine::State state)
{
    switch (state) {
    case OutboxLine::State::Waiting: return tr("Waiting to send");
    case OutboxLine::State::Sending: return tr("Sending");
    case OutboxLine::State::Held: return tr("Needs a newer server");
    case OutboxLine::State::Refused: return tr("Not accepted");
    }
    Q_UNREACHABLE();
    return {};
}

Tone OutboxLines::stateTone(OutboxLine::State state)
{
    switch (state) {
    case OutboxLine::State::Waiting:
    case OutboxLine::State::Held: return Tone::Warn;
    case OutboxLine::State::Sending: return Tone::Info;
    case OutboxLine::State::Refused: return Tone::Bad;
    }
    Q_UNREACHABLE();
    return {};
}

QString OutboxLines::reason(const QString& code)
{
    // The codes of sync/PROTOCOL.md.
    if (code == "no_access"_L1)
        return tr("Your role does not permit this. Ask a manager, or discard it.");
    if (code == "too_large"_L1)
        return tr("It is too long for the server. Copy it, shorten it, and type it again.");
    if (code == "wrong_type"_L1)
        return tr("The server does not understand a value of it. Copy it and type it again.");
    if (code == "unknown_table"_L1)
        return tr("The server is older than this Forecourt. Send it again when it was updated.");
    return code.isEmpty() ? tr("The server did not take it.") : tr("The server did not take it (%1).").arg(code);
}

QString OutboxLines::plainText(const OutboxLine& line)
{
    QStringList lines{line.words.title};
    if (line.at > 0)
        lines << formatDateTime(line.at);
    if (line.state == OutboxLine::State::Refused)
        lines << reason(line.code);
    return (lines + line.words.details).join(u'\n');
}

}  // namespace Forecourt
