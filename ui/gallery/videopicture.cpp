// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/videopicture.h"

#include <QTransform>
#include <QVideoFrame>

#include <algorithm>

namespace Forecourt {

namespace {

/// YUV to RGB with 8 bits, in 1/65536: ITU-R BT.601 (2011), 2.5, and BT.709 (2015), 3; luma from 16 to 235.
struct YuvMatrix {
    int luma, redV, greenU, greenV, blueU;
};
constexpr YuvMatrix Bt601{76'309, 104'597, -25'675, -53'279, 132'201};
constexpr YuvMatrix Bt709{76'309, 117'489, -13'975, -34'925, 138'438};
constexpr int HighDefinition = 720;

/// Where the parts of a frame lie: U and V apart (step 1), or by turns (step 2).
struct YuvPlanes {
    const uchar* y;
    const uchar* u;
    const uchar* v;
    int strideY, strideU, strideV;
    int step;
};

YuvPlanes planesOf(const QVideoFrame& frame)
{
    const bool byTurns = frame.pixelFormat() == QVideoFrameFormat::Format_NV12;
    const int third = byTurns ? 1 : 2;
    return {frame.bits(0),         frame.bits(1),         frame.bits(third) + (byTurns ? 1 : 0),
            frame.bytesPerLine(0), frame.bytesPerLine(1), frame.bytesPerLine(third),
            byTurns ? 2 : 1};
}

uint clamped(int value)
{
    return static_cast<uint>(std::clamp(value >> 16, 0, 255));
}

QImage converted(const QVideoFrame& frame, int step)
{
    const YuvPlanes planes = planesOf(frame);
    const YuvMatrix& matrix = frame.height() >= HighDefinition ? Bt709 : Bt601;
    QImage image(frame.width() / step, frame.height() / step, QImage::Format_RGB32);
    constexpr int Half = 1 << 15;
    for (int row = 0; row < image.height(); ++row) {
        const qsizetype y = qsizetype{row} * step;
        const uchar* luma = planes.y + y * planes.strideY;
        const uchar* u = planes.u + y / 2 * planes.strideU;
        const uchar* v = planes.v + y / 2 * planes.strideV;
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < image.width(); ++column) {
            const int x = column * step;
            const int light = (luma[x] - 16) * matrix.luma + Half;
            const int blueness = u[x / 2 * planes.step] - 128;
            const int redness = v[x / 2 * planes.step] - 128;
            const uint red = clamped(light + redness * matrix.redV);
            const uint green = clamped(light + blueness * matrix.greenU + redness * matrix.greenV);
            const uint blue = clamped(light + blueness * matrix.blueU);
            out[column] = 0xFF000000u | red << 16 | green << 8 | blue;
        }
    }
    return image;
}

}  // namespace

bool isVideoPicture(const QVideoFrame& frame)
{
    return frame.pixelFormat() == QVideoFrameFormat::Format_YUV420P ||
           frame.pixelFormat() == QVideoFrameFormat::Format_NV12;
}

QImage videoPicture(QVideoFrame frame, const QSize& shown)
{
    if (!frame.map(QVideoFrame::ReadOnly))
        return {};
    const int step = shown.isEmpty()
                         ? 1
                         : std::clamp(std::max(frame.width(), frame.height()) / std::max(shown.width(), shown.height()),
                                      1, std::min(frame.width(), frame.height()));
    QImage image = converted(frame, step);
    frame.unmap();
    if (frame.mirrored())
        image = image.mirrored(true, false);
    if (frame.rotationAngle() != QVideoFrame::Rotation0)
        image = image.transformed(QTransform().rotate(static_cast<int>(frame.rotationAngle())));
    return image;
}

}  // namespace Forecourt
