<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en">
<context>
    <name>Forecourt::CarryFiles</name>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Rien n’attend d’être envoyé.</translation>
    </message>
    <message>
        <source>Save waiting changes to a file…</source>
        <translation>Enregistrer ce qui attend…</translation>
    </message>
    <message>
        <source>Import changes…</source>
        <translation>Importer des modifications…</translation>
    </message>
    <message>
        <source>Save waiting changes to a file</source>
        <translation>Enregistrer les modifications en attente</translation>
    </message>
    <message>
        <source>Waiting changes of Forecourt (*%1)</source>
        <translation>Modifications en attente de Forecourt (*%1)</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) saved to %1.</source>
        <translation>
            <numerusform>%n modification enregistrée dans&#xa0;%1.</numerusform>
            <numerusform>%n modifications enregistrées dans&#xa0;%1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo file(s) are included (%1).</source>
        <translation>
            <numerusform>%n fichier photo est joint (%1).</numerusform>
            <numerusform>%n fichiers photo sont joints (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are too large for it and stay here.</source>
        <translation>
            <numerusform>%n fichier est trop gros et reste ici.</numerusform>
            <numerusform>%n fichiers sont trop gros et restent ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>They still wait here too; nothing is sent twice.</source>
        <translation>Elles restent aussi en attente ici; rien n’est envoyé deux fois.</translation>
    </message>
    <message>
        <source>Import changes from a file</source>
        <translation>Importer des modifications d’un fichier</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>Import %n change(s)</source>
        <translation>
            <numerusform>Importer&#xa0;%n modification</numerusform>
            <numerusform>Importer&#xa0;%n modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) imported</source>
        <translation>
            <numerusform>%n modification importée</numerusform>
            <numerusform>%n modifications importées</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>quelqu’un</translation>
    </message>
    <message>
        <source>Saved by %1, %2.</source>
        <translation>Enregistré par&#xa0;%1,&#xa0;%2.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n modification</numerusform>
            <numerusform>%n modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for %2.</source>
        <translation>%1 pour&#xa0;%2.</translation>
    </message>
    <message numerus="yes">
        <source>%n vehicle(s)</source>
        <translation>
            <numerusform>%n véhicule</numerusform>
            <numerusform>%n véhicules</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>Il ne contient rien de nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>%n were imported before.</source>
        <translation>
            <numerusform>%n a déjà été importée.</numerusform>
            <numerusform>%n ont déjà été importées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo file(s) come along.</source>
        <translation>
            <numerusform>%n fichier photo les accompagne.</numerusform>
            <numerusform>%n fichiers photo les accompagnent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo file(s) follow from the other computer.</source>
        <translation>
            <numerusform>%n fichier photo suivra de l’autre poste.</numerusform>
            <numerusform>%n fichiers photo suivront de l’autre poste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the record is not on this computer. Synchronise, then import again.</source>
        <translation>
            <numerusform>%n laissée de côté&#xa0;: la fiche n’est pas sur ce poste. Synchronisez, puis importez de nouveau.</numerusform>
            <numerusform>%n laissées de côté&#xa0;: leurs fiches ne sont pas sur ce poste. Synchronisez, puis importez de nouveau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: they are settings of %1.</source>
        <translation>
            <numerusform>%n laissée de côté&#xa0;: c’est un réglage de&#xa0;%1.</numerusform>
            <numerusform>%n laissées de côté&#xa0;: ce sont des réglages de&#xa0;%1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: they are of a newer Forecourt.</source>
        <translation>
            <numerusform>%n laissée de côté&#xa0;: elle vient d’un Forecourt plus récent.</numerusform>
            <numerusform>%n laissées de côté&#xa0;: elles viennent d’un Forecourt plus récent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::CommandPalette</name>
    <message>
        <source>move</source>
        <translation>se déplacer</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvrir</translation>
    </message>
    <message>
        <source>show all</source>
        <translation>tout afficher</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>commandes</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Résultats de la recherche</translation>
    </message>
    <message>
        <source>Show all “%1” under %2</source>
        <translation>Afficher tout «&#xa0;%1&#xa0;» sous&#xa0;%2</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Rien ne correspond à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
</context>
<context>
    <name>Forecourt::ConflictResult</name>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
</context>
<context>
    <name>Forecourt::ConflictRow</name>
    <message>
        <source>Another value for %1</source>
        <translation>Autre valeur pour&#xa0;%1</translation>
    </message>
    <message>
        <source>Type another value for %1</source>
        <translation>Saisir une autre valeur pour&#xa0;%1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Résultat&#xa0;:&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>Forecourt::ConflictWindow</name>
    <message>
        <source>The conflict about %1 was decided by somebody else.</source>
        <translation>Le conflit sur&#xa0;%1 a été décidé par quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>%1 was removed while somebody changed it</source>
        <translation>%1 a été retiré pendant que quelqu’un le modifiait</translation>
    </message>
    <message>
        <source>Two people changed %1</source>
        <translation>Deux personnes ont modifié&#xa0;%1</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>En place</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>L’autre</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>L’autre valeur</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Le retirer</translation>
    </message>
    <message>
        <source>keep or remove</source>
        <translation>garder ou retirer</translation>
    </message>
    <message>
        <source>Stays removed</source>
        <translation>Reste retiré</translation>
    </message>
    <message>
        <source>a value brings it back</source>
        <translation>une valeur le ramène</translation>
    </message>
    <message>
        <source>pick one</source>
        <translation>choisissez</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflits</translation>
    </message>
    <message>
        <source>noticed %1</source>
        <translation>constaté le&#xa0;%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n conflict(s)</source>
        <extracomment>Which of the records with conflicts is shown</extracomment>
        <translation>
            <numerusform>%1 sur&#xa0;%n conflit</numerusform>
            <numerusform>%1 sur&#xa0;%n conflits</numerusform>
        </translation>
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
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Tout de moi</translation>
    </message>
    <message>
        <source>All as they stand</source>
        <translation>Tout ce qui est en place</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Tout de l’autre</translation>
    </message>
    <message>
        <source>All the others</source>
        <translation>Toutes les autres</translation>
    </message>
    <message>
        <source>Nothing that was typed is lost: picking a value brings %1 back with it.</source>
        <translation>Rien de ce qui a été saisi n’est perdu&#xa0;: choisir une valeur ramène&#xa0;%1 avec elle.</translation>
    </message>
    <message>
        <source>%1 was changed again since. Where you keep what stands, the newest value stays.</source>
        <translation>%1 a encore été modifié depuis. Là où vous gardez ce qui est en place, la valeur la plus récente reste.</translation>
    </message>
    <message numerus="yes">
        <source>%n other field(s) were merged by themselves because only one side changed them.</source>
        <translation>
            <numerusform>%n autre champ s’est fusionné tout seul, car une seule personne l’a modifié.</numerusform>
            <numerusform>%n autres champs se sont fusionnés tout seuls, car une seule personne les a modifiés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Les masquer</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>Both kept</source>
        <extracomment>Heading of fields that two people changed without getting into each other&apos;s way</extracomment>
        <translation>Les deux gardés</translation>
    </message>
    <message>
        <source>Conflict about %1 decided</source>
        <translation>Conflit sur&#xa0;%1 décidé</translation>
    </message>
    <message>
        <source>Previous record</source>
        <translation>Fiche précédente</translation>
    </message>
    <message>
        <source>Next record</source>
        <translation>Fiche suivante</translation>
    </message>
    <message>
        <source>Nothing is lost: undo brings both versions back.</source>
        <translation>Annuler ramène les deux versions.</translation>
    </message>
    <message>
        <source>Keep this result</source>
        <translation>Garder ce résultat</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Rien à décider</translation>
    </message>
    <message>
        <source>Where two people change the same thing without seeing each other’s change, you choose here.</source>
        <translation>Quand deux personnes modifient la même chose sans voir ce que fait l’autre, vous choisissez ici.</translation>
    </message>
</context>
<context>
    <name>Forecourt::DeviceList</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The server keeps this list; it can be seen when this computer is online.</source>
        <translation>Le serveur tient cette liste ; elle est visible quand cet ordinateur est en ligne.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Demande au serveur…</translation>
    </message>
    <message>
        <source>A computer that is lost, or whose person has left, is signed out here.</source>
        <translation>Un ordinateur perdu, ou celui d’une personne partie, se déconnecte ici.</translation>
    </message>
    <message>
        <source>“%1” of %2 is signed out.</source>
        <translation>« %1 » de %2 est déconnecté.</translation>
    </message>
    <message>
        <source>“%1” of %2</source>
        <translation>« %1 » de %2</translation>
    </message>
</context>
<context>
    <name>Forecourt::DeviceRow</name>
    <message>
        <source>Sign out</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Keep signed in</source>
        <translation>Laisser connecté</translation>
    </message>
    <message>
        <source>Computer %1</source>
        <translation>Ordinateur %1</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Sign out this computer? What waits to be sent stays here until somebody signs in again.</source>
        <translation>Déconnecter cet ordinateur ? Ce qui attend d’être envoyé reste ici jusqu’à la prochaine connexion.</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>Déconnecter %1</translation>
    </message>
    <message>
        <source>Sign out %1 now</source>
        <translation>Déconnecter %1 maintenant</translation>
    </message>
    <message>
        <source>Signed out, %1</source>
        <translation>Déconnecté, %1</translation>
    </message>
    <message>
        <source>Signed out by %1, %2</source>
        <translation>Déconnecté par %1, %2</translation>
    </message>
    <message>
        <source>Connected · signed in since %1</source>
        <translation>En ligne · connecté depuis le %1</translation>
    </message>
    <message>
        <source>Last seen %1 · signed in since %2</source>
        <translation>Vu %1 · connecté depuis le %2</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Déconnexion…</translation>
    </message>
    <message>
        <source>Sign out “%1” of %2? If it is connected, it is signed out at once, otherwise as soon as it comes. What it has not sent yet stays there until somebody signs in again.</source>
        <translation>Déconnecter « %1 » de %2 ? S’il est connecté, c’est immédiat, sinon dès qu’il revient. Ce qu’il n’a pas encore envoyé y reste jusqu’à la prochaine connexion.</translation>
    </message>
</context>
<context>
    <name>Forecourt::FactorPanel</name>
    <message>
        <source>Asking the server…</source>
        <translation>Question au serveur…</translation>
    </message>
    <message>
        <source>Off. With it, signing in needs a code of your telephone besides the password, so that a stolen password alone opens nothing.</source>
        <translation>Désactivé. Activé, il demande à la connexion un code de votre téléphone en plus du mot de passe&#xa0;: un mot de passe volé n’ouvre alors rien à lui seul.</translation>
    </message>
    <message>
        <source>On since %1.</source>
        <translation>Activé depuis le %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n recovery code(s) left.</source>
        <translation>
            <numerusform>%n code de secours restant.</numerusform>
            <numerusform>%n codes de secours restants.</numerusform>
        </translation>
    </message>
    <message>
        <source>First, it must be sure that it is you.</source>
        <translation>D’abord, il faut être sûr que c’est vous.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Ten other codes; those that you have count no more.</source>
        <translation>Dix autres codes; ceux que vous avez ne comptent plus.</translation>
    </message>
    <message>
        <source>Make other codes</source>
        <translation>Créer d’autres codes</translation>
    </message>
    <message>
        <source>From then on the password alone signs you in, and the recovery codes count no more.</source>
        <translation>Ensuite, le mot de passe seul vous connecte, et les codes de secours ne comptent plus.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>The second factor is off.</source>
        <translation>Le second facteur est désactivé.</translation>
    </message>
    <message>
        <source>Type the six digits that your telephone shows now.</source>
        <translation>Tapez les six chiffres que votre téléphone affiche en ce moment.</translation>
    </message>
    <message>
        <source>This is not the code of now. Look whether the clock of your telephone is right, and type the one that it shows.</source>
        <translation>Ce n’est pas le code du moment. Vérifiez que l’heure de votre téléphone est juste, et tapez celui qu’il affiche.</translation>
    </message>
    <message>
        <source>The second factor is on.</source>
        <translation>Le second facteur est activé.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
    <message>
        <source>Turn on…</source>
        <translation>Activer…</translation>
    </message>
    <message>
        <source>Turn on the second factor</source>
        <translation>Activer le second facteur</translation>
    </message>
    <message>
        <source>Other recovery codes…</source>
        <translation>Autres codes de secours…</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Désactiver…</translation>
    </message>
    <message>
        <source>Turn off the second factor</source>
        <translation>Désactiver le second facteur</translation>
    </message>
    <message>
        <source>Scan this with a program for sign-in codes on your telephone, and type the six digits that it shows then.</source>
        <translation>Numérisez ceci avec une application de codes de connexion sur votre téléphone, puis tapez les six chiffres qu’elle affiche.</translation>
    </message>
    <message>
        <source>QR code; the key beside it says the same</source>
        <translation>Code QR; la clé à côté dit la même chose</translation>
    </message>
    <message>
        <source>Without a camera, type this key there:</source>
        <translation>Sans caméra, tapez-y cette clé&#xa0;:</translation>
    </message>
    <message>
        <source>Key for the telephone</source>
        <translation>Clé pour le téléphone</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Forecourt::FirstSyncView</name>
    <message>
        <source>Bringing your data to this computer</source>
        <translation>Vos données arrivent sur ce poste</translation>
    </message>
    <message>
        <source>You can start working at once; the rest follows in the background. From then on everything works without the network.</source>
        <translation>Vous pouvez travailler tout de suite&#xa0;; le reste suit en arrière-plan. Ensuite, tout fonctionne sans le réseau.</translation>
    </message>
    <message>
        <source>Stock, people and sites</source>
        <translation>Stock, personnes et sites</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Sur ce poste</translation>
    </message>
    <message>
        <source>Coming in</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>after stock</source>
        <translation>après le stock</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 left</source>
        <translation>%1 sur&#xa0;%2 · reste&#xa0;%3</translation>
    </message>
</context>
<context>
    <name>Forecourt::IdentityForm</name>
    <message>
        <source>Give your password.</source>
        <translation>Indiquez votre mot de passe.</translation>
    </message>
    <message>
        <source>Type the code that your telephone shows, or a recovery code.</source>
        <translation>Tapez le code qu’affiche votre téléphone, ou un code de secours.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Votre mot de passe</translation>
    </message>
    <message>
        <source>Code of your telephone, or a recovery code</source>
        <translation>Code de votre téléphone, ou code de secours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Forecourt::LeaseLockView</name>
    <message>
        <source>This computer is locked</source>
        <translation>Cet ordinateur est verrouillé</translation>
    </message>
    <message>
        <source>It last reached the server on %1. Without contact, your dealership’s data may be opened here until %2. Nothing is lost: it opens again as soon as the server answers.</source>
        <translation>Son dernier contact avec le serveur date du %1. Sans contact, les données de votre concession peuvent être ouvertes ici jusqu’au %2. Rien n’est perdu&#xa0;: tout s’ouvre de nouveau dès que le serveur répond.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Rien n’attend d’être envoyé.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are safe here and are sent then.</source>
        <translation>
            <numerusform>%Ln modification est en sécurité ici et sera alors envoyée.</numerusform>
            <numerusform>%Ln modifications sont en sécurité ici et seront alors envoyées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>The server signed this computer out. Nothing is lost: it opens again as soon as somebody of your dealership signs in here. If you do not know why, tell your manager.</source>
        <translation>Le serveur a déconnecté cet ordinateur. Rien n’est perdu&#xa0;: il s’ouvre de nouveau dès qu’une personne de votre concession s’y connecte. Si vous ne savez pas pourquoi, dites-le à votre directeur.</translation>
    </message>
    <message>
        <source>%1 signed this computer out. Nothing is lost: it opens again as soon as somebody of your dealership signs in here.</source>
        <translation>%1 a déconnecté cet ordinateur. Rien n’est perdu&#xa0;: il s’ouvre de nouveau dès qu’une personne de votre concession s’y connecte.</translation>
    </message>
    <message>
        <source>The account that is signed in here is disabled. Nothing is lost: it opens again once a manager lets this person in again, or as soon as somebody else of your dealership signs in here.</source>
        <translation>Le compte connecté ici est désactivé. Rien n’est perdu&#xa0;: tout s’ouvre de nouveau quand un directeur rétablit cet accès, ou dès qu’une autre personne de votre concession se connecte ici.</translation>
    </message>
</context>
<context>
    <name>Forecourt::LocationChoice</name>
    <message>
        <source>All sites, also those to come</source>
        <translation>Tous les sites, y compris ceux à venir</translation>
    </message>
</context>
<context>
    <name>Forecourt::MainWindow::Private</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annulé&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Rétabli&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>“%1” could not be undone.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être annulé.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>Tous les sites</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Rétablir&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Aller à&#xa0;%1</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>They stay safe on this computer and are sent after the next sign-in. Nobody else sees them before that.</source>
        <translation>Elles restent en sûreté sur ce poste et partent après la prochaine connexion. D’ici là, personne d’autre ne les voit.</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Rester connecté</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are not sent yet.</source>
        <translation>
            <numerusform>%Ln modification n’est pas encore envoyée.</numerusform>
            <numerusform>%Ln modifications ne sont pas encore envoyées.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer has to reach the server by %1. Otherwise it locks itself until it does; nothing is lost.</source>
        <translation>Cet ordinateur doit joindre le serveur avant le %1. Sinon il se verrouille jusqu’à ce qu’il y parvienne; rien n’est perdu.</translation>
    </message>
</context>
<context>
    <name>Forecourt::NotificationPanel</name>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Mark all read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Nothing to tell. What needs you appears here.</source>
        <translation>Rien à signaler. Ce qui demande votre attention apparaît ici.</translation>
    </message>
</context>
<context>
    <name>Forecourt::OriginalsChoice</name>
    <message numerus="yes">
        <source>%n original(s) (%1) held back until you send them.</source>
        <translation>
            <numerusform>%n original (%1) retenu jusqu’à ce que vous l’envoyiez.</numerusform>
            <numerusform>%n originaux (%1) retenus jusqu’à ce que vous les envoyiez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) (%1) held back: metered connection.</source>
        <translation>
            <numerusform>%n original (%1) retenu&#xa0;: connexion limitée.</numerusform>
            <numerusform>%n originaux (%1) retenus&#xa0;: connexion limitée.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) (%1) held back: slow connection. They are tried again in a few minutes.</source>
        <translation>
            <numerusform>%n original (%1) retenu&#xa0;: connexion lente. Nouvel essai dans quelques minutes.</numerusform>
            <numerusform>%n originaux (%1) retenus&#xa0;: connexion lente. Nouvel essai dans quelques minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>They go last, after all other sizes of all photos.</source>
        <translation>Ils partent en dernier, après toutes les autres tailles de toutes les photos.</translation>
    </message>
    <message>
        <source>All other sizes of a photo go by themselves.</source>
        <translation>Toutes les autres tailles d’une photo partent d’elles-mêmes.</translation>
    </message>
    <message>
        <source>This computer cannot tell whether its connection is metered: they only wait while it is slow.</source>
        <translation>Cet ordinateur ne sait pas si sa connexion est limitée&#xa0;: ils n’attendent que si elle est lente.</translation>
    </message>
    <message>
        <source>The present connection is metered.</source>
        <translation>La connexion actuelle est limitée.</translation>
    </message>
    <message>
        <source>The present connection is not metered.</source>
        <translation>La connexion actuelle n’est pas limitée.</translation>
    </message>
    <message>
        <source>Send originals and videos</source>
        <translation>Envoyer les originaux et les vidéos</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>Not on metered or slow connections</source>
        <translation>Sauf connexion limitée ou lente</translation>
    </message>
    <message>
        <source>Only when I say so</source>
        <translation>Quand je le dis</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
</context>
<context>
    <name>Forecourt::OthersRefusalsTab</name>
    <message>
        <source>Choose what this is for first.</source>
        <translation>Choisissez d’abord ce que cela concerne.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of others taken over</source>
        <translation>
            <numerusform>%n modification d’autrui reprise</numerusform>
            <numerusform>%n modifications d’autrui reprises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) made in your name.</source>
        <translation>
            <numerusform>%n modification faite en votre nom.</numerusform>
            <numerusform>%n modifications faites en votre nom.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of others put aside</source>
        <translation>
            <numerusform>%n modification d’autrui mise de côté</numerusform>
            <numerusform>%n modifications d’autrui mises de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) put aside. Undo brings them back.</source>
        <translation>
            <numerusform>%n modification mise de côté. Annuler la ramène.</numerusform>
            <numerusform>%n modifications mises de côté. Annuler les ramène.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) copied with everything that was typed.</source>
        <translation>
            <numerusform>%n modification copiée avec tout ce qui a été saisi.</numerusform>
            <numerusform>%n modifications copiées avec tout ce qui a été saisi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes that were refused to others</source>
        <translation>Modifications refusées à d’autres</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Mettre de côté</translation>
    </message>
</context>
<context>
    <name>Forecourt::OutboxLines</name>
    <message>
        <source>A decision about a conflict</source>
        <translation>Une décision sur un conflit</translation>
    </message>
    <message>
        <source>A change of your settings</source>
        <translation>Un changement de vos réglages</translation>
    </message>
    <message>
        <source>You · %1</source>
        <translation>Vous ·&#xa0;%1</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Your role does not permit this. Ask a manager, or discard it.</source>
        <translation>Votre rôle ne le permet pas. Demandez à un directeur, ou abandonnez la modification.</translation>
    </message>
    <message>
        <source>It is too long for the server. Copy it, shorten it, and type it again.</source>
        <translation>C’est trop long pour le serveur. Copiez, raccourcissez et saisissez de nouveau.</translation>
    </message>
    <message>
        <source>The server does not understand a value of it. Copy it and type it again.</source>
        <translation>Le serveur ne comprend pas une des valeurs. Copiez et saisissez de nouveau.</translation>
    </message>
    <message>
        <source>The server is older than this Forecourt. Send it again when it was updated.</source>
        <translation>Le serveur est plus ancien que ce Forecourt. Renvoyez après sa mise à jour.</translation>
    </message>
    <message>
        <source>The server did not take it.</source>
        <translation>Le serveur ne l’a pas accepté.</translation>
    </message>
    <message>
        <source>The server did not take it (%1).</source>
        <translation>Le serveur ne l’a pas accepté (%1).</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Needs a newer server</source>
        <translation>Serveur à mettre à jour</translation>
    </message>
</context>
<context>
    <name>Forecourt::OutboxWindow</name>
    <message numerus="yes">
        <source>and %Ln older change(s)</source>
        <translation>
            <numerusform>et&#xa0;%Ln modification plus ancienne</numerusform>
            <numerusform>et&#xa0;%Ln modifications plus anciennes</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>Ce qui attend d’être envoyé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>Photos et fichiers</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>Changes that wait to be sent</source>
        <translation>Modifications en attente d’envoi</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Tout est envoyé</translation>
    </message>
    <message>
        <source>What you change while the network is away waits here and is sent by itself.</source>
        <translation>Ce que vous modifiez sans réseau attend ici et part tout seul.</translation>
    </message>
    <message>
        <source>Refused to others</source>
        <translation>Refusé à d’autres</translation>
    </message>
</context>
<context>
    <name>Forecourt::PasswordForm</name>
    <message>
        <source>Give the password that you have now.</source>
        <translation>Indiquez votre mot de passe actuel.</translation>
    </message>
    <message>
        <source>This is not the same as above. Type it once more.</source>
        <translation>Ce n’est pas le même que ci-dessus. Tapez-le encore une fois.</translation>
    </message>
    <message>
        <source>Type the code that your telephone shows, or a recovery code.</source>
        <translation>Tapez le code qu’affiche votre téléphone, ou un code de secours.</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Changement…</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Changer le mot de passe</translation>
    </message>
    <message numerus="yes">
        <source>Your password is changed; %n other computer(s) are signed out.</source>
        <translation>
            <numerusform>Votre mot de passe est changé; %n autre ordinateur est déconnecté.</numerusform>
            <numerusform>Votre mot de passe est changé; %n autres ordinateurs sont déconnectés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>Votre mot de passe est changé.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>The one with which you sign in to the server.</source>
        <translation>Celui avec lequel vous vous connectez au serveur.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Mot de passe actuel</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>New password, once more</source>
        <translation>Nouveau mot de passe, encore une fois</translation>
    </message>
    <message>
        <source>Code of your telephone, or a recovery code</source>
        <translation>Code de votre téléphone, ou code de secours</translation>
    </message>
    <message>
        <source>Sign me out on all my other computers</source>
        <translation>Me déconnecter de tous mes autres ordinateurs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Forecourt::PersonForm</name>
    <message>
        <source>disabled</source>
        <translation>accès fermé</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>peut se connecter</translation>
    </message>
    <message>
        <source>What the person types to sign in.</source>
        <translation>Ce que la personne tape pour se connecter.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Give a user name.</source>
        <translation>Donnez un nom d’utilisateur.</translation>
    </message>
    <message>
        <source>Tick a site, or all of them.</source>
        <translation>Cochez un site, ou tous.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Name as others read it</source>
        <translation>Nom tel que les autres le lisent</translation>
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
        <source>First password</source>
        <translation>Premier mot de passe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Tell it to the person, who chooses another at the first sign-in; it is not shown again.</source>
        <translation>Dites-le à la personne, qui en choisit un autre à la première connexion&#xa0;; il ne sera plus montré.</translation>
    </message>
    <message>
        <source>Somebody else has changed this person meanwhile: %1 · %2 · %3 · %4 · %5. What you typed is still here; save again to put it in place of theirs.</source>
        <translation>Quelqu’un d’autre a modifié cette personne entre-temps&#xa0;: %1 · %2 · %3 · %4 · %5. Ce que vous avez saisi est encore là&#xa0;; enregistrez à nouveau pour le mettre à la place.</translation>
    </message>
</context>
<context>
    <name>Forecourt::PersonList</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>The server keeps this list; people can be seen and changed when this computer is online.</source>
        <translation>Le serveur tient cette liste&#xa0;; on voit et on modifie les personnes quand cet ordinateur est en ligne.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Demande au serveur…</translation>
    </message>
    <message>
        <source>Who may sign in, as what, and at which sites. Changes count at once, everywhere.</source>
        <translation>Qui peut se connecter, avec quel rôle et pour quels sites. Tout changement vaut aussitôt, partout.</translation>
    </message>
    <message>
        <source>%1 may sign in now.</source>
        <translation>%1 peut maintenant se connecter.</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1&#xa0;: modification enregistrée.</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1 a un nouveau mot de passe.</translation>
    </message>
    <message>
        <source>%1 is disabled and signed out everywhere.</source>
        <translation>%1 n’a plus accès et est déconnecté partout.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 peut de nouveau se connecter.</translation>
    </message>
    <message>
        <source>%1: somebody else has changed this person meanwhile. Nothing was done; look again.</source>
        <translation>%1&#xa0;: quelqu’un d’autre a changé cette personne entre-temps. Rien n’a été fait&#xa0;; regardez à nouveau.</translation>
    </message>
</context>
<context>
    <name>Forecourt::PersonPasswordForm</name>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Donner un mot de passe</translation>
    </message>
    <message>
        <source>Set a password for %1</source>
        <translation>Donner un mot de passe à %1</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The old one stops working at once. Tell the new one to the person, who chooses another at the next sign-in; it is not shown again. Computers where the person is signed in stay so; sign them out in the list of computers.</source>
        <translation>L’ancien cesse aussitôt de fonctionner. Dites le nouveau à la personne, qui en choisit un autre à la prochaine connexion&#xa0;; il ne sera plus montré. Les ordinateurs où elle est connectée le restent&#xa0;; déconnectez-les dans la liste des ordinateurs.</translation>
    </message>
</context>
<context>
    <name>Forecourt::PersonRow</name>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Donner un mot de passe</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Fermer l’accès</translation>
    </message>
    <message>
        <source>Keep access</source>
        <translation>Garder l’accès</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Accès fermé</translation>
    </message>
    <message>
        <source>Disable %1? They are signed out on every computer at once, and cannot sign in until somebody lets them in again. What they have not sent yet stays on their computer.</source>
        <translation>Fermer l’accès de %1&#xa0;? Cette personne est déconnectée aussitôt de tous les ordinateurs et ne peut plus se connecter avant qu’on lui rende l’accès. Ce qu’elle n’a pas encore envoyé reste sur son ordinateur.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Set a password for %1</source>
        <translation>Donner un mot de passe à %1</translation>
    </message>
    <message>
        <source>Disable %1 now</source>
        <translation>Fermer maintenant l’accès de %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Has never signed in</source>
        <translation>Ne s’est jamais connecté</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>Vu %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Rendre l’accès</translation>
    </message>
    <message>
        <source>Let %1 in again</source>
        <translation>Rendre l’accès à %1</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>Fermer l’accès de %1</translation>
    </message>
    <message>
        <source>New password due</source>
        <translation>Mot de passe à choisir</translation>
    </message>
    <message>
        <source>Somebody else gave this password: at the next sign-in %1 chooses another.</source>
        <translation>Quelqu’un d’autre a donné ce mot de passe&#xa0;: à sa prochaine connexion, %1 en choisira un autre.</translation>
    </message>
</context>
<context>
    <name>Forecourt::RailWidget</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Gestion</translation>
    </message>
</context>
<context>
    <name>Forecourt::RecoveryCodes</name>
    <message>
        <source>Recovery codes of Forecourt</source>
        <translation>Codes de secours de Forecourt</translation>
    </message>
    <message>
        <source>Each of them signs in once, in place of the code of the telephone.</source>
        <translation>Chacun permet une connexion, à la place du code du téléphone.</translation>
    </message>
    <message>
        <source>Copied. Paste them where only you can read them.</source>
        <translation>Copiés. Collez-les là où vous seul pouvez les lire.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistrés sous %1.</translation>
    </message>
    <message>
        <source>Save the recovery codes</source>
        <translation>Enregistrer les codes de secours</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>If your telephone is lost, one of these codes signs you in, each once. Keep them where only you find them, and not on the telephone: they are shown this one time.</source>
        <translation>Si vous perdez votre téléphone, un de ces codes vous connecte, chacun une fois. Gardez-les là où vous seul les trouvez, et pas sur le téléphone&#xa0;: ils ne sont affichés que cette fois.</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Codes de secours</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>I have kept them</source>
        <translation>Je les ai gardés</translation>
    </message>
</context>
<context>
    <name>Forecourt::RefusedTab</name>
    <message>
        <source>Choose what this is for first.</source>
        <translation>Choisissez d’abord de quoi il s’agit.</translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n discarded</source>
        <translation>
            <numerusform>Ramener&#xa0;%n abandonnée</numerusform>
            <numerusform>Ramener&#xa0;%n abandonnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) go to the server again.</source>
        <translation>
            <numerusform>%n modification repart vers le serveur.</numerusform>
            <numerusform>%n modifications repartent vers le serveur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) cannot be sent again; copy them instead.</source>
        <translation>
            <numerusform>%n modification ne peut pas être renvoyée; copiez-la plutôt.</numerusform>
            <numerusform>%n modifications ne peuvent pas être renvoyées; copiez-les plutôt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) copied with everything that was typed.</source>
        <translation>
            <numerusform>%n modification copiée avec tout ce qui a été saisi.</numerusform>
            <numerusform>%n modifications copiées avec tout ce qui a été saisi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) discarded. They can be brought back for a week.</source>
        <translation>
            <numerusform>%n modification abandonnée. Vous pouvez la ramener pendant une semaine.</numerusform>
            <numerusform>%n modifications abandonnées. Vous pouvez les ramener pendant une semaine.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes that were not accepted</source>
        <translation>Modifications refusées</translation>
    </message>
    <message>
        <source>Everything was accepted</source>
        <translation>Tout a été accepté</translation>
    </message>
    <message>
        <source>A change that the server does not take comes back here, with everything you typed.</source>
        <translation>Une modification que le serveur n’accepte pas revient ici, avec tout ce que vous avez saisi.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>Forecourt::SecuritySection</name>
    <message>
        <source>This needs the server: it can be changed when this computer is online. What you typed stays.</source>
        <translation>Ceci demande le serveur&#xa0;: on peut le changer quand cet ordinateur est en ligne. Ce que vous avez tapé reste.</translation>
    </message>
</context>
<context>
    <name>Forecourt::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Apparence et langue</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Rows in lists</source>
        <translation>Lignes des listes</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Serrées</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normales</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Aérées</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Réduire les animations</translation>
    </message>
    <message>
        <source>Nothing fades or slides.</source>
        <translation>Rien ne fond ni ne glisse.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Letters alone are keys</source>
        <translation>Les lettres seules sont des touches</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>This computer’s storage</source>
        <translation>Stockage de ce poste</translation>
    </message>
    <message>
        <source>Everything lies in this folder:</source>
        <translation>Tout se trouve dans ce dossier&#xa0;:</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 en tant que&#xa0;%2</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>E edits, P changes the price … while no text field has the focus.</source>
        <translation>E modifie, P change le prix… tant qu’aucun champ de texte n’est actif.</translation>
    </message>
    <message numerus="yes">
        <source>Records %1 · %Ln file(s) of photos, %2</source>
        <translation>
            <numerusform>Fiches&#xa0;%1 ·&#xa0;%Ln fichier de photos,&#xa0;%2</numerusform>
            <numerusform>Fiches&#xa0;%1 ·&#xa0;%Ln fichiers de photos,&#xa0;%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed-in computers</source>
        <translation>Ordinateurs connectés</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Made with Qt (LGPL 3), SQLite (public domain), libsodium (ISC), libheif (LGPL 3), FFmpeg (LGPL 2.1), libqrencode (LGPL 2.1), Exiv2 (GPL 2 or later), Zstandard and libzip (BSD), OpenSSL (Apache 2), the fonts Inter and JetBrains Mono (OFL 1.1), and Tabler Icons (MIT).</source>
        <translation>Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure. Réalisé avec Qt (LGPL 3), SQLite (domaine public), libsodium (ISC), libheif (LGPL 3), FFmpeg (LGPL 2.1), libqrencode (LGPL 2.1), Exiv2 (GPL 2 ou ultérieure), Zstandard et libzip (BSD), OpenSSL (Apache 2), les polices Inter et JetBrains Mono (OFL 1.1) et Tabler Icons (MIT).</translation>
    </message>
</context>
<context>
    <name>Forecourt::ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Forecourt::SignInCodeStep</name>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Type the code that your telephone shows, or a recovery code.</source>
        <translation>Tapez le code qu’affiche votre téléphone, ou un code de secours.</translation>
    </message>
    <message>
        <source>The password is right. Now the six digits that your telephone shows for Forecourt; a recovery code does as well, once.</source>
        <translation>Le mot de passe est correct. Tapez maintenant les six chiffres que votre téléphone affiche pour Forecourt; un code de secours convient aussi, une fois.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>Forecourt::SignInPasswordStep</name>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Keep this password and sign in</source>
        <translation>Garder ce mot de passe et se connecter</translation>
    </message>
    <message>
        <source>Type a password of your own.</source>
        <translation>Saisissez un mot de passe à vous.</translation>
    </message>
    <message>
        <source>The two differ. Type the new one once more.</source>
        <translation>Les deux diffèrent. Saisissez le nouveau encore une fois.</translation>
    </message>
    <message>
        <source>Somebody else has given you this password. Choose one that only you know; it counts from now on.</source>
        <translation>Quelqu’un d’autre vous a donné ce mot de passe. Choisissez-en un que vous seul connaissez&#xa0;; il compte dès maintenant.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>New password, once more</source>
        <translation>Nouveau mot de passe, encore une fois</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>Forecourt::SignInView</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Work on this computer without signing in</source>
        <translation>Travailler sur ce poste sans se connecter</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Forecourt %1, this computer is “%2”</source>
        <translation>Forecourt&#xa0;%1, ce poste est «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>Sign in once with the network; then everything works without it.</source>
        <translation>Connectez-vous une fois avec le réseau&#xa0;; ensuite, tout fonctionne sans lui.</translation>
    </message>
    <message>
        <source>Sign in to go on sharing your work.</source>
        <translation>Connectez-vous pour continuer à partager votre travail.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Give the address of your server, such as %1.</source>
        <translation>Indiquez l’adresse de votre serveur, par exemple&#xa0;%1.</translation>
    </message>
    <message>
        <source>Give your user name.</source>
        <translation>Indiquez votre nom d’utilisateur.</translation>
    </message>
    <message>
        <source>Give your password.</source>
        <translation>Indiquez votre mot de passe.</translation>
    </message>
    <message>
        <source>Works where the network does not.</source>
        <translation>Fonctionne là où le réseau s’arrête.</translation>
    </message>
    <message>
        <source>Stock and photos stay on this computer; changes are sent when the server answers.</source>
        <translation>Stock et photos restent sur ce poste&#xa0;; les modifications partent quand le serveur répond.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting to be sent</source>
        <translation>
            <numerusform>%Ln modification en attente d’envoi</numerusform>
            <numerusform>%Ln modifications en attente d’envoi</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the same: trust this server</source>
        <translation>C’est la même : faire confiance à ce serveur</translation>
    </message>
</context>
<context>
    <name>Forecourt::SiteButton</name>
    <message>
        <source>Site: %1</source>
        <translation>Site&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Choose the site</source>
        <translation>Choisir le site</translation>
    </message>
</context>
<context>
    <name>Forecourt::SitePopover</name>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Find a site</source>
        <translation>Trouver un site</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>Tous les sites</translation>
    </message>
</context>
<context>
    <name>Forecourt::StartErrorWindow</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
</context>
<context>
    <name>Forecourt::SyncChip</name>
    <message>
        <source>Sync: %1</source>
        <translation>Synchro&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>Ce qui attend d’être envoyé</translation>
    </message>
</context>
<context>
    <name>Forecourt::SyncPanel</name>
    <message>
        <source>What waits to be sent</source>
        <translation>Ce qui attend d’être envoyé</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>No keychain was found on this computer: your sign-in lies in a file that only you can read.</source>
        <translation>Aucun trousseau n’a été trouvé sur ce poste&#xa0;: votre connexion est gardée dans un fichier que vous seul pouvez lire.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s) to review</source>
        <translation>
            <numerusform>%Ln conflit à examiner</numerusform>
            <numerusform>%Ln conflits à examiner</numerusform>
        </translation>
    </message>
    <message>
        <source>Two people changed the same: you choose.</source>
        <translation>Deux personnes ont modifié la même chose&#xa0;: vous choisissez.</translation>
    </message>
    <message>
        <source>Show all %L1</source>
        <translation>Afficher les&#xa0;%L1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
</context>
<context>
    <name>Forecourt::TopBar</name>
    <message>
        <source>Search stock, VIN or command</source>
        <translation>Chercher un stock, un NIV, une commande</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
</context>
<context>
    <name>Forecourt::TransferCard</name>
    <message>
        <source>Every photo of this computer is on the server.</source>
        <translation>Toutes les photos de ce poste sont sur le serveur.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left</source>
        <translation>
            <numerusform>%n fichier restant</numerusform>
            <numerusform>%n fichiers restants</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>waits for the connection</source>
        <translation>attend la connexion</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ&#xa0;%1</translation>
    </message>
    <message>
        <source>Photos and files to the server</source>
        <translation>Photos et fichiers vers le serveur</translation>
    </message>
    <message>
        <source>Photos and files from the server</source>
        <translation>Photos et fichiers du serveur</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Everything else of this computer is on the server.</source>
        <translation>Tout le reste de cet ordinateur est sur le serveur.</translation>
    </message>
    <message>
        <source>Every photo is on this computer. Its large size and its original come when somebody opens or exports it.</source>
        <translation>Chaque photo est sur cet ordinateur. Sa grande taille et son original arrivent quand quelqu’un l’ouvre ou l’exporte.</translation>
    </message>
</context>
<context>
    <name>Forecourt::UserButton</name>
    <message>
        <source>Your menu</source>
        <translation>Votre menu</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>Menu de&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>Forecourt::UserMenu</name>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Gérant</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Soutien</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Acheteur</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>This computer’s storage</source>
        <translation>Stockage de ce poste</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>Forecourt::WindowActions</name>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Choose the site</source>
        <translation>Choisir le site</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>Ce qui attend d’être envoyé</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Zone suivante</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>Zone précédente</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Aller</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Barre de menus</translation>
    </message>
    <message>
        <source>Back, close</source>
        <translation>Retour, fermer</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>Sees and changes everything, costs too; says who may sign in, owners among them; reads the activity of everybody.</source>
        <translation>Voit et modifie tout, les coûts aussi&#xa0;; décide qui peut se connecter, propriétaires compris&#xa0;; lit l’activité de tous.</translation>
    </message>
    <message>
        <source>Sees and changes everything at their sites, costs too; says who may sign in, except owners; reads the activity of everybody.</source>
        <translation>Voit et modifie tout sur ses sites, les coûts aussi&#xa0;; décide qui peut se connecter, sauf les propriétaires&#xa0;; lit l’activité de tous.</translation>
    </message>
    <message>
        <source>Sees and changes vehicles at their sites, with what they cost.</source>
        <translation>Voit et modifie les véhicules de ses sites, avec leur coût.</translation>
    </message>
    <message>
        <source>Sees and changes vehicles at their sites, but not what they cost.</source>
        <translation>Voit et modifie les véhicules de ses sites, mais pas leur coût.</translation>
    </message>
    <message>
        <source>Sees vehicles at their sites, but not what they cost, and changes nothing.</source>
        <translation>Voit les véhicules de ses sites, mais pas leur coût, et ne modifie rien.</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>Tous les sites</translation>
    </message>
    <message>
        <source>a site that is not here yet</source>
        <translation>un site qui n’est pas encore ici</translation>
    </message>
    <message>
        <source>Your role or your sites do not permit this. Ask an owner.</source>
        <translation>Votre rôle ou vos sites ne le permettent pas. Adressez-vous à un propriétaire.</translation>
    </message>
    <message>
        <source>A user name has 1 to 64 characters, no blank at an end and no two in a row.</source>
        <translation>Un nom d’utilisateur a de 1 à 64 caractères, sans espace au début ni à la fin, ni deux de suite.</translation>
    </message>
    <message>
        <source>Somebody has this user name already; capital letters make no difference. Choose another one.</source>
        <translation>Quelqu’un a déjà ce nom d’utilisateur&#xa0;; les majuscules ne comptent pas. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A name has at most 100 characters.</source>
        <translation>Un nom a au plus 100 caractères.</translation>
    </message>
    <message>
        <source>One of these sites is not there any more. Choose again.</source>
        <translation>Un de ces sites n’existe plus. Choisissez à nouveau.</translation>
    </message>
    <message>
        <source>Nobody changes their own role, sites or access. Ask another owner or manager.</source>
        <translation>Personne ne change son propre rôle, ses sites ou son accès. Adressez-vous à un autre propriétaire ou gérant.</translation>
    </message>
    <message>
        <source>This is the only owner who can sign in. Make somebody else an owner first.</source>
        <translation>C’est le seul propriétaire qui peut se connecter. Nommez d’abord un autre propriétaire.</translation>
    </message>
    <message>
        <source>This person is not there any more.</source>
        <translation>Cette personne n’existe plus.</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Receiving changes</source>
        <translation>Réception de modifications</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Seulement sur ce poste</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Refusé par le serveur</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Hors ligne depuis&#xa0;%1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Sign in to share your work with your colleagues.</source>
        <translation>Connectez-vous pour partager votre travail avec vos collègues.</translation>
    </message>
    <message>
        <source>You chose to work offline.</source>
        <translation>Vous avez choisi de travailler hors ligne.</translation>
    </message>
    <message>
        <source>Work goes on here.</source>
        <translation>Le travail continue ici.</translation>
    </message>
    <message>
        <source>Next try in %1.</source>
        <translation>Prochain essai dans&#xa0;%1.</translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation>Essai en cours.</translation>
    </message>
    <message>
        <source>Sending; nothing to do.</source>
        <translation>Envoi en cours&#xa0;; rien à faire.</translation>
    </message>
    <message>
        <source>Changes of your colleagues are coming in.</source>
        <translation>Les modifications de vos collègues arrivent.</translation>
    </message>
    <message>
        <source>Everything is saved and sent.</source>
        <translation>Tout est enregistré et envoyé.</translation>
    </message>
    <message>
        <source>Last full sync %1</source>
        <translation>Dernière synchro complète&#xa0;%1</translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation>Jamais synchronisé</translation>
    </message>
    <message>
        <source>This computer’s clock is %1 slow. Your changes are stamped with the server’s time.</source>
        <translation>L’horloge de ce poste retarde de&#xa0;%1. Vos modifications portent l’heure du serveur.</translation>
    </message>
    <message>
        <source>This computer’s clock is %1 fast. Your changes are stamped with the server’s time.</source>
        <translation>L’horloge de ce poste avance de&#xa0;%1. Vos modifications portent l’heure du serveur.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln modif. en attente</numerusform>
            <numerusform>%Ln modif. en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) not accepted</source>
        <translation>
            <numerusform>%Ln modif. refusée</numerusform>
            <numerusform>%Ln modif. refusées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s) to review</source>
        <translation>
            <numerusform>%Ln conflit à examiner</numerusform>
            <numerusform>%Ln conflits à examiner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Syncing %Ln change(s)</source>
        <translation>
            <numerusform>Synchro de&#xa0;%Ln modification</numerusform>
            <numerusform>Synchro de&#xa0;%Ln modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %Ln photo(s)</source>
        <translation>
            <numerusform>Envoi de&#xa0;%Ln photo</numerusform>
            <numerusform>Envoi de&#xa0;%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are safe on this computer.</source>
        <translation>
            <numerusform>%Ln modification est en sûreté sur ce poste.</numerusform>
            <numerusform>%Ln modifications sont en sûreté sur ce poste.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server’s certificate has changed</source>
        <translation>Le certificat du serveur a changé</translation>
    </message>
    <message>
        <source>The server’s certificate is not known</source>
        <translation>Le certificat du serveur est inconnu</translation>
    </message>
</context>
</TS>
