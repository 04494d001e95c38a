<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="en">
<context>
    <name>Forecourt::ArrivalNote</name>
    <message numerus="yes">
        <source>%n photo(s) are on the way to this computer.</source>
        <translation>
            <numerusform>%n photo is on the way to this computer.</numerusform>
            <numerusform>%n photos are on the way to this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are not on this computer yet. They arrive when it is online.</source>
        <translation>
            <numerusform>%n photo is not on this computer yet. It arrives when it is online.</numerusform>
            <numerusform>%n photos are not on this computer yet. They arrive when it is online.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::ExportSheet</name>
    <message numerus="yes">
        <source>%n file(s) of these names are there already and will be replaced.</source>
        <translation>
            <numerusform>%n file of these names is there already and will be replaced.</numerusform>
            <numerusform>%n files of these names are there already and will be replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace and export %n photo(s)</source>
        <translation>
            <numerusform>Replace and export %n photo</numerusform>
            <numerusform>Replace and export %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n photo(s)</source>
        <translation>
            <numerusform>Export %n photo</numerusform>
            <numerusform>Export %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n photo(s)</source>
        <translation>
            <numerusform>%1 of %n photo</numerusform>
            <numerusform>%1 of %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) exported, %1.</source>
        <translation>
            <numerusform>%n photo exported, %1.</numerusform>
            <numerusform>%n photos exported, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have not arrived on this computer yet: %1. Export again once they have.</source>
        <translation>
            <numerusform>%n photo has not arrived on this computer yet: %1. Export again once it has.</numerusform>
            <numerusform>%n photos have not arrived on this computer yet: %1. Export again once they have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) cannot be exported like this: %1.</source>
        <translation>
            <numerusform>%n photo cannot be exported like this: %1.</numerusform>
            <numerusform>%n photos cannot be exported like this: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) stay here: presets are for photos.</source>
        <translation>
            <numerusform>%n video stays here: presets are for photos.</numerusform>
            <numerusform>%n videos stay here: presets are for photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::GalleryEdits</name>
    <message numerus="yes">
        <source>%n photo(s) moved</source>
        <translation>
            <numerusform>%n photo moved</numerusform>
            <numerusform>%n photos moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) removed</source>
        <translation>
            <numerusform>%n photo removed</numerusform>
            <numerusform>%n photos removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shot of %n photo(s) chosen</source>
        <translation>
            <numerusform>Shot of %n photo chosen</numerusform>
            <numerusform>Shot of %n photos chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) turned</source>
        <translation>
            <numerusform>%n photo turned</numerusform>
            <numerusform>%n photos turned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to keep</source>
        <translation>
            <numerusform>%n photo to keep</numerusform>
            <numerusform>%n photos to keep</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) rejected</source>
        <translation>
            <numerusform>%n photo rejected</numerusform>
            <numerusform>%n photos rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) taken away</source>
        <translation>
            <numerusform>%n mark taken away</numerusform>
            <numerusform>%n marks taken away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) edited</source>
        <translation>
            <numerusform>%n photo edited</numerusform>
            <numerusform>%n photos edited</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::GalleryPage</name>
    <message numerus="yes">
        <source>%n vehicle(s) under %1 photos</source>
        <translation>
            <numerusform>%n vehicle under %1 photos</numerusform>
            <numerusform>%n vehicles under %1 photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::GallerySidePanel</name>
    <message numerus="yes">
        <source>Remove %n photo(s)</source>
        <translation>
            <numerusform>Remove %n photo</numerusform>
            <numerusform>Remove %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n photo(s)</source>
        <translation>
            <numerusform>Turn %n photo</numerusform>
            <numerusform>Turn %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::GalleryView</name>
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
            <numerusform>%n coming in</numerusform>
            <numerusform>%n coming in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free place(s)</source>
        <translation>
            <numerusform>%n free place</numerusform>
            <numerusform>%n free places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n importing</source>
        <translation>
            <numerusform>%n importing</numerusform>
            <numerusform>%n importing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added</source>
        <translation>
            <numerusform>%n photo added</numerusform>
            <numerusform>%n photos added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rejected</source>
        <translation>
            <numerusform>Remove %n rejected</numerusform>
            <numerusform>Remove %n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit</source>
        <translation>
            <numerusform>%n did not fit</numerusform>
            <numerusform>%n did not fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::ImportPanel</name>
    <message numerus="yes">
        <source>%n photo(s) added</source>
        <translation>
            <numerusform>%n photo added</numerusform>
            <numerusform>%n photos added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)</source>
        <translation>
            <numerusform>Importing %n file</numerusform>
            <numerusform>Importing %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::OverflowDialog</name>
    <message numerus="yes">
        <source>%n place(s) left</source>
        <translation>
            <numerusform>%n place left</numerusform>
            <numerusform>%n places left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n photo(s)</source>
        <translation>
            <numerusform>Take %n photo</numerusform>
            <numerusform>Take %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::OverflowTray</name>
    <message numerus="yes">
        <source>%n photo(s) did not fit</source>
        <translation>
            <numerusform>%n photo did not fit</numerusform>
            <numerusform>%n photos did not fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::PhotoEditor</name>
    <message numerus="yes">
        <source>Apply, and cover %n more photo(s)</source>
        <translation>
            <numerusform>Apply, and cover %n more photo</numerusform>
            <numerusform>Apply, and cover %n more photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more photo(s) get the same covers, at the same places</source>
        <translation>
            <numerusform>%n more photo gets the same covers, at the same places</numerusform>
            <numerusform>%n more photos get the same covers, at the same places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::RenditionNote</name>
    <message numerus="yes">
        <source>Not shown as edited: photo(s) %1.</source>
        <comment>numbers of photos</comment>
        <translation>
            <numerusform>Not shown as edited: photo %1.</numerusform>
            <numerusform>Not shown as edited: photos %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::ShotListSheet</name>
    <message numerus="yes">
        <source>%n shot(s) of this vehicle are missing.</source>
        <translation>
            <numerusform>%n shot of this vehicle is missing.</numerusform>
            <numerusform>%n shots of this vehicle are missing.</numerusform>
        </translation>
    </message>
</context>
</TS>
