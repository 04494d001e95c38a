// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/epochrenewal.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<void> renewEpoch(SqlSession& store, const QByteArray& epoch)
{
    auto noted = store.run(
        u"INSERT INTO epoch_fork (epoch, seq, place) SELECT (SELECT v FROM meta WHERE k = 'epoch'), "
        "(SELECT seq FROM seq_counter), (SELECT count(*) FROM epoch_fork)"_s);
    if (!noted)
        return fail(noted.error());
    auto renewed = store.run(u"UPDATE meta SET v = ? WHERE k = 'epoch'"_s, {epoch});
    if (!renewed)
        return fail(renewed.error());
    return {};
}

}  // namespace Forecourt
