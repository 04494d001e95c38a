// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/galleryworld.h"
#include "tests/simulation/script.h"

#include <QTest>

#include <algorithm>

namespace Forecourt::Tests {

namespace {

constexpr std::uint64_t GallerySeeds = 100;
constexpr std::uint64_t GalleriesTogether = 25;

}  // namespace

/// However people reorder, add and remove photos of one vehicle without seeing each other, all end with one gallery.
class TestGalleryConvergence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allSeeTheSameGallery_data()
    {
        QTest::addColumn<std::uint64_t>("from");
        QTest::addColumn<std::uint64_t>("upto");
        const std::uint64_t seed = qEnvironmentVariable("SIMULATION_SEED").toULongLong();
        const std::uint64_t first = qMax(1ULL, qEnvironmentVariable("SIMULATION_FROM").toULongLong());
        const std::uint64_t last = qMax(GallerySeeds, qEnvironmentVariable("SIMULATION_UPTO").toULongLong());
        if (seed > 0) {
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed << seed;
            return;
        }
        // Qt Test takes a function that takes too long for one that hangs.
        for (std::uint64_t from = first; from <= last; from += GalleriesTogether) {
            const std::uint64_t upto = std::min(last, from + GalleriesTogether - 1);
            QTest::addRow("seeds %llu to %llu", static_cast<unsigned long long>(from),
                          static_cast<unsigned long long>(upto))
                << from << upto;
        }
    }
    void allSeeTheSameGallery()
    {
        QFETCH(const std::uint64_t, from);
        QFETCH(const std::uint64_t, upto);
        for (std::uint64_t seed = from; seed <= upto && !QTest::currentTestFailed(); ++seed)
            verify(seed);
    }

private:
    void verify(std::uint64_t seed)
    {
        GalleryScript script = galleryScriptOf(seed);
        if (play(m_templates, script).isEmpty())
            return;
        const auto with = [&script](std::vector<GalleryAction> actions) {
            GalleryScript other = script;
            other.actions = std::move(actions);
            return other;
        };
        script.actions = shrunk(script.actions, [&](const std::vector<GalleryAction>& actions) {
            return !play(m_templates, with(actions)).isEmpty();
        });
        const QString wrong = play(m_templates, script);
        QFAIL(qPrintable(QStringLiteral("seed %1: %2\n%3").arg(seed).arg(wrong, describe(script))));
    }

    WorldTemplates m_templates;
};

}  // namespace Forecourt::Tests

QTEST_GUILESS_MAIN(Forecourt::Tests::TestGalleryConvergence)
#include "tst_galleryconvergence.moc"
