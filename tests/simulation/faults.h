// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Forecourt::Tests {

/// Mistakes of the product that are played on purpose, to see that the checks notice them. The product itself has no
/// hooks for them: they are put into the messages (FaultyLine), the store of the server (FaultyStorage) or that of
/// a workstation (FaultyStore).
enum class Fault {
    None,

    // in the messages
    RowDropped,         ///< a page without its last row, under the same cursor
    PushSwallowed,      ///< operations are answered with yes, and nothing of them is stored
    BasesStripped,      ///< the server does not hear what people had seen
    BasesForged,        ///< the server takes every edit for one that had seen the present value
    RemovalForced,      ///< a removal does not tell what it had seen, but claims to have seen all
    PagesSwapped,       ///< a page overtakes the one before
    ExceptionsDropped,  ///< nobody hears that an operation was merged or refused
    RemovalDropped,     ///< removed rows arrive as if they stood
    ForgetSkipped,      ///< nobody hears what went out of their sight
    ViewDropped,        ///< a workstation does not always learn what its rows are complete for
    EchoSuppressed,     ///< what a workstation wrote never comes back to it
    GotTooEarly,        ///< a file is confirmed that the server does not have yet
    ArrivalUntold,      ///< who asked in vain for a file does not hear that it came
    SnapshotTooNew,     ///< a snapshot claims to have what changed after it was made

    // in the server and its store
    CommitLost,             ///< a push is acknowledged, and then not committed
    NumbersForgotten,       ///< operations that come again are taken again
    RemovalForgotten,       ///< an edit does not find its row removed
    ConflictLost,           ///< the row that tells of a conflict is not written
    RefusalLost,            ///< likewise of a refused operation, for the manager
    ExitForgotten,          ///< what left a scope is not remembered for those who are away
    AnswerForgotten,        ///< an operation that was refused and comes again is answered with yes
    SeqBeforeCommit,        ///< a sequence is told before the row that has it can be read
    TombstoneForgotten,     ///< before everybody has heard of it
    FloorForgotten,         ///< nobody is told to start over after what they missed was forgotten
    OtherServersUnnoticed,  ///< what another server stored is not looked for
    EpochKept,              ///< a server that was put back from a backup claims to be the one it was
    SnapshotOfOthers,       ///< a snapshot that was made for people with other rights is given out as one's own

    // in the store of a workstation
    CursorBeforeRows,  ///< the program ends after the cursor of a page was stored, and before its rows
    ClockForgotten,    ///< the clock starts anew with the program
    CoalescedFirst,    ///< of two edits that go together the first value is sent
    OverlayDropped,    ///< a page overwrites what waits to be sent
    AnsweredDropped,   ///< a page overwrites what was accepted after it
    RefusedDropped,    ///< what was refused is not listed
    AcceptedNotKept,   ///< nothing can be sent again to a server that was put back from a backup
    SentTooEarly,      ///< a file counts as sent when it is added
    FilesNotDoubted,   ///< what such a server confirmed of files is believed
    FoundTakenAsSent,  ///< a file that was here when a row named it is not offered
};

/// Lets a fault happen at every so manieth chance.
class FaultChance {
public:
    explicit FaultChance(int every) : m_every(every) {}
    bool isDue() { return ++m_count % m_every == 0; }

private:
    const int m_every;
    int m_count = 0;
};

}  // namespace Forecourt::Tests
