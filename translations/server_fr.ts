<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en">
<context>
    <name>AuditWords</name>
    <message>
        <source>Write a day like 2026-11-20, or a moment like 2026-11-20T14:30:00Z.</source>
        <translation>Écrivez un jour comme 2026-11-20, ou un moment comme 2026-11-20T14:30:00Z.</translation>
    </message>
    <message>
        <source>Give the id of the record.</source>
        <translation>Donnez l’identifiant de la fiche.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) written</source>
        <translation>
            <numerusform>%n entrée écrite</numerusform>
            <numerusform>%n entrées écrites</numerusform>
        </translation>
    </message>
    <message>
        <source>audit export writes a file that ends in .csv or .jsonl, or - to print.</source>
        <translation>audit export écrit un fichier qui finit par .csv ou .jsonl, ou - pour afficher.</translation>
    </message>
</context>
<context>
    <name>DeviceCommand</name>
    <message>
        <source>device revoke takes the number that device list shows.</source>
        <translation>device revoke prend le numéro que montre device list.</translation>
    </message>
    <message>
        <source>signed out %1</source>
        <translation>session de %1 fermée</translation>
    </message>
</context>
<context>
    <name>ServerCommands</name>
    <message>
        <source>backed up</source>
        <translation>sauvegardé</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restauré</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>intact</translation>
    </message>
    <message>
        <source>Unknown command &apos;%1&apos;; see --help.</source>
        <translation>Commande inconnue «&#xa0;%1&#xa0;»&#xa0;; voir --help.</translation>
    </message>
    <message>
        <source>%1. Rows: %2, accounts: %3, files: %4, bytes of files: %5</source>
        <translation>%1. Lignes&#xa0;: %2, comptes&#xa0;: %3, fichiers&#xa0;: %4, octets de fichiers&#xa0;: %5</translation>
    </message>
    <message numerus="yes">
        <source>Audit log: %n entry(s), the newest is %1 with hash %2</source>
        <translation>
            <numerusform>Journal d’activité&#xa0;: %n entrée, la dernière est la %1, d’empreinte %2</numerusform>
            <numerusform>Journal d’activité&#xa0;: %n entrées, la dernière est la %1, d’empreinte %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) named by rows are not here yet</source>
        <translation>
            <numerusform>%n fichier nommé par des lignes n’est pas encore ici</numerusform>
            <numerusform>%n fichiers nommés par des lignes ne sont pas encore ici</numerusform>
        </translation>
    </message>
    <message>
        <source>migrate needs the database: --to URL or --database-file FILE.</source>
        <translation>migrate a besoin de la base de données&#xa0;: --to URL ou --database-file FICHIER.</translation>
    </message>
    <message>
        <source>moved and compared. Rows: %1. The files stay in %2; what the rows were before is in %3.</source>
        <translation>déplacé et comparé. Lignes&#xa0;: %1. Les fichiers restent dans %2&#xa0;; les lignes telles qu’elles étaient sont dans %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with %1 bytes are named by no row; they go after 60 days without use</source>
        <translation>
            <numerusform>%n fichier de %1 octets n’est nommé par aucune ligne&#xa0;; il disparaît après 60 jours sans usage</numerusform>
            <numerusform>%n fichiers, %1 octets en tout, ne sont nommés par aucune ligne&#xa0;; ils disparaissent après 60 jours sans usage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerTexts</name>
    <message>
        <source>Where everything is kept (default: %1).</source>
        <translation>Où tout est conservé (par défaut&#xa0;: %1).</translation>
    </message>
    <message>
        <source>Address to listen on; port 0 picks a free one.</source>
        <translation>Adresse d’écoute&#xa0;; le port 0 en choisit un libre.</translation>
    </message>
    <message>
        <source>Fill an empty data directory with a demo dealership; everybody&apos;s password there is &apos;forecourt&apos;.</source>
        <translation>Remplir un dossier de données vide avec une concession de démonstration&#xa0;; le mot de passe de chacun y est «&#xa0;forecourt&#xa0;».</translation>
    </message>
    <message>
        <source>Vehicles of the demo dealership.</source>
        <translation>Nombre de véhicules de la démonstration.</translation>
    </message>
    <message>
        <source>owner, manager, sales, support, buyer or viewer.</source>
        <translation>owner, manager, sales, support, buyer ou viewer.</translation>
    </message>
    <message>
        <source>Name as others read it.</source>
        <translation>Nom que les autres lisent.</translation>
    </message>
    <message>
        <source>Read the password from standard input.</source>
        <translation>Lire le mot de passe sur l’entrée standard.</translation>
    </message>
    <message>
        <source>What to do; see above.</source>
        <translation>Ce qu’il faut faire&#xa0;; voir plus haut.</translation>
    </message>
    <message>
        <source>--demo-size takes a number from 1 to 100000.</source>
        <translation>--demo-size prend un nombre de 1 à 100000.</translation>
    </message>
    <message>
        <source>--listen takes an IP address and a port, for example 0.0.0.0:8471.</source>
        <translation>--listen prend une adresse IP et un port, par exemple 0.0.0.0:8471.</translation>
    </message>
    <message>
        <source>Keeps the data of a dealership and brings its workstations together.

Commands:
  (none)             serve until SIGTERM or Ctrl+C; prints &apos;listening on URL&apos;</source>
        <translation>Garde les données d’une concession et réunit ses postes de travail.

Commandes&#xa0;:
  (aucune)           servir jusqu’à SIGTERM ou Ctrl+C&#xa0;; affiche «&#xa0;listening on URL&#xa0;»</translation>
    </message>
    <message>
        <source>  backup FILE        copy everything into one file, also while serving
  restore FILE       put a backup into an empty data directory
  check [FILE]       verify a backup, or the data directory: rows, clocks, the
                     chain of the audit log; with --blobs every file too</source>
        <translation>  backup FILE        tout copier dans un seul fichier, même en service
  restore FILE       mettre une sauvegarde dans un dossier de données vide
  check [FILE]       vérifier une sauvegarde, ou le dossier de données&#xa0;: lignes,
                     horloges, chaîne du journal&#xa0;; avec --blobs chaque fichier</translation>
    </message>
    <message>
        <source>  audit export FILE  write the audit log to FILE.csv or FILE.jsonl, or - to print
                     (--from, --to, --user, --record)</source>
        <translation>  audit export FILE  écrire le journal d’activité dans FILE.csv ou FILE.jsonl,
                     ou - pour l’afficher (--from, --to, --user, --record)</translation>
    </message>
    <message>
        <source>
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 another server uses the data
directory, 4 the address cannot be listened on, 5 store or backup damaged.</source>
        <translation>
Codes de sortie&#xa0;: 0 fait, 1 échec, 2 mauvaise utilisation, 3 un autre serveur utilise
le dossier de données, 4 l’adresse ne peut être écoutée, 5 données ou sauvegarde endommagées.</translation>
    </message>
    <message>
        <source>With check: read every file and compare its hash.</source>
        <translation>Avec check&#xa0;: lire chaque fichier et comparer son empreinte.</translation>
    </message>
    <message>
        <source>With audit: not before this day or moment.</source>
        <translation>Avec audit&#xa0;: pas avant ce jour ou ce moment.</translation>
    </message>
    <message>
        <source>With audit: only what this person did.</source>
        <translation>Avec audit&#xa0;: seulement ce que cette personne a fait.</translation>
    </message>
    <message>
        <source>With audit: only what happened to this record.</source>
        <translation>Avec audit&#xa0;: seulement ce qui est arrivé à cette fiche.</translation>
    </message>
    <message>
        <source>With --database, rows are kept in PostgreSQL, and several servers may share them
and the data directory, which then holds the files.
A password belongs into PGPASSFILE, ~/.pgpass or the file of --database-file,
not on the command line, where everybody on this computer can read it.

  migrate --to URL   move the rows of the data directory into an empty database, no
                     server running: all of them, compared, or none</source>
        <translation>Avec --database, les lignes sont dans PostgreSQL, et plusieurs serveurs peuvent les
partager avec le dossier de données, qui contient alors les fichiers.
Le mot de passe va dans PGPASSFILE, ~/.pgpass ou le fichier de --database-file,
pas sur la ligne de commande, que tout le monde peut lire sur cet ordinateur.

  migrate --to URL   déplacer les lignes du dossier de données dans une base vide,
                     serveur arrêté&#xa0;: toutes, comparées, ou aucune</translation>
    </message>
    <message>
        <source>Do not put the password there: put the address into a file and give --database-file.</source>
        <translation>N’y mettez pas le mot de passe&#xa0;: écrivez l’adresse dans un fichier et donnez --database-file.</translation>
    </message>
    <message>
        <source>Keep rows in PostgreSQL: postgresql://USER@HOST:PORT/NAME.</source>
        <translation>Garder les lignes dans PostgreSQL&#xa0;: postgresql://UTILISATEUR@HÔTE:PORT/NOM.</translation>
    </message>
    <message>
        <source>The same, read from the first line of a file.</source>
        <translation>De même, d’après la première ligne d’un fichier.</translation>
    </message>
    <message>
        <source>With audit: before this day or moment. With migrate: the database.</source>
        <translation>Avec audit&#xa0;: avant ce jour ou ce moment. Avec migrate&#xa0;: la base de données.</translation>
    </message>
    <message>
        <source>A proxy in front, whose X-Forwarded-For is believed; may be given again.</source>
        <translation>Un proxy devant, dont X-Forwarded-For est cru&#xa0;; peut être donné plusieurs fois.</translation>
    </message>
    <message>
        <source>--proxy takes an IP address.</source>
        <translation>--proxy attend une adresse IP.</translation>
    </message>
    <message>
        <source>  certificate        print the SHA-256 fingerprint of the certificate of --tls, or
                     of --tls-certificate, for people to compare</source>
        <translation>  certificate        imprime l’empreinte SHA-256 du certificat de --tls, ou de
                     --tls-certificate, pour que les gens la comparent</translation>
    </message>
    <message>
        <source>Speak TLS with a self-signed certificate, made at the first start.</source>
        <translation>Parle TLS avec un certificat autosigné, créé au premier démarrage.</translation>
    </message>
    <message>
        <source>Speak TLS with this certificate and its chain, as PEM.</source>
        <translation>Parle TLS avec ce certificat et sa chaîne, en PEM.</translation>
    </message>
    <message>
        <source>The private key of that certificate, as PEM.</source>
        <translation>La clé privée de ce certificat, en PEM.</translation>
    </message>
    <message>
        <source>Let others connect without TLS: passwords can be read on the network.</source>
        <translation>Laisse les autres se connecter sans TLS : les mots de passe sont lisibles sur le réseau.</translation>
    </message>
    <message>
        <source>--tls-certificate and --tls-key go together.</source>
        <translation>--tls-certificate et --tls-key vont ensemble.</translation>
    </message>
    <message>
        <source>On %1, others could read passwords on the network. Give --tls, or listen on 127.0.0.1 behind a proxy that speaks TLS, or name that proxy with --proxy; --insecure where everybody on the network is trusted.</source>
        <translation>Sur %1, d’autres pourraient lire les mots de passe sur le réseau. Donnez --tls, ou écoutez sur 127.0.0.1 derrière un mandataire qui parle TLS, ou nommez ce mandataire avec --proxy ; --insecure là où tout le monde sur le réseau est digne de confiance.</translation>
    </message>
    <message>
        <source>Give /metrics to whoever sends the token in this file, and not only to this computer.</source>
        <translation>Donne /metrics à qui envoie le jeton de ce fichier, et pas seulement à cet ordinateur.</translation>
    </message>
    <message>
        <source>With less room than this for the data, /healthz says so.</source>
        <translation>Avec moins de place que cela pour les données, /healthz le dit.</translation>
    </message>
    <message>
        <source>--min-free-disk takes a number of megabytes.</source>
        <translation>--min-free-disk prend un nombre de mégaoctets.</translation>
    </message>
    <message>
        <source>Write the log as JSON, an object a line; ten files of 15 MB, opened again on SIGHUP.</source>
        <translation>Écrit le journal en JSON, un objet par ligne ; dix fichiers de 15 Mo, rouverts au signal SIGHUP.</translation>
    </message>
    <message>
        <source>Of standard error: text or json.</source>
        <translation>De la sortie d’erreur : text ou json.</translation>
    </message>
    <message>
        <source>info, or debug for every request and push as well.</source>
        <translation>info, ou debug pour chaque requête et chaque envoi aussi.</translation>
    </message>
    <message>
        <source>--log-format takes text or json.</source>
        <translation>--log-format prend text ou json.</translation>
    </message>
    <message>
        <source>--log-level takes info or debug.</source>
        <translation>--log-level prend info ou debug.</translation>
    </message>
    <message>
        <source>--%1 takes a number from 1 to %2.</source>
        <translation>--%1 prend un nombre de 1 à %2.</translation>
    </message>
    <message>
        <source>WebSockets at a time, two for each workstation.</source>
        <translation>WebSockets à la fois, deux par poste de travail.</translation>
    </message>
    <message>
        <source>Connections at a time of which nobody knows yet whose they are.</source>
        <translation>Connexions à la fois dont on ne sait pas encore à qui elles sont.</translation>
    </message>
    <message>
        <source>The same, from one address.</source>
        <translation>De même, depuis une seule adresse.</translation>
    </message>
    <message>
        <source>For a whole request to arrive.</source>
        <translation>Pour qu’une requête entière arrive.</translation>
    </message>
    <message>
        <source>(default: %1)</source>
        <translation>(par défaut : %1)</translation>
    </message>
    <message>
        <source>Days that a workstation may be opened without contact to this server.</source>
        <translation>Jours pendant lesquels un poste de travail peut être ouvert sans contact avec ce serveur.</translation>
    </message>
    <message>
        <source>  device list        list who is signed in on which computer (--json)
  device revoke N    sign a computer out, at once if it is connected</source>
        <translation>  device list        qui a une session sur quel ordinateur (--json)
  device revoke N    fermer la session d’un ordinateur, aussitôt s’il est connecté</translation>
    </message>
    <message>
        <source>With list or dump: print one JSON document.</source>
        <translation>Avec list ou dump : afficher un seul document JSON.</translation>
    </message>
    <message>
        <source>A workstation that says nothing, or takes nothing, for so long is cut off.</source>
        <translation>Un poste qui ne dit rien, ou ne prend rien, pendant ce temps est déconnecté.</translation>
    </message>
    <message>
        <source>Name, code or id of a location that the person may see; once for each. Without it: all.</source>
        <translation>Nom, code ou id d’un site que la personne peut voir&#xa0;; une fois par site. Sans cela&#xa0;: tous.</translation>
    </message>
    <message>
        <source>With user edit: the person may see all.</source>
        <translation>Avec user edit&#xa0;: la personne peut voir tous les sites.</translation>
    </message>
    <message>
        <source>With user edit: cut the person off, at once.</source>
        <translation>Avec user edit&#xa0;: couper l’accès de la personne, aussitôt.</translation>
    </message>
    <message>
        <source>With user edit: let the person in again.</source>
        <translation>Avec user edit&#xa0;: rouvrir l’accès de la personne.</translation>
    </message>
    <message>
        <source>  dump FILE          print what a workstation has captured, - for standard input (--json)</source>
        <translation>  dump FICHIER       afficher ce qu’un poste a noté, - pour l’entrée standard (--json)</translation>
    </message>
    <message>
        <source>  user add NAME      add a person who may sign in (--role, --name, --location)
  user edit NAME     change what was given (--login, --role, --name, --location,
                     --all-locations, --disable, --enable)
  user password NAME give a person another password; as with user add, they
                     choose their own at the next sign-in (unless --keep)
  user reset-factor NAME
                     take away the second factor of a person whose telephone
                     and recovery codes are lost
  user list          list who may sign in (--json)
  user disable NAME  cut a person off, at once
  user enable NAME   let a person in again</source>
        <translation>  user add NAME      ajouter une personne qui peut se connecter (--role, --name,
                     --location)
  user edit NAME     changer ce qui a été donné (--login, --role, --name,
                     --location, --all-locations, --disable, --enable)
  user password NAME donner un autre mot de passe à une personne&#xa0;; comme avec
                     user add, elle choisit le sien à la prochaine connexion
                     (sauf avec --keep)
  user reset-factor NAME
                     retirer le second facteur d’une personne qui a perdu son
                     téléphone et ses codes de secours
  user list          lister qui peut se connecter (--json)
  user disable NAME  couper l’accès d’une personne, aussitôt
  user enable NAME   rouvrir l’accès d’une personne</translation>
    </message>
    <message>
        <source>With user add or user password: the person need not choose another password at the next sign-in.</source>
        <translation>Avec user add ou user password&#xa0;: la personne n’a pas à choisir un autre mot de passe à la prochaine connexion.</translation>
    </message>
    <message>
        <source>With user edit: what the person signs in as.</source>
        <translation>Avec user edit&#xa0;: le nom sous lequel la personne se connecte.</translation>
    </message>
</context>
<context>
    <name>UserCommand</name>
    <message>
        <source>Nobody is called %1; user list shows who there is.</source>
        <translation>Personne ne s’appelle %1&#xa0;; user list montre qui existe.</translation>
    </message>
    <message>
        <source>%1 is no user name: it has 1 to 64 characters, and no blank at an end nor two in a row.</source>
        <translation>%1 n’est pas un nom d’utilisateur&#xa0;: il a de 1 à 64 caractères, sans espace au début ni à la fin, ni deux de suite.</translation>
    </message>
    <message>
        <source>Somebody is called %1 already; capital letters make no difference. Choose another name, or use user edit.</source>
        <translation>Quelqu’un s’appelle déjà %1&#xa0;; les majuscules ne comptent pas. Choisissez un autre nom, ou utilisez user edit.</translation>
    </message>
    <message>
        <source>The name of %1 is longer than 100 characters.</source>
        <translation>Le nom de %1 dépasse 100 caractères.</translation>
    </message>
    <message>
        <source>%1 cannot be %2: the roles are %3.</source>
        <translation>%1 ne peut pas être %2&#xa0;: les rôles sont %3.</translation>
    </message>
    <message>
        <source>%1 is the only owner who can sign in: make somebody else an owner first, or nobody could make one any more.</source>
        <translation>%1 est le seul propriétaire qui peut se connecter&#xa0;: nommez d’abord un autre propriétaire, sinon plus personne ne pourrait en nommer.</translation>
    </message>
    <message>
        <source>%1 was not changed: %2.</source>
        <translation>%1 n’a pas été changé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>There is no location %1: nobody has made one yet.</source>
        <translation>Il n’y a pas de site %1&#xa0;: personne n’en a encore créé.</translation>
    </message>
    <message>
        <source>There is no location %1; there are: %2.</source>
        <translation>Il n’y a pas de site %1&#xa0;; il y a&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Several locations are called %1; give the id.</source>
        <translation>Plusieurs sites s’appellent %1&#xa0;; donnez l’id.</translation>
    </message>
    <message>
        <source>Password for %1: </source>
        <translation>Mot de passe de %1&#xa0;: </translation>
    </message>
    <message>
        <source>No terminal to type a password on: give it with --password-stdin.</source>
        <translation>Pas de terminal pour taper un mot de passe&#xa0;: donnez-le avec --password-stdin.</translation>
    </message>
    <message>
        <source>Once more: </source>
        <translation>Encore une fois&#xa0;: </translation>
    </message>
    <message>
        <source>The two differ. Nothing was changed for %1.</source>
        <translation>Les deux diffèrent. Rien n’a été changé pour %1.</translation>
    </message>
    <message>
        <source>all locations</source>
        <translation>tous les sites</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>user add needs --role: one of %1.</source>
        <translation>user add demande --role&#xa0;: un rôle parmi %1.</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>ajouté&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 can be disabled or enabled, not both.</source>
        <translation>%1 peut être désactivé ou réactivé, pas les deux.</translation>
    </message>
    <message>
        <source>--location and --all-locations exclude each other.</source>
        <translation>--location et --all-locations s’excluent.</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>modifié&#xa0;: %1</translation>
    </message>
    <message>
        <source>gave another password to %1</source>
        <translation>nouveau mot de passe donné à %1</translation>
    </message>
    <message>
        <source>%1 signs in with the password alone from now on</source>
        <translation>%1 se connecte désormais avec le seul mot de passe</translation>
    </message>
    <message>
        <source>%1 has no second factor that could be taken away</source>
        <translation>%1 n’a pas de second facteur à retirer</translation>
    </message>
    <message>
        <source>user edit needs what to change: --login, --role, --name, --location, --all-locations, --disable or --enable.</source>
        <translation>user edit demande quoi changer&#xa0;: --login, --role, --name, --location, --all-locations, --disable ou --enable.</translation>
    </message>
</context>
</TS>
