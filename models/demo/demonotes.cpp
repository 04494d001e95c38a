// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/demo/demonotes.h"

#include "models/demo/demorandom.h"

namespace Forecourt {

namespace {

constexpr const char* DemoCanadianNotes[] = {
    "Two keys, service book complete.",
    "Winter tyres on steel rims in the container, row F.",
    "Windshield chip, passenger side. Vitro Plus comes Thursday.",
    "Front pads at 4 mm, change before listing.",
    "Minor claim 2022, rear bumper, repaired at the maker's garage.",
    "Smells of smoke. Ozone treatment, then detail again.",
    "Customer wants to see it Saturday morning.",
    "Tow hitch fitted in 2021, wiring not tested.",
    "Second key missing, ordered.",
    "Ancien véhicule de flotte, entretien suivi au concessionnaire.",
    "Rouille légère sous les portes, traitée à l’antirouille.",
    "Pneus d’hiver inclus, usés à moitié.",
    "Attendre le rapport Carfax avant d’afficher.",
    "Batterie neuve en octobre.",
    "Sunroof drains cleaned, no more leak.",
    "Listed with the dealer network too, watch the price.",
    "Left rear door does not open from inside: child lock stuck.",
    "Bought with the pair from the same fleet.",
};

constexpr const char* DemoAfricanNotes[] = {
    "Dédouané, carte grise en cours.",
    "Climatisation rechargée, froid parfait.",
    "Amortisseurs avant à remplacer.",
    "Le client de Thiès revient avec son mécanicien vendredi.",
    "Deux clés, double de la facture dans la boîte à gants.",
    "Pare-brise fissuré, commandé à Treichville.",
    "Arrivé avec le conteneur du mois dernier, quelques rayures au hayon.",
    "Vidange faite à 5 000 km, filtre à gazole changé.",
    "Demandé par WhatsApp trois fois cette semaine.",
    "Galerie de toit et attelage inclus.",
    "Pneus neufs, monte 4x4.",
    "Papiers du Canada dans le dossier, quittance de douane à joindre.",
    "Buyer in Bouaké asked for the landed price.",
    "Compressor noise when cold, let the workshop listen.",
};

}  // namespace

QString demoNote(bool inAfrica, DemoRandom& random)
{
    return QString::fromUtf8(inAfrica ? random.pick(DemoAfricanNotes) : random.pick(DemoCanadianNotes));
}

}  // namespace Forecourt
