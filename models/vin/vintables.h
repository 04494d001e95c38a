// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <vector>

namespace Forecourt {

/// What a fact of the tables is about. Numbers as in packaging/vin/build-vin-tables.py.
enum class VinField : std::uint8_t {
    Model = 1,  ///< make, tab, model
    Trim,
    Series,
    Body,
    Fuel,
    SecondFuel,
    Litres,
    Cylinders,
    Layout,
    Turbo,
    Doors,
    Drive,
    Plug,
};
inline constexpr int VinFieldCount = 13;

/// The decoding tables embedded in the program (resources/vin/vin.tables, format in
/// packaging/vin/build-vin-tables.py), read in place: nothing is unpacked or copied. Thread-safe.
class VinTables {
public:
    /// The embedded tables.
    static const VinTables& embedded();

    struct Maker {
        QString make;  ///< empty: more than one, the model tells which
        int firstRange = 0;
        int rangeCount = 0;
        bool known = false;
    };
    /// `identifier` as vinMaker() gives it.
    Maker maker(QStringView identifier) const;

    struct Fact {
        VinField field;
        int text;  ///< for text()
    };
    /// One pattern that a VIN matched; the more characters it names, the more it is worth.
    struct Match {
        int named = 0;
        std::vector<Fact> facts;
    };
    /// One schema of a maker, valid for the year asked for.
    struct SchemaMatch {
        std::vector<Match> matches;
        bool tellsModels = false;  ///< the schema has patterns for models, whether or not one matched
    };
    /// `key` is positions 4–8 and 10–17 of the VIN, with "|" between.
    std::vector<SchemaMatch> match(const Maker& maker, int year, QByteArrayView key) const;

    QString text(int offset) const;

private:
    explicit VinTables(QByteArrayView data);
    struct Part {
        const char* data = nullptr;
        int size = 0;
    };
    enum PartName { Text, Facts, Groups, Lists, Ranges, Makers, PartCount };

    QByteArrayView bytes(int offset) const;
    std::uint32_t number(PartName part, int index) const;

    Part m_parts[PartCount];
};

}  // namespace Forecourt
