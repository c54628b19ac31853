<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Plots</name>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>contradictory</source>
        <translation>widersprüchlich</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>leg %1</source>
        <translation>Leg %1</translation>
    </message>
    <message>
        <source>Expected and realised</source>
        <translation>Erwartet und erzielt</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation>Slippage</translation>
    </message>
    <message>
        <source>Cumulative net</source>
        <translation>Netto, aufsummiert</translation>
    </message>
    <message>
        <source>Balances over time</source>
        <translation>Bestände über die Zeit</translation>
    </message>
    <message>
        <source>Failures by hour</source>
        <translation>Fehlschläge nach Stunde</translation>
    </message>
    <message>
        <source>Failures by weekday</source>
        <translation>Fehlschläge nach Wochentag</translation>
    </message>
    <message>
        <source>FOK rounds</source>
        <translation>FOK-Runden</translation>
    </message>
    <message>
        <source>expected profitability</source>
        <translation>erwartete Rentabilität</translation>
    </message>
    <message>
        <source>realised less expected (bp)</source>
        <translation>erzielt minus erwartet (bp)</translation>
    </message>
    <message>
        <source>slippage (bp), above 0 is worse</source>
        <translation>Slippage (bp), über 0 ist schlechter</translation>
    </message>
    <message>
        <source>clock (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>hour (%1)</source>
        <translation>Stunde (%1)</translation>
    </message>
    <message>
        <source>fill-or-kill rounds of leg 2</source>
        <translation>Fill-or-kill-Runden von Leg 2</translation>
    </message>
    <message>
        <source>realised profitability</source>
        <translation>erzielte Rentabilität</translation>
    </message>
    <message>
        <source>trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>share of the trades</source>
        <translation>Anteil der Trades</translation>
    </message>
    <message>
        <source>net, added up (%1)</source>
        <translation>Netto, aufsummiert (%1)</translation>
    </message>
    <message>
        <source>balance (%1)</source>
        <translation>Bestand (%1)</translation>
    </message>
    <message>
        <source>failed trades</source>
        <translation>fehlgeschlagene Trades</translation>
    </message>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>%1 out of sight</source>
        <translation>%1 außer Sicht</translation>
    </message>
    <message>
        <source>%1 curves left out</source>
        <translation>%1 Kurven ausgelassen</translation>
    </message>
    <message>
        <source>%1 test trades left out</source>
        <translation>%1 Test-Trades ausgelassen</translation>
    </message>
    <message>
        <source>expected %1, realised %2</source>
        <translation>erwartet %1, erzielt %2</translation>
    </message>
    <message>
        <source>%1 … %2 bp</source>
        <translation>%1 … %2 bp</translation>
    </message>
    <message>
        <source>%1 trades</source>
        <translation>%1 Trades</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 Runden</translation>
    </message>
    <message>
        <source>%1 of %2 trades failed</source>
        <translation>%1 von %2 Trades fehlgeschlagen</translation>
    </message>
    <message>
        <source>1 curve left out</source>
        <translation>1 Kurve ausgelassen</translation>
    </message>
    <message>
        <source>1 test trade left out</source>
        <translation>1 Test-Trade ausgelassen</translation>
    </message>
    <message>
        <source>1 trade</source>
        <translation>1 Trade</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1 Runde</translation>
    </message>
    <message>
        <source>latency (ms)</source>
        <translation>Latenz (ms)</translation>
    </message>
    <message>
        <source>%1 ms; %2 took at most that</source>
        <translation>%1 ms; höchstens so lange brauchten %2</translation>
    </message>
</context>
<context>
    <name>arbscope::AboutDialog</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>About ArbScope</source>
        <translation>Über ArbScope</translation>
    </message>
    <message>
        <source>Inspects the execution reports that arbitrage bots keep in Redis.</source>
        <translation>Zeigt die Ausführungsberichte, die Arbitrage-Bots in Redis ablegen.</translation>
    </message>
    <message>
        <source>© 2026 The ArbScope developers. Free software under the GNU General Public License, version 3 or later: use it, study it, change it and pass it on under the same terms. It comes with no warranty, as far as the law permits.</source>
        <translation>© 2026 Die ArbScope-Entwickler. Freie Software unter der GNU General Public License, Version 3 oder später: benutzen, studieren, ändern und unter denselben Bedingungen weitergeben. Ohne jede Gewähr, soweit das Gesetz es zulässt.</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>Lizenz lesen</translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation>Versionen &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>arbscope::BackupTask</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
</context>
<context>
    <name>arbscope::BalancesDock</name>
    <message>
        <source>Balances</source>
        <translation>Bestände</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>&amp;Go to the trade</source>
        <translation>&amp;Zum Trade gehen</translation>
    </message>
</context>
<context>
    <name>arbscope::BalancesFlow</name>
    <message>
        <source>Save Balances</source>
        <translation>Bestände speichern</translation>
    </message>
    <message>
        <source>balances %1</source>
        <translation>Bestände %1</translation>
    </message>
    <message>
        <source>Reading: %1 of %2</source>
        <translation>Wird gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>No balances</source>
        <translation>Keine Bestände</translation>
    </message>
    <message>
        <source>Choose a server on the left.</source>
        <translation>Wählen Sie links einen Server.</translation>
    </message>
    <message>
        <source>Reading the trades…</source>
        <translation>Trades werden gelesen …</translation>
    </message>
    <message>
        <source>None of the trades shown tells of any.</source>
        <translation>Keiner der gezeigten Trades nennt einen.</translation>
    </message>
    <message>
        <source>Of the trades that the filter shows</source>
        <translation>Aus den Trades, die der Filter zeigt</translation>
    </message>
</context>
<context>
    <name>arbscope::BalancesModel</name>
    <message>
        <source>Asset and exchange</source>
        <translation>Asset und Börse</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>As of (%1)</source>
        <translation>Stand (%1)</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
</context>
<context>
    <name>arbscope::Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>arbscope::CellMenu</name>
    <message>
        <source>Apply as &amp;filter</source>
        <translation>Als &amp;Filter anwenden</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>&amp;Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>A&amp;bsteigend sortieren</translation>
    </message>
    <message>
        <source>&amp;Is</source>
        <translation>&amp;Ist</translation>
    </message>
    <message>
        <source>Is &amp;not</source>
        <translation>Ist &amp;nicht</translation>
    </message>
    <message>
        <source>… &amp;and is</source>
        <translation>… &amp;und ist</translation>
    </message>
    <message>
        <source>… and is no&amp;t</source>
        <translation>… und ist ni&amp;cht</translation>
    </message>
    <message>
        <source>… &amp;or is</source>
        <translation>… &amp;oder ist</translation>
    </message>
    <message>
        <source>… or is not</source>
        <translation>… oder ist nicht</translation>
    </message>
    <message>
        <source>… and %1</source>
        <translation>… und %1</translation>
    </message>
</context>
<context>
    <name>arbscope::CheckTask</name>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Checking all servers</source>
        <translation>Alle Server werden geprüft</translation>
    </message>
    <message>
        <source>problems: %1, reports: %2</source>
        <translation>Probleme: %1, Berichte: %2</translation>
    </message>
</context>
<context>
    <name>arbscope::ColorRuleForm</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>A letter or two, shown beside the outcome</source>
        <translation>Ein oder zwei Buchstaben neben dem Ausgang</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Mar&amp;k:</source>
        <translation>&amp;Zeichen:</translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation>&amp;Filter:</translation>
    </message>
    <message>
        <source>Text color in a light window</source>
        <translation>Textfarbe im hellen Fenster</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Background color in a light window</source>
        <translation>Hintergrundfarbe im hellen Fenster</translation>
    </message>
    <message>
        <source>Text color in a dark window</source>
        <translation>Textfarbe im dunklen Fenster</translation>
    </message>
    <message>
        <source>Background color in a dark window</source>
        <translation>Hintergrundfarbe im dunklen Fenster</translation>
    </message>
    <message>
        <source>Light window:</source>
        <translation>Helles Fenster:</translation>
    </message>
    <message>
        <source>Dark window:</source>
        <translation>Dunkles Fenster:</translation>
    </message>
    <message>
        <source>No color of its own</source>
        <translation>Keine eigene Farbe</translation>
    </message>
</context>
<context>
    <name>arbscope::ColorRules</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Test trades</source>
        <translation>Test-Trades</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>Widersprüchlich</translation>
    </message>
    <message>
        <source>One-legged</source>
        <translation>Einbeinig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Slippage over what was accepted</source>
        <translation>Slippage über dem Erlaubten</translation>
    </message>
    <message>
        <source>Wrong direction</source>
        <translation>Falsche Richtung</translation>
    </message>
    <message>
        <source>Losing</source>
        <translation>Verlustreich</translation>
    </message>
</context>
<context>
    <name>arbscope::ColorRulesDialog</name>
    <message>
        <source>Color rules</source>
        <translation>Farbregeln</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>The first rule from the top whose filter is true of a trade colors its row and puts its mark there.</source>
        <translation>Die oberste Regel, deren Filter auf einen Trade zutrifft, färbt seine Zeile und setzt ihr Zeichen dazu.</translation>
    </message>
    <message>
        <source>Re&amp;store the defaults</source>
        <translation>&amp;Mitgelieferte wiederherstellen</translation>
    </message>
</context>
<context>
    <name>arbscope::ColumnChooser</name>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Search columns by title, name or meaning</source>
        <translation>Spalten nach Titel, Name oder Bedeutung suchen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>The columns, their order and widths as they were at first</source>
        <translation>Die Spalten, ihre Reihenfolge und Breiten wie am Anfang</translation>
    </message>
    <message>
        <source>Tick what the list shows; drag, or use the buttons, to change the order.</source>
        <translation>Anhaken, was die Liste zeigt; durch Ziehen oder mit den Schaltflächen die Reihenfolge ändern.</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>Ihre Auswahl</translation>
    </message>
    <message>
        <source>So many columns from the left stay in sight when the list is scrolled sideways</source>
        <translation>So viele Spalten von links bleiben in Sicht, wenn die Liste seitwärts gerollt wird</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Vorlage:</translation>
    </message>
    <message>
        <source>&amp;Frozen columns:</source>
        <translation>&amp;Fixierte Spalten:</translation>
    </message>
    <message>
        <source>Cells &amp;name the asset that they count: “0.25 BTC”</source>
        <translation>Zellen &amp;nennen, was sie zählen: „0.25 BTC“</translation>
    </message>
</context>
<context>
    <name>arbscope::ColumnPresets</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>P&amp;L</source>
        <translation>GuV</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
</context>
<context>
    <name>arbscope::ColumnsFlow</name>
    <message>
        <source>Save the Columns as a Preset</source>
        <translation>Die Spalten als Vorlage speichern</translation>
    </message>
    <message>
        <source>Rename the Preset</source>
        <translation>Die Vorlage umbenennen</translation>
    </message>
</context>
<context>
    <name>arbscope::CompareDialog</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>All trades</source>
        <translation>Alle Trades</translation>
    </message>
    <message>
        <source>The figures of these trades are put beside those of the trades shown.</source>
        <translation>Die Kennzahlen dieser Trades werden neben die der gezeigten gestellt.</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>&amp;Zeitraum:</translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation>&amp;Filter:</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>arbscope::CompareFlow</name>
    <message>
        <source>Select two trades to compare, or one and mark another.</source>
        <translation>Wählen Sie zwei Trades zum Vergleichen, oder einen, und markieren Sie einen anderen.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare the current trade with this marked one:</source>
        <translation>Den aktuellen Trade mit diesem markierten vergleichen:</translation>
    </message>
    <message>
        <source>The store is not connected.</source>
        <translation>Der Speicher ist nicht verbunden.</translation>
    </message>
</context>
<context>
    <name>arbscope::CompareModel</name>
    <message>
        <source>%1, leg 1</source>
        <translation>%1, Leg 1</translation>
    </message>
    <message>
        <source>%1, leg 2</source>
        <translation>%1, Leg 2</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>arbscope::CompareWindow</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Compare two trades</source>
        <translation>Zwei Trades vergleichen</translation>
    </message>
    <message>
        <source>Both trades</source>
        <translation>Beide Trades</translation>
    </message>
    <message>
        <source>%1 of %2 values differ</source>
        <translation>%1 von %2 Werten unterscheiden sich</translation>
    </message>
    <message>
        <source>%1 cannot be read: its values are unknown</source>
        <translation>%1 ist nicht lesbar: seine Werte sind unbekannt</translation>
    </message>
    <message>
        <source>&amp;Differences only</source>
        <translation>Nur &amp;Unterschiede</translation>
    </message>
</context>
<context>
    <name>arbscope::ConnectDialog</name>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>Trading servers: %1. Reports: %2. It answers in %3 ms.</source>
        <translation>Handelsserver: %1. Berichte: %2. Antwortet in %3 ms.</translation>
    </message>
    <message>
        <source>Redis %1.</source>
        <translation>Redis %1.</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Testing %1…</source>
        <translation>%1 wird getestet …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Connected, but no execution reports were found.</source>
        <translation>Verbunden, aber keine Ausführungsberichte gefunden.</translation>
    </message>
    <message>
        <source>No key begins with execution_report: in database %1. Bots that use another database or another Redis write elsewhere.</source>
        <translation>In Datenbank %1 beginnt kein Schlüssel mit execution_report:. Bots mit einer anderen Datenbank oder einem anderen Redis schreiben woanders hin.</translation>
    </message>
    <message>
        <source>The store is there.</source>
        <translation>Der Speicher ist da.</translation>
    </message>
    <message>
        <source>Connect to a Store</source>
        <translation>Mit einem Speicher verbinden</translation>
    </message>
    <message>
        <source>Connect, look what is there, and disconnect</source>
        <translation>Verbinden, nachsehen, was da ist, und wieder trennen</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>arbscope::ConnectForm</name>
    <message>
        <source>The path of the socket file is missing.</source>
        <translation>Der Pfad der Socket-Datei fehlt.</translation>
    </message>
    <message>
        <source>The host name is missing.</source>
        <translation>Der Rechnername fehlt.</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The address of the store; the list has the stores opened before</source>
        <translation>Die Adresse des Speichers; die Liste hat die früher geöffneten</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>&amp;Socket file</source>
        <translation>&amp;Socket-Datei</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Socket File</source>
        <translation>Socket-Datei</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Socket file</source>
        <translation>Socket-Datei</translation>
    </message>
    <message>
        <source>default user</source>
        <translation>Standardbenutzer</translation>
    </message>
    <message>
        <source>Kept in memory while ArbScope runs, never written to a file</source>
        <translation>Nur im Speicher, solange ArbScope läuft; nie in einer Datei</translation>
    </message>
    <message>
        <source>Encrypt with &amp;TLS</source>
        <translation>Mit &amp;TLS verschlüsseln</translation>
    </message>
    <message>
        <source>CA Certificate</source>
        <translation>CA-Zertifikat</translation>
    </message>
    <message>
        <source>the system&apos;s certificates</source>
        <translation>die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>Client Certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Key of the Client Certificate</source>
        <translation>Schlüssel des Client-Zertifikats</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>Us&amp;er</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Sein Schlüssel</translation>
    </message>
    <message>
        <source>Its passphrase</source>
        <translation>Seine Passphrase</translation>
    </message>
    <message>
        <source>The address map is a list of pairs, each host:port=host:port, with commas between.</source>
        <translation>Die Adresstabelle ist eine Liste von Paaren, jedes Host:Port=Host:Port, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>redis://host:port/db, rediss:// for TLS, unix:///path.sock, redis-sentinel://host,host/master, redis-cluster://host,host</source>
        <translation>redis://host:port/db, rediss:// für TLS, unix:///pfad.sock, redis-sentinel://host,host/master, redis-cluster://host,host</translation>
    </message>
    <message>
        <source>none; a host, an alias or user@host</source>
        <translation>keiner; ein Host, ein Alias oder benutzer@host</translation>
    </message>
    <message>
        <source>Reach the store through this host by the system&apos;s own ssh, with its configuration, keys and known hosts</source>
        <translation>Den Speicher über diesen Host durch das ssh des Systems erreichen, mit dessen Konfiguration, Schlüsseln und bekannten Hosts</translation>
    </message>
    <message>
        <source>10.0.0.1:6379=gate.example.org:7001, …</source>
        <translation>10.0.0.1:6379=gate.example.org:7001, …</translation>
    </message>
    <message>
        <source>How servers that sentinels or the cluster name are reached from here</source>
        <translation>Wie Server, die Sentinels oder der Cluster nennen, von hier aus erreicht werden</translation>
    </message>
    <message>
        <source>Read from rep&amp;licas, which may lag behind</source>
        <translation>Von Rep&amp;liken lesen, die im Rückstand sein können</translation>
    </message>
    <message>
        <source>&amp;Open for writing (import and repair)</source>
        <translation>Zum &amp;Schreiben öffnen (Import und Reparatur)</translation>
    </message>
    <message>
        <source>Off: nothing in the store can be changed from this window</source>
        <translation>Aus: Aus diesem Fenster kann im Speicher nichts geändert werden</translation>
    </message>
    <message>
        <source>SS&amp;H host</source>
        <translation>SS&amp;H-Host</translation>
    </message>
    <message>
        <source>&amp;Address map</source>
        <translation>&amp;Adresstabelle</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>The hosts are a list, each host or host:port, with commas between.</source>
        <translation>Die Hosts sind eine Liste, jeder als Host oder Host:Port, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>The name of the master is missing.</source>
        <translation>Der Name des Masters fehlt.</translation>
    </message>
    <message>
        <source>Se&amp;ntinels</source>
        <translation>Se&amp;ntinels</translation>
    </message>
    <message>
        <source>Cl&amp;uster</source>
        <translation>Cl&amp;uster</translation>
    </message>
    <message>
        <source>Sentinels</source>
        <translation>Sentinels</translation>
    </message>
    <message>
        <source>host:port, host:port, …</source>
        <translation>Host:Port, Host:Port, …</translation>
    </message>
    <message>
        <source>Nodes of the cluster</source>
        <translation>Knoten des Clusters</translation>
    </message>
    <message>
        <source>host:port, host:port, …; some of its nodes suffice</source>
        <translation>Host:Port, Host:Port, …; einige seiner Knoten genügen</translation>
    </message>
    <message>
        <source>&amp;Master</source>
        <translation>&amp;Master</translation>
    </message>
</context>
<context>
    <name>arbscope::ConnectionFile</name>
    <message>
        <source>It is not JSON: %1 at byte %2.</source>
        <translation>Das ist kein JSON: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>It holds no connections of ArbScope (no array “%1”).</source>
        <translation>Sie enthält keine Verbindungen von ArbScope (kein Array „%1“).</translation>
    </message>
    <message>
        <source>Connection %1: %2</source>
        <translation>Verbindung %1: %2</translation>
    </message>
</context>
<context>
    <name>arbscope::CopyFlow</name>
    <message>
        <source>Copied %1 trades</source>
        <translation>%1 Trades kopiert</translation>
    </message>
    <message>
        <source>%1 trades are selected; at most %2 can be copied.</source>
        <translation>%1 Trades sind ausgewählt; höchstens %2 können kopiert werden.</translation>
    </message>
    <message>
        <source>An export takes all of them.</source>
        <translation>Ein Export nimmt sie alle.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Nothing was copied: the selected trades have not been read</source>
        <translation>Nichts kopiert: Die ausgewählten Trades sind nicht gelesen</translation>
    </message>
    <message>
        <source>Copied the %1 of %2 selected trades that have been read; the store is not connected</source>
        <translation>%1 von %2 ausgewählten Trades kopiert, die gelesen sind; der Speicher ist nicht verbunden</translation>
    </message>
    <message>
        <source>The selected trades are too long to be copied.</source>
        <translation>Die ausgewählten Trades sind zu lang zum Kopieren.</translation>
    </message>
    <message>
        <source>Nothing was copied: trades came in between meanwhile; please copy again</source>
        <translation>Nichts kopiert: Inzwischen kamen Trades dazwischen; bitte noch einmal kopieren</translation>
    </message>
    <message>
        <source>Nothing was copied: %1</source>
        <translation>Nichts kopiert: %1</translation>
    </message>
    <message>
        <source>%1 trades are selected; at most %2 can be copied whole.</source>
        <translation>%1 Trades sind ausgewählt; höchstens %2 können ganz kopiert werden.</translation>
    </message>
    <message>
        <source>Nothing was copied: the trade cannot be read</source>
        <translation>Nichts wurde kopiert: der Trade ist nicht lesbar</translation>
    </message>
    <message>
        <source>Copied %1 trades; %2 cannot be read and were left out</source>
        <translation>%1 Trades kopiert; %2 sind nicht lesbar und fehlen</translation>
    </message>
    <message>
        <source>Copied the cell</source>
        <translation>Zelle kopiert</translation>
    </message>
    <message>
        <source>Copied 1 trade</source>
        <translation>1 Trade kopiert</translation>
    </message>
</context>
<context>
    <name>arbscope::CopyTask</name>
    <message>
        <source>Copying trades</source>
        <translation>Trades werden kopiert</translation>
    </message>
</context>
<context>
    <name>arbscope::DetailGroups</name>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Market when decided</source>
        <translation>Markt bei der Entscheidung</translation>
    </message>
    <message>
        <source>Legs</source>
        <translation>Legs</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Balances after the trade</source>
        <translation>Bestände nach dem Trade</translation>
    </message>
    <message>
        <source>Derived</source>
        <translation>Abgeleitet</translation>
    </message>
</context>
<context>
    <name>arbscope::DetailModel</name>
    <message>
        <source>%1, buy</source>
        <translation>%1, Kauf</translation>
    </message>
    <message>
        <source>%1, sell</source>
        <translation>%1, Verkauf</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value, leg 1</source>
        <translation>Wert, Leg 1</translation>
    </message>
    <message>
        <source>Leg 2</source>
        <translation>Leg 2</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>%1  (%2 %)</source>
        <translation>%1  (%2 %)</translation>
    </message>
    <message>
        <source>Derived: %1</source>
        <translation>Abgeleitet: %1</translation>
    </message>
    <message>
        <source>Unit: %1</source>
        <translation>Einheit: %1</translation>
    </message>
    <message>
        <source>Exactly: %1</source>
        <translation>Genau: %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
</context>
<context>
    <name>arbscope::DetailPane</name>
    <message>
        <source>Order %1 on %2</source>
        <translation>Auftrag %1 auf %2</translation>
    </message>
    <message>
        <source>Copy &amp;trade as</source>
        <translation>&amp;Trade kopieren als</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;Python dict</source>
        <translation>&amp;Python-Dict</translation>
    </message>
</context>
<context>
    <name>arbscope::DetailTree</name>
    <message>
        <source>Members of the trade</source>
        <translation>Felder des Trades</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>&amp;Wert kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;line</source>
        <translation>&amp;Zeile kopieren</translation>
    </message>
    <message>
        <source>Apply as &amp;filter</source>
        <translation>Als &amp;Filter anwenden</translation>
    </message>
</context>
<context>
    <name>arbscope::ErrorWords</name>
    <message>
        <source>Is a Redis server running, and is this its socket file?</source>
        <translation>Läuft ein Redis-Server, und ist das seine Socket-Datei?</translation>
    </message>
    <message>
        <source>Is a Redis server running there, on this port? A firewall may also refuse.</source>
        <translation>Läuft dort ein Redis-Server, auf diesem Port? Auch eine Firewall kann ablehnen.</translation>
    </message>
    <message>
        <source>Check the path of the socket file, and that you may open it.</source>
        <translation>Prüfen Sie den Pfad der Socket-Datei, und ob Sie sie öffnen dürfen.</translation>
    </message>
    <message>
        <source>Check the host name and the port, and that you are on the right network.</source>
        <translation>Prüfen Sie Rechnername und Port, und ob Sie im richtigen Netz sind.</translation>
    </message>
    <message>
        <source>Check the host name, the CA file and the client certificate, and that this port speaks TLS.</source>
        <translation>Rechnername, CA-Datei und Client-Zertifikat prüfen, und ob dieser Port TLS spricht.</translation>
    </message>
    <message>
        <source>Check whether this port asks for TLS.</source>
        <translation>Prüfen, ob dieser Port TLS verlangt.</translation>
    </message>
    <message>
        <source>The store asks for a password: give one in the connect dialog.</source>
        <translation>Der Speicher verlangt ein Passwort: im Verbinden-Dialog angeben.</translation>
    </message>
    <message>
        <source>Check the user name and the password.</source>
        <translation>Benutzername und Passwort prüfen.</translation>
    </message>
    <message>
        <source>Nobody answers at %1.</source>
        <translation>Niemand antwortet unter %1.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may be busy or out of reach. Try again in a moment.</source>
        <translation>Vielleicht ist er beschäftigt oder nicht erreichbar. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No secure connection to %1.</source>
        <translation>Keine sichere Verbindung mit %1.</translation>
    </message>
    <message>
        <source>%1 did not let you in.</source>
        <translation>%1 hat den Zugang verweigert.</translation>
    </message>
    <message>
        <source>This user lacks a permission.</source>
        <translation>Diesem Benutzer fehlt ein Recht.</translation>
    </message>
    <message>
        <source>This user has no permission to use %1.</source>
        <translation>Dieser Benutzer darf %1 nicht verwenden.</translation>
    </message>
    <message>
        <source>Ask the store&apos;s administrator for it, or connect as another user.</source>
        <translation>Den Verwalter des Speichers darum bitten oder als anderer Benutzer verbinden.</translation>
    </message>
    <message>
        <source>The key %1 holds something else than execution reports.</source>
        <translation>Der Schlüssel %1 enthält etwas anderes als Ausführungsberichte.</translation>
    </message>
    <message>
        <source>Another program may use this name. The key was left as it is.</source>
        <translation>Vielleicht benutzt ein anderes Programm diesen Namen. Der Schlüssel blieb, wie er ist.</translation>
    </message>
    <message>
        <source>The store is still loading its data.</source>
        <translation>Der Speicher lädt noch seine Daten.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The store can only be read.</source>
        <translation>Der Speicher kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>Connect to the primary server to change anything.</source>
        <translation>Für Änderungen mit dem Hauptserver verbinden.</translation>
    </message>
    <message>
        <source>The store has run out of memory.</source>
        <translation>Dem Speicher ist der Arbeitsspeicher ausgegangen.</translation>
    </message>
    <message>
        <source>Its administrator has to make room first.</source>
        <translation>Sein Verwalter muss erst Platz schaffen.</translation>
    </message>
    <message>
        <source>The store is busy.</source>
        <translation>Der Speicher ist beschäftigt.</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>%1 hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>Try again; the server may have been restarted.</source>
        <translation>Noch einmal versuchen; vielleicht wurde der Server neu gestartet.</translation>
    </message>
    <message>
        <source>A server of %1 went away while it was being searched.</source>
        <translation>Ein Server von %1 verschwand, während er durchsucht wurde.</translation>
    </message>
    <message>
        <source>What answers at %1 is not Redis as expected.</source>
        <translation>Was unter %1 antwortet, ist nicht Redis wie erwartet.</translation>
    </message>
    <message>
        <source>Check the port.</source>
        <translation>Den Port prüfen.</translation>
    </message>
    <message>
        <source>Check the port, and whether it asks for TLS.</source>
        <translation>Den Port prüfen, und ob er TLS verlangt.</translation>
    </message>
    <message>
        <source>The store reported an error.</source>
        <translation>Der Speicher meldete einen Fehler.</translation>
    </message>
    <message>
        <source>Its own words say more.</source>
        <translation>Seine eigenen Worte sagen mehr.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>This address is not enough for this store.</source>
        <translation>Diese Adresse genügt für diesen Speicher nicht.</translation>
    </message>
    <message>
        <source>A Redis Cluster is opened with redis-cluster:// or rediss-cluster://.</source>
        <translation>Ein Redis-Cluster wird mit redis-cluster:// oder rediss-cluster:// geöffnet.</translation>
    </message>
    <message>
        <source>This cannot be done.</source>
        <translation>Das geht nicht.</translation>
    </message>
    <message>
        <source>It may be busy or out of reach, or this port may not speak TLS.</source>
        <translation>Er ist vielleicht beschäftigt oder nicht erreichbar, oder dieser Port spricht kein TLS.</translation>
    </message>
    <message>
        <source>%1 runs in protected mode.</source>
        <translation>%1 läuft im geschützten Modus.</translation>
    </message>
    <message>
        <source>It serves no other machine without a password. Ask its administrator for one, or connect through SSH.</source>
        <translation>Ohne Passwort bedient er keinen anderen Rechner. Fragen Sie seinen Administrator nach einem, oder verbinden Sie sich über SSH.</translation>
    </message>
</context>
<context>
    <name>arbscope::ExportDialog</name>
    <message>
        <source>&amp;CSV, for spreadsheets and scripts</source>
        <translation>&amp;CSV, für Tabellen und Skripte</translation>
    </message>
    <message>
        <source>&amp;JSON lines, one report a line as bots write it</source>
        <translation>&amp;JSON-Zeilen, ein Bericht je Zeile, wie Bots ihn schreiben</translation>
    </message>
    <message>
        <source>E&amp;xact: leave every cell as it is</source>
        <translation>&amp;Genau: jede Zelle lassen, wie sie ist</translation>
    </message>
    <message>
        <source>Otherwise a text that a spreadsheet would run as a formula (it begins with = + - @) gets an apostrophe in front. Choose exact for scripts.</source>
        <translation>Sonst bekommt ein Text, den eine Tabelle als Formel ausführen würde (er beginnt mit = + - @), einen Apostroph davor. Für Skripte „Genau“ wählen.</translation>
    </message>
    <message>
        <source>Export Trades</source>
        <translation>Trades exportieren</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Trading servers</source>
        <translation>Handelsserver</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>By the trade&apos;s clock, in %1.</source>
        <translation>Nach der Uhr des Trades, in %1.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Tick at least one trading server.</source>
        <translation>Mindestens einen Handelsserver anhaken.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>Der Zeitraum endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>Einen Dateinamen angeben.</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>Diese Datei gibt es; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>There is no such folder to write a file to.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>arbscope::ExportFlow</name>
    <message>
        <source>%1: the index names it, the store holds no report</source>
        <translation>%1: Der Index nennt ihn, der Speicher hat keinen Bericht</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>Der Export wurde abgebrochen; keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>%1 cells that a spreadsheet would run as a formula got a leading &apos;.</source>
        <translation>%1 Zellen, die eine Tabelle als Formel ausführen würde, bekamen ein &apos; davor.</translation>
    </message>
    <message>
        <source>%1 reports were read by converting a value.</source>
        <translation>%1 Berichte wurden durch Umwandeln eines Wertes gelesen.</translation>
    </message>
    <message>
        <source>%1 has no readable index: its reports were taken from the hash alone. A check of the store tells more.</source>
        <translation>%1 hat keinen lesbaren Index: Seine Berichte kommen nur aus dem Hash. Eine Prüfung des Speichers sagt mehr.</translation>
    </message>
    <message>
        <source>%1 trades could not be read and were left out:</source>
        <translation>%1 Trades waren nicht lesbar und wurden ausgelassen:</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>There were no trades to export; no file was written.</source>
        <translation>Es gab keine Trades zu exportieren; keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The export failed; no file was written.</source>
        <translation>Der Export ist fehlgeschlagen; keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Export with choices…</source>
        <translation>Mit Auswahl exportieren …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>The file is in the order of time, oldest first, however the list is sorted.</source>
        <translation>Die Datei steht in zeitlicher Folge, das Älteste zuerst, wie auch immer die Liste sortiert ist.</translation>
    </message>
    <message>
        <source>1 cell that a spreadsheet would run as a formula got a leading &apos;.</source>
        <translation>1 Zelle, die eine Tabelle als Formel ausführen würde, bekam ein &apos; davor.</translation>
    </message>
    <message>
        <source>1 report was read by converting a value.</source>
        <translation>1 Bericht wurde durch Umwandeln eines Wertes gelesen.</translation>
    </message>
    <message>
        <source>1 trade could not be read and was left out:</source>
        <translation>1 Trade konnte nicht gelesen werden und fehlt:</translation>
    </message>
</context>
<context>
    <name>arbscope::ExportTask</name>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Exporting all servers</source>
        <translation>Alle Server werden exportiert</translation>
    </message>
    <message numerus="yes">
        <source>Exporting %n servers</source>
        <translation>
            <numerusform>%n Server wird exportiert</numerusform>
            <numerusform>%n Server werden exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>trades: %1, left out: %2</source>
        <translation>Trades: %1, ausgelassen: %2</translation>
    </message>
</context>
<context>
    <name>arbscope::Figures</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>Money in %1</source>
        <translation>Geld in %1</translation>
    </message>
    <message>
        <source>Gap and slippage (bp)</source>
        <translation>Abweichung und Slippage (bp)</translation>
    </message>
    <message>
        <source>Latency (ms)</source>
        <translation>Latenz (ms)</translation>
    </message>
    <message>
        <source>Fill-or-kill rounds</source>
        <translation>Fill-or-kill-Runden</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Failures by weekday and hour</source>
        <translation>Fehlschläge nach Wochentag und Stunde</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>Widersprüchlich</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>One-legged</source>
        <translation>Einbeinig</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>Unreadable, left out</source>
        <translation>Unlesbar, ausgelassen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Net gap</source>
        <translation>Netto-Abweichung</translation>
    </message>
    <message>
        <source>Slippage %1</source>
        <translation>Slippage %1</translation>
    </message>
    <message>
        <source>%1, leg %2</source>
        <translation>%1, Leg %2</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1 Runde</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 Runden</translation>
    </message>
    <message>
        <source>Dust in %1</source>
        <translation>Reste in %1</translation>
    </message>
    <message>
        <source>Exposure in %1</source>
        <translation>Offene Position in %1</translation>
    </message>
    <message>
        <source>%1 %2 (bp)</source>
        <comment>figure, percentile</comment>
        <translation>%1 %2 (bp)</translation>
    </message>
    <message>
        <source>%1 %2 (ms)</source>
        <comment>exchange and leg, percentile</comment>
        <translation>%1 %2 (ms)</translation>
    </message>
    <message>
        <source>least</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Succeeded ones of those that are not open</source>
        <translation>Gelungene von denen, die nicht offen sind</translation>
    </message>
    <message>
        <source>Fees paid of what was earned gross, of the trades whose net is known</source>
        <translation>Bezahlte Gebühren vom Brutto der Trades, deren Netto bekannt ist</translation>
    </message>
    <message>
        <source>Dust gathered less dust cleared</source>
        <translation>Entstandene weniger beseitigte Reste</translation>
    </message>
    <message>
        <source>What one-legged trades left bought (above 0) or sold (below 0)</source>
        <translation>Was einbeinige Trades gekauft (über 0) oder verkauft (unter 0) zurückließen</translation>
    </message>
    <message>
        <source>Realised less expected profitability</source>
        <translation>Erzielte weniger erwartete Rentabilität</translation>
    </message>
    <message>
        <source>Realised profitability with fees less the expected one</source>
        <translation>Erzielte Rentabilität mit Gebühren weniger die erwartete</translation>
    </message>
    <message>
        <source>Price against the market when the trade was decided; above 0 is worse</source>
        <translation>Preis gegen den Markt bei der Entscheidung; über 0 ist schlechter</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 pp</source>
        <comment>percentage points</comment>
        <translation>%1 PP</translation>
    </message>
    <message>
        <source>Test trades, left out</source>
        <translation>Test-Trades, ausgelassen</translation>
    </message>
    <message>
        <source>Fees, share of gross</source>
        <translation>Gebühren, Anteil am Brutto</translation>
    </message>
</context>
<context>
    <name>arbscope::FiguresModel</name>
    <message>
        <source>%1, %2</source>
        <comment>figure, percentile</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Of how many trades a figure is</source>
        <translation>Aus wie vielen Trades eine Kennzahl stammt</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>n</source>
        <comment>number of trades</comment>
        <translation>n</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>arbscope::FileField</name>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
</context>
<context>
    <name>arbscope::FileFlow</name>
    <message>
        <source>Open a File with Reports</source>
        <translation>Datei mit Berichten öffnen</translation>
    </message>
    <message>
        <source>Redis dumps and JSON lines (*.rdb *.jsonl *.ndjson *.json);;All files (*)</source>
        <translation>Redis-Dumps und JSON-Zeilen (*.rdb *.jsonl *.ndjson *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 of %2 lines of %3 are not shown.</source>
        <translation>%1 von %2 Zeilen aus %3 werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>They are no valid reports, or their order id stands twice.</source>
        <translation>Sie sind keine gültigen Berichte, oder ihre Auftragsnummer steht zweimal da.</translation>
    </message>
    <message>
        <source>List them…</source>
        <translation>Auflisten …</translation>
    </message>
    <message>
        <source>Database %1</source>
        <translation>Datenbank %1</translation>
    </message>
    <message>
        <source>%1 holds reports in several databases.</source>
        <translation>%1 enthält Berichte in mehreren Datenbanken.</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>%1 konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Andere Datei öffnen …</translation>
    </message>
    <message>
        <source>Import Reports</source>
        <translation>Berichte importieren</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl *.ndjson *.json);;All files (*)</source>
        <translation>JSON-Zeilen (*.jsonl *.ndjson *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Store the reports of %1 in %2?</source>
        <translation>Die Berichte aus %1 in %2 ablegen?</translation>
    </message>
    <message>
        <source>This store is marked: %1.</source>
        <translation>Dieser Speicher ist markiert: %1.</translation>
    </message>
    <message>
        <source>A report whose order id is there already is left as it is; what is no valid report is refused. What has been stored cannot be taken back here.</source>
        <translation>Ein Bericht, dessen Auftragsnummer schon da ist, bleibt, wie er ist; was kein gültiger Bericht ist, wird abgelehnt. Was abgelegt ist, kann hier nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>%1 were there already.</source>
        <translation>%1 waren schon da.</translation>
    </message>
    <message>
        <source>%1 lines were refused.</source>
        <translation>%1 Zeilen wurden abgelehnt.</translation>
    </message>
    <message>
        <source>%1 were sent when the connection ended: they may be stored or not.</source>
        <translation>%1 waren gesendet, als die Verbindung endete: Sie können abgelegt sein oder nicht.</translation>
    </message>
    <message>
        <source>The file could not be read to its end: %1</source>
        <translation>Die Datei konnte nicht bis zum Ende gelesen werden: %1</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>Der Import wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1: stored %2 reports.</source>
        <translation>%1: %2 Berichte abgelegt.</translation>
    </message>
</context>
<context>
    <name>arbscope::FilterBar</name>
    <message>
        <source>Filter, for example: failed and order_1_latency &gt; 0.5</source>
        <translation>Filter, zum Beispiel: failed and order_1_latency &gt; 0.5</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filters applied before</source>
        <translation>Früher angewandte Filter</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>One-legged</source>
        <translation>Einbeinig</translation>
    </message>
    <message>
        <source>Losing</source>
        <translation>Verlustreich</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Bei %1: %2</translation>
    </message>
    <message>
        <source>Bookmarks: filters with a name</source>
        <translation>Lesezeichen: Filter mit einem Namen</translation>
    </message>
</context>
<context>
    <name>arbscope::FilterBookmarks</name>
    <message>
        <source>&amp;Add the filter applied…</source>
        <translation>Angewandten Filter &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Add a bookmark</source>
        <translation>Lesezeichen hinzufügen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Rename a bookmark</source>
        <translation>Lesezeichen umbenennen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>arbscope::FilterError</name>
    <message>
        <source>“%1” means nothing here; text goes between quotes</source>
        <translation>„%1“ bedeutet hier nichts; Text gehört in Anführungszeichen</translation>
    </message>
    <message>
        <source>“%1” is neither a number nor a time</source>
        <translation>„%1“ ist weder eine Zahl noch eine Zeit</translation>
    </message>
    <message>
        <source>this text has no closing quote</source>
        <translation>diesem Text fehlt das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>there is no member or value “%1”</source>
        <translation>es gibt kein Feld und keinen Wert „%1“</translation>
    </message>
    <message>
        <source>there is no member or value “%1”; did you mean “%2”?</source>
        <translation>es gibt kein Feld und keinen Wert „%1“; meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>expected a member such as clock or order_id here, not %1</source>
        <translation>hier wird ein Feld wie clock oder order_id erwartet, nicht %1</translation>
    </message>
    <message>
        <source>expected and, or, or the end of the filter, not %1</source>
        <translation>hier wird and, or oder das Ende des Filters erwartet, nicht %1</translation>
    </message>
    <message>
        <source>expected %1 here, not %2</source>
        <translation>hier wird %1 erwartet, nicht %2</translation>
    </message>
    <message>
        <source>expected { here, not %1: in {&quot;Kraken&quot;, &quot;Gemini&quot;}</source>
        <translation>hier wird { erwartet, nicht %1: in {&quot;Kraken&quot;, &quot;Gemini&quot;}</translation>
    </message>
    <message>
        <source>expected in, contains or matches after not, not %1</source>
        <translation>nach not werden in, contains oder matches erwartet, nicht %1</translation>
    </message>
    <message>
        <source>expected a comparison after “%1”, such as == or &lt;</source>
        <translation>nach „%1“ wird ein Vergleich wie == oder &lt; erwartet</translation>
    </message>
    <message>
        <source>expected a comparison after “%1”, such as == or &lt;, not %2</source>
        <translation>nach „%1“ wird ein Vergleich wie == oder &lt; erwartet, nicht %2</translation>
    </message>
    <message>
        <source>expected a text between quotes here, not %1</source>
        <translation>hier wird ein Text in Anführungszeichen erwartet, nicht %1</translation>
    </message>
    <message>
        <source>expected a text between quotes here</source>
        <translation>hier wird ein Text in Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>expected true or false here</source>
        <translation>hier wird true oder false erwartet</translation>
    </message>
    <message>
        <source>expected a number here</source>
        <translation>hier wird eine Zahl erwartet</translation>
    </message>
    <message>
        <source>expected a time such as 2021-03-01T12:00Z here, or epoch seconds</source>
        <translation>hier wird eine Zeit wie 2021-03-01T12:00Z erwartet, oder Epochensekunden</translation>
    </message>
    <message>
        <source>comparisons do not chain; join two of them by and</source>
        <translation>Vergleiche lassen sich nicht aneinanderreihen; verbinden Sie zwei mit and</translation>
    </message>
    <message>
        <source>“%1” is an outcome; write outcome == &quot;%1&quot;</source>
        <translation>„%1“ ist ein Ausgang; schreiben Sie outcome == &quot;%1&quot;</translation>
    </message>
    <message>
        <source>text goes between quotes: &quot;%1&quot;</source>
        <translation>Text gehört in Anführungszeichen: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>write “is null” or “is not null”</source>
        <translation>schreiben Sie „is null“ oder „is not null“</translation>
    </message>
    <message>
        <source>one side must be a member or derived value</source>
        <translation>eine Seite muss ein Feld oder ein abgeleiteter Wert sein</translation>
    </message>
    <message>
        <source>“%1” is %2, “%3” is %4: they do not compare</source>
        <translation>„%1“ ist %2, „%3“ ist %4: das lässt sich nicht vergleichen</translation>
    </message>
    <message>
        <source>only texts have contains and matches, and this is %1</source>
        <translation>contains und matches gibt es nur für Texte, und dies ist %1</translation>
    </message>
    <message>
        <source>no regular expression: %1</source>
        <translation>kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>there is no such time; write 2021-03-01 or 2021-03-01T12:00:00Z</source>
        <translation>diese Zeit gibt es nicht; schreiben Sie 2021-03-01 oder 2021-03-01T12:00:00Z</translation>
    </message>
    <message>
        <source>this number is out of range</source>
        <translation>diese Zahl ist zu groß oder zu klein</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>eine Zeit</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>arbscope::FilterFlow</name>
    <message>
        <source>Searches every text for these words.</source>
        <translation>Sucht diese Wörter in allen Texten.</translation>
    </message>
    <message>
        <source>Looking through the trades: %1 of %2</source>
        <translation>Trades werden durchgesehen: %1 von %2</translation>
    </message>
    <message>
        <source>A search for words cannot be joined with a condition.</source>
        <translation>Eine Wortsuche lässt sich nicht mit einer Bedingung verbinden.</translation>
    </message>
</context>
<context>
    <name>arbscope::FindBar</name>
    <message>
        <source>Find, for example: net &lt; 0, or words</source>
        <translation>Suchen, zum Beispiel: net &lt; 0 oder Wörter</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriger</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
</context>
<context>
    <name>arbscope::FindFlow</name>
    <message>
        <source>Searches every text for these words.</source>
        <translation>Sucht diese Wörter in allen Texten.</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>The store is not connected.</source>
        <translation>Der Speicher ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts wurde gefunden.</translation>
    </message>
    <message>
        <source>The last one: went on at the top</source>
        <translation>Der letzte: weiter von oben</translation>
    </message>
    <message>
        <source>The first one: went on at the bottom</source>
        <translation>Der erste: weiter von unten</translation>
    </message>
    <message>
        <source>Finding the next one</source>
        <translation>Suche nach dem nächsten</translation>
    </message>
    <message>
        <source>The current trade has no session that could be read.</source>
        <translation>Der aktuelle Trade hat keine lesbare Sitzung.</translation>
    </message>
    <message>
        <source>The list has no further trade of this session.</source>
        <translation>Die Liste hat keinen weiteren Trade dieser Sitzung.</translation>
    </message>
    <message>
        <source>The list has no trade of this session before this one.</source>
        <translation>Die Liste hat davor keinen Trade dieser Sitzung.</translation>
    </message>
    <message>
        <source>Looking for a trade of the session</source>
        <translation>Suche nach einem Trade der Sitzung</translation>
    </message>
</context>
<context>
    <name>arbscope::FindTask</name>
    <message>
        <source>Finding</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation>gefunden: %1</translation>
    </message>
</context>
<context>
    <name>arbscope::Findings</name>
    <message>
        <source>No report</source>
        <translation>Kein Bericht</translation>
    </message>
    <message>
        <source>Not in the index</source>
        <translation>Nicht im Index</translation>
    </message>
    <message>
        <source>Wrong place in the index</source>
        <translation>Falscher Platz im Index</translation>
    </message>
    <message>
        <source>Other order id</source>
        <translation>Andere Auftragsnummer</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Read by converting</source>
        <translation>Durch Umwandeln gelesen</translation>
    </message>
    <message>
        <source>The index does not name the report of %1.</source>
        <translation>Der Index nennt den Bericht von %1 nicht.</translation>
    </message>
    <message>
        <source>The index does not name the report, and its clock cannot be read.</source>
        <translation>Der Index nennt den Bericht nicht, und seine Uhr ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The index has it at %1, the report says %2.</source>
        <translation>Der Index hat ihn bei %1, der Bericht sagt %2.</translation>
    </message>
    <message>
        <source>The report&apos;s order id is %1.</source>
        <translation>Die Auftragsnummer des Berichts ist %1.</translation>
    </message>
    <message>
        <source>The report says that its server is %1.</source>
        <translation>Der Bericht nennt als Server %1.</translation>
    </message>
    <message>
        <source>Add to the index</source>
        <translation>In den Index aufnehmen</translation>
    </message>
    <message>
        <source>Correct the index</source>
        <translation>Den Index berichtigen</translation>
    </message>
    <message>
        <source>at %1, the report&apos;s clock</source>
        <translation>bei %1, der Uhr des Berichts</translation>
    </message>
    <message>
        <source>from %1 to %2, the report&apos;s clock</source>
        <translation>von %1 auf %2, die Uhr des Berichts</translation>
    </message>
    <message>
        <source>The index names it at %1, but the store holds no report for it. Import it, or take the entry out by hand, in redis-cli: %2</source>
        <translation>Der Index nennt ihn bei %1, aber der Speicher enthält keinen Bericht dazu. Importieren Sie ihn, oder nehmen Sie den Eintrag von Hand heraus, in redis-cli: %2</translation>
    </message>
</context>
<context>
    <name>arbscope::FindingsModel</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
</context>
<context>
    <name>arbscope::FollowFlow</name>
    <message>
        <source>Following ended: %1</source>
        <translation>Verfolgen beendet: %1</translation>
    </message>
    <message>
        <source>Follow again</source>
        <translation>Wieder verfolgen</translation>
    </message>
</context>
<context>
    <name>arbscope::FollowPill</name>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>Following paused</source>
        <translation>Verfolgen angehalten</translation>
    </message>
    <message>
        <source>Go to the newest trade and follow on</source>
        <translation>Zum neuesten Trade gehen und weiter verfolgen</translation>
    </message>
</context>
<context>
    <name>arbscope::GoToDialog</name>
    <message>
        <source>Go to a trade</source>
        <translation>Zu einem Trade gehen</translation>
    </message>
    <message>
        <source>&amp;Row number, time (2021-03-01T12:00) or order id:</source>
        <translation>&amp;Zeilennummer, Zeit (2021-03-01T12:00) oder Auftragsnummer:</translation>
    </message>
    <message>
        <source>Servers that have the trade</source>
        <translation>Server mit diesem Trade</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Look on all servers</source>
        <translation>Auf &amp;allen Servern suchen</translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>Zeile %1 von %2</translation>
    </message>
    <message>
        <source>The first trade at or after %1</source>
        <translation>Der erste Trade ab %1</translation>
    </message>
    <message>
        <source>There are only %1 rows: it is taken as an order id.</source>
        <translation>Es gibt nur %1 Zeilen: als Auftragsnummer verstanden.</translation>
    </message>
    <message>
        <source>Order id %1</source>
        <translation>Auftragsnummer %1</translation>
    </message>
    <message>
        <source>The store is not connected.</source>
        <translation>Der Speicher ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The trades shown do not have this order id; others may.</source>
        <translation>Kein gezeigter Trade hat diese Auftragsnummer; vielleicht ein anderer.</translation>
    </message>
    <message>
        <source>No trade of this server has this order id.</source>
        <translation>Kein Trade dieses Servers hat diese Auftragsnummer.</translation>
    </message>
    <message>
        <source>Looking on all servers…</source>
        <translation>Suche auf allen Servern …</translation>
    </message>
    <message>
        <source>No server of this store has this order id.</source>
        <translation>Kein Server dieses Speichers hat diese Auftragsnummer.</translation>
    </message>
    <message>
        <source>%1 servers have this order id:</source>
        <translation>%1 Server haben diese Auftragsnummer:</translation>
    </message>
</context>
<context>
    <name>arbscope::GroupsModel</name>
    <message>
        <source>%1 (n = %2)</source>
        <translation>%1 (n = %2)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Day (%1)</source>
        <translation>Tag (%1)</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
</context>
<context>
    <name>arbscope::GuideTables</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>decimal</source>
        <translation>Dezimalzahl</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>%1, may be unknown</source>
        <translation>%1, kann unbekannt sein</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>asset_2 for one asset_1</source>
        <translation>asset_2 für ein asset_1</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Meaning and formula</source>
        <translation>Bedeutung und Formel</translation>
    </message>
</context>
<context>
    <name>arbscope::GuideText</name>
    <message>
        <source>en</source>
        <comment>language of the guide: a folder in resources/guide</comment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>arbscope::GuideWindow</name>
    <message>
        <source>ArbScope Guide</source>
        <translation>ArbScope-Handbuch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Search the guide; Enter goes on</source>
        <translation>Im Handbuch suchen; die Eingabetaste sucht weiter</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The guide&apos;s text</source>
        <translation>Der Text des Handbuchs</translation>
    </message>
</context>
<context>
    <name>arbscope::ImportTask</name>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>lines: %1, stored: %2, refused: %3</source>
        <translation>Zeilen: %1, gespeichert: %2, abgelehnt: %3</translation>
    </message>
</context>
<context>
    <name>arbscope::KeychainWorker</name>
    <message>
        <source>This desktop has no keychain.</source>
        <translation>Diese Arbeitsumgebung hat keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keychain reported an error.</source>
        <translation>Der Schlüsselbund meldete einen Fehler.</translation>
    </message>
</context>
<context>
    <name>arbscope::KeysPage</name>
    <message>
        <source>&amp;Assign</source>
        <translation>Zu&amp;weisen</translation>
    </message>
    <message>
        <source>Give the action this key</source>
        <translation>Der Aktion diese Taste geben</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>The action has no key</source>
        <translation>Die Aktion hat keine Taste</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>The key that ArbScope gave the action</source>
        <translation>Die Taste, die ArbScope der Aktion gab</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>All keys as ArbScope gave them</source>
        <translation>Alle Tasten, wie ArbScope sie gab</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Aktionen und Tasten suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Press a key here</source>
        <translation>Hier eine Taste drücken</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>%1 alone is needed for typing and moving about; hold Ctrl or Alt too.</source>
        <translation>%1 allein wird zum Tippen und Blättern gebraucht; halten Sie zudem Strg oder Alt.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which will lose it.</source>
        <translation>%1 gehört zu „%2“; dort entfällt die Taste.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 ist frei.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>arbscope::LineProblemsDialog</name>
    <message>
        <source>This order id is in the store already.</source>
        <translation>Diese Auftragsnummer ist schon im Speicher.</translation>
    </message>
    <message>
        <source>The connection ended before the store&apos;s answer: it may be stored or not.</source>
        <translation>Die Verbindung endete vor der Antwort des Speichers: Er kann abgelegt sein oder nicht.</translation>
    </message>
    <message>
        <source>Lines Left Out – %1</source>
        <translation>Ausgelassene Zeilen – %1</translation>
    </message>
    <message>
        <source>The first %1 of %2 lines that are not in the store:</source>
        <translation>Die ersten %1 von %2 Zeilen, die nicht im Speicher sind:</translation>
    </message>
    <message>
        <source>%1 lines are not in the store:</source>
        <translation>%1 Zeilen sind nicht im Speicher:</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole list</source>
        <translation>Die ganze Liste kopieren</translation>
    </message>
</context>
<context>
    <name>arbscope::ListPage</name>
    <message>
        <source>What you see is from %1.</source>
        <translation>Was zu sehen ist, ist von %1.</translation>
    </message>
    <message>
        <source>Trying again by itself.</source>
        <translation>Versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Still connecting to %1</source>
        <translation>Noch beim Verbinden mit %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The store has not answered for some seconds.</source>
        <translation>Der Speicher antwortet seit einigen Sekunden nicht.</translation>
    </message>
    <message>
        <source>What you see may be out of date.</source>
        <translation>Was zu sehen ist, kann veraltet sein.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht mehr warten</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Looking for trading servers…</source>
        <translation>Handelsserver werden gesucht …</translation>
    </message>
    <message>
        <source>The trading servers could not be listed</source>
        <translation>Die Handelsserver konnten nicht aufgelistet werden</translation>
    </message>
    <message>
        <source>No trades in this store</source>
        <translation>Keine Trades in diesem Speicher</translation>
    </message>
    <message>
        <source>No keys like execution_report:… were found in %1. A bot writes the first one with its first trade.</source>
        <translation>In %1 wurden keine Schlüssel wie execution_report:… gefunden. Ein Bot schreibt den ersten mit seinem ersten Trade.</translation>
    </message>
    <message>
        <source>Choose a trading server</source>
        <translation>Einen Handelsserver wählen</translation>
    </message>
    <message>
        <source>The list on the left has them.</source>
        <translation>Sie stehen in der Liste links.</translation>
    </message>
    <message>
        <source>The trades of %1 cannot be read</source>
        <translation>Die Trades von %1 sind nicht lesbar</translation>
    </message>
    <message>
        <source>Reading the trades of %1…</source>
        <translation>Die Trades von %1 werden gelesen …</translation>
    </message>
    <message>
        <source>No trades of %1</source>
        <translation>Keine Trades von %1</translation>
    </message>
    <message>
        <source>Looking for reports that the index does not name…</source>
        <translation>Berichte, die der Index nicht nennt, werden gesucht …</translation>
    </message>
    <message>
        <source>The index execution_report_sorted:%1 is empty or not there, and so is execution_report:%1.</source>
        <translation>Der Index execution_report_sorted:%1 ist leer oder nicht da, und execution_report:%1 ebenso.</translation>
    </message>
    <message>
        <source>0 of %1 trades match the filter</source>
        <translation>0 von %1 Trades passen zum Filter</translation>
    </message>
    <message>
        <source>The filter hides all of them.</source>
        <translation>Der Filter blendet alle aus.</translation>
    </message>
</context>
<context>
    <name>arbscope::LogDock</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Copy the selected lines; all shown ones where none is selected</source>
        <translation>Die ausgewählten Zeilen kopieren; alle gezeigten, wo keine ausgewählt ist</translation>
    </message>
    <message>
        <source>Forget all lines</source>
        <translation>Alle Zeilen vergessen</translation>
    </message>
</context>
<context>
    <name>arbscope::LogFlow</name>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbinden mit %1</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Wieder verbunden</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>%1 geschlossen</translation>
    </message>
</context>
<context>
    <name>arbscope::LogModel</name>
    <message>
        <source>Info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>arbscope::LongTask</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: finished</source>
        <translation>%1: beendet</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: abgebrochen</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>arbscope::MainWindow</name>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lädt …</translation>
    </message>
    <message>
        <source>Select a trade to see it in full.</source>
        <translation>Einen Trade auswählen, um ihn ganz zu sehen.</translation>
    </message>
    <message>
        <source>Allow Writing</source>
        <translation>Schreiben erlauben</translation>
    </message>
    <message>
        <source>Open this store for writing?</source>
        <translation>Diesen Speicher zum Schreiben öffnen?</translation>
    </message>
    <message>
        <source>Open for writing</source>
        <translation>Zum Schreiben öffnen</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Diese Liste leeren</translation>
    </message>
    <message>
        <source>Trade %1</source>
        <translation>Trade %1</translation>
    </message>
    <message>
        <source>Looking for trading servers…</source>
        <translation>Handelsserver werden gesucht …</translation>
    </message>
    <message>
        <source>The servers could not be listed.</source>
        <translation>Die Server konnten nicht aufgelistet werden.</translation>
    </message>
    <message>
        <source>No trading servers in this store.</source>
        <translation>Keine Handelsserver in diesem Speicher.</translation>
    </message>
    <message>
        <source>writing allowed</source>
        <translation>Schreiben erlaubt</translation>
    </message>
    <message>
        <source>Its index can then be repaired and trades be imported, each after a question. Reports that are there are never touched.</source>
        <translation>Dann kann sein Index repariert und können Trades importiert werden, jeweils nach einer Frage. Vorhandene Berichte werden nie angerührt.</translation>
    </message>
</context>
<context>
    <name>arbscope::MarkBook</name>
    <message>
        <source>Marks and notes cannot be kept.</source>
        <translation>Markierungen und Notizen können nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>It was put aside as %1.</source>
        <translation>Sie wurde als %1 beiseitegelegt.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>The file of marks and notes could not be read.</source>
        <translation>Die Datei der Markierungen und Notizen konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Some marks and notes could not be read.</source>
        <translation>Einige Markierungen und Notizen konnten nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>arbscope::MarkCsv</name>
    <message>
        <source>what follows “base64:” is not base64</source>
        <translation>was auf „base64:“ folgt, ist kein Base64</translation>
    </message>
    <message>
        <source>there is no order id</source>
        <translation>die Auftragsnummer fehlt</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false</source>
        <translation>„%1“ ist weder true noch false</translation>
    </message>
    <message>
        <source>It is neither JSON nor text in UTF-8.</source>
        <translation>Sie ist weder JSON noch Text in UTF-8.</translation>
    </message>
    <message>
        <source>A quotation mark is open at its end.</source>
        <translation>An ihrem Ende ist ein Anführungszeichen offen.</translation>
    </message>
    <message>
        <source>Its first line does not name the columns “server” and “order_id”.</source>
        <translation>Ihre erste Zeile nennt die Spalten „server“ und „order_id“ nicht.</translation>
    </message>
    <message>
        <source>Record %1: %2.</source>
        <translation>Satz %1: %2.</translation>
    </message>
</context>
<context>
    <name>arbscope::MarkFile</name>
    <message>
        <source>It is larger than any list of marks.</source>
        <translation>Sie ist größer als jede Liste von Markierungen.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be read and not be put aside: marks are kept for this run only.</source>
        <translation>%1 kann weder gelesen noch beiseitegelegt werden: Markierungen gelten nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Another window of ArbScope is writing to %1.</source>
        <translation>Ein anderes Fenster von ArbScope schreibt gerade in %1.</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
</context>
<context>
    <name>arbscope::MarkGutter</name>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
</context>
<context>
    <name>arbscope::MarkJson</name>
    <message>
        <source>“%1” is missing or no text</source>
        <translation>„%1“ fehlt oder ist kein Text</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false</source>
        <translation>„%1“ ist weder true noch false</translation>
    </message>
    <message>
        <source>what follows “base64:” is not base64</source>
        <translation>was auf „base64:“ folgt, ist kein Base64</translation>
    </message>
    <message>
        <source>It is no JSON: %1 at byte %2.</source>
        <translation>Sie ist kein JSON: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>It is JSON, but no list of marks of ArbScope.</source>
        <translation>Sie ist JSON, aber keine Liste von Markierungen von ArbScope.</translation>
    </message>
    <message>
        <source>It was written by another version of ArbScope.</source>
        <translation>Sie wurde von einer anderen Version von ArbScope geschrieben.</translation>
    </message>
    <message>
        <source>Entry %1: %2.</source>
        <translation>Eintrag %1: %2.</translation>
    </message>
</context>
<context>
    <name>arbscope::MarkText</name>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
</context>
<context>
    <name>arbscope::MarksFlow</name>
    <message>
        <source>It is larger than any list of marks.</source>
        <translation>Sie ist größer als jede Liste von Markierungen.</translation>
    </message>
    <message>
        <source>There are neither marks nor notes in this store.</source>
        <translation>In diesem Speicher gibt es weder Markierungen noch Notizen.</translation>
    </message>
    <message>
        <source>Save Marks</source>
        <translation>Markierungen speichern</translation>
    </message>
    <message>
        <source>JSON (*.json);;CSV (*.csv)</source>
        <translation>JSON (*.json);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Open Marks</source>
        <translation>Markierungen öffnen</translation>
    </message>
    <message>
        <source>Marks (*.json *.csv);;All files (*)</source>
        <translation>Markierungen (*.json *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 holds no marks.</source>
        <translation>%1 enthält keine Markierungen.</translation>
    </message>
    <message>
        <source>Some were made in a store of another address.</source>
        <translation>Einige stammen aus einem Speicher mit anderer Adresse.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>The store is not connected.</source>
        <translation>Der Speicher ist nicht verbunden.</translation>
    </message>
    <message>
        <source>%1 trades are selected; at most %2 are marked at once.</source>
        <translation>%1 Trades sind ausgewählt; auf einmal werden höchstens %2 markiert.</translation>
    </message>
    <message>
        <source>Nothing was marked: trades came in between meanwhile; please mark again</source>
        <translation>Nichts wurde markiert: inzwischen kamen Trades dazwischen; bitte noch einmal markieren</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on trade %1 (kept on this computer only):</source>
        <translation>Notiz zum Trade %1 (nur auf diesem Rechner):</translation>
    </message>
    <message>
        <source>No marked trade is in this list.</source>
        <translation>In dieser Liste ist kein markierter Trade.</translation>
    </message>
    <message>
        <source>Last mark: went on at the top</source>
        <translation>Letzte Markierung: weiter von oben</translation>
    </message>
    <message>
        <source>First mark: went on at the bottom</source>
        <translation>Erste Markierung: weiter von unten</translation>
    </message>
    <message>
        <source>No trade of this store is marked. Marks › Mark marks one.</source>
        <translation>In diesem Speicher ist kein Trade markiert. Markierungen › Markieren markiert einen.</translation>
    </message>
    <message>
        <source>No trade of this server is marked. Marks › Mark marks one.</source>
        <translation>Kein Trade dieses Servers ist markiert. Markierungen › Markieren markiert einen.</translation>
    </message>
    <message>
        <source>Saved the marks and notes of 1 trade to %2</source>
        <translation>Markierungen und Notizen von 1 Trade in %2 gespeichert</translation>
    </message>
    <message>
        <source>Saved the marks and notes of %1 trades to %2</source>
        <translation>Markierungen und Notizen von %1 Trades in %2 gespeichert</translation>
    </message>
    <message>
        <source>Read the marks and notes of 1 trade; new or changed: %2.</source>
        <translation>Markierungen und Notizen von 1 Trade wurden gelesen; neu oder geändert: %2.</translation>
    </message>
    <message>
        <source>Read the marks and notes of %1 trades; new or changed: %2.</source>
        <translation>Markierungen und Notizen von %1 Trades wurden gelesen; neu oder geändert: %2.</translation>
    </message>
</context>
<context>
    <name>arbscope::MemoryPage</name>
    <message>
        <source>For filters, sorting, statistics and plots, which keep the trades of the server shown in memory. Where it does not reach for all of them, they are read from the store each time: slower, with the same answers.</source>
        <translation>Für Filter, Sortierung, Statistik und Diagramme, die die Trades des gezeigten Servers im Arbeitsspeicher halten. Wo er nicht für alle reicht, werden sie jedes Mal von neuem gelesen: langsamer, mit denselben Antworten.</translation>
    </message>
    <message>
        <source>Memory for &amp;analysis:</source>
        <translation>Arbeitsspeicher für die Aus&amp;wertung:</translation>
    </message>
    <message>
        <source>A quarter of this machine&apos;s (%1 MiB)</source>
        <translation>Ein Viertel des Rechners (%1 MiB)</translation>
    </message>
    <message>
        <source>0: a quarter of this machine&apos;s memory</source>
        <translation>0: ein Viertel des Arbeitsspeichers dieses Rechners</translation>
    </message>
</context>
<context>
    <name>arbscope::MessageTap</name>
    <message>
        <source>Too fast to be kept: %1 more messages</source>
        <translation>Zu schnell, um behalten zu werden: %1 weitere Meldungen</translation>
    </message>
</context>
<context>
    <name>arbscope::NameDialog</name>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
</context>
<context>
    <name>arbscope::NetFlow</name>
    <message>
        <source>net %1</source>
        <translation>netto %1</translation>
    </message>
    <message>
        <source>The net of so many trades is added up while they are filtered, sorted, or shown in Statistics or Balances.</source>
        <translation>Das Netto so vieler Trades wird zusammengezählt, solange sie gefiltert, sortiert oder in Statistik oder Bestände gezeigt werden.</translation>
    </message>
    <message>
        <source>Adding up what the trades shown earned after fees…</source>
        <translation>Was die gezeigten Trades nach Gebühren verdient haben, wird zusammengezählt …</translation>
    </message>
    <message>
        <source>What the trades shown earned after fees:</source>
        <translation>Was die gezeigten Trades nach Gebühren verdient haben:</translation>
    </message>
    <message>
        <source>%1 (n = %2)</source>
        <translation>%1 (n = %2)</translation>
    </message>
    <message>
        <source>Without 1 test trade</source>
        <translation>Ohne 1 Test-Trade</translation>
    </message>
    <message>
        <source>Without %1 test trades</source>
        <translation>Ohne %1 Test-Trades</translation>
    </message>
</context>
<context>
    <name>arbscope::OtherServersTask</name>
    <message>
        <source>Reading other servers</source>
        <translation>Andere Server lesen</translation>
    </message>
    <message>
        <source>1 server read</source>
        <translation>1 Server gelesen</translation>
    </message>
    <message>
        <source>%1 servers read</source>
        <translation>%1 Server gelesen</translation>
    </message>
</context>
<context>
    <name>arbscope::PasswordDialog</name>
    <message>
        <source>&amp;Keep it in the keychain</source>
        <translation>Im Schlüsselbund &amp;aufbewahren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Passphrase of the &amp;key</source>
        <translation>Passphrase des S&amp;chlüssels</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
</context>
<context>
    <name>arbscope::PeriodPicker</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>All trades</source>
        <translation>Alle Trades</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Von – bis</translation>
    </message>
    <message>
        <source>Trades within this second still belong to the period</source>
        <translation>Trades in dieser Sekunde gehören noch zum Zeitraum</translation>
    </message>
</context>
<context>
    <name>arbscope::PlotCanvas</name>
    <message>
        <source>realised as expected</source>
        <translation>erzielt wie erwartet</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
</context>
<context>
    <name>arbscope::PlotsDock</name>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Amounts of different assets never share an axis</source>
        <translation>Beträge verschiedener Assets teilen nie eine Achse</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Drag over trades to filter the list by them (Enter: by all in sight); Shift: drag the plot</source>
        <translation>Über Trades ziehen, um die Liste nach ihnen zu filtern (Eingabetaste: nach allen in Sicht); Umschalttaste: Diagramm verschieben</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Drag the plot (arrow keys); Shift: brush. The wheel zooms (+, −)</source>
        <translation>Diagramm verschieben (Pfeiltasten); Umschalttaste: auswählen. Das Mausrad vergrößert (+, −)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show all trades (double click, Home)</source>
        <translation>Alle Trades zeigen (Doppelklick, Pos1)</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>Als &amp;PNG speichern …</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Als &amp;SVG speichern …</translation>
    </message>
    <message>
        <source>Save &amp;data as CSV…</source>
        <translation>&amp;Daten als CSV speichern …</translation>
    </message>
    <message>
        <source>&amp;Copy data as CSV</source>
        <translation>Daten als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation>B&amp;ild kopieren</translation>
    </message>
    <message>
        <source>Save or copy this plot</source>
        <translation>Dieses Diagramm speichern oder kopieren</translation>
    </message>
    <message>
        <source>None of %1 trades failed</source>
        <translation>Keiner von %1 Trades ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Das Diagramm speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 konnte nicht gespeichert werden: %2</translation>
    </message>
    <message>
        <source>This is too long to be copied; save it as CSV.</source>
        <translation>Das ist zu lang zum Kopieren; speichern Sie es als CSV.</translation>
    </message>
    <message>
        <source>Copied the plot&apos;s data</source>
        <translation>Daten des Diagramms kopiert</translation>
    </message>
    <message>
        <source>No trades to plot: the list is empty.</source>
        <translation>Nichts darzustellen: Die Liste ist leer.</translation>
    </message>
    <message>
        <source>None of %1 trades has these values</source>
        <translation>Keiner von %1 Trades hat diese Werte</translation>
    </message>
</context>
<context>
    <name>arbscope::PlotsFlow</name>
    <message>
        <source>%1 of %2 read</source>
        <translation>%1 von %2 gelesen</translation>
    </message>
    <message>
        <source>Reading the trades…</source>
        <translation>Trades werden gelesen …</translation>
    </message>
</context>
<context>
    <name>arbscope::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>&amp;Arbeitsspeicher</translation>
    </message>
</context>
<context>
    <name>arbscope::ProblemsDock</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Check this server</source>
        <translation>Diesen Server prüfen</translation>
    </message>
    <message>
        <source>Check all servers</source>
        <translation>Alle Server prüfen</translation>
    </message>
    <message>
        <source>Repair…</source>
        <translation>Reparieren …</translation>
    </message>
    <message>
        <source>Hold the shown server&apos;s hash and index against each other and against the reports</source>
        <translation>Hash und Index des gezeigten Servers miteinander und mit den Berichten vergleichen</translation>
    </message>
    <message>
        <source>The same for every trading server of the store</source>
        <translation>Dasselbe für jeden Handelsserver des Speichers</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Noch nichts geprüft.</translation>
    </message>
    <message>
        <source>Show what would mend the index, before anything is changed</source>
        <translation>Zeigen, was den Index reparieren würde, bevor etwas geändert wird</translation>
    </message>
    <message>
        <source>&amp;Copy the Command for redis-cli</source>
        <translation>Befehl für redis-cli &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>arbscope::ProblemsFlow</name>
    <message>
        <source>Checking all servers…</source>
        <translation>Alle Server werden geprüft …</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft …</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The check ended early: %1.</source>
        <translation>Die Prüfung endete vorzeitig: %1.</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Keine Probleme.</translation>
    </message>
    <message>
        <source>Problems: %1.</source>
        <translation>Probleme: %1.</translation>
    </message>
    <message>
        <source>Reports looked at: %1.</source>
        <translation>Angesehene Berichte: %1.</translation>
    </message>
    <message>
        <source>Servers: %1.</source>
        <translation>Server: %1.</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>Die ersten %1 sind aufgelistet.</translation>
    </message>
    <message>
        <source>Not looked at again: %1.</source>
        <translation>Nicht noch einmal angesehen: %1.</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>Wird repariert …</translation>
    </message>
    <message>
        <source>Changes made: %1.</source>
        <translation>Vorgenommene Änderungen: %1.</translation>
    </message>
    <message>
        <source>Not made, because the store had changed: %1.</source>
        <translation>Nicht vorgenommen, weil sich der Speicher geändert hatte: %1.</translation>
    </message>
    <message>
        <source>Not made, because others were writing: %1.</source>
        <translation>Nicht vorgenommen, weil andere schrieben: %1.</translation>
    </message>
    <message>
        <source>This store was opened read-only. Store › Allow writing opens it so that its index can be mended.</source>
        <translation>Dieser Speicher wurde nur zum Lesen geöffnet. Speicher › Schreiben erlauben öffnet ihn so, dass sein Index repariert werden kann.</translation>
    </message>
</context>
<context>
    <name>arbscope::RawPane</name>
    <message>
        <source>Stored text</source>
        <translation>Abgelegter Text</translation>
    </message>
    <message>
        <source>Answer 1</source>
        <translation>Antwort 1</translation>
    </message>
    <message>
        <source>Answer 2</source>
        <translation>Antwort 2</translation>
    </message>
    <message>
        <source>The report as it stands in Redis</source>
        <translation>Der Bericht, wie er in Redis steht</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>Answer %1: %2</source>
        <translation>Antwort %1: %2</translation>
    </message>
    <message>
        <source>The index names this trade, but the store has no report of it.</source>
        <translation>Der Index nennt diesen Trade, aber der Speicher hat keinen Bericht davon.</translation>
    </message>
    <message>
        <source>Not known: the report has no raw answer of this exchange.</source>
        <translation>Nicht bekannt: Der Bericht hat keine rohe Antwort dieser Börse.</translation>
    </message>
    <message>
        <source>The report cannot be read; see the stored text.</source>
        <translation>Der Bericht ist nicht lesbar; siehe den abgelegten Text.</translation>
    </message>
</context>
<context>
    <name>arbscope::RawView</name>
    <message>
        <source>Indented</source>
        <translation>Eingerückt</translation>
    </message>
    <message>
        <source>One member a line; off: as it came</source>
        <translation>Ein Feld je Zeile; aus: wie es kam</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole text, as it came</source>
        <translation>Den ganzen Text kopieren, wie er kam</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Save the whole text to a file, byte for byte</source>
        <translation>Den ganzen Text Byte für Byte in eine Datei speichern</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show the whole text, however long it is</source>
        <translation>Den ganzen Text zeigen, wie lang er auch ist</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>Preparing a long text…</source>
        <translation>Ein langer Text wird vorbereitet …</translation>
    </message>
    <message>
        <source>Showing %1 of %2 characters…</source>
        <translation>%1 von %2 Zeichen gezeigt …</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>, only the first %1 characters are shown; Copy and Save take all</source>
        <translation>, nur die ersten %1 Zeichen werden gezeigt; Kopieren und Speichern nehmen alles</translation>
    </message>
    <message>
        <source>Save Text</source>
        <translation>Text speichern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>arbscope::RepairDialog</name>
    <message>
        <source>Repair the Index</source>
        <translation>Den Index reparieren</translation>
    </message>
    <message>
        <source>Change the index of this store?</source>
        <translation>Den Index dieses Speichers ändern?</translation>
    </message>
    <message>
        <source>These changes are made, each only if the store is still as it was found. Reports are never touched.</source>
        <translation>Diese Änderungen werden vorgenommen, jede nur, wenn der Speicher noch so ist wie vorgefunden. Berichte werden nie angerührt.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Other problems, which the index cannot mend and which stay as they are: %1</source>
        <translation>Andere Probleme, die der Index nicht beheben kann und die bleiben, wie sie sind: %1</translation>
    </message>
    <message>
        <source>Make this change</source>
        <translation>Diese Änderung vornehmen</translation>
    </message>
    <message>
        <source>Make %1 changes</source>
        <translation>%1 Änderungen vornehmen</translation>
    </message>
</context>
<context>
    <name>arbscope::RepairTask</name>
    <message>
        <source>Repairing</source>
        <translation>Wird repariert</translation>
    </message>
    <message>
        <source>changes: %1</source>
        <translation>Änderungen: %1</translation>
    </message>
</context>
<context>
    <name>arbscope::RevealFlow</name>
    <message>
        <source>The filter was cleared to show the trade.</source>
        <translation>Der Filter wurde entfernt, um den Trade zu zeigen.</translation>
    </message>
    <message>
        <source>A filter hides the trade %1.</source>
        <translation>Ein Filter verbirgt den Trade %1.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>There is no such trade in this list.</source>
        <translation>Diesen Trade gibt es in der Liste nicht.</translation>
    </message>
</context>
<context>
    <name>arbscope::SavedConnections</name>
    <message>
        <source>%1 copy</source>
        <translation>%1 (Kopie)</translation>
    </message>
</context>
<context>
    <name>arbscope::SavedDetails</name>
    <message>
        <source>Saved connection</source>
        <translation>Gespeicherte Verbindung</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>a name, to save this connection</source>
        <translation>ein Name, um die Verbindung zu speichern</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>none needed</source>
        <translation>keines nötig</translation>
    </message>
    <message>
        <source>ask once in each run</source>
        <translation>einmal je Programmlauf fragen</translation>
    </message>
    <message>
        <source>keep in the system&apos;s keychain</source>
        <translation>im Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>Never kept in a file</source>
        <translation>Steht nie in einer Datei</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Save this connection</source>
        <translation>Diese Verbindung speichern</translation>
    </message>
    <message>
        <source>Give it a name first</source>
        <translation>Zuerst einen Namen geben</translation>
    </message>
    <message>
        <source>Shown with its color in the list and over the whole window while the store is open</source>
        <translation>Wird mit seiner Farbe in der Liste und über dem ganzen Fenster gezeigt, solange der Speicher offen ist</translation>
    </message>
</context>
<context>
    <name>arbscope::SavedFlow</name>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>Asking the keychain for the password of %1…</source>
        <translation>Frage den Schlüsselbund nach dem Passwort von %1 …</translation>
    </message>
    <message>
        <source>The keychain does not have it.</source>
        <translation>Der Schlüsselbund hat es nicht.</translation>
    </message>
    <message>
        <source>The store did not accept the password.</source>
        <translation>Der Speicher hat das Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>The password could not be kept in the keychain; it is asked for in the next run.</source>
        <translation>Das Passwort konnte nicht im Schlüsselbund aufbewahrt werden; beim nächsten Programmlauf wird danach gefragt.</translation>
    </message>
    <message>
        <source>There is no keychain.</source>
        <translation>Es gibt keinen Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>arbscope::SavedList</name>
    <message>
        <source>Search saved connections</source>
        <translation>Verbindungen suchen</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Copy as arbscope-cli command</source>
        <translation>Als arbscope-cli-Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Import from a file…</source>
        <translation>Aus einer Datei &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Export to a file…</source>
        <translation>In eine Datei &amp;exportieren …</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Delete the saved connection %1?</source>
        <translation>Die gespeicherte Verbindung %1 löschen?</translation>
    </message>
    <message>
        <source>Its password goes too. The store itself is not touched.</source>
        <translation>Ihr Passwort wird auch gelöscht. Der Speicher selbst bleibt unberührt.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Import Connections</source>
        <translation>Verbindungen importieren</translation>
    </message>
    <message>
        <source>Connections (*.json);;All files (*)</source>
        <translation>Verbindungen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 could not be imported.</source>
        <translation>%1 konnte nicht importiert werden.</translation>
    </message>
    <message>
        <source>Export Connections</source>
        <translation>Verbindungen exportieren</translation>
    </message>
    <message>
        <source>Connections (*.json)</source>
        <translation>Verbindungen (*.json)</translation>
    </message>
    <message>
        <source>Exported to %1, without passwords.</source>
        <translation>Nach %1 exportiert, ohne Passwörter.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Copied the command.</source>
        <translation>Der Befehl ist kopiert.</translation>
    </message>
    <message>
        <source>It holds no password: arbscope-cli takes it from ARBSCOPE_PASSWORD.</source>
        <translation>Er enthält kein Passwort: arbscope-cli nimmt es aus ARBSCOPE_PASSWORD.</translation>
    </message>
    <message>
        <source>There already: %1.</source>
        <translation>Schon vorhanden: %1.</translation>
    </message>
    <message>
        <source>Passwords in the file, left out as no file keeps them: %1.</source>
        <translation>Passwörter in der Datei, weggelassen, da keine Datei sie behält: %1.</translation>
    </message>
    <message>
        <source>Connections imported: %1.</source>
        <translation>Importierte Verbindungen: %1.</translation>
    </message>
</context>
<context>
    <name>arbscope::ServerPicker</name>
    <message>
        <source>%1  (%2 reports)</source>
        <translation>%1  (%2 Berichte)</translation>
    </message>
    <message>
        <source>Trading servers</source>
        <translation>Handelsserver</translation>
    </message>
    <message>
        <source>Search servers</source>
        <translation>Server suchen</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>&amp;Alle anhaken</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Keinen anhaken</translation>
    </message>
    <message>
        <source>All that the search shows</source>
        <translation>Alle, die die Suche zeigt</translation>
    </message>
    <message>
        <source>None that the search shows</source>
        <translation>Keinen, den die Suche zeigt</translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation>%1 von %2 angehakt</translation>
    </message>
</context>
<context>
    <name>arbscope::ServersDock</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Search servers</source>
        <translation>Server suchen</translation>
    </message>
    <message>
        <source>Trading servers</source>
        <translation>Handelsserver</translation>
    </message>
</context>
<context>
    <name>arbscope::ServersModel</name>
    <message>
        <source>First: %1</source>
        <translation>Erster: %1</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Letzter: %1</translation>
    </message>
    <message>
        <source>not in the index: %L1</source>
        <translation>nicht im Index: %L1</translation>
    </message>
    <message>
        <source>%L1 more trades in the index than reports</source>
        <translation>%L1 Trades mehr im Index als Berichte</translation>
    </message>
    <message>
        <source>no trades in the index</source>
        <translation>keine Trades im Index</translation>
    </message>
    <message>
        <source>1 trade</source>
        <translation>1 Trade</translation>
    </message>
    <message>
        <source>%1 trades</source>
        <translation>%1 Trades</translation>
    </message>
</context>
<context>
    <name>arbscope::ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Aktionen und Tasten suchen</translation>
    </message>
</context>
<context>
    <name>arbscope::SortFlow</name>
    <message>
        <source>The exchanges&apos; raw answers cannot be sorted by.</source>
        <translation>Nach den Rohantworten der Börsen kann nicht sortiert werden.</translation>
    </message>
    <message>
        <source>%1 (descending)</source>
        <translation>%1 (absteigend)</translation>
    </message>
    <message>
        <source>%1 (ascending)</source>
        <translation>%1 (aufsteigend)</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Sortiert nach %1</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>Reading the trades: %1 of %2; then they are sorted.</source>
        <translation>Die Trades werden gelesen: %1 von %2; dann werden sie sortiert.</translation>
    </message>
    <message>
        <source>Clear sorting</source>
        <translation>Sortierung aufheben</translation>
    </message>
    <message>
        <source>There is not enough memory to sort %1 trades: they stand in the order of time.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um %1 Trades zu sortieren: Sie stehen in zeitlicher Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>arbscope::StartPage</name>
    <message>
        <source>&amp;Connect to a store…</source>
        <translation>Mit einem Speicher &amp;verbinden …</translation>
    </message>
    <message>
        <source>Open the Redis that your bots write their reports to</source>
        <translation>Das Redis öffnen, in das die Bots ihre Berichte schreiben</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>Eine Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a Redis dump or JSON lines in a private store, read-only; they can also be dropped here</source>
        <translation>Einen Redis-Dump oder JSON-Zeilen in einem eigenen Speicher öffnen, nur zum Lesen; Sie können sie auch hier fallen lassen</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>&amp;Demo ausprobieren</translation>
    </message>
    <message>
        <source>Open sample trades in a private store; nothing of yours is touched</source>
        <translation>Beispiel-Trades in einem eigenen Speicher öffnen; nichts Vorhandenes wird angerührt</translation>
    </message>
    <message>
        <source>&amp;Recent stores</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>See what your arbitrage bots did, trade by trade.</source>
        <translation>Sehen, was die Arbitrage-Bots getan haben, Trade für Trade.</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>&amp;Saved connections</source>
        <translation>&amp;Gespeicherte Verbindungen</translation>
    </message>
</context>
<context>
    <name>arbscope::StatisticsDock</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>By server</source>
        <translation>Nach Server</translation>
    </message>
    <message>
        <source>By pair</source>
        <translation>Nach Paar</translation>
    </message>
    <message>
        <source>By version</source>
        <translation>Nach Version</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>Nach Sitzung</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>Count trades that tests wrote, too</source>
        <translation>Auch Trades mitzählen, die Tests geschrieben haben</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Figures of groups</source>
        <translation>Kennzahlen von Gruppen</translation>
    </message>
    <message>
        <source>&amp;Show these trades</source>
        <translation>Diese Trades &amp;zeigen</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Nicht mehr vergleichen</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Show the figures of the trades shown only</source>
        <translation>Nur die Kennzahlen der gezeigten Trades zeigen</translation>
    </message>
    <message>
        <source>Put another server, period or filter beside the trades shown</source>
        <translation>Einen anderen Server, Zeitraum oder Filter neben die gezeigten Trades stellen</translation>
    </message>
    <message>
        <source>Test trades, too</source>
        <translation>Auch Test-Trades</translation>
    </message>
    <message>
        <source>By direction</source>
        <translation>Nach Richtung</translation>
    </message>
    <message>
        <source>&amp;Read the other servers</source>
        <translation>Andere Server &amp;lesen</translation>
    </message>
    <message>
        <source>Add up the trades of the other servers that the filter is true of, too</source>
        <translation>Auch die Trades der anderen Server zusammenzählen, die der Filter zulässt</translation>
    </message>
</context>
<context>
    <name>arbscope::StatisticsFlow</name>
    <message>
        <source>Save Statistics</source>
        <translation>Statistik speichern</translation>
    </message>
    <message>
        <source>statistics %1</source>
        <translation>Statistik %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>Wird gelesen: %1</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 Gruppen</translation>
    </message>
    <message>
        <source>No trades to add up</source>
        <translation>Keine Trades zum Zusammenzählen</translation>
    </message>
    <message>
        <source>Choose a server on the left.</source>
        <translation>Wählen Sie links einen Server.</translation>
    </message>
    <message>
        <source>Reading the trades…</source>
        <translation>Trades werden gelesen …</translation>
    </message>
    <message>
        <source>The filter hides them all.</source>
        <translation>Der Filter verbirgt sie alle.</translation>
    </message>
    <message>
        <source>This server has none yet.</source>
        <translation>Dieser Server hat noch keine.</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 Gruppe</translation>
    </message>
    <message>
        <source>1 unreadable report left out</source>
        <translation>1 unlesbarer Bericht ausgelassen</translation>
    </message>
    <message>
        <source>%1 unreadable reports left out</source>
        <translation>%1 unlesbare Berichte ausgelassen</translation>
    </message>
    <message>
        <source>1 test trade left out</source>
        <translation>1 Test-Trade ausgelassen</translation>
    </message>
    <message>
        <source>%1 test trades left out</source>
        <translation>%1 Test-Trades ausgelassen</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>other servers as of %1</source>
        <translation>andere Server Stand %1</translation>
    </message>
</context>
<context>
    <name>arbscope::StatusLine</name>
    <message>
        <source>When the store answered last</source>
        <translation>Wann der Speicher zuletzt geantwortet hat</translation>
    </message>
    <message>
        <source>The time zone of all times shown</source>
        <translation>Die Zeitzone aller gezeigten Zeiten</translation>
    </message>
    <message>
        <source>%1 trades</source>
        <translation>%1 Trades</translation>
    </message>
    <message>
        <source>%1 not in the index</source>
        <translation>%1 nicht im Index</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Following: connecting…</source>
        <translation>Verfolgen: verbindet …</translation>
    </message>
    <message>
        <source>Connecting, and seeing what is there</source>
        <translation>Verbindet und sieht, was da ist</translation>
    </message>
    <message>
        <source>Following paused</source>
        <translation>Verfolgen angehalten</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Verfolgt</translation>
    </message>
    <message>
        <source>The store tells of new trades at once (client tracking)</source>
        <translation>Der Speicher meldet neue Trades sofort (Client Tracking)</translation>
    </message>
    <message>
        <source>Following paused (asking)</source>
        <translation>Verfolgen angehalten (fragt)</translation>
    </message>
    <message>
        <source>Following (asking)</source>
        <translation>Verfolgt (fragt)</translation>
    </message>
    <message>
        <source>The store is asked for new trades twice a second: it does not tell of them</source>
        <translation>Der Speicher wird zweimal in der Sekunde nach neuen Trades gefragt: Er meldet sie nicht</translation>
    </message>
    <message>
        <source>Refreshed %1</source>
        <translation>Aufgefrischt %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Waiting for the store…</source>
        <translation>Wartet auf den Speicher …</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Not connected, trying again…</source>
        <translation>Nicht verbunden, versucht es wieder …</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Writing allowed</source>
        <translation>Schreiben erlaubt</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>This store was opened for writing: repairing can change its index</source>
        <translation>Dieser Speicher wurde zum Schreiben geöffnet: Reparieren kann seinen Index ändern</translation>
    </message>
    <message>
        <source>This window cannot change anything in the store</source>
        <translation>Dieses Fenster kann im Speicher nichts ändern</translation>
    </message>
    <message>
        <source>more than %1 not in the index</source>
        <translation>mehr als %1 nicht im Index</translation>
    </message>
    <message>
        <source>Not every report that the index does not name is listed; an export takes all of them.</source>
        <translation>Nicht jeder Bericht, den der Index nicht nennt, ist aufgelistet; ein Export nimmt alle.</translation>
    </message>
    <message>
        <source>%1 marked</source>
        <translation>%1 markiert</translation>
    </message>
    <message>
        <source>1 trade</source>
        <translation>1 Trade</translation>
    </message>
</context>
<context>
    <name>arbscope::StoreFlow</name>
    <message>
        <source>Starting the demo store…</source>
        <translation>Der Demo-Speicher wird gestartet …</translation>
    </message>
    <message>
        <source>Demo store</source>
        <translation>Demo-Speicher</translation>
    </message>
</context>
<context>
    <name>arbscope::StoreMark</name>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Privat</translation>
    </message>
</context>
<context>
    <name>arbscope::StoreStrip</name>
    <message>
        <source>Kind of store</source>
        <translation>Art des Speichers</translation>
    </message>
    <message>
        <source>Open for writing: import and repair can change this store</source>
        <translation>Zum Schreiben geöffnet: Import und Reparatur können diesen Speicher ändern</translation>
    </message>
</context>
<context>
    <name>arbscope::TableSaver</name>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>arbscope::TaskStrip</name>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>arbscope::TimeFlow</name>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Show all times in:</source>
        <translation>Alle Zeiten zeigen in:</translation>
    </message>
    <message>
        <source>“%1” is not the name of a time zone.</source>
        <translation>„%1“ ist nicht der Name einer Zeitzone.</translation>
    </message>
</context>
<context>
    <name>arbscope::TimeFormat</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes, seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
</context>
<context>
    <name>arbscope::TradeColumns</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Derived: %1</source>
        <translation>Abgeleitet: %1</translation>
    </message>
    <message>
        <source>In percent: %1</source>
        <translation>In Prozent: %1</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>In milliseconds: %1</source>
        <translation>In Millisekunden: %1</translation>
    </message>
    <message>
        <source>Buy → sell</source>
        <translation>Kauf → Verkauf</translation>
    </message>
    <message>
        <source>The exchange that was bought on, and the one that was sold on.</source>
        <translation>Die Börse, an der gekauft, und die, an der verkauft wurde.</translation>
    </message>
    <message>
        <source>Derived: from kind, which is shown as it is when it names neither direction</source>
        <translation>Abgeleitet: aus kind, das unverändert gezeigt wird, wenn es keine Richtung nennt</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>Widersprüchlich</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>%1, one leg</source>
        <translation>%1, ein Leg</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>Whether the stored text is a valid report, was read by converting a type, or cannot be read.</source>
        <translation>Ob der abgelegte Text ein gültiger Bericht ist, durch Umwandeln eines Typs gelesen wurde oder nicht lesbar ist.</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Umgewandelt</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Latency 1</source>
        <translation>Latenz 1</translation>
    </message>
    <message>
        <source>Latency 2</source>
        <translation>Latenz 2</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>Erzielt</translation>
    </message>
    <message>
        <source>Realised with fees</source>
        <translation>Erzielt mit Gebühren</translation>
    </message>
    <message>
        <source>%1 since previous</source>
        <translation>%1 seit vorigem</translation>
    </message>
</context>
<context>
    <name>arbscope::TradeList</name>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>&amp;Freeze up to “%1”</source>
        <translation>Bis „%1“ &amp;fixieren</translation>
    </message>
    <message>
        <source>&amp;Unfreeze</source>
        <translation>Fixierung auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Hide “%1”</source>
        <translation>„%1“ aus&amp;blenden</translation>
    </message>
    <message>
        <source>Fit &amp;width to what is shown</source>
        <translation>B&amp;reite an das Gezeigte anpassen</translation>
    </message>
    <message>
        <source>U&amp;nits in cells</source>
        <translation>&amp;Einheiten in den Zellen</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>&amp;Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>Absteigen&amp;d sortieren</translation>
    </message>
    <message>
        <source>&amp;Clear sorting</source>
        <translation>Sortierung a&amp;ufheben</translation>
    </message>
    <message>
        <source>C&amp;olumns…</source>
        <translation>&amp;Spalten …</translation>
    </message>
</context>
<context>
    <name>arbscope::TradeTableModel</name>
    <message>
        <source>loading…</source>
        <translation>lädt …</translation>
    </message>
    <message>
        <source>The index does not name this report, so that it has no place in the order of time.</source>
        <translation>Der Index nennt diesen Bericht nicht; darum hat er keinen Platz in der zeitlichen Reihenfolge.</translation>
    </message>
    <message>
        <source>The index names this trade, but the store holds no report for it.</source>
        <translation>Der Index nennt diesen Trade, aber der Speicher hat keinen Bericht dazu.</translation>
    </message>
    <message>
        <source>This report is not in the store any more.</source>
        <translation>Dieser Bericht ist nicht mehr im Speicher.</translation>
    </message>
    <message>
        <source>Read by converting:</source>
        <translation>Gelesen durch Umwandeln:</translation>
    </message>
    <message>
        <source>This is not a readable report:</source>
        <translation>Das ist kein lesbarer Bericht:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Color rule: %1</source>
        <translation>Farbregel: %1</translation>
    </message>
</context>
<context>
    <name>arbscope::TradeText</name>
    <message>
        <source>Trade %1</source>
        <translation>Trade %1</translation>
    </message>
    <message>
        <source>cannot be read; stored is:</source>
        <translation>ist nicht lesbar; abgelegt ist:</translation>
    </message>
</context>
<context>
    <name>arbscope::Units</name>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>bp</source>
        <comment>basis points</comment>
        <translation>bp</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>arbscope::VerdictBox</name>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>The index does not name this report: it stands at the end of the list, whatever its time.</source>
        <translation>Der Index nennt diesen Bericht nicht: Er steht am Ende der Liste, welche Zeit er auch hat.</translation>
    </message>
    <message>
        <source>The report is not in the store any more.</source>
        <translation>Der Bericht ist nicht mehr im Speicher.</translation>
    </message>
    <message>
        <source>The report is missing: the index names the trade, but the store has no text for it.</source>
        <translation>Der Bericht fehlt: Der Index nennt den Trade, aber der Speicher hat keinen Text dazu.</translation>
    </message>
    <message>
        <source>This report cannot be read. Its stored text is shown as it is.</source>
        <translation>Dieser Bericht ist nicht lesbar. Sein abgelegter Text wird gezeigt, wie er ist.</translation>
    </message>
    <message>
        <source>Read by converting what the bot wrote in another type than agreed:</source>
        <translation>Gelesen durch Umwandeln dessen, was der Bot in einem anderen Typ als vereinbart schrieb:</translation>
    </message>
</context>
<context>
    <name>arbscope::WindowActions</name>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden …</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Einen Speicher öffnen</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a Redis dump or JSON lines in a private store, read-only</source>
        <translation>Einen Redis-Dump oder JSON-Zeilen in einem eigenen Speicher öffnen, nur zum Lesen</translation>
    </message>
    <message>
        <source>&amp;Demo store</source>
        <translation>&amp;Demo-Speicher</translation>
    </message>
    <message>
        <source>Look at a private store with sample trades</source>
        <translation>Einen eigenen Speicher mit Beispiel-Trades ansehen</translation>
    </message>
    <message>
        <source>Close s&amp;tore</source>
        <translation>Speicher s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Store the reports of a JSON-lines file; only in a store opened for writing</source>
        <translation>Die Berichte einer Datei mit JSON-Zeilen ablegen; nur in einem zum Schreiben geöffneten Speicher</translation>
    </message>
    <message>
        <source>Export C&amp;SV</source>
        <translation>C&amp;SV exportieren</translation>
    </message>
    <message>
        <source>Export the shown server&apos;s trades as CSV, at once</source>
        <translation>Die Trades des gezeigten Servers sofort als CSV exportieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Export with choices: servers, period, format</source>
        <translation>Mit Auswahl exportieren: Server, Zeitraum, Format</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>Mit Ü&amp;berschriften kopieren</translation>
    </message>
    <message>
        <source>Read everything anew</source>
        <translation>Alles neu lesen</translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Hold hash, index and reports of every server against each other</source>
        <translation>Hash, Index und Berichte jedes Servers miteinander vergleichen</translation>
    </message>
    <message>
        <source>Allow &amp;writing…</source>
        <translation>Schreiben er&amp;lauben …</translation>
    </message>
    <message>
        <source>Open this store anew so that its index can be repaired</source>
        <translation>Diesen Speicher neu öffnen, so dass sein Index repariert werden kann</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Jetzt versuchen zu verbinden</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>&amp;Neueste zuerst</translation>
    </message>
    <message>
        <source>Newest or oldest trade on top</source>
        <translation>Neuester oder ältester Trade oben</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>Ver&amp;folgen</translation>
    </message>
    <message>
        <source>Keep the newest trades in sight as they come in</source>
        <translation>Die neuesten Trades im Blick behalten, wie sie kommen</translation>
    </message>
    <message>
        <source>Choose the list&apos;s columns</source>
        <translation>Die Spalten der Liste wählen</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>&amp;Ortszeit</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Other zone…</source>
        <translation>&amp;Andere Zone …</translation>
    </message>
    <message>
        <source>&amp;Date and time</source>
        <translation>&amp;Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>&amp;ISO 8601</source>
        <translation>&amp;ISO 8601</translation>
    </message>
    <message>
        <source>&amp;Epoch seconds</source>
        <translation>&amp;Epochensekunden</translation>
    </message>
    <message>
        <source>&amp;Age</source>
        <translation>&amp;Alter</translation>
    </message>
    <message>
        <source>Since the &amp;previous trade</source>
        <translation>Seit dem &amp;vorigen Trade</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Previous trade</source>
        <translation>&amp;Voriger Trade</translation>
    </message>
    <message>
        <source>&amp;Next trade</source>
        <translation>&amp;Nächster Trade</translation>
    </message>
    <message>
        <source>&amp;Top of the list</source>
        <translation>An&amp;fang der Liste</translation>
    </message>
    <message>
        <source>&amp;Bottom of the list</source>
        <translation>&amp;Ende der Liste</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Gehe zu …</translation>
    </message>
    <message>
        <source>&amp;Detail in its own window</source>
        <translation>Ein&amp;zelheiten im eigenen Fenster</translation>
    </message>
    <message>
        <source>Detail in its own window (Enter in the list)</source>
        <translation>Einzelheiten im eigenen Fenster (Eingabetaste in der Liste)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About ArbScope</source>
        <translation>Ü&amp;ber ArbScope</translation>
    </message>
    <message>
        <source>&amp;Store</source>
        <translation>&amp;Speicher</translation>
    </message>
    <message>
        <source>&amp;Recent stores</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Trades</source>
        <translation>&amp;Trades</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>Zeit&amp;zone</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinung</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Tafeln</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>&amp;Auffrischen</translation>
    </message>
    <message>
        <source>Time f&amp;ormat</source>
        <translation>Zeitf&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>Fil&amp;tern</translation>
    </message>
    <message>
        <source>Write a filter</source>
        <translation>Einen Filter schreiben</translation>
    </message>
    <message>
        <source>C&amp;lear filter</source>
        <translation>Filter &amp;löschen</translation>
    </message>
    <message>
        <source>Show all trades</source>
        <translation>Alle Trades zeigen</translation>
    </message>
    <message>
        <source>&amp;Undo filter</source>
        <translation>Filter r&amp;ückgängig</translation>
    </message>
    <message>
        <source>Back to the filter before this one</source>
        <translation>Zurück zum Filter davor</translation>
    </message>
    <message>
        <source>&amp;Redo filter</source>
        <translation>Filter w&amp;iederherstellen</translation>
    </message>
    <message>
        <source>Forth to the filter that was undone</source>
        <translation>Wieder vor zum Filter, der rückgängig gemacht wurde</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Einstellun&amp;gen …</translation>
    </message>
    <message>
        <source>Keys and other settings</source>
        <translation>Tasten und andere Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>Mark the selected trades, or no more</source>
        <translation>Die ausgewählten Trades markieren oder nicht mehr</translation>
    </message>
    <message>
        <source>N&amp;ote…</source>
        <translation>N&amp;otiz …</translation>
    </message>
    <message>
        <source>Write a note on the trade, kept on this computer only</source>
        <translation>Eine Notiz zum Trade schreiben, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Next mark</source>
        <translation>&amp;Nächste Markierung</translation>
    </message>
    <message>
        <source>&amp;Previous mark</source>
        <translation>&amp;Vorherige Markierung</translation>
    </message>
    <message>
        <source>&amp;Show marked only</source>
        <translation>N&amp;ur markierte zeigen</translation>
    </message>
    <message>
        <source>&amp;Export marked…</source>
        <translation>Markierte &amp;exportieren …</translation>
    </message>
    <message>
        <source>Export the marked trades of all servers as CSV</source>
        <translation>Die markierten Trades aller Server als CSV exportieren</translation>
    </message>
    <message>
        <source>S&amp;ave marks…</source>
        <translation>Markierungen &amp;speichern …</translation>
    </message>
    <message>
        <source>Save this store&apos;s marks and notes as JSON or CSV</source>
        <translation>Markierungen und Notizen dieses Speichers als JSON oder CSV speichern</translation>
    </message>
    <message>
        <source>Open ma&amp;rks…</source>
        <translation>Markierungen ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Add the marks and notes of a file to this store&apos;s</source>
        <translation>Markierungen und Notizen einer Datei zu denen dieses Speichers nehmen</translation>
    </message>
    <message>
        <source>&amp;Marks</source>
        <translation>&amp;Markierungen</translation>
    </message>
    <message>
        <source>Clear sor&amp;ting</source>
        <translation>Sortier&amp;ung aufheben</translation>
    </message>
    <message>
        <source>Back to the order of time (Esc in the list)</source>
        <translation>Zurück zur zeitlichen Folge (Esc in der Liste)</translation>
    </message>
    <message>
        <source>F&amp;ind…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Find trades without filtering the list</source>
        <translation>Trades suchen, ohne die Liste zu filtern</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Näc&amp;hsten suchen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Vorherigen suchen</translation>
    </message>
    <message>
        <source>B&amp;ack</source>
        <translation>Z&amp;urück</translation>
    </message>
    <message>
        <source>Back to the trade looked at before</source>
        <translation>Zurück zum Trade, der davor angesehen wurde</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>V&amp;orwärts</translation>
    </message>
    <message>
        <source>Forward again in the trades looked at</source>
        <translation>Wieder vorwärts in den angesehenen Trades</translation>
    </message>
    <message>
        <source>Next of the &amp;session</source>
        <translation>Nä&amp;chster der Sitzung</translation>
    </message>
    <message>
        <source>The next trade of the same session in the list</source>
        <translation>Der nächste Trade derselben Sitzung in der Liste</translation>
    </message>
    <message>
        <source>Previous &amp;of the session</source>
        <translation>Vo&amp;rheriger der Sitzung</translation>
    </message>
    <message>
        <source>The previous trade of the same session in the list</source>
        <translation>Der vorherige Trade derselben Sitzung in der Liste</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Explain the panel that has the focus</source>
        <translation>Die Tafel erklären, die den Fokus hat</translation>
    </message>
    <message>
        <source>Copy c&amp;ell</source>
        <translation>Z&amp;elle kopieren</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>Ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Two selected trades side by side, or the current one and a marked one</source>
        <translation>Zwei ausgewählte Trades nebeneinander, oder den aktuellen und einen markierten</translation>
    </message>
    <message>
        <source>Copy &amp;trade as</source>
        <translation>Tra&amp;de kopieren als</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;Python dict</source>
        <translation>&amp;Python-Dict</translation>
    </message>
    <message>
        <source>Which trades are colored and marked in the list, and how</source>
        <translation>Welche Trades in der Liste gefärbt und gekennzeichnet werden, und wie</translation>
    </message>
    <message>
        <source>&amp;Choose columns…</source>
        <translation>&amp;Spalten wählen …</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Save as a preset…</source>
        <translation>Als &amp;Vorlage speichern …</translation>
    </message>
    <message>
        <source>Keep the columns shown, with their order and widths, under a name</source>
        <translation>Die gezeigten Spalten mit Reihenfolge und Breiten unter einem Namen behalten</translation>
    </message>
    <message>
        <source>&amp;Rename the preset…</source>
        <translation>Vorlage &amp;umbenennen …</translation>
    </message>
    <message>
        <source>&amp;Delete the preset</source>
        <translation>Vorlage &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Freeze up to the current cell</source>
        <translation>Bis zur aktuellen Zelle &amp;fixieren</translation>
    </message>
    <message>
        <source>The columns up to the current cell&apos;s stay in sight when the list is scrolled sideways</source>
        <translation>Die Spalten bis zu der der aktuellen Zelle bleiben in Sicht, wenn die Liste seitwärts gerollt wird</translation>
    </message>
    <message>
        <source>&amp;Unfreeze</source>
        <translation>Fixierung &amp;aufheben</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Color ru&amp;les…</source>
        <translation>Farbrege&amp;ln …</translation>
    </message>
</context>
</TS>
