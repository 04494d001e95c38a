// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "tests/support/photofiles.h"
#include "tests/support/scriptedsynccontrol.h"
#include "tests/support/videofiles.h"
#include "ui/gallery/lightboxbutton.h"
#include "ui/gallery/videoplayer.h"
#include "ui/gallery/videosurface.h"
#include "ui/gallery/videowords.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QMediaPlayer>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

// Decoders are loaded from disk on a computer that may be busy.
constexpr int PlayMsecs = 30'000;

Photo videoOf(const QByteArray& file)
{
    Photo video;
    video.id = PhotoId::create();
    video.originalSha = sha256(file);
    video.originalSize = file.size();
    video.fileName = u"Walk round.mp4"_s;
    video.mime = u"video/mp4"_s;
    video.durationMs = 3'000;
    return video;
}

/// A player over a stage of its own, and a folder for files of videos.
class ShownPlayer {
public:
    ShownPlayer()
    {
        auto* layout = new QVBoxLayout(&window);
        auto* stage = new QWidget;
        layout->addWidget(stage, 1);
        player = new VideoPlayer(*stage, blobs, &sync);
        layout->addWidget(player);
        window.resize(640, 480);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("the player did not appear");
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        player->takesKey(QKeyEvent(QEvent::KeyPress, key, modifiers));
    }
    bool reaches(VideoPlayer::State state) const
    {
        return QTest::qWaitFor([&] { return player->state() == state; }, PlayMsecs);
    }
    LightboxButton* button(const QString& name) const
    {
        for (auto* one : player->findChildren<LightboxButton*>())
            if (one->accessibleName() == name)
                return one;
        return nullptr;
    }
    bool says(const QString& words) const
    {
        for (const auto* label : player->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }

    QTemporaryDir folder;
    BlobStore blobs{folder.path()};
    ScriptedSyncControl sync;
    QWidget window;
    VideoPlayer* player = nullptr;
};

QByteArray clip()
{
    static const QByteArray file = videoFile({}).value_or(QByteArray());
    return file;
}

/// Keeps what would be opened in other programs.
class OtherPrograms : public QObject {
    Q_OBJECT

public:
    OtherPrograms() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~OtherPrograms() override { QDesktopServices::unsetUrlHandler(u"file"_s); }

    QStringList opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened += url.toLocalFile(); }
};

}  // namespace

class TestVideoPlayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().apply(*qApp, ThemeMode::Light);
        QVERIFY(!clip().isEmpty());
    }

    void nothingIsLoadedBeforeSomebodyPlays()
    {
        ShownPlayer shown;
        QVERIFY(shown.blobs.put(clip()));
        shown.player->setVideo(videoOf(clip()));
        QCOMPARE(shown.player->state(), VideoPlayer::State::Ready);
        QVERIFY(!shown.player->findChild<QMediaPlayer*>());
        QVERIFY(shown.says(u"0:00 / 0:03"_s));
    }

    void playsPausesSeeksAndEnds()
    {
        ShownPlayer shown;
        QVERIFY(shown.blobs.put(clip()));
        shown.player->setVideo(videoOf(clip()));
        shown.press(Qt::Key_Space);
        if (const auto* engine = shown.player->findChild<QMediaPlayer*>(); !engine || !engine->isAvailable())
            QSKIP("Qt Multimedia plays nothing on this computer");
        QVERIFY(shown.reaches(VideoPlayer::State::Playing));
        const QImage& picture = shown.player->surface().picture();
        QVERIFY(QTest::qWaitFor([&] { return !picture.isNull() && layOf(picture) == "rgbw"; }, PlayMsecs));
        QVERIFY(shown.player->surface().isVisible());
        QVERIFY(shown.button(u"Pause"_s));
        shown.press(Qt::Key_Space);
        QVERIFY(shown.reaches(VideoPlayer::State::Paused));
        shown.press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown.player->position(), 3'000);
        shown.press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(shown.player->position(), 0);
        shown.press(Qt::Key_Space);
        QVERIFY(shown.reaches(VideoPlayer::State::Playing));
        QVERIFY2(shown.reaches(VideoPlayer::State::Ready), "it stops at its end");
        shown.player->stop();
        QVERIFY(!shown.player->surface().isVisible());
    }

    void anotherVideoStopsTheOneBefore()
    {
        ShownPlayer shown;
        QVERIFY(shown.blobs.put(clip()));
        shown.player->setVideo(videoOf(clip()));
        shown.press(Qt::Key_Space);
        if (const auto* engine = shown.player->findChild<QMediaPlayer*>(); !engine || !engine->isAvailable())
            QSKIP("Qt Multimedia plays nothing on this computer");
        QVERIFY(shown.reaches(VideoPlayer::State::Playing));
        shown.player->setVideo(videoOf(clip()));
        QCOMPARE(shown.player->state(), VideoPlayer::State::Ready);
        QVERIFY(!shown.player->surface().isVisible());
        QCOMPARE(shown.player->position(), 0);
    }

    void soundIsTurnedOffAndOn()
    {
        ShownPlayer shown;
        shown.player->setVideo(videoOf(clip()));
        QVERIFY(shown.button(u"Sound off"_s));
        shown.press(Qt::Key_M);
        QVERIFY(shown.button(u"Sound on"_s));
        shown.press(Qt::Key_M);
        QVERIFY(shown.button(u"Sound off"_s));
    }

    void aVideoThatIsNotHereIsSentFor()
    {
        ShownPlayer shown;
        const Photo video = videoOf(clip());
        shown.player->setVideo(video);
        shown.press(Qt::Key_Space);
        QCOMPARE(shown.player->state(), VideoPlayer::State::Fetching);
        QCOMPARE(shown.sync.wanted, QList<QByteArray>{video.originalSha});
        QVERIFY(shown.says(u"on its way"_s));
        QVERIFY(shown.blobs.put(clip()));
        Q_EMIT shown.sync.blobArrived(video.originalSha);
        if (const auto* engine = shown.player->findChild<QMediaPlayer*>(); !engine || !engine->isAvailable())
            QSKIP("Qt Multimedia plays nothing on this computer");
        QVERIFY(shown.reaches(VideoPlayer::State::Playing));
    }

    void whatThisComputerCannotPlayIsSaidPlainly()
    {
        ShownPlayer shown;
        const QByteArray noise(
            "\0\0\0\x14"
            "ftypqt  \0\0\0\0qt  and nothing of a video",
            46);
        QVERIFY(shown.blobs.put(noise));
        shown.player->setVideo(videoOf(noise));
        shown.press(Qt::Key_Space);
        QVERIFY(shown.reaches(VideoPlayer::State::Failed));
        QVERIFY(shown.says(u"cannot play this kind of video"_s));
        QVERIFY(shown.button(u"Open in another program"_s)->isEnabled());
        QVERIFY(!shown.button(u"Play"_s)->isEnabled());
    }

    void anotherProgramGetsACopyUnderItsName()
    {
        ShownPlayer shown;
        QVERIFY(shown.blobs.put(clip()));
        const Photo video = videoOf(clip());
        shown.player->setVideo(video);
        OtherPrograms programs;
        QTest::mouseClick(shown.button(u"Open in another program"_s), Qt::LeftButton);
        QTRY_COMPARE(programs.opened.size(), 1);
        const QFileInfo copy(programs.opened.first());
        QVERIFY(copy.fileName().endsWith(u"-Walk round.mp4"_s));
        QVERIFY(copy.absoluteFilePath() != shown.blobs.path(video.originalSha));
        QFile file(copy.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), clip());
    }

    void copiesHaveHarmlessNames_data()
    {
        QTest::addColumn<QString>("fileName");
        QTest::addColumn<QString>("mime");
        QTest::addColumn<QString>("name");
        QTest::newRow("usual") << u"IMG_0042.MOV"_s << u"video/quicktime"_s << u"IMG_0042.mov"_s;
        QTest::newRow("a program") << u"clip.exe"_s << u"video/mp4"_s << u"clip.mp4"_s;
        QTest::newRow("a path") << u"../../etc/cron.d/job"_s << u"video/webm"_s << u"job.webm"_s;
        QTest::newRow("signs") << u"a:b|c\"d.avi"_s << u"video/x-msvideo"_s << u"a_b_c_d.avi"_s;
        QTest::newRow("none") << QString() << u"video/x-matroska"_s << u"video.mkv"_s;
    }

    void copiesHaveHarmlessNames()
    {
        QFETCH(QString, fileName);
        QFETCH(QString, mime);
        QFETCH(QString, name);
        QCOMPARE(VideoWords::copyName(fileName, mime), name);
    }

    void timesAreAsOnPlayers()
    {
        QCOMPARE(VideoWords::clock(0), u"0:00"_s);
        QCOMPARE(VideoWords::clock(64'600), u"1:05"_s);
        QCOMPARE(VideoWords::clock(3'723'000), u"1:02:03"_s);
    }
};

QTEST_MAIN(TestVideoPlayer)
#include "tst_videoplayer.moc"
