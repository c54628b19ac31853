<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>arbscope::schema</name>
    <message>
        <source>Asset 1</source>
        <translation>Asset 1</translation>
    </message>
    <message>
        <source>The traded asset, always crypto</source>
        <translation>Das gehandelte Asset, immer Krypto</translation>
    </message>
    <message>
        <source>Asset 2</source>
        <translation>Asset 2</translation>
    </message>
    <message>
        <source>The quote asset, always fiat</source>
        <translation>Die Preiswährung, immer Fiat</translation>
    </message>
    <message>
        <source>Exchange 1</source>
        <translation>Börse 1</translation>
    </message>
    <message>
        <source>The venue of the first leg</source>
        <translation>Der Handelsplatz des ersten Legs</translation>
    </message>
    <message>
        <source>Exchange 2</source>
        <translation>Börse 2</translation>
    </message>
    <message>
        <source>The venue of the second leg</source>
        <translation>Der Handelsplatz des zweiten Legs</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of the strategy that traded</source>
        <translation>Version der Strategie, die handelte</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>The trade&apos;s id, its key in Redis</source>
        <translation>Die Nummer des Trades, sein Schlüssel in Redis</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>The trading session, named for people</source>
        <translation>Die Handelssitzung, für Menschen benannt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The machine that runs the strategy</source>
        <translation>Die Maschine, auf der die Strategie läuft</translation>
    </message>
    <message>
        <source>Unit test</source>
        <translation>Unit-Test</translation>
    </message>
    <message>
        <source>Written by a test: not a real trade</source>
        <translation>Von einem Test geschrieben: kein echter Trade</translation>
    </message>
    <message>
        <source>Session started</source>
        <translation>Sitzung begonnen</translation>
    </message>
    <message>
        <source>When the bot was started</source>
        <translation>Wann der Bot gestartet wurde</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Wall clock when the order was recorded</source>
        <translation>Uhrzeit, zu der der Auftrag festgehalten wurde</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>The framework&apos;s clock signal when the order started; trades are sorted by it</source>
        <translation>Das Uhrsignal des Rahmens, als der Auftrag begann; danach sind Trades sortiert</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>buy_1_sell_2 or buy_2_sell_1: which exchange was bought and which was sold on</source>
        <translation>buy_1_sell_2 oder buy_2_sell_1: an welcher Börse gekauft und an welcher verkauft wurde</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Target quantity in the traded asset</source>
        <translation>Zielmenge im gehandelten Asset</translation>
    </message>
    <message>
        <source>Quantity, worth</source>
        <translation>Menge, Wert</translation>
    </message>
    <message>
        <source>The target quantity&apos;s worth in the quote asset</source>
        <translation>Der Wert der Zielmenge in der Preiswährung</translation>
    </message>
    <message>
        <source>Bid 1</source>
        <translation>Geld 1</translation>
    </message>
    <message>
        <source>Bid 2</source>
        <translation>Geld 2</translation>
    </message>
    <message>
        <source>Ask 1</source>
        <translation>Brief 1</translation>
    </message>
    <message>
        <source>Ask 2</source>
        <translation>Brief 2</translation>
    </message>
    <message>
        <source>Best bid of market 1 when the trade was decided</source>
        <translation>Bester Geldkurs von Markt 1 bei der Entscheidung</translation>
    </message>
    <message>
        <source>Best bid of market 2 when the trade was decided</source>
        <translation>Bester Geldkurs von Markt 2 bei der Entscheidung</translation>
    </message>
    <message>
        <source>Best ask of market 1 when the trade was decided</source>
        <translation>Bester Briefkurs von Markt 1 bei der Entscheidung</translation>
    </message>
    <message>
        <source>Best ask of market 2 when the trade was decided</source>
        <translation>Bester Briefkurs von Markt 2 bei der Entscheidung</translation>
    </message>
    <message>
        <source>Profitability buy 1 sell 2</source>
        <translation>Rentabilität Kauf 1 Verkauf 2</translation>
    </message>
    <message>
        <source>Expected profitability of buying on exchange 1 and selling on exchange 2</source>
        <translation>Erwartete Rentabilität von Kauf an Börse 1 und Verkauf an Börse 2</translation>
    </message>
    <message>
        <source>Profitability buy 2 sell 1</source>
        <translation>Rentabilität Kauf 2 Verkauf 1</translation>
    </message>
    <message>
        <source>Expected profitability of buying on exchange 2 and selling on exchange 1</source>
        <translation>Erwartete Rentabilität von Kauf an Börse 2 und Verkauf an Börse 1</translation>
    </message>
    <message>
        <source>Expected profitability</source>
        <translation>Erwartete Rentabilität</translation>
    </message>
    <message>
        <source>Profitability expected of the direction that was traded</source>
        <translation>Erwartete Rentabilität der gehandelten Richtung</translation>
    </message>
    <message>
        <source>Order id on exchange 1</source>
        <translation>Auftragsnummer an Börse 1</translation>
    </message>
    <message>
        <source>Exchange 1&apos;s own id of the order</source>
        <translation>Die eigene Auftragsnummer von Börse 1</translation>
    </message>
    <message>
        <source>Executed 1</source>
        <translation>Ausgeführt 1</translation>
    </message>
    <message>
        <source>Quantity that exchange 1 filled, in the traded asset</source>
        <translation>Von Börse 1 ausgeführte Menge im gehandelten Asset</translation>
    </message>
    <message>
        <source>Price 1</source>
        <translation>Preis 1</translation>
    </message>
    <message>
        <source>Price at which exchange 1 filled</source>
        <translation>Preis, zu dem Börse 1 ausführte</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>When the trade was closed</source>
        <translation>Wann der Trade geschlossen wurde</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>When both legs were done</source>
        <translation>Wann beide Legs fertig waren</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>When it failed: only the first leg was done</source>
        <translation>Wann er fehlschlug: nur das erste Leg war fertig</translation>
    </message>
    <message>
        <source>Latency 1</source>
        <translation>Latenz 1</translation>
    </message>
    <message>
        <source>How long exchange 1 took to execute the order</source>
        <translation>Wie lange Börse 1 für die Ausführung brauchte</translation>
    </message>
    <message>
        <source>Latency 2</source>
        <translation>Latenz 2</translation>
    </message>
    <message>
        <source>How long exchange 2 took to execute the order</source>
        <translation>Wie lange Börse 2 für die Ausführung brauchte</translation>
    </message>
    <message>
        <source>Answer 1</source>
        <translation>Antwort 1</translation>
    </message>
    <message>
        <source>Exchange 1&apos;s raw answer, often JSON</source>
        <translation>Die rohe Antwort von Börse 1, oft JSON</translation>
    </message>
    <message>
        <source>Answer 2</source>
        <translation>Antwort 2</translation>
    </message>
    <message>
        <source>Exchange 2&apos;s raw answer, often JSON</source>
        <translation>Die rohe Antwort von Börse 2, oft JSON</translation>
    </message>
    <message>
        <source>Price 2</source>
        <translation>Preis 2</translation>
    </message>
    <message>
        <source>Price at which exchange 2 filled</source>
        <translation>Preis, zu dem Börse 2 ausführte</translation>
    </message>
    <message>
        <source>Executed 2</source>
        <translation>Ausgeführt 2</translation>
    </message>
    <message>
        <source>Quantity that exchange 2 filled, in the traded asset</source>
        <translation>Von Börse 2 ausgeführte Menge im gehandelten Asset</translation>
    </message>
    <message>
        <source>Order id on exchange 2</source>
        <translation>Auftragsnummer an Börse 2</translation>
    </message>
    <message>
        <source>Exchange 2&apos;s own id of the order</source>
        <translation>Die eigene Auftragsnummer von Börse 2</translation>
    </message>
    <message>
        <source>Dust gathered</source>
        <translation>Rest entstanden</translation>
    </message>
    <message>
        <source>Remainder that a badly executed trade left</source>
        <translation>Rest, den ein schlecht ausgeführter Trade hinterließ</translation>
    </message>
    <message>
        <source>Dust cleared</source>
        <translation>Rest beseitigt</translation>
    </message>
    <message>
        <source>Earlier remainder that a complete trade cleared</source>
        <translation>Früherer Rest, den ein vollständiger Trade beseitigte</translation>
    </message>
    <message>
        <source>Fees 1</source>
        <translation>Gebühren 1</translation>
    </message>
    <message>
        <source>Fees paid to exchange 1</source>
        <translation>An Börse 1 gezahlte Gebühren</translation>
    </message>
    <message>
        <source>Fees 2</source>
        <translation>Gebühren 2</translation>
    </message>
    <message>
        <source>Fees paid to exchange 2</source>
        <translation>An Börse 2 gezahlte Gebühren</translation>
    </message>
    <message>
        <source>Realised arbitration</source>
        <translation>Erzielte Arbitrage</translation>
    </message>
    <message>
        <source>What the trade earned, in the quote asset</source>
        <translation>Was der Trade einbrachte, in der Preiswährung</translation>
    </message>
    <message>
        <source>Realised profitability</source>
        <translation>Erzielte Rentabilität</translation>
    </message>
    <message>
        <source>Profitability that was realised, before fees</source>
        <translation>Erzielte Rentabilität vor Gebühren</translation>
    </message>
    <message>
        <source>Realised profitability with fees</source>
        <translation>Erzielte Rentabilität mit Gebühren</translation>
    </message>
    <message>
        <source>Profitability that was realised, after fees</source>
        <translation>Erzielte Rentabilität nach Gebühren</translation>
    </message>
    <message>
        <source>Accepted slippage 2</source>
        <translation>Erlaubte Slippage 2</translation>
    </message>
    <message>
        <source>Slippage accepted on exchange 2</source>
        <translation>An Börse 2 erlaubte Slippage</translation>
    </message>
    <message>
        <source>FOK rounds</source>
        <translation>FOK-Runden</translation>
    </message>
    <message>
        <source>Fill-or-kill rounds on exchange 2</source>
        <translation>Fill-or-kill-Runden an Börse 2</translation>
    </message>
    <message>
        <source>Balance 1 of asset 1</source>
        <translation>Bestand 1 von Asset 1</translation>
    </message>
    <message>
        <source>Balance on exchange 1 of the traded asset after the trade</source>
        <translation>Bestand des gehandelten Assets an Börse 1 nach dem Trade</translation>
    </message>
    <message>
        <source>Balance 1 of asset 2</source>
        <translation>Bestand 1 von Asset 2</translation>
    </message>
    <message>
        <source>Balance on exchange 1 of the quote asset after the trade</source>
        <translation>Bestand der Preiswährung an Börse 1 nach dem Trade</translation>
    </message>
    <message>
        <source>Balance 2 of asset 1</source>
        <translation>Bestand 2 von Asset 1</translation>
    </message>
    <message>
        <source>Balance on exchange 2 of the traded asset after the trade</source>
        <translation>Bestand des gehandelten Assets an Börse 2 nach dem Trade</translation>
    </message>
    <message>
        <source>Balance 2 of asset 2</source>
        <translation>Bestand 2 von Asset 2</translation>
    </message>
    <message>
        <source>Balance on exchange 2 of the quote asset after the trade</source>
        <translation>Bestand der Preiswährung an Börse 2 nach dem Trade</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>How the trade ended, by which of its times are known.</source>
        <translation>Wie der Trade endete, je nachdem, welche seiner Zeiten bekannt sind.</translation>
    </message>
    <message>
        <source>succeeded (succeed_at), failed (failed_at), contradictory (both), closed (closed_at only), open (none)</source>
        <translation>gelungen (succeed_at), fehlgeschlagen (failed_at), widersprüchlich (beide), geschlossen (nur closed_at), offen (keine)</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>The traded asset and the asset that it is priced in.</source>
        <translation>Das gehandelte Asset und die Währung seines Preises.</translation>
    </message>
    <message>
        <source>asset_1/asset_2</source>
        <translation>asset_1/asset_2</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>The exchange that was bought on.</source>
        <translation>Die Börse, an der gekauft wurde.</translation>
    </message>
    <message>
        <source>by kind</source>
        <translation>nach kind</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>The exchange that was sold on.</source>
        <translation>Die Börse, an der verkauft wurde.</translation>
    </message>
    <message>
        <source>Fill 1</source>
        <translation>Ausführung 1</translation>
    </message>
    <message>
        <source>How much of the target quantity exchange 1 filled.</source>
        <translation>Wie viel der Zielmenge Börse 1 ausführte.</translation>
    </message>
    <message>
        <source>executed_quantity_1 / quantity_1</source>
        <translation>executed_quantity_1 / quantity_1</translation>
    </message>
    <message>
        <source>Fill 2</source>
        <translation>Ausführung 2</translation>
    </message>
    <message>
        <source>How much of the target quantity exchange 2 filled.</source>
        <translation>Wie viel der Zielmenge Börse 2 ausführte.</translation>
    </message>
    <message>
        <source>executed_quantity_2 / quantity_1</source>
        <translation>executed_quantity_2 / quantity_1</translation>
    </message>
    <message>
        <source>One-legged</source>
        <translation>Einbeinig</translation>
    </message>
    <message>
        <source>Finished, and only one of the two exchanges filled anything.</source>
        <translation>Beendet, und nur eine der beiden Börsen führte etwas aus.</translation>
    </message>
    <message>
        <source>finished and exactly one of executed_quantity_1, executed_quantity_2 above 0</source>
        <translation>beendet und genau eines von executed_quantity_1, executed_quantity_2 über 0</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Offene Position</translation>
    </message>
    <message>
        <source>What a one-legged trade left bought (above 0) or sold (below 0).</source>
        <translation>Was ein einbeiniger Trade gekauft (über 0) oder verkauft (unter 0) zurückließ.</translation>
    </message>
    <message>
        <source>bought quantity - sold quantity</source>
        <translation>gekaufte Menge - verkaufte Menge</translation>
    </message>
    <message>
        <source>Exposure worth</source>
        <translation>Wert der offenen Position</translation>
    </message>
    <message>
        <source>The exposure at the price of the leg that was filled.</source>
        <translation>Die offene Position zum Preis des ausgeführten Legs.</translation>
    </message>
    <message>
        <source>exposure * executed price</source>
        <translation>offene Position * ausgeführter Preis</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>What the prices earned on the quantity that both exchanges filled.</source>
        <translation>Was die Preise auf der Menge einbrachten, die beide Börsen ausführten.</translation>
    </message>
    <message>
        <source>min(bought quantity, sold quantity) * (sell price - buy price)</source>
        <translation>min(gekaufte Menge, verkaufte Menge) * (Verkaufspreis - Kaufpreis)</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Fees paid on both exchanges.</source>
        <translation>An beiden Börsen gezahlte Gebühren.</translation>
    </message>
    <message>
        <source>exchange_1_fees_paid + exchange_2_fees_paid</source>
        <translation>exchange_1_fees_paid + exchange_2_fees_paid</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>What the trade earned after fees.</source>
        <translation>Was der Trade nach Gebühren einbrachte.</translation>
    </message>
    <message>
        <source>gross - exchange_1_fees_paid - exchange_2_fees_paid</source>
        <translation>brutto - exchange_1_fees_paid - exchange_2_fees_paid</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Realised less expected profitability.</source>
        <translation>Erzielte weniger erwartete Rentabilität.</translation>
    </message>
    <message>
        <source>10000 * (realised_profitability - expected_profitability)</source>
        <translation>10000 * (realised_profitability - expected_profitability)</translation>
    </message>
    <message>
        <source>Net gap</source>
        <translation>Netto-Abweichung</translation>
    </message>
    <message>
        <source>Realised profitability with fees less the expected one.</source>
        <translation>Erzielte Rentabilität mit Gebühren weniger die erwartete.</translation>
    </message>
    <message>
        <source>10000 * (realised_profitability_with_fees - expected_profitability)</source>
        <translation>10000 * (realised_profitability_with_fees - expected_profitability)</translation>
    </message>
    <message>
        <source>Slippage 1</source>
        <translation>Slippage 1</translation>
    </message>
    <message>
        <source>Exchange 1&apos;s price against its market when the trade was decided; above 0 is worse.</source>
        <translation>Der Preis von Börse 1 gegen ihren Markt bei der Entscheidung; über 0 ist schlechter.</translation>
    </message>
    <message>
        <source>buy: 10000 * (price / ask - 1); sell: 10000 * (1 - price / bid)</source>
        <translation>Kauf: 10000 * (Preis / Brief - 1); Verkauf: 10000 * (1 - Preis / Geld)</translation>
    </message>
    <message>
        <source>Slippage 2</source>
        <translation>Slippage 2</translation>
    </message>
    <message>
        <source>Exchange 2&apos;s price against its market when the trade was decided; above 0 is worse.</source>
        <translation>Der Preis von Börse 2 gegen ihren Markt bei der Entscheidung; über 0 ist schlechter.</translation>
    </message>
    <message>
        <source>Over accepted</source>
        <translation>Über Erlaubtem</translation>
    </message>
    <message>
        <source>Exchange 2 slipped by more than was accepted.</source>
        <translation>Börse 2 wich um mehr ab als erlaubt.</translation>
    </message>
    <message>
        <source>slippage_2_bps &gt; exchange_2_accepted_slippage</source>
        <translation>slippage_2_bps &gt; exchange_2_accepted_slippage</translation>
    </message>
    <message>
        <source>Wrong direction</source>
        <translation>Falsche Richtung</translation>
    </message>
    <message>
        <source>The other direction promised more.</source>
        <translation>Die andere Richtung versprach mehr.</translation>
    </message>
    <message>
        <source>the other direction&apos;s profitability was greater</source>
        <translation>die Rentabilität der anderen Richtung war größer</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From recording the order to closing it.</source>
        <translation>Vom Festhalten des Auftrags bis zum Schließen.</translation>
    </message>
    <message>
        <source>closed_at - started_at</source>
        <translation>closed_at - started_at</translation>
    </message>
</context>
<context>
    <name>QRegularExpression</name>
    <message>
        <source>\ at end of pattern</source>
        <translation>\ am Ende des Musters</translation>
    </message>
    <message>
        <source>unrecognized character follows \</source>
        <translation>unbekanntes Zeichen nach \</translation>
    </message>
    <message>
        <source>numbers out of order in {} quantifier</source>
        <translation>Zahlen in {} in falscher Reihenfolge</translation>
    </message>
    <message>
        <source>number too big in {} quantifier</source>
        <translation>Zahl in {} zu groß</translation>
    </message>
    <message>
        <source>missing terminating ] for character class</source>
        <translation>schließende ] der Zeichenklasse fehlt</translation>
    </message>
    <message>
        <source>escape sequence is invalid in character class</source>
        <translation>diese Escape-Folge gilt nicht in einer Zeichenklasse</translation>
    </message>
    <message>
        <source>range out of order in character class</source>
        <translation>Bereich der Zeichenklasse in falscher Reihenfolge</translation>
    </message>
    <message>
        <source>quantifier does not follow a repeatable item</source>
        <translation>vor dem Wiederholungszeichen steht nichts, das sich wiederholen lässt</translation>
    </message>
    <message>
        <source>unrecognized character after (? or (?-</source>
        <translation>unbekanntes Zeichen nach (? oder (?-</translation>
    </message>
    <message>
        <source>missing closing parenthesis</source>
        <translation>schließende Klammer fehlt</translation>
    </message>
    <message>
        <source>unmatched closing parenthesis</source>
        <translation>schließende Klammer ohne öffnende</translation>
    </message>
    <message>
        <source>reference to non-existent subpattern</source>
        <translation>Verweis auf eine Gruppe, die es nicht gibt</translation>
    </message>
    <message>
        <source>parentheses are too deeply nested</source>
        <translation>Klammern zu tief verschachtelt</translation>
    </message>
    <message>
        <source>regular expression is too large</source>
        <translation>regulärer Ausdruck zu groß</translation>
    </message>
    <message>
        <source>lookbehind assertion is not fixed length</source>
        <translation>Rückschau ohne feste Länge</translation>
    </message>
    <message>
        <source>unknown POSIX class name</source>
        <translation>unbekannter Name einer POSIX-Klasse</translation>
    </message>
    <message>
        <source>character code point value in \x{} or \o{} is too large</source>
        <translation>Zeichennummer in \x{} oder \o{} zu groß</translation>
    </message>
    <message>
        <source>syntax error in subpattern name (missing terminator?)</source>
        <translation>Fehler im Namen der Gruppe (fehlt ihr Ende?)</translation>
    </message>
    <message>
        <source>malformed \P or \p sequence</source>
        <translation>fehlerhafte Folge \P oder \p</translation>
    </message>
    <message>
        <source>unknown property after \P or \p</source>
        <translation>unbekannte Eigenschaft nach \P oder \p</translation>
    </message>
    <message>
        <source>invalid range in character class</source>
        <translation>ungültiger Bereich in der Zeichenklasse</translation>
    </message>
</context>
</TS>
