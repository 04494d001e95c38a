// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/videoplayer.h"

#include "models/base/whendone.h"
#include "models/outbox/synccontrol.h"
#include "ui/gallery/lightboxbutton.h"
#include "ui/gallery/lightboxlabel.h"
#include "ui/gallery/videosurface.h"
#include "ui/gallery/videowords.h"
#include "ui/widgets/format.h"
#include "ui/widgets/singlekeys.h"

#include <QAudioOutput>
#include <QDesktopServices>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMediaPlayer>
#include <QMouseEvent>
#include <QSlider>
#include <QStyle>
#include <QTemporaryDir>
#include <QUrl>
#include <QVideoSink>
#include <QtConcurrent>

#include <algorithm>
#include <limits>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostVolume = 100;
constexpr int VideoPatience = 10'000;
constexpr int VolumeWidth = 90;

/// A slider that goes where it is clicked, as players have them.
class SeekBar final : public QSlider {
public:
    SeekBar() : QSlider(Qt::Horizontal)
    {
        setFocusPolicy(Qt::TabFocus);
        const auto color = [](Token token) { return Tokens::value(token, true).name(); };
        setStyleSheet(
            u"QSlider { background: transparent; min-height: 20px; }"
            "QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: %1; }"
            "QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: %2; }"
            "QSlider::handle:horizontal { width: 12px; margin: -4px 0; border-radius: 6px; background: %3; }"
            "QSlider::handle:horizontal:focus { border: 2px solid %4; }"
            "QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: %1; }"_s.arg(
                color(Token::Line2), color(Token::AccentText), color(Token::Ink), color(Token::Focus)));
    }

protected:
    void mousePressEvent(QMouseEvent* event) override { follow(*event); }
    void mouseMoveEvent(QMouseEvent* event) override { follow(*event); }

private:
    void follow(const QMouseEvent& event)
    {
        if (!event.buttons().testFlag(Qt::LeftButton))
            return;
        setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), qRound(event.position().x()), width(),
                                                 layoutDirection() == Qt::RightToLeft));
        Q_EMIT sliderMoved(value());
    }
};

}  // namespace

VideoPlayer::VideoPlayer(QWidget& stage, BlobStore blobs, SyncControl* sync, QWidget* parent)
    : QWidget(parent),
      m_stage(stage),
      m_blobs(std::move(blobs)),
      m_sync(sync),
      m_surface(new VideoSurface(&stage)),
      m_play(new LightboxButton(u"player-play"_s)),
      m_sound(new LightboxButton(u"volume"_s)),
      m_elsewhere(new LightboxButton(u"external-link"_s)),
      m_place(new SeekBar),
      m_volume(new SeekBar),
      m_clock(new LightboxLabel(TextRole::Body)),
      m_words(new LightboxLabel(TextRole::Body))
{
    build();
    m_surface->hide();
    // Under the arrows to the next photo.
    m_surface->lower();
    stage.installEventFilter(this);
    if (sync) {
        connect(sync, &SyncControl::blobArrived, this, [this](const QByteArray& sha) {
            if (m_state != State::Fetching || !m_video || m_video->originalSha != sha)
                return;
            setState(State::Ready);
            if (m_playOnArrival)
                play();
        });
    }
}

VideoPlayer::~VideoPlayer()
{
    // The stage and the surface on it may be gone already, and the engine tells of its end.
    if (m_player)
        m_player->disconnect(this);
    delete m_player;
}

void VideoPlayer::build()
{
    m_play->setKey(Qt::Key_Space);
    m_sound->setKey(Qt::Key_M);
    m_volume->setRange(0, MostVolume);
    m_volume->setValue(MostVolume);
    m_volume->setFixedWidth(VolumeWidth);
    m_place->setSingleStep(1'000);
    m_place->setPageStep(StepMs);
    m_words->setEliding(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 14, 6);
    layout->setSpacing(10);
    layout->addWidget(m_play);
    layout->addWidget(m_clock);
    layout->addWidget(m_place, 1);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_sound);
    layout->addWidget(m_volume);
    layout->addWidget(m_elsewhere);

    connect(m_play, &QAbstractButton::clicked, this, &VideoPlayer::togglePlay);
    connect(m_sound, &QAbstractButton::clicked, this, &VideoPlayer::toggleSound);
    connect(m_elsewhere, &QAbstractButton::clicked, this, &VideoPlayer::openElsewhere);
    connect(m_surface, &VideoSurface::clicked, this, &VideoPlayer::togglePlay);
    // The poster stays until there is something to see.
    connect(m_surface, &VideoSurface::pictureChanged, m_surface, &QWidget::show);
    connect(m_place, &QSlider::valueChanged, this, [this](int place) {
        if (m_player && place != m_player->position())
            m_player->setPosition(place);
        showPlace();
    });
    connect(m_volume, &QSlider::valueChanged, this, [this](int volume) {
        if (!m_audio)
            return;
        m_audio->setVolume(static_cast<float>(volume) / MostVolume);
        m_audio->setMuted(volume == 0);
        retranslate();
    });
}

void VideoPlayer::makePlayer()
{
    m_player = new QMediaPlayer(this);
    m_audio = new QAudioOutput(this);
    m_audio->setVolume(static_cast<float>(m_volume->value()) / MostVolume);
    m_player->setAudioOutput(m_audio);
    auto* sink = new QVideoSink(this);
    m_player->setVideoSink(sink);
    connect(sink, &QVideoSink::videoFrameChanged, m_surface, &VideoSurface::showFrame);
    connect(sink, &QVideoSink::videoFrameChanged, &m_patience, &QTimer::stop);
    // Not every backend says at every file that it cannot play it: some end at once, some never begin.
    m_patience.setSingleShot(true);
    m_patience.setInterval(VideoPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        setState(State::Failed);
        m_player->stop();
    });
    connect(m_player, &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::InvalidMedia || (status == QMediaPlayer::EndOfMedia && m_patience.isActive()))
            setState(State::Failed);
    });
    connect(m_player, &QMediaPlayer::durationChanged, this, [this](qint64 duration) {
        if (duration > 0)
            m_place->setMaximum(static_cast<int>(std::min<qint64>(duration, std::numeric_limits<int>::max())));
    });
    connect(m_player, &QMediaPlayer::positionChanged, this, [this](qint64 position) {
        const QSignalBlocker quiet(m_place);
        m_place->setValue(static_cast<int>(std::min<qint64>(position, m_place->maximum())));
        showPlace();
    });
    connect(m_player, &QMediaPlayer::errorOccurred, this, [this] { setState(State::Failed); });
    connect(m_player, &QMediaPlayer::playbackStateChanged, this, [this](QMediaPlayer::PlaybackState state) {
        if (m_state == State::Failed || m_state == State::Fetching)
            return;
        setState(state == QMediaPlayer::PlayingState  ? State::Playing
                 : state == QMediaPlayer::PausedState ? State::Paused
                                                      : State::Ready);
    });
}

void VideoPlayer::setVideo(const Photo& video)
{
    const bool same = m_video && m_video->id == video.id && m_video->originalSha == video.originalSha;
    m_video = video;
    if (same)
        return;
    stop();
    m_place->setRange(0, static_cast<int>(std::min<qint64>(*video.durationMs, std::numeric_limits<int>::max())));
    m_place->setValue(0);
    showPlace();
}

void VideoPlayer::stop()
{
    m_playOnArrival = false;
    m_patience.stop();
    m_note.clear();
    if (m_player) {
        m_player->stop();
        m_player->setSource({});
    }
    m_surface->hide();
    m_surface->setPicture({});
    setState(State::Ready);
}

void VideoPlayer::togglePlay()
{
    if (m_state == State::Playing)
        m_player->pause();
    else if (m_video && m_state != State::Failed)
        play();
}

void VideoPlayer::play()
{
    if (!m_blobs.has(m_video->originalSha)) {
        m_playOnArrival = true;
        setState(State::Fetching);
        if (m_sync)
            m_sync->wantBlob(m_video->originalSha);
        return;
    }
    if (!m_player)
        makePlayer();
    if (!m_player->isAvailable())
        return setState(State::Failed);
    const QUrl file = QUrl::fromLocalFile(m_blobs.path(m_video->originalSha));
    if (m_player->source() != file) {
        const int from = m_place->value();
        m_player->setSource(file);
        m_patience.start();
        if (from > 0)
            m_player->setPosition(from);
    }
    if (m_state != State::Failed)
        m_player->play();
}

void VideoPlayer::toggleSound()
{
    if (!m_player)
        makePlayer();
    m_audio->setMuted(!m_audio->isMuted());
    retranslate();
}

void VideoPlayer::seekBy(qint64 milliseconds)
{
    m_place->setValue(static_cast<int>(std::clamp<qint64>(m_place->value() + milliseconds, 0, m_place->maximum())));
}

qint64 VideoPlayer::position() const
{
    return m_place->value();
}

bool VideoPlayer::takesKey(const QKeyEvent& event)
{
    const bool shift = event.modifiers() == Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_Space: togglePlay(); return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (shift)
            seekBy(event.key() == Qt::Key_Left ? -StepMs : StepMs);
        return shift;
    case Qt::Key_M:
        if (!SingleKeys::isPressed(event, Qt::Key_M))
            return false;
        toggleSound();
        return true;
    default: return false;
    }
}

void VideoPlayer::setState(State state)
{
    const bool changed = state != m_state;
    m_state = state;
    retranslate();
    if (changed)
        Q_EMIT stateChanged(state);
}

void VideoPlayer::showPlace()
{
    const qint64 all = m_place->maximum();
    m_clock->setText(VideoWords::clock(m_place->value()) + u" / "_s + VideoWords::clock(all));
    m_place->setAccessibleDescription(
        tr("%1 of %2", "time in a video").arg(formatDuration(m_place->value()), formatDuration(all)));
}

// Other programs go by the ending of the name, which the file in the store has not; and what they write must not reach
// the store.
void VideoPlayer::openElsewhere()
{
    if (!m_video || m_opening)
        return;
    if (!m_blobs.has(m_video->originalSha)) {
        play();
        m_playOnArrival = false;
        return;
    }
    if (m_player)
        m_player->pause();
    if (!m_copies)
        m_copies = std::make_unique<QTemporaryDir>();
    m_opening = true;
    retranslate();
    const QString copy = m_copies->filePath(QString::fromLatin1(m_video->originalSha.toHex().left(8)) + u'-' +
                                            VideoWords::copyName(m_video->fileName, m_video->mime));
    const auto copying = QtConcurrent::run(
        [from = m_blobs.path(m_video->originalSha), copy] { return QFile::exists(copy) || QFile::copy(from, copy); });
    whenDone(copying, this, [this, copy](bool copied) {
        m_opening = false;
        m_note = !copied ? tr("There is no room for a copy that another program could open.")
                 : !QDesktopServices::openUrl(QUrl::fromLocalFile(copy))
                     ? tr("No program of this computer opens this kind of video.")
                     : QString();
        retranslate();
    });
}

bool VideoPlayer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        m_surface->setGeometry(m_stage.rect());
    return QWidget::eventFilter(watched, event);
}

void VideoPlayer::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VideoPlayer::retranslate()
{
    m_surface->setGeometry(m_stage.rect());
    QString words = m_note;
    if (words.isEmpty() && m_state == State::Failed)
        words = tr("This computer cannot play this kind of video; open it in another program.");
    if (words.isEmpty() && m_state == State::Fetching)
        words = m_sync ? tr("This video is not on this computer yet. It is on its way.")
                       : tr("This video is not on this computer. It comes once this store is joined to a server.");
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_place->setVisible(words.isEmpty());
    // The words need the room.
    m_sound->setVisible(m_state != State::Failed);
    m_volume->setVisible(m_state != State::Failed);
    m_play->setEnabled(m_state != State::Failed && m_state != State::Fetching);
    m_play->setIconName(m_state == State::Playing ? u"player-pause"_s : u"player-play"_s);
    m_play->setName(m_state == State::Playing ? tr("Pause") : tr("Play"));
    const bool muted = m_audio && m_audio->isMuted();
    m_sound->setIconName(muted ? u"volume-off"_s : u"volume"_s);
    m_sound->setName(muted ? tr("Sound on") : tr("Sound off"));
    m_elsewhere->setEnabled(!m_opening);
    m_elsewhere->setName(tr("Open in another program"), m_state == State::Failed);
    m_place->setAccessibleName(tr("Place in the video"));
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setToolTip(tr("Volume"));
    showPlace();
}

}  // namespace Forecourt
