// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/workstation.h"

#include "sync/protocol/codec.h"
#include "tests/support/signedindevice.h"

#include <QFile>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

Workstation::Workstation(QString file, QByteArray token, const FakeClock& truth, int number, Trace& trace,
                         const WorldSetup& setup, Connect connect)
    : clock(truth),
      m_file(std::move(file)),
      m_token(std::move(token)),
      m_truth(truth),
      m_began(truth.now()),
      m_number(number),
      m_trace(trace),
      m_connect(std::move(connect)),
      m_hasFiles(setup.files),
      m_faulty(setup.fault)
{
    reopen();
}

void Workstation::close()
{
    cut();
    m_jobs.clear();
    m_answers.clear();
    m_outboxChanged = false;
    m_files.reset();
    m_client.reset();
    m_journal.reset();
    m_connection.reset();
    link.reset();
}

void Workstation::reopen()
{
    close();
    auto connection = Connection::open(m_file, Connection::Access::ReadWrite);
    if (!connection)
        qFatal("simulated store: %s", qUtf8Printable(connection.error().detail));
    m_connection = std::move(*connection);
    // Nobody else opens it: a third of the time went into locks of the file.
    if (!m_connection->script(u"PRAGMA locking_mode = EXCLUSIVE"_s))
        qFatal("simulated store: locks");
    m_faulty.opened(*m_connection);
    auto journal = JournalCore::open(*m_connection, Schema::current(), clock,
                                     {[](const ChangeSet&) {}, [this] { m_outboxChanged = true; }, [] {}, [] {}});
    if (!journal)
        qFatal("simulated journal: %s", qUtf8Printable(journal.error().detail));
    m_journal = std::move(*journal);
    ClientCore::Options options;
    options.app = u"simulation"_s;
    options.schema = Schema::current().version();
    options.seed = static_cast<quint32>(m_number);
    m_client = std::make_unique<ClientCore>(options);
    m_download = std::make_unique<SnapshotDownload>(m_file + u".snapshot"_s);
    if (m_hasFiles)
        m_files = std::make_unique<WorkstationFiles>(
            m_file + u".files"_s, *m_connection, m_number, m_token, m_trace,
            [this] { return m_connect(SocketKind::Blobs); },
            [this](WorkstationFiles::Job job) { m_jobs.push_back(std::move(job)); });
}

void Workstation::copyTo(const QString& file)
{
    QFile::remove(file);
    if (!m_connection->run(u"VACUUM INTO ?"_s, {file}))
        qFatal("copy of a simulated store");
}

void Workstation::putBack(const QString& file)
{
    close();
    for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_file + end);
    if (!QFile::copy(file, m_file))
        qFatal("putting a simulated store back");
    reopen();
}

void Workstation::start()
{
    happens(SyncEvent::Wanted{true});
}

SyncTime Workstation::now() const
{
    // Never 0, which means "no time" to the core.
    return {m_truth.now() - m_began + 1, clock.now()};
}

void Workstation::wake()
{
    if (m_client->wakeAt() > 0 && now().steady >= m_client->wakeAt())
        happens(SyncEvent::Woken{});
    if (m_files)
        m_files->wake(now().steady, isOnline());
}

void Workstation::happens(ClientEvent event)
{
    act(m_client->on(std::move(event), now()));
    if (m_files && !isOnline())
        m_files->drop();
}

void Workstation::cut()
{
    if (link && link->clientEnd) {
        link->clientEnd = false;
        link->down.clear();
        m_answers.emplace_back(SyncEvent::Closed{});
    }
    if (m_files)
        m_files->cut();
}

void Workstation::loseSent()
{
    if (link)
        link->up.clear();
    if (m_files && m_files->link)
        m_files->link->up.clear();
}

std::vector<Workstation::Step> Workstation::steps() const
{
    std::vector<Step> steps;
    if (link && link->clientEnd && (!link->down.empty() || !link->serverEnd))
        steps.push_back(Step::Receive);
    if (!m_jobs.empty())
        steps.push_back(Step::Store);
    if (!m_answers.empty())
        steps.push_back(Step::Answer);
    if (m_outboxChanged)
        steps.push_back(Step::Notice);
    if (m_files && m_files->hasNews())
        steps.push_back(Step::ReceiveFile);
    if (m_files && m_files->hasJobs())
        steps.push_back(Step::StoreFile);
    if (m_files && m_files->hasAnswers())
        steps.push_back(Step::AnswerFile);
    return steps;
}

void Workstation::take(Step step)
{
    switch (step) {
    case Step::Receive: {
        if (link->down.empty())
            return cut();
        const QByteArray bytes = std::exchange(link->down.front(), {});
        link->down.pop_front();
        auto message = Wire::decodeServerMessage(bytes);
        if (!message)
            qFatal("unreadable message in the simulation");
        m_trace.note(m_number, *message);
        return happens(SyncEvent::Received{std::move(*message)});
    }
    case Step::Store: {
        const auto job = std::move(m_jobs.front());
        m_jobs.pop_front();
        job();
        if (std::exchange(m_ends, false)) {
            reopen();
            start();
        }
        return;
    }
    case Step::Answer: {
        ClientEvent event = std::move(m_answers.front());
        m_answers.pop_front();
        // Rows may name new files.
        if (m_files && std::holds_alternative<SyncEvent::Applied>(event))
            m_files->look();
        return happens(std::move(event));
    }
    case Step::Notice:
        m_outboxChanged = false;
        if (m_files)
            m_files->look();
        return happens(SyncEvent::OutboxChanged{});
    case Step::ReceiveFile: return m_files->receive();
    case Step::StoreFile: return m_files->doJob();
    case Step::AnswerFile: return m_files->answer();
    }
}

namespace {

const char* workstationAction(const ClientAction& action)
{
    constexpr const char* names[] = {"connects",          "disconnects",    "sends",
                                     "identifies",        "resumes",        "takes",
                                     "acknowledges",      "applies",        "sets its clock",
                                     "drops its token",   "ends its lease", "is answered",
                                     "begins a snapshot", "keeps a piece",  "installs a snapshot",
                                     "drops a snapshot"};
    static_assert(std::size(names) == std::variant_size_v<ClientAction>);
    return names[action.index()];
}

}  // namespace

void Workstation::act(std::vector<ClientAction> actions)
{
    for (ClientAction& action : actions) {
        m_trace.note([&] { return u"    %1 %2"_s.arg(m_number).arg(QLatin1StringView(workstationAction(action))); });
        perform(action);
    }
}

/// `job()` runs in a later step and returns the event that answers it.
template <class Job>
void Workstation::store(int number, Job job)
{
    m_jobs.push_back([this, number, job = std::move(job)] {
        Expected<ClientEvent> answer = job();
        m_answers.push_back(answer ? std::move(*answer) : ClientEvent(SyncEvent::StoreFailed{number, answer.error()}));
        if (!answer)
            qFatal("simulated store failed: %s", qUtf8Printable(answer.error().detail));
    });
}

Expected<void> Workstation::applyPage(const SyncAction::Apply& page)
{
    m_ends = m_faulty.endsWithinPage();
    m_faulty.beforePage(*m_connection);
    auto applied = m_journal->applyRemote(m_ends ? std::vector<RemoteRow>() : page.rows, page.upto,
                                          {page.forgotten, page.view, page.last});
    m_faulty.afterPage(*m_connection);
    return applied;
}

Expected<void> Workstation::installSnapshot(const SyncAction::InstallSnapshot& action, const QString& packed)
{
    const Wire::Snapshot& offered = action.snapshot;
    const std::atomic<bool> stop = false;
    FC_TRY(SnapshotDownload::unpack(packed, offered.sha, offered.size, stop));
    const StoreSnapshot snapshot{SnapshotDownload::unpackedFile(packed), offered.rows, offered.upto, offered.view};
    FC_TRY(m_journal->installSnapshot(snapshot));
    m_download->clear();
    return {};
}

void Workstation::perform(ClientAction& action)
{
    // As SyncEngine does it.
    const auto answered = [](const Expected<void>& done, ClientEvent event) -> Expected<ClientEvent> {
        if (!done)
            return fail(done.error());
        return event;
    };
    if (std::holds_alternative<SyncAction::Connect>(action)) {
        link = m_connect(SocketKind::Rows);
        m_answers.push_back(link ? ClientEvent(SyncEvent::Opened{})
                                 : SyncEvent::Closed{Error{ErrorCode::ServerUnreachable, {}, {}}});
    } else if (std::holds_alternative<SyncAction::Disconnect>(action)) {
        if (link) {
            link->clientEnd = false;
            link->down.clear();
        }
        // Nothing of the old socket may be reported any more.
        std::erase_if(m_answers, [](const ClientEvent& event) {
            return std::holds_alternative<SyncEvent::Opened>(event) || std::holds_alternative<SyncEvent::Closed>(event);
        });
    } else if (auto* send = std::get_if<SyncAction::Send>(&action)) {
        if (link && link->clientEnd)
            link->up.push_back(Wire::encode(send->message));
    } else if (const auto* identify = std::get_if<SyncAction::Identify>(&action)) {
        store(identify->link, [this, number = identify->link]() -> Expected<ClientEvent> {
            const StoreIdentity id = m_journal->identity();
            return ClientEvent(SyncEvent::Identified{number, m_token, id.dealership, id.epoch, id.device, id.cursor,
                                                     id.nextOpid, id.view, DeviceSecret, location, m_download->part()});
        });
    } else if (const auto* resume = std::get_if<SyncAction::Resume>(&action)) {
        const auto orStop = [this, number = resume->link](auto job) {
            m_jobs.push_back([this, number, job] {
                if (const Expected<void> done = job(); !done)
                    m_answers.emplace_back(SyncEvent::StoreFailed{number, done.error()});
            });
        };
        if (resume->startOver)
            orStop([this] { return m_journal->resetCursor(); });
        orStop([this, upto = resume->pushedOpid, schema = resume->schema] {
            m_faulty.beforeResume(*m_connection);
            return m_journal->resume(upto, schema);
        });
        orStop([this, access = resume->access, fresh = resume->fresh] { return m_journal->setAccess(access, fresh); });
        store(resume->link, [this, answered, number = resume->link, epoch = resume->epoch] {
            return answered(m_journal->setEpoch(epoch), SyncEvent::Resumed{number});
        });
    } else if (const auto* take = std::get_if<SyncAction::Take>(&action)) {
        store(take->link, [this, take = *take]() -> Expected<ClientEvent> {
            auto ops = m_journal->takeForSending(take.after, take.limit, take.bytes);
            if (!ops)
                return fail(ops.error());
            return ClientEvent(SyncEvent::Taken{take.link, std::move(*ops)});
        });
    } else if (const auto* acknowledge = std::get_if<SyncAction::Acknowledge>(&action)) {
        store(acknowledge->link, [this, answered, one = *acknowledge] {
            return answered(m_journal->acknowledge(one.upto, one.seq, one.exceptions),
                            SyncEvent::Acknowledged{one.link});
        });
    } else if (const auto* apply = std::get_if<SyncAction::Apply>(&action)) {
        store(apply->link,
              [this, answered, one = *apply] { return answered(applyPage(one), SyncEvent::Applied{one.link}); });
    } else if (const auto* offset = std::get_if<SyncAction::SetClockOffset>(&action)) {
        m_journal->setClockOffset(offset->msecs);
    } else if (const auto* begin = std::get_if<SyncAction::BeginSnapshot>(&action)) {
        if (!m_download->begin(begin->snapshot.sha, 0))
            qFatal("room for a simulated snapshot");
    } else if (const auto* piece = std::get_if<SyncAction::KeepPiece>(&action)) {
        if (!m_download->add(piece->data))
            qFatal("piece of a simulated snapshot");
    } else if (const auto* install = std::get_if<SyncAction::InstallSnapshot>(&action)) {
        store(install->link, [this, answered, one = *install, packed = m_download->finish()] {
            return answered(installSnapshot(one, packed), SyncEvent::SnapshotInstalled{one.link});
        });
    } else if (std::holds_alternative<SyncAction::DropSnapshot>(action)) {
        m_download->clear();
    }
}

}  // namespace Forecourt::Tests
