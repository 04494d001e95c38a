<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="en">
<context>
    <name>AuditWords</name>
    <message numerus="yes">
        <source>%n entry(s) written</source>
        <translation>
            <numerusform>%n entry written</numerusform>
            <numerusform>%n entries written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerCommands</name>
    <message numerus="yes">
        <source>Audit log: %n entry(s), the newest is %1 with hash %2</source>
        <translation>
            <numerusform>Audit log: %n entry, the newest is %1 with hash %2</numerusform>
            <numerusform>Audit log: %n entries, the newest is %1 with hash %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) named by rows are not here yet</source>
        <translation>
            <numerusform>%n file named by rows is not here yet</numerusform>
            <numerusform>%n files named by rows are not here yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with %1 bytes are named by no row; they go after 60 days without use</source>
        <translation>
            <numerusform>%n file with %1 bytes is named by no row; it goes after 60 days without use</numerusform>
            <numerusform>%n files with %1 bytes are named by no row; they go after 60 days without use</numerusform>
        </translation>
    </message>
</context>
</TS>
