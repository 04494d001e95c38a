// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tokens.h"

#include <array>
#include <string_view>

namespace Forecourt::Tokens {

namespace {

struct TokenRow {
    Token token;
    std::u16string_view name;
    QRgb light;
    QRgb dark;
};

constexpr std::array<TokenRow, static_cast<std::size_t>(Token::Count)> TokenTable{{
    {Token::Chrome, u"chrome", 0xE9EDEE, 0x0B1012},
    {Token::Sheet, u"sheet", 0xFFFFFF, 0x141B1E},
    {Token::Sunken, u"sunken", 0xF4F6F7, 0x0F1517},
    {Token::Raised, u"raised", 0xFFFFFF, 0x1C2528},
    {Token::Hover, u"hover", 0xF0F4F4, 0x1B2427},
    {Token::Press, u"press", 0xE3EAEB, 0x243034},
    {Token::RailHover, u"railHover", 0xDEE4E6, 0x161E21},
    {Token::Sel, u"sel", 0xE4F0F2, 0x14333A},
    {Token::Line, u"line", 0xDCE3E5, 0x273236},
    {Token::Line2, u"line2", 0xC6D0D3, 0x37454A},
    {Token::Ctl, u"ctl", 0x74848A, 0x6C7C81},
    {Token::Ink, u"ink", 0x162023, 0xE7EDEE},
    {Token::Ink2, u"ink2", 0x445256, 0xB4C1C4},
    {Token::Ink3, u"ink3", 0x5C6A6E, 0x93A2A6},
    {Token::Accent, u"accent", 0x0E5F6C, 0x1B7F8D},
    {Token::AccentHover, u"accentHover", 0x0B505B, 0x197582},
    {Token::AccentPress, u"accentPress", 0x083F48, 0x166A76},
    {Token::AccentInk, u"accentInk", 0xFFFFFF, 0xFFFFFF},
    {Token::AccentText, u"accentText", 0x0B5A67, 0x6CC7D2},
    {Token::AccentSoft, u"accentSoft", 0xE1EEF0, 0x12343A},
    {Token::AccentLine, u"accentLine", 0xA9CDD3, 0x23606A},
    {Token::Focus, u"focus", 0x0E7A8A, 0x4FB9C7},
    {Token::Ok, u"ok", 0x2B8453, 0x3FA56E},
    {Token::OkText, u"okText", 0x1A6740, 0x79D3A0},
    {Token::OkSoft, u"okSoft", 0xE3F2E9, 0x132E20},
    {Token::OkLine, u"okLine", 0xB5DAC4, 0x24553B},
    {Token::OkFill, u"okFill", 0x24764A, 0x237A4A},
    {Token::Warn, u"warn", 0xE3A008, 0xE7AC2E},
    {Token::WarnText, u"warnText", 0x7C4A03, 0xF0C265},
    {Token::WarnSoft, u"warnSoft", 0xFDF1D3, 0x33270D},
    {Token::WarnLine, u"warnLine", 0xEBCF8C, 0x5E4815},
    {Token::Bad, u"bad", 0xC4302B, 0xE0544D},
    {Token::BadText, u"badText", 0xA62520, 0xF79A93},
    {Token::BadSoft, u"badSoft", 0xFBE8E6, 0x391A18},
    {Token::BadLine, u"badLine", 0xEFC1BC, 0x6B2C29},
    {Token::BadFill, u"badFill", 0xC4302B, 0xC23A34},
    {Token::Info, u"info", 0x2C6BB0, 0x4E8FD6},
    {Token::InfoText, u"infoText", 0x1E5796, 0x93C1F2},
    {Token::InfoSoft, u"infoSoft", 0xE4EEF8, 0x13283F},
    {Token::InfoLine, u"infoLine", 0xB8D0EA, 0x254A73},
    {Token::Vio, u"vio", 0x6C59AE, 0x8E7BD0},
    {Token::VioText, u"vioText", 0x58469A, 0xBFB1F0},
    {Token::VioSoft, u"vioSoft", 0xEEEBF8, 0x251F3D},
    {Token::VioLine, u"vioLine", 0xCFC7EA, 0x463B70},
    {Token::Inv, u"inv", 0x162023, 0x2A363A},
    {Token::InvInk, u"invInk", 0xFFFFFF, 0xEEF3F4},
    {Token::InvInk2, u"invInk2", 0xB8C5C8, 0xB8C5C8},
    {Token::InvLine, u"invLine", 0x4A5A5E, 0x50626A},
    {Token::InvAccent, u"invAccent", 0x8FD6DF, 0x7FD0DA},
    {Token::C1, u"c1", 0x17717F, 0x3FA9B8},
    {Token::C2, u"c2", 0xC07A00, 0xE0A02A},
    {Token::C3, u"c3", 0x7B8B90, 0x8A9A9F},
    {Token::C4, u"c4", 0x2C6BB0, 0x5A9AE0},
    {Token::C5, u"c5", 0x6C59AE, 0x9A88DA},
    {Token::C6, u"c6", 0xB9483F, 0xE0736A},
    {Token::Band, u"band", 0xCFE4E7, 0x173F47},
    {Token::Grid, u"grid", 0xE6EBEC, 0x222C30},
}};

constexpr bool tokenTableIsInOrder()
{
    for (std::size_t i = 0; i < TokenTable.size(); ++i) {
        if (TokenTable[i].token != static_cast<Token>(i))
            return false;
    }
    return true;
}
static_assert(tokenTableIsInOrder());

struct SiteRow {
    std::u16string_view code;
    QRgb light;
    QRgb dark;
};

constexpr std::array<SiteRow, 8> SiteTable{{
    {u"MTL", 0x0F6E7D, 0x3FA9B8},
    {u"LVL", 0x8A5A00, 0xD9A441},
    {u"OTT", 0xA3303F, 0xE0707C},
    {u"TOR", 0x2B5FA6, 0x6FA4E6},
    {u"ABJ", 0xB4560F, 0xEE9550},
    {u"DKR", 0x1F7A45, 0x5BBF86},
    {u"COO", 0x6A4BA3, 0xA88BE0},
    {u"QBC", 0x50606A, 0x9FB0B8},
}};

QColor opaque(QRgb rgb)
{
    return QColor::fromRgb(rgb);
}

}  // namespace

QColor value(Token token, bool dark)
{
    const TokenRow& row = TokenTable[static_cast<std::size_t>(token)];
    return opaque(dark ? row.dark : row.light);
}

std::optional<Token> byName(QStringView name)
{
    for (const TokenRow& row : TokenTable) {
        if (name == QStringView(row.name.data(), static_cast<qsizetype>(row.name.size())))
            return row.token;
    }
    return std::nullopt;
}

QColor site(QStringView code, bool dark)
{
    std::size_t sum = 0;
    for (const QChar c : code)
        sum = sum * 31 + c.toUpper().unicode();
    const SiteRow* chosen = &SiteTable[sum % SiteTable.size()];
    for (const SiteRow& row : SiteTable) {
        const QStringView known(row.code.data(), static_cast<qsizetype>(row.code.size()));
        if (code.compare(known, Qt::CaseInsensitive) == 0)
            chosen = &row;
    }
    return opaque(dark ? chosen->dark : chosen->light);
}

Token text(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return Token::Ink2;
    case Tone::Ok: return Token::OkText;
    case Tone::Warn: return Token::WarnText;
    case Tone::Bad: return Token::BadText;
    case Tone::Info: return Token::InfoText;
    case Tone::Vio: return Token::VioText;
    case Tone::Accent: return Token::AccentText;
    }
    Q_UNREACHABLE();
    return Token::Ink2;
}

Token soft(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return Token::Press;
    case Tone::Ok: return Token::OkSoft;
    case Tone::Warn: return Token::WarnSoft;
    case Tone::Bad: return Token::BadSoft;
    case Tone::Info: return Token::InfoSoft;
    case Tone::Vio: return Token::VioSoft;
    case Tone::Accent: return Token::AccentSoft;
    }
    Q_UNREACHABLE();
    return Token::Press;
}

Token line(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return Token::Line;
    case Tone::Ok: return Token::OkLine;
    case Tone::Warn: return Token::WarnLine;
    case Tone::Bad: return Token::BadLine;
    case Tone::Info: return Token::InfoLine;
    case Tone::Vio: return Token::VioLine;
    case Tone::Accent: return Token::AccentLine;
    }
    Q_UNREACHABLE();
    return Token::Line;
}

Token mark(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return Token::C3;
    case Tone::Ok: return Token::Ok;
    case Tone::Warn: return Token::Warn;
    case Tone::Bad: return Token::Bad;
    case Tone::Info: return Token::Info;
    case Tone::Vio: return Token::Vio;
    case Tone::Accent: return Token::Accent;
    }
    Q_UNREACHABLE();
    return Token::C3;
}

}  // namespace Forecourt::Tokens
