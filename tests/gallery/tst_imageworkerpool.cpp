// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/imageworkermessages.h"
#include "models/gallery/imageworkerpool.h"
#include "tests/support/photofiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

ImageWorkerPool::Options badWorker(int workers = 1)
{
    ImageWorkerPool::Options options;
    options.program = QCoreApplication::applicationDirPath() + u"/forecourt-test-badimageworker"_s;
#ifdef Q_OS_WIN
    options.program += u".exe"_s;
#endif
    options.workers = workers;
    options.timeout = 1'000;
    return options;
}

}  // namespace

class TestImageWorkerPool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messagesSurviveTheWay()
    {
        Renditions renditions;
        renditions.large = "large";
        renditions.medium = "medium";
        renditions.thumb = "thumb";
        renditions.originalSha = QByteArray(32, 's');
        renditions.originalSize = 5LL << 31;
        renditions.width = 4032;
        renditions.height = 3024;
        renditions.mime = u"image/heic"_s;
        renditions.takenAt = 1'760'000'000'123;
        const RenderRequest request{u"/tmp/é.jpg"_s, "bytes", u"é.jpg"_s};
        MessageReader reader;
        const QByteArray stream = request.toMessage() + renderReply(renditions) +
                                  renderReply(fail(ErrorCode::PhotoTruncated, u"a"_s, u"b"_s));
        for (const char byte : stream)
            reader.add(QByteArray(1, byte));
        QCOMPARE(*RenderRequest::fromCbor(*reader.next()), request);
        QCOMPARE(**renderReplyFromCbor(*reader.next()), renditions);
        QCOMPARE(renderReplyFromCbor(*reader.next())->error(), (Error{ErrorCode::PhotoTruncated, u"a"_s, u"b"_s}));
        QVERIFY(!reader.next());
        QVERIFY(!renderReplyFromCbor("no CBOR"));
    }

    void decodesInAnotherProcess()
    {
        QTemporaryDir folder;
        const QString path = writeFile(folder.filePath(u"a.jpg"_s), jpegWithExif(storedFor(quarters(), 6), 6));
        ImageWorkerPool pool;
        const auto made = pool.render(path).result();
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(*made, *renderPhotoFile(path));
    }

    void decodesAPictureInMemory()
    {
        ImageWorkerPool pool;
        const auto made = pool.render(encoded(quarters(), "png"), u"Pasted.png"_s).result();
        QVERIFY(made);
        QCOMPARE(made->mime, u"image/png"_s);
    }

    void errorsComeBackTyped()
    {
        QTemporaryDir folder;
        ImageWorkerPool pool;
        const auto bomb = pool.render(writeFile(folder.filePath(u"bomb.png"_s), pngHeader(60'000, 60'000))).result();
        QVERIFY(!bomb);
        QCOMPARE(bomb.error().code, ErrorCode::PhotoTooManyPixels);
        QCOMPARE(bomb.error().subject, u"bomb.png"_s);
        const auto text = pool.render(writeFile(folder.filePath(u"text.jpg"_s), "not a picture")).result();
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::PhotoNotAnImage);
    }

    void aCrashCostsOnePhoto()
    {
        ImageWorkerPool pool(badWorker());
        auto before = pool.render("fine", u"1"_s);
        auto crash = pool.render("crash", u"2"_s);
        auto after = pool.render("fine", u"3"_s);
        QVERIFY(before.result());
        QVERIFY(!crash.result());
        QCOMPARE(crash.result().error(), (Error{ErrorCode::PhotoDecoderCrashed, u"2"_s, {}}));
        QVERIFY(after.result());
    }

    void aHangCostsOnePhoto()
    {
        ImageWorkerPool pool(badWorker());
        auto hang = pool.render("hang", u"1"_s);
        auto after = pool.render("fine", u"2"_s);
        QVERIFY(!hang.result());
        QCOMPARE(hang.result().error().code, ErrorCode::PhotoDecoderTimeout);
        QVERIFY(after.result());
    }

    void nonsenseFromAHelperCountsAsACrash()
    {
        ImageWorkerPool pool(badWorker());
        const auto babble = pool.render("babble", u"1"_s).result();
        QVERIFY(!babble);
        QCOMPARE(babble.error().code, ErrorCode::PhotoDecoderCrashed);
        QVERIFY(pool.render("fine", u"2"_s).result());
    }

    void manyPhotosShareFewHelpers()
    {
        ImageWorkerPool pool(badWorker(3));
        std::vector<QFuture<Expected<Renditions>>> all;
        all.reserve(60);
        for (int i = 0; i < 60; ++i)
            all.push_back(pool.render(i % 7 == 3 ? "crash" : QByteArray::number(i), QString::number(i)));
        for (int i = 0; i < 60; ++i) {
            const auto result = all[static_cast<size_t>(i)].result();
            QCOMPARE(result.has_value(), i % 7 != 3);
            if (result)
                QCOMPARE(result->thumb, QByteArray::number(i));
        }
    }

    void aMissingHelperIsAnErrorNotAWait()
    {
        ImageWorkerPool::Options options;
        options.program = u"/no/such/program"_s;
        ImageWorkerPool pool(options);
        auto first = pool.render("fine", u"1"_s);
        auto second = pool.render("fine", u"2"_s);
        for (auto* result : {&first, &second}) {
            QVERIFY(!result->result());
            QCOMPARE(result->result().error().code, ErrorCode::PhotoDecoderCrashed);
            QVERIFY(!result->result().error().detail.isEmpty());
        }
    }

    void endingCancelsWhatWaits()
    {
        std::vector<QFuture<Expected<Renditions>>> all;
        {
            ImageWorkerPool pool(badWorker());
            for (int i = 0; i < 5; ++i)
                all.push_back(pool.render("hang", {}));
        }
        for (auto& result : all) {
            QVERIFY(!result.result());
            QCOMPARE(result.result().error().code, ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestImageWorkerPool)
#include "tst_imageworkerpool.moc"
