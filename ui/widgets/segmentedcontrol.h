// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

namespace Forecourt {

/// One choice out of a few that stand side by side ("30 d", "90 d", "12 mo"). One stop of the Tab key; arrows choose.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    /// Returns the place of the new segment. A segment with only an icon needs `name` for tooltip and screen reader.
    int addSegment(const QString& text, const QString& iconName = QString(), const QString& name = QString());
    void setSegmentText(int index, const QString& text);
    int count() const { return static_cast<int>(m_segments.size()); }
    int currentIndex() const { return m_current; }
    void setCurrentIndex(int index);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentIndexChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Segment {
        QString text;
        QString iconName;
        QString name;
    };

    int widthOf(const Segment& segment) const;
    QRect rectOf(int index) const;
    int segmentAt(const QPoint& position) const;
    void announce();

    QList<Segment> m_segments;
    int m_current = 0;
    int m_hovered = -1;
};

}  // namespace Forecourt
