<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="en">
<context>
    <name>ConflictReport</name>
    <message numerus="yes">
        <source>%n conflict(s) to review</source>
        <translation>
            <numerusform>%n conflict to review</numerusform>
            <numerusform>%n conflicts to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxReport</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <translation>
            <numerusform>%n file waiting</numerusform>
            <numerusform>%n files waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not accepted</source>
        <translation>
            <numerusform>%n not accepted</numerusform>
            <numerusform>%n not accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n change(s).</source>
        <translation>
            <numerusform>Saved %n change.</numerusform>
            <numerusform>Saved %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are included.</source>
        <translation>
            <numerusform>%n file is included.</numerusform>
            <numerusform>%n files are included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) would be imported.</source>
        <translation>
            <numerusform>%n change would be imported.</numerusform>
            <numerusform>%n changes would be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n change(s).</source>
        <translation>
            <numerusform>Imported %n change.</numerusform>
            <numerusform>Imported %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n was here already.</numerusform>
            <numerusform>%n were here already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoEditing</name>
    <message numerus="yes">
        <source>Added %n photo(s).</source>
        <translation>
            <numerusform>Added %n photo.</numerusform>
            <numerusform>Added %n photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoReading</name>
    <message numerus="yes">
        <source>%n video(s) left out: presets are for photos.</source>
        <translation>
            <numerusform>%n video left out: presets are for photos.</numerusform>
            <numerusform>%n videos left out: presets are for photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerCommands</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not accepted</source>
        <translation>
            <numerusform>%n change not accepted</numerusform>
            <numerusform>%n changes not accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to review</source>
        <translation>
            <numerusform>%n conflict to review</numerusform>
            <numerusform>%n conflicts to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to send</source>
        <translation>
            <numerusform>%n file to send</numerusform>
            <numerusform>%n files to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to fetch</source>
        <translation>
            <numerusform>%n file to fetch</numerusform>
            <numerusform>%n files to fetch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything is sent and received, but for %n original(s) with %1 bytes. They go with --originals now.</source>
        <translation>
            <numerusform>Everything is sent and received, but for %n original with %1 bytes. It goes with --originals now.</numerusform>
            <numerusform>Everything is sent and received, but for %n originals with %1 bytes. They go with --originals now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VehicleEditing</name>
    <message numerus="yes">
        <source>Removed %n vehicle(s).</source>
        <translation>
            <numerusform>Removed %n vehicle.</numerusform>
            <numerusform>Removed %n vehicles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VehicleReport</name>
    <message numerus="yes">
        <source>%n vehicle(s)</source>
        <translation>
            <numerusform>%n vehicle</numerusform>
            <numerusform>%n vehicles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n vehicle(s)</source>
        <translation>
            <numerusform>%1 of %n vehicle</numerusform>
            <numerusform>%1 of %n vehicles</numerusform>
        </translation>
    </message>
</context>
</TS>
