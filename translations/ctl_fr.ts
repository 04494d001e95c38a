<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en">
<context>
    <name>ConflictReport</name>
    <message>
        <source>Record</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Écarté</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to review</source>
        <translation>
            <numerusform>%n conflit à examiner</numerusform>
            <numerusform>%n conflits à examiner</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists fields that two people changed at the same time.</source>
        <translation>Liste les champs que deux personnes ont modifiés en même temps.</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Decided. Both values stay in the history of the record’s conflicts.</source>
        <translation>C’est décidé. Les deux valeurs restent dans l’historique des conflits de la fiche.</translation>
    </message>
    <message>
        <source>Decides a conflict: what stands now stays.</source>
        <translation>Décide un conflit&#xa0;: ce qui est en place reste.</translation>
    </message>
    <message>
        <source>Decides a conflict: the lost value is written again.</source>
        <translation>Décide un conflit&#xa0;: la valeur écartée est reprise.</translation>
    </message>
    <message>
        <source>A removed record comes back with it; a removal that did not happen, happens.</source>
        <translation>Une fiche retirée revient avec elle; un retrait resté en suspens est fait.</translation>
    </message>
    <message>
        <source>Decides a conflict with another value.</source>
        <translation>Décide un conflit avec une autre valeur.</translation>
    </message>
</context>
<context>
    <name>Invocation</name>
    <message>
        <source>Commands:</source>
        <translation>Commandes&#xa0;:</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Affiche cette aide.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Affiche la version.</translation>
    </message>
    <message>
        <source>Directory of the store.</source>
        <translation>Dossier de données.</translation>
    </message>
    <message>
        <source>Address of the server; otherwise the one that the store knows.</source>
        <translation>Adresse du serveur&#xa0;; sinon celle que connaît le dossier de données.</translation>
    </message>
    <message>
        <source>Prints one JSON document on standard output.</source>
        <translation>Écrit un document JSON sur la sortie standard.</translation>
    </message>
    <message>
        <source>Language of messages: en or fr.</source>
        <translation>Langue des messages&#xa0;: en ou fr.</translation>
    </message>
    <message>
        <source>Works with the store of a Forecourt workstation, without a window: for scripts and support.</source>
        <translation>Travaille avec le dossier de données d’un poste Forecourt, sans fenêtre&#xa0;: pour les scripts et l’assistance.</translation>
    </message>
    <message>
        <source>What to do, see below.</source>
        <translation>Ce qu’il faut faire, voir plus bas.</translation>
    </message>
    <message>
        <source>No command is given; see forecourtctl --help.</source>
        <translation>Aucune commande n’est donnée&#xa0;; voir forecourtctl --help.</translation>
    </message>
    <message>
        <source>There is no command “%1”; see forecourtctl --help.</source>
        <translation>La commande «&#xa0;%1&#xa0;» n’existe pas&#xa0;; voir forecourtctl --help.</translation>
    </message>
    <message>
        <source>It is used like this: forecourtctl --store DIR %1</source>
        <translation>Elle s’utilise ainsi&#xa0;: forecourtctl --store DIR %1</translation>
    </message>
    <message>
        <source>Name the store with --store DIR.</source>
        <translation>Nommez le dossier de données avec --store DIR.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a server.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas l’adresse d’un serveur.</translation>
    </message>
    <message>
        <source>“forecourtctl COMMAND --help” tells more about one command.
Money is written like 24950.00 CAD. Messages go to standard error.
Exit codes: 0 done, 1 failed, 2 wrong command line, 3 not found, 4 refused, 5 server not reachable, 6 done in part, 7 not signed in, 8 store cannot be opened, 9 locked.</source>
        <translation>«&#xa0;forecourtctl COMMANDE --help&#xa0;» en dit plus sur une commande.
Les montants s’écrivent comme 24950.00 CAD. Les messages vont sur la sortie d’erreur.
Codes de sortie&#xa0;: 0 fait, 1 échec, 2 ligne de commande incorrecte, 3 introuvable, 4 refusé, 5 serveur injoignable, 6 fait en partie, 7 non connecté, 8 dossier de données impossible à ouvrir, 9 verrouillé.</translation>
    </message>
</context>
<context>
    <name>OutboxReport</name>
    <message>
        <source>Not accepted</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n modif. en attente</numerusform>
            <numerusform>%n modif. en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <translation>
            <numerusform>%n fichier en attente</numerusform>
            <numerusform>%n fichiers en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not accepted</source>
        <translation>
            <numerusform>%n refusée</numerusform>
            <numerusform>%n refusées</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists changes that wait to be sent, and those that were refused.</source>
        <translation>Liste les modifications en attente d’envoi et celles qui ont été refusées.</translation>
    </message>
    <message>
        <source>Sends a refused change again.</source>
        <translation>Renvoie une modification refusée.</translation>
    </message>
    <message>
        <source>Forgets the change instead.</source>
        <translation>Oublie plutôt la modification.</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n change(s).</source>
        <translation>
            <numerusform>%n modification enregistrée.</numerusform>
            <numerusform>%n modifications enregistrées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are included.</source>
        <translation>
            <numerusform>%n fichier est joint.</numerusform>
            <numerusform>%n fichiers sont joints.</numerusform>
        </translation>
    </message>
    <message>
        <source>They still wait here as well.</source>
        <translation>Elles restent aussi en attente ici.</translation>
    </message>
    <message>
        <source>is not in this store; synchronise first</source>
        <translation>n’est pas sur ce poste; synchronisez d’abord</translation>
    </message>
    <message>
        <source>belongs to the person who saved the file</source>
        <translation>appartient à la personne qui a enregistré le fichier</translation>
    </message>
    <message>
        <source>is of a later Forecourt</source>
        <translation>vient d’un Forecourt plus récent</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) would be imported.</source>
        <translation>
            <numerusform>%n modification serait importée.</numerusform>
            <numerusform>%n modifications seraient importées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n change(s).</source>
        <translation>
            <numerusform>%n modification importée.</numerusform>
            <numerusform>%n modifications importées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n était déjà ici.</numerusform>
            <numerusform>%n étaient déjà ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saves what waits to a file, for another workstation of the dealership.</source>
        <translation>Enregistre ce qui attend dans un fichier, pour un autre poste du concessionnaire.</translation>
    </message>
    <message>
        <source>Names photos instead of including them.</source>
        <translation>Nomme les photos au lieu de les joindre.</translation>
    </message>
    <message>
        <source>Brings in what another workstation saved, as your edits.</source>
        <translation>Importe ce qu’un autre poste a enregistré, comme vos modifications.</translation>
    </message>
    <message>
        <source>Only says what would be imported.</source>
        <translation>Dit seulement ce qui serait importé.</translation>
    </message>
    <message>
        <source>Needs a newer server</source>
        <translation>Serveur à mettre à jour</translation>
    </message>
</context>
<context>
    <name>PhotoChecking</name>
    <message>
        <source>blurred</source>
        <translation>floue</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>trop sombre</translation>
    </message>
    <message>
        <source>too bright</source>
        <translation>trop claire</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>trop petite</translation>
    </message>
    <message>
        <source>like photo %1</source>
        <translation>comme la photo %1</translation>
    </message>
    <message>
        <source>on another vehicle too</source>
        <translation>aussi sur un autre véhicule</translation>
    </message>
    <message>
        <source>not on this computer yet</source>
        <translation>pas encore sur cet ordinateur</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Says which photos of a vehicle are blurred, too dark, too bright, too small, alike, or on another vehicle too.</source>
        <translation>Dit quelles photos d’un véhicule sont floues, trop sombres, trop claires, trop petites, semblables ou aussi sur un autre véhicule.</translation>
    </message>
</context>
<context>
    <name>PhotoEditing</name>
    <message numerus="yes">
        <source>Added %n photo(s).</source>
        <translation>
            <numerusform>%n photo ajoutée.</numerusform>
            <numerusform>%n photos ajoutées.</numerusform>
        </translation>
    </message>
    <message>
        <source>A photo is named by its number in “photo list”, or by its id.</source>
        <translation>Une photo se nomme par son numéro dans «&#xa0;photo list&#xa0;» ou par son identifiant.</translation>
    </message>
    <message>
        <source>Puts photos to another place, or to the end.</source>
        <translation>Déplace des photos à un autre endroit, ou à la fin.</translation>
    </message>
    <message>
        <source>The photo that they come before.</source>
        <translation>La photo avant laquelle elles se placent.</translation>
    </message>
    <message>
        <source>Makes a photo the one that stands for its vehicle.</source>
        <translation>Fait d’une photo celle qui représente son véhicule.</translation>
    </message>
    <message>
        <source>Removes photos.</source>
        <translation>Retire des photos.</translation>
    </message>
    <message>
        <source>Adds photos and videos, files or whole folders, to a vehicle.</source>
        <translation>Ajoute des photos et des vidéos, fichiers ou dossiers entiers, à un véhicule.</translation>
    </message>
</context>
<context>
    <name>PhotoReading</name>
    <message>
        <source>%1 has not arrived on this computer yet.</source>
        <translation>%1 n’est pas encore arrivé sur ce poste.</translation>
    </message>
    <message>
        <source>it exists already</source>
        <translation>il existe déjà</translation>
    </message>
    <message>
        <source>Lists the photos of a vehicle in their order.</source>
        <translation>Liste les photos d’un véhicule dans leur ordre.</translation>
    </message>
    <message>
        <source>Copies the photos of a vehicle to a folder.</source>
        <translation>Copie les photos d’un véhicule dans un dossier.</translation>
    </message>
    <message>
        <source>original, large (2048 px, the default) or medium (1024 px); only originals keep GPS positions and camera data.</source>
        <translation>original, large (2048 px, par défaut) ou medium (1024 px)&#xa0;; seuls les originaux gardent la position GPS et les données de l’appareil.</translation>
    </message>
    <message>
        <source>Replaces files that exist.</source>
        <translation>Remplace les fichiers existants.</translation>
    </message>
    <message>
        <source>Shapes and names the files as this preset of the dealership says, or website, square or small. A FOLDER that ends in .zip is made a ZIP file.</source>
        <translation>Donne aux fichiers la forme et le nom de ce préréglage de la concession, ou de website, square ou small. Un FOLDER qui finit par .zip devient un fichier ZIP.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) left out: presets are for photos.</source>
        <translation>
            <numerusform>%n vidéo laissée de côté : les préréglages sont faits pour les photos.</numerusform>
            <numerusform>%n vidéos laissées de côté : les préréglages sont faits pour les photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoReport</name>
    <message>
        <source>primary</source>
        <translation>principale</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Finds vehicles by stock number, VIN or its last 6, make, model, year …</source>
        <translation>Trouve des véhicules par numéro de stock, NIV ou ses 6 derniers caractères, marque, modèle, année…</translation>
    </message>
</context>
<context>
    <name>ServerCommands</name>
    <message>
        <source>Store: %1</source>
        <translation>Dossier de données&#xa0;: %1</translation>
    </message>
    <message>
        <source>Never joined to a server</source>
        <translation>Jamais relié à un serveur</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Connecté en tant que %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n modif. en attente</numerusform>
            <numerusform>%n modif. en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not accepted</source>
        <translation>
            <numerusform>%n modification refusée</numerusform>
            <numerusform>%n modifications refusées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to review</source>
        <translation>
            <numerusform>%n conflit à examiner</numerusform>
            <numerusform>%n conflits à examiner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to send</source>
        <translation>
            <numerusform>%n fichier à envoyer</numerusform>
            <numerusform>%n fichiers à envoyer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to fetch</source>
        <translation>
            <numerusform>%n fichier à recevoir</numerusform>
            <numerusform>%n fichiers à recevoir</numerusform>
        </translation>
    </message>
    <message>
        <source>Tells who is signed in and what waits.</source>
        <translation>Dit qui est connecté et ce qui attend.</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>Mot de passe de %1&#xa0;: </translation>
    </message>
    <message>
        <source>There is no terminal to ask on; use --password-stdin.</source>
        <translation>Aucun terminal pour demander&#xa0;; utilisez --password-stdin.</translation>
    </message>
    <message>
        <source>Name the server with --server URL.</source>
        <translation>Nommez le serveur avec --server URL.</translation>
    </message>
    <message>
        <source>Signed in as %1 on %2.</source>
        <translation>Connecté en tant que %1 à %2.</translation>
    </message>
    <message>
        <source>Everything is sent and received.</source>
        <translation>Tout est envoyé et reçu.</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Serveur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Signs in to a server and joins the store to it.</source>
        <translation>Se connecte à un serveur et y relie le dossier de données.</translation>
    </message>
    <message>
        <source>Sends what waits and receives what is new, with its files, then ends.</source>
        <translation>Envoie ce qui attend et reçoit ce qui est nouveau, avec les fichiers, puis se termine.</translation>
    </message>
    <message>
        <source>Seconds after which it gives up; 60 unless told.</source>
        <translation>Secondes après lesquelles il abandonne&#xa0;; 60 par défaut.</translation>
    </message>
    <message>
        <source>If it is the right one, sign in with --fingerprint &quot;%1&quot;.</source>
        <translation>Si c’est la bonne, connectez-vous avec --fingerprint &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Accepts the certificate with this fingerprint, and no other.</source>
        <translation>Accepte le certificat qui a cette empreinte, et aucun autre.</translation>
    </message>
    <message>
        <source>This computer was too long without contact to the server and has locked its store. Nothing is lost. Run forecourtctl sync where the network reaches the server.</source>
        <translation>Cet ordinateur est resté trop longtemps sans contact avec le serveur et a verrouillé son dossier de données. Rien n’est perdu. Exécutez forecourtctl sync là où le réseau atteint le serveur.</translation>
    </message>
    <message>
        <source>Locked since %1, until the server is reached</source>
        <translation>Verrouillé depuis le %1, jusqu’à ce que le serveur soit joint</translation>
    </message>
    <message>
        <source>Opens without the server until %1</source>
        <translation>S’ouvre sans le serveur jusqu’au %1</translation>
    </message>
    <message>
        <source>Code of your telephone, or a recovery code: </source>
        <translation>Code de votre téléphone, ou code de secours&#xa0;: </translation>
    </message>
    <message>
        <source>There is no terminal to ask on; give it with --code.</source>
        <translation>Aucun terminal où poser la question; donnez-le avec --code.</translation>
    </message>
    <message>
        <source>Second factor: a code of the telephone, or a recovery code.</source>
        <translation>Second facteur&#xa0;: un code du téléphone, ou un code de secours.</translation>
    </message>
    <message>
        <source>Somebody else has given you this password. Choose one that only you know.</source>
        <translation>Quelqu’un d’autre vous a donné ce mot de passe. Choisissez-en un que vous seul connaissez.</translation>
    </message>
    <message>
        <source>New password: </source>
        <translation>Nouveau mot de passe&#xa0;: </translation>
    </message>
    <message>
        <source>Once more: </source>
        <translation>Encore une fois&#xa0;: </translation>
    </message>
    <message>
        <source>The two differ. Sign in again.</source>
        <translation>Les deux diffèrent. Recommencez la connexion.</translation>
    </message>
    <message>
        <source>Reads the password from standard input instead of the terminal, and from the second line the one that a person chooses who was given theirs.</source>
        <translation>Lit le mot de passe sur l’entrée standard plutôt qu’au terminal et, sur la deuxième ligne, celui que choisit une personne dont le mot de passe a été donné.</translation>
    </message>
    <message>
        <source>This computer was signed out (by: %1) and has locked its store. Nothing is lost. Run forecourtctl login.</source>
        <translation>Cet ordinateur a été déconnecté (par&#xa0;: %1) et sa base est verrouillée. Rien n’est perdu. Lancez forecourtctl login.</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>le serveur</translation>
    </message>
    <message>
        <source>The account that is signed in here is disabled, and the store is locked. Nothing is lost. Ask your manager, or run forecourtctl login as somebody else.</source>
        <translation>Le compte connecté ici est désactivé et la base est verrouillée. Rien n’est perdu. Demandez à votre directeur, ou lancez forecourtctl login sous un autre nom.</translation>
    </message>
    <message>
        <source>Locked: the server has signed this computer out</source>
        <translation>Verrouillée&#xa0;: le serveur a déconnecté cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>Everything is sent and received, but for %n original(s) with %1 bytes. They go with --originals now.</source>
        <translation>
            <numerusform>Tout est envoyé et reçu, sauf %n original de %1 octets. Il part avec --originals now.</numerusform>
            <numerusform>Tout est envoyé et reçu, sauf %n originaux, %1 octets en tout. Ils partent avec --originals now.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sends those that were held back with &quot;now&quot;; &quot;always&quot;, &quot;unmetered&quot; (not over metered or slow connections) or &quot;on-request&quot; is remembered.</source>
        <translation>Envoie avec «&#xa0;now&#xa0;» ceux qui étaient retenus&#xa0;; «&#xa0;always&#xa0;», «&#xa0;unmetered&#xa0;» (pas sur une connexion limitée ou lente) ou «&#xa0;on-request&#xa0;» est retenu.</translation>
    </message>
    <message>
        <source>Fetches the large sizes and originals of this vehicle, too.</source>
        <translation>Récupère aussi les grandes tailles et les originaux de ce véhicule.</translation>
    </message>
</context>
<context>
    <name>VehicleEditing</name>
    <message>
        <source>Added %1.</source>
        <translation>%1 ajouté.</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Rien ne diffère.</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Modifié.</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n vehicle(s).</source>
        <translation>
            <numerusform>%n véhicule retiré.</numerusform>
            <numerusform>%n véhicules retirés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fields:</source>
        <translation>Champs&#xa0;:</translation>
    </message>
    <message>
        <source>Even though another vehicle has this VIN.</source>
        <translation>Même si un autre véhicule porte ce NIV.</translation>
    </message>
    <message>
        <source>Adds a vehicle.</source>
        <translation>Ajoute un véhicule.</translation>
    </message>
    <message>
        <source>Changes fields of a vehicle; an empty value clears one.</source>
        <translation>Modifie des champs d’un véhicule&#xa0;; une valeur vide en efface un.</translation>
    </message>
    <message>
        <source>Takes vehicles off the books.</source>
        <translation>Retire des véhicules du stock.</translation>
    </message>
</context>
<context>
    <name>VehicleImporting</name>
    <message>
        <source>Line %1 skipped: %2</source>
        <translation>Ligne %1 ignorée&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 created, %2 updated, %3 unchanged, %4 skipped</source>
        <translation>%1 créés, %2 mis à jour, %3 inchangés, %4 ignorés</translation>
    </message>
    <message>
        <source>Reads vehicles from a comma separated file.</source>
        <translation>Lit des véhicules dans un fichier de valeurs séparées par des virgules.</translation>
    </message>
    <message>
        <source>The first line names the columns, in English or French. Vehicles are recognised by VIN, else by stock number; a line that cannot be used is skipped with the reason.</source>
        <translation>La première ligne nomme les colonnes, en anglais ou en français. Les véhicules sont reconnus par leur NIV, sinon par leur numéro de stock&#xa0;; une ligne inutilisable est ignorée, avec le motif.</translation>
    </message>
    <message>
        <source>Tells what would happen, and changes nothing.</source>
        <translation>Dit ce qui arriverait, sans rien modifier.</translation>
    </message>
</context>
<context>
    <name>VehicleReading</name>
    <message>
        <source>Lists vehicles.</source>
        <translation>Liste les véhicules.</translation>
    </message>
    <message>
        <source>Words that a vehicle must have, as in the search field.</source>
        <translation>Mots qu’un véhicule doit contenir, comme dans le champ de recherche.</translation>
    </message>
    <message>
        <source>Only this phase; may be given more than once.</source>
        <translation>Seulement cette étape&#xa0;; peut être répété.</translation>
    </message>
    <message>
        <source>Only this site, such as MTL; may be given more than once.</source>
        <translation>Seulement ce site, par exemple MTL&#xa0;; peut être répété.</translation>
    </message>
    <message>
        <source>Only this make; may be given more than once.</source>
        <translation>Seulement cette marque&#xa0;; peut être répété.</translation>
    </message>
    <message>
        <source>Order: stock_number, name, year, asking, days_in_phase, …</source>
        <translation>Ordre&#xa0;: stock_number, name, year, asking, days_in_phase…</translation>
    </message>
    <message>
        <source>Turns the order round.</source>
        <translation>Inverse l’ordre.</translation>
    </message>
    <message>
        <source>At most this many.</source>
        <translation>Au plus ce nombre.</translation>
    </message>
    <message>
        <source>Shows all fields of one vehicle.</source>
        <translation>Affiche tous les champs d’un véhicule.</translation>
    </message>
</context>
<context>
    <name>VehicleReport</name>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>NIV</translation>
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
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message numerus="yes">
        <source>%n vehicle(s)</source>
        <translation>
            <numerusform>%n véhicule</numerusform>
            <numerusform>%n véhicules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n vehicle(s)</source>
        <translation>
            <numerusform>%1 sur %n véhicule</numerusform>
            <numerusform>%1 sur %n véhicules</numerusform>
        </translation>
    </message>
</context>
</TS>
