// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/qrcode.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <qrencode.h>

#include <memory>

namespace Forecourt {

namespace {

constexpr int QrMargin = 4;  // modules
constexpr int QrSide = 220;  // in the measure of the design

}  // namespace

QrCode::QrCode(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrCode::setText(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char*>(bytes.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    m_modules = code ? code->width : 0;
    m_dark.assign(static_cast<std::size_t>(m_modules * m_modules), false);
    for (std::size_t at = 0; at < m_dark.size(); ++at)
        m_dark[at] = (code->data[at] & 1U) != 0;
    update();
}

QSize QrCode::sizeHint() const
{
    return {Theme::px(QrSide), Theme::px(QrSide)};
}

void QrCode::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (m_modules == 0)
        return;
    // Whole pixels of the device, so that no module is blurred.
    const int all = m_modules + 2 * QrMargin;
    const qreal ratio = devicePixelRatioF();
    const qreal module = qMax(1, int(qMin(width(), height()) * ratio) / all) / ratio;
    const qreal edge = (qMin(width(), height()) - module * m_modules) / 2;
    for (int y = 0; y < m_modules; ++y) {
        for (int x = 0; x < m_modules; ++x) {
            if (isDark(x, y))
                painter.fillRect(QRectF(edge + x * module, edge + y * module, module, module), Qt::black);
        }
    }
}

}  // namespace Forecourt
