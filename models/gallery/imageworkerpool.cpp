// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/imageworkerpool.h"

#include "models/gallery/imageworkermessages.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QPromise>
#include <QThread>
#include <QTimer>

#include <deque>
#include <vector>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// One photo and where its renditions are awaited. A job that is dropped counts as cancelled, wherever it had got to.
class RenderJob {
public:
    explicit RenderJob(RenderRequest request) : m_request(std::move(request)) { m_promise.start(); }
    ~RenderJob()
    {
        if (!m_finished)
            finish(fail(ErrorCode::Cancelled, m_request.name));
    }
    Q_DISABLE_COPY_MOVE(RenderJob)

    const RenderRequest& request() const { return m_request; }
    QFuture<Expected<Renditions>> future() { return m_promise.future(); }
    void finish(Expected<Renditions> result)
    {
        m_finished = true;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    RenderRequest m_request;
    QPromise<Expected<Renditions>> m_promise;
    bool m_finished = false;
};

// One helper process and the photo it is busy with.
class ImageHelper : public QObject {
    Q_OBJECT

public:
    explicit ImageHelper(const ImageWorkerPool::Options& options) : m_options(options)
    {
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { stop(ErrorCode::PhotoDecoderTimeout); });
        connect(&m_process, &QProcess::readyReadStandardOutput, this, &ImageHelper::onOutput);
        connect(&m_process, &QProcess::finished, this, [this] { stop(ErrorCode::PhotoDecoderCrashed); });
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                stop(ErrorCode::PhotoDecoderCrashed, m_process.errorString());
        });
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.setProgram(options.program);
    }

    ~ImageHelper() override
    {
        m_process.disconnect(this);
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    bool isIdle() const { return !m_job && !m_over; }

    void take(std::unique_ptr<RenderJob> job)
    {
        m_job = std::move(job);
        if (m_process.state() == QProcess::NotRunning)
            m_process.start(QIODevice::ReadWrite | QIODevice::Unbuffered);
        m_deadline.start(m_options.timeout);
        if (!m_over)
            m_process.write(m_job->request().toMessage());
    }

Q_SIGNALS:
    void idle();
    /// The process is gone or has to go; this object takes no more work.
    void over(ImageHelper* self);

private:
    void onOutput()
    {
        m_reader.add(m_process.readAllStandardOutput());
        const auto body = m_reader.next();
        if (m_reader.isBroken())
            return stop(ErrorCode::PhotoDecoderCrashed);
        if (!body || !m_job)
            return;
        auto result = renderReplyFromCbor(*body);
        if (!result)
            return stop(ErrorCode::PhotoDecoderCrashed);
        m_deadline.stop();
        std::exchange(m_job, nullptr)->finish(std::move(*result));
        Q_EMIT idle();
    }

    void stop(ErrorCode reason, const QString& detail = {})
    {
        if (m_over)
            return;
        m_over = true;
        m_deadline.stop();
        if (m_job) {
            const QString name = m_job->request().name;
            std::exchange(m_job, nullptr)->finish(fail(reason, name, detail));
        }
        Q_EMIT over(this);
    }

    const ImageWorkerPool::Options& m_options;
    QProcess m_process{this};
    QTimer m_deadline{this};
    MessageReader m_reader;
    std::unique_ptr<RenderJob> m_job;
    bool m_over = false;
};

// Hands photos to idle helpers. Lives on the pool's thread.
class ImageDispatcher : public QObject {
    Q_OBJECT

public:
    /// With `keepsHelpers`, they stay for the next photo; else the last photo ends them.
    ImageDispatcher(const ImageWorkerPool::Options& options, bool keepsHelpers)
        : m_options(options), m_keepsHelpers(keepsHelpers)
    {
    }

    void add(std::unique_ptr<RenderJob> job)
    {
        m_queue.push_back(std::move(job));
        handOut();
    }

private:
    void handOut()
    {
        while (!m_queue.empty()) {
            ImageHelper* helper = idleHelper();
            if (!helper)
                return;
            auto job = std::move(m_queue.front());
            m_queue.pop_front();
            helper->take(std::move(job));
        }
        // Queued: the helper is still in the middle of its own work.
        if (!m_keepsHelpers)
            QMetaObject::invokeMethod(this, &ImageDispatcher::retire, Qt::QueuedConnection);
    }

    void retire()
    {
        if (m_queue.empty())
            std::erase_if(m_helpers, [](const auto& helper) { return helper->isIdle(); });
    }

    ImageHelper* idleHelper()
    {
        for (const auto& helper : m_helpers) {
            if (helper->isIdle())
                return helper.get();
        }
        if (static_cast<int>(m_helpers.size()) >= m_options.workers)
            return nullptr;
        auto helper = std::make_unique<ImageHelper>(m_options);
        connect(helper.get(), &ImageHelper::idle, this, &ImageDispatcher::handOut);
        // Queued: the helper is still in the middle of its own work when it says so.
        connect(helper.get(), &ImageHelper::over, this, &ImageDispatcher::replace, Qt::QueuedConnection);
        m_helpers.push_back(std::move(helper));
        return m_helpers.back().get();
    }

    void replace(ImageHelper* helper)
    {
        std::erase_if(m_helpers, [helper](const auto& known) { return known.get() == helper; });
        handOut();
    }

    const ImageWorkerPool::Options& m_options;
    bool m_keepsHelpers;
    std::deque<std::unique_ptr<RenderJob>> m_queue;
    std::vector<std::unique_ptr<ImageHelper>> m_helpers;
};

QString programBeside(QString name)
{
#ifdef Q_OS_WIN
    name += u".exe"_s;
#endif
    const QString beside = QCoreApplication::applicationDirPath() + u'/' + name;
    const QString folder = qEnvironmentVariable("FORECOURT_BIN_DIR");
    return folder.isEmpty() || QFileInfo::exists(beside) ? beside : folder + u'/' + name;
}

}  // namespace

class ImageWorkerPool::Private {
public:
    explicit Private(Options wanted)
        : options(std::move(wanted)),
          videoOptions{options.videoProgram, options.videoProgram, 1, options.timeout},
          photos(new ImageDispatcher(options, true)),
          videos(new ImageDispatcher(videoOptions, false))
    {
        thread.setObjectName(u"image workers"_s);
        for (ImageDispatcher* dispatcher : {photos, videos}) {
            dispatcher->moveToThread(&thread);
            QObject::connect(&thread, &QThread::finished, dispatcher, &QObject::deleteLater);
        }
        thread.start();
    }

    ~Private()
    {
        thread.quit();
        thread.wait();
    }

    static QFuture<Expected<Renditions>> add(ImageDispatcher* dispatcher, RenderRequest request)
    {
        auto job = std::make_unique<RenderJob>(std::move(request));
        auto future = job->future();
        QMetaObject::invokeMethod(
            dispatcher, [target = dispatcher, shared = std::make_shared<std::unique_ptr<RenderJob>>(std::move(job))] {
                target->add(std::move(*shared));
            });
        return future;
    }

    Options options;
    Options videoOptions;
    QThread thread;
    ImageDispatcher* photos;
    ImageDispatcher* videos;
};

ImageWorkerPool::ImageWorkerPool() : ImageWorkerPool(Options{}) {}

ImageWorkerPool::ImageWorkerPool(Options options) : d(std::make_unique<Private>(std::move(options))) {}

ImageWorkerPool::~ImageWorkerPool() = default;

QFuture<Expected<Renditions>> ImageWorkerPool::render(const QString& path)
{
    return renderEdited(path, {});
}

QFuture<Expected<Renditions>> ImageWorkerPool::renderEdited(const QString& path, const RenderRecipe& recipe)
{
    const QFileInfo info(path);
    return d->add(d->photos, {info.absoluteFilePath(), {}, info.fileName(), recipe});
}

QFuture<Expected<Renditions>> ImageWorkerPool::renderVideo(const QString& path)
{
    const QFileInfo info(path);
    return d->add(d->videos, {info.absoluteFilePath(), {}, info.fileName()});
}

QFuture<Expected<Renditions>> ImageWorkerPool::render(const QByteArray& bytes, const QString& name)
{
    return d->add(d->photos, {{}, bytes, name});
}

int ImageWorkerPool::workers() const
{
    return d->options.workers;
}

QString ImageWorkerPool::defaultProgram()
{
    return programBeside(u"forecourt-imageworker"_s);
}

QString ImageWorkerPool::defaultVideoProgram()
{
    return programBeside(u"forecourt-videoworker"_s);
}

}  // namespace Forecourt

#include "imageworkerpool.moc"
