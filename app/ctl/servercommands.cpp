// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "app/ctl/photoreport.h"
#include "app/ctl/session.h"
#include "app/ctl/vehiclevalues.h"
#include "app/terminal/password.h"
#include "models/base/passwordwords.h"
#include "models/outbox/blobstore.h"
#include "sync/client/syncclient.h"
#include "sync/client/syncsettings.h"
#include "sync/protocol/fingerprint.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsualWaitSeconds = 60;

struct ServerCommands {
    Q_DECLARE_TR_FUNCTIONS(ServerCommands)

public:
    static bool refusedWith(const Expected<void>& done, QLatin1StringView code);
    static Expected<QString> newPassword(const Arguments& arguments, Output& output);
    static Expected<Outcome> login(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> sync(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> status(Session& session, const Arguments& arguments, Output& output);

private:
    static Expected<QString> password(const Arguments& arguments);
};

/// The server that the command line names, else the one that the store knows.
QUrl serverOf(Session& session)
{
    return session.server().isEmpty() ? SyncSettings::load(session.store().directory()).server : session.server();
}

QJsonObject countsToJson(const OutboxCounts& counts)
{
    return {{u"waiting"_s, counts.waiting},
            {u"refused"_s, counts.rejected},
            {u"conflicts"_s, counts.conflicts},
            {u"files_to_send"_s, counts.blobsToSend},
            {u"bytes_to_send"_s, counts.bytesToSend},
            {u"files_to_fetch"_s, counts.blobsToFetch},
            {u"bytes_to_fetch"_s, counts.bytesToFetch}};
}

Expected<QString> ServerCommands::password(const Arguments& arguments)
{
    if (arguments.isSet(u"password-stdin"_s))
        return readPasswordLine();
    const auto typed = askPassword(tr("Password of %1: ").arg(arguments.words.first()));
    if (!typed)
        return fail(ErrorCode::InvalidInput, {}, tr("There is no terminal to ask on; use --password-stdin."));
    return *typed;
}

bool ServerCommands::refusedWith(const Expected<void>& done, QLatin1StringView code)
{
    return !done && done.error().code == ErrorCode::RequestRefused && done.error().detail == code;
}

Expected<QString> ServerCommands::newPassword(const Arguments& arguments, Output& output)
{
    if (arguments.isSet(u"password-stdin"_s))
        return readPasswordLine();
    output.message(tr("Somebody else has given you this password. Choose one that only you know."));
    output.message(PasswordWords::rules());
    const auto typed = askPassword(tr("New password: "));
    if (!typed)
        return fail(ErrorCode::InvalidInput, {}, tr("There is no terminal to ask on; use --password-stdin."));
    if (askPassword(tr("Once more: ")) != typed)
        return fail(ErrorCode::InvalidInput, {}, tr("The two differ. Sign in again."));
    return *typed;
}

Expected<Outcome> ServerCommands::login(Session& session, const Arguments& arguments, Output& output)
{
    const QUrl server = serverOf(session);
    if (server.isEmpty())
        return fail(ErrorCode::InvalidInput, {}, tr("Name the server with --server URL."));
    const auto secret = password(arguments);
    if (!secret)
        return fail(secret.error());

    const QString name = arguments.words.first();
    SyncClient client(session.store(), session.journal(), {server, false});
    if (arguments.isSet(u"fingerprint"_s)) {
        const QString fingerprint = arguments.value(u"fingerprint"_s);
        if (Fingerprint::parse(fingerprint).isEmpty())
            return fail(ErrorCode::InvalidInput, u"--fingerprint "_s + fingerprint);
        client.trustCertificate(server, fingerprint);
    }
    QString chosen;
    auto done = client.signIn(server, name, *secret, arguments.value(u"code"_s)).takeResult();
    if (refusedWith(done, "new_password_needed"_L1)) {
        const auto own = newPassword(arguments, output);
        if (!own)
            return fail(own.error());
        chosen = *own;
        done = client.signIn(server, name, *secret, arguments.value(u"code"_s), chosen).takeResult();
    }
    if (refusedWith(done, "code_needed"_L1)) {
        if (const auto code = askPassword(tr("Code of your telephone, or a recovery code: ")))
            done = client.signIn(server, name, *secret, *code, chosen).takeResult();
        else
            output.message(tr("There is no terminal to ask on; give it with --code."));
    }
    if (!done) {
        const ErrorCode code = done.error().code;
        if (code == ErrorCode::CertificateUntrusted || code == ErrorCode::CertificateChanged)
            output.message(tr("If it is the right one, sign in with --fingerprint \"%1\".").arg(done.error().detail));
        return fail(done.error());
    }
    const QString address = server.toString();
    output.document({{u"user"_s, name}, {u"server"_s, address}});
    output.message(tr("Signed in as %1 on %2.").arg(name, address));
    return Outcome::Done;
}

Expected<Outcome> ServerCommands::sync(Session& session, const Arguments& arguments, Output& output)
{
    bool number = true;
    const int seconds = arguments.isSet(u"wait"_s) ? arguments.value(u"wait"_s).toInt(&number) : UsualWaitSeconds;
    if (!number || seconds <= 0)
        return fail(ErrorCode::InvalidInput, u"--wait "_s + arguments.value(u"wait"_s));

    const QString originals = arguments.value(u"originals"_s);
    constexpr std::array Policies{std::pair{"always"_L1, OriginalsPolicy::Always},
                                  std::pair{"unmetered"_L1, OriginalsPolicy::Unmetered},
                                  std::pair{"on-request"_L1, OriginalsPolicy::OnRequest}};
    const auto* policy = std::ranges::find(Policies, originals, [](const auto& one) { return QString(one.first); });
    if (arguments.isSet(u"originals"_s) && originals != "now"_L1 && policy == Policies.end())
        return fail(ErrorCode::InvalidInput, u"--originals "_s + originals);
    SyncClient client(session.store(), session.journal(), {session.server(), false});
    if (policy != Policies.end())
        client.setOriginalsPolicy(policy->second);
    else if (originals == "now"_L1)
        client.sendOriginalsNow();
    const auto settle = [&] {
        return client.settle(std::chrono::seconds(seconds), SyncClient::Files::Include).takeResult();
    };
    auto done = settle();
    if (done && arguments.isSet(u"photos"_s)) {
        const auto gallery = readGallery(session, arguments.value(u"photos"_s));
        if (!gallery)
            return fail(gallery.error());
        for (const Photo& photo : gallery->photos) {
            client.wantBlob(photo.largeSha);
            client.wantBlob(photo.originalSha);
        }
        done = settle();
    }
    if (!done) {
        Error error = done.error();
        if (error.code == ErrorCode::ServerUnreachable && error.subject.isEmpty())
            error.subject = serverOf(session).toString();
        return fail(error);
    }
    const auto counts = session.journal().counts().takeResult();
    if (!counts)
        return fail(counts.error());
    const auto held = session.store().read(originalsToSend).takeResult();
    if (!held)
        return fail(held.error());
    QJsonObject document = countsToJson(*counts);
    document.insert(u"originals_to_send"_s, held->files);
    document.insert(u"original_bytes_to_send"_s, held->bytes);
    output.document(document);
    if (held->files > 0)
        output.message(tr("Everything is sent and received, but for %n original(s) with %1 bytes. They go with "
                          "--originals now.",
                          nullptr, held->files)
                           .arg(held->bytes));
    else
        output.message(tr("Everything is sent and received."));
    return counts->rejected > 0 ? Outcome::Partly : Outcome::Done;
}

Expected<Outcome> ServerCommands::status(Session& session, const Arguments&, Output& output)
{
    const auto identity = session.journal().identity().takeResult();
    if (!identity)
        return fail(identity.error());
    const auto counts = session.journal().counts().takeResult();
    if (!counts)
        return fail(counts.error());
    const auto lease = session.lookAtLease();
    if (!lease)
        return fail(lease.error());
    const SyncSettings settings = SyncSettings::load(session.store().directory());
    const bool joined = identity->device != 0;

    QJsonObject document = countsToJson(*counts);
    document.insert(u"store"_s, session.store().directory());
    document.insert(u"joined"_s, joined);
    document.insert(u"server"_s, settings.server.toString());
    document.insert(u"user"_s, settings.userName);
    document.insert(u"device"_s, static_cast<qint64>(identity->device));
    document.insert(u"last_sync_at"_s, settings.lastSyncAt ? QJsonValue(isoTime(settings.lastSyncAt)) : QJsonValue());
    document.insert(u"locked"_s, lease->isOver());
    document.insert(u"opens_until"_s, lease->ended == DeviceLease::Ended::No && lease->lengthMs > 0
                                          ? QJsonValue(isoTime(lease->endsAt()))
                                          : QJsonValue());
    output.document(document);

    output.line(tr("Store: %1").arg(session.store().directory()));
    output.line(joined ? tr("Server: %1").arg(settings.server.toString()) : tr("Never joined to a server"));
    if (joined)
        output.line(tr("Signed in as %1").arg(settings.userName));
    if (lease->ended != DeviceLease::Ended::No)
        output.line(tr("Locked: the server has signed this computer out"));
    else if (lease->isOver())
        output.line(tr("Locked since %1, until the server is reached").arg(isoTime(lease->endsAt())));
    else if (lease->lengthMs > 0)
        output.line(tr("Opens without the server until %1").arg(isoTime(lease->endsAt())));
    output.line(tr("%n change(s) waiting", nullptr, counts->waiting));
    output.line(tr("%n change(s) not accepted", nullptr, counts->rejected));
    output.line(tr("%n conflict(s) to review", nullptr, counts->conflicts));
    output.line(tr("%n file(s) to send", nullptr, counts->blobsToSend));
    output.line(tr("%n file(s) to fetch", nullptr, counts->blobsToFetch));
    return Outcome::Done;
}

}  // namespace

std::vector<Command> serverCommands()
{
    Command login{{u"login"_s}, ServerCommands::tr("Signs in to a server and joins the store to it."), u"NAME"_s, 1, 1};
    login.options = {
        {u"password-stdin"_s,
         ServerCommands::tr("Reads the password from standard input instead of the terminal, and from the second "
                            "line the one that a person chooses who was given theirs.")},
        {u"code"_s, ServerCommands::tr("Second factor: a code of the telephone, or a recovery code."), u"CODE"_s},
        {u"fingerprint"_s, ServerCommands::tr("Accepts the certificate with this fingerprint, and no other."),
         u"SHA256"_s}};
    login.makesStore = true;
    login.whileLocked = true;
    login.run = ServerCommands::login;

    Command sync{{u"sync"_s},
                 ServerCommands::tr("Sends what waits and receives what is new, with its files, then ends."),
                 {},
                 0,
                 0};
    sync.options = {
        {u"wait"_s, ServerCommands::tr("Seconds after which it gives up; 60 unless told."), u"SECONDS"_s},
        {u"originals"_s,
         ServerCommands::tr("Sends those that were held back with \"now\"; \"always\", \"unmetered\" (not "
                            "over metered or slow connections) or \"on-request\" is remembered."),
         u"WHEN"_s},
        {u"photos"_s, ServerCommands::tr("Fetches the large sizes and originals of this vehicle, too."), u"VEHICLE"_s}};
    sync.whileLocked = true;
    sync.run = ServerCommands::sync;

    Command status{{u"status"_s}, ServerCommands::tr("Tells who is signed in and what waits."), {}, 0, 0};
    status.whileLocked = true;
    status.run = ServerCommands::status;
    return {login, sync, status};
}

}  // namespace Forecourt
