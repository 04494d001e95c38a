// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"
#include "models/outbox/blobstore.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QAudioOutput;
class QKeyEvent;
class QMediaPlayer;
class QSlider;
class QTemporaryDir;
QT_END_NAMESPACE

namespace Forecourt {

class Label;
class LightboxButton;
class SyncControl;
class VideoSurface;

/// Plays the video that the lightbox shows: a bar with play, place and sound; the moving picture lies over `stage`.
/// Qt Multimedia is asked only when somebody presses play. A video that is not on this computer is sent for; one that
/// this computer cannot play is opened in another program.
class VideoPlayer : public QWidget {
    Q_OBJECT

public:
    /// Where a video is in its play.
    enum class State {
        Ready,  ///< its poster is shown
        Playing,
        Paused,
        Fetching,  ///< its file is not here yet
        Failed,    ///< this computer cannot play it
    };

    static constexpr qint64 StepMs = 5'000;

    VideoPlayer(QWidget& stage, BlobStore blobs, SyncControl* sync, QWidget* parent = nullptr);
    ~VideoPlayer() override;

    /// Another video; the one before stops. The same one goes on.
    void setVideo(const Photo& video);
    void stop();
    void togglePlay();
    void toggleSound();
    void seekBy(qint64 milliseconds);
    /// Space, M, Shift with left or right. False for all others.
    bool takesKey(const QKeyEvent& event);
    State state() const { return m_state; }
    qint64 position() const;
    const VideoSurface& surface() const { return *m_surface; }

Q_SIGNALS:
    void stateChanged(Forecourt::VideoPlayer::State state);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void makePlayer();
    void play();
    void setState(State state);
    void showPlace();
    void openElsewhere();
    void retranslate();

    QWidget& m_stage;
    BlobStore m_blobs;
    QPointer<SyncControl> m_sync;
    std::optional<Photo> m_video;
    State m_state = State::Ready;
    bool m_playOnArrival = false;
    bool m_opening = false;  ///< a copy for another program is made
    QString m_note;          ///< instead of the words of the state
    VideoSurface* m_surface;
    LightboxButton* m_play;
    LightboxButton* m_sound;
    LightboxButton* m_elsewhere;
    QSlider* m_place;
    QSlider* m_volume;
    Label* m_clock;
    Label* m_words;
    QMediaPlayer* m_player = nullptr;
    QTimer m_patience;  ///< until the first picture of a file
    QAudioOutput* m_audio = nullptr;
    std::unique_ptr<QTemporaryDir> m_copies;
};

}  // namespace Forecourt
