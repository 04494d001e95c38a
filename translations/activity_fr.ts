<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en">
<context>
    <name>ActivityWords</name>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toutes les dates</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 derniers mois</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Entre deux jours…</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>à partir du %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Rétabli</translation>
    </message>
    <message>
        <source>Did not stand</source>
        <translation>Non retenu</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Connexion refusée</translation>
    </message>
    <message>
        <source>Computer turned away</source>
        <translation>Poste refusé</translation>
    </message>
    <message>
        <source>Account added</source>
        <translation>Compte ajouté</translation>
    </message>
    <message>
        <source>Account changed</source>
        <translation>Compte modifié</translation>
    </message>
    <message>
        <source>Account blocked</source>
        <translation>Compte bloqué</translation>
    </message>
    <message>
        <source>Account unblocked</source>
        <translation>Compte débloqué</translation>
    </message>
    <message>
        <source>Computer signed out</source>
        <translation>Poste déconnecté</translation>
    </message>
    <message>
        <source>Asked of the server</source>
        <translation>Demandé au serveur</translation>
    </message>
    <message>
        <source>Backup put back</source>
        <translation>Sauvegarde restaurée</translation>
    </message>
    <message>
        <source>Old entries removed</source>
        <translation>Anciennes entrées retirées</translation>
    </message>
    <message>
        <source>Something newer</source>
        <translation>Plus récent</translation>
    </message>
    <message>
        <source>Somebody unknown</source>
        <translation>Une personne inconnue</translation>
    </message>
    <message>
        <source>Somebody at the server</source>
        <translation>Quelqu’un au serveur</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Le serveur</translation>
    </message>
    <message>
        <source>at the server</source>
        <translation>au serveur</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 a ajouté %2</translation>
    </message>
    <message>
        <source>%1 changed %2</source>
        <translation>%1 a modifié %2</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 a retiré %2</translation>
    </message>
    <message>
        <source>%1 brought %2 back</source>
        <translation>%1 a rétabli %2</translation>
    </message>
    <message>
        <source>%1 changed %2, which did not stand</source>
        <translation>%1 a modifié %2, sans que cela soit retenu</translation>
    </message>
    <message>
        <source>%1 may not change %2 like this</source>
        <translation>%1 ne peut pas modifier ainsi %2</translation>
    </message>
    <message>
        <source>%1 signed in</source>
        <translation>%1 s’est connecté(e)</translation>
    </message>
    <message>
        <source>%1 could not sign in</source>
        <translation>%1 n’a pas pu se connecter</translation>
    </message>
    <message>
        <source>%1 was turned away</source>
        <translation>%1 s’est vu refuser l’accès</translation>
    </message>
    <message>
        <source>%1 added the account “%2”</source>
        <translation>%1 a ajouté le compte « %2 »</translation>
    </message>
    <message>
        <source>%1 changed the account “%2”</source>
        <translation>%1 a modifié le compte « %2 »</translation>
    </message>
    <message>
        <source>%1 blocked the account “%2”</source>
        <translation>%1 a bloqué le compte « %2 »</translation>
    </message>
    <message>
        <source>%1 unblocked the account “%2”</source>
        <translation>%1 a débloqué le compte « %2 »</translation>
    </message>
    <message>
        <source>%1 signed the computer “%2” out</source>
        <translation>%1 a déconnecté le poste « %2 »</translation>
    </message>
    <message>
        <source>%1 asked the server for “%2”</source>
        <translation>%1 a demandé « %2 » au serveur</translation>
    </message>
    <message>
        <source>%1 put a backup back</source>
        <translation>%1 a restauré une sauvegarde</translation>
    </message>
    <message>
        <source>%1 removed entries whose seven years were over</source>
        <translation>%1 a retiré des entrées de plus de sept ans</translation>
    </message>
    <message>
        <source>%1 did something that this version does not know</source>
        <translation>%1 a fait quelque chose que cette version ne connaît pas</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>un site</translation>
    </message>
    <message>
        <source>an account</source>
        <translation>un compte</translation>
    </message>
    <message>
        <source>a vehicle</source>
        <translation>un véhicule</translation>
    </message>
    <message>
        <source>a photo</source>
        <translation>une photo</translation>
    </message>
    <message>
        <source>a saved view</source>
        <translation>une vue enregistrée</translation>
    </message>
    <message>
        <source>a conflict</source>
        <translation>un conflit</translation>
    </message>
    <message>
        <source>a change that was not accepted</source>
        <translation>une modification refusée</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>une fiche</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Aujourd’hui, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Hier, %1</translation>
    </message>
    <message>
        <source>Their role or their sites do not permit it.</source>
        <translation>Son rôle ou ses sites ne le permettent pas.</translation>
    </message>
    <message>
        <source>It was too long for the server.</source>
        <translation>C’était trop long pour le serveur.</translation>
    </message>
    <message>
        <source>The server did not understand a value of it.</source>
        <translation>Le serveur n’a pas compris une de ses valeurs.</translation>
    </message>
    <message>
        <source>The server was older than their Forecourt.</source>
        <translation>Le serveur était plus ancien que son Forecourt.</translation>
    </message>
    <message>
        <source>The password was wrong.</source>
        <translation>Le mot de passe était faux.</translation>
    </message>
    <message>
        <source>After several wrong passwords the name had to wait.</source>
        <translation>Après plusieurs mots de passe faux, ce nom devait attendre.</translation>
    </message>
    <message>
        <source>The account is blocked.</source>
        <translation>Le compte est bloqué.</translation>
    </message>
    <message>
        <source>The sign-in of that computer was used a second time; a copy of it may be about.</source>
        <translation>La connexion de ce poste a servi une seconde fois ; il en existe peut-être une copie.</translation>
    </message>
    <message>
        <source>The password was changed.</source>
        <translation>Le mot de passe a été changé.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>Tous les sites</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Mot de passe changé</translation>
    </message>
    <message>
        <source>Second factor on</source>
        <translation>Second facteur activé</translation>
    </message>
    <message>
        <source>Second factor off</source>
        <translation>Second facteur désactivé</translation>
    </message>
    <message>
        <source>Recovery codes made</source>
        <translation>Codes de secours créés</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>Code de secours utilisé</translation>
    </message>
    <message>
        <source>Second factor taken away</source>
        <translation>Second facteur retiré</translation>
    </message>
    <message>
        <source>%1 changed their password</source>
        <translation>%1 a changé son mot de passe</translation>
    </message>
    <message>
        <source>%1 turned the second factor on</source>
        <translation>%1 a activé son second facteur</translation>
    </message>
    <message>
        <source>%1 turned the second factor off</source>
        <translation>%1 a désactivé son second facteur</translation>
    </message>
    <message>
        <source>%1 made other recovery codes</source>
        <translation>%1 a créé d’autres codes de secours</translation>
    </message>
    <message>
        <source>%1 signed in with a recovery code</source>
        <translation>%1 s’est connecté(e) avec un code de secours</translation>
    </message>
    <message>
        <source>%1 took a second factor away</source>
        <translation>%1 a retiré un second facteur</translation>
    </message>
    <message>
        <source>The code of the telephone was wrong.</source>
        <translation>Le code du téléphone était incorrect.</translation>
    </message>
    <message>
        <source>a shot list</source>
        <translation>une liste de prises de vue</translation>
    </message>
    <message>
        <source>an export preset</source>
        <translation>un préréglage d’exportation</translation>
    </message>
    <message>
        <source>a logo</source>
        <translation>un logo</translation>
    </message>
</context>
<context>
    <name>Forecourt::ActivityDays</name>
    <message>
        <source>Between two days</source>
        <translation>Entre deux jours</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>Forecourt::ActivityDetail</name>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>What was typed and not taken</source>
        <translation>Ce qui a été saisi et non retenu</translation>
    </message>
    <message>
        <source>%1 before: %2</source>
        <translation>%1 avant : %2</translation>
    </message>
    <message>
        <source>%1 after: %2</source>
        <translation>%1 après : %2</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Masquer les détails</translation>
    </message>
    <message>
        <source>Choose an entry to see all of it.</source>
        <translation>Choisissez une entrée pour la voir en entier.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>D’où</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Au sujet de</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Open the vehicle</source>
        <translation>Ouvrir le véhicule</translation>
    </message>
    <message>
        <source>Only this record</source>
        <translation>Seulement cette fiche</translation>
    </message>
    <message>
        <source>Only this person</source>
        <translation>Seulement cette personne</translation>
    </message>
    <message>
        <source>Only this computer</source>
        <translation>Seulement ce poste</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Proof (SHA-256)</source>
        <translation>Preuve (SHA-256)</translation>
    </message>
    <message>
        <source>Kept for seven years. Nobody can change or remove an entry without it showing.</source>
        <translation>Conservé sept ans. Personne ne peut modifier ni retirer une entrée sans que cela se voie.</translation>
    </message>
</context>
<context>
    <name>Forecourt::ActivityExportBar</name>
    <message>
        <source>Export the activity</source>
        <translation>Exporter l’activité</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>Valeurs séparées par des points-virgules (*.csv)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Quand (UTC)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Au sujet de</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Proof (SHA-256)</source>
        <translation>Preuve (SHA-256)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>%1 was not written. %2</source>
        <translation>%1 n’a pas été écrit. %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Écriture de %1…</translation>
    </message>
    <message>
        <source>Writing %1: %2, back to %3</source>
        <translation>Écriture de %1 : %2, jusqu’au %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) written to %1</source>
        <translation>
            <numerusform>%n entrée écrite dans %1</numerusform>
            <numerusform>%n entrées écrites dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Rien n’a été écrit.</translation>
    </message>
</context>
<context>
    <name>Forecourt::ActivityFilterBar</name>
    <message>
        <source>A person who is not here</source>
        <translation>Une personne absente d’ici</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Sur %1</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Find in activity…</source>
        <translation>Chercher dans l’activité…</translation>
    </message>
    <message>
        <source>Kinds of activity</source>
        <translation>Genres d’activité</translation>
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
    <name>Forecourt::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>The activity is for owners and managers</source>
        <translation>L’activité est réservée aux propriétaires et aux gérants</translation>
    </message>
    <message>
        <source>Nothing else is affected. An owner can give you that role.</source>
        <translation>Rien d’autre n’est touché. Un propriétaire peut vous donner ce rôle.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>This needs the server</source>
        <translation>Il faut le serveur</translation>
    </message>
    <message>
        <source>The server writes down who did what. This computer has not joined one.</source>
        <translation>Le serveur note qui a fait quoi. Ce poste n’en a rejoint aucun.</translation>
    </message>
    <message>
        <source>The server writes down who did what. It is shown as soon as it can be reached.</source>
        <translation>Le serveur note qui a fait quoi. Tout s’affiche dès qu’il est joignable.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Rien ne s’est encore passé</translation>
    </message>
    <message>
        <source>Every change, sign-in and refusal is listed here from now on.</source>
        <translation>Chaque modification, connexion et refus figure ici désormais.</translation>
    </message>
    <message>
        <source>Nothing passes these filters</source>
        <translation>Rien ne correspond à ces filtres</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>Rien trouvé jusqu’ici</translation>
    </message>
    <message>
        <source>Drop them to see everything.</source>
        <translation>Retirez-les pour tout voir.</translation>
    </message>
    <message>
        <source>Looked back to %1.</source>
        <translation>Recherche jusqu’au %1.</translation>
    </message>
    <message>
        <source>Drop the filters</source>
        <translation>Retirer les filtres</translation>
    </message>
    <message>
        <source>Looked back to %1. Older entries may be there.</source>
        <translation>Recherche jusqu’au %1. Il peut y avoir des entrées plus anciennes.</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>Chercher plus loin</translation>
    </message>
    <message>
        <source>The server cannot be reached. This is as of %1.</source>
        <translation>Le serveur est injoignable. Voici l’état au %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>back to %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Demande au serveur…</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>Ce qui s’est passé, du plus récent au plus ancien</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Export the activity to a file</source>
        <translation>Exporter l’activité dans un fichier</translation>
    </message>
</context>
<context>
    <name>Forecourt::ActivityRecords</name>
    <message>
        <source>the account of %1</source>
        <translation>le compte de %1</translation>
    </message>
    <message>
        <source>a photo of %1</source>
        <translation>une photo de %1</translation>
    </message>
    <message>
        <source>the site %1</source>
        <translation>le site %1</translation>
    </message>
    <message>
        <source>the view “%1”</source>
        <translation>la vue « %1 »</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1 : %2 → %3</translation>
    </message>
    <message>
        <source>the shot list “%1”</source>
        <translation>la liste de prises de vue « %1 »</translation>
    </message>
    <message>
        <source>the export preset “%1”</source>
        <translation>le préréglage d’exportation « %1 »</translation>
    </message>
    <message>
        <source>the logo “%1”</source>
        <translation>le logo « %1 »</translation>
    </message>
</context>
</TS>
