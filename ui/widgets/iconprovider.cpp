// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/iconprovider.h"

#include "ui/widgets/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace Forecourt::IconProvider {

using namespace Qt::StringLiterals;

namespace {

QString iconFile(const QString& name)
{
    return u":/look/icons/"_s + name + u".svg"_s;
}

QByteArray iconSource(const QString& name)
{
    QFile file(iconFile(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon called %ls", qUtf16Printable(name));
        return {};
    }
    return file.readAll();
}

QPixmap rendered(const QString& name, int px, const QColor& color, qreal ratio)
{
    const int side = static_cast<int>(std::ceil(px * ratio));
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QByteArray source = iconSource(name);
    if (!source.isEmpty()) {
        // Qt SVG does not know currentColor, and the files are drawn with a stroke of 2.
        source.replace("currentColor", color.name().toLatin1());
        source.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
        QSvgRenderer renderer(source);
        QPainter painter(&picture);
        renderer.render(&painter, QRectF(0, 0, side, side));
    }
    picture.setDevicePixelRatio(ratio);
    return picture;
}

/// Asks the theme for its colour each time it paints, so that icons set once follow a change of theme.
class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(QString name, Token token) : m_name(std::move(name)), m_token(token) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = Theme::color(mode == QIcon::Disabled ? Token::Ink3 : m_token);
        const int side = std::min(size.width(), size.height());
        return IconProvider::pixmap(m_name, qRound(side / scale), color, scale);
    }

    QString key() const override { return u"ForecourtThemedIcon"_s; }
    QIconEngine* clone() const override { return new ThemedIconEngine(m_name, m_token); }

private:
    QString m_name;
    Token m_token;
};

}  // namespace

QIcon icon(const QString& name, Token token)
{
    return QIcon(new ThemedIconEngine(name, token));
}

QPixmap pixmap(const QString& name, int px, const QColor& color, qreal devicePixelRatio)
{
    const QString key = u"fc-icon/%1/%2/%3/%4"_s.arg(name).arg(px).arg(color.rgb(), 0, 16).arg(devicePixelRatio);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = rendered(name, px, color, devicePixelRatio);
        QPixmapCache::insert(key, picture);
    }
    return picture;
}

void paint(QPainter& painter, const QRectF& rect, const QString& name, const QColor& color, int px)
{
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : qGuiApp->devicePixelRatio();
    const QPointF corner = rect.center() - QPointF(px / 2.0, px / 2.0);
    // Half pixels would blur the strokes.
    const QPointF snapped(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio);
    painter.drawPixmap(snapped, pixmap(name, px, color, ratio));
}

bool has(const QString& name)
{
    return QFile::exists(iconFile(name));
}

QIcon application()
{
    QIcon mark;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        QSvgRenderer(u":/look/icons/forecourt.svg"_s).render(&painter, QRectF(0, 0, side, side));
        painter.end();
        mark.addPixmap(picture);
    }
    return mark;
}

}  // namespace Forecourt::IconProvider
