<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="en">
<context>
    <name>Forecourt::MainWindow::Private</name>
    <message numerus="yes">
        <source>%Ln change(s) are not sent yet.</source>
        <translation>
            <numerusform>%Ln change is not sent yet.</numerusform>
            <numerusform>%Ln changes are not sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::SettingsPage</name>
    <message numerus="yes">
        <source>Records %1 · %Ln file(s) of photos, %2</source>
        <translation>
            <numerusform>Records %1 · %Ln file of photos, %2</numerusform>
            <numerusform>Records %1 · %Ln files of photos, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::SignInView</name>
    <message numerus="yes">
        <source>%Ln change(s) waiting to be sent</source>
        <translation>
            <numerusform>%Ln change waiting to be sent</numerusform>
            <numerusform>%Ln changes waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::SyncPanel</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln change waiting</numerusform>
            <numerusform>%Ln changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) not accepted</source>
        <translation>
            <numerusform>%Ln change not accepted</numerusform>
            <numerusform>%Ln changes not accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s) to review</source>
        <translation>
            <numerusform>%Ln conflict to review</numerusform>
            <numerusform>%Ln conflicts to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Syncing %Ln change(s)</source>
        <translation>
            <numerusform>Syncing %Ln change</numerusform>
            <numerusform>Syncing %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %Ln photo(s)</source>
        <translation>
            <numerusform>Sending %Ln photo</numerusform>
            <numerusform>Sending %Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are safe on this computer.</source>
        <translation>
            <numerusform>%Ln change is safe on this computer.</numerusform>
            <numerusform>%Ln changes are safe on this computer.</numerusform>
        </translation>
    </message>
</context>
</TS>
