<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en">
<context>
    <name>Forecourt::BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>asking %1</source>
        <translation>prix %1</translation>
    </message>
    <message>
        <source>landed %1</source>
        <translation>revient %1</translation>
    </message>
    <message>
        <source>margin %1</source>
        <translation>marge %1</translation>
    </message>
    <message>
        <source>Nothing to change: they are like that already</source>
        <translation>Rien à changer : ils sont déjà ainsi</translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles moved to %1</source>
        <translation>
            <numerusform>%n véhicule passé à l’étape « %1 »</numerusform>
            <numerusform>%n véhicules passés à l’étape « %1 »</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles now at %1</source>
        <translation>
            <numerusform>%n véhicule maintenant à %1</numerusform>
            <numerusform>%n véhicules maintenant à %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles priced at %1</source>
        <translation>
            <numerusform>%n véhicule au prix de %1</numerusform>
            <numerusform>%n véhicules au prix de %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles given to %1</source>
        <translation>
            <numerusform>%n véhicule confié à %1</numerusform>
            <numerusform>%n véhicules confiés à %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles removed</source>
        <translation>
            <numerusform>%n véhicule retiré</numerusform>
            <numerusform>%n véhicules retirés</numerusform>
        </translation>
    </message>
    <message>
        <source>Selected vehicles</source>
        <translation>Véhicules sélectionnés</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Price…</source>
        <translation>Prix…</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Confier</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>Forecourt::ChoicePopup</name>
    <message>
        <source>Find…</source>
        <translation>Chercher…</translation>
    </message>
</context>
<context>
    <name>Forecourt::ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Find a column…</source>
        <translation>Chercher une colonne…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
</context>
<context>
    <name>Forecourt::ImportSheet</name>
    <message numerus="yes">
        <source>%1 of %n lines</source>
        <translation>
            <numerusform>%1 sur %n ligne</numerusform>
            <numerusform>%1 sur %n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines read</source>
        <translation>
            <numerusform>%n ligne lue</numerusform>
            <numerusform>%n lignes lues</numerusform>
        </translation>
    </message>
    <message>
        <source>Import vehicles from a file</source>
        <translation>Importer des véhicules d’un fichier</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv *.txt *.tsv)</source>
        <translation>Valeurs séparées par des virgules (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Colonne du fichier</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Signifie</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>Première valeur</translation>
    </message>
    <message>
        <source>Meaning of the column %1</source>
        <translation>Sens de la colonne %1</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Ne pas importer</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Véhicule</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Raison</translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles imported</source>
        <translation>
            <numerusform>%n véhicule importé</numerusform>
            <numerusform>%n véhicules importés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles are new,</source>
        <translation>
            <numerusform>%n véhicule est nouveau,</numerusform>
            <numerusform>%n véhicules sont nouveaux,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were changed.</source>
        <translation>
            <numerusform>%n a été modifié.</numerusform>
            <numerusform>%n ont été modifiés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest was not imported because you stopped it.</source>
        <translation>Le reste n’a pas été importé, car vous avez arrêté l’importation.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines could not be stored after all.</source>
        <translation>
            <numerusform>%n ligne n’a finalement pas pu être enregistrée.</numerusform>
            <numerusform>%n lignes n’ont finalement pas pu être enregistrées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import vehicles</source>
        <translation>Importer des véhicules</translation>
    </message>
    <message>
        <source>Meaning of the columns</source>
        <translation>Sens des colonnes</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>Ce que ferait l’importation</translation>
    </message>
    <message>
        <source>%1. Say what each column means; nothing is stored yet.</source>
        <translation>%1. Indiquez le sens de chaque colonne ; rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 unchanged, %4 skipped. Nothing is stored yet.</source>
        <translation>Nouveaux : %1, modifiés : %2, inchangés : %3, ignorés : %4. Rien n’est encore enregistré.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n vehicles</source>
        <translation>
            <numerusform>Importer %n véhicule</numerusform>
            <numerusform>Importer %n véhicules</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Forecourt::InventoryList</name>
    <message numerus="yes">
        <source>%n vehicles</source>
        <translation>
            <numerusform>%n véhicule</numerusform>
            <numerusform>%n véhicules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n vehicles</source>
        <translation>
            <numerusform>%1 véhicule sur %n</numerusform>
            <numerusform>%1 véhicules sur %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No vehicles yet</source>
        <translation>Aucun véhicule pour l’instant</translation>
    </message>
    <message>
        <source>Add one by its VIN, or import a list from another program.</source>
        <translation>Ajoutez-en un par son NIV, ou importez une liste d’un autre programme.</translation>
    </message>
    <message>
        <source>New vehicle</source>
        <translation>Nouveau véhicule</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importer une liste</translation>
    </message>
    <message>
        <source>No vehicle passes these filters</source>
        <translation>Aucun véhicule ne répond à ces filtres</translation>
    </message>
    <message>
        <source>Drop one of them to see more.</source>
        <translation>Retirez-en un pour en voir plus.</translation>
    </message>
    <message>
        <source>Drop %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>No vehicles at this site</source>
        <translation>Aucun véhicule à ce site</translation>
    </message>
    <message>
        <source>Vehicles of other sites are hidden by the choice at the top left.</source>
        <translation>Les véhicules des autres sites sont masqués par le choix en haut à gauche.</translation>
    </message>
    <message>
        <source>Show all sites</source>
        <translation>Montrer tous les sites</translation>
    </message>
    <message>
        <source>%1 priced at %2</source>
        <translation>%1 au prix de %2</translation>
    </message>
    <message numerus="yes">
        <source>Export %n vehicles</source>
        <translation>
            <numerusform>Exporter %n véhicule</numerusform>
            <numerusform>Exporter %n véhicules</numerusform>
        </translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles written to %1</source>
        <translation>
            <numerusform>%n véhicule écrit dans %1</numerusform>
            <numerusform>%n véhicules écrits dans %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n affiché</numerusform>
            <numerusform>%n affichés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventaire</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Véhicules</translation>
    </message>
</context>
<context>
    <name>Forecourt::InventoryPage</name>
    <message>
        <source>Inventory</source>
        <translation>Inventaire</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>New vehicle</source>
        <translation>Nouveau véhicule</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Import vehicles from a file</source>
        <translation>Importer des véhicules d’un fichier</translation>
    </message>
    <message>
        <source>Export vehicles to a file</source>
        <translation>Exporter des véhicules dans un fichier</translation>
    </message>
    <message>
        <source>Previous vehicle</source>
        <translation>Véhicule précédent</translation>
    </message>
    <message>
        <source>Next vehicle</source>
        <translation>Véhicule suivant</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Onglet suivant</translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation>Voir l’activité</translation>
    </message>
</context>
<context>
    <name>Forecourt::PhaseSteps</name>
    <message>
        <source>Phase: %1</source>
        <translation>Étape : %1</translation>
    </message>
    <message>
        <source>Arrows choose a phase, Enter moves the vehicle there</source>
        <translation>Les flèches choisissent une étape, Entrée y fait passer le véhicule</translation>
    </message>
    <message>
        <source>Click a phase to move the vehicle there</source>
        <translation>Cliquez sur une étape pour y faire passer le véhicule</translation>
    </message>
</context>
<context>
    <name>Forecourt::PhotoBanner</name>
    <message>
        <source>Primary photo</source>
        <translation>Photo principale</translation>
    </message>
    <message numerus="yes">
        <source>Primary photo of %n</source>
        <translation>
            <numerusform>Photo principale sur %n</numerusform>
            <numerusform>Photo principale sur %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>Aucune photo pour l’instant</translation>
    </message>
    <message>
        <source>Photo is on its way</source>
        <translation>La photo arrive</translation>
    </message>
</context>
<context>
    <name>Forecourt::PhotoFieldWords</name>
    <message>
        <source>keep</source>
        <translation>garder</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>écarter</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>pas encore vue</translation>
    </message>
    <message numerus="yes">
        <source>%n covered place(s)</source>
        <translation>
            <numerusform>%n endroit masqué</numerusform>
            <numerusform>%n endroits masqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>%n prise de vue</numerusform>
            <numerusform>%n prises de vue</numerusform>
        </translation>
    </message>
    <message>
        <source>turned</source>
        <translation>tournée</translation>
    </message>
    <message>
        <source>straightened</source>
        <translation>redressée</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>recadrée</translation>
    </message>
    <message>
        <source>brightness changed</source>
        <translation>luminosité modifiée</translation>
    </message>
    <message>
        <source>as it was taken</source>
        <translation>telle que prise</translation>
    </message>
</context>
<context>
    <name>Forecourt::PricePopup</name>
    <message>
        <source>Asking price</source>
        <translation>Prix demandé</translation>
    </message>
    <message>
        <source>Change price</source>
        <translation>Changer le prix</translation>
    </message>
</context>
<context>
    <name>Forecourt::RangePopup</name>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, de</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1, à</translation>
    </message>
</context>
<context>
    <name>Forecourt::SavedViewTabs</name>
    <message>
        <source>All stock</source>
        <translation>Tout le stock</translation>
    </message>
    <message>
        <source>Replace with what is shown now</source>
        <translation>Remplacer par ce qui est affiché</translation>
    </message>
    <message>
        <source>View “%1” changed</source>
        <translation>Vue « %1 » modifiée</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>View renamed to “%1”</source>
        <translation>Vue renommée « %1 »</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>View “%1” deleted</source>
        <translation>Vue « %1 » supprimée</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nom de la vue</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>View “%1” saved</source>
        <translation>Vue « %1 » enregistrée</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Enregistrer la vue</translation>
    </message>
</context>
<context>
    <name>Forecourt::VehicleDetail</name>
    <message>
        <source>This vehicle was removed</source>
        <translation>Ce véhicule a été retiré</translation>
    </message>
    <message>
        <source>Ctrl+Z brings it back if it was you; nothing else is affected.</source>
        <translation>Si c’était vous, Ctrl+Z le ramène ; rien d’autre n’est touché.</translation>
    </message>
    <message>
        <source>%1 moved to %2</source>
        <translation>%1 passé à l’étape « %2 »</translation>
    </message>
    <message>
        <source>%1 priced at %2</source>
        <translation>%1 au prix de %2</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 retiré</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Previous vehicle</source>
        <translation>Véhicule précédent</translation>
    </message>
    <message>
        <source>Next vehicle</source>
        <translation>Véhicule suivant</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Parts of the vehicle</source>
        <translation>Volets du véhicule</translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation>Voir l’activité</translation>
    </message>
</context>
<context>
    <name>Forecourt::VehicleEditor</name>
    <message>
        <source>From the VIN</source>
        <translation>D’après le NIV</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 ajouté</translation>
    </message>
    <message>
        <source>%1 edited</source>
        <translation>%1 modifié</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Enregistrer quand même</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>Votre saisie n’est pas encore enregistrée.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>New vehicle</source>
        <translation>Nouveau véhicule</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Add vehicle</source>
        <translation>Ajouter le véhicule</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>This is what you typed on %1 and had not saved.</source>
        <translation>Voici ce que vous aviez saisi le %1 sans l’enregistrer.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>L’abandonner</translation>
    </message>
</context>
<context>
    <name>Forecourt::VehicleFilterBar</name>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Asking price</source>
        <translation>Prix demandé</translation>
    </message>
    <message>
        <source>Days in phase</source>
        <translation>Jours à l’étape</translation>
    </message>
    <message>
        <source>Same VIN twice</source>
        <translation>NIV en double</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>au plus %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>au moins %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Site: %1</source>
        <translation>Site : %1</translation>
    </message>
    <message>
        <source>Phase: %1</source>
        <translation>Étape : %1</translation>
    </message>
    <message>
        <source>Make: %1</source>
        <translation>Marque : %1</translation>
    </message>
    <message>
        <source>Year: %1</source>
        <translation>Année : %1</translation>
    </message>
    <message>
        <source>Asking: %1</source>
        <translation>Prix : %1</translation>
    </message>
    <message>
        <source>Days: %1</source>
        <translation>Jours : %1</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Écrivez un nombre entier.</translation>
    </message>
    <message>
        <source>Write an amount like 24950 or 12,000,000 XOF.</source>
        <translation>Écrivez un montant comme 24950 ou 12 000 000 XOF.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Ajouter un filtre</translation>
    </message>
</context>
<context>
    <name>Forecourt::VehicleForm</name>
    <message>
        <source>Nowhere yet</source>
        <translation>Pas encore de site</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Véhicule</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Argent</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>Fiche technique</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>Forecourt::VehicleOverview</name>
    <message>
        <source>%1 has the same VIN. &lt;a href=&quot;other&quot;&gt;Open it&lt;/a&gt;</source>
        <translation>%1 porte le même NIV. &lt;a href=&quot;other&quot;&gt;L’ouvrir&lt;/a&gt;</translation>
    </message>
    <message>
        <source>No price yet</source>
        <translation>Aucun prix pour l’instant</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Aucune note pour l’instant.</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>Fiche technique</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Landed cost</source>
        <translation>Prix de revient</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
</context>
<context>
    <name>Forecourt::VehicleRecordWords</name>
    <message>
        <source>Site %1</source>
        <translation>Site&#xa0;%1</translation>
    </message>
    <message>
        <source>Saved view “%1”</source>
        <translation>Vue enregistrée «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 retiré</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 ajouté</translation>
    </message>
    <message>
        <source>Price of %1 taken away</source>
        <translation>Prix de&#xa0;%1 enlevé</translation>
    </message>
    <message>
        <source>Price of %1 to %2</source>
        <translation>Prix de&#xa0;%1 à&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 moved to %2</source>
        <translation>%1 passé à&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 à&#xa0;%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>a vehicle</source>
        <translation>un véhicule</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) removed from %1</source>
        <translation>
            <numerusform>%n photo retirée de&#xa0;%1</numerusform>
            <numerusform>%n photos retirées de&#xa0;%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) of %1</source>
        <translation>
            <numerusform>%n photo de&#xa0;%1</numerusform>
            <numerusform>%n photos de&#xa0;%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) of %1 changed</source>
        <translation>
            <numerusform>%n photo de&#xa0;%1 modifiée</numerusform>
            <numerusform>%n photos de&#xa0;%1 modifiées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 have the same VIN</source>
        <translation>%1 et&#xa0;%2 ont le même NIV</translation>
    </message>
    <message>
        <source>Two people changed %1</source>
        <translation>Deux personnes ont modifié&#xa0;%1</translation>
    </message>
    <message>
        <source>You choose what stays.</source>
        <translation>Vous choisissez ce qui reste.</translation>
    </message>
    <message>
        <source>You no longer work at %1</source>
        <translation>Vous ne travaillez plus à %1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) left this computer. The server keeps them.</source>
        <translation>
            <numerusform>%n fiche a quitté cet ordinateur. Le serveur la garde.</numerusform>
            <numerusform>%n fiches ont quitté cet ordinateur. Le serveur les garde.</numerusform>
        </translation>
    </message>
    <message>
        <source>What somebody added was not accepted</source>
        <translation>Un ajout n’a pas été accepté</translation>
    </message>
    <message>
        <source>A change of %1 was not accepted</source>
        <translation>Une modification de %1 n’a pas été acceptée</translation>
    </message>
    <message>
        <source>Whoever made it may not. You can make it in your name.</source>
        <translation>Son auteur n’en a pas le droit. Vous pouvez la faire en votre nom.</translation>
    </message>
    <message>
        <source>Shot list “%1”</source>
        <translation>Liste de prises de vue « %1 »</translation>
    </message>
    <message>
        <source>Export preset “%1”</source>
        <translation>Préréglage d’exportation « %1 »</translation>
    </message>
    <message>
        <source>Logo “%1”</source>
        <translation>Logo « %1 »</translation>
    </message>
</context>
<context>
    <name>Forecourt::VehicleRowDelegate</name>
    <message>
        <source>%1 d</source>
        <extracomment>Days a vehicle has been in a phase, after the phase&apos;s name</extracomment>
        <translation>%1 j</translation>
    </message>
</context>
<context>
    <name>Forecourt::VehicleSearch</name>
    <message>
        <source>Vehicles</source>
        <translation>Véhicules</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>stock</translation>
    </message>
    <message>
        <source>This VIN has a wrong check digit: it should be %1.</source>
        <translation>Le chiffre de contrôle de ce NIV est faux : il devrait être %1.</translation>
    </message>
</context>
<context>
    <name>Forecourt::VehicleSidePanel</name>
    <message>
        <source>No vehicle selected</source>
        <translation>Aucun véhicule sélectionné</translation>
    </message>
    <message>
        <source>Vehicle under the cursor</source>
        <translation>Véhicule sous le curseur</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Landed</source>
        <translation>Revient</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Odomètre</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Price…</source>
        <translation>Prix…</translation>
    </message>
    <message>
        <source>Copy VIN</source>
        <translation>Copier le NIV</translation>
    </message>
    <message>
        <source>Previous vehicle</source>
        <translation>Véhicule précédent</translation>
    </message>
    <message>
        <source>Next vehicle</source>
        <translation>Véhicule suivant</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Fermer le panneau</translation>
    </message>
</context>
<context>
    <name>VehicleConflictWords</name>
    <message>
        <source>The vehicle</source>
        <translation>Le véhicule</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>La fiche</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>a site that is not here</source>
        <translation>un site absent de ce poste</translation>
    </message>
    <message>
        <source>a person who is not here</source>
        <translation>une personne absente de ce poste</translation>
    </message>
    <message>
        <source>a photo</source>
        <translation>une photo</translation>
    </message>
    <message>
        <source>data</source>
        <translation>données</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Filters and columns</source>
        <translation>Filtres et colonnes</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Véhicule</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Prise le</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutée le</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>Prise de vue</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Retouche</translation>
    </message>
    <message>
        <source>Covered places</source>
        <translation>Endroits masqués</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>Prises de vue</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>VehicleWords</name>
    <message>
        <source>Incoming</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Fixing</source>
        <translation>En réparation</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>En vente</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Réservé</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendu</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livré</translation>
    </message>
    <message>
        <source>%1 · %2 d</source>
        <extracomment>A phase and the days a vehicle has been in it: &quot;Listed · 12 d&quot;</extracomment>
        <translation>%1 · %2 j</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Véhicule</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Landed</source>
        <translation>Revient</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>NIV</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Carrosserie</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Carburant</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Odomètre</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Acheté</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Days in phase</source>
        <translation>Jours à l’étape</translation>
    </message>
    <message>
        <source>Asking price</source>
        <translation>Prix demandé</translation>
    </message>
    <message>
        <source>Landed cost</source>
        <translation>Prix de revient</translation>
    </message>
    <message>
        <source>Row and bay</source>
        <translation>Rangée et place</translation>
    </message>
    <message>
        <source>Number of photos</source>
        <translation>Nombre de photos</translation>
    </message>
    <message>
        <source>Who looks after it</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Title and state</source>
        <translation>Titre et province</translation>
    </message>
    <message>
        <source>Date bought</source>
        <translation>Date d’achat</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Date d’ajout</translation>
    </message>
    <message>
        <source>Stock number</source>
        <translation>Numéro de stock</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Boîte</translation>
    </message>
    <message>
        <source>Drivetrain</source>
        <translation>Transmission</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>Portes</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Interior</source>
        <translation>Intérieur</translation>
    </message>
    <message>
        <source>Odometer (km)</source>
        <translation>Odomètre (km)</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Primary photo</source>
        <translation>Photo principale</translation>
    </message>
    <message>
        <source>A vehicle needs a stock number.</source>
        <translation>Un véhicule doit avoir un numéro de stock.</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n days</source>
        <translation>
            <numerusform>%1 depuis %n jour</numerusform>
            <numerusform>%1 depuis %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>En attente</translation>
    </message>
</context>
</TS>
