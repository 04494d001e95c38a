// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/fonts.h"

#include "ui/widgets/theme.h"

#include <QDir>
#include <QFontDatabase>

#include <array>

namespace Forecourt::Fonts {

using namespace Qt::StringLiterals;

namespace {

enum class Family { Sans, Display, Mono };

struct RoleRow {
    TextRole role;
    Family family;
    int px;
    int line;
    QFont::Weight weight;
};

constexpr std::array RoleTable{
    RoleRow{TextRole::Live, Family::Sans, 40, 46, QFont::DemiBold},
    RoleRow{TextRole::Countdown, Family::Sans, 26, 32, QFont::DemiBold},
    RoleRow{TextRole::KeyFigure, Family::Display, 26, 32, QFont::DemiBold},
    RoleRow{TextRole::Figure, Family::Display, 22, 28, QFont::DemiBold},
    RoleRow{TextRole::PageTitle, Family::Display, 20, 26, QFont::DemiBold},
    RoleRow{TextRole::DialogTitle, Family::Sans, 16, 20, QFont::DemiBold},
    RoleRow{TextRole::Section, Family::Sans, 14, 20, QFont::DemiBold},
    RoleRow{TextRole::Body, Family::Sans, 13, 18, QFont::Normal},
    RoleRow{TextRole::BodyMedium, Family::Sans, 13, 18, QFont::Medium},
    RoleRow{TextRole::BodyStrong, Family::Sans, 13, 18, QFont::DemiBold},
    RoleRow{TextRole::Second, Family::Sans, 12, 16, QFont::Normal},
    RoleRow{TextRole::SecondMedium, Family::Sans, 12, 16, QFont::Medium},
    RoleRow{TextRole::Caption, Family::Sans, 11, 14, QFont::Normal},
    RoleRow{TextRole::CaptionStrong, Family::Sans, 11, 14, QFont::DemiBold},
    RoleRow{TextRole::Mono, Family::Mono, 12, 16, QFont::Normal},
    RoleRow{TextRole::MonoMedium, Family::Mono, 12, 16, QFont::Medium},
    RoleRow{TextRole::MonoStrong, Family::Mono, 12, 16, QFont::DemiBold},
};

const RoleRow& rowOf(TextRole role)
{
    return RoleTable[static_cast<std::size_t>(role)];
}

QString familyName(Family family)
{
    switch (family) {
    case Family::Sans: return u"Forecourt Sans"_s;
    case Family::Display: return u"Forecourt Display"_s;
    case Family::Mono: return u"JetBrains Mono"_s;
    }
    Q_UNREACHABLE();
    return {};
}

}  // namespace

void load()
{
    static const bool loaded = [] {
        const QDir folder(u":/look/fonts"_s);
        const QStringList files = folder.entryList(QDir::Files);
        for (const QString& file : files)
            QFontDatabase::addApplicationFont(folder.filePath(file));
        return true;
    }();
    Q_UNUSED(loaded);
}

QFont font(TextRole role)
{
    const RoleRow& row = rowOf(role);
    QFont font(familyName(row.family));
    font.setPixelSize(Theme::px(row.px));
    font.setWeight(row.weight);
    // Hinted outlines of Inter look uneven at 13 px; unhinted ones keep the spacing of the design.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int lineHeight(TextRole role)
{
    return Theme::px(rowOf(role).line);
}

}  // namespace Forecourt::Fonts
