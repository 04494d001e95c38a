<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="en">
<context>
    <name>Forecourt::CarryFiles</name>
    <message numerus="yes">
        <source>%n change(s) saved to %1.</source>
        <translation>
            <numerusform>%n change saved to %1.</numerusform>
            <numerusform>%n changes saved to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo file(s) are included (%1).</source>
        <translation>
            <numerusform>%n photo file is included (%1).</numerusform>
            <numerusform>%n photo files are included (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are too large for it and stay here.</source>
        <translation>
            <numerusform>%n file is too large for it and stays here.</numerusform>
            <numerusform>%n files are too large for it and stay here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n change(s)</source>
        <translation>
            <numerusform>Import %n change</numerusform>
            <numerusform>Import %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) imported</source>
        <translation>
            <numerusform>%n change imported</numerusform>
            <numerusform>%n changes imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicle(s)</source>
        <translation>
            <numerusform>%n vehicle</numerusform>
            <numerusform>%n vehicles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were imported before.</source>
        <translation>
            <numerusform>%n was imported before.</numerusform>
            <numerusform>%n were imported before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo file(s) come along.</source>
        <translation>
            <numerusform>%n photo file comes along.</numerusform>
            <numerusform>%n photo files come along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo file(s) follow from the other computer.</source>
        <translation>
            <numerusform>%n photo file follows from the other computer.</numerusform>
            <numerusform>%n photo files follow from the other computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the record is not on this computer. Synchronise, then import again.</source>
        <translation>
            <numerusform>%n left out: its record is not on this computer. Synchronise, then import again.</numerusform>
            <numerusform>%n left out: their records are not on this computer. Synchronise, then import again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: they are settings of %1.</source>
        <translation>
            <numerusform>%n left out: it is a setting of %1.</numerusform>
            <numerusform>%n left out: they are settings of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: they are of a newer Forecourt.</source>
        <translation>
            <numerusform>%n left out: it is of a newer Forecourt.</numerusform>
            <numerusform>%n left out: they are of a newer Forecourt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::ConflictWindow</name>
    <message numerus="yes">
        <source>%1 of %n conflict(s)</source>
        <extracomment>Which of the records with conflicts is shown</extracomment>
        <translation>
            <numerusform>%1 of %n conflict</numerusform>
            <numerusform>%1 of %n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other field(s) were merged by themselves because only one side changed them.</source>
        <translation>
            <numerusform>%n other field was merged by itself because only one side changed it.</numerusform>
            <numerusform>%n other fields were merged by themselves because only one side changed them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::FactorPanel</name>
    <message numerus="yes">
        <source>%n recovery code(s) left.</source>
        <translation>
            <numerusform>%n recovery code left.</numerusform>
            <numerusform>%n recovery codes left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::LeaseLockView</name>
    <message numerus="yes">
        <source>%Ln change(s) are safe here and are sent then.</source>
        <translation>
            <numerusform>%Ln change is safe here and is sent then.</numerusform>
            <numerusform>%Ln changes are safe here and are sent then.</numerusform>
        </translation>
    </message>
</context>
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
    <name>Forecourt::OriginalsChoice</name>
    <message numerus="yes">
        <source>%n original(s) (%1) held back until you send them.</source>
        <translation>
            <numerusform>%n original (%1) held back until you send it.</numerusform>
            <numerusform>%n originals (%1) held back until you send them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) (%1) held back: metered connection.</source>
        <translation>
            <numerusform>%n original (%1) held back: metered connection.</numerusform>
            <numerusform>%n originals (%1) held back: metered connection.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) (%1) held back: slow connection. They are tried again in a few minutes.</source>
        <translation>
            <numerusform>%n original (%1) held back: slow connection. It is tried again in a few minutes.</numerusform>
            <numerusform>%n originals (%1) held back: slow connection. They are tried again in a few minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::OthersRefusalsTab</name>
    <message numerus="yes">
        <source>%n change(s) of others taken over</source>
        <translation>
            <numerusform>%n change of others taken over</numerusform>
            <numerusform>%n changes of others taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) made in your name.</source>
        <translation>
            <numerusform>%n change made in your name.</numerusform>
            <numerusform>%n changes made in your name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of others put aside</source>
        <translation>
            <numerusform>%n change of others put aside</numerusform>
            <numerusform>%n changes of others put aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) put aside. Undo brings them back.</source>
        <translation>
            <numerusform>%n change put aside. Undo brings it back.</numerusform>
            <numerusform>%n changes put aside. Undo brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) copied with everything that was typed.</source>
        <translation>
            <numerusform>%n change copied with everything that was typed.</numerusform>
            <numerusform>%n changes copied with everything that was typed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::OutboxWindow</name>
    <message numerus="yes">
        <source>and %Ln older change(s)</source>
        <translation>
            <numerusform>and %Ln older change</numerusform>
            <numerusform>and %Ln older changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::PasswordForm</name>
    <message numerus="yes">
        <source>Your password is changed; %n other computer(s) are signed out.</source>
        <translation>
            <numerusform>Your password is changed; %n other computer is signed out.</numerusform>
            <numerusform>Your password is changed; %n other computers are signed out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::RefusedTab</name>
    <message numerus="yes">
        <source>Bring back %n discarded</source>
        <translation>
            <numerusform>Bring back %n discarded</numerusform>
            <numerusform>Bring back %n discarded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) go to the server again.</source>
        <translation>
            <numerusform>%n change goes to the server again.</numerusform>
            <numerusform>%n changes go to the server again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) cannot be sent again; copy them instead.</source>
        <translation>
            <numerusform>%n change cannot be sent again; copy it instead.</numerusform>
            <numerusform>%n changes cannot be sent again; copy them instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) copied with everything that was typed.</source>
        <translation>
            <numerusform>%n change copied with everything that was typed.</numerusform>
            <numerusform>%n changes copied with everything that was typed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) discarded. They can be brought back for a week.</source>
        <translation>
            <numerusform>%n change discarded. It can be brought back for a week.</numerusform>
            <numerusform>%n changes discarded. They can be brought back for a week.</numerusform>
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
        <source>%Ln conflict(s) to review</source>
        <translation>
            <numerusform>%Ln conflict to review</numerusform>
            <numerusform>%Ln conflicts to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecourt::TransferCard</name>
    <message numerus="yes">
        <source>%n file(s) left</source>
        <translation>
            <numerusform>%n file left</numerusform>
            <numerusform>%n files left</numerusform>
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
