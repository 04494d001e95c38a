<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="en">
<context>
    <name>Forecourt::BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles moved to %1</source>
        <translation>
            <numerusform>%n vehicle moved to %1</numerusform>
            <numerusform>%n vehicles moved to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles now at %1</source>
        <translation>
            <numerusform>%n vehicle now at %1</numerusform>
            <numerusform>%n vehicles now at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles priced at %1</source>
        <translation>
            <numerusform>%n vehicle priced at %1</numerusform>
            <numerusform>%n vehicles priced at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles given to %1</source>
        <translation>
            <numerusform>%n vehicle given to %1</numerusform>
            <numerusform>%n vehicles given to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles removed</source>
        <translation>
            <numerusform>%n vehicle removed</numerusform>
            <numerusform>%n vehicles removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::ImportSheet</name>
    <message numerus="yes">
        <source>%1 of %n lines</source>
        <translation>
            <numerusform>%1 of %n line</numerusform>
            <numerusform>%1 of %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines read</source>
        <translation>
            <numerusform>%n line read</numerusform>
            <numerusform>%n lines read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles imported</source>
        <translation>
            <numerusform>%n vehicle imported</numerusform>
            <numerusform>%n vehicles imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles are new,</source>
        <translation>
            <numerusform>%n vehicle is new,</numerusform>
            <numerusform>%n vehicles are new,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were changed.</source>
        <translation>
            <numerusform>%n was changed.</numerusform>
            <numerusform>%n were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines could not be stored after all.</source>
        <translation>
            <numerusform>%n line could not be stored after all.</numerusform>
            <numerusform>%n lines could not be stored after all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n vehicles</source>
        <translation>
            <numerusform>Import %n vehicle</numerusform>
            <numerusform>Import %n vehicles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::InventoryList</name>
    <message numerus="yes">
        <source>%n vehicles</source>
        <translation>
            <numerusform>%n vehicle</numerusform>
            <numerusform>%n vehicles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n vehicles</source>
        <translation>
            <numerusform>%1 of %n vehicle</numerusform>
            <numerusform>%1 of %n vehicles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n vehicles</source>
        <translation>
            <numerusform>Export %n vehicle</numerusform>
            <numerusform>Export %n vehicles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles written to %1</source>
        <translation>
            <numerusform>%n vehicle written to %1</numerusform>
            <numerusform>%n vehicles written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::PhotoBanner</name>
    <message numerus="yes">
        <source>Primary photo of %n</source>
        <translation>
            <numerusform>Primary photo of %n</numerusform>
            <numerusform>Primary photo of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::PhotoFieldWords</name>
    <message numerus="yes">
        <source>%n covered place(s)</source>
        <translation>
            <numerusform>%n covered place</numerusform>
            <numerusform>%n covered places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>%n shot</numerusform>
            <numerusform>%n shots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::VehicleRecordWords</name>
    <message numerus="yes">
        <source>%n photo(s) removed from %1</source>
        <translation>
            <numerusform>%n photo removed from %1</numerusform>
            <numerusform>%n photos removed from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) of %1</source>
        <translation>
            <numerusform>%n photo of %1</numerusform>
            <numerusform>%n photos of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) of %1 changed</source>
        <translation>
            <numerusform>%n photo of %1 changed</numerusform>
            <numerusform>%n photos of %1 changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) left this computer. The server keeps them.</source>
        <translation>
            <numerusform>%n record left this computer. The server keeps it.</numerusform>
            <numerusform>%n records left this computer. The server keeps them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VehicleWords</name>
    <message numerus="yes">
        <source>%1 for %n days</source>
        <translation>
            <numerusform>%1 for %n day</numerusform>
            <numerusform>%1 for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
</TS>
