// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/videodecoder.h"

#include "models/base/sha256.h"
#include "models/gallery/photoformat.h"
#include "models/gallery/photolimits.h"
#include "models/gallery/videoformat.h"
#include "models/gallery/videostructure.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QTimeZone>
#include <QTransform>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/mem.h>
#include <libswscale/swscale.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ReadPiece = 64 * 1024;
constexpr int PosterSearchMsecs = 5'000;
constexpr int PosterSearchFrames = 600;
constexpr double NearlyBlack = 20;  // mean brightness, 0 to 255
constexpr qint64 LongestMsecs = 24LL * 60 * 60 * 1000;
constexpr double WidestPixel = 4;  // width of a pixel to its height, or the reverse
constexpr size_t LargestBlock = 256u << 20;

// Everything that cameras, telephones and browsers record; what this list leaves out is never given to a decoder.
constexpr std::array KnownCodecs{AV_CODEC_ID_H264, AV_CODEC_ID_HEVC,       AV_CODEC_ID_MPEG4,
                                 AV_CODEC_ID_VP8,  AV_CODEC_ID_VP9,        AV_CODEC_ID_AV1,
                                 AV_CODEC_ID_H263, AV_CODEC_ID_MPEG2VIDEO, AV_CODEC_ID_MJPEG};
constexpr const char* KnownDecoders = "h264,hevc,mpeg4,vp8,vp9,libdav1d,libaom-av1,av1,h263,mpeg2video,mjpeg";

template <auto Free>
struct AvFree {
    template <class T>
    void operator()(T* object) const
    {
        Free(&object);
    }
};
struct SwsFree {
    void operator()(SwsContext* scaler) const { sws_freeContext(scaler); }
};
using AvPacket = std::unique_ptr<AVPacket, AvFree<av_packet_free>>;
using AvFrame = std::unique_ptr<AVFrame, AvFree<av_frame_free>>;
using AvCodec = std::unique_ptr<AVCodecContext, AvFree<avcodec_free_context>>;
using Scaler = std::unique_ptr<SwsContext, SwsFree>;

const char* demuxerName(VideoContainer container)
{
    switch (container) {
    case VideoContainer::Mp4:
    case VideoContainer::QuickTime: return "mov";
    case VideoContainer::Matroska:
    case VideoContainer::WebM: return "matroska";
    case VideoContainer::Avi: return "avi";
    }
    Q_UNREACHABLE();
    return nullptr;
}

int readFile(void* opaque, std::uint8_t* buffer, int size)
{
    const qint64 count = static_cast<QFile*>(opaque)->read(reinterpret_cast<char*>(buffer), size);
    return count > 0 ? static_cast<int>(count) : count == 0 ? AVERROR_EOF : AVERROR(EIO);
}

std::int64_t seekFile(void* opaque, std::int64_t offset, int whence)
{
    auto* file = static_cast<QFile*>(opaque);
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE: return file->size();
    case SEEK_CUR: offset += file->pos(); break;
    case SEEK_END: offset += file->size(); break;
    default: break;
    }
    return offset >= 0 && file->seek(offset) ? offset : AVERROR(EINVAL);
}

// A video may name other files and addresses; none is opened.
int refuseOther(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**)
{
    return AVERROR(EACCES);
}

/// A video file that is being read.
class OpenVideo {
public:
    OpenVideo() = default;
    ~OpenVideo()
    {
        avformat_close_input(&m_context);
        if (m_io)
            av_freep(&m_io->buffer);
        avio_context_free(&m_io);
    }
    Q_DISABLE_COPY_MOVE(OpenVideo)

    Expected<void> open(QFile& file, VideoContainer container, const QString& name)
    {
        file.seek(0);
        auto* buffer = static_cast<unsigned char*>(av_malloc(ReadPiece));
        m_io = avio_alloc_context(buffer, ReadPiece, 0, &file, readFile, nullptr, seekFile);
        m_context = avformat_alloc_context();
        if (!m_io || !m_context)
            return fail(ErrorCode::PhotoTooManyPixels, name);
        m_context->pb = m_io;
        m_context->flags |= AVFMT_FLAG_CUSTOM_IO;
        m_context->io_open = refuseOther;
        m_context->codec_whitelist = av_strdup(KnownDecoders);
        if (avformat_open_input(&m_context, nullptr, av_find_input_format(demuxerName(container)), nullptr) < 0)
            return fail(ErrorCode::PhotoTruncated, name);
        FC_TRY(choose(name));
        if (avformat_find_stream_info(m_context, nullptr) < 0)
            return fail(ErrorCode::PhotoTruncated, name);
        return checkSize(name);
    }

    AVFormatContext* context() const { return m_context; }
    AVStream* stream() const { return m_stream; }

    /// The next packet of the video, or false at the end.
    bool read(AVPacket* packet) const
    {
        for (;;) {
            av_packet_unref(packet);
            if (av_read_frame(m_context, packet) < 0)
                return false;
            if (packet->stream_index == m_stream->index)
                return true;
        }
    }

private:
    // The first one that moves: a song has a picture as well.
    Expected<void> choose(const QString& name)
    {
        for (unsigned i = 0; i < m_context->nb_streams; ++i) {
            AVStream* stream = m_context->streams[i];
            const bool moves =
                stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
                (stream->disposition & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS)) == 0;
            if (moves && !m_stream)
                m_stream = stream;
            else
                stream->discard = AVDISCARD_ALL;
        }
        if (m_context->nb_streams == 0)
            return fail(ErrorCode::PhotoTruncated, name);
        if (!m_stream)
            return fail(ErrorCode::PhotoFormatUnsupported, name, u"sound only"_s);
        const AVCodecID codec = m_stream->codecpar->codec_id;
        if (std::ranges::find(KnownCodecs, codec) == KnownCodecs.end() || !avcodec_find_decoder(codec))
            return fail(ErrorCode::PhotoFormatUnsupported, name,
                        codec == AV_CODEC_ID_NONE ? u"video"_s : QString::fromLatin1(avcodec_get_name(codec)));
        return checkSize(name);
    }

    Expected<void> checkSize(const QString& name) const
    {
        const AVCodecParameters& codec = *m_stream->codecpar;
        if (qint64{codec.width} * codec.height > PhotoLimits::VideoPixels)
            return fail(ErrorCode::PhotoTooManyPixels, name, u"%1 × %2"_s.arg(codec.width).arg(codec.height));
        return {};
    }

    AVIOContext* m_io = nullptr;
    AVFormatContext* m_context = nullptr;
    AVStream* m_stream = nullptr;
};

/// When the video begins and how long it lasts, by its packets: what its header says may be anything.
struct VideoTimes {
    std::int64_t start = 0;  ///< in units of the stream
    qint64 durationMs = 0;
};

std::optional<VideoTimes> readTimes(const OpenVideo& video)
{
    const AvPacket packet(av_packet_alloc());
    std::int64_t start = std::numeric_limits<std::int64_t>::max();
    std::int64_t end = std::numeric_limits<std::int64_t>::min();
    int packets = 0;
    while (video.read(packet.get())) {
        ++packets;
        const std::int64_t at = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (at == AV_NOPTS_VALUE)
            continue;
        start = std::min(start, at);
        end = std::max(end, at > 0 ? at + std::min(packet->duration, std::numeric_limits<std::int64_t>::max() - at)
                                   : at + packet->duration);
    }
    if (packets == 0)
        return {};
    const AVRational milliseconds{1, 1000};
    VideoTimes times;
    if (start <= end) {
        times.start = start;
        times.durationMs = av_rescale_q(end, video.stream()->time_base, milliseconds) -
                           av_rescale_q(start, video.stream()->time_base, milliseconds);
    }
    if (times.durationMs <= 0 && video.context()->duration > 0)
        times.durationMs = av_rescale(video.context()->duration, 1000, AV_TIME_BASE);
    return times.durationMs > 0 && times.durationMs <= LongestMsecs ? std::optional(times) : std::nullopt;
}

AvCodec openDecoder(const AVStream* stream)
{
    const AVCodec* decoder = avcodec_find_decoder(stream->codecpar->codec_id);
    AvCodec codec(avcodec_alloc_context3(decoder));
    if (!codec || avcodec_parameters_to_context(codec.get(), stream->codecpar) < 0)
        return {};
    codec->pkt_timebase = stream->time_base;
    codec->max_pixels = PhotoLimits::VideoPixels;
    // Each further thread would keep frames of its own in memory.
    codec->thread_count = 1;
    return avcodec_open2(codec.get(), decoder, nullptr) < 0 ? AvCodec() : std::move(codec);
}

double brightness(const AVFrame* frame)
{
    constexpr int Side = 32;
    const Scaler scaler(sws_getContext(frame->width, frame->height, static_cast<AVPixelFormat>(frame->format), Side,
                                       Side, AV_PIX_FMT_GRAY8, SWS_FAST_BILINEAR, nullptr, nullptr, nullptr));
    if (!scaler)
        return 0;
    std::array<std::uint8_t, static_cast<size_t>(Side) * Side> grey{};
    std::uint8_t* const planes[] = {grey.data()};
    const int strides[] = {Side};
    sws_scale(scaler.get(), frame->data, frame->linesize, 0, frame->height, planes, strides);
    double sum = 0;
    for (const std::uint8_t value : grey)
        sum += value;
    return sum / static_cast<double>(grey.size());
}

/// The first frame from `wanted` on that is not nearly black, else the brightest that was seen.
AvFrame findPoster(const OpenVideo& video, std::int64_t wanted)
{
    const AvCodec codec = openDecoder(video.stream());
    const AvPacket packet(av_packet_alloc());
    AvFrame frame(av_frame_alloc());
    AvFrame best;
    if (!codec || !packet || !frame)
        return best;
    const QDeadlineTimer deadline(PosterSearchMsecs);
    double brightest = -1;
    int frames = 0;
    for (bool more = true; more;) {
        more = video.read(packet.get());
        // Null after the last packet: the decoder gives what it has kept back. Damaged packets are passed over.
        avcodec_send_packet(codec.get(), more ? packet.get() : nullptr);
        while (avcodec_receive_frame(codec.get(), frame.get()) == 0) {
            const bool reached =
                frame->best_effort_timestamp == AV_NOPTS_VALUE || frame->best_effort_timestamp >= wanted;
            const double light = reached || !best ? brightness(frame.get()) : -1;
            if (light > brightest || !best) {
                brightest = light;
                best.reset(av_frame_clone(frame.get()));
            }
            if ((reached && brightest >= NearlyBlack && light == brightest) || ++frames >= PosterSearchFrames)
                return best;
        }
        if (deadline.hasExpired() && best)
            return best;
    }
    return best;
}

/// Size as it is shown, before it is turned: pixels need not be square.
QSize shownSize(const OpenVideo& video, AVFrame* frame)
{
    const AVRational shape = av_guess_sample_aspect_ratio(video.context(), video.stream(), frame);
    const double ratio = shape.num > 0 && shape.den > 0 ? av_q2d(shape) : 1;
    if (ratio == 1 || ratio > WidestPixel || ratio < 1 / WidestPixel)
        return {frame->width, frame->height};
    return {std::max(1, static_cast<int>(std::lround(frame->width * ratio))), frame->height};
}

QImage pictureOf(const AVFrame* frame, const QSize& size)
{
    const Scaler scaler(sws_getContext(frame->width, frame->height, static_cast<AVPixelFormat>(frame->format),
                                       size.width(), size.height(), AV_PIX_FMT_0RGB32,
                                       SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
    QImage picture(size, QImage::Format_RGB32);
    if (!scaler || picture.isNull())
        return {};
    // Where the file does not say, small pictures are meant as in ITU-R BT.601 and large ones as in BT.709.
    constexpr int HighDefinition = 720;
    const int matrix = frame->colorspace != AVCOL_SPC_UNSPECIFIED ? static_cast<int>(frame->colorspace)
                       : frame->height >= HighDefinition          ? SWS_CS_ITU709
                                                                  : SWS_CS_ITU601;
    const bool full = frame->color_range == AVCOL_RANGE_JPEG;
    constexpr int One = 1 << 16;
    sws_setColorspaceDetails(scaler.get(), sws_getCoefficients(matrix), full ? 1 : 0,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, One, One);
    std::uint8_t* const planes[] = {picture.bits()};
    const int strides[] = {static_cast<int>(picture.bytesPerLine())};
    if (sws_scale(scaler.get(), frame->data, frame->linesize, 0, frame->height, planes, strides) <= 0)
        return {};
    return picture;
}

/// How the file wants to be turned and mirrored: by quarters; other angles are left alone.
QTransform turnOf(const AVStream* stream)
{
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const AVPacketSideData* side = av_packet_side_data_get(
        stream->codecpar->coded_side_data, stream->codecpar->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    const std::uint8_t* data = side ? side->data : nullptr;
    const size_t size = side ? side->size : 0;
#else
    size_t size = 0;
    const std::uint8_t* data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
#endif
    // libavutil/display.h: nine numbers of 32 bits, rows (a, b, u), (c, d, v), (x, y, w), in 16.16.
    std::array<std::int32_t, 9> matrix{};
    if (!data || size < sizeof matrix)
        return {};
    std::copy_n(data, sizeof matrix, reinterpret_cast<std::uint8_t*>(matrix.data()));
    const auto quarter = [&matrix](size_t at) { return std::lround(matrix.at(at) / 65536.0); };
    const auto a = quarter(0);
    const auto b = quarter(1);
    const auto c = quarter(3);
    const auto d = quarter(4);
    const bool upright = std::abs(a) == 1 && std::abs(d) == 1 && b == 0 && c == 0;
    const bool lying = a == 0 && d == 0 && std::abs(b) == 1 && std::abs(c) == 1;
    if (!upright && !lying)
        return {};
    return {static_cast<qreal>(a), static_cast<qreal>(b), static_cast<qreal>(c), static_cast<qreal>(d), 0, 0};
}

std::optional<UtcMs> recordedAt(const AVFormatContext* context)
{
    constexpr int FirstYear = 1995;  // cameras without a clock write 1904 or 1970
    const AVDictionaryEntry* entry = av_dict_get(context->metadata, "creation_time", nullptr, 0);
    if (!entry)
        return {};
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(entry->value), Qt::ISODateWithMs);
    return time.isValid() && time.date().year() >= FirstYear ? std::optional(UtcMs{time.toMSecsSinceEpoch()})
                                                             : std::nullopt;
}

/// A tenth of a short video, a second of all others.
std::int64_t posterTime(const OpenVideo& video, const VideoTimes& times)
{
    const std::int64_t msecs = std::min<qint64>(1000, times.durationMs / 10);
    return times.start + av_rescale_q(msecs, AVRational{1, 1000}, video.stream()->time_base);
}

Expected<Renditions> renderOpenVideo(QFile& file, VideoContainer container, const QString& name)
{
    OpenVideo video;
    FC_TRY(video.open(file, container, name));
    const auto times = readTimes(video);
    if (!times)
        return fail(ErrorCode::PhotoTruncated, name);
    const std::int64_t wanted = posterTime(video, *times);
    AvFrame poster;
    if (av_seek_frame(video.context(), video.stream()->index, wanted, AVSEEK_FLAG_BACKWARD) >= 0)
        poster = findPoster(video, wanted);
    if (!poster) {
        // Not every file can be entered in the middle.
        OpenVideo again;
        FC_TRY(again.open(file, container, name));
        poster = findPoster(again, wanted);
    }
    if (!poster)
        return fail(ErrorCode::PhotoTruncated, name);

    const QSize size = shownSize(video, poster.get());
    QSize scaled = size;
    if (std::max(size.width(), size.height()) > Renditions::LargePixels)
        scaled = size.scaled(Renditions::LargePixels, Renditions::LargePixels, Qt::KeepAspectRatio).expandedTo({1, 1});
    const QImage picture = pictureOf(poster.get(), scaled);
    if (picture.isNull())
        return fail(ErrorCode::PhotoTooManyPixels, name, u"%1 × %2"_s.arg(size.width()).arg(size.height()));
    const QTransform turn = turnOf(video.stream());
    Renditions renditions = renditionsOf(turn.isIdentity() ? picture : picture.transformed(turn));
    const QSize upright = turn.m11() == 0 ? size.transposed() : size;
    renditions.width = upright.width();
    renditions.height = upright.height();
    renditions.durationMs = times->durationMs;
    renditions.mime = videoMime(container);
    renditions.takenAt = recordedAt(video.context());
    return renditions;
}

}  // namespace

Expected<Renditions> renderVideoFile(const QString& path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.isFile())
        return fail(ErrorCode::FileUnreadable, name);
    FC_TRY(checkVideoSize(info.size(), name));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnreadable, name, file.errorString());
    const auto container = sniffVideoContainer(file.read(PhotoSniffLength));
    if (!container)
        return fail(ErrorCode::PhotoNotAnImage, name);
    if (!isWholeVideo(file, *container))
        return fail(ErrorCode::PhotoTruncated, name);
    av_log_set_level(AV_LOG_QUIET);
    av_max_alloc(LargestBlock);
    auto renditions = renderOpenVideo(file, *container, name);
    if (!renditions)
        return renditions;
    file.seek(0);
    auto sha = sha256(file);
    if (!sha)
        return fail(sha.error());
    renditions->originalSha = *sha;
    renditions->originalSize = info.size();
    return renditions;
}

}  // namespace Forecourt
