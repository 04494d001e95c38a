<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>A value cannot be used.</source>
        <translation>Une valeur ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>%1 cannot be used.</source>
        <translation>Impossible d’utiliser %1.</translation>
    </message>
    <message>
        <source>This record is not here.</source>
        <translation>Cette fiche n’est pas ici.</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>%1 est introuvable.</translation>
    </message>
    <message>
        <source>Your role does not permit this.</source>
        <translation>Votre rôle ne permet pas cette action.</translation>
    </message>
    <message>
        <source>Your role does not permit changing %1.</source>
        <translation>Votre rôle ne permet pas de modifier %1.</translation>
    </message>
    <message>
        <source>Forecourt is already open on this store (%1).</source>
        <translation>Forecourt est déjà ouvert sur ce dossier de données (%1).</translation>
    </message>
    <message>
        <source>The store %1 was written by a newer Forecourt.</source>
        <translation>Le dossier de données %1 a été écrit par une version plus récente de Forecourt.</translation>
    </message>
    <message>
        <source>The store %1 is damaged.</source>
        <translation>Le dossier de données %1 est endommagé.</translation>
    </message>
    <message>
        <source>The store %1 cannot be opened.</source>
        <translation>Impossible d’ouvrir le dossier de données %1.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>The store %1 could not be brought up to date.</source>
        <translation>Le dossier de données %1 n’a pas pu être mis à niveau.</translation>
    </message>
    <message>
        <source>The store refused an operation.</source>
        <translation>La base de données a refusé une opération.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Impossible de lire le fichier.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>Impossible de lire %1.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Impossible d’écrire le fichier.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Impossible d’écrire %1.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>Le fichier est trop volumineux.</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 est trop volumineux.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 est vide.</translation>
    </message>
    <message>
        <source>A VIN has 17 characters; this one has %1.</source>
        <translation>Un NIV compte 17 caractères&#xa0;; celui-ci en a %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be part of a VIN.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas figurer dans un NIV.</translation>
    </message>
    <message>
        <source>The check digit should be %1.</source>
        <translation>Le chiffre de contrôle devrait être %1.</translation>
    </message>
    <message>
        <source>%1 already has this VIN.</source>
        <translation>%1 porte déjà ce NIV.</translation>
    </message>
    <message>
        <source>Stock number %1 is taken.</source>
        <translation>Le numéro de stock %1 est déjà pris.</translation>
    </message>
    <message>
        <source>A price cannot be below zero.</source>
        <translation>Un prix ne peut pas être négatif.</translation>
    </message>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un montant.</translation>
    </message>
    <message>
        <source>%1 is not a model year.</source>
        <translation>%1 n’est pas une année modèle.</translation>
    </message>
    <message>
        <source>%1 is not an odometer reading.</source>
        <translation>%1 n’est pas un relevé d’odomètre.</translation>
    </message>
    <message>
        <source>“%1” is not a currency in use here.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une monnaie utilisée ici.</translation>
    </message>
    <message>
        <source>“%1” is not a phase.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une étape.</translation>
    </message>
    <message>
        <source>“%1” is not one of your locations.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas l’un de vos sites.</translation>
    </message>
    <message>
        <source>“%1” is not a field of a vehicle.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un champ de véhicule.</translation>
    </message>
    <message>
        <source>%1 is not text in a known encoding.</source>
        <translation>%1 n’est pas un texte dans un encodage connu.</translation>
    </message>
    <message>
        <source>%1 is not a table of comma separated values.</source>
        <translation>%1 n’est pas un tableau de valeurs séparées par des virgules.</translation>
    </message>
    <message>
        <source>%1 has no header line.</source>
        <translation>%1 n’a pas de ligne d’en-tête.</translation>
    </message>
    <message>
        <source>%1 is incomplete or damaged.</source>
        <translation>%1 est incomplet ou endommagé.</translation>
    </message>
    <message>
        <source>%1 has too many pixels (%2).</source>
        <translation>%1 compte trop de pixels (%2).</translation>
    </message>
    <message>
        <source>%1 is damaged so badly that reading it failed.</source>
        <translation>%1 est trop endommagé pour être lu.</translation>
    </message>
    <message>
        <source>%1 took too long to read.</source>
        <translation>La lecture de %1 a pris trop de temps.</translation>
    </message>
    <message>
        <source>A vehicle has at most 50 photos.</source>
        <translation>Un véhicule a au plus 50 photos.</translation>
    </message>
    <message>
        <source>You are not signed in to the server.</source>
        <translation>Vous n’êtes pas connecté au serveur.</translation>
    </message>
    <message>
        <source>The user name or the password is wrong.</source>
        <translation>Le nom d’utilisateur ou le mot de passe est incorrect.</translation>
    </message>
    <message>
        <source>The account %1 is disabled.</source>
        <translation>Le compte %1 est désactivé.</translation>
    </message>
    <message>
        <source>The server %1 is not answering.</source>
        <translation>Le serveur %1 ne répond pas.</translation>
    </message>
    <message>
        <source>%1 is not a Forecourt server.</source>
        <translation>%1 n’est pas un serveur Forecourt.</translation>
    </message>
    <message>
        <source>This Forecourt is too old for the server %1.</source>
        <translation>Cette version de Forecourt est trop ancienne pour le serveur %1.</translation>
    </message>
    <message>
        <source>The server %1 is older than this Forecourt.</source>
        <translation>Le serveur %1 est plus ancien que cette version de Forecourt.</translation>
    </message>
    <message>
        <source>The server sent something that cannot be understood.</source>
        <translation>Le serveur a envoyé un message incompréhensible.</translation>
    </message>
    <message>
        <source>The server %1 belongs to another dealership than this store.</source>
        <translation>Le serveur %1 appartient à un autre concessionnaire que ce dossier de données.</translation>
    </message>
    <message>
        <source>The sign-in cannot be remembered on this computer.</source>
        <translation>La connexion ne peut pas être mémorisée sur ce poste.</translation>
    </message>
    <message>
        <source>Too many tries.</source>
        <translation>Trop de tentatives.</translation>
    </message>
    <message>
        <source>The server could not do this.</source>
        <translation>Le serveur n’a pas pu effectuer cette opération.</translation>
    </message>
    <message>
        <source>Ask a manager of this location.</source>
        <translation>Adressez-vous à un gérant de ce site.</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation>Utilisez la fenêtre déjà ouverte, ou fermez-la d’abord.</translation>
    </message>
    <message>
        <source>Nothing was changed. Update Forecourt on this computer.</source>
        <translation>Rien n’a été modifié. Mettez Forecourt à jour sur ce poste.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Copy the folder to a safe place, then sign in with an empty store: everything that was sent is on the server.</source>
        <translation>Rien n’a été écrasé. Copiez le dossier en lieu sûr, puis connectez-vous avec un dossier de données vide&#xa0;: tout ce qui a été envoyé est sur le serveur.</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write to it.</source>
        <translation>Vérifiez que le dossier existe et que vous avez le droit d’y écrire.</translation>
    </message>
    <message>
        <source>What is stored is safe; the last change was not saved. Free some space and try again.</source>
        <translation>Ce qui est enregistré est en sécurité&#xa0;; la dernière modification n’a pas été enregistrée. Libérez de l’espace et réessayez.</translation>
    </message>
    <message>
        <source>It is as it was before; a copy lies beside it.</source>
        <translation>Il est resté tel quel&#xa0;; une copie se trouve à côté.</translation>
    </message>
    <message>
        <source>What is stored is safe; the last change was not saved.</source>
        <translation>Ce qui est enregistré est en sécurité&#xa0;; la dernière modification n’a pas été enregistrée.</translation>
    </message>
    <message>
        <source>Check that it exists and that you may open it.</source>
        <translation>Vérifiez qu’il existe et que vous avez le droit de l’ouvrir.</translation>
    </message>
    <message>
        <source>Look at it again; letters I, O and Q are never used.</source>
        <translation>Vérifiez-le&#xa0;; les lettres I, O et Q n’y figurent jamais.</translation>
    </message>
    <message>
        <source>Only digits and capital letters except I, O and Q are used.</source>
        <translation>Seuls les chiffres et les lettres majuscules sont permis, sauf I, O et Q.</translation>
    </message>
    <message>
        <source>Look at the VIN again; one character differs.</source>
        <translation>Vérifiez le NIV&#xa0;; un caractère diffère.</translation>
    </message>
    <message>
        <source>Open that vehicle instead, or correct the VIN.</source>
        <translation>Ouvrez plutôt ce véhicule, ou corrigez le NIV.</translation>
    </message>
    <message>
        <source>Choose another number.</source>
        <translation>Choisissez un autre numéro.</translation>
    </message>
    <message>
        <source>Write it like 24950.00 CAD.</source>
        <translation>Écrivez-le comme 24950.00 CAD.</translation>
    </message>
    <message>
        <source>Give a year from 1900 to next year.</source>
        <translation>Indiquez une année entre 1900 et l’an prochain.</translation>
    </message>
    <message>
        <source>Give kilometres from 0 to 2,000,000.</source>
        <translation>Indiquez un kilométrage de 0 à 2&#x202f;000&#x202f;000.</translation>
    </message>
    <message>
        <source>Use CAD, USD, EUR or XOF.</source>
        <translation>Utilisez CAD, USD, EUR ou XOF.</translation>
    </message>
    <message>
        <source>Use incoming, fixing, ready, listed, reserved, sold or delivered.</source>
        <translation>Utilisez incoming, fixing, ready, listed, reserved, sold ou delivered.</translation>
    </message>
    <message>
        <source>Use the code of a location, such as MTL.</source>
        <translation>Utilisez le code d’un site, par exemple MTL.</translation>
    </message>
    <message>
        <source>Save it again as UTF-8.</source>
        <translation>Enregistrez-le de nouveau en UTF-8.</translation>
    </message>
    <message>
        <source>Save it again as CSV.</source>
        <translation>Enregistrez-le de nouveau au format CSV.</translation>
    </message>
    <message>
        <source>The first line must name the columns.</source>
        <translation>La première ligne doit nommer les colonnes.</translation>
    </message>
    <message>
        <source>Copy it from the camera again.</source>
        <translation>Copiez-la de nouveau depuis l’appareil photo.</translation>
    </message>
    <message>
        <source>Choose which photos to keep.</source>
        <translation>Choisissez les photos à garder.</translation>
    </message>
    <message>
        <source>Work goes on; sign in to send your changes.</source>
        <translation>Le travail continue&#xa0;; connectez-vous pour envoyer vos modifications.</translation>
    </message>
    <message>
        <source>Type it again; mind capital letters.</source>
        <translation>Saisissez-le de nouveau&#xa0;; attention aux majuscules.</translation>
    </message>
    <message>
        <source>Ask your manager.</source>
        <translation>Adressez-vous à votre gérant.</translation>
    </message>
    <message>
        <source>Your work is safe on this computer and is sent when the server answers.</source>
        <translation>Votre travail est en sécurité sur ce poste et sera envoyé dès que le serveur répondra.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>Update Forecourt on this computer. Your changes are kept and sent afterwards.</source>
        <translation>Mettez Forecourt à jour sur ce poste. Vos modifications sont gardées et seront envoyées ensuite.</translation>
    </message>
    <message>
        <source>Ask for the server to be updated. Your changes are kept and sent afterwards.</source>
        <translation>Demandez la mise à jour du serveur. Vos modifications sont gardées et seront envoyées ensuite.</translation>
    </message>
    <message>
        <source>The connection was closed and is tried again.</source>
        <translation>La connexion a été fermée et sera retentée.</translation>
    </message>
    <message>
        <source>Nothing was sent. Use another store folder for that server.</source>
        <translation>Rien n’a été envoyé. Utilisez un autre dossier de données pour ce serveur.</translation>
    </message>
    <message>
        <source>You will be asked for the password at the next start.</source>
        <translation>Le mot de passe vous sera demandé au prochain démarrage.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Attendez une minute, puis réessayez.</translation>
    </message>
    <message>
        <source>Your changes are kept here and tried again.</source>
        <translation>Vos modifications sont gardées ici et seront renvoyées.</translation>
    </message>
    <message>
        <source>The stock number is missing.</source>
        <translation>Le numéro de stock manque.</translation>
    </message>
    <message>
        <source>“%1” is not a number that fits here.</source>
        <translation>« %1 » n’est pas un nombre valable ici.</translation>
    </message>
    <message>
        <source>The number of cells (%1) differs from the header.</source>
        <translation>Le nombre de cellules (%1) diffère de l’en-tête.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>Un guillemet est ouvert et jamais fermé.</translation>
    </message>
    <message>
        <source>Line %1 is about the same vehicle.</source>
        <translation>La ligne %1 concerne le même véhicule.</translation>
    </message>
    <message>
        <source>Give the number on the key tag.</source>
        <translation>Donnez le numéro du porte-clés.</translation>
    </message>
    <message>
        <source>The database %1 cannot be used.</source>
        <translation>La base de données %1 ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>Check that PostgreSQL runs there, and the name and the password.</source>
        <translation>Vérifiez que PostgreSQL y fonctionne, ainsi que le nom et le mot de passe.</translation>
    </message>
    <message>
        <source>Somebody has decided this conflict meanwhile.</source>
        <translation>Quelqu’un a décidé ce conflit entre-temps.</translation>
    </message>
    <message>
        <source>Somebody has decided the conflict about %1 meanwhile.</source>
        <translation>Quelqu’un a décidé le conflit sur&#xa0;%1 entre-temps.</translation>
    </message>
    <message>
        <source>%1 is not a file of waiting changes.</source>
        <translation>%1 n’est pas un fichier de modifications en attente.</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete.</source>
        <translation>%1 est endommagé ou incomplet.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Forecourt.</source>
        <translation>%1 vient d’un Forecourt plus récent.</translation>
    </message>
    <message>
        <source>The changes in %1 belong to another dealership.</source>
        <translation>Les modifications de&#xa0;%1 sont celles d’un autre concessionnaire.</translation>
    </message>
    <message>
        <source>The changes in %1 were saved on this computer.</source>
        <translation>Les modifications de&#xa0;%1 ont été enregistrées sur ce poste.</translation>
    </message>
    <message>
        <source>Look at the record as it is now; nothing of yours was changed.</source>
        <translation>Regardez la fiche telle qu’elle est; rien de vous n’a été changé.</translation>
    </message>
    <message>
        <source>Choose a file that was saved with “Save waiting changes to a file”.</source>
        <translation>Choisissez un fichier créé avec «&#xa0;Enregistrer les modifications en attente&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing was imported. Copy it again, or save it again.</source>
        <translation>Rien n’a été importé. Copiez-le ou enregistrez-le de nouveau.</translation>
    </message>
    <message>
        <source>Nothing was imported. Update Forecourt on this computer.</source>
        <translation>Rien n’a été importé. Mettez Forecourt à jour sur ce poste.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Rien n’a été importé.</translation>
    </message>
    <message>
        <source>They wait here already and are sent when the server answers.</source>
        <translation>Elles attendent déjà ici et partiront quand le serveur répondra.</translation>
    </message>
    <message>
        <source>This computer does not know the certificate of %1.</source>
        <translation>Cet ordinateur ne connaît pas le certificat de %1.</translation>
    </message>
    <message>
        <source>The certificate of %1 has changed.</source>
        <translation>Le certificat de %1 a changé.</translation>
    </message>
    <message>
        <source>No encrypted connection to %1.</source>
        <translation>Pas de connexion chiffrée à %1.</translation>
    </message>
    <message>
        <source>The server %1 speaks only encrypted.</source>
        <translation>Le serveur %1 ne parle que chiffré.</translation>
    </message>
    <message>
        <source>Compare its fingerprint with the one that the person who runs the server reads to you: %1</source>
        <translation>Comparez son empreinte à celle que vous lit la personne qui gère le serveur : %1</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask the person who runs the server; if it was changed on purpose, sign in again and compare the new fingerprint: %1</source>
        <translation>Rien n’a été envoyé. Demandez à la personne qui gère le serveur ; si le changement est voulu, connectez-vous de nouveau et comparez la nouvelle empreinte : %1</translation>
    </message>
    <message>
        <source>Check the address: https or http.</source>
        <translation>Vérifiez l’adresse : https ou http.</translation>
    </message>
    <message>
        <source>Begin the address with https://.</source>
        <translation>Commencez l’adresse par https://.</translation>
    </message>
    <message>
        <source>This computer was signed out by the server.</source>
        <translation>Cet ordinateur a été déconnecté par le serveur.</translation>
    </message>
    <message>
        <source>What you typed is kept here. Sign in again; if you do not know why, tell your manager.</source>
        <translation>Ce que vous avez saisi est conservé ici. Reconnectez-vous ; si vous ne savez pas pourquoi, prévenez votre responsable.</translation>
    </message>
    <message>
        <source>This computer was signed out by %1.</source>
        <translation>%1 a fermé la session de cet ordinateur.</translation>
    </message>
    <message>
        <source>This needs the server, which cannot be reached now.</source>
        <translation>Il faut le serveur pour cela, et il n’est pas joignable en ce moment.</translation>
    </message>
    <message>
        <source>The server is too old for this.</source>
        <translation>Le serveur est trop ancien pour cela.</translation>
    </message>
    <message>
        <source>The connection was lost before the server answered.</source>
        <translation>La connexion a été coupée avant la réponse du serveur.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Cela n’existe plus.</translation>
    </message>
    <message>
        <source>The server did not do this.</source>
        <translation>Le serveur ne l’a pas fait.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again when you are online.</source>
        <translation>Rien n’a été modifié. Réessayez une fois en ligne.</translation>
    </message>
    <message>
        <source>Ask for the server to be updated.</source>
        <translation>Demandez que le serveur soit mis à jour.</translation>
    </message>
    <message>
        <source>It may have been done or not. Look again before you repeat it.</source>
        <translation>C’est peut-être fait, peut-être pas. Vérifiez avant de recommencer.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Too many wrong passwords for this user name.</source>
        <translation>Trop de mots de passe erronés pour ce nom d’utilisateur.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Réessayez dans %n seconde.</numerusform>
            <numerusform>Réessayez dans %n secondes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Réessayez dans %n minute.</numerusform>
            <numerusform>Réessayez dans %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>If that was not you, tell your manager.</source>
        <translation>Si ce n’était pas vous, prévenez votre responsable.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Le mot de passe est incorrect.</translation>
    </message>
    <message>
        <source>The code of your telephone is needed besides the password.</source>
        <translation>Le code de votre téléphone est demandé en plus du mot de passe.</translation>
    </message>
    <message>
        <source>The code is wrong, or was used before.</source>
        <translation>Le code est incorrect, ou a déjà servi.</translation>
    </message>
    <message>
        <source>Wait for the next one and type that, or use a recovery code.</source>
        <translation>Attendez le suivant et tapez-le, ou utilisez un code de secours.</translation>
    </message>
    <message>
        <source>Its program for sign-in codes shows one; a recovery code does as well.</source>
        <translation>Son application de codes de connexion en affiche un; un code de secours convient aussi.</translation>
    </message>
    <message>
        <source>Somebody else has given this password; a password of one&apos;s own is needed.</source>
        <translation>Quelqu’un d’autre a donné ce mot de passe&#xa0;; il en faut un à soi.</translation>
    </message>
    <message>
        <source>Choose one in the window, or with forecourtctl login on a terminal.</source>
        <translation>Choisissez-le dans la fenêtre, ou avec forecourtctl login dans un terminal.</translation>
    </message>
    <message>
        <source>%1 is neither a picture nor a video.</source>
        <translation>%1 n’est ni une image ni une vidéo.</translation>
    </message>
    <message>
        <source>%1 is of a kind that Forecourt does not read.</source>
        <translation>%1 est d’un type que Forecourt ne lit pas.</translation>
    </message>
    <message>
        <source>Use JPEG, PNG, WebP, TIFF, HEIC or AVIF, and for videos MP4, MOV, WebM, MKV or AVI.</source>
        <translation>Utilisez JPEG, PNG, WebP, TIFF, HEIC ou AVIF, et pour les vidéos MP4, MOV, WebM, MKV ou AVI.</translation>
    </message>
    <message>
        <source>Save it smaller: JPEG may have 200 million pixels, other kinds 64 million, a video 36 million.</source>
        <translation>Enregistrez-la plus petite : un JPEG peut avoir 200 millions de pixels, les autres types 64 millions, une vidéo 36 millions.</translation>
    </message>
</context>
<context>
    <name>PasswordWords</name>
    <message>
        <source>Several words that have nothing to do with each other are good.</source>
        <translation>Plusieurs mots sans rapport entre eux conviennent bien.</translation>
    </message>
    <message numerus="yes">
        <source>A password has at least %n character(s).</source>
        <translation>
            <numerusform>Un mot de passe compte au moins %n caractère.</numerusform>
            <numerusform>Un mot de passe compte au moins %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>Several words in a row are easy to remember.</source>
        <translation>Plusieurs mots à la suite se retiennent bien.</translation>
    </message>
    <message numerus="yes">
        <source>A password has at most %n character(s).</source>
        <translation>
            <numerusform>Un mot de passe compte au plus %n caractère.</numerusform>
            <numerusform>Un mot de passe compte au plus %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>This password is hardly more than a name: the person’s or that of the program.</source>
        <translation>Ce mot de passe se réduit presque à un nom&#xa0;: celui de la personne ou celui du logiciel.</translation>
    </message>
    <message>
        <source>This password is one of the first that a stranger would try.</source>
        <translation>Ce mot de passe est un des premiers qu’un inconnu essaierait.</translation>
    </message>
    <message>
        <source>This password repeats or counts up its characters.</source>
        <translation>Ce mot de passe répète des caractères ou les aligne dans leur ordre.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s) of any kind; not a common word, and not your name.</source>
        <translation>
            <numerusform>Au moins %n caractère, n’importe lequel; ni un mot courant, ni votre nom.</numerusform>
            <numerusform>Au moins %n caractères, n’importe lesquels; ni un mot courant, ni votre nom.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the password that you have.</source>
        <translation>C’est le mot de passe que vous avez déjà.</translation>
    </message>
</context>
</TS>
