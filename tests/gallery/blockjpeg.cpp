// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gallery/badphotos.h"
#include "tests/support/photofiles.h"

namespace Forecourt::Tests {

namespace {

QByteArray segment(uchar marker, const QByteArray& data)
{
    return QByteArray("\xFF") + static_cast<char>(marker) + Bytes::big16(static_cast<int>(data.size()) + 2) + data;
}

/// Bits as ITU-T T.81 packs them: a zero byte after each FF.
class BitWriter {
public:
    void put(int value, int count)
    {
        for (int bit = count - 1; bit >= 0; --bit) {
            m_byte = m_byte << 1 | (value >> bit & 1);
            if (++m_count == 8)
                flush();
        }
    }
    QByteArray take()
    {
        while (m_count != 0)
            put(1, 1);
        return m_bytes;
    }

private:
    void flush()
    {
        m_bytes += static_cast<char>(m_byte);
        if (m_byte == 0xFF)
            m_bytes += '\0';
        m_byte = 0;
        m_count = 0;
    }

    QByteArray m_bytes;
    int m_byte = 0;
    int m_count = 0;
};

}  // namespace

QByteArray BlockJpeg::file() const
{
    constexpr int Categories = 12;
    QByteArray file("\xFF\xD8");
    file += segments;
    if (adobe >= 0)
        file += segment(0xEE, QByteArray("Adobe\0\x64\0\0\0\0", 11) + static_cast<char>(adobe));
    file += segment(0xDB, QByteArray(1, '\0') + QByteArray(64, '\1'));
    QByteArray header;
    header += static_cast<char>(precision);
    header += Bytes::big16(size.height()) + Bytes::big16(size.width()) + static_cast<char>(components);
    QByteArray scan(1, static_cast<char>(components));
    for (int i = 0; i < components; ++i) {
        const char id = namedRgb ? "RGB"[i] : static_cast<char>(i + 1);
        header += id + QByteArray("\x11\0", 2);
        scan += id + QByteArray(1, '\0');
    }
    file += segment(frame, header);
    // DC: twelve categories, each a code of four bits. AC: nothing but the end of the block, as one bit.
    QByteArray counts(16, '\0');
    counts[3] = Categories;
    QByteArray categories;
    for (int i = 0; i < Categories; ++i)
        categories += static_cast<char>(i);
    file += segment(0xC4, QByteArray(1, '\0') + counts + categories);
    counts = QByteArray(16, '\0');
    counts[0] = 1;
    file += segment(0xC4, QByteArray(1, '\x10') + counts + QByteArray(1, '\0'));
    file += segment(0xDA, scan + QByteArray("\0\x3F\0", 3));

    BitWriter bits;
    std::vector<int> last(static_cast<size_t>(components), 0);
    for (int y = 0; y < size.height(); y += 8) {
        for (int x = 0; x < size.width(); x += 8) {
            const bool right = x >= size.width() / 2;
            const bool bottom = y >= size.height() / 2;
            const QColor color =
                bottom ? (right ? QColor(Qt::white) : QColor(Qt::blue)) : (right ? QColor(0, 255, 0) : QColor(Qt::red));
            const std::vector<int> values = shades(color);
            for (size_t i = 0; i < last.size(); ++i) {
                const int level = 8 * (values[i] - 128);
                const int step = level - std::exchange(last[i], level);
                int category = 0;
                while (std::abs(step) >> category != 0)
                    ++category;
                bits.put(category, 4);
                bits.put(step < 0 ? step + (1 << category) - 1 : step, category);
                bits.put(0, 1);
            }
        }
    }
    return file + bits.take() + "\xFF\xD9";
}

}  // namespace Forecourt::Tests
