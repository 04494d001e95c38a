<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en">
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
        <source>Drop photos or a folder here, paste a picture, or choose files. JPEG, PNG, WebP, TIFF, HEIC and AVIF are read.</source>
        <translation>Déposez ici des photos ou un dossier, collez une image ou choisissez des fichiers. JPEG, PNG, WebP, TIFF, HEIC et AVIF sont acceptés.</translation>
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
        <source>Photos (%1)</source>
        <translation>Photos (%1)</translation>
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
        <source>Not a picture</source>
        <translation>Pas une image</translation>
    </message>
    <message>
        <source>Not a photo: %1</source>
        <translation>Pas une photo&#xa0;: %1</translation>
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
</context>
<context>
    <name>Forecourt::Lightbox</name>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Photo %1 sur %2</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>principale</translation>
    </message>
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
</TS>
