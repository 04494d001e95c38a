<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en">
<context>
    <name>FindingWords</name>
    <message>
        <source>Other car</source>
        <translation>Autre véhicule</translation>
    </message>
    <message>
        <source>Blurry</source>
        <translation>Floue</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Bright</source>
        <translation>Trop claire</translation>
    </message>
    <message>
        <source>Same as %1</source>
        <translation>Comme la %1</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Petite</translation>
    </message>
    <message>
        <source>on another vehicle too</source>
        <translation>aussi sur un autre véhicule</translation>
    </message>
    <message>
        <source>blurry</source>
        <translation>floue</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>sombre</translation>
    </message>
    <message>
        <source>too bright</source>
        <translation>trop claire</translation>
    </message>
    <message>
        <source>small</source>
        <translation>petite</translation>
    </message>
    <message>
        <source>like %1</source>
        <comment>number of a photo</comment>
        <translation>comme la %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of a photo, what was found</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>Forecourt::ArrivalNote</name>
    <message numerus="yes">
        <source>%n photo(s) are on the way to this computer.</source>
        <translation>
            <numerusform>%n photo est en route vers ce poste.</numerusform>
            <numerusform>%n photos sont en route vers ce poste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are not on this computer yet. They arrive when it is online.</source>
        <translation>
            <numerusform>%n photo n’est pas encore sur ce poste. Elle arrivera quand il sera en ligne.</numerusform>
            <numerusform>%n photos ne sont pas encore sur ce poste. Elles arriveront quand il sera en ligne.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::CaptionField</name>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>What the photo shows</source>
        <translation>Ce que montre la photo</translation>
    </message>
</context>
<context>
    <name>Forecourt::ComparePane</name>
    <message>
        <source>As sharp as the other</source>
        <translation>Aussi nette que l’autre</translation>
    </message>
    <message>
        <source>Sharper than the other</source>
        <translation>Plus nette que l’autre</translation>
    </message>
    <message>
        <source>Less sharp than the other</source>
        <translation>Moins nette que l’autre</translation>
    </message>
    <message>
        <source>Blurry</source>
        <translation>Floue</translation>
    </message>
</context>
<context>
    <name>Forecourt::CompareView</name>
    <message>
        <source>Other side</source>
        <translation>Autre côté</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Photo suivante</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Principale</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Délier</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lier</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>End comparing</source>
        <translation>Terminer la comparaison</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Whole photos</source>
        <translation>Photos entières</translation>
    </message>
    <message>
        <source>Zoom and move each side alone</source>
        <translation>Zoomer et déplacer chaque côté seul</translation>
    </message>
    <message>
        <source>Zoom and move both sides</source>
        <translation>Zoomer et déplacer les deux côtés</translation>
    </message>
    <message>
        <source>Choose the other side</source>
        <translation>Choisir l’autre côté</translation>
    </message>
    <message>
        <source>Previous photo on this side</source>
        <translation>Photo précédente de ce côté</translation>
    </message>
    <message>
        <source>Next photo on this side</source>
        <translation>Photo suivante de ce côté</translation>
    </message>
    <message>
        <source>Keep this side</source>
        <translation>Garder ce côté</translation>
    </message>
    <message>
        <source>Reject this side</source>
        <translation>Écarter ce côté</translation>
    </message>
    <message>
        <source>Make this side primary</source>
        <translation>Faire de ce côté la photo principale</translation>
    </message>
    <message>
        <source>Turn this side</source>
        <translation>Tourner ce côté</translation>
    </message>
    <message>
        <source>Remove this side</source>
        <translation>Retirer ce côté</translation>
    </message>
</context>
<context>
    <name>Forecourt::CoverPanel</name>
    <message>
        <source>%1 of %2 covers</source>
        <translation>Caches : %1 sur %2</translation>
    </message>
    <message>
        <source>Draw a box over a plate or a face. Arrows move it, Shift and arrows size it.</source>
        <translation>Tracez un cadre sur une plaque ou un visage. Les flèches le déplacent, Maj et les flèches en changent la taille.</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>Caché par</translation>
    </message>
    <message>
        <source>Add a cover in the middle</source>
        <translation>Ajouter un cache au milieu</translation>
    </message>
    <message>
        <source>Remove the cover</source>
        <translation>Retirer le cache</translation>
    </message>
    <message>
        <source>Next cover</source>
        <translation>Cache suivant</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Flou</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>The dealership has no logo yet. Add one where photos are exported.</source>
        <translation>La concession n’a pas encore de logo. Ajoutez-en un à l’exportation des photos.</translation>
    </message>
    <message>
        <source>A logo of the dealership</source>
        <translation>Un logo de la concession</translation>
    </message>
</context>
<context>
    <name>Forecourt::CropPanel</name>
    <message>
        <source>Shape</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Free</source>
        <comment>shape of a crop</comment>
        <translation>Libre</translation>
    </message>
    <message>
        <source>As taken</source>
        <comment>shape of a crop</comment>
        <translation>D’origine</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>width to height</comment>
        <translation>%1:%2</translation>
    </message>
</context>
<context>
    <name>Forecourt::ExportPresetForm</name>
    <message>
        <source>A logo that is not here</source>
        <translation>Un logo absent de ce poste</translation>
    </message>
    <message>
        <source>%1 is not known. There are {stock}, {vin}, {year}, {make}, {model}, {slot}, {position} and {position:02}.</source>
        <translation>%1 est inconnu. Il y a {stock}, {vin}, {year}, {make}, {model}, {slot}, {position} et {position:02}.</translation>
    </message>
    <message>
        <source>Give a name with at least {position} or {stock} in it, of up to 120 letters.</source>
        <translation>Donnez un nom contenant au moins {position} ou {stock}, de 120 lettres au plus.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Bordure</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>Plus grand côté</translation>
    </message>
    <message>
        <source>Size of each file</source>
        <translation>Taille de chaque fichier</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Noms des fichiers</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>Filigrane</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensité</translation>
    </message>
    <message>
        <source>Add a logo…</source>
        <translation>Ajouter un logo…</translation>
    </message>
    <message>
        <source>As photographed</source>
        <translation>Tel que photographié</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>au plus %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>En haut à gauche</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>En haut à droite</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>En bas à gauche</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>En bas à droite</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Au centre</translation>
    </message>
    <message>
        <source> px</source>
        <comment>pixels, after a number</comment>
        <translation>&#xa0;px</translation>
    </message>
</context>
<context>
    <name>Forecourt::ExportSheet</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>ZIP file</source>
        <translation>Fichier ZIP</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>This ZIP file is there already and will be replaced.</source>
        <translation>Ce fichier ZIP existe déjà et sera remplacé.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are there already and will be replaced.</source>
        <translation>
            <numerusform>%n fichier de ces noms existe déjà et sera remplacé.</numerusform>
            <numerusform>%n fichiers de ces noms existent déjà et seront remplacés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace and export %n photo(s)</source>
        <translation>
            <numerusform>Remplacer et exporter %n photo</numerusform>
            <numerusform>Remplacer et exporter %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n photo(s)</source>
        <translation>
            <numerusform>Exporter %n photo</numerusform>
            <numerusform>Exporter %n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Export to a ZIP file</source>
        <translation>Exporter vers un fichier ZIP</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>Exporter vers un dossier</translation>
    </message>
    <message>
        <source>ZIP files (%1)</source>
        <translation>Fichiers ZIP (%1)</translation>
    </message>
    <message>
        <source>Add a logo</source>
        <translation>Ajouter un logo</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Images (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Tous les fichiers (%1)</translation>
    </message>
    <message>
        <source>Logo %1 added</source>
        <translation>Logo %1 ajouté</translation>
    </message>
    <message>
        <source>Give the preset a name.</source>
        <translation>Donnez un nom au préréglage.</translation>
    </message>
    <message>
        <source>Preset %1 saved for everybody here.</source>
        <translation>Préréglage %1 enregistré pour toute la concession.</translation>
    </message>
    <message>
        <source>Preset %1 saved</source>
        <translation>Préréglage %1 enregistré</translation>
    </message>
    <message>
        <source>Preset %1 deleted. Undo brings it back.</source>
        <translation>Préréglage %1 supprimé. Annuler le fait revenir.</translation>
    </message>
    <message>
        <source>Preset %1 deleted</source>
        <translation>Préréglage %1 supprimé</translation>
    </message>
    <message>
        <source>Choose where the photos go.</source>
        <translation>Choisissez où vont les photos.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n photo(s)</source>
        <translation>
            <numerusform>%1 sur %n photo</numerusform>
            <numerusform>%1 sur %n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Arrêté. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>The logo of the watermark has not arrived on this computer yet. Choose another one or none, or go online first.</source>
        <translation>Le logo du filigrane n’est pas encore arrivé sur ce poste. Choisissez-en un autre ou aucun, ou connectez-vous d’abord.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) exported, %1.</source>
        <translation>
            <numerusform>%n photo exportée, %1.</numerusform>
            <numerusform>%n photos exportées, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have not arrived on this computer yet: %1. Export again once they have.</source>
        <translation>
            <numerusform>%n photo n’est pas encore arrivée sur ce poste : %1. Exportez de nouveau quand elle y sera.</numerusform>
            <numerusform>%n photos ne sont pas encore arrivées sur ce poste : %1. Exportez de nouveau quand elles y seront.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) cannot be exported like this: %1.</source>
        <translation>
            <numerusform>%n photo ne peut pas être exportée ainsi : %1.</numerusform>
            <numerusform>%n photos ne peuvent pas être exportées ainsi : %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export photos</source>
        <translation>Exporter les photos</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Website, 4 : 3</source>
        <translation>Site Web, 4 : 3</translation>
    </message>
    <message>
        <source>Square, 1080 px</source>
        <translation>Carré, 1080 px</translation>
    </message>
    <message>
        <source>Small files</source>
        <translation>Petits fichiers</translation>
    </message>
    <message>
        <source>Keep these settings as</source>
        <translation>Garder ces réglages sous le nom</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) stay here: presets are for photos.</source>
        <translation>
            <numerusform>%n vidéo reste ici : les préréglages sont faits pour les photos.</numerusform>
            <numerusform>%n vidéos restent ici : les préréglages sont faits pour les photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::FindingsPanel</name>
    <message>
        <source>To look at</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>Photos to look at</source>
        <translation>Photos à regarder</translation>
    </message>
</context>
<context>
    <name>Forecourt::GalleryDelegate</name>
    <message>
        <source>moving…</source>
        <translation>déplacement…</translation>
    </message>
</context>
<context>
    <name>Forecourt::GalleryEdits</name>
    <message numerus="yes">
        <source>%n photo(s) moved</source>
        <translation>
            <numerusform>%n photo déplacée</numerusform>
            <numerusform>%n photos déplacées</numerusform>
        </translation>
    </message>
    <message>
        <source>Primary photo chosen</source>
        <translation>Photo principale choisie</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) removed</source>
        <translation>
            <numerusform>%n photo retirée</numerusform>
            <numerusform>%n photos retirées</numerusform>
        </translation>
    </message>
    <message>
        <source>Caption changed</source>
        <translation>Légende modifiée</translation>
    </message>
    <message numerus="yes">
        <source>Shot of %n photo(s) chosen</source>
        <translation>
            <numerusform>Vue de %n photo choisie</numerusform>
            <numerusform>Vue de %n photos choisie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) turned</source>
        <translation>
            <numerusform>%n photo tournée</numerusform>
            <numerusform>%n photos tournées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to keep</source>
        <translation>
            <numerusform>%n photo à garder</numerusform>
            <numerusform>%n photos à garder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) rejected</source>
        <translation>
            <numerusform>%n photo écartée</numerusform>
            <numerusform>%n photos écartées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) taken away</source>
        <translation>
            <numerusform>%n marque retirée</numerusform>
            <numerusform>%n marques retirées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) edited</source>
        <translation>
            <numerusform>%n photo retouchée</numerusform>
            <numerusform>%n photos retouchées</numerusform>
        </translation>
    </message>
    <message>
        <source>Two photos swapped</source>
        <translation>Deux photos échangées</translation>
    </message>
</context>
<context>
    <name>Forecourt::GalleryExport</name>
    <message>
        <source>Save photo sheet</source>
        <translation>Enregistrer la fiche photo</translation>
    </message>
    <message>
        <source>PDF files (%1)</source>
        <translation>Fichiers PDF (%1)</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
</context>
<context>
    <name>Forecourt::GalleryPage</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place among vehicles</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Every vehicle has %1 photos or more</source>
        <translation>Chaque véhicule a au moins %1 photos</translation>
    </message>
    <message numerus="yes">
        <source>%n vehicle(s) under %1 photos</source>
        <translation>
            <numerusform>%n véhicule à moins de %1 photos</numerusform>
            <numerusform>%n véhicules à moins de %1 photos</numerusform>
        </translation>
    </message>
    <message>
        <source>No vehicles in stock</source>
        <translation>Aucun véhicule en stock</translation>
    </message>
    <message>
        <source>No vehicle is like that</source>
        <translation>Aucun véhicule dans ce cas</translation>
    </message>
    <message>
        <source>Vehicles that you add or receive appear here with their photos.</source>
        <translation>Les véhicules que vous ajoutez ou recevez apparaissent ici avec leurs photos.</translation>
    </message>
    <message>
        <source>Choose another list, or search for something else.</source>
        <translation>Choisissez une autre liste, ou cherchez autre chose.</translation>
    </message>
    <message>
        <source>Find a vehicle…</source>
        <translation>Trouver un véhicule…</translation>
    </message>
    <message>
        <source>All stock</source>
        <translation>Tout le stock</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>Sans photo</translation>
    </message>
    <message>
        <source>Under %1 photos</source>
        <translation>Moins de %1 photos</translation>
    </message>
    <message>
        <source>Missing shots</source>
        <translation>Vues manquantes</translation>
    </message>
    <message>
        <source>Only old photos</source>
        <translation>Photos anciennes</translation>
    </message>
    <message>
        <source>What galleries lack</source>
        <translation>Ce qui manque aux galeries</translation>
    </message>
    <message>
        <source>Vehicles, fewest photos first</source>
        <translation>Véhicules, ceux qui ont le moins de photos d’abord</translation>
    </message>
    <message>
        <source>Next vehicle</source>
        <translation>Véhicule suivant</translation>
    </message>
    <message>
        <source>Previous vehicle</source>
        <translation>Véhicule précédent</translation>
    </message>
    <message>
        <source>Open vehicle</source>
        <translation>Ouvrir le véhicule</translation>
    </message>
</context>
<context>
    <name>Forecourt::GallerySidePanel</name>
    <message>
        <source>%1 × %2</source>
        <comment>pixels</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Make primary</source>
        <translation>Rendre principale</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n photo(s)</source>
        <translation>
            <numerusform>Retirer %n photo</numerusform>
            <numerusform>Retirer %n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Photo %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Nothing of the list</source>
        <translation>Aucune de la liste</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>Vue</translation>
    </message>
    <message numerus="yes">
        <source>Turn %n photo(s)</source>
        <translation>
            <numerusform>Tourner %n photo</numerusform>
            <numerusform>Tourner %n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Show the two photos side by side</source>
        <translation>Montrer les deux photos côte à côte</translation>
    </message>
    <message>
        <source>Show the photo beside the next one</source>
        <translation>Montrer la photo à côté de la suivante</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Retoucher</translation>
    </message>
    <message>
        <source>Crop, straighten, light and cover the photo</source>
        <translation>Recadrer, redresser, éclaircir et cacher des parties de la photo</translation>
    </message>
    <message>
        <source>Shots are photos; a video stands beside them.</source>
        <translation>Les prises de vue sont des photos ; une vidéo vient en plus.</translation>
    </message>
    <message>
        <source>Videos cannot be turned or changed here.</source>
        <translation>Les vidéos ne peuvent être ni tournées ni modifiées ici.</translation>
    </message>
    <message>
        <source>Video %1</source>
        <translation>Vidéo %1</translation>
    </message>
</context>
<context>
    <name>Forecourt::GallerySlotsModel</name>
    <message>
        <source>Free place %1</source>
        <translation>Place libre %1</translation>
    </message>
    <message>
        <source>%1, coming in</source>
        <translation>%1, en cours d’importation</translation>
    </message>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Photo %1 sur %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>photo number, what it shows</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, primary</source>
        <translation>%1, principale</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Manque : %1</translation>
    </message>
    <message>
        <source>%1, to keep</source>
        <translation>%1, à garder</translation>
    </message>
    <message>
        <source>%1, rejected</source>
        <translation>%1, écartée</translation>
    </message>
    <message>
        <source>Video %1 of %2, %3</source>
        <comment>number, all, length</comment>
        <translation>Vidéo %1 sur %2, %3</translation>
    </message>
</context>
<context>
    <name>Forecourt::GalleryView</name>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Add photos from files</source>
        <translation>Ajouter des photos à partir de fichiers</translation>
    </message>
    <message>
        <source>Import photos</source>
        <translation>Importer des photos</translation>
    </message>
    <message>
        <source>Paste photos</source>
        <translation>Coller des photos</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>Pas encore de photos</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Choisir des photos</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coming in</source>
        <translation>
            <numerusform>%n en cours</numerusform>
            <numerusform>%n en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free place(s)</source>
        <translation>
            <numerusform>%n place libre</numerusform>
            <numerusform>%n places libres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 places</source>
        <translation>%1 places sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n importing</source>
        <translation>
            <numerusform>%n en importation</numerusform>
            <numerusform>%n en importation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refusée</numerusform>
            <numerusform>%n refusées</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Tous les fichiers (%1)</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <extracomment>File name of a picture from the clipboard</extracomment>
        <translation>Image collée</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added</source>
        <translation>
            <numerusform>%n photo ajoutée</numerusform>
            <numerusform>%n photos ajoutées</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to add photos to this vehicle</source>
        <translation>Déposez pour ajouter des photos à ce véhicule</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>Image déposée</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Save the photos as files for a website</source>
        <translation>Enregistrer les photos en fichiers pour un site Web</translation>
    </message>
    <message>
        <source>Export photos</source>
        <translation>Exporter les photos</translation>
    </message>
    <message>
        <source>Photo sheet</source>
        <translation>Fiche photo</translation>
    </message>
    <message>
        <source>One page with all photos and the facts</source>
        <translation>Une page avec toutes les photos et les caractéristiques</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Photo sheet saved as %1</source>
        <translation>Fiche photo enregistrée : %1</translation>
    </message>
    <message>
        <source>Shots %1 of %2</source>
        <translation>Vues %1 sur %2</translation>
    </message>
    <message>
        <source>No shot is missing.</source>
        <translation>Aucune vue ne manque.</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Manque : %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rejected</source>
        <translation>
            <numerusform>Retirer %n écartée</numerusform>
            <numerusform>Retirer %n écartées</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop photos or a folder here, paste a picture, or choose files. JPEG, PNG, WebP, TIFF, HEIC and AVIF are read, and videos up to 100 MB.</source>
        <translation>Déposez ici des photos ou un dossier, collez une image ou choisissez des fichiers. Les formats JPEG, PNG, WebP, TIFF, HEIC et AVIF sont lus, ainsi que les vidéos jusqu’à 100 Mo.</translation>
    </message>
    <message>
        <source>Photos and videos (%1)</source>
        <translation>Photos et vidéos (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit</source>
        <translation>
            <numerusform>%n sans place</numerusform>
            <numerusform>%n sans place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::GlanceDelegate</name>
    <message>
        <source>%1/%2</source>
        <comment>photos, at most</comment>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>Forecourt::ImportPanel</name>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prête</translation>
    </message>
    <message>
        <source>Empty file</source>
        <translation>Fichier vide</translation>
    </message>
    <message>
        <source>Too large: %1</source>
        <translation>Trop volumineux&#xa0;: %1</translation>
    </message>
    <message>
        <source>Incomplete or damaged</source>
        <translation>Incomplète ou endommagée</translation>
    </message>
    <message>
        <source>Too many pixels</source>
        <translation>Trop de pixels</translation>
    </message>
    <message>
        <source>Badly damaged</source>
        <translation>Très endommagée</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>Lecture trop longue</translation>
    </message>
    <message>
        <source>No free place</source>
        <translation>Aucune place libre</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Disque plein</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Import stopped, nothing was added</source>
        <translation>Importation arrêtée, rien n’a été ajouté</translation>
    </message>
    <message>
        <source>Nothing was added</source>
        <translation>Rien n’a été ajouté</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added</source>
        <translation>
            <numerusform>%n photo ajoutée</numerusform>
            <numerusform>%n photos ajoutées</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Recherche de photos…</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)</source>
        <translation>
            <numerusform>Importation de %n fichier</numerusform>
            <numerusform>Importation de %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n non retenu</numerusform>
            <numerusform>%n non retenus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 traités</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Neither photo nor video</source>
        <translation>Ni photo ni vidéo</translation>
    </message>
    <message>
        <source>Kind not accepted: %1</source>
        <translation>Type non accepté : %1</translation>
    </message>
</context>
<context>
    <name>Forecourt::Lightbox</name>
    <message>
        <source>taken %1</source>
        <translation>prise le %1</translation>
    </message>
    <message>
        <source>Show at 100%</source>
        <translation>Afficher à 100&#xa0;%</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Photo entière</translation>
    </message>
    <message>
        <source>Make primary</source>
        <translation>Rendre principale</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Photo précédente</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Photo suivante</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Entière</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Principale</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare with the next photo</source>
        <translation>Comparer avec la photo suivante</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Retoucher</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>5 s on</source>
        <translation>+ 5 s</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Videos cannot be turned or changed here.</source>
        <translation>Les vidéos ne peuvent être ni tournées ni modifiées ici.</translation>
    </message>
</context>
<context>
    <name>Forecourt::LightboxCanvas</name>
    <message>
        <source>This photo has not arrived on this computer yet.</source>
        <translation>Cette photo n’est pas encore arrivée sur ce poste.</translation>
    </message>
</context>
<context>
    <name>Forecourt::OverflowDialog</name>
    <message>
        <source>Choose photos</source>
        <translation>Choisir des photos</translation>
    </message>
    <message>
        <source>The gallery is full</source>
        <translation>La galerie est pleine</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) left</source>
        <translation>
            <numerusform>Il reste %n place</numerusform>
            <numerusform>Il reste %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>A vehicle has at most %1 photos, and %2 came. Choose which to take.</source>
        <translation>Un véhicule a au plus %1 photos, et %2 sont arrivées. Choisissez lesquelles retenir.</translation>
    </message>
    <message>
        <source>Photos to choose from</source>
        <translation>Photos au choix</translation>
    </message>
    <message>
        <source>Take none</source>
        <translation>N’en retenir aucune</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 sur %2 choisies</translation>
    </message>
    <message numerus="yes">
        <source>Take %n photo(s)</source>
        <translation>
            <numerusform>Retenir %n photo</numerusform>
            <numerusform>Retenir %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::OverflowTray</name>
    <message>
        <source>Export these…</source>
        <translation>Exporter celles-ci…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Photos that did not fit</source>
        <translation>Photos sans place</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) did not fit</source>
        <translation>
            <numerusform>%n photo sans place</numerusform>
            <numerusform>%n photos sans place</numerusform>
        </translation>
    </message>
    <message>
        <source>Added by several people at once. Shown to no buyer; they come in when others of the %1 go.</source>
        <translation>Ajoutées par plusieurs à la fois. Aucun acheteur ne les voit ; elles entrent quand d’autres des %1 partent.</translation>
    </message>
    <message>
        <source>Swap with photo %1</source>
        <translation>Échanger avec la photo %1</translation>
    </message>
</context>
<context>
    <name>Forecourt::PhotoEditPanel</name>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>%1 EV</source>
        <comment>exposure value</comment>
        <translation>%1 IL</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrer</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Redresser</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Cacher</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Tourner à gauche</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>Do not straighten</source>
        <translation>Ne pas redresser</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposition</translation>
    </message>
    <message>
        <source>Light as taken</source>
        <translation>Lumière d’origine</translation>
    </message>
</context>
<context>
    <name>Forecourt::PhotoEditor</name>
    <message>
        <source>No file of this photo has arrived on this computer yet. Edit it when it has.</source>
        <translation>Aucun fichier de cette photo n’est encore arrivé sur cet ordinateur. Retouchez-la quand il y sera.</translation>
    </message>
    <message>
        <source>Reading the photo…</source>
        <translation>Lecture de la photo…</translation>
    </message>
    <message>
        <source>The original of this photo is not on this computer. What you set is saved; the photo looks like it as soon as a computer that has the original has made it again.</source>
        <translation>L’original de cette photo n’est pas sur cet ordinateur. Vos réglages sont enregistrés; la photo les montrera dès qu’un ordinateur qui a l’original l’aura refaite.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Retoucher</translation>
    </message>
    <message numerus="yes">
        <source>Apply, and cover %n more photo(s)</source>
        <translation>
            <numerusform>Appliquer, et cacher sur %n autre photo</numerusform>
            <numerusform>Appliquer, et cacher sur %n autres photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message numerus="yes">
        <source>%n more photo(s) get the same covers, at the same places</source>
        <translation>
            <numerusform>%n autre photo reçoit les mêmes caches, aux mêmes endroits</numerusform>
            <numerusform>%n autres photos reçoivent les mêmes caches, aux mêmes endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose photos here that are to get the same covers, at the same places</source>
        <translation>Choisissez ici les photos qui recevront les mêmes caches, aux mêmes endroits</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Add cover</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove cover</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Turn by 0.1°</source>
        <translation>Tourner de 0,1°</translation>
    </message>
    <message>
        <source>by 1°</source>
        <translation>de 1°</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Photo that is edited</source>
        <translation>Photo que l’on retouche</translation>
    </message>
    <message>
        <source>Photos that get the same covers</source>
        <translation>Photos qui reçoivent les mêmes caches</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler la dernière modification</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Show original while held</source>
        <translation>Montrer l’original tant que la touche est tenue</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Keep what you set?</source>
        <translation>Garder vos réglages?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Forecourt::RenditionNote</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>Not shown as edited: photo(s) %1.</source>
        <comment>numbers of photos</comment>
        <translation>
            <numerusform>Pas montrée comme retouchée : photo %1.</numerusform>
            <numerusform>Pas montrées comme retouchées : photos %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The edit is saved and the original is untouched.</source>
        <translation>La retouche est enregistrée et l’original est intact.</translation>
    </message>
</context>
<context>
    <name>Forecourt::ShotListSheet</name>
    <message>
        <source>Shot list put in order</source>
        <translation>Liste des vues réordonnée</translation>
    </message>
    <message>
        <source>there is a photo</source>
        <translation>il y a une photo</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>facultative</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquante</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>shot, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>New shot</source>
        <translation>Nouvelle vue</translation>
    </message>
    <message>
        <source>Shot added to the list</source>
        <translation>Vue ajoutée à la liste</translation>
    </message>
    <message>
        <source>Shot taken out of the list</source>
        <translation>Vue retirée de la liste</translation>
    </message>
    <message>
        <source>Shot list changed</source>
        <translation>Liste des vues modifiée</translation>
    </message>
    <message>
        <source>The list needs at least one shot.</source>
        <translation>La liste doit compter au moins une vue.</translation>
    </message>
    <message>
        <source>A list has at most %1 shots.</source>
        <translation>Une liste compte au plus %1 vues.</translation>
    </message>
    <message>
        <source>A name has at most %1 letters.</source>
        <translation>Un nom compte au plus %1 lettres.</translation>
    </message>
    <message>
        <source>No shot is missing.</source>
        <translation>Aucune vue ne manque.</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) of this vehicle are missing.</source>
        <translation>
            <numerusform>Il manque %n vue à ce véhicule.</numerusform>
            <numerusform>Il manque %n vues à ce véhicule.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag a photo to a gap, or choose its shot beside it. The list is the same for everybody here.</source>
        <translation>Glissez une photo sur une place vide, ou choisissez sa vue à côté d’elle. La liste est la même pour toute la concession.</translation>
    </message>
    <message>
        <source>Shot list</source>
        <translation>Liste des vues</translation>
    </message>
    <message>
        <source>Shots in their order</source>
        <translation>Vues dans leur ordre</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
</context>
<context>
    <name>Forecourt::VideoPlayer</name>
    <message>
        <source>%1 of %2</source>
        <comment>time in a video</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>There is no room for a copy that another program could open.</source>
        <translation>Il n’y a pas de place pour une copie qu’un autre programme pourrait ouvrir.</translation>
    </message>
    <message>
        <source>No program of this computer opens this kind of video.</source>
        <translation>Aucun programme de cet ordinateur n’ouvre ce type de vidéo.</translation>
    </message>
    <message>
        <source>This computer cannot play this kind of video; open it in another program.</source>
        <translation>Cet ordinateur ne peut pas lire ce type de vidéo ; ouvrez-la dans un autre programme.</translation>
    </message>
    <message>
        <source>This video is not on this computer yet. It is on its way.</source>
        <translation>Cette vidéo n’est pas encore sur cet ordinateur. Elle est en route.</translation>
    </message>
    <message>
        <source>This video is not on this computer. It comes once this store is joined to a server.</source>
        <translation>Cette vidéo n’est pas sur cet ordinateur. Elle viendra une fois ces données reliées à un serveur.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Activer le son</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>Couper le son</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>Ouvrir dans un autre programme</translation>
    </message>
    <message>
        <source>Place in the video</source>
        <translation>Position dans la vidéo</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
</context>
<context>
    <name>PhotoWords</name>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Photo %1 sur %2</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>principale</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>retouchée</translation>
    </message>
    <message>
        <source>to keep</source>
        <translation>à garder</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>écartée</translation>
    </message>
    <message>
        <source>edited, not shown yet</source>
        <translation>retouchée, pas encore montrée</translation>
    </message>
    <message>
        <source>Video %1 of %2</source>
        <translation>Vidéo %1 sur %2</translation>
    </message>
</context>
<context>
    <name>ShotWords</name>
    <message>
        <source>Front ¾</source>
        <translation>Avant ¾</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Côté gauche</translation>
    </message>
    <message>
        <source>Rear ¾</source>
        <translation>Arrière ¾</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Côté droit</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>Arrière</translation>
    </message>
    <message>
        <source>Interior</source>
        <translation>Habitacle</translation>
    </message>
    <message>
        <source>Rear seats</source>
        <translation>Sièges arrière</translation>
    </message>
    <message>
        <source>Dashboard, odometer</source>
        <translation>Tableau de bord, compteur</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Tyres</source>
        <translation>Pneus</translation>
    </message>
    <message>
        <source>VIN plate</source>
        <translation>Plaque NIV</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>Défauts</translation>
    </message>
</context>
</TS>
