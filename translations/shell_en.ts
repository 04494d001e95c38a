<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="en">
<context>
    <name>Forecourt::MainWindow::Private</name>
    <message numerus="yes">
        <source>%n change(s) are not sent yet.</source>
        <translation>
            <numerusform>%n change is not sent yet.</numerusform>
            <numerusform>%n changes are not sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::SettingsPage</name>
    <message numerus="yes">
        <source>Records %1 · %n file(s) of photos, %2</source>
        <translation>
            <numerusform>Records %1 · %n file of photos, %2</numerusform>
            <numerusform>Records %1 · %n files of photos, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::SignInView</name>
    <message numerus="yes">
        <source>%n change(s) waiting to be sent</source>
        <translation>
            <numerusform>%n change waiting to be sent</numerusform>
            <numerusform>%n changes waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::SyncPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
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
        <source>Syncing %n change(s)</source>
        <translation>
            <numerusform>Syncing %n change</numerusform>
            <numerusform>Syncing %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n photo(s)</source>
        <translation>
            <numerusform>Sending %n photo</numerusform>
            <numerusform>Sending %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are safe on this computer.</source>
        <translation>
            <numerusform>%n change is safe on this computer.</numerusform>
            <numerusform>%n changes are safe on this computer.</numerusform>
        </translation>
    </message>
</context>
</TS>
