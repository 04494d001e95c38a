// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclecsvcolumns.h"

#include <algorithm>
#include <array>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Headers are data of the file format, not texts of the program: a file written in one language is read in the other.
struct CsvColumnNames {
    VehicleField field;
    bool currency;
    const char16_t* english;
    const char16_t* french;
    const char* others;  ///< folded as foldedHeader() does, separated by blanks
};

constexpr std::array CsvColumns{
    CsvColumnNames{VehicleField::StockNumber, false, u"Stock number", u"Numéro de stock",
                   "stock stockno stk stocknum stockid nostock ndestock nodestock numerostock inventorynumber"},
    CsvColumnNames{VehicleField::Vin, false, u"VIN", u"NIV",
                   "vinnumber chassis chassisnumber numerodechassis serialnumber numerodeserie noserie "
                   "numerodidentification vehicleidentificationnumber"},
    CsvColumnNames{VehicleField::Year, false, u"Year", u"Année", "modelyear my anneemodele an"},
    CsvColumnNames{VehicleField::Make, false, u"Make", u"Marque", "brand manufacturer constructeur fabricant"},
    CsvColumnNames{VehicleField::Model, false, u"Model", u"Modèle", "modelname"},
    CsvColumnNames{VehicleField::Trim, false, u"Trim", u"Version", "trimlevel finition series"},
    CsvColumnNames{VehicleField::Body, false, u"Body", u"Carrosserie", "bodystyle bodytype typedecarrosserie"},
    CsvColumnNames{VehicleField::Engine, false, u"Engine", u"Moteur", "motor motorisation"},
    CsvColumnNames{VehicleField::Gearbox, false, u"Gearbox", u"Boîte de vitesses", "transmission boite"},
    CsvColumnNames{VehicleField::Drivetrain, false, u"Drivetrain", u"Rouage", "drive drivetype motricite entrainement"},
    CsvColumnNames{VehicleField::Fuel, false, u"Fuel", u"Carburant", "fueltype typedecarburant energie"},
    CsvColumnNames{VehicleField::Doors, false, u"Doors", u"Portes", "nombredeportes"},
    CsvColumnNames{VehicleField::Seats, false, u"Seats", u"Places", "passengers nombredeplaces sieges"},
    CsvColumnNames{VehicleField::Color, false, u"Colour", u"Couleur",
                   "color exteriorcolor exteriorcolour extcolor couleurexterieure couleurext"},
    CsvColumnNames{VehicleField::Interior, false, u"Interior", u"Intérieur",
                   "interiorcolor interiorcolour intcolor couleurinterieure"},
    CsvColumnNames{VehicleField::Odometer, false, u"Odometer (km)", u"Odomètre (km)",
                   "odometer odometre mileage km kms kilometers kilometres kilometrage"},
    CsvColumnNames{VehicleField::TitleState, false, u"Title", u"Titre", "titlestate titlestatus"},
    CsvColumnNames{VehicleField::Location, false, u"Location", u"Succursale", "site lot store branch lieu emplacement"},
    CsvColumnNames{VehicleField::Bay, false, u"Row and bay", u"Rangée et case", "bay row rangee case stall"},
    CsvColumnNames{VehicleField::KeyTag, false, u"Keys", u"Clés", "key keytag cle portecles"},
    CsvColumnNames{VehicleField::Phase, false, u"Phase", u"Phase", "status stage statut etape etat"},
    CsvColumnNames{VehicleField::Asking, false, u"Asking price", u"Prix demandé",
                   "asking price listprice sellingprice retailprice prix prixdevente prixaffiche"},
    CsvColumnNames{VehicleField::Asking, true, u"Asking currency", u"Devise du prix", "currency pricecurrency devise"},
    CsvColumnNames{VehicleField::Cost, false, u"Landed cost", u"Coût de revient",
                   "cost landed purchaseprice cout coutant prixdachat prixcoutant"},
    CsvColumnNames{VehicleField::Cost, true, u"Cost currency", u"Devise du coût", "landedcurrency"},
    CsvColumnNames{VehicleField::Owner, false, u"Owner", u"Responsable",
                   "assignedto salesperson vendeur conseiller attribuea"},
    CsvColumnNames{VehicleField::Notes, false, u"Notes", u"Notes",
                   "note comments comment remarks commentaires remarques"},
    CsvColumnNames{VehicleField::AcquiredAt, false, u"Acquired", u"Acquis le",
                   "acquiredon acquisitiondate purchasedate datein dateacquisition dateachat datedachat"},
};

/// Lower case letters and digits without accents: "N° de stock" becomes "ndestock".
QString foldedHeader(QStringView text)
{
    QString folded;
    for (const QChar character : text.toString().normalized(QString::NormalizationForm_KD))
        if (character.isLetterOrNumber())
            folded += character.toLower();
    return folded;
}

bool isNamed(const CsvColumnNames& names, const QString& folded)
{
    if (folded.isEmpty())
        return false;
    if (folded == foldedHeader(names.english) || folded == foldedHeader(names.french))
        return true;
    if (!names.currency && folded == foldedHeader(vehicleFieldCode(names.field)))
        return true;
    const QStringList others = QString::fromLatin1(names.others).split(u' ');
    return others.contains(folded);
}

}  // namespace

std::vector<VehicleCsvTarget> vehicleCsvTargets()
{
    std::vector<VehicleCsvTarget> targets;
    targets.reserve(std::size(CsvColumns));
    for (const CsvColumnNames& names : CsvColumns)
        targets.push_back({names.field, names.currency});
    return targets;
}

QString vehicleCsvHeader(const VehicleCsvTarget& target, CsvLanguage language)
{
    for (const CsvColumnNames& names : CsvColumns)
        if (names.field == target.field && names.currency == target.currency)
            return QString::fromUtf16(language == CsvLanguage::French ? names.french : names.english);
    return {};
}

VehicleCsvMapping guessVehicleCsvMapping(const QStringList& headers)
{
    VehicleCsvMapping mapping(static_cast<size_t>(headers.size()));
    for (size_t column = 0; column < mapping.size(); ++column) {
        const QString folded = foldedHeader(headers[static_cast<qsizetype>(column)]);
        for (const CsvColumnNames& names : CsvColumns) {
            const std::optional target = VehicleCsvTarget{names.field, names.currency};
            if (isNamed(names, folded) && std::ranges::find(mapping, target) == mapping.end()) {
                mapping[column] = target;
                break;
            }
        }
    }
    return mapping;
}

}  // namespace Forecourt
