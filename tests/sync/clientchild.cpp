// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A workstation that edits without pause until somebody kills it: clientchild STORE SEED FIRST-NUMBER.
// For each edit that the store has taken it prints "number vehicle".

#include "models/base/whendone.h"
#include "sync/client/syncclient.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTimer>

#include <cstdio>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

class Typist : public QObject {
public:
    Typist(Journal& journal, std::vector<Uuid> cars, quint32 seed, int number)
        : m_journal(journal), m_cars(std::move(cars)), m_random(seed), m_number(number)
    {
    }

    void type()
    {
        const int number = m_number++;
        const Uuid car = m_cars[m_random.bounded(static_cast<quint32>(m_cars.size()))];
        auto edit = m_journal.edit([car, number](EditTransaction& transaction) {
            return transaction.update(Table::Vehicles, car, {{u"odometer_km"_s, number}});
        });
        whenDone(edit, this, [this, car, number](const Expected<EditOutcome>& done) {
            if (!done)
                return QCoreApplication::exit(3);
            std::printf("%d %s\n", number, qPrintable(car.toString()));
            std::fflush(stdout);
            QTimer::singleShot(static_cast<int>(m_random.bounded(4U)), this, [this] { type(); });
        });
    }

private:
    Journal& m_journal;
    const std::vector<Uuid> m_cars;
    QRandomGenerator m_random;
    int m_number;
};

Expected<std::vector<Uuid>> allCars(Connection& connection)
{
    auto rows = connection.run(u"SELECT id FROM vehicles ORDER BY id"_s);
    if (!rows)
        return fail(rows.error());
    std::vector<Uuid> cars;
    while (rows->next())
        cars.push_back(Uuid::fromBytes(rows->blob(0)));
    return cars;
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    auto store = Store::open({arguments.at(1)});
    if (!store)
        return 2;
    auto journal = Journal::open(**store);
    auto cars = (*store)->read(allCars).result();
    if (!journal || !cars || cars->empty())
        return 2;
    SyncClient sync(**store, **journal, {});
    Typist typist(**journal, std::move(*cars), arguments.at(2).toUInt(), arguments.at(3).toInt());
    typist.type();
    return QCoreApplication::exec();
}
