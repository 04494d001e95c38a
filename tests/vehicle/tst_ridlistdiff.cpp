// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/ridlistdiff.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Forecourt;

namespace {

/// Does what the steps say, as the model does.
RidList applied(RidList list, const RidListDiff& diff, const RidList& next)
{
    for (const auto& run : diff.removed)
        list.erase(list.begin() + run.first, list.begin() + run.last + 1);
    for (const auto& move : diff.moved) {
        const std::uint32_t rid = list[static_cast<size_t>(move.from)];
        list.erase(list.begin() + move.from);
        list.insert(list.begin() + (move.before > move.from ? move.before - 1 : move.before), rid);
    }
    for (const auto& run : diff.inserted)
        list.insert(list.begin() + run.first, next.begin() + run.first, next.begin() + run.last + 1);
    return list;
}

RidList someOf(QRandomGenerator& random, std::uint32_t highest, int most)
{
    RidList all(highest);
    std::iota(all.begin(), all.end(), 1U);
    std::shuffle(all.begin(), all.end(), random);
    all.resize(random.bounded(static_cast<quint32>(most) + 1));
    return all;
}

}  // namespace

class RidListDiffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNothingBetweenEqualLists() { QVERIFY(diffRidLists({3, 1, 2}, {3, 1, 2}).isEmpty()); }

    void movesOneRowWhenOneRowMoved()
    {
        const auto down = diffRidLists({1, 2, 3, 4, 5}, {2, 3, 4, 1, 5});
        QCOMPARE(down.moved, (std::vector<RidListDiff::Move>{{0, 4}}));
        const auto up = diffRidLists({1, 2, 3, 4, 5}, {5, 1, 2, 3, 4});
        QCOMPARE(up.moved, (std::vector<RidListDiff::Move>{{4, 0}}));
    }

    void takesNeighboursTogether()
    {
        const auto diff = diffRidLists({1, 2, 3, 4, 5, 6}, {1, 4, 7, 8, 6});
        QCOMPARE(diff.removed, (std::vector<RidListDiff::Run>{{4, 4}, {1, 2}}));
        QCOMPARE(diff.inserted, (std::vector<RidListDiff::Run>{{2, 3}}));
        QVERIFY(diff.moved.empty());
    }

    void asksForARearrangementWhenMostRowsMove()
    {
        RidList before(1000);
        std::iota(before.begin(), before.end(), 1U);
        RidList after(before.rbegin(), before.rend());
        QVERIFY(diffRidLists(before, after).isLarge);
        QVERIFY(!diffRidLists(before, after, 1000).isLarge);
    }

    void leadsFromAnyListToAnyOther()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 500; ++round) {
            const RidList before = someOf(random, 30, 30);
            RidList after = someOf(random, 30, 30);
            const RidListDiff diff = diffRidLists(before, after, 1000);
            QVERIFY(!diff.isLarge);
            QCOMPARE(applied(before, diff, after), after);
        }
    }
};

QTEST_GUILESS_MAIN(RidListDiffTest)
#include "tst_ridlistdiff.moc"
