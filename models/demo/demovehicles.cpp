// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/demo/demovehicles.h"

#include "models/demo/democars.h"
#include "models/demo/demonotes.h"
#include "models/demo/demophotos.h"
#include "models/vin/vin.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs DemoHour = 3'600'000;
constexpr UtcMs DemoDay = 24 * DemoHour;
constexpr int DemoLocationWeights[] = {42, 24, 18, 16};
constexpr char16_t DemoStockLetters[] = {u'B', u'T', u'D', u'A'};
constexpr int DemoFirstAfrican = 2;
constexpr int DemoEnoughToRepeat = 100;
/// Francs of the CFA for one Canadian dollar, roughly.
constexpr int DemoFrancs = 405;

struct DemoPhase {
    Phase phase;
    int weight;
    int fromDays, toDays;  ///< days in it
    int daysBefore;        ///< from arrival until then, at most
};
constexpr DemoPhase DemoPhases[] = {
    {Phase::Incoming, 11, 0, 14, 6},   {Phase::Fixing, 14, 1, 44, 12},  {Phase::Ready, 10, 0, 9, 25},
    {Phase::Listed, 39, 1, 92, 30},    {Phase::Reserved, 8, 0, 27, 60}, {Phase::Sold, 8, 0, 13, 75},
    {Phase::Delivered, 10, 1, 58, 90},
};

constexpr const char* DemoInteriors[] = {"Black fabric", "Black fabric",  "Grey fabric",  "Black leather",
                                         "Grey leather", "Beige leather", "Brown leather"};

QString demoText(const char* text)
{
    return QString::fromUtf8(text);
}

QString demoVin(const DemoCar& car, int year, const QString& serial)
{
    static constexpr char Codes[] = "ABCDEFGHJKLMNPRSTVWXY123456789";
    QString vin = QString::fromLatin1(car.stem) + u'0' + QChar::fromLatin1(Codes[(year - 1980) % 30]) +
                  QChar::fromLatin1(car.plant) + serial;
    vin[8] = vinCheckDigit(vin);
    return vin;
}

/// 24,950 rather than 24,913: prices as dealers write them.
qint64 demoRound(double dollars)
{
    return std::max<qint64>(2, std::llround(dollars / 100.0)) * 100 - 50;
}

QString demoTitle(int location, DemoRandom& random)
{
    static constexpr const char* Clear[] = {"Québec, clear", "Ontario, clear", "Sénégal, customs cleared",
                                            "Côte d’Ivoire, customs cleared"};
    static constexpr const char* Other[] = {"Québec, rebuilt", "Ontario, rebuilt", "Sénégal, in customs",
                                            "Côte d’Ivoire, in customs"};
    return demoText(random.chance(94) ? Clear[location] : Other[location]);
}

}  // namespace

DemoVehicles::DemoVehicles(const DemoCompany& company, DemoRandom& random, UtcMs now, int wanted)
    : m_company(company), m_random(random), m_now(now), m_wanted(wanted)
{
    m_firstSerial = m_random.below(900'000);
    m_year = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).date().year();
    for (size_t location = 0; location < m_weights.size(); ++location) {
        const auto market = static_cast<size_t>(location < DemoFirstAfrican ? DemoMarket::Canada : DemoMarket::Africa);
        for (const DemoCar& car : demoCars()) {
            const bool sold = (static_cast<size_t>(car.market) & market) != 0 && car.yearFrom < m_year;
            m_weights[location].push_back(sold ? car.weight : 0);
        }
        m_keepers[location] = company.keepersAt(company.locations[location].id);
    }
}

DemoVehicles::Made DemoVehicles::next()
{
    const int index = m_made++;
    if (index == 0)
        return photographed();
    if (m_soldBefore && index == m_wanted * 3 / 4)
        return comesBack();
    Made made = any();
    if (!m_soldBefore && m_wanted >= DemoEnoughToRepeat && made.vehicle.phase == Phase::Delivered)
        m_soldBefore = made;
    return made;
}

DemoVehicles::Made DemoVehicles::any()
{
    Made made;
    made.location = m_random.weighted(DemoLocationWeights);
    made.car = m_random.weighted(m_weights[static_cast<size_t>(made.location)]);
    const DemoCar& car = demoCars()[static_cast<size_t>(made.car)];
    const int newest = std::max(car.yearFrom, std::min(car.yearTo, m_year));
    // The newer half of a model's life is the one that people trade.
    const int first = m_random.between(car.yearFrom, newest);
    const int second = m_random.between(car.yearFrom, newest);
    made.vehicle = fromCar(car, std::max(first, second));
    const bool ownPicture = car.picture[0] != 0 && m_random.chance(45);
    made.picture = ownPicture ? demoPictureNamed(car.picture) : demoPictureFor(car.body, m_random);
    made.vehicle.color = demoText(demoPictures()[static_cast<size_t>(made.picture)].color);
    made.vehicle.interior = demoText(m_random.pick(DemoInteriors));
    work(made);
    if (m_random.chance(38))
        made.vehicle.notes = demoNote(made.location >= DemoFirstAfrican, m_random);
    return made;
}

DemoVehicles::Made DemoVehicles::photographed()
{
    Made made;
    made.isPhotographed = true;
    made.picture = demoPictureNamed("hero");
    const DemoCar& car = demoCars().front();
    Vehicle& vehicle = made.vehicle;
    vehicle = fromCar(car, 2019);
    vehicle.vin = u"2T3B1RFV3KC045219"_s;
    vehicle.color = u"Blue-grey"_s;
    vehicle.interior = u"Black fabric"_s;
    vehicle.titleState = u"Québec, clear"_s;
    vehicle.stockNumber = u"B%1-1187"_s.arg(m_year % 100);
    vehicle.location = m_company.locations.front().id;
    vehicle.bay = u"row C, bay 14"_s;
    vehicle.keyTag = u"2, cabinet hook 31"_s;
    vehicle.odometerKm = 84'210;
    vehicle.phase = Phase::Listed;
    vehicle.phaseSince = m_now - 12 * DemoDay;
    vehicle.acquiredAt = m_now - 19 * DemoDay;
    vehicle.createdAt = m_now - 18 * DemoDay;
    vehicle.asking = Money{24'950'00, Currency::CAD};
    vehicle.cost = Money{21'180'00, Currency::CAD};
    vehicle.owner = m_company.people.front().id;
    vehicle.notes = u"Small scratch under rear bumper, photo 18. Tell buyers before they ask."_s;
    return made;
}

DemoVehicles::Made DemoVehicles::comesBack()
{
    Made made = *m_soldBefore;
    const qint64 odometer = made.vehicle.odometerKm.value_or(0);
    made.vehicle.id = nextId();
    work(made);
    made.vehicle.odometerKm = odometer + 3'120;
    made.vehicle.phase = Phase::Fixing;
    made.vehicle.notes = u"Came back as a trade-in: sold by us before, see the other record of this VIN."_s;
    return made;
}

void DemoVehicles::work(Made& made)
{
    made.vehicle.titleState = demoTitle(made.location, m_random);
    place(made.vehicle, made.location);
    age(made.vehicle);
    price(made.vehicle, demoCars()[static_cast<size_t>(made.car)], made.location);
}

VehicleId DemoVehicles::nextId()
{
    return VehicleId(m_random.id(m_now - (m_wanted - m_made) * UtcMs{1000}));
}

Vehicle DemoVehicles::fromCar(const DemoCar& car, int year)
{
    Vehicle vehicle;
    vehicle.id = nextId();
    // A step that shares no factor with the range visits every number of it once.
    const qint64 serial = 100'000 + (m_made * qint64{7'919} + m_firstSerial) % 900'000;
    vehicle.vin = demoVin(car, year, QString::number(serial));
    vehicle.year = year;
    vehicle.make = demoText(car.make);
    vehicle.model = demoText(car.model);
    vehicle.trim = demoText(car.trim);
    vehicle.body = demoText(car.body);
    vehicle.gearbox = demoText(car.gearbox);
    vehicle.drivetrain = demoText(car.drivetrain);
    vehicle.engine = demoText(car.engine);
    vehicle.fuel = demoText(car.fuel);
    vehicle.seats = car.seats;
    vehicle.doors = car.doors;
    if (vehicle.engine.isEmpty()) {
        const DecodedVin& told = decoded(vehicle.vin);
        vehicle.engine = told.engine;
        vehicle.fuel = told.fuel;
        vehicle.doors = told.doors ? told.doors : std::optional<int>(4);
    }
    return vehicle;
}

const DecodedVin& DemoVehicles::decoded(const QString& vin)
{
    const QString description = vin.first(8) + vin.mid(9, 2);
    auto known = m_decoded.find(description);
    if (known == m_decoded.end())
        known = m_decoded.insert(description, VinDecoder::decode(vin, m_year + 1));
    return *known;
}

void DemoVehicles::place(Vehicle& vehicle, int location)
{
    const auto at = static_cast<size_t>(location);
    vehicle.location = m_company.locations[at].id;
    vehicle.stockNumber = QChar(DemoStockLetters[at]) + QString::number(m_year % 100) + u'-' +
                          QString::number(m_numbers[at]++).rightJustified(4, u'0');
    const QChar row(static_cast<char16_t>(u'A' + m_random.below(8)));
    vehicle.bay = u"row %1, bay %2"_s.arg(row).arg(m_random.between(1, 28));
    vehicle.keyTag = u"%1, cabinet hook %2"_s.arg(m_random.between(1, 2)).arg(m_random.between(1, 90));
    if (!m_random.chance(7))
        vehicle.owner = m_keepers[at][static_cast<size_t>(m_random.below(static_cast<int>(m_keepers[at].size())))];
}

UtcMs DemoVehicles::before(UtcMs moment, int fromDays, int toDays)
{
    return moment - m_random.between(fromDays, toDays) * DemoDay - m_random.between(1, 10 * 60) * UtcMs{60'000};
}

void DemoVehicles::age(Vehicle& vehicle)
{
    std::array<int, std::size(DemoPhases)> weights{};
    for (size_t i = 0; i < weights.size(); ++i)
        weights[i] = DemoPhases[i].weight;
    const DemoPhase& phase = DemoPhases[m_random.weighted(weights)];
    vehicle.phase = phase.phase;
    // Most cars move on soon; few wait for long.
    const int days =
        std::min(m_random.between(phase.fromDays, phase.toDays), m_random.between(phase.fromDays, phase.toDays));
    vehicle.phaseSince = before(m_now, days, days);
    vehicle.acquiredAt = before(*vehicle.phaseSince, 1, phase.daysBefore);
    vehicle.createdAt = *vehicle.acquiredAt + m_random.between(5, 20 * 60) * UtcMs{60'000};
    if (vehicle.phase == Phase::Incoming || vehicle.phase == Phase::Delivered) {
        vehicle.bay.clear();
        vehicle.keyTag.clear();
    }

    const int years = std::max(0, m_year - *vehicle.year);
    vehicle.odometerKm = years * m_random.between(8'000, 17'000) + m_random.between(800, 12'000);
}

void DemoVehicles::price(Vehicle& vehicle, const DemoCar& car, int location)
{
    const int years = std::max(0, m_year - *vehicle.year);
    const double condition = m_random.between(93, 107) / 100.0;
    const double wear = 1.0 - std::min(0.25, static_cast<double>(*vehicle.odometerKm) / 1'200'000.0);
    const double abroad = location >= DemoFirstAfrican ? 1.18 : 1.0;
    const double worth = car.price * 1000.0 * std::pow(0.925, years) * condition * wear * abroad;
    const qint64 asking = std::max<qint64>(2'950, demoRound(worth));
    const qint64 cost = demoRound(static_cast<double>(asking) * m_random.between(800, 902) / 1000.0);
    const bool priced = vehicle.phase != Phase::Incoming || m_random.chance(40);
    const bool inFrancs = location >= DemoFirstAfrican && m_random.chance(10);
    const auto money = [inFrancs](qint64 dollars) {
        return inFrancs ? Money{dollars * DemoFrancs / 5'000 * 5'000, Currency::XOF}
                        : Money{dollars * 100, Currency::CAD};
    };
    if (priced)
        vehicle.asking = money(asking);
    vehicle.cost = money(cost);
}

}  // namespace Forecourt
