<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en">
<context>
    <name>Forecourt::Workstation</name>
    <message>
        <source>Forecourt is open on this store already; its window was raised.</source>
        <translation>Forecourt est déjà ouvert sur ce dossier&#xa0;; sa fenêtre a été mise au premier plan.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Try forecourt --help.</source>
        <translation>Essayez forecourt --help.</translation>
    </message>
    <message>
        <source>Workstation for vehicle dealers. Works with and without the network.</source>
        <translation>Poste de travail pour concessionnaires. Fonctionne avec et sans le réseau.</translation>
    </message>
    <message>
        <source>Exit status: 0 ended normally, or the window that is already open was raised; 2 wrong options; 3 the store is in use elsewhere; 4 the store cannot be opened; 5 pictures could not be written.</source>
        <translation>Code de sortie&#xa0;: 0 fin normale, ou la fenêtre déjà ouverte a été mise au premier plan&#xa0;; 2 options erronées&#xa0;; 3 le dossier est utilisé ailleurs&#xa0;; 4 le dossier ne peut pas être ouvert&#xa0;; 5 des images n’ont pas pu être écrites.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Affiche cette aide.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Affiche la version.</translation>
    </message>
    <message>
        <source>Directory of the store; made when it does not exist.</source>
        <translation>Dossier des données&#xa0;; créé s’il n’existe pas.</translation>
    </message>
    <message>
        <source>Fills an empty store with a believable dealership.</source>
        <translation>Remplit un dossier vide avec une concession vraisemblable.</translation>
    </message>
    <message>
        <source>As --demo, with this many vehicles, up to 100000.</source>
        <translation>Comme --demo, avec ce nombre de véhicules, jusqu’à 100000.</translation>
    </message>
    <message>
        <source>Starts without talking to the server.</source>
        <translation>Démarre sans parler au serveur.</translation>
    </message>
    <message>
        <source>Language of this session: en or fr.</source>
        <translation>Langue de cette session&#xa0;: en ou fr.</translation>
    </message>
    <message>
        <source>Colours of this session: light, dark or system.</source>
        <translation>Couleurs de cette session&#xa0;: light, dark ou system.</translation>
    </message>
    <message>
        <source>Writes pictures of all pages to this directory, then ends.</source>
        <translation>Écrit des images de toutes les pages dans ce dossier, puis se termine.</translation>
    </message>
    <message>
        <source>Address of the server, such as http://server:8471.</source>
        <translation>Adresse du serveur, par exemple http://serveur:8471.</translation>
    </message>
    <message>
        <source>Says when the first rows of the list are painted, then ends.</source>
        <translation>Indique quand les premières lignes de la liste sont affichées, puis se termine.</translation>
    </message>
</context>
</TS>
