// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/photoeditcanvas.h"

#include "ui/gallery/edittool.h"
#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/tokens.h"

#include <QMouseEvent>
#include <QPainterPath>

#include <algorithm>

namespace Forecourt {

namespace {

// Room for handles at the edges of the photo.
constexpr int CanvasInset = 22;
constexpr int ShadeAlpha = 160;

QRectF fitted(QSizeF size, const QRectF& room)
{
    const QSizeF shown = size.scaled(room.size(), Qt::KeepAspectRatio);
    return {room.center() - QPointF(shown.width() / 2, shown.height() / 2), shown};
}

}  // namespace

PhotoEditCanvas::PhotoEditCanvas(PhotoDraft& draft, QWidget* parent) : QWidget(parent), m_draft(draft)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&draft, &PhotoDraft::changed, this, qOverload<>(&QWidget::update));
}

void PhotoEditCanvas::setTool(EditTool* tool)
{
    if (m_tool)
        disconnect(m_tool, nullptr, this, nullptr);
    m_tool = tool;
    m_pressed = false;
    connect(tool, &EditTool::repaintWanted, this, qOverload<>(&QWidget::update));
    update();
}

void PhotoEditCanvas::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void PhotoEditCanvas::setOriginal(const QImage& picture)
{
    m_original = picture;
    update();
}

void PhotoEditCanvas::setWords(const QString& words)
{
    m_words = words;
    update();
}

EditFrame PhotoEditCanvas::frame() const
{
    return {m_draft, QRectF(rect()).adjusted(CanvasInset, CanvasInset, -CanvasInset, -CanvasInset)};
}

int PhotoEditCanvas::pixels() const
{
    return static_cast<int>((std::max(width(), height()) - 2 * CanvasInset) * devicePixelRatioF());
}

void PhotoEditCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::value(Token::Sunken, true));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const EditFrame present = frame();
    if (!m_original.isNull()) {
        painter.drawImage(
            fitted(m_original.size(), QRectF(rect()).adjusted(CanvasInset, CanvasInset, -CanvasInset, -CanvasInset)),
            m_original);
        return;
    }
    if (m_picture.isNull()) {
        painter.setFont(Fonts::body());
        painter.setPen(Tokens::value(Token::Ink2, true));
        painter.drawText(rect().adjusted(40, 0, -40, 0), Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    painter.drawImage(present.rect(), m_picture);
    QPainterPath cutAway;
    cutAway.addRect(present.rect());
    cutAway.addRect(present.toScreen(m_draft.edit().crop));
    QColor shade = Tokens::value(Token::Sunken, true);
    shade.setAlpha(ShadeAlpha);
    painter.fillPath(cutAway, shade);
    if (m_tool)
        m_tool->paint(painter, present);
    if (hasFocus())
        Box::paint(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 4, Qt::transparent,
                   Tokens::value(Token::Focus, true), 2);
}

void PhotoEditCanvas::resizeEvent(QResizeEvent*)
{
    Q_EMIT resized();
}

void PhotoEditCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_tool || m_picture.isNull())
        return;
    m_pressed = true;
    m_tool->press(event->position(), frame());
}

void PhotoEditCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_tool || m_picture.isNull())
        return;
    if (m_pressed)
        m_tool->drag(event->position(), frame());
    else
        setCursor(m_tool->cursorAt(event->position(), frame()));
}

void PhotoEditCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed = false;
    m_tool->release();
}

void PhotoEditCanvas::keyPressEvent(QKeyEvent* event)
{
    if (!m_tool || m_picture.isNull() || !m_tool->key(*event, frame()))
        QWidget::keyPressEvent(event);
}

}  // namespace Forecourt
