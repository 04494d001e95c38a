// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/videofiles.h"

#include "tests/support/photofiles.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/display.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

#include <cstring>

namespace Forecourt::Tests {

namespace {

AVPixelFormat pixelFormatOf(const AVCodec* codec)
{
    return codec->id == AV_CODEC_ID_MJPEG ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P;
}

void fill(AVFrame* frame, const QImage& picture)
{
    SwsContext* scaler =
        sws_getContext(picture.width(), picture.height(), AV_PIX_FMT_0RGB32, frame->width, frame->height,
                       static_cast<AVPixelFormat>(frame->format), SWS_BICUBIC, nullptr, nullptr, nullptr);
    const std::uint8_t* const planes[] = {picture.constBits()};
    const int strides[] = {static_cast<int>(picture.bytesPerLine())};
    sws_scale(scaler, planes, strides, 0, picture.height(), frame->data, frame->linesize);
    sws_freeContext(scaler);
}

void pass(AVFormatContext* file, AVCodecContext* encoder, const AVStream* stream, const AVFrame* frame)
{
    avcodec_send_frame(encoder, frame);
    AVPacket* packet = av_packet_alloc();
    while (avcodec_receive_packet(encoder, packet) == 0) {
        packet->stream_index = stream->index;
        if (packet->duration == 0)
            packet->duration = 1;
        av_packet_rescale_ts(packet, encoder->time_base, stream->time_base);
        av_interleaved_write_frame(file, packet);
    }
    av_packet_free(&packet);
}

void setTurn(AVStream* stream, int degrees)
{
    auto* matrix = reinterpret_cast<std::int32_t*>(av_malloc(9 * sizeof(std::int32_t)));
    av_display_rotation_set(matrix, degrees);
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    av_packet_side_data_add(&stream->codecpar->coded_side_data, &stream->codecpar->nb_coded_side_data,
                            AV_PKT_DATA_DISPLAYMATRIX, matrix, 9 * sizeof(std::int32_t), 0);
#else
    av_stream_add_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, reinterpret_cast<std::uint8_t*>(matrix),
                            9 * sizeof(std::int32_t));
#endif
}

void writePictures(AVFormatContext* file, const AVStream* stream, AVCodecContext* encoder, const VideoRecipe& recipe)
{
    for (int number = 0; number < recipe.frames; ++number) {
        AVFrame* frame = av_frame_alloc();
        frame->width = encoder->width;
        frame->height = encoder->height;
        frame->format = encoder->pix_fmt;
        av_frame_get_buffer(frame, 0);
        const QImage picture = recipe.draw ? recipe.draw(number) : quarters(recipe.size.width(), recipe.size.height());
        fill(frame, picture.convertToFormat(QImage::Format_RGB32));
        frame->pts = number;
        frame->quality = FF_QP2LAMBDA * 2;
        pass(file, encoder, stream, frame);
        av_frame_free(&frame);
    }
    pass(file, encoder, stream, nullptr);
}

void writeSound(AVFormatContext* file, const AVStream* stream, AVCodecContext* encoder)
{
    for (int number = 0; number < 20; ++number) {
        AVFrame* frame = av_frame_alloc();
        frame->nb_samples = encoder->frame_size > 0 ? encoder->frame_size : 1024;
        frame->format = encoder->sample_fmt;
        frame->sample_rate = encoder->sample_rate;
        av_channel_layout_default(&frame->ch_layout, 1);
        av_frame_get_buffer(frame, 0);
        std::memset(frame->data[0], 0, static_cast<size_t>(frame->linesize[0]));
        frame->pts = qint64{number} * frame->nb_samples;
        pass(file, encoder, stream, frame);
        av_frame_free(&frame);
    }
    pass(file, encoder, stream, nullptr);
}

}  // namespace

std::optional<QByteArray> videoFile(const VideoRecipe& recipe)
{
    av_log_set_level(AV_LOG_ERROR);
    const AVCodec* codec = avcodec_find_encoder_by_name(recipe.picture ? recipe.encoder : "aac");
    if (!codec)
        return {};
    QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("video")));
    AVFormatContext* file = nullptr;
    if (avformat_alloc_output_context2(&file, nullptr, recipe.muxer, path.constData()) < 0)
        return {};
    AVStream* stream = avformat_new_stream(file, nullptr);
    AVCodecContext* encoder = avcodec_alloc_context3(codec);
    if (recipe.picture) {
        encoder->width = recipe.size.width();
        encoder->height = recipe.size.height();
        encoder->pix_fmt = pixelFormatOf(codec);
        encoder->time_base = {1, recipe.perSecond};
        encoder->framerate = {recipe.perSecond, 1};
        encoder->sample_aspect_ratio = {recipe.pixelWidth, 1};
        encoder->gop_size = recipe.perSecond;
        encoder->bit_rate = 800'000;
    } else {
        encoder->sample_fmt = codec->sample_fmts[0];
        encoder->sample_rate = 44'100;
        encoder->time_base = {1, encoder->sample_rate};
        av_channel_layout_default(&encoder->ch_layout, 1);
    }
    encoder->thread_count = 1;
    if ((file->oformat->flags & AVFMT_GLOBALHEADER) != 0)
        encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    if (avcodec_open2(encoder, codec, nullptr) < 0)
        qFatal("%s cannot be opened", codec->name);
    avcodec_parameters_from_context(stream->codecpar, encoder);
    stream->time_base = encoder->time_base;
    stream->sample_aspect_ratio = encoder->sample_aspect_ratio;
    if (recipe.turn != 0)
        setTurn(stream, recipe.turn);
    av_dict_set(&file->metadata, "creation_time", "2026-07-14T13:30:00.000000Z", 0);
    if (avio_open(&file->pb, path.constData(), AVIO_FLAG_WRITE) < 0 || avformat_write_header(file, nullptr) < 0)
        qFatal("%s cannot be written", recipe.muxer);
    if (recipe.picture)
        writePictures(file, stream, encoder, recipe);
    else
        writeSound(file, stream, encoder);
    av_write_trailer(file);
    avio_closep(&file->pb);
    avcodec_free_context(&encoder);
    avformat_free_context(file);
    QFile written(QFile::decodeName(path));
    if (!written.open(QIODevice::ReadOnly))
        return {};
    return written.readAll();
}

}  // namespace Forecourt::Tests
