<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AuditModel</name>
    <message>
        <source>Configuration changed</source>
        <translation>Konfiguration geändert</translation>
    </message>
    <message>
        <source>Key created</source>
        <translation>Schlüssel angelegt</translation>
    </message>
    <message>
        <source>Key changed</source>
        <translation>Schlüssel geändert</translation>
    </message>
    <message>
        <source>Key disabled</source>
        <translation>Schlüssel gesperrt</translation>
    </message>
    <message>
        <source>Key enabled</source>
        <translation>Schlüssel freigegeben</translation>
    </message>
    <message>
        <source>Key rotated</source>
        <translation>Schlüssel erneuert</translation>
    </message>
    <message>
        <source>Old secret ended</source>
        <translation>Altes Geheimnis beendet</translation>
    </message>
    <message>
        <source>Key deleted</source>
        <translation>Schlüssel gelöscht</translation>
    </message>
    <message>
        <source>Key restored</source>
        <translation>Schlüssel wiederhergestellt</translation>
    </message>
    <message>
        <source>Secret stored</source>
        <translation>Geheimnis abgelegt</translation>
    </message>
    <message>
        <source>Secret moved</source>
        <translation>Geheimnis verschoben</translation>
    </message>
    <message>
        <source>Secret removed</source>
        <translation>Geheimnis entfernt</translation>
    </message>
    <message>
        <source>Gateway started</source>
        <translation>Gateway gestartet</translation>
    </message>
    <message>
        <source>Gateway stopped</source>
        <translation>Gateway gestoppt</translation>
    </message>
    <message>
        <source>Certificate created</source>
        <translation>Zertifikat erstellt</translation>
    </message>
    <message>
        <source>Storage compacted</source>
        <translation>Speicher verdichtet</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Sicherung erstellt</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>Sicherung zurückgespielt</translation>
    </message>
    <message>
        <source>Administration token made</source>
        <translation>Verwaltungstoken erstellt</translation>
    </message>
    <message>
        <source>Budget raised</source>
        <translation>Budget angehoben</translation>
    </message>
    <message>
        <source>Budget reset</source>
        <translation>Budget zurückgesetzt</translation>
    </message>
    <message>
        <source>Breaker closed by hand</source>
        <translation>Sicherung von Hand geschlossen</translation>
    </message>
    <message>
        <source>Breaker held open</source>
        <translation>Sicherung offen gehalten</translation>
    </message>
    <message>
        <source>Recording of bodies begun</source>
        <translation>Aufzeichnung von Inhalten begonnen</translation>
    </message>
    <message>
        <source>Recording of bodies ended</source>
        <translation>Aufzeichnung von Inhalten beendet</translation>
    </message>
    <message>
        <source>Recorded body read</source>
        <translation>Aufzeichnung gelesen</translation>
    </message>
    <message>
        <source>Recorded body deleted</source>
        <translation>Aufzeichnung gelöscht</translation>
    </message>
    <message>
        <source>All recorded bodies deleted</source>
        <translation>Alle Aufzeichnungen gelöscht</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Recorded request sent again</source>
        <translation>Aufgezeichnete Anfrage erneut gesendet</translation>
    </message>
    <message>
        <source>Test request sent</source>
        <translation>Testanfrage gesendet</translation>
    </message>
    <message>
        <source>Pairing code shown</source>
        <translation>Kopplungscode gezeigt</translation>
    </message>
    <message>
        <source>Desktop paired by code</source>
        <translation>Desktop per Code gekoppelt</translation>
    </message>
    <message>
        <source>Wrong pairing code refused</source>
        <translation>Falscher Kopplungscode abgewiesen</translation>
    </message>
    <message>
        <source>Key template saved</source>
        <translation>Schlüsselvorlage gesichert</translation>
    </message>
    <message>
        <source>Key template deleted</source>
        <translation>Schlüsselvorlage gelöscht</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>Person hinzugefügt</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>Person geändert</translation>
    </message>
    <message>
        <source>Person removed</source>
        <translation>Person entfernt</translation>
    </message>
    <message>
        <source>Person signed out everywhere</source>
        <translation>Person überall abgemeldet</translation>
    </message>
    <message>
        <source>Administration token revoked</source>
        <translation>Verwaltungstoken widerrufen</translation>
    </message>
    <message>
        <source>Spending paused</source>
        <translation>Ausgaben angehalten</translation>
    </message>
    <message>
        <source>Spending resumed</source>
        <translation>Ausgaben fortgesetzt</translation>
    </message>
    <message>
        <source>Breaker released</source>
        <translation>Sicherung freigegeben</translation>
    </message>
    <message>
        <source>Alert acknowledged</source>
        <translation>Alarm bestätigt</translation>
    </message>
    <message>
        <source>Alert snoozed</source>
        <translation>Alarm aufgeschoben</translation>
    </message>
    <message>
        <source>Alert snoozed no longer</source>
        <translation>Alarm nicht mehr aufgeschoben</translation>
    </message>
    <message>
        <source>Alert channel tested</source>
        <translation>Alarmkanal getestet</translation>
    </message>
    <message>
        <source>Incident acknowledged</source>
        <translation>Vorfall bestätigt</translation>
    </message>
    <message>
        <source>Objective set</source>
        <translation>Ziel festgelegt</translation>
    </message>
    <message>
        <source>Objective reset</source>
        <translation>Ziel zurückgesetzt</translation>
    </message>
    <message>
        <source>Price list updated</source>
        <translation>Preisliste aktualisiert</translation>
    </message>
    <message>
        <source>Price list taken back</source>
        <translation>Preisliste zurückgenommen</translation>
    </message>
    <message>
        <source>Price list confirmed</source>
        <translation>Preisliste bestätigt</translation>
    </message>
    <message>
        <source>Machine's hour corrected</source>
        <translation>Stunde einer Maschine korrigiert</translation>
    </message>
    <message>
        <source>Past costs recalculated</source>
        <translation>Vergangene Kosten neu berechnet</translation>
    </message>
    <message>
        <source>Running request cancelled</source>
        <translation>Laufende Anfrage abgebrochen</translation>
    </message>
    <message>
        <source>Canary halted</source>
        <translation>Canary angehalten</translation>
    </message>
    <message>
        <source>Database moved</source>
        <translation>Datenbank verschoben</translation>
    </message>
    <message>
        <source>Secret store chosen</source>
        <translation>Geheimnisspeicher gewählt</translation>
    </message>
    <message>
        <source>Secret store unlocked</source>
        <translation>Geheimnisspeicher entsperrt</translation>
    </message>
</context>
<context>
    <name>BreakerLook</name>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Half-open</source>
        <translation>Halb offen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Held open</source>
        <translation>Offen gehalten</translation>
    </message>
</context>
<context>
    <name>ErrorKind</name>
    <message>
        <source>Wrong credentials</source>
        <translation>Falsche Zugangsdaten</translation>
    </message>
    <message>
        <source>The provider refused the gateway's key.</source>
        <translation>Der Anbieter hat den Schlüssel des Gateways abgelehnt.</translation>
    </message>
    <message>
        <source>Check or replace the provider's key.</source>
        <translation>Prüfen oder ersetzen Sie den Schlüssel des Anbieters.</translation>
    </message>
    <message>
        <source>No money left</source>
        <translation>Kein Guthaben</translation>
    </message>
    <message>
        <source>The provider account has no credit or quota left.</source>
        <translation>Das Konto beim Anbieter hat kein Guthaben oder Kontingent mehr.</translation>
    </message>
    <message>
        <source>Top up the provider account.</source>
        <translation>Laden Sie das Konto beim Anbieter auf.</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>Ratenlimit erreicht</translation>
    </message>
    <message>
        <source>The provider asked to send less.</source>
        <translation>Der Anbieter bittet, weniger zu senden.</translation>
    </message>
    <message>
        <source>Spread the load, or ask the provider for a higher limit.</source>
        <translation>Verteilen Sie die Last oder bitten Sie den Anbieter um eine höhere Grenze.</translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation>Überlastet</translation>
    </message>
    <message>
        <source>The provider had no capacity.</source>
        <translation>Der Anbieter hatte keine Kapazität.</translation>
    </message>
    <message>
        <source>Add another target to the route.</source>
        <translation>Fügen Sie der Route ein weiteres Ziel hinzu.</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>The provider failed while answering.</source>
        <translation>Der Anbieter scheiterte beim Antworten.</translation>
    </message>
    <message>
        <source>Nothing to do unless it lasts; look at its status page.</source>
        <translation>Nichts zu tun, außer es hält an; sehen Sie auf seine Statusseite.</translation>
    </message>
    <message>
        <source>Connect failed</source>
        <translation>Verbindung fehlgeschlagen</translation>
    </message>
    <message>
        <source>No connection to the provider was made.</source>
        <translation>Es kam keine Verbindung zum Anbieter zustande.</translation>
    </message>
    <message>
        <source>Check address, network and proxy.</source>
        <translation>Prüfen Sie Adresse, Netz und Proxy.</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS fehlgeschlagen</translation>
    </message>
    <message>
        <source>The encrypted connection was refused.</source>
        <translation>Die verschlüsselte Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Check certificate, CA file and clock.</source>
        <translation>Prüfen Sie Zertifikat, CA-Datei und Uhr.</translation>
    </message>
    <message>
        <source>Timeout to first token</source>
        <translation>Timeout vor erstem Token</translation>
    </message>
    <message>
        <source>No answer began in time.</source>
        <translation>Keine Antwort begann rechtzeitig.</translation>
    </message>
    <message>
        <source>Raise the first-byte limit, or route around slow models.</source>
        <translation>Erhöhen Sie die Grenze bis zum ersten Byte oder umgehen Sie langsame Modelle.</translation>
    </message>
    <message>
        <source>Timeout idle</source>
        <translation>Zeitgrenze Stillstand</translation>
    </message>
    <message>
        <source>The answer stopped in the middle for too long.</source>
        <translation>Die Antwort stand mittendrin zu lange still.</translation>
    </message>
    <message>
        <source>Raise the idle limit if the model thinks for long.</source>
        <translation>Erhöhen Sie die Stillstandsgrenze, wenn das Modell lange denkt.</translation>
    </message>
    <message>
        <source>Timeout total</source>
        <translation>Zeitgrenze gesamt</translation>
    </message>
    <message>
        <source>The answer took longer than allowed in all.</source>
        <translation>Die Antwort dauerte insgesamt länger als erlaubt.</translation>
    </message>
    <message>
        <source>Raise the total limit, or ask for shorter answers.</source>
        <translation>Erhöhen Sie die Gesamtgrenze oder verlangen Sie kürzere Antworten.</translation>
    </message>
    <message>
        <source>Stream broken</source>
        <translation>Stream abgebrochen</translation>
    </message>
    <message>
        <source>The connection closed in the middle of the answer.</source>
        <translation>Die Verbindung brach mitten in der Antwort ab.</translation>
    </message>
    <message>
        <source>Nothing to do unless it lasts; the caller may ask again.</source>
        <translation>Nichts zu tun, außer es hält an; der Aufrufer kann erneut fragen.</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>Ungültige Anfrage</translation>
    </message>
    <message>
        <source>The caller sent what the provider does not accept.</source>
        <translation>Der Aufrufer sandte, was der Anbieter nicht annimmt.</translation>
    </message>
    <message>
        <source>Correct the app that sends it.</source>
        <translation>Berichtigen Sie die App, die es sendet.</translation>
    </message>
    <message>
        <source>Context too long</source>
        <translation>Kontext zu lang</translation>
    </message>
    <message>
        <source>The prompt is longer than the model allows.</source>
        <translation>Die Eingabe ist länger, als das Modell erlaubt.</translation>
    </message>
    <message>
        <source>Send less, or add a target with a larger context.</source>
        <translation>Senden Sie weniger oder fügen Sie ein Ziel mit größerem Kontext hinzu.</translation>
    </message>
    <message>
        <source>Content refused</source>
        <translation>Inhalt abgelehnt</translation>
    </message>
    <message>
        <source>The provider refused the content.</source>
        <translation>Der Anbieter hat den Inhalt abgelehnt.</translation>
    </message>
    <message>
        <source>Look at the request; another model may answer.</source>
        <translation>Sehen Sie sich die Anfrage an; ein anderes Modell antwortet vielleicht.</translation>
    </message>
    <message>
        <source>Model not found</source>
        <translation>Modell nicht gefunden</translation>
    </message>
    <message>
        <source>There is no such model here or at the provider.</source>
        <translation>Dieses Modell gibt es hier oder beim Anbieter nicht.</translation>
    </message>
    <message>
        <source>Correct the model name in the app or in the route.</source>
        <translation>Berichtigen Sie den Modellnamen in der App oder in der Route.</translation>
    </message>
    <message>
        <source>Region not allowed</source>
        <translation>Region nicht erlaubt</translation>
    </message>
    <message>
        <source>No target lies in the regions the route allows.</source>
        <translation>Kein Ziel liegt in den Regionen, die die Route erlaubt.</translation>
    </message>
    <message>
        <source>Add a target in an allowed region.</source>
        <translation>Fügen Sie ein Ziel in einer erlaubten Region hinzu.</translation>
    </message>
    <message>
        <source>Budget or limit reached (ours)</source>
        <translation>Budget oder Grenze erreicht (eigene)</translation>
    </message>
    <message>
        <source>A budget or limit of the gateway was used up.</source>
        <translation>Ein Budget oder eine Grenze des Gateways war aufgebraucht.</translation>
    </message>
    <message>
        <source>Raise the limit, or wait for its reset.</source>
        <translation>Erhöhen Sie die Grenze oder warten Sie, bis sie neu beginnt.</translation>
    </message>
    <message>
        <source>Key refused (ours)</source>
        <translation>Schlüssel abgelehnt (eigener)</translation>
    </message>
    <message>
        <source>The caller's key is unknown, expired or disabled.</source>
        <translation>Der Schlüssel des Aufrufers ist unbekannt, abgelaufen oder gesperrt.</translation>
    </message>
    <message>
        <source>Give the app a valid key.</source>
        <translation>Geben Sie der App einen gültigen Schlüssel.</translation>
    </message>
    <message>
        <source>Cancelled by caller</source>
        <translation>Vom Aufrufer abgebrochen</translation>
    </message>
    <message>
        <source>The caller left before the answer was complete.</source>
        <translation>Der Aufrufer brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>Nothing to do; the caller may be too impatient.</source>
        <translation>Nichts zu tun; der Aufrufer ist vielleicht zu ungeduldig.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>The gateway stopped in the middle of the answer.</source>
        <translation>Das Gateway hielt mitten in der Antwort an.</translation>
    </message>
    <message>
        <source>Let running requests finish before stopping.</source>
        <translation>Lassen Sie laufende Anfragen vor dem Anhalten enden.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 G</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and short month, as QLocale::toString() reads it: "27 Oct".</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>1 USD = %1 %2</source>
        <translation>1 USD = %1 %2</translation>
    </message>
    <message>
        <source>1 USD = %1 %2 (entered on %3)</source>
        <translation>1 USD = %1 %2 (eingegeben am %3)</translation>
    </message>
    <message>
        <source>1 USD = %1 %2 (%3, %4)</source>
        <extracomment>rate, currency, who published it, its day</extracomment>
        <translation>1 USD = %1 %2 (%3, %4)</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>d. MMM yyyy HH:mm</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Program</name>
    <message>
        <source>Gatehouse cannot start</source>
        <translation>Gatehouse kann nicht starten</translation>
    </message>
    <message>
        <source>The gateway could not be started.</source>
        <translation>Das Gateway konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui</name>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Paste into a terminal.</source>
        <translation>In ein Terminal einfügen.</translation>
    </message>
    <message>
        <source>Needs the package openai.</source>
        <translation>Benötigt das Paket openai.</translation>
    </message>
    <message>
        <source>Settings, Models: add the model, then set key and base URL for OpenAI.</source>
        <translation>Einstellungen, Modelle: das Modell hinzufügen, dann Schlüssel und Basis-URL für OpenAI setzen.</translation>
    </message>
    <message>
        <source>Add to ~/.continue/config.yaml.</source>
        <translation>In ~/.continue/config.yaml einfügen.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Any app that lets you set an OpenAI address.</source>
        <translation>Jede App, in der sich eine OpenAI-Adresse einstellen lässt.</translation>
    </message>
    <message>
        <source>Rotating</source>
        <translation>Wird erneuert</translation>
    </message>
    <message>
        <source>Rotating until %1</source>
        <translation>Erneuerung bis %1</translation>
    </message>
    <message>
        <source>Active, from file</source>
        <translation>Aktiv, aus Datei</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Läuft am %1 ab</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Restore until %1</source>
        <translation>Wiederherstellbar bis %1</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Day, short month and year, as QLocale::toString() reads it: "27 Oct 2027".</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Add to ~/.codex/config.toml.</source>
        <translation>In ~/.codex/config.toml einfügen.</translation>
    </message>
    <message>
        <source>Needs the package anthropic.</source>
        <translation>Benötigt das Paket anthropic.</translation>
    </message>
    <message>
        <source>Needs the package @anthropic-ai/sdk.</source>
        <translation>Benötigt das Paket @anthropic-ai/sdk.</translation>
    </message>
    <message>
        <source>Needs the package @google/genai.</source>
        <translation>Benötigt das Paket @google/genai.</translation>
    </message>
    <message>
        <source>For programs of Ollama that send OLLAMA_API_KEY to their host.</source>
        <translation>Für Programme von Ollama, die OLLAMA_API_KEY an ihren Host senden.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Person %1</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>Route %1</translation>
    </message>
    <message>
        <source>This key</source>
        <translation>Dieser Schlüssel</translation>
    </message>
    <message>
        <source>%1: budget</source>
        <translation>%1: Budget</translation>
    </message>
    <message>
        <source>%1: requests</source>
        <translation>%1: Anfragen</translation>
    </message>
    <message>
        <source>%1: tokens</source>
        <translation>%1: Token</translation>
    </message>
    <message>
        <source>%1: at the same time</source>
        <translation>%1: gleichzeitig</translation>
    </message>
    <message>
        <source>Over budget</source>
        <translation>Über Budget</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>%1, built with %2</source>
        <translation>%1, gebaut mit %2</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Configuration revision</source>
        <translation>Konfigurationsversion</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später</translation>
    </message>
    <message>
        <source>Version, build, database revision, licence</source>
        <translation>Version, Build, Datenbankversion, Lizenz</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Neuerungen</translation>
    </message>
    <message>
        <source>GNU General Public License</source>
        <translation>GNU General Public License</translation>
    </message>
    <message>
        <source>Parts by others</source>
        <translation>Teile von Dritten</translation>
    </message>
    <message>
        <source>Icons: Lucide</source>
        <translation>Symbole: Lucide</translation>
    </message>
    <message>
        <source>Font: Inter</source>
        <translation>Schrift: Inter</translation>
    </message>
    <message>
        <source>What is new, changes, licences, notices, icons, font</source>
        <translation>Neuerungen, Änderungen, Lizenzen, Hinweise, Symbole, Schrift</translation>
    </message>
    <message>
        <source>Database revision</source>
        <translation>Datenbankversion</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AccessPage</name>
    <message>
        <source>Keys &amp; Teams</source>
        <translation>Schlüssel &amp; Teams</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Keys, teams or people</source>
        <translation>Schlüssel, Teams oder Personen</translation>
    </message>
    <message>
        <source>People &amp; roles</source>
        <translation>Personen &amp; Rollen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AdvancedSection</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Versions, states and problems, without names, addresses or secrets. Shown before it is copied.</source>
        <translation>Versionen, Zustände und Probleme, ohne Namen, Adressen oder Geheimnisse. Wird vor dem Kopieren angezeigt.</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Anzeigen …</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Databases and journals.</source>
        <translation>Datenbanken und Journale.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Window layout</source>
        <translation>Fensteranordnung</translation>
    </message>
    <message>
        <source>Size, place and sidebar as they were at first.</source>
        <translation>Größe, Position und Seitenleiste wie am Anfang.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Protokollstufe</translation>
    </message>
    <message>
        <source>The least that the gateway writes to its log, from the moment it is saved. Never secrets, prompts or replies.</source>
        <translation>Was das Gateway mindestens protokolliert, sobald es gespeichert ist. Nie Geheimnisse, Prompts oder Antworten.</translation>
    </message>
    <message>
        <source>Everything, for finding faults</source>
        <translation>Alles, zur Fehlersuche</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertChannelsPane</name>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>New channel…</source>
        <translation>Neuer Kanal …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Edit the channel</source>
        <translation>Den Kanal bearbeiten</translation>
    </message>
    <message>
        <source>Delete the channel</source>
        <translation>Den Kanal löschen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <comment>recipients, server</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>stored as a secret</source>
        <translation>als Geheimnis gespeichert</translation>
    </message>
    <message>
        <source>every desktop that shows this gateway</source>
        <translation>jeder Bildschirm, der dieses Gateway zeigt</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Alerts do not arrive through %1</source>
        <translation>Über %1 kommen keine Alarme an</translation>
    </message>
    <message>
        <source>The last message failed: %1. Repair the channel and send a test.</source>
        <translation>Die letzte Nachricht schlug fehl: %1. Bringen Sie den Kanal in Ordnung und senden Sie einen Test.</translation>
    </message>
    <message>
        <source>Created the channel “%1”</source>
        <translation>Kanal „%1“ angelegt</translation>
    </message>
    <message>
        <source>Changed the channel “%1”</source>
        <translation>Kanal „%1“ geändert</translation>
    </message>
    <message>
        <source>Deleted the channel “%1”</source>
        <translation>Kanal „%1“ gelöscht</translation>
    </message>
    <message>
        <source>The test went out through %1.</source>
        <translation>Der Test ging über %1 hinaus.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>shown where a desktop is connected</source>
        <translation>wird gezeigt, wo ein Desktop verbunden ist</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertEditor</name>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Neuer Alarm</translation>
    </message>
    <message>
        <source>Edit alert</source>
        <translation>Alarm bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create alert</source>
        <translation>Alarm anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>reaches or passes</source>
        <translation>erreicht oder überschreitet</translation>
    </message>
    <message>
        <source>falls to or under</source>
        <translation>fällt auf oder unter</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What is watched</source>
        <translation>Was beobachtet wird</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>Fires when it</source>
        <translation>Löst aus, wenn es</translation>
    </message>
    <message>
        <source>This value</source>
        <translation>Diesen Wert</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Ends at (optional)</source>
        <translation>Endet bei (optional)</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Wer benachrichtigt wird</translation>
    </message>
    <message>
        <source>Quiet hours (optional)</source>
        <translation>Ruhezeit (optional)</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>No preview: %1</source>
        <translation>Keine Vorschau: %1</translation>
    </message>
    <message>
        <source>There is no value now.</source>
        <translation>Jetzt gibt es keinen Wert.</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>Jetzt: %1.</translation>
    </message>
    <message>
        <source>Now: %1 (%2).</source>
        <translation>Jetzt: %1 (%2).</translation>
    </message>
    <message numerus="yes">
        <source>Alerts of this kind fired %n times in the last 7 days.</source>
        <translation>
            <numerusform>Alarme dieser Art wurden in den letzten 7 Tagen %n Mal ausgelöst.</numerusform>
            <numerusform>Alarme dieser Art wurden in den letzten 7 Tagen %n Mal ausgelöst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would have fired %n times in the last 7 days.</source>
        <translation>
            <numerusform>Er hätte in den letzten 7 Tagen %n Mal ausgelöst.</numerusform>
            <numerusform>Er hätte in den letzten 7 Tagen %n Mal ausgelöst.</numerusform>
        </translation>
    </message>
    <message>
        <source>The message: “%1”</source>
        <translation>Die Nachricht: „%1“</translation>
    </message>
    <message>
        <source>Choose a channel first.</source>
        <translation>Wählen Sie zuerst einen Kanal.</translation>
    </message>
    <message>
        <source>The test went out through %1.</source>
        <translation>Der Test ging über %1 hinaus.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Enter a number, for example 75, or leave it empty.</source>
        <translation>Geben Sie eine Zahl ein, zum Beispiel 75, oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertHistoryPane</name>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Worst value</source>
        <translation>Schlimmster Wert</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>Bestätigt von</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The 500 newest</source>
        <translation>Die 500 neuesten</translation>
    </message>
    <message>
        <source>Nothing has fired yet.</source>
        <translation>Noch nichts wurde ausgelöst.</translation>
    </message>
    <message>
        <source>Budget and provider alerts are on.</source>
        <translation>Budget- und Anbieteralarme sind an.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>still firing</source>
        <translation>noch ausgelöst</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertRulesPane</name>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Wer benachrichtigt wird</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>Neuer Alarm …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Nobody is reminded of it any more (A)</source>
        <translation>Niemand wird mehr daran erinnert (A)</translation>
    </message>
    <message>
        <source>Snooze 1 hour</source>
        <translation>1 Stunde stumm</translation>
    </message>
    <message>
        <source>Nobody is told of it for an hour (Z)</source>
        <translation>Eine Stunde lang erfährt niemand davon (Z)</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Nothing is watched.</source>
        <translation>Nichts wird beobachtet.</translation>
    </message>
    <message>
        <source>A rule tells people when something goes wrong.</source>
        <translation>Eine Regel sagt Bescheid, wenn etwas schiefgeht.</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Budget and provider alerts are on. Nothing is firing.</source>
        <translation>Budget- und Anbieteralarme sind an. Nichts ist ausgelöst.</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts are firing.</source>
        <translation>
            <numerusform>%n Alarm ist ausgelöst.</numerusform>
            <numerusform>%n Alarme sind ausgelöst.</numerusform>
        </translation>
    </message>
    <message>
        <source>End snooze</source>
        <translation>Stumm beenden</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Created the alert “%1”</source>
        <translation>Alarm „%1“ angelegt</translation>
    </message>
    <message>
        <source>Changed the alert “%1”</source>
        <translation>Alarm „%1“ geändert</translation>
    </message>
    <message>
        <source>Switched off the alert “%1”</source>
        <translation>Alarm „%1“ ausgeschaltet</translation>
    </message>
    <message>
        <source>Switched on the alert “%1”</source>
        <translation>Alarm „%1“ eingeschaltet</translation>
    </message>
    <message>
        <source>Reset the alert “%1”</source>
        <translation>Alarm „%1“ zurückgesetzt</translation>
    </message>
    <message>
        <source>Deleted the alert “%1”</source>
        <translation>Alarm „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Acknowledged “%1”</source>
        <translation>„%1“ bestätigt</translation>
    </message>
    <message>
        <source>“%1” is told of again</source>
        <translation>„%1“ wird wieder gemeldet</translation>
    </message>
    <message>
        <source>Nobody is told of “%1” for an hour</source>
        <translation>„%1“ wird eine Stunde lang nicht gemeldet</translation>
    </message>
    <message>
        <source>The configuration could not be read, so rules cannot be changed now. %1</source>
        <translation>Die Konfiguration konnte nicht gelesen werden, daher lassen sich Regeln jetzt nicht ändern. %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertWords</name>
    <message>
        <source>Budget used</source>
        <translation>Budget verbraucht</translation>
    </message>
    <message>
        <source>Forecast of a budget</source>
        <translation>Prognose eines Budgets</translation>
    </message>
    <message>
        <source>Spend of the last hour</source>
        <translation>Ausgaben der letzten Stunde</translation>
    </message>
    <message>
        <source>Spend of the last hour against usual</source>
        <translation>Ausgaben der letzten Stunde gegen üblich</translation>
    </message>
    <message>
        <source>Success rate of the last hour</source>
        <translation>Erfolgsrate der letzten Stunde</translation>
    </message>
    <message>
        <source>Errors against the objective</source>
        <translation>Fehler gegen das Ziel</translation>
    </message>
    <message>
        <source>First token, 95th percentile</source>
        <translation>Erstes Token, 95. Perzentil</translation>
    </message>
    <message>
        <source>A provider is down</source>
        <translation>Ein Anbieter ist ausgefallen</translation>
    </message>
    <message>
        <source>A model is passed over</source>
        <translation>Ein Modell wird übergangen</translation>
    </message>
    <message>
        <source>A provider refuses a key</source>
        <translation>Ein Anbieter weist einen Schlüssel ab</translation>
    </message>
    <message>
        <source>Refusals of a key in an hour</source>
        <translation>Abweisungen eines Schlüssels je Stunde</translation>
    </message>
    <message>
        <source>Requests without a price in an hour</source>
        <translation>Anfragen ohne Preis je Stunde</translation>
    </message>
    <message>
        <source>Days until a key expires</source>
        <translation>Tage bis ein Schlüssel abläuft</translation>
    </message>
    <message>
        <source>Days until the certificate expires</source>
        <translation>Tage bis das Zertifikat abläuft</translation>
    </message>
    <message>
        <source>Free space on the disk</source>
        <translation>Freier Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>The audit check failed</source>
        <translation>Die Audit-Prüfung schlug fehl</translation>
    </message>
    <message>
        <source>Age of the price list</source>
        <translation>Alter der Preisliste</translation>
    </message>
    <message>
        <source>Requests waiting</source>
        <translation>Wartende Anfragen</translation>
    </message>
    <message>
        <source>Answers by another model in an hour</source>
        <translation>Antworten eines anderen Modells je Stunde</translation>
    </message>
    <message>
        <source>Budget used to 80 %</source>
        <translation>Budget zu 80 % verbraucht</translation>
    </message>
    <message>
        <source>Budget used to 95 %</source>
        <translation>Budget zu 95 % verbraucht</translation>
    </message>
    <message>
        <source>Budget used up</source>
        <translation>Budget aufgebraucht</translation>
    </message>
    <message>
        <source>Forecast over budget</source>
        <translation>Prognose über dem Budget</translation>
    </message>
    <message>
        <source>Spend above three times the usual</source>
        <translation>Ausgaben über dem Dreifachen des Üblichen</translation>
    </message>
    <message>
        <source>Success below the objective</source>
        <translation>Erfolg unter dem Ziel</translation>
    </message>
    <message>
        <source>Errors use up the objective fast</source>
        <translation>Fehler zehren das Ziel schnell auf</translation>
    </message>
    <message>
        <source>First token slow</source>
        <translation>Erstes Token langsam</translation>
    </message>
    <message>
        <source>Provider down</source>
        <translation>Anbieter ausgefallen</translation>
    </message>
    <message>
        <source>Model passed over</source>
        <translation>Modell übergangen</translation>
    </message>
    <message>
        <source>Provider refuses a key</source>
        <translation>Anbieter weist einen Schlüssel ab</translation>
    </message>
    <message>
        <source>Key refused again and again</source>
        <translation>Schlüssel immer wieder abgewiesen</translation>
    </message>
    <message>
        <source>Traffic without a price</source>
        <translation>Verkehr ohne Preis</translation>
    </message>
    <message>
        <source>Key expires soon</source>
        <translation>Schlüssel läuft bald ab</translation>
    </message>
    <message>
        <source>Certificate expires soon</source>
        <translation>Zertifikat läuft bald ab</translation>
    </message>
    <message>
        <source>Disk nearly full</source>
        <translation>Datenträger fast voll</translation>
    </message>
    <message>
        <source>Audit check failed</source>
        <translation>Audit-Prüfung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Price list out of date</source>
        <translation>Preisliste veraltet</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-fach</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>times</source>
        <translation>fach</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>%1 falls to %2</source>
        <translation>%1 fällt auf %2</translation>
    </message>
    <message>
        <source>%1 reaches %2</source>
        <translation>%1 erreicht %2</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <comment>condition, time</comment>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>Whole gateway</source>
        <translation>Ganzes Gateway</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>Route %1</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Anbieter %1</translation>
    </message>
    <message>
        <source>Budget %1</source>
        <translation>Budget %1</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Anstehend</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Desktop notification</source>
        <translation>Desktop-Benachrichtigung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>alert, object</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>Vorbei: %1</translation>
    </message>
    <message>
        <source>All is well again.</source>
        <translation>Alles ist wieder in Ordnung.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>measure, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A thread of the gateway is silent</source>
        <translation>Ein Thread des Gateways antwortet nicht</translation>
    </message>
    <message>
        <source>Gateway does not answer</source>
        <translation>Gateway antwortet nicht</translation>
    </message>
    <message>
        <source>A test of this channel</source>
        <translation>Ein Test dieses Kanals</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts of Gatehouse on %1</source>
        <translation>
            <numerusform>%n Alarm von Gatehouse auf %1</numerusform>
            <numerusform>%n Alarme von Gatehouse auf %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Rules, history or channels</source>
        <translation>Regeln, Verlauf oder Kanäle</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Announcer</name>
    <message>
        <source>Gatehouse %1 is available</source>
        <translation>Gatehouse %1 ist verfügbar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Text in pure black or white, firm borders, no soft fills.</source>
        <translation>Text in reinem Schwarz oder Weiß, kräftige Ränder, keine zarten Flächen.</translation>
    </message>
    <message>
        <source>Pattern fills in charts</source>
        <translation>Muster in Diagrammen</translation>
    </message>
    <message>
        <source>Bars differ by pattern as well as by colour.</source>
        <translation>Balken unterscheiden sich durch Muster und Farbe.</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light or dark, or as the desktop has it.</source>
        <translation>Hell oder dunkel, oder wie der Desktop.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Of everything in the window.</source>
        <translation>Für alles im Fenster.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Geräumig</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>How high the rows of tables are.</source>
        <translation>Wie hoch die Zeilen in Tabellen sind.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing fades, slides or blinks, not even the text cursor.</source>
        <translation>Nichts blendet, gleitet oder blinkt, auch nicht die Schreibmarke.</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>Always in view. Without it, Alt shows it for one use.</source>
        <translation>Immer sichtbar. Sonst zeigt Alt sie für einmal.</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>Farbig</translation>
    </message>
    <message>
        <source>Light, for a dark tray</source>
        <translation>Hell, für eine dunkle Leiste</translation>
    </message>
    <message>
        <source>Dark, for a light tray</source>
        <translation>Dunkel, für eine helle Leiste</translation>
    </message>
    <message>
        <source>One tone, as the desktop is</source>
        <translation>Einfarbig, passend zur Oberfläche</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol in der Leiste</translation>
    </message>
    <message>
        <source>Its shape tells the state of the gateway in every style.</source>
        <translation>Seine Form zeigt in jeder Darstellung den Zustand des Gateways.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AreaList</name>
    <message>
        <source>What the token may do</source>
        <translation>Was das Token darf</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Asides</name>
    <message>
        <source>A fallback answered for %1</source>
        <translation>Ein Ausweichziel hat für %1 geantwortet</translation>
    </message>
    <message numerus="yes">
        <source>%n requests, the last one by %1.</source>
        <translation>
            <numerusform>%n Anfrage, beantwortet von %1.</numerusform>
            <numerusform>%n Anfragen, die letzte von %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed the configuration</source>
        <translation>%1 hat die Konfiguration geändert</translation>
    </message>
    <message>
        <source>Version %1 is in force.</source>
        <translation>Version %1 gilt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AttemptWaterfall</name>
    <message>
        <source>Attempts over time</source>
        <translation>Versuche im Zeitverlauf</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>provider and how its attempt ended</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2: %3 after %4. Connected after %5, head after %6, first token after %7.</source>
        <translation>%1, %2: %3 nach %4. Verbunden nach %5, Header nach %6, erstes Token nach %7.</translation>
    </message>
    <message>
        <source>Cost: %1.</source>
        <translation>Kosten: %1.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AuditDetail</name>
    <message>
        <source>Copy the hash</source>
        <translation>Prüfwert kopieren</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hash of this record</source>
        <translation>Prüfwert dieses Eintrags</translation>
    </message>
    <message>
        <source>Record %1 · %2
%3, from %4</source>
        <translation>Eintrag %1 · %2
%3, von %4</translation>
    </message>
    <message>
        <source>Nothing else was recorded.</source>
        <translation>Mehr wurde nicht festgehalten.</translation>
    </message>
    <message>
        <source>Show as JSON</source>
        <translation>Als JSON zeigen</translation>
    </message>
    <message>
        <source>What changed is being read.</source>
        <translation>Die Änderungen werden gelesen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AuditExport</name>
    <message>
        <source>It was cancelled.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AuditModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Prüfwert</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AuditPage</name>
    <message>
        <source>Export the audit log</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No record matches.</source>
        <translation>Kein Eintrag passt.</translation>
    </message>
    <message>
        <source>Widen the range or change the filter.</source>
        <translation>Erweitern Sie den Zeitraum oder ändern Sie den Filter.</translation>
    </message>
    <message>
        <source>The audit log could not be read.</source>
        <translation>Das Protokoll konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Filter the audit log</source>
        <translation>Protokoll filtern</translation>
    </message>
    <message>
        <source>Find a person, an object or a value</source>
        <translation>Person, Objekt oder Wert finden</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>Art der Änderung</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>Kette prüfen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The chain was not verified in this window.</source>
        <translation>Die Kette wurde in diesem Fenster noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Copy the head hash</source>
        <translation>Letzten Prüfwert kopieren</translation>
    </message>
    <message>
        <source>Records per day</source>
        <translation>Einträge pro Tag</translation>
    </message>
    <message>
        <source>Audit log, newest first</source>
        <translation>Protokoll, neueste zuerst</translation>
    </message>
    <message>
        <source>Verifying every record…</source>
        <translation>Jeder Eintrag wird geprüft …</translation>
    </message>
    <message>
        <source>The chain could not be verified: %1</source>
        <translation>Die Kette konnte nicht geprüft werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), no gaps, head %1</source>
        <translation>
            <numerusform>%n Eintrag, keine Lücken, zuletzt %1</numerusform>
            <numerusform>%n Einträge, keine Lücken, zuletzt %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Record %1 does not match its hash. Records before it are sound.</source>
        <translation>Eintrag %1 passt nicht zu seinem Prüfwert. Die Einträge davor sind in Ordnung.</translation>
    </message>
    <message>
        <source>The audit log was altered.</source>
        <translation>Das Protokoll wurde verändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) exported</source>
        <translation>
            <numerusform>%n Eintrag exportiert</numerusform>
            <numerusform>%n Einträge exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The export ended without a file. %1</source>
        <translation>Der Export endete ohne Datei. %1</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last records.</source>
        <translation>Das Gateway antwortet nicht. Sie sehen die letzten Einträge.</translation>
    </message>
    <message>
        <source>The records per day could not be read.</source>
        <translation>Die Einträge je Tag konnten nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BackupSection</name>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Back up to…</source>
        <translation>Sichern nach …</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Export configuration, import configuration, YAML, JSON, file</source>
        <translation>Konfiguration exportieren, Konfiguration importieren, YAML, JSON, Datei</translation>
    </message>
    <message>
        <source>No full backup yet.</source>
        <translation>Noch keine vollständige Sicherung.</translation>
    </message>
    <message>
        <source>Last backup: %1</source>
        <translation>Letzte Sicherung: %1</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Wird gesichert …</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>Gesichert nach %1</translation>
    </message>
    <message>
        <source>No backup was made. %1</source>
        <translation>Keine Sicherung erstellt. %1</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sichern nach</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message>
        <source>A copy of both databases in one file, made while the gateway goes on. Provider keys are not in it: they stay in the secret store.</source>
        <translation>Eine Kopie beider Datenbanken in einer Datei, erstellt während das Gateway weiterläuft. Anbieterschlüssel sind nicht darin: Sie bleiben im Geheimnisspeicher.</translation>
    </message>
    <message>
        <source>Back up now, last backup, place, databases, restore</source>
        <translation>Jetzt sichern, letzte Sicherung, Ort, Datenbanken, wiederherstellen</translation>
    </message>
    <message>
        <source>Backups (*.tar)</source>
        <translation>Sicherungen (*.tar)</translation>
    </message>
    <message>
        <source>Restore backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Configuration only</source>
        <translation>Nur Konfiguration</translation>
    </message>
    <message>
        <source>Back up by itself</source>
        <translation>Selbsttätig sichern</translation>
    </message>
    <message>
        <source>The first is made at once; one that was missed, as soon as the gateway runs.</source>
        <translation>Die erste entsteht sofort, eine versäumte, sobald das Gateway läuft.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>In the reporting time zone; each week on its first day.</source>
        <translation>In der Berichtszeitzone; wöchentlich am ersten Tag der Woche.</translation>
    </message>
    <message>
        <source>:00</source>
        <extracomment>after an hour: "3:00"</extracomment>
        <translation>:00 Uhr</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Older scheduled backups are removed; those made by hand stay.</source>
        <translation>Ältere geplante Sicherungen werden entfernt; von Hand erstellte bleiben.</translation>
    </message>
    <message>
        <source> backups</source>
        <translation> Sicherungen</translation>
    </message>
    <message>
        <source>Next scheduled backup</source>
        <translation>Nächste geplante Sicherung</translation>
    </message>
    <message>
        <source>Beside the data</source>
        <translation>Neben den Daten</translation>
    </message>
    <message>
        <source>Folder of scheduled backups</source>
        <translation>Ordner der geplanten Sicherungen</translation>
    </message>
    <message>
        <source>Another disk keeps them when this one fails.</source>
        <translation>Ein anderer Datenträger bewahrt sie, wenn dieser ausfällt.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>The last scheduled backup was not made. %1</source>
        <translation>Die letzte geplante Sicherung wurde nicht erstellt. %1</translation>
    </message>
    <message>
        <source>Next: %1. Last: %2.</source>
        <translation>Nächste: %1. Letzte: %2.</translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>Nächste: %1.</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>The gateway restarts with this backup. Running requests end first.</source>
        <translation>Das Gateway startet mit dieser Sicherung neu. Laufende Anfragen werden vorher beendet.</translation>
    </message>
    <message>
        <source>The backup is in place and the gateway runs with it.</source>
        <translation>Die Sicherung ist eingesetzt und das Gateway läuft damit.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BannerArea</name>
    <message>
        <source>The gateway has not answered since %1.</source>
        <translation>Das Gateway antwortet seit %1 nicht.</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Das Gateway antwortet nicht.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1. %2</source>
        <translation>seit %1. %2</translation>
    </message>
    <message>
        <source>You see sample data.</source>
        <translation>Sie sehen Beispieldaten.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Remove sample data</source>
        <translation>Beispieldaten entfernen</translation>
    </message>
    <message>
        <source>The gateway is newer than this window.</source>
        <translation>Das Gateway ist neuer als dieses Fenster.</translation>
    </message>
    <message>
        <source>The gateway is older than this window.</source>
        <translation>Das Gateway ist älter als dieses Fenster.</translation>
    </message>
    <message>
        <source>It is version %1, this is %2. Parts it does not know yet stay empty.</source>
        <translation>Es hat Version %1, dieses %2. Was es noch nicht kennt, bleibt leer.</translation>
    </message>
    <message>
        <source>You see the last data; nothing can be changed. It is asked again, with growing pauses.</source>
        <translation>Sie sehen die letzten Daten; nichts lässt sich ändern. Es wird erneut gefragt, mit wachsenden Pausen.</translation>
    </message>
    <message>
        <source>It is version %1, this is %2. Settings that this window does not know stay as they are.</source>
        <translation>Es ist Version %1, dies ist %2. Einstellungen, die dieses Fenster nicht kennt, bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BodyTab</name>
    <message>
        <source>Show what was recorded</source>
        <translation>Aufzeichnung anzeigen</translation>
    </message>
    <message>
        <source>Delete recorded body</source>
        <translation>Aufzeichnung löschen</translation>
    </message>
    <message>
        <source>Recorded request and answer</source>
        <translation>Aufgezeichnete Anfrage und Antwort</translation>
    </message>
    <message>
        <source>How the body is shown</source>
        <translation>Wie der Inhalt gezeigt wird</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>Im Inhalt suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing of this request was recorded. Bodies are recorded only when somebody asks for it.</source>
        <translation>Von dieser Anfrage wurde nichts aufgezeichnet. Inhalte werden nur aufgezeichnet, wenn jemand es verlangt.</translation>
    </message>
    <message>
        <source>The recorded body could not be read.</source>
        <translation>Die Aufzeichnung konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 The gateway says: %2</source>
        <translation>%1 Das Gateway sagt: %2</translation>
    </message>
    <message>
        <source>%1, of which the first %2 are kept</source>
        <translation>%1, davon sind die ersten %2 aufbewahrt</translation>
    </message>
    <message>
        <source>Request: %1. Answer: %2.</source>
        <translation>Anfrage: %1. Antwort: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n secrets were taken out and are marked [redacted].</source>
        <translation>
            <numerusform>Ein Geheimnis wurde entfernt und ist mit [redacted] markiert.</numerusform>
            <numerusform>%n Geheimnisse wurden entfernt und sind mit [redacted] markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No secrets were found in it.</source>
        <translation>Darin wurden keine Geheimnisse gefunden.</translation>
    </message>
    <message>
        <source>Kept until %1.</source>
        <translation>Aufbewahrt bis %1.</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>d. MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>No messages can be read from this body. See Raw.</source>
        <translation>Aus diesem Inhalt lassen sich keine Nachrichten lesen. Siehe „Roh“.</translation>
    </message>
    <message>
        <source>Delete the recorded body?</source>
        <translation>Aufzeichnung löschen?</translation>
    </message>
    <message>
        <source>What this request said and was answered is deleted for good. Its record in the list stays.</source>
        <translation>Was diese Anfrage sagte und als Antwort bekam, wird endgültig gelöscht. Ihr Eintrag in der Liste bleibt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The recorded body could not be deleted.</source>
        <translation>Die Aufzeichnung konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>This request was recorded. The audit log notes who looks at it.</source>
        <translation>Diese Anfrage wurde aufgezeichnet. Das Protokoll hält fest, wer sie ansieht.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BreakdownChart</name>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>Dieser Zeitraum</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Zeitraum davor</translation>
    </message>
    <message>
        <source>Budget per month</source>
        <translation>Budget je Monat</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Expected at least, in four of five cases</source>
        <translation>Mindestens erwartet, in vier von fünf Fällen</translation>
    </message>
    <message>
        <source>Expected at most, in four of five cases</source>
        <translation>Höchstens erwartet, in vier von fünf Fällen</translation>
    </message>
    <message>
        <source>Budget, spread evenly</source>
        <translation>Budget, gleichmäßig verteilt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BreakdownPane</name>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Export the spending</source>
        <translation>Ausgaben exportieren</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Nach Team</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>Nach Schlüssel</translation>
    </message>
    <message>
        <source>By route</source>
        <translation>Nach Route</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Nach Anbieter</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Aufschlüsselung</translation>
    </message>
    <message>
        <source>Set prices</source>
        <translation>Preise setzen</translation>
    </message>
    <message>
        <source>No spend in this range.</source>
        <translation>Keine Ausgaben in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>Choose a longer range at the top right.</source>
        <translation>Oben rechts einen längeren Zeitraum wählen.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Then by</source>
        <translation>Dann nach</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Kein Team</translation>
    </message>
    <message>
        <source>No provider</source>
        <translation>Kein Anbieter</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 against the period before</source>
        <translation>%1 gegenüber dem Zeitraum davor</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>group, then group</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no price.</source>
        <translation>
            <numerusform>%Ln Anfrage hat keinen Preis.</numerusform>
            <numerusform>%Ln Anfragen haben keinen Preis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models. Their cost is missing from every total.</source>
        <translation>
            <numerusform>%Ln Modell. Seine Kosten fehlen in jeder Summe.</numerusform>
            <numerusform>%Ln Modelle. Ihre Kosten fehlen in jeder Summe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens ein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens aus</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Zwischengespeichert</translation>
    </message>
    <message>
        <source>Per request</source>
        <translation>Je Anfrage</translation>
    </message>
    <message>
        <source>Per 1 M tokens</source>
        <translation>Je 1 Mio. Tokens</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>Je</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>Gestapelte Balken</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>Aufsummiert</translation>
    </message>
    <message>
        <source>Compare with the period before</source>
        <translation>Mit dem Zeitraum davor vergleichen</translation>
    </message>
    <message>
        <source>Show as share</source>
        <translation>Als Anteil zeigen</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Rows as CSV…</source>
        <translation>Zeilen als CSV …</translation>
    </message>
    <message>
        <source>Rows as JSON…</source>
        <translation>Zeilen als JSON …</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>Bericht als PDF …</translation>
    </message>
    <message>
        <source>Chargeback report…</source>
        <translation>Umlagebericht …</translation>
    </message>
    <message numerus="yes">
        <source>Forecast after %Ln more days</source>
        <translation>
            <numerusform>Vorhersage nach %Ln weiteren Tag</numerusform>
            <numerusform>Vorhersage nach %Ln weiteren Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected by %1: %2, in four of five cases %3 to %4</source>
        <translation>Erwartet bis %1: %2, in vier von fünf Fällen %3 bis %4</translation>
    </message>
    <message>
        <source>The month so far, and for each day left the median of the same weekday over the last 28 days. It is of the whole gateway and needs 7 days.</source>
        <translation>Der Monat bisher und für jeden übrigen Tag der Median desselben Wochentags in den letzten 28 Tagen. Gilt für das ganze Gateway und braucht 7 Tage.</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Spend of %1</source>
        <translation>Ausgaben von %1</translation>
    </message>
    <message>
        <source>%1 to %2 (%3), made %4</source>
        <comment>days, time zone, time</comment>
        <translation>%1 bis %2 (%3), erstellt %4</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Gesamt %1</translation>
    </message>
    <message numerus="yes">
        <source>Other, %Ln groups</source>
        <translation>
            <numerusform>Andere, %Ln Gruppe</numerusform>
            <numerusform>Andere, %Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it to see each of them.</source>
        <translation>Öffnen, um jede einzelne zu sehen.</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Stacked area</source>
        <translation>Gestapelte Flächen</translation>
    </message>
    <message>
        <source>The rows could not be read: %1</source>
        <translation>Die Zeilen konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Tags</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>Nach Person</translation>
    </message>
    <message>
        <source>By gateway</source>
        <translation>Nach Gateway</translation>
    </message>
    <message>
        <source>By tags</source>
        <translation>Nach Tags</translation>
    </message>
    <message>
        <source>By the tag %1</source>
        <translation>Nach dem Tag %1</translation>
    </message>
    <message>
        <source>Nobody's key</source>
        <translation>Schlüssel ohne Person</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Ohne dieses Tag</translation>
    </message>
    <message>
        <source>Counted from %1 on only.</source>
        <translation>Erst ab dem %1 gezählt.</translation>
    </message>
    <message>
        <source>Tags and hours are counted from each request, and there are too many of them in this range. Choose a shorter one to see all of it.</source>
        <translation>Tags und Stunden werden aus jeder einzelnen Anfrage gezählt, und in diesem Zeitraum sind es zu viele. Wählen Sie einen kürzeren, um alles zu sehen.</translation>
    </message>
    <message>
        <source>Idle hours of machines cost %1 beside this, with them it is %2</source>
        <translation>Dazu kommen %1 für den Leerlauf von Maschinen, zusammen %2</translation>
    </message>
    <message>
        <source>Idle hours of machines</source>
        <translation>Leerlauf von Maschinen</translation>
    </message>
    <message>
        <source>Paid by the hour and booked with no request; beside the total.</source>
        <translation>Nach Stunden bezahlt und keiner Anfrage zugerechnet; nicht in der Summe enthalten.</translation>
    </message>
    <message>
        <source>Spend by group</source>
        <translation>Ausgaben nach Gruppe</translation>
    </message>
    <message>
        <source>What input that the providers read from their caches would have cost more otherwise.</source>
        <translation>Was Eingaben, die die Anbieter aus ihrem Cache lasen, sonst mehr gekostet hätten.</translation>
    </message>
    <message>
        <source>Caching saved %1</source>
        <translation>Der Cache sparte %1</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>Cache saved</source>
        <translation>Cache sparte</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BreakerCard</name>
    <message>
        <source>Breakers</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Run health check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Reset breaker</source>
        <translation>Sicherung zurücksetzen</translation>
    </message>
    <message>
        <source>Hold open</source>
        <translation>Offen halten</translation>
    </message>
    <message>
        <source>Breakers over time</source>
        <translation>Sicherungen im Zeitverlauf</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>provider, model</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Hold the breaker open?</source>
        <translation>Sicherung offen halten?</translation>
    </message>
    <message>
        <source>Reset the breaker?</source>
        <translation>Sicherung zurücksetzen?</translation>
    </message>
    <message>
        <source>%1 gets no requests until you release it; routes use their other targets.</source>
        <translation>%1 erhält keine Anfragen, bis Sie es freigeben; Routen nutzen ihre anderen Ziele.</translation>
    </message>
    <message>
        <source>%1 gets requests again at once, though its last attempts failed.</source>
        <translation>%1 erhält sofort wieder Anfragen, obwohl die letzten Versuche gescheitert sind.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The breaker is held open.</source>
        <translation>Die Sicherung wird offen gehalten.</translation>
    </message>
    <message>
        <source>The breaker is released.</source>
        <translation>Die Sicherung ist freigegeben.</translation>
    </message>
    <message>
        <source>The breaker is reset.</source>
        <translation>Die Sicherung ist zurückgesetzt.</translation>
    </message>
    <message>
        <source>%1 did not pass the check.</source>
        <translation>%1 hat die Prüfung nicht bestanden.</translation>
    </message>
    <message>
        <source>%1 passed the check.</source>
        <translation>%1 hat die Prüfung bestanden.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BreakerStrip</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>provider, model, state</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <comment>provider, model, time, state</comment>
        <translation>%1, %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BudgetDialog</name>
    <message>
        <source>New budget</source>
        <translation>Neues Budget</translation>
    </message>
    <message>
        <source>Edit budget</source>
        <translation>Budget bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create budget</source>
        <translation>Budget anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Refuse requests</source>
        <translation>Anfragen ablehnen</translation>
    </message>
    <message>
        <source>Only warn</source>
        <translation>Nur warnen</translation>
    </message>
    <message>
        <source>Redirect to %1</source>
        <translation>Umleiten zu %1</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür es gilt</translation>
    </message>
    <message>
        <source>gateway, team:research, key:ci, person:ann, route:fast, provider:openai or tag:project=search</source>
        <translation>gateway, team:research, key:ci, person:ann, route:fast, provider:openai oder tag:project=search</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Or a rolling one, for example P30D.</source>
        <translation>Oder ein gleitender, zum Beispiel P30D.</translation>
    </message>
    <message>
        <source>Warn at (optional)</source>
        <translation>Warnen bei (optional)</translation>
    </message>
    <message>
        <source>Percent of the amount, separated by commas.</source>
        <translation>Prozent des Betrags, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>When it is used up</source>
        <translation>Wenn es aufgebraucht ist</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BudgetWords</name>
    <message>
        <source>per day</source>
        <translation>je Tag</translation>
    </message>
    <message>
        <source>per week</source>
        <translation>je Woche</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>je Monat</translation>
    </message>
    <message>
        <source>per quarter</source>
        <translation>je Quartal</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>je Jahr</translation>
    </message>
    <message>
        <source>rolling, %1</source>
        <translation>gleitend, %1</translation>
    </message>
    <message>
        <source>Whole gateway</source>
        <translation>Ganzes Gateway</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Person %1</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>Route %1</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Anbieter %1</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Tag %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BudgetsPane</name>
    <message>
        <source>Used up</source>
        <translation>Aufgebraucht</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>Gewarnt</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>End the pause</source>
        <translation>Pause beenden</translation>
    </message>
    <message>
        <source>New budget…</source>
        <translation>Neues Budget …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Raise until reset…</source>
        <translation>Bis zum Neubeginn erhöhen …</translation>
    </message>
    <message>
        <source>Reset now…</source>
        <translation>Jetzt neu beginnen …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No budgets yet.</source>
        <translation>Noch keine Budgets.</translation>
    </message>
    <message>
        <source>A budget limits what the gateway, a team, a key or a provider may spend.</source>
        <translation>Ein Budget begrenzt, was das Gateway, ein Team, ein Schlüssel oder ein Anbieter ausgeben darf.</translation>
    </message>
    <message>
        <source>Spending goes on</source>
        <translation>Die Ausgaben gehen weiter</translation>
    </message>
    <message>
        <source>%1, only warns</source>
        <translation>%1, warnt nur</translation>
    </message>
    <message>
        <source>%1 and %2 added until it resets</source>
        <translation>%1 und %2 zusätzlich bis zum Neubeginn</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 allows %2 more</source>
        <translation>%1 erlaubt noch %2</translation>
    </message>
    <message>
        <source>Spending is paused</source>
        <translation>Ausgaben sind angehalten</translation>
    </message>
    <message>
        <source>No request passes.</source>
        <translation>Keine Anfrage kommt durch.</translation>
    </message>
    <message>
        <source>No request passes except of: %1</source>
        <translation>Keine Anfrage kommt durch, außer von: %1</translation>
    </message>
    <message>
        <source>Created the budget of “%1”</source>
        <translation>Budget von „%1“ angelegt</translation>
    </message>
    <message>
        <source>Changed the budget of “%1”</source>
        <translation>Budget von „%1“ geändert</translation>
    </message>
    <message>
        <source>Deleted the budget of “%1”</source>
        <translation>Budget von „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Raised the budget of “%1” until it resets</source>
        <translation>Budget von „%1“ bis zum Neubeginn erhöht</translation>
    </message>
    <message>
        <source>Reset the budget now?</source>
        <translation>Budget jetzt neu beginnen?</translation>
    </message>
    <message>
        <source>“%1” begins again with nothing spent. The requests stay in the ledger.</source>
        <translation>„%1“ beginnt neu, ohne Ausgaben. Die Anfragen bleiben im Hauptbuch.</translation>
    </message>
    <message>
        <source>Reset budget</source>
        <translation>Budget neu beginnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reset the budget of “%1”</source>
        <translation>Budget von „%1“ neu begonnen</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Resets</source>
        <translation>Beginnt neu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>Darüber</translation>
    </message>
    <message>
        <source>Pause everything except…</source>
        <translation>Alles pausieren außer …</translation>
    </message>
    <message>
        <source>Used up on</source>
        <translation>Aufgebraucht am</translation>
    </message>
    <message>
        <source>If it goes on as until now in this period</source>
        <translation>Wenn es in diesem Zeitraum so weitergeht</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BulkRotateDialog</name>
    <message numerus="yes">
        <source>Rotate %n keys</source>
        <translation>
            <numerusform>%n Schlüssel erneuern</numerusform>
            <numerusform>%n Schlüssel erneuern</numerusform>
        </translation>
    </message>
    <message>
        <source>Rotate keys</source>
        <translation>Schlüssel erneuern</translation>
    </message>
    <message>
        <source>Copy all new secrets</source>
        <translation>Alle neuen Geheimnisse kopieren</translation>
    </message>
    <message>
        <source>I have saved the keys</source>
        <translation>Ich habe die Schlüssel gesichert</translation>
    </message>
    <message>
        <source>They are refused at once</source>
        <translation>Sie werden sofort abgewiesen</translation>
    </message>
    <message>
        <source>They work for 1 more hour</source>
        <translation>Sie gelten noch 1 Stunde</translation>
    </message>
    <message>
        <source>They work for 24 more hours</source>
        <translation>Sie gelten noch 24 Stunden</translation>
    </message>
    <message>
        <source>They work for 7 more days</source>
        <translation>Sie gelten noch 7 Tage</translation>
    </message>
    <message>
        <source>Old secrets</source>
        <translation>Alte Geheimnisse</translation>
    </message>
    <message>
        <source>New secrets, a line each</source>
        <translation>Neue Geheimnisse, eine Zeile je Schlüssel</translation>
    </message>
    <message>
        <source>Not rotated: %1</source>
        <translation>Nicht erneuert: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Copy the new secrets first, or tick that you have saved them: they cannot be shown again.</source>
        <translation>Kopieren Sie zuerst die neuen Geheimnisse, oder haken Sie an, dass Sie sie gesichert haben: sie werden nicht noch einmal gezeigt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CapabilityModel</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Structured</source>
        <translation>Strukturiert</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Embeddings</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Streaming</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Angegeben</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Tested on %1. Tests are kept until the gateway restarts.</source>
        <translation>Geprüft am %1. Prüfungen bleiben bis zum Neustart des Gateways erhalten.</translation>
    </message>
    <message>
        <source>Declared, but the test on %1 failed: %2</source>
        <translation>Angegeben, aber die Prüfung am %1 schlug fehl: %2</translation>
    </message>
    <message>
        <source>The test on %1 failed: %2</source>
        <translation>Die Prüfung am %1 schlug fehl: %2</translation>
    </message>
    <message>
        <source>Declared by the built-in model list of %1, not tested here.</source>
        <translation>Laut eingebauter Modellliste vom %1, hier nicht geprüft.</translation>
    </message>
    <message>
        <source>Not known: neither declared nor tested since the gateway started.</source>
        <translation>Nicht bekannt: seit dem Start des Gateways weder angegeben noch geprüft.</translation>
    </message>
    <message>
        <source>Could not be tested: %1</source>
        <translation>Konnte nicht geprüft werden: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Rerank</source>
        <translation>Neuordnen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1: %2, said by you</source>
        <translation>%1: %2, von Ihnen festgelegt</translation>
    </message>
    <message>
        <source>Said by you. Otherwise: %1</source>
        <translation>Von Ihnen festgelegt. Sonst: %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CellsModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ChannelDialog</name>
    <message>
        <source>New channel</source>
        <translation>Neuer Kanal</translation>
    </message>
    <message>
        <source>Edit channel</source>
        <translation>Kanal bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create channel</source>
        <translation>Kanal anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name at the mail server (optional)</source>
        <translation>Name beim Mailserver (optional)</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Certificate authority (optional)</source>
        <translation>Zertifizierungsstelle (optional)</translation>
    </message>
    <message>
        <source>A PEM file on the gateway's computer, where the system's are not enough.</source>
        <translation>Eine PEM-Datei auf dem Rechner des Gateways, wenn die des Systems nicht genügen.</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>Durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>Passwort (optional)</translation>
    </message>
    <message>
        <source>Address of the chat's webhook</source>
        <translation>Adresse des Webhooks im Chat</translation>
    </message>
    <message>
        <source>Signing secret (optional)</source>
        <translation>Signaturgeheimnis (optional)</translation>
    </message>
    <message>
        <source>One is stored; leave it empty to keep it.</source>
        <translation>Es ist eines gespeichert; leer lassen, um es zu behalten.</translation>
    </message>
    <message>
        <source>Who knows it may write there, so it is stored as a secret. Slack, Teams and Mattermost make one for a channel.</source>
        <translation>Wer sie kennt, darf dort schreiben; darum wird sie als Geheimnis gespeichert. Slack, Teams und Mattermost erzeugen eine für einen Kanal.</translation>
    </message>
    <message>
        <source>Leave it empty to have one made; it is shown once.</source>
        <translation>Leer lassen, um eines zu erzeugen; es wird einmal gezeigt.</translation>
    </message>
    <message>
        <source>smtps:// for TLS from the start, smtp:// for STARTTLS. Nothing is sent without TLS.</source>
        <translation>smtps:// für TLS von Anfang an, smtp:// für STARTTLS. Ohne TLS wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Each message is a POST with JSON, signed in x-gatehouse-signature.</source>
        <translation>Jede Nachricht ist ein POST mit JSON, signiert in x-gatehouse-signature.</translation>
    </message>
    <message>
        <source>There is a channel of this name already.</source>
        <translation>Einen Kanal mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>Paste the whole address, which begins with https://.</source>
        <translation>Fügen Sie die ganze Adresse ein; sie beginnt mit https://.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ChargebackDialog</name>
    <message>
        <source>Write report…</source>
        <translation>Bericht schreiben …</translation>
    </message>
    <message>
        <source>Chargeback report</source>
        <translation>Umlagebericht</translation>
    </message>
    <message>
        <source>All teams</source>
        <translation>Alle Teams</translation>
    </message>
    <message>
        <source>PDF, for people</source>
        <translation>PDF, für Menschen</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>To have it written each month, set the folder for reports (gateway.report_folder) in the configuration.</source>
        <translation>Damit er jeden Monat geschrieben wird, setzen Sie den Ordner für Berichte (gateway.report_folder) in der Konfiguration.</translation>
    </message>
    <message>
        <source>After each month the gateway writes both files to %1.</source>
        <translation>Nach jedem Monat schreibt das Gateway beide Dateien nach %1.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>A month with its year, as QLocale::toString() reads it: "October 2026".</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ChartDataModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ChartPanel</name>
    <message>
        <source>Export this chart as CSV</source>
        <translation>Dieses Diagramm als CSV exportieren</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>Show the same numbers as a table (T)</source>
        <translation>Dieselben Zahlen als Tabelle anzeigen (T)</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren …</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>Anfragen öffnen</translation>
    </message>
    <message>
        <source>%1: numbers as a table</source>
        <translation>%1: Zahlen als Tabelle</translation>
    </message>
    <message>
        <source>%1: reset zoom</source>
        <translation>%1: Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>%1: numbers</source>
        <translation>%1: Zahlen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ChartView</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>series, point, value</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>series and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>point and its values</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CheckList</name>
    <message>
        <source>Reach the provider</source>
        <translation>Anbieter erreichen</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Schlüssel akzeptiert</translation>
    </message>
    <message>
        <source>Models listed</source>
        <translation>Modelle aufgelistet</translation>
    </message>
    <message>
        <source>Short answer</source>
        <translation>Kurze Antwort</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Streaming</translation>
    </message>
    <message>
        <source>Tools and other abilities</source>
        <translation>Werkzeuge und weitere Fähigkeiten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>The provider said: %1</source>
        <translation>Der Anbieter meldet: %1</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>Streaming</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>structured output</source>
        <translation>strukturierte Ausgabe</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>Embeddings</translation>
    </message>
    <message>
        <source>rerank</source>
        <translation>Neuordnen</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n tokens</source>
        <translation>
            <numerusform>%1, %n Token</numerusform>
            <numerusform>%1, %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>First token after %1</source>
        <translation>Erstes Token nach %1</translation>
    </message>
    <message>
        <source>%1; not %2</source>
        <translation>%1; nicht %2</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Akzeptiert</translation>
    </message>
    <message>
        <source>The provider refused the key (%1)</source>
        <translation>Der Anbieter hat den Schlüssel abgelehnt (%1)</translation>
    </message>
    <message>
        <source>No access token for this key</source>
        <translation>Kein Zugriffstoken für diesen Schlüssel</translation>
    </message>
    <message>
        <source>The token service was not reached</source>
        <translation>Der Tokendienst wurde nicht erreicht</translation>
    </message>
    <message>
        <source>This provider lists no models</source>
        <translation>Dieser Anbieter listet keine Modelle auf</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>Nicht aufgelistet</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>Failed (%1)</source>
        <translation>Fehlgeschlagen (%1)</translation>
    </message>
    <message>
        <source>Check the host name in the address.</source>
        <translation>Prüfen Sie den Rechnernamen in der Adresse.</translation>
    </message>
    <message>
        <source>Check the certificate, or give the CA file of your own authority.</source>
        <translation>Prüfen Sie das Zertifikat oder geben Sie die CA-Datei Ihrer eigenen Stelle an.</translation>
    </message>
    <message>
        <source>Check the proxy's address.</source>
        <translation>Prüfen Sie die Adresse des Proxys.</translation>
    </message>
    <message>
        <source>Use an address that may be called.</source>
        <translation>Verwenden Sie eine Adresse, die aufgerufen werden darf.</translation>
    </message>
    <message>
        <source>Check the address and that the server is running.</source>
        <translation>Prüfen Sie die Adresse und ob der Server läuft.</translation>
    </message>
    <message>
        <source>Check the account's file or secret, and that the account may use the API.</source>
        <translation>Prüfen Sie Datei oder Geheimnis des Kontos und ob es die API nutzen darf.</translation>
    </message>
    <message>
        <source>Check the network, and that the token service may be called.</source>
        <translation>Prüfen Sie das Netzwerk und ob der Tokendienst aufgerufen werden darf.</translation>
    </message>
    <message>
        <source>Add the models by hand.</source>
        <translation>Fügen Sie die Modelle von Hand hinzu.</translation>
    </message>
    <message>
        <source>Check that it was copied in full and is not revoked.</source>
        <translation>Prüfen Sie, ob er vollständig kopiert und nicht widerrufen ist.</translation>
    </message>
    <message>
        <source>Check the account's credit and limits.</source>
        <translation>Prüfen Sie Guthaben und Limits des Kontos.</translation>
    </message>
    <message>
        <source>Try another model, or look at the provider's own words.</source>
        <translation>Versuchen Sie ein anderes Modell oder lesen Sie die Worte des Anbieters.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Chip</name>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Closing</name>
    <message>
        <source>Gatehouse keeps running in the tray so apps stay connected.</source>
        <translation>Gatehouse läuft im Infobereich weiter, damit Apps verbunden bleiben.</translation>
    </message>
    <message>
        <source>Gatehouse stays in the tray and tells when something is wrong. The gateway runs in the background in any case.</source>
        <translation>Gatehouse bleibt im Infobereich und meldet, wenn etwas nicht stimmt. Das Gateway läuft in jedem Fall im Hintergrund.</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>Fenster schließen?</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Quit instead</source>
        <translation>Stattdessen beenden</translation>
    </message>
    <message>
        <source>Always do this</source>
        <translation>Immer so verfahren</translation>
    </message>
    <message>
        <source>Keep the gateway running in the background?</source>
        <translation>Gateway im Hintergrund weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>Without it, apps get no answers. Starting Gatehouse again shows the gateway that runs in the background.</source>
        <translation>Ohne Gateway erhalten Apps keine Antworten. Ein neuer Start von Gatehouse zeigt das Gateway, das im Hintergrund läuft.</translation>
    </message>
    <message>
        <source>Run as a background service</source>
        <translation>Als Hintergrunddienst ausführen</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>Minimieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quit Gatehouse?</source>
        <translation>Gatehouse beenden?</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are running and the gateway ends with this program.</source>
        <translation>
            <numerusform>%n Anfrage läuft und das Gateway endet mit diesem Programm.</numerusform>
            <numerusform>%n Anfragen laufen und das Gateway endet mit diesem Programm.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish them, then quit</source>
        <translation>Abschließen, dann beenden</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Jetzt stoppen</translation>
    </message>
    <message>
        <source>Finishing running requests</source>
        <translation>Laufende Anfragen werden abgeschlossen</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are left.</source>
        <translation>
            <numerusform>%n Anfrage ist noch übrig.</numerusform>
            <numerusform>%n Anfragen sind noch übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>Enter chooses, Esc goes back</source>
        <translation>Eingabe wählt, Esc geht zurück</translation>
    </message>
    <message>
        <source>&gt; actions   # request   @ key or team   ? help</source>
        <translation>&gt; Aktionen   # Anfrage   @ Schlüssel oder Team   ? Hilfe</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CommandText</name>
    <message>
        <source>The quote %1 is not closed.</source>
        <translation>Das Anführungszeichen %1 wird nicht geschlossen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CommitmentsPane</name>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Expected at the end</source>
        <translation>Am Ende erwartet</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>Zu langsam</translation>
    </message>
    <message>
        <source>Too fast</source>
        <translation>Zu schnell</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Aufgebraucht</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>On track</source>
        <translation>Im Plan</translation>
    </message>
    <message>
        <source>It begins on %1.</source>
        <translation>Er beginnt am %1.</translation>
    </message>
    <message>
        <source>It has ended; %1 stayed unused.</source>
        <translation>Er ist beendet; %1 blieben ungenutzt.</translation>
    </message>
    <message>
        <source>It has ended and was used up.</source>
        <translation>Er ist beendet und wurde aufgebraucht.</translation>
    </message>
    <message>
        <source>Used up on %1.</source>
        <translation>Aufgebraucht am %1.</translation>
    </message>
    <message>
        <source>At this pace it is used up on %1.</source>
        <translation>In diesem Tempo ist er am %1 aufgebraucht.</translation>
    </message>
    <message>
        <source>At this pace %1 stays unused.</source>
        <translation>In diesem Tempo bleiben %1 ungenutzt.</translation>
    </message>
    <message>
        <source>At this pace it is used up at its end.</source>
        <translation>In diesem Tempo ist er zum Ende aufgebraucht.</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <source>List price × %1</source>
        <translation>Listenpreis × %1</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>New contract…</source>
        <translation>Neuer Vertrag …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No contracts yet.</source>
        <translation>Noch keine Verträge.</translation>
    </message>
    <message>
        <source>A contract says what you have agreed to spend at a provider and until when.</source>
        <translation>Ein Vertrag sagt, wie viel Sie bei einem Anbieter bis wann auszugeben zugesagt haben.</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>Burn-down</source>
        <translation>Restbetrag</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>Gerade Linie</translation>
    </message>
    <message>
        <source>Left of “%1”</source>
        <translation>Rest von „%1“</translation>
    </message>
    <message>
        <source>Created the contract “%1”</source>
        <translation>Vertrag „%1“ angelegt</translation>
    </message>
    <message>
        <source>Changed the contract “%1”</source>
        <translation>Vertrag „%1“ geändert</translation>
    </message>
    <message>
        <source>Deleted the contract “%1”</source>
        <translation>Vertrag „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>Eigene Preise</translation>
    </message>
    <message>
        <source>%1 − %2 %</source>
        <translation>%1 − %2 %</translation>
    </message>
    <message>
        <source>Volume before discounts: %1, no tier reached.</source>
        <translation>Volumen vor Rabatt: %1, keine Stufe erreicht.</translation>
    </message>
    <message>
        <source>Volume before discounts: %1, tier of %2 reached.</source>
        <translation>Volumen vor Rabatt: %1, Stufe von %2 erreicht.</translation>
    </message>
    <message>
        <source>The next, %1, at this pace on %2.</source>
        <translation>Die nächste, %1, bei diesem Tempo am %2.</translation>
    </message>
    <message>
        <source>The next, %1, is not reached at this pace.</source>
        <translation>Die nächste, %1, wird bei diesem Tempo nicht erreicht.</translation>
    </message>
    <message>
        <source>Still left</source>
        <translation>Noch übrig</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConditionDialog</name>
    <message>
        <source>New condition</source>
        <translation>Neue Bedingung</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Name (optional)</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>For people and traces</source>
        <translation>Für Menschen und Protokolle</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Any; else ids: k1, k2</source>
        <translation>Beliebig; sonst IDs: k1, k2</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Any; else ids: red, blue</source>
        <translation>Beliebig; sonst IDs: red, blue</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Any; else project=search</source>
        <translation>Beliebig; sonst project=search</translation>
    </message>
    <message>
        <source>Caller bound to</source>
        <translation>Aufrufer gebunden an</translation>
    </message>
    <message>
        <source>Any region; else eu, us</source>
        <translation>Jede Region; sonst eu, us</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Any; else mon-fri 08:00-18:00</source>
        <translation>Oder mon-fri 08:00-18:00</translation>
    </message>
    <message>
        <source>Offers tools</source>
        <translation>Bietet Werkzeuge an</translation>
    </message>
    <message>
        <source>Has images</source>
        <translation>Hat Bilder</translation>
    </message>
    <message>
        <source>Has sound</source>
        <translation>Hat Ton</translation>
    </message>
    <message>
        <source>Answer follows a schema</source>
        <translation>Antwort folgt einem Schema</translation>
    </message>
    <message>
        <source>Answer is streamed</source>
        <translation>Antwort wird gestreamt</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Any; else x-app: search*</source>
        <translation>Beliebig; sonst x-app: search*</translation>
    </message>
    <message>
        <source>Prompt tokens above</source>
        <translation>Token der Eingabe über</translation>
    </message>
    <message>
        <source>Prompt tokens below</source>
        <translation>Token der Eingabe unter</translation>
    </message>
    <message>
        <source>Budget used above</source>
        <translation>Budget verbraucht über</translation>
    </message>
    <message>
        <source>Go to a route</source>
        <translation>Zu einer Route gehen</translation>
    </message>
    <message>
        <source>Use only some targets</source>
        <translation>Nur einige Ziele nehmen</translation>
    </message>
    <message>
        <source>Refuse the request</source>
        <translation>Anfrage ablehnen</translation>
    </message>
    <message>
        <source>gpu, openai/gpt-4o, tag:local</source>
        <translation>gpu, openai/gpt-4o, tag:local</translation>
    </message>
    <message>
        <source>Large prompts are not allowed here.</source>
        <translation>Große Eingaben sind hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Only these targets</source>
        <translation>Nur diese Ziele</translation>
    </message>
    <message>
        <source>Sentence for the caller</source>
        <translation>Satz für den Aufrufer</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take into the draft</source>
        <translation>In den Entwurf übernehmen</translation>
    </message>
    <message>
        <source>Edit condition</source>
        <translation>Bedingung bearbeiten</translation>
    </message>
    <message>
        <source>Say what happens then.</source>
        <translation>Geben Sie an, was dann geschieht.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConfigurationFile</name>
    <message>
        <source>Import configuration…</source>
        <translation>Konfiguration importieren …</translation>
    </message>
    <message>
        <source>Export configuration…</source>
        <translation>Konfiguration exportieren …</translation>
    </message>
    <message>
        <source>Secrets are written as references. An import shows its differences first.</source>
        <translation>Geheimnisse werden als Verweise geschrieben. Ein Import zeigt zuerst die Unterschiede.</translation>
    </message>
    <message>
        <source>Export configuration</source>
        <translation>Konfiguration exportieren</translation>
    </message>
    <message>
        <source>YAML (*.yaml)</source>
        <translation>YAML (*.yaml)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Import configuration</source>
        <translation>Konfiguration importieren</translation>
    </message>
    <message>
        <source>Configuration (*.json *.yaml *.yml)</source>
        <translation>Konfiguration (*.json *.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>This file cannot be imported. %1</source>
        <translation>Diese Datei kann nicht importiert werden. %1</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>%1 importiert</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConfigurationModel</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This gateway is newer and has settings under %1 that this window does not know. They would be lost, so nothing was changed.</source>
        <translation>Dieses Gateway ist neuer und hat unter %1 Einstellungen, die dieses Fenster nicht kennt. Sie gingen verloren, darum wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConflictBanner</name>
    <message>
        <source>Show difference</source>
        <translation>Unterschied anzeigen</translation>
    </message>
    <message>
        <source>Apply mine again</source>
        <translation>Meine erneut anwenden</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>The difference could not be read.</source>
        <translation>Der Unterschied konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Conflicts</name>
    <message>
        <source>Your change was not saved: %1.</source>
        <translation>Ihre Änderung wurde nicht gespeichert: %1.</translation>
    </message>
    <message>
        <source>The configuration was changed by someone else.</source>
        <translation>Die Konfiguration wurde von jemand anderem geändert.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConnectStep</name>
    <message>
        <source>Connect an app</source>
        <translation>App verbinden</translation>
    </message>
    <message>
        <source>Give your app this address and key. The key cannot be shown again later.</source>
        <translation>Geben Sie Ihrer App diese Adresse und diesen Schlüssel. Der Schlüssel kann später nicht mehr angezeigt werden.</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Der neue Schlüssel</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Key in an environment variable</source>
        <translation>Schlüssel in Umgebungsvariable</translation>
    </message>
    <message>
        <source>Send a test request</source>
        <translation>Testanfrage senden</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Waiting for the first request…</source>
        <translation>Wartet auf die erste Anfrage …</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Wartet auf die Antwort …</translation>
    </message>
    <message>
        <source>✓ %1 in %2</source>
        <translation>✓ %1 in %2</translation>
    </message>
    <message>
        <source>✕ The gateway answered %1: %2</source>
        <translation>✕ Das Gateway antwortete %1: %2</translation>
    </message>
    <message>
        <source>✕ The gateway could not be reached at %1. %2</source>
        <translation>✕ Das Gateway war unter %1 nicht erreichbar. %2</translation>
    </message>
    <message>
        <source>✕ %1 after %2: %3</source>
        <translation>✕ %1 nach %2: %3</translation>
    </message>
    <message>
        <source>✓ %1 in %2, %3 tokens, %4</source>
        <translation>✓ %1 in %2, %3 Token, %4</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConnectionSection</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Switch to the provider of this key</source>
        <translation>Zum Anbieter dieses Schlüssels wechseln</translation>
    </message>
    <message>
        <source>Kind of provider</source>
        <translation>Art des Anbieters</translation>
    </message>
    <message>
        <source>Paste the key, or a reference such as env:OPENAI_API_KEY. It goes to the key store when the provider accepts it.</source>
        <translation>Schlüssel einfügen oder einen Verweis wie env:OPENAI_API_KEY. Er kommt in den Schlüsselspeicher, sobald der Anbieter ihn akzeptiert.</translation>
    </message>
    <message>
        <source>OpenAI compatible</source>
        <translation>OpenAI-kompatibel</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Stands in routes and model names. It cannot be changed later.</source>
        <translation>Steht in Routen und Modellnamen. Lässt sich später nicht ändern.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The part before /chat/completions or /messages.</source>
        <translation>Der Teil vor /chat/completions oder /messages.</translation>
    </message>
    <message>
        <source>Wire format</source>
        <translation>Übertragungsformat</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>Zusätzliche Header</translation>
    </message>
    <message>
        <source>One a line, sent with every request. A value may be a reference such as keychain:NAME.</source>
        <translation>Einer pro Zeile, mit jeder Anfrage gesendet. Ein Wert kann ein Verweis wie keychain:NAME sein.</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP-Proxy</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abbruch nach</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindungsaufbau</translation>
    </message>
    <message>
        <source>Name lookup and TLS included.</source>
        <translation>Mit Namensauflösung und TLS.</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>Warten auf die Antwort</translation>
    </message>
    <message>
        <source>Until its first byte.</source>
        <translation>Bis zum ersten Byte.</translation>
    </message>
    <message>
        <source>Silence in an answer</source>
        <translation>Stille in einer Antwort</translation>
    </message>
    <message>
        <source>The whole call</source>
        <translation>Der gesamte Aufruf</translation>
    </message>
    <message>
        <source>%1, found at %2</source>
        <translation>%1, gefunden unter %2</translation>
    </message>
    <message>
        <source>Other OpenAI-compatible address</source>
        <translation>Andere OpenAI-kompatible Adresse</translation>
    </message>
    <message>
        <source>Stands in routes and model names.</source>
        <translation>Steht in Routen und Modellnamen.</translation>
    </message>
    <message>
        <source>This looks like a key of %1. Switch to it</source>
        <translation>Das sieht nach einem Schlüssel für %1 aus. Dorthin wechseln</translation>
    </message>
    <message>
        <source>Service account %1. It goes to the key store when the provider accepts it.</source>
        <translation>Dienstkonto %1. Es kommt in den Schlüsselspeicher, sobald der Anbieter es akzeptiert.</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>Zugriffsschlüssel-ID</translation>
    </message>
    <message>
        <source>Leave it empty for a Bedrock API key.</source>
        <translation>Für einen Bedrock-API-Schlüssel leer lassen.</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>Sitzungstoken</translation>
    </message>
    <message>
        <source>Only of temporary credentials.</source>
        <translation>Nur bei befristeten Zugangsdaten.</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Dienstkonto</translation>
    </message>
    <message>
        <source>Secret access key or API key</source>
        <translation>Geheimer Zugriffsschlüssel oder API-Schlüssel</translation>
    </message>
    <message>
        <source>Choose its JSON file, or give a reference such as file:/run/secrets/gcp.json.</source>
        <translation>Seine JSON-Datei wählen oder einen Verweis wie file:/run/secrets/gcp.json angeben.</translation>
    </message>
    <message>
        <source>Leave it empty unless you use another address.</source>
        <translation>Leer lassen, außer Sie verwenden eine andere Adresse.</translation>
    </message>
    <message>
        <source>The endpoint of the resource, as the Azure portal shows it.</source>
        <translation>Der Endpunkt der Ressource, wie ihn das Azure-Portal zeigt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ContractDialog</name>
    <message>
        <source>New contract</source>
        <translation>Neuer Vertrag</translation>
    </message>
    <message>
        <source>Edit contract</source>
        <translation>Vertrag bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create contract</source>
        <translation>Vertrag anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Amount to be used</source>
        <translation>Zu verbrauchender Betrag</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Notiz (optional)</translation>
    </message>
    <message>
        <source>There is a contract of this name already.</source>
        <translation>Einen Vertrag dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Models (optional)</source>
        <translation>Modelle (optional)</translation>
    </message>
    <message>
        <source>Discounts by volume</source>
        <translation>Rabatte nach Volumen</translation>
    </message>
    <message>
        <source>One to a line: dollars used before discounts, then the percent off. Each holds from the day after.</source>
        <translation>Eine je Zeile: verbrauchte Dollar vor Rabatt, dann Prozent. Jede gilt ab dem Tag danach.</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>Eigene Preise</translation>
    </message>
    <message>
        <source>One to a line: model, dollars per million tokens in and out, and the volume they hold from, if any.</source>
        <translation>Einer je Zeile: Modell, Dollar je Million Token Eingabe und Ausgabe, und das Volumen, ab dem sie gelten, wenn es eines gibt.</translation>
    </message>
    <message>
        <source>"%1" is no such line; write for example %2.</source>
        <translation>„%1“ ist keine solche Zeile; zum Beispiel %2.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CorrectHourDialog</name>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>Eine Stunde</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>Corrected: %1 to %2</source>
        <comment>two days</comment>
        <translation>Berichtigt: %1 bis %2</translation>
    </message>
    <message>
        <source>From %1 on</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>Around the clock</source>
        <translation>Rund um die Uhr</translation>
    </message>
    <message>
        <source>Not by the hour</source>
        <translation>Nicht nach Stunden</translation>
    </message>
    <message>
        <source>Correct the price of an hour</source>
        <translation>Preis einer Stunde berichtigen</translation>
    </message>
    <message>
        <source>For days that are past. The price of now is kept with the provider. Idle hours and requests booked by time are worked out anew; what stood there before is kept.</source>
        <translation>Für vergangene Tage. Der heutige Preis steht beim Anbieter. Leerlauf und nach Zeit gebuchte Anfragen werden neu berechnet; was vorher dort stand, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Machine of</source>
        <translation>Maschine von</translation>
    </message>
    <message>
        <source>What an hour cost</source>
        <translation>Was eine Stunde kostete</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (optional)</translation>
    </message>
    <message>
        <source>Kept in the audit log.</source>
        <translation>Wird im Audit-Protokoll festgehalten.</translation>
    </message>
    <message>
        <source>What an hour was said to cost</source>
        <translation>Was eine Stunde kosten sollte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>First look at the difference; nothing is changed by that.</source>
        <translation>Sehen Sie zuerst den Unterschied an; dadurch ändert sich nichts.</translation>
    </message>
    <message>
        <source>The gateway works it out…</source>
        <translation>Das Gateway rechnet …</translation>
    </message>
    <message>
        <source>Paid %1 → %2, idle %3 → %4.</source>
        <translation>Bezahlt %1 → %2, Leerlauf %3 → %4.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests cost something else.</source>
        <translation>
            <numerusform>%Ln Anfrage kostet etwas anderes.</numerusform>
            <numerusform>%Ln Anfragen kosten etwas anderes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CostTab</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>To cache</source>
        <translation>In den Cache</translation>
    </message>
    <message>
        <source>To cache, 1 h</source>
        <translation>In den Cache, 1 h</translation>
    </message>
    <message>
        <source>Sound in</source>
        <translation>Ton, Eingabe</translation>
    </message>
    <message>
        <source>Pictures in</source>
        <translation>Bilder, Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>Sound out</source>
        <translation>Ton, Ausgabe</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Own price, version %1</source>
        <translation>Eigener Preis, Version %1</translation>
    </message>
    <message>
        <source>List of %1</source>
        <translation>Liste vom %1</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Per million</source>
        <translation>Pro Million</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cost by part</source>
        <translation>Kosten nach Teil</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <source>Multiplier</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Unpriced. This model has no price, so the request is not in any sum.</source>
        <translation>Ohne Preis. Dieses Modell hat keinen Preis, daher ist die Anfrage in keiner Summe enthalten.</translation>
    </message>
    <message>
        <source>Saved by the cache</source>
        <translation>Durch den Cache gespart</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>Estimated, because the provider sent no count.</source>
        <translation>Geschätzt, da der Anbieter keine Anzahl gesendet hat.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>budget, period</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>None in its present period.</source>
        <translation>Keines in seinem laufenden Zeitraum.</translation>
    </message>
    <message>
        <source>Drawn from budgets</source>
        <translation>Belastete Budgets</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DayStrip</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s)</source>
        <translation>
            <numerusform>%1: %n Eintrag</numerusform>
            <numerusform>%1: %n Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DeleteRouteDialog</name>
    <message>
        <source>It is a fallback of %1 and is taken out there.</source>
        <translation>Sie ist Ausweichroute von %1 und wird dort entfernt.</translation>
    </message>
    <message>
        <source>Teams that may use it: %1.</source>
        <translation>Teams, die sie nutzen dürfen: %1.</translation>
    </message>
    <message>
        <source>Keys that name it, and would be refused: %1.</source>
        <translation>Schlüssel, die sie nennen und abgewiesen würden: %1.</translation>
    </message>
    <message>
        <source>Take it out of the teams and declared keys first.</source>
        <translation>Entfernen Sie sie zuerst aus den Teams und angegebenen Schlüsseln.</translation>
    </message>
    <message>
        <source>“%1” cannot be deleted yet</source>
        <translation>„%1“ kann noch nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete route</source>
        <translation>Route löschen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DetailPane</name>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DifferenceText</name>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ausweichroute</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>Wartezeiten</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Zeit für den Verbindungsaufbau</translation>
    </message>
    <message>
        <source>Time to the first byte</source>
        <translation>Zeit bis zum ersten Byte</translation>
    </message>
    <message>
        <source>Time without data</source>
        <translation>Zeit ohne Daten</translation>
    </message>
    <message>
        <source>Time in all</source>
        <translation>Zeit insgesamt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Waiting requests</source>
        <translation>Wartende Anfragen</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Price multiplier</source>
        <translation>Preisfaktor</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Pause between attempts</source>
        <translation>Pause zwischen Versuchen</translation>
    </message>
    <message>
        <source>Data region</source>
        <translation>Datenregion</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Listen addresses</source>
        <translation>Lauschadressen</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Reporting time zone</source>
        <translation>Zeitzone der Auswertung</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Protokollstufe</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Input price</source>
        <translation>Eingabepreis</translation>
    </message>
    <message>
        <source>Output price</source>
        <translation>Ausgabepreis</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Provider %1 added</source>
        <translation>Anbieter %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Provider %1 removed</source>
        <translation>Anbieter %1 entfernt</translation>
    </message>
    <message>
        <source>Route %1 added</source>
        <translation>Route %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Route %1 removed</source>
        <translation>Route %1 entfernt</translation>
    </message>
    <message>
        <source>Team %1 added</source>
        <translation>Team %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Team %1 removed</source>
        <translation>Team %1 entfernt</translation>
    </message>
    <message>
        <source>Price of %1 added</source>
        <translation>Preis von %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Price of %1 removed</source>
        <translation>Preis von %1 entfernt</translation>
    </message>
    <message>
        <source>Target %1 added to %2</source>
        <translation>Ziel %1 zu %2 hinzugefügt</translation>
    </message>
    <message>
        <source>Target %1 removed from %2</source>
        <translation>Ziel %1 aus %2 entfernt</translation>
    </message>
    <message>
        <source>Key %1 added to %2</source>
        <translation>Schlüssel %1 zu %2 hinzugefügt</translation>
    </message>
    <message>
        <source>Key %1 removed from %2</source>
        <translation>Schlüssel %1 aus %2 entfernt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what of whom: "Weight (openai/gpt-4o, fast)"</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 set to %2</source>
        <translation>%1 auf %2 gesetzt</translation>
    </message>
    <message>
        <source>%1 removed, was %2</source>
        <translation>%1 entfernt, war %2</translation>
    </message>
    <message>
        <source>%1 turned on</source>
        <translation>%1 eingeschaltet</translation>
    </message>
    <message>
        <source>%1 turned off</source>
        <translation>%1 ausgeschaltet</translation>
    </message>
    <message>
        <source>Order of %1 changed to %2</source>
        <translation>Reihenfolge von %1 geändert in %2</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1 von %2 auf %3 geändert</translation>
    </message>
    <message>
        <source>%1 set</source>
        <translation>%1 gesetzt</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personendaten</translation>
    </message>
    <message>
        <source>Retention note</source>
        <translation>Aufbewahrungsnotiz</translation>
    </message>
    <message>
        <source>Budget of %1 added</source>
        <translation>Budget %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Budget of %1 removed</source>
        <translation>Budget %1 entfernt</translation>
    </message>
    <message>
        <source>Alert %1 added</source>
        <translation>Alarm %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Alert %1 removed</source>
        <translation>Alarm %1 entfernt</translation>
    </message>
    <message>
        <source>Channel %1 added</source>
        <translation>Kanal %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Channel %1 removed</source>
        <translation>Kanal %1 entfernt</translation>
    </message>
    <message>
        <source>Contract %1 added</source>
        <translation>Vertrag %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Contract %1 removed</source>
        <translation>Vertrag %1 entfernt</translation>
    </message>
    <message>
        <source>Condition %1 added to %2</source>
        <translation>Bedingung %1 zu %2 hinzugefügt</translation>
    </message>
    <message>
        <source>Condition %1 removed from %2</source>
        <translation>Bedingung %1 aus %2 entfernt</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>Canary</translation>
    </message>
    <message>
        <source>Second request when slow</source>
        <translation>Zweite Anfrage bei Langsamkeit</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>Slow streams</source>
        <translation>Langsame Streams</translation>
    </message>
    <message>
        <source>End of the name</source>
        <translation>Ende des Namens</translation>
    </message>
    <message>
        <source>Next attempts</source>
        <translation>Weitere Versuche</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>What stays at one target</source>
        <translation>Was bei einem Ziel bleibt</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>Gesamtzeit</translation>
    </message>
    <message>
        <source>Largest prompt</source>
        <translation>Größte Eingabe</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Stops at</source>
        <translation>Hält an bei</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Errors above</source>
        <translation>Fehler über</translation>
    </message>
    <message>
        <source>First token p95 above</source>
        <translation>Erstes Token p95 über</translation>
    </message>
    <message>
        <source>Cost above</source>
        <translation>Kosten über</translation>
    </message>
    <message>
        <source>Extra cost at most</source>
        <translation>Mehrkosten höchstens</translation>
    </message>
    <message>
        <source>Limit a day</source>
        <translation>Limit pro Tag</translation>
    </message>
    <message>
        <source>Fewest requests</source>
        <translation>Mindestzahl Anfragen</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Share of failures</source>
        <translation>Anteil Fehlschläge</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Longest rest</source>
        <translation>Längste Pause</translation>
    </message>
    <message>
        <source>Slow start</source>
        <translation>Langsamer Anlauf</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Gesundheitsprüfung</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>AWS region</source>
        <translation>AWS-Region</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>Wiederholungsvorrat</translation>
    </message>
    <message>
        <source>Learned limit</source>
        <translation>Gelerntes Limit</translation>
    </message>
    <message>
        <source>Cost an hour</source>
        <translation>Kosten pro Stunde</translation>
    </message>
    <message>
        <source>Switching on and off</source>
        <translation>Ein- und Ausschalten</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>When it is used up</source>
        <translation>Wenn es aufgebraucht ist</translation>
    </message>
    <message>
        <source>Warns at</source>
        <translation>Warnt bei</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>Token pro Minute</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Unter</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Administration address</source>
        <translation>Adresse der Verwaltung</translation>
    </message>
    <message>
        <source>Folder of the backups</source>
        <translation>Ordner der Sicherungen</translation>
    </message>
    <message>
        <source>Backup schedule</source>
        <translation>Sicherungsplan</translation>
    </message>
    <message>
        <source>Hour of the backup</source>
        <translation>Uhrzeit der Sicherung</translation>
    </message>
    <message>
        <source>Backups kept</source>
        <translation>Behaltene Sicherungen</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>Größte Anfrage</translation>
    </message>
    <message>
        <source>Time to finish at a stop</source>
        <translation>Frist zum Abschließen beim Stoppen</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Currency rate</source>
        <translation>Wechselkurs</translation>
    </message>
    <message>
        <source>Requests kept</source>
        <translation>Anfragen behalten</translation>
    </message>
    <message>
        <source>Sums kept</source>
        <translation>Summen behalten</translation>
    </message>
    <message>
        <source>Bodies kept</source>
        <translation>Texte behalten</translation>
    </message>
    <message>
        <source>Responses kept</source>
        <translation>Antworten behalten</translation>
    </message>
    <message>
        <source>Record texts</source>
        <translation>Texte aufzeichnen</translation>
    </message>
    <message>
        <source>Refuse what has no price</source>
        <translation>Ohne Preis ablehnen</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>Verbindungen zugleich</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Week starts</source>
        <translation>Wochenbeginn</translation>
    </message>
    <message>
        <source>Fetch images</source>
        <translation>Bilder holen</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Cache read price</source>
        <translation>Preis Cache-Lesen</translation>
    </message>
    <message>
        <source>Cache write price</source>
        <translation>Preis Cache-Schreiben</translation>
    </message>
    <message>
        <source>Limits of new keys</source>
        <translation>Limits neuer Schlüssel</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DraftBar</name>
    <message>
        <source>%1, target %2</source>
        <translation>%1, Ziel %2</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen …</translation>
    </message>
    <message>
        <source>Look for problems without changing anything (Ctrl+Enter)</source>
        <translation>Nach Problemen suchen, ohne etwas zu ändern (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Bring the draft into force (Ctrl+Shift+Enter)</source>
        <translation>Entwurf in Kraft setzen (Strg+Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Problems of the draft</source>
        <translation>Probleme des Entwurfs</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>Draft: %n changes</source>
        <translation>
            <numerusform>Entwurf: %n Änderung</numerusform>
            <numerusform>Entwurf: %n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>Keine Probleme gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n problems found.</source>
        <translation>
            <numerusform>%n Problem gefunden.</numerusform>
            <numerusform>%n Probleme gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your draft is based on the version before.</source>
        <translation>Ihr Entwurf beruht auf der vorigen Version.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DraftFlow</name>
    <message numerus="yes">
        <source>Published %n changes</source>
        <translation>
            <numerusform>%n Änderung veröffentlicht</numerusform>
            <numerusform>%n Änderungen veröffentlicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Not published. %1</source>
        <translation>Nicht veröffentlicht. %1</translation>
    </message>
    <message>
        <source>Another part of the configuration was changed meanwhile. Your draft is on top of it now: publish again.</source>
        <translation>Inzwischen wurde ein anderer Teil der Konfiguration geändert. Ihr Entwurf beruht jetzt darauf: erneut veröffentlichen.</translation>
    </message>
    <message>
        <source>The configuration was changed by someone else.</source>
        <translation>Die Konfiguration wurde von jemand anderem geändert.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::EditorSection</name>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ErrorCard</name>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Errors by kind</source>
        <translation>Fehler nach Art</translation>
    </message>
    <message>
        <source>No failures in this range. %1 requests answered.</source>
        <translation>Keine Fehler in diesem Zeitraum. %1 Anfragen beantwortet.</translation>
    </message>
    <message>
        <source>Failed attempts by kind</source>
        <translation>Gescheiterte Versuche nach Art</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ErrorTableCard</name>
    <message>
        <source>Kinds of errors</source>
        <translation>Fehlerarten</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::EventWords</name>
    <message>
        <source>Gateway started</source>
        <translation>Gateway gestartet</translation>
    </message>
    <message>
        <source>Gateway stopped</source>
        <translation>Gateway gestoppt</translation>
    </message>
    <message>
        <source>Configuration file refused</source>
        <translation>Konfigurationsdatei abgelehnt</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Sicherung erstellt</translation>
    </message>
    <message>
        <source>%1 is healthy</source>
        <translation>%1 ist gesund</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 ist gestört</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>Key “%1” created</source>
        <translation>Schlüssel „%1“ erstellt</translation>
    </message>
    <message>
        <source>Key “%1” has a new secret</source>
        <translation>Schlüssel „%1“ hat ein neues Geheimnis</translation>
    </message>
    <message>
        <source>Key “%1” changed</source>
        <translation>Schlüssel „%1“ geändert</translation>
    </message>
    <message>
        <source>Key “%1” disabled</source>
        <translation>Schlüssel „%1“ deaktiviert</translation>
    </message>
    <message>
        <source>Key “%1” enabled</source>
        <translation>Schlüssel „%1“ aktiviert</translation>
    </message>
    <message>
        <source>The old secret of key “%1” is refused now</source>
        <translation>Das alte Geheimnis von Schlüssel „%1“ wird jetzt abgelehnt</translation>
    </message>
    <message>
        <source>Key “%1” deleted</source>
        <translation>Schlüssel „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Key “%1” restored</source>
        <translation>Schlüssel „%1“ wiederhergestellt</translation>
    </message>
    <message>
        <source>Key “%1” expires</source>
        <translation>Schlüssel „%1“ läuft ab</translation>
    </message>
    <message numerus="yes">
        <source>From traffic, %n attempts in 5 min</source>
        <translation>
            <numerusform>Aus dem Verkehr, %n Versuch in 5 min</numerusform>
            <numerusform>Aus dem Verkehr, %n Versuche in 5 min</numerusform>
        </translation>
    </message>
    <message>
        <source>From traffic</source>
        <translation>Aus dem Verkehr</translation>
    </message>
    <message numerus="yes">
        <source>%n requests answered by other targets</source>
        <translation>
            <numerusform>%n Anfrage von anderen Zielen beantwortet</numerusform>
            <numerusform>%n Anfragen von anderen Zielen beantwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation>
            <numerusform>In %n Tag</numerusform>
            <numerusform>In %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>Sicherung wiederhergestellt</translation>
    </message>
    <message>
        <source>Backup will be restored at the next start</source>
        <translation>Die Sicherung wird beim nächsten Start wiederhergestellt</translation>
    </message>
    <message>
        <source>%1 is passed over</source>
        <translation>%1 wird übergangen</translation>
    </message>
    <message>
        <source>%1 takes requests again</source>
        <translation>%1 nimmt wieder Anfragen an</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts in a row failed; one at a time finds out whether it is back</source>
        <translation>
            <numerusform>%n Versuch ist fehlgeschlagen; einzelne Anfragen stellen fest, ob es wieder geht</numerusform>
            <numerusform>%n Versuche in Folge sind fehlgeschlagen; einzelne Anfragen stellen fest, ob es wieder geht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is held open</source>
        <translation>%1 wird offen gehalten</translation>
    </message>
    <message>
        <source>%1 is not known to the provider</source>
        <translation>%1 ist dem Anbieter nicht bekannt</translation>
    </message>
    <message>
        <source>%1 is refused</source>
        <translation>%1 wird abgelehnt</translation>
    </message>
    <message>
        <source>%1 has run out of money</source>
        <translation>%1 hat kein Guthaben mehr</translation>
    </message>
    <message>
        <source>The engine of %1 is awake</source>
        <translation>Die Engine von %1 ist wach</translation>
    </message>
    <message>
        <source>The engine of %1 sleeps</source>
        <translation>Die Engine von %1 schläft</translation>
    </message>
    <message>
        <source>The engine of %1 cannot be woken</source>
        <translation>Die Engine von %1 lässt sich nicht wecken</translation>
    </message>
    <message>
        <source>The engine of %1 cannot be put to sleep</source>
        <translation>Die Engine von %1 lässt sich nicht schlafen legen</translation>
    </message>
    <message>
        <source>A model of %1 cannot be loaded</source>
        <translation>Ein Modell von %1 kann nicht geladen werden</translation>
    </message>
    <message>
        <source>The canary of %1 was halted</source>
        <translation>Der Canary von %1 wurde angehalten</translation>
    </message>
    <message>
        <source>%1 answers with another model</source>
        <translation>%1 antwortet mit einem anderen Modell</translation>
    </message>
    <message>
        <source>From a check, without traffic</source>
        <translation>Aus einer Prüfung, ohne Verkehr</translation>
    </message>
    <message>
        <source>Too large a share of the attempts failed; one at a time finds out whether it is back</source>
        <translation>Ein zu großer Anteil der Versuche ist fehlgeschlagen; jeweils einer findet heraus, ob es wieder geht</translation>
    </message>
    <message>
        <source>It does not answer in time; one at a time finds out whether it is back</source>
        <translation>Es antwortet nicht rechtzeitig; jeweils ein Versuch findet heraus, ob es wieder geht</translation>
    </message>
    <message>
        <source>It does far worse than the other targets of its routes</source>
        <translation>Es ist weit schlechter als die anderen Ziele seiner Routen</translation>
    </message>
    <message>
        <source>The account has no money or quota left</source>
        <translation>Das Konto hat kein Guthaben oder Kontingent mehr</translation>
    </message>
    <message>
        <source>The provider does not accept this key; others are used where there are any</source>
        <translation>Der Anbieter nimmt diesen Schlüssel nicht an; andere werden benutzt, wenn es welche gibt</translation>
    </message>
    <message>
        <source>The audit log was changed</source>
        <translation>Das Audit-Protokoll wurde verändert</translation>
    </message>
    <message>
        <source>The books do not agree</source>
        <translation>Die Bücher stimmen nicht überein</translation>
    </message>
    <message>
        <source>%1 requests were priced anew</source>
        <translation>%1 Anfragen wurden neu berechnet</translation>
    </message>
    <message>
        <source>Gateway restarts to restore a backup</source>
        <translation>Gateway startet neu, um eine Sicherung wiederherzustellen</translation>
    </message>
    <message>
        <source>Scheduled backup failed</source>
        <translation>Geplante Sicherung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Request log moved</source>
        <translation>Anfrageprotokoll verschoben</translation>
    </message>
    <message>
        <source>Alert: %1</source>
        <translation>Alarm: %1</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>Vorbei: %1</translation>
    </message>
    <message>
        <source>Alerts do not arrive through channel %1</source>
        <translation>Alarme kommen über den Kanal %1 nicht an</translation>
    </message>
    <message>
        <source>Bodies are being recorded</source>
        <translation>Inhalte werden aufgezeichnet</translation>
    </message>
    <message>
        <source>Recording of bodies has ended</source>
        <translation>Die Aufzeichnung von Inhalten ist beendet</translation>
    </message>
    <message>
        <source>Monthly report written</source>
        <translation>Monatsbericht geschrieben</translation>
    </message>
    <message>
        <source>A monthly report could not be written</source>
        <translation>Ein Monatsbericht konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Budget nearly used up: %1</source>
        <translation>Budget fast aufgebraucht: %1</translation>
    </message>
    <message>
        <source>Budget used up: %1</source>
        <translation>Budget aufgebraucht: %1</translation>
    </message>
    <message>
        <source>Budget raised: %1</source>
        <translation>Budget erhöht: %1</translation>
    </message>
    <message>
        <source>Budget begun anew: %1</source>
        <translation>Budget neu begonnen: %1</translation>
    </message>
    <message>
        <source>Spending is paused</source>
        <translation>Ausgaben sind pausiert</translation>
    </message>
    <message>
        <source>Spending goes on</source>
        <translation>Ausgaben laufen weiter</translation>
    </message>
    <message>
        <source>%1 has no price</source>
        <translation>%1 hat keinen Preis</translation>
    </message>
    <message>
        <source>“%1” was added to the people</source>
        <translation>„%1“ wurde zu den Personen hinzugefügt</translation>
    </message>
    <message>
        <source>“%1” was changed</source>
        <translation>„%1“ wurde geändert</translation>
    </message>
    <message>
        <source>“%1” was removed from the people</source>
        <translation>„%1“ wurde aus den Personen entfernt</translation>
    </message>
    <message>
        <source>“%1” was signed out everywhere</source>
        <translation>„%1“ wurde überall abgemeldet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>alert, what it is about</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Version %1 by %2</source>
        <translation>Version %1 von %2</translation>
    </message>
    <message>
        <source>What an hour of %1 cost was corrected</source>
        <translation>Der Stundenpreis von %1 wurde berichtigt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::EventsCard</name>
    <message>
        <source>Recent events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ExpiryDialog</name>
    <message>
        <source>Extend one key</source>
        <translation>Einen Schlüssel verlängern</translation>
    </message>
    <message numerus="yes">
        <source>Extend %n keys</source>
        <translation>
            <numerusform>%n Schlüssel verlängern</numerusform>
            <numerusform>%n Schlüssel verlängern</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ExpiryField</name>
    <message>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>In 90 days</source>
        <translation>In 90 Tagen</translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>An einem Tag …</translation>
    </message>
    <message>
        <source>First day the key no longer works</source>
        <translation>Erster Tag, an dem der Schlüssel nicht mehr gilt</translation>
    </message>
    <message>
        <source>The first day the key no longer works</source>
        <translation>Der erste Tag, an dem der Schlüssel nicht mehr gilt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ExplainTab</name>
    <message>
        <source>Explain a request</source>
        <translation>Anfrage erklären</translation>
    </message>
    <message>
        <source>How to describe the request</source>
        <translation>Art der Beschreibung der Anfrage</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Describe it in a form</source>
        <translation>In einem Formular beschreiben</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Paste its JSON</source>
        <translation>JSON der Anfrage einfügen</translation>
    </message>
    <message>
        <source>OpenAI chat</source>
        <translation>OpenAI Chat</translation>
    </message>
    <message>
        <source>Anthropic messages</source>
        <translation>Anthropic Messages</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Anfrageinhalt</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Nothing is sent to any provider.</source>
        <translation>An Anbieter wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>The app speaks</source>
        <translation>Die App spricht</translation>
    </message>
    <message>
        <source>Model or route</source>
        <translation>Modell oder Route</translation>
    </message>
    <message>
        <source>Has tools</source>
        <translation>Mit Werkzeugen</translation>
    </message>
    <message>
        <source>Has images</source>
        <translation>Mit Bildern</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Ausfüllen</translation>
    </message>
    <message>
        <source>Take model, key and size of a past request</source>
        <translation>Modell, Schlüssel und Größe einer früheren Anfrage übernehmen</translation>
    </message>
    <message>
        <source>Like a past request (optional)</source>
        <translation>Wie eine frühere Anfrage (optional)</translation>
    </message>
    <message>
        <source>Prompt size in tokens</source>
        <translation>Prompt-Größe in Token</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Which routes decide</source>
        <translation>Welche Routen entscheiden</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>By the routes in force</source>
        <translation>Nach den Routen in Kraft</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>By the draft</source>
        <translation>Nach dem Entwurf</translation>
    </message>
    <message>
        <source>Describe a request to see which steps it passes, which targets are weighed, and the order in which they would be tried.</source>
        <translation>Beschreiben Sie eine Anfrage, um zu sehen, welche Schritte sie durchläuft, welche Ziele abgewogen und in welcher Reihenfolge sie versucht würden.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Targets weighed</source>
        <translation>Abgewogene Ziele</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Any key</source>
        <translation>Beliebiger Schlüssel</translation>
    </message>
    <message>
        <source>This is no JSON object: %1 (character %2).</source>
        <translation>Das ist kein JSON-Objekt: %1 (Zeichen %2).</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>In force: %1
Draft: %2</source>
        <translation>In Kraft: %1
Entwurf: %2</translation>
    </message>
    <message>
        <source>This cannot be explained.</source>
        <translation>Das lässt sich nicht erklären.</translation>
    </message>
    <message>
        <source>The request would be refused (%1).</source>
        <translation>Die Anfrage würde abgelehnt (%1).</translation>
    </message>
    <message>
        <source>Nothing would be tried.</source>
        <translation>Nichts würde versucht.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ExportControl</name>
    <message>
        <source>Export requests</source>
        <translation>Anfragen exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>CSV file…</source>
        <translation>CSV-Datei …</translation>
    </message>
    <message>
        <source>JSON lines file…</source>
        <translation>JSON-Lines-Datei …</translation>
    </message>
    <message>
        <source>Exporting requests</source>
        <translation>Anfragen werden exportiert</translation>
    </message>
    <message>
        <source>%1 requests exported so far</source>
        <translation>Bisher %1 Anfragen exportiert</translation>
    </message>
    <message>
        <source>%1 requests exported</source>
        <translation>%1 Anfragen exportiert</translation>
    </message>
    <message>
        <source>The export ended without a file. %1</source>
        <translation>Der Export endete ohne Datei. %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FallbackEditor</name>
    <message>
        <source>Add the chosen route as a fallback</source>
        <translation>Gewählte Route als Ausweichroute hinzufügen</translation>
    </message>
    <message>
        <source>Move the fallback up</source>
        <translation>Ausweichroute nach oben</translation>
    </message>
    <message>
        <source>Move the fallback down</source>
        <translation>Ausweichroute nach unten</translation>
    </message>
    <message>
        <source>Remove the fallback</source>
        <translation>Ausweichroute entfernen</translation>
    </message>
    <message>
        <source>Fallback routes</source>
        <translation>Ausweichrouten</translation>
    </message>
    <message>
        <source>Tried in this order when no target of this route answers.</source>
        <translation>In dieser Reihenfolge versucht, wenn kein Ziel dieser Route antwortet.</translation>
    </message>
    <message>
        <source>No other route</source>
        <translation>Keine weitere Route</translation>
    </message>
    <message>
        <source>Route to add as a fallback</source>
        <translation>Route, die als Ausweichroute hinzukommt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FinishSetupCard</name>
    <message>
        <source>Finish setup</source>
        <translation>Einrichtung abschließen</translation>
    </message>
    <message>
        <source>Add a provider and create a key. The first request through the gateway takes about a minute; you can leave at any step and continue here.</source>
        <translation>Fügen Sie einen Anbieter hinzu und erstellen Sie einen Schlüssel. Bis zur ersten Anfrage durch das Gateway dauert es etwa eine Minute; Sie können jeden Schritt verlassen und hier fortfahren.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FirstRequest</name>
    <message>
        <source>Copy base URL</source>
        <translation>Basis-URL kopieren</translation>
    </message>
    <message>
        <source>Send a test request</source>
        <translation>Testanfrage senden</translation>
    </message>
    <message>
        <source>Asks the first model with the first key that may use it. It is booked like any other request.</source>
        <translation>Fragt das erste Modell mit dem ersten Schlüssel, der es nutzen darf. Sie wird wie jede andere Anfrage gebucht.</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Wartet auf die Antwort …</translation>
    </message>
    <message>
        <source>The test request was not sent. The gateway says: %1</source>
        <translation>Die Testanfrage wurde nicht gesendet. Das Gateway meldet: %1</translation>
    </message>
    <message>
        <source>✕ The gateway answered %1: %2</source>
        <translation>✕ Das Gateway antwortete %1: %2</translation>
    </message>
    <message>
        <source>✓ %1 answered with status %2.</source>
        <translation>✓ %1 hat mit Status %2 geantwortet.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FirstRequestCard</name>
    <message>
        <source>Point an app at this address with one of your keys. Its first request shows up here within a second.</source>
        <translation>Stellen Sie in einer App diese Adresse und einen Ihrer Schlüssel ein. Die erste Anfrage erscheint hier innerhalb einer Sekunde.</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>App verbinden</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>Noch keine Anfragen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FormField</name>
    <message>
        <source>Copy setting name</source>
        <translation>Name der Einstellung kopieren</translation>
    </message>
    <message>
        <source>Copy setting name %1</source>
        <translation>Name der Einstellung %1 kopieren</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayCard</name>
    <message>
        <source>⇄ Connecting</source>
        <translation>⇄ Verbindet</translation>
    </message>
    <message>
        <source>◐ Starting</source>
        <translation>◐ Startet</translation>
    </message>
    <message>
        <source>● Running · %1 req/s</source>
        <translation>● Läuft · %1 Anfr./s</translation>
    </message>
    <message>
        <source>▲ Degraded · %1 req/s</source>
        <translation>▲ Gestört · %1 Anfr./s</translation>
    </message>
    <message>
        <source>■ Stopped</source>
        <translation>■ Gestoppt</translation>
    </message>
    <message>
        <source>⊘ Offline</source>
        <translation>⊘ Offline</translation>
    </message>
    <message>
        <source>⊘ Offline since %1</source>
        <translation>⊘ Offline seit %1</translation>
    </message>
    <message>
        <source>Local gateway</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Stop the gateway</source>
        <translation>Gateway stoppen</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>Gateway: %1</source>
        <translation>Gateway: %1</translation>
    </message>
    <message>
        <source>Stop the gateway?</source>
        <translation>Gateway stoppen?</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are running. New ones get no answer until it is started again.</source>
        <translation>
            <numerusform>%n Anfrage läuft. Neue erhalten keine Antwort, bis das Gateway wieder gestartet wird.</numerusform>
            <numerusform>%n Anfragen laufen. Neue erhalten keine Antwort, bis das Gateway wieder gestartet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish them first</source>
        <translation>Erst abschließen</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Jetzt stoppen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>◐ Stopping · %n running</source>
        <translation>
            <numerusform>◐ Hält an · %n läuft</numerusform>
            <numerusform>◐ Hält an · %n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>◐ Stopping</source>
        <translation>◐ Hält an</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 anhalten?</translation>
    </message>
    <message>
        <source>Apps get no answer until it is started again.</source>
        <translation>Programme bekommen keine Antwort, bis es wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayColours</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Pflaume</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Brick red</source>
        <translation>Ziegelrot</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayDialog</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Of its administration, for example https://gw.office:4418.</source>
        <translation>Seiner Verwaltung, zum Beispiel https://gw.office:4418.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect to a gateway</source>
        <translation>Mit einem Gateway verbinden</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Shown in the sidebar; the host if empty.</source>
        <translation>Steht in der Seitenleiste; ohne Angabe der Host.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Enter an address such as https://gw.office:4418.</source>
        <translation>Eine Adresse wie https://gw.office:4418 eingeben.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>The gateway does not accept this token.</source>
        <translation>Das Gateway nimmt dieses Token nicht an.</translation>
    </message>
    <message>
        <source>No gateway answers at this address. %1</source>
        <translation>Unter dieser Adresse antwortet kein Gateway. %1</translation>
    </message>
    <message>
        <source>The certificate is another than the one that was trusted before.</source>
        <translation>Das Zertifikat ist ein anderes als das, dem vorher vertraut wurde.</translation>
    </message>
    <message>
        <source>No authority vouches for its certificate. Compare the fingerprint with the one on the gateway's own screen before you trust it:
%1</source>
        <translation>Keine Stelle bürgt für sein Zertifikat. Vor dem Vertrauen den Fingerabdruck mit dem auf dem Bildschirm des Gateways vergleichen:
%1</translation>
    </message>
    <message>
        <source>Trust and connect</source>
        <translation>Vertrauen und verbinden</translation>
    </message>
    <message>
        <source>Pairing code or administration token</source>
        <translation>Kopplungscode oder Verwaltungstoken</translation>
    </message>
    <message>
        <source>“gatehousectl pair” on that computer shows a code for ten minutes. A token stands there in Settings, Security.</source>
        <translation>„gatehousectl pair“ zeigt auf jenem Computer zehn Minuten lang einen Code. Ein Token steht dort unter Einstellungen, Sicherheit.</translation>
    </message>
    <message>
        <source>Too many wrong tries from this computer. Wait a minute.</source>
        <translation>Zu viele falsche Versuche von diesem Computer. Warten Sie eine Minute.</translation>
    </message>
    <message>
        <source>That gateway is too old for pairing codes. Use a token.</source>
        <translation>Jenes Gateway ist zu alt für Kopplungscodes. Nehmen Sie ein Token.</translation>
    </message>
    <message>
        <source>This code is wrong, used or older than ten minutes. Run “gatehousectl pair” again.</source>
        <translation>Dieser Code ist falsch, benutzt oder älter als zehn Minuten. Führen Sie „gatehousectl pair“ noch einmal aus.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayDraft</name>
    <message>
        <source>Saved the gateway settings</source>
        <translation>Gateway-Einstellungen gespeichert</translation>
    </message>
    <message>
        <source>Set by %1</source>
        <translation>Festgelegt durch %1</translation>
    </message>
    <message>
        <source>Set by %1, line %2</source>
        <translation>Festgelegt in %1, Zeile %2</translation>
    </message>
    <message>
        <source>Default, because %1 does not set it</source>
        <translation>Standardwert, da %1 ihn nicht festlegt</translation>
    </message>
    <message>
        <source>Not saved: someone else changed the configuration first.</source>
        <translation>Nicht gespeichert: Jemand anderes hat die Konfiguration vorher geändert.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayLinks</name>
    <message>
        <source>Delete on %1?</source>
        <translation>Auf %1 löschen?</translation>
    </message>
    <message>
        <source>Publish on %1?</source>
        <translation>Auf %1 veröffentlichen?</translation>
    </message>
    <message>
        <source>This gateway is in production: its apps feel the change at once. It can be undone.</source>
        <translation>Dieses Gateway ist im Echtbetrieb: Seine Apps spüren die Änderung sofort. Sie lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete on %1</source>
        <translation>Auf %1 löschen</translation>
    </message>
    <message>
        <source>Publish on %1</source>
        <translation>Auf %1 veröffentlichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayList</name>
    <message>
        <source>Local gateway</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>%1 (production)</source>
        <translation>%1 (Produktion)</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewaySection</name>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Chosen addresses</source>
        <translation>Gewählte Adressen</translation>
    </message>
    <message>
        <source>All addresses</source>
        <translation>Alle Adressen</translation>
    </message>
    <message>
        <source>Listen on</source>
        <translation>Lauschen auf</translation>
    </message>
    <message>
        <source>Who can reach the gateway.</source>
        <translation>Wer das Gateway erreichen kann.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Addresses of this computer, separated by commas.</source>
        <translation>Adressen dieses Computers, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Listen on all addresses, warning</source>
        <translation>Auf allen Adressen lauschen, Warnung</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Part of the address that clients use.</source>
        <translation>Teil der Adresse, die Clients verwenden.</translation>
    </message>
    <message>
        <source>Port free, in use by</source>
        <translation>Port frei, belegt durch</translation>
    </message>
    <message>
        <source>Base URLs for clients</source>
        <translation>Basis-URLs für Clients</translation>
    </message>
    <message>
        <source>Base URLs for clients, copy</source>
        <translation>Basis-URLs für Clients, kopieren</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Needed as soon as other computers use the gateway.</source>
        <translation>Nötig, sobald andere Computer das Gateway verwenden.</translation>
    </message>
    <message>
        <source>Certificate, key, authority, fingerprint, office network, encryption</source>
        <translation>Zertifikat, Schlüssel, Zertifizierungsstelle, Fingerabdruck, Büronetz, Verschlüsselung</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Anfrageinhalt</translation>
    </message>
    <message>
        <source>The largest request that is taken; images and files need room.</source>
        <translation>Die größte angenommene Anfrage; Bilder und Dateien brauchen Platz.</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Time to finish at a stop</source>
        <translation>Frist zum Abschließen beim Stoppen</translation>
    </message>
    <message>
        <source>Running requests get this long before they are cut.</source>
        <translation>So lange dürfen laufende Anfragen noch dauern, bevor sie getrennt werden.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Wait for the head</source>
        <translation>Warten auf den Header</translation>
    </message>
    <message>
        <source>How long the first lines of a request may take to arrive.</source>
        <translation>Wie lange die ersten Zeilen einer Anfrage brauchen dürfen.</translation>
    </message>
    <message>
        <source>Keep idle connections</source>
        <translation>Leerlaufende Verbindungen halten</translation>
    </message>
    <message>
        <source>How long a connection waits for its next request.</source>
        <translation>Wie lange eine Verbindung auf ihre nächste Anfrage wartet.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Open at once, over all clients.</source>
        <translation>Gleichzeitig offen, über alle Clients.</translation>
    </message>
    <message>
        <source>Connections per address</source>
        <translation>Verbindungen pro Adresse</translation>
    </message>
    <message>
        <source>Of one other computer; this computer has no bound of its own.</source>
        <translation>Von einem anderen Computer; dieser Computer hat keine eigene Grenze.</translation>
    </message>
    <message>
        <source>Usual (100)</source>
        <translation>Üblich (100)</translation>
    </message>
    <message>
        <source>Every computer that can reach these addresses can send requests. A key stays required.</source>
        <translation>Jeder Computer, der diese Adressen erreicht, kann Anfragen senden. Ein Schlüssel bleibt nötig.</translation>
    </message>
    <message>
        <source>Every computer that can reach these addresses can send requests. A key stays required, but without TLS keys and prompts travel readable.</source>
        <translation>Jeder Computer, der diese Adressen erreicht, kann Anfragen senden. Ein Schlüssel bleibt nötig, aber ohne TLS sind Schlüssel und Prompts unterwegs lesbar.</translation>
    </message>
    <message>
        <source>Set by --listen %1</source>
        <translation>Festgelegt durch --listen %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Wait for the body</source>
        <translation>Warten auf den Inhalt</translation>
    </message>
    <message>
        <source>How long a body may take to arrive; large ones get longer.</source>
        <translation>So lange darf der Inhalt einer Anfrage brauchen; große bekommen mehr Zeit.</translation>
    </message>
    <message>
        <source>Fetch images</source>
        <translation>Bilder holen</translation>
    </message>
    <message>
        <source>Some providers want an image itself, not its address. The gateway then loads it from where the request says; else such requests are refused.</source>
        <translation>Manche Anbieter wollen das Bild selbst, nicht seine Adresse. Das Gateway lädt es dann von dort, wo die Anfrage es nennt; sonst werden solche Anfragen abgelehnt.</translation>
    </message>
    <message>
        <source>Largest image</source>
        <translation>Größtes Bild</translation>
    </message>
    <message>
        <source>Larger ones are not fetched.</source>
        <translation>Größere werden nicht geholt.</translation>
    </message>
    <message>
        <source>Wait for an image</source>
        <translation>Auf ein Bild warten</translation>
    </message>
    <message>
        <source>How long an image may take to arrive, redirections included.</source>
        <translation>Wie lange ein Bild brauchen darf, Umleitungen eingeschlossen.</translation>
    </message>
    <message>
        <source>Only from these hosts</source>
        <translation>Nur von diesen Hosts</translation>
    </message>
    <message>
        <source>Separated by commas; *.example.com stands for all below it. Empty: any public host.</source>
        <translation>Durch Kommas getrennt; *.example.com steht für alle darunter. Leer: jeder öffentliche Host.</translation>
    </message>
    <message>
        <source>Hosts of your own network</source>
        <translation>Hosts im eigenen Netz</translation>
    </message>
    <message>
        <source>Private addresses are never asked but these, which may also speak plain http.</source>
        <translation>Private Adressen werden nie gefragt, außer diesen; sie dürfen auch einfaches http sprechen.</translation>
    </message>
    <message>
        <source>Images by address</source>
        <translation>Bilder per Adresse</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewaysDialog</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Wird gezeigt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Show this gateway</source>
        <translation>Dieses Gateway zeigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>Connect to another gateway…</source>
        <translation>Mit anderem Gateway verbinden …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>In production: ask before it is stopped and before deleting or publishing</source>
        <translation>Im Echtbetrieb: vor dem Anhalten, Löschen und Veröffentlichen fragen</translation>
    </message>
    <message>
        <source>Colour label</source>
        <translation>Farbkennung</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Wants a token</source>
        <translation>Braucht ein Token</translation>
    </message>
    <message>
        <source>It answers, but takes no token that is kept here. Show it to enter one.</source>
        <translation>Es antwortet, nimmt aber kein hier aufbewahrtes Token an. Zum Eingeben das Gateway zeigen.</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>No gateway answers at its address.</source>
        <translation>Unter seiner Adresse antwortet kein Gateway.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewaysSection</name>
    <message>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>Show list…</source>
        <translation>Liste zeigen …</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Gateways on other computers that this window can show, by address and administration token. Tokens are kept in the keychain.</source>
        <translation>Gateways auf anderen Computern, die dieses Fenster zeigen kann, mit Adresse und Verwaltungstoken. Token liegen im Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GeneralSection</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Start and end</source>
        <translation>Start und Ende</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of the windows, messages and reports.</source>
        <translation>Der Fenster, Meldungen und Berichte.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Opens minimised when you log in to this computer.</source>
        <translation>Startet minimiert, wenn Sie sich an diesem Computer anmelden.</translation>
    </message>
    <message>
        <source>Start the gateway with the program</source>
        <translation>Gateway mit dem Programm starten</translation>
    </message>
    <message>
        <source>Otherwise it waits for the switch in the sidebar.</source>
        <translation>Sonst wartet es auf den Schalter in der Seitenleiste.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Keep the gateway running</source>
        <translation>Gateway weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>When the window closes</source>
        <translation>Beim Schließen des Fensters</translation>
    </message>
    <message>
        <source>Apps stay connected as long as the gateway runs.</source>
        <translation>Apps bleiben verbunden, solange das Gateway läuft.</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>Beispieldaten</translation>
    </message>
    <message>
        <source>Simulated providers and 30 days of made-up requests, kept apart from your own gateway. Nothing leaves this computer.</source>
        <translation>Simulierte Anbieter und 30 Tage erfundener Anfragen, getrennt vom eigenen Gateway. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Remove sample data</source>
        <translation>Beispieldaten entfernen</translation>
    </message>
    <message>
        <source>Start with sample data</source>
        <translation>Mit Beispieldaten beginnen</translation>
    </message>
    <message>
        <source>Nobody has looked yet.</source>
        <translation>Noch wurde nicht nachgesehen.</translation>
    </message>
    <message>
        <source>Gatehouse %1 is the newest version.</source>
        <translation>Gatehouse %1 ist die neueste Version.</translation>
    </message>
    <message>
        <source>Gatehouse %1 is available; this is %2.</source>
        <translation>Gatehouse %1 ist verfügbar; dies ist %2.</translation>
    </message>
    <message>
        <source>The list holds no release.</source>
        <translation>Die Liste enthält keine Version.</translation>
    </message>
    <message>
        <source>What came is no list of releases. Check the address.</source>
        <translation>Die Antwort ist keine Liste von Versionen. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>There is nothing at this address (%1). Check it.</source>
        <translation>Unter dieser Adresse ist nichts (%1). Prüfen Sie sie.</translation>
    </message>
    <message>
        <source>The list was refused (%1). Try again later.</source>
        <translation>Die Liste wurde verweigert (%1). Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Keine Antwort: %1</translation>
    </message>
    <message>
        <source>%1 Looked %2.</source>
        <extracomment>what came out, when</extracomment>
        <translation>%1 Nachgesehen: %2.</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Aktualisierungen</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Nach neuen Versionen sehen</translation>
    </message>
    <message>
        <source>Once a day. Reads the list of releases; nothing about you or this computer is sent.</source>
        <translation>Einmal am Tag. Liest die Liste der Versionen; nichts über Sie oder diesen Rechner wird gesendet.</translation>
    </message>
    <message>
        <source>List of releases</source>
        <translation>Liste der Versionen</translation>
    </message>
    <message>
        <source>Where new versions are announced, in the form that GitHub has.</source>
        <translation>Wo neue Versionen angekündigt werden, in der Form von GitHub.</translation>
    </message>
    <message>
        <source>Enter the address of a list of releases, for example https://api.github.com/repos/OWNER/NAME/releases.</source>
        <translation>Geben Sie die Adresse einer Liste von Versionen ein, zum Beispiel https://api.github.com/repos/OWNER/NAME/releases.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was ist neu</translation>
    </message>
    <message>
        <source>Last look</source>
        <translation>Zuletzt nachgesehen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HeadersTab</name>
    <message>
        <source>Show recorded headers</source>
        <translation>Aufgezeichnete Kopfzeilen zeigen</translation>
    </message>
    <message>
        <source>Headers of the request</source>
        <translation>Kopfzeilen der Anfrage</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>Kopfzeilen der Antwort</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The headers of this request were recorded. The audit log notes who looks at them.</source>
        <translation>Die Kopfzeilen dieser Anfrage wurden aufgezeichnet. Das Audit-Protokoll vermerkt, wer sie ansieht.</translation>
    </message>
    <message>
        <source>Headers are recorded together with bodies, and nothing of this request was recorded.</source>
        <translation>Kopfzeilen werden zusammen mit den Inhalten aufgezeichnet, und von dieser Anfrage wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Headers were not kept yet when this request was recorded.</source>
        <translation>Als diese Anfrage aufgezeichnet wurde, wurden Kopfzeilen noch nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Keys, tokens and cookies are taken out before headers are stored.</source>
        <translation>Schlüssel, Tokens und Cookies werden entfernt, bevor Kopfzeilen gespeichert werden.</translation>
    </message>
    <message>
        <source>Request: %1</source>
        <translation>Anfrage: %1</translation>
    </message>
    <message>
        <source>Answer: status %1</source>
        <translation>Antwort: Status %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HeadroomCard</name>
    <message>
        <source>Rate limits of providers</source>
        <translation>Ratengrenzen der Anbieter</translation>
    </message>
    <message>
        <source>No provider has told how much of its limits is left.</source>
        <translation>Kein Anbieter hat gesagt, wie viel von seinen Grenzen übrig ist.</translation>
    </message>
    <message>
        <source>as they last said</source>
        <translation>wie zuletzt gesagt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HeadroomRows</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Eingabe-Tokens</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabe-Tokens</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 left</source>
        <translation>%1: noch %2</translation>
    </message>
    <message>
        <source>%1: %2 left, full again in %3</source>
        <translation>%1: noch %2, wieder voll in %3</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Limit of</source>
        <translation>Grenze für</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Left of all</source>
        <translation>Rest von allem</translation>
    </message>
    <message>
        <source>Full again in</source>
        <translation>Wieder voll in</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Gesagt vor</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HealthSection</name>
    <message>
        <source>Show requests</source>
        <translation>Anfragen anzeigen</translation>
    </message>
    <message>
        <source>Checks of the last test</source>
        <translation>Prüfungen des letzten Tests</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <translation>d. MMM yyyy HH:mm:ss</translation>
    </message>
    <message>
        <source>None since the gateway started</source>
        <translation>Keiner seit dem Start des Gateways</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>Keine Route</translation>
    </message>
    <message>
        <source>A test sends a few small requests to see what works. It has not run yet.</source>
        <translation>Ein Test sendet einige kleine Anfragen, um zu sehen, was funktioniert. Er lief noch nicht.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>The provider answers.</source>
        <translation>Der Anbieter antwortet.</translation>
    </message>
    <message>
        <source>The provider did not answer as it should.</source>
        <translation>Der Anbieter hat nicht wie erwartet geantwortet.</translation>
    </message>
    <message>
        <source>This test used %1 tokens, %2.</source>
        <translation>Dieser Test hat %1 Token verbraucht, %2.</translation>
    </message>
    <message>
        <source>This test used %1 tokens.</source>
        <translation>Dieser Test hat %1 Token verbraucht.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Ratengrenzen</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Latest checks</source>
        <translation>Letzte Prüfungen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HeatMap</name>
    <message numerus="yes">
        <source>%1, %2 to %3: %n answers</source>
        <comment>time, least and most value</comment>
        <translation>
            <numerusform>%1, %2 bis %3: %n Antwort</numerusform>
            <numerusform>%1, %2 bis %3: %n Antworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ImportDialog</name>
    <message>
        <source>Apply the configuration</source>
        <translation>Konfiguration anwenden</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This file says the same as the configuration in force.</source>
        <translation>Diese Datei entspricht der Konfiguration in Kraft.</translation>
    </message>
    <message>
        <source>It replaces the whole configuration, as one revision that can be undone. These are the differences:</source>
        <translation>Sie ersetzt die gesamte Konfiguration, als eine Version, die sich rückgängig machen lässt. Die Unterschiede:</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::IncidentCard</name>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>No incidents in this range.</source>
        <translation>Keine Vorfälle in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Acknowledge the chosen incident (A)</source>
        <translation>Den gewählten Vorfall bestätigen (A)</translation>
    </message>
    <message>
        <source>%1, goes on</source>
        <translation>%1, dauert an</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Incident acknowledged.</source>
        <translation>Vorfall bestätigt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::IncidentRows</name>
    <message>
        <source>%1: %2</source>
        <comment>kind of error and count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 answered elsewhere</source>
        <translation>%1 anderswo beantwortet</translation>
    </message>
    <message>
        <source>%1 answered by %2</source>
        <translation>%1 beantwortet von %2</translation>
    </message>
    <message>
        <source>%1; callers saw no errors</source>
        <translation>%1; Aufrufer sahen keine Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%1; callers saw %n errors</source>
        <translation>
            <numerusform>%1; Aufrufer sahen %n Fehler</numerusform>
            <numerusform>%1; Aufrufer sahen %n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Bestätigt von %1</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>What the gateway did</source>
        <translation>Was das Gateway tat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, goes on</source>
        <translation>%1, dauert an</translation>
    </message>
    <message>
        <source>Share of attempts that failed at the worst</source>
        <translation>Anteil gescheiterter Versuche zur schlimmsten Zeit</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::InvoicePane</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bücher</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Tokens, invoice</source>
        <translation>Token, Rechnung</translation>
    </message>
    <message>
        <source>Tokens, books</source>
        <translation>Token, Bücher</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>Invoice has more</source>
        <translation>Rechnung hat mehr</translation>
    </message>
    <message>
        <source>Invoice has less</source>
        <translation>Rechnung hat weniger</translation>
    </message>
    <message>
        <source>Not in the books</source>
        <translation>Nicht in den Büchern</translation>
    </message>
    <message>
        <source>Not on the invoice</source>
        <translation>Nicht auf der Rechnung</translation>
    </message>
    <message>
        <source>usage export of OpenAI</source>
        <translation>Nutzungsexport von OpenAI</translation>
    </message>
    <message>
        <source>cost export of OpenAI</source>
        <translation>Kostenexport von OpenAI</translation>
    </message>
    <message>
        <source>usage export of Anthropic</source>
        <translation>Nutzungsexport von Anthropic</translation>
    </message>
    <message>
        <source>cost export of Anthropic</source>
        <translation>Kostenexport von Anthropic</translation>
    </message>
    <message>
        <source>table of usage</source>
        <translation>Nutzungstabelle</translation>
    </message>
    <message>
        <source>Choose the usage file</source>
        <translation>Nutzungsdatei wählen</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Invoice check</source>
        <translation>Rechnungsprüfung</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Check a usage file…</source>
        <translation>Nutzungsdatei prüfen …</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Je Tag</translation>
    </message>
    <message>
        <source>Use the invoice's price</source>
        <translation>Preis der Rechnung übernehmen</translation>
    </message>
    <message>
        <source>Makes an own price of the model, scaled so that the books meet the invoice. It can be taken back.</source>
        <translation>Legt einen eigenen Preis des Modells an, so skaliert, dass die Bücher zur Rechnung passen. Lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Does the invoice match?</source>
        <translation>Stimmt die Rechnung?</translation>
    </message>
    <message>
        <source>Choose the usage or cost export (CSV) of OpenAI or Anthropic, or a table with the columns date, model, input_tokens, output_tokens and cost. Days are UTC days, as providers count them.</source>
        <translation>Wählen Sie den Nutzungs- oder Kostenexport (CSV) von OpenAI oder Anthropic oder eine Tabelle mit den Spalten date, model, input_tokens, output_tokens und cost. Tage sind UTC-Tage, wie Anbieter sie zählen.</translation>
    </message>
    <message>
        <source>Invoice and books</source>
        <translation>Rechnung und Bücher</translation>
    </message>
    <message>
        <source>The file is larger than 32 MiB; export a shorter time.</source>
        <translation>Die Datei ist größer als 32 MiB; exportieren Sie einen kürzeren Zeitraum.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file, line and column</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Another price would explain the gap</source>
        <translation>Ein anderer Preis würde die Lücke erklären</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <comment>form, first and last day</comment>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>Invoice %1, books %2, gap %3</source>
        <translation>Rechnung %1, Bücher %2, Lücke %3</translation>
    </message>
    <message>
        <source>The file has tokens only; costs are not compared.</source>
        <translation>Die Datei hat nur Token; Kosten werden nicht verglichen.</translation>
    </message>
    <message>
        <source>Took the price of “%1” from the invoice</source>
        <translation>Preis von „%1“ aus der Rechnung übernommen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::JobStrip</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 · %3 left</source>
        <translation>%1 %2 · noch %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n more</source>
        <translation>
            <numerusform>%1, %n weitere</numerusform>
            <numerusform>%1, %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>%1 %2 · a few seconds left</source>
        <translation>%1 %2 · noch wenige Sekunden</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyActions</name>
    <message>
        <source>Disabled “%1”</source>
        <translation>„%1“ deaktiviert</translation>
    </message>
    <message>
        <source>Enabled “%1”</source>
        <translation>„%1“ aktiviert</translation>
    </message>
    <message numerus="yes">
        <source>Disabled %n keys</source>
        <translation>
            <numerusform>%n Schlüssel deaktiviert</numerusform>
            <numerusform>%n Schlüssel deaktiviert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enabled %n keys</source>
        <translation>
            <numerusform>%n Schlüssel aktiviert</numerusform>
            <numerusform>%n Schlüssel aktiviert</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n keys</source>
        <translation>
            <numerusform>%n Schlüssel gelöscht</numerusform>
            <numerusform>%n Schlüssel gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored “%1”</source>
        <translation>„%1“ wiederhergestellt</translation>
    </message>
    <message numerus="yes">
        <source>Restored %n keys</source>
        <translation>
            <numerusform>%n Schlüssel wiederhergestellt</numerusform>
            <numerusform>%n Schlüssel wiederhergestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed the expiry of “%1”</source>
        <translation>Ablauf von „%1“ geändert</translation>
    </message>
    <message numerus="yes">
        <source>Changed the expiry of %n keys</source>
        <translation>
            <numerusform>Ablauf von %n Schlüssel geändert</numerusform>
            <numerusform>Ablauf von %n Schlüsseln geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>The old secret of “%1” is refused now</source>
        <translation>Das alte Geheimnis von „%1“ wird jetzt abgelehnt</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Moved one key to %1</source>
        <translation>Einen Schlüssel nach %1 verschoben</translation>
    </message>
    <message numerus="yes">
        <source>Moved %n keys to %1</source>
        <translation>
            <numerusform>%n Schlüssel nach %1 verschoben</numerusform>
            <numerusform>%n Schlüssel nach %1 verschoben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyDetailPanel</name>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>This key</source>
        <translation>Dieser Schlüssel</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Rotated</source>
        <translation>Erneuert</translation>
    </message>
    <message>
        <source>Old secret ended</source>
        <translation>Altes Geheimnis beendet</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>Key details</source>
        <translation>Schlüsseldetails</translation>
    </message>
    <message>
        <source>Allows</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>Entscheidet</translation>
    </message>
    <message>
        <source>Effective access</source>
        <translation>Wirksamer Zugriff</translation>
    </message>
    <message>
        <source>Spend in 30 days</source>
        <translation>Ausgaben in 30 Tagen</translation>
    </message>
    <message>
        <source>Spend of each of the last 30 days</source>
        <translation>Ausgaben an jedem der letzten 30 Tage</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>Letzte Anfragen</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>Noch keine Anfragen.</translation>
    </message>
    <message>
        <source>Show all requests of this key</source>
        <translation>Alle Anfragen dieses Schlüssels anzeigen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>History of the key</source>
        <translation>Verlauf des Schlüssels</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation>Details schließen (Esc)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>End overlap now</source>
        <translation>Überlappung jetzt beenden</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Old secret</source>
        <translation>Altes Geheimnis</translation>
    </message>
    <message>
        <source>Restorable</source>
        <translation>Wiederherstellbar</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The team “%1” does not exist, so the key is refused.</source>
        <translation>Das Team „%1“ gibt es nicht, daher wird der Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>No model or route is left that this key may call.</source>
        <translation>Es bleibt kein Modell und keine Route, die dieser Schlüssel aufrufen darf.</translation>
    </message>
    <message>
        <source>May call %1.</source>
        <translation>Darf %1 aufrufen.</translation>
    </message>
    <message numerus="yes">
        <source>May call %1 and %n more.</source>
        <translation>
            <numerusform>Darf %1 und %n weiteres aufrufen.</numerusform>
            <numerusform>Darf %1 und %n weitere aufrufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Requests never leave %2.</source>
        <translation>%1 Anfragen verlassen %2 nie.</translation>
    </message>
    <message>
        <source>%1 and %2 unpriced requests</source>
        <translation>%1 und %2 Anfragen ohne Preis</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Effective limits</source>
        <translation>Wirksame Grenzen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>When it is busy</source>
        <translation>Bei Andrang</translation>
    </message>
    <message>
        <source>Behind others (batch)</source>
        <translation>Hinter anderen (Stapel)</translation>
    </message>
    <message>
        <source>Record texts</source>
        <translation>Texte aufzeichnen</translation>
    </message>
    <message>
        <source>Accepted until %1, last used %2</source>
        <translation>Gilt bis %1, zuletzt benutzt %2</translation>
    </message>
    <message>
        <source>Accepted until %1, not used since</source>
        <translation>Gilt bis %1, seither nicht benutzt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyDialog</name>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Kein Team</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Shown with every request the key makes.</source>
        <translation>Erscheint bei jeder Anfrage mit diesem Schlüssel.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Models and routes</source>
        <translation>Modelle und Routen</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Notiz (optional)</translation>
    </message>
    <message>
        <source>Edit key “%1”</source>
        <translation>Schlüssel „%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Enter a name, for example the app or person that uses the key.</source>
        <translation>Geben Sie einen Namen ein, zum Beispiel die App oder Person, die den Schlüssel verwendet.</translation>
    </message>
    <message>
        <source>A key with this name exists. Choose another name.</source>
        <translation>Diesen Namen hat schon ein Schlüssel. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Tick at least one model or route, or choose All.</source>
        <translation>Haken Sie mindestens ein Modell oder eine Route an oder wählen Sie „Alle“.</translation>
    </message>
    <message>
        <source>The key could not be saved. %1</source>
        <translation>Der Schlüssel konnte nicht gespeichert werden. %1</translation>
    </message>
    <message>
        <source>project=search, stage=live</source>
        <translation>projekt=suche, stufe=live</translation>
    </message>
    <message>
        <source>Tags (optional)</source>
        <translation>Tags (optional)</translation>
    </message>
    <message>
        <source>Booked with every request.</source>
        <translation>Werden bei jeder Anfrage mitgebucht.</translation>
    </message>
    <message>
        <source>Write each tag once as name=value, with commas between them.</source>
        <translation>Schreiben Sie jeden Tag einmal als Name=Wert, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand Bestimmtes</translation>
    </message>
    <message>
        <source>Any region</source>
        <translation>Jede Region</translation>
    </message>
    <message>
        <source>Any provider</source>
        <translation>Jeder Anbieter</translation>
    </message>
    <message>
        <source>Any address</source>
        <translation>Jede Adresse</translation>
    </message>
    <message>
        <source>Parts of the key</source>
        <translation>Teile des Schlüssels</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Budget and limits</source>
        <translation>Budget und Grenzen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Owner (optional)</source>
        <translation>Besitzer (optional)</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>Mit Vorlage beginnen</translation>
    </message>
    <message>
        <source>Like people who wait</source>
        <translation>Wie wartende Menschen</translation>
    </message>
    <message>
        <source>Behind others (batch)</source>
        <translation>Hinter anderen (Stapel)</translation>
    </message>
    <message>
        <source>As set elsewhere</source>
        <translation>Wie anderswo eingestellt</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Regions it never leaves</source>
        <translation>Regionen, die er nie verlässt</translation>
    </message>
    <message>
        <source>For example eu, on-prem.</source>
        <translation>Zum Beispiel eu, on-prem.</translation>
    </message>
    <message>
        <source>Providers it may use</source>
        <translation>Erlaubte Anbieter</translation>
    </message>
    <message>
        <source>For example gpu/*, openai/gpt-4o.</source>
        <translation>Zum Beispiel gpu/*, openai/gpt-4o.</translation>
    </message>
    <message>
        <source>Addresses it works from</source>
        <translation>Adressen, von denen er gilt</translation>
    </message>
    <message>
        <source>For example 10.20.0.0/16, 2001:db8::/32. From elsewhere it is refused.</source>
        <translation>Zum Beispiel 10.20.0.0/16, 2001:db8::/32. Von anderswo wird er abgewiesen.</translation>
    </message>
    <message>
        <source>When it is busy</source>
        <translation>Bei Andrang</translation>
    </message>
    <message>
        <source>Record texts</source>
        <translation>Texte aufzeichnen</translation>
    </message>
    <message>
        <source>Write addresses or networks such as 10.20.0.0/16 or 2001:db8::/32, with commas between them.</source>
        <translation>Schreiben Sie Adressen oder Netze wie 10.20.0.0/16 oder 2001:db8::/32, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Write provider/* or provider/model, with commas between them.</source>
        <translation>Schreiben Sie Anbieter/* oder Anbieter/Modell, mit Kommas dazwischen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyDialogs</name>
    <message>
        <source>Key “%1” created</source>
        <translation>Schlüssel „%1“ erstellt</translation>
    </message>
    <message>
        <source>Changed “%1”</source>
        <translation>„%1“ geändert</translation>
    </message>
    <message>
        <source>New secret of “%1”</source>
        <translation>Neues Geheimnis von „%1“</translation>
    </message>
    <message>
        <source>End the overlap of “%1” now?</source>
        <translation>Überlappung von „%1“ jetzt beenden?</translation>
    </message>
    <message>
        <source>Apps that still use the old secret are refused from this moment. This cannot be undone.</source>
        <translation>Apps, die noch das alte Geheimnis verwenden, werden ab sofort abgelehnt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>End overlap</source>
        <translation>Überlappung beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyMover</name>
    <message>
        <source>Move the key to the sealed file?</source>
        <translation>Schlüssel in die Tresordatei verschieben?</translation>
    </message>
    <message>
        <source>Move the key to the keychain?</source>
        <translation>Schlüssel in den Schlüsselbund verschieben?</translation>
    </message>
    <message>
        <source>Everything that uses %1 follows. Requests that are running are not cut off.</source>
        <translation>Alles, was %1 benutzt, folgt. Laufende Anfragen werden nicht abgebrochen.</translation>
    </message>
    <message>
        <source>Move key</source>
        <translation>Schlüssel verschieben</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dort lassen</translation>
    </message>
    <message>
        <source>The key is kept as %1 now.</source>
        <translation>Der Schlüssel liegt jetzt unter %1.</translation>
    </message>
    <message>
        <source>The key could not be moved. %1</source>
        <translation>Der Schlüssel konnte nicht verschoben werden. %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyStep</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Region, optional</source>
        <translation>Region, optional</translation>
    </message>
    <message>
        <source>For example us or eu-west</source>
        <translation>Zum Beispiel us oder eu-west</translation>
    </message>
    <message>
        <source>Routes can keep requests inside a region.</source>
        <translation>Routen können Anfragen innerhalb einer Region halten.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Create a key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Switch provider</source>
        <translation>Anbieter wechseln</translation>
    </message>
    <message>
        <source>Encrypted file, asks for a passphrase at start</source>
        <translation>Verschlüsselte Datei, fragt beim Start nach der Passphrase</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The key is gone when the gateway stops, and is asked for again.</source>
        <translation>Der Schlüssel ist weg, wenn das Gateway stoppt, und wird erneut abgefragt.</translation>
    </message>
    <message>
        <source>Enter address and key</source>
        <translation>Adresse und Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Enter your key for %1</source>
        <translation>Schlüssel für %1 eingeben</translation>
    </message>
    <message>
        <source>Only the gateway uses it. Your apps get keys of their own in a later step.</source>
        <translation>Nur das Gateway verwendet ihn. Ihre Apps erhalten in einem späteren Schritt eigene Schlüssel.</translation>
    </message>
    <message>
        <source>Key, if the address needs one</source>
        <translation>Schlüssel, falls die Adresse einen braucht</translation>
    </message>
    <message>
        <source>Create a key at %1</source>
        <translation>Schlüssel bei %1 erstellen</translation>
    </message>
    <message>
        <source>Stored in %1.</source>
        <translation>Speicherort: %1.</translation>
    </message>
    <message>
        <source>Stored in %1, which is locked. It is unlocked when you go on.</source>
        <translation>Speicherort: %1, derzeit gesperrt. Wird entsperrt, wenn Sie fortfahren.</translation>
    </message>
    <message>
        <source>Stored in %1. Enter its passphrase.</source>
        <translation>Speicherort: %1. Geben Sie die Passphrase dafür ein.</translation>
    </message>
    <message>
        <source>This system has no keychain. Choose where the key is kept.</source>
        <translation>Dieses System hat keinen Schlüsselbund. Wählen Sie, wo der Schlüssel aufbewahrt wird.</translation>
    </message>
    <message>
        <source>This looks like a key for %1.</source>
        <translation>Das sieht nach einem Schlüssel für %1 aus.</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Enter an address that begins with https:// or http://, for example https://models.example.com/v1.</source>
        <translation>Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt, zum Beispiel https://models.example.com/v1.</translation>
    </message>
    <message>
        <source>Paste or type the key for %1.</source>
        <translation>Schlüssel für %1 einfügen oder eintippen.</translation>
    </message>
    <message>
        <source>A key is one word without spaces. Copy only the key.</source>
        <translation>Ein Schlüssel ist ein Wort ohne Leerzeichen. Kopieren Sie nur den Schlüssel.</translation>
    </message>
    <message>
        <source>Enter a passphrase.</source>
        <translation>Geben Sie eine Passphrase ein.</translation>
    </message>
    <message>
        <source>Encrypted file, opens by itself</source>
        <translation>Verschlüsselte Datei, öffnet sich von selbst</translation>
    </message>
    <message>
        <source>Its key lies beside it: whoever reads the data folder can read your keys.</source>
        <translation>Ihr Schlüssel liegt daneben: Wer den Datenordner lesen kann, kann Ihre Schlüssel lesen.</translation>
    </message>
    <message>
        <source>Kept for this session only.</source>
        <translation>Wird nur für diese Sitzung behalten.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyText</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyboardSection</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern …</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Letters as shortcuts</source>
        <translation>Buchstaben als Tastenkürzel</translation>
    </message>
    <message>
        <source>N for new, T for test, E for explain and others that work alone, while no text is being typed.</source>
        <translation>N für neu, T für testen, E für erklären und andere, die allein wirken, solange kein Text getippt wird.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts, keys, commands, change, reset</source>
        <translation>Tastenkürzel, Tasten, Befehle, ändern, zurücksetzen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeysModel</name>
    <message>
        <source>Declared in the configuration</source>
        <translation>In der Konfiguration angegeben</translation>
    </message>
    <message>
        <source>Declared in %1</source>
        <translation>In %1 angegeben</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Kein Team</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>The old secret is accepted until %1.</source>
        <translation>Das alte Geheimnis wird bis %1 akzeptiert.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No budget</source>
        <translation>Kein Budget</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Limit that binds</source>
        <translation>Bindende Grenze</translation>
    </message>
    <message>
        <source>Requests/min</source>
        <translation>Anfragen/min</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <translation>Zuletzt benutzt wurde es %1.</translation>
    </message>
    <message>
        <source>It has not been used since.</source>
        <translation>Seither wurde es nicht benutzt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeysPane</name>
    <message>
        <source>No keys yet.</source>
        <translation>Noch keine Schlüssel.</translation>
    </message>
    <message>
        <source>Apps need a key to use the gateway.</source>
        <translation>Apps brauchen einen Schlüssel, um das Gateway zu verwenden.</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>Schlüssel filtern</translation>
    </message>
    <message>
        <source>Filter by words, or paste a whole key to find it</source>
        <translation>Nach Wörtern filtern oder ganzen Schlüssel einfügen, um ihn zu finden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie verwendet</translation>
    </message>
    <message>
        <source>Unused for 90 days</source>
        <translation>Seit 90 Tagen ungenutzt</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>Kürzlich gelöscht</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Extend expiry…</source>
        <translation>Ablauf verlängern …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>No key matches.</source>
        <translation>Kein Schlüssel passt.</translation>
    </message>
    <message>
        <source>The keys could not be read.</source>
        <translation>Die Schlüssel konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The gateway does not answer. Start it, or check the connection, and try again.</source>
        <translation>Das Gateway antwortet nicht. Starten Sie es oder prüfen Sie die Verbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The gateway answered with an error: %1.</source>
        <translation>Das Gateway antwortete mit einem Fehler: %1.</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the keys as of %1.</source>
        <translation>Das Gateway antwortet nicht. Sie sehen die Schlüssel mit Stand %1.</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last keys read.</source>
        <translation>Das Gateway antwortet nicht. Sie sehen die zuletzt gelesenen Schlüssel.</translation>
    </message>
    <message>
        <source>The books did not answer: what the keys spent is not shown.</source>
        <translation>Die Buchführung hat nicht geantwortet: die Ausgaben der Schlüssel werden nicht angezeigt.</translation>
    </message>
    <message>
        <source>No keys yet. Deleted ones wait under Recently deleted.</source>
        <translation>Noch keine Schlüssel. Gelöschte liegen unter „Kürzlich gelöscht“.</translation>
    </message>
    <message>
        <source>Every key has been used.</source>
        <translation>Alle Schlüssel wurden verwendet.</translation>
    </message>
    <message>
        <source>Every key was used in the last 90 days.</source>
        <translation>Alle Schlüssel wurden in den letzten 90 Tagen verwendet.</translation>
    </message>
    <message>
        <source>No deleted keys. A deleted key can be restored for 30 days.</source>
        <translation>Keine gelöschten Schlüssel. Ein gelöschter Schlüssel lässt sich 30 Tage lang wiederherstellen.</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 Schlüssel</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>%1 Schlüssel</translation>
    </message>
    <message>
        <source>%1, %2 selected</source>
        <translation>%1, %2 ausgewählt</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Das hat nicht funktioniert.</translation>
    </message>
    <message>
        <source>The secret of “%1” is kept outside. %2: change it there.</source>
        <translation>Das Geheimnis von „%1“ wird außerhalb verwahrt. %2: dort ändern.</translation>
    </message>
    <message>
        <source>A key got out…</source>
        <translation>Schlüssel entwichen …</translation>
    </message>
    <message>
        <source>Looks for keys in a text, and says what they did</source>
        <translation>Sucht Schlüssel in einem Text und sagt, was sie taten</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Erneuern …</translation>
    </message>
    <message>
        <source>What was pasted is no key of this gateway, or the text is not whole.</source>
        <translation>Das Eingefügte ist kein Schlüssel dieses Gateways, oder der Text ist nicht vollständig.</translation>
    </message>
    <message>
        <source>The pasted key is not the current secret of “%1”: it was rotated, and is refused.</source>
        <translation>Der eingefügte Schlüssel ist nicht das jetzige Geheimnis von „%1“: er wurde erneuert und wird abgewiesen.</translation>
    </message>
    <message>
        <source>The pasted key is the old secret of “%1”, which is still accepted.</source>
        <translation>Der eingefügte Schlüssel ist das alte Geheimnis von „%1“, das noch angenommen wird.</translation>
    </message>
    <message>
        <source>Filter, or paste a key</source>
        <translation>Filtern oder Schlüssel einfügen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeysSection</name>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Tested and stored when you save.</source>
        <translation>Wird beim Speichern geprüft und abgelegt.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The provider refused this key. It is tried again after five minutes, or at once after it is rotated.</source>
        <translation>Der Anbieter hat diesen Schlüssel abgelehnt. Er wird nach fünf Minuten erneut versucht, oder sofort, nachdem er erneuert wurde.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>The key store is locked.</source>
        <translation>Der Schlüsselspeicher ist gesperrt.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>The key store has no such key. Rotate it to give it a value again.</source>
        <translation>Der Schlüsselspeicher enthält diesen Schlüssel nicht. Erneuern Sie ihn, um ihm wieder einen Wert zu geben.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>stored when you save</source>
        <translation>wird beim Speichern abgelegt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Endet auf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>No key. Requests are sent without one.</source>
        <translation>Kein Schlüssel. Anfragen werden ohne gesendet.</translation>
    </message>
    <message>
        <source>Keys, in the order they are used</source>
        <translation>Schlüssel in der Reihenfolge ihrer Verwendung</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Erneuern …</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move the key up</source>
        <translation>Schlüssel nach oben</translation>
    </message>
    <message>
        <source>Move the key down</source>
        <translation>Schlüssel nach unten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Paste the key, or a reference such as env:OPENAI_API_KEY or file:/run/secrets/key.</source>
        <translation>Schlüssel einfügen oder einen Verweis wie env:OPENAI_API_KEY oder file:/run/secrets/key.</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diesen Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Label of the chosen key</source>
        <translation>Bezeichnung des gewählten Schlüssels</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>New keys are stored in %1.</source>
        <translation>Speicherort für neue Schlüssel: %1.</translation>
    </message>
    <message>
        <source>New keys are stored in %1, which is locked.</source>
        <translation>Speicherort für neue Schlüssel: %1, derzeit gesperrt.</translation>
    </message>
    <message>
        <source>There is no keychain here. Give keys as references such as env:OPENAI_API_KEY, or choose in setup where keys are kept.</source>
        <translation>Hier gibt es keinen Schlüsselbund. Geben Sie Schlüssel als Verweise wie env:OPENAI_API_KEY an oder wählen Sie bei der Einrichtung, wo Schlüssel aufbewahrt werden.</translation>
    </message>
    <message>
        <source>There is no keychain here. New keys go to an encrypted file that opens by itself; Settings, Security protects it with a passphrase.</source>
        <translation>Hier gibt es keinen Schlüsselbund. Neue Schlüssel kommen in eine verschlüsselte Datei, die sich von selbst öffnet; unter Einstellungen, Sicherheit schützt eine Passphrase sie.</translation>
    </message>
    <message>
        <source>New keys are kept for this session only.</source>
        <translation>Neue Schlüssel werden nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>Keep elsewhere…</source>
        <translation>Woanders ablegen …</translation>
    </message>
    <message>
        <source>Moves the key between the keychain and the sealed file</source>
        <translation>Verschiebt den Schlüssel zwischen Schlüsselbund und Tresordatei</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>Zugriffsschlüssel-ID</translation>
    </message>
    <message>
        <source>Stored when you save, or a reference. Empty for an API key.</source>
        <translation>Wird beim Speichern abgelegt, oder ein Verweis. Leer bei einem API-Schlüssel.</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>Sitzungstoken</translation>
    </message>
    <message>
        <source>Only of temporary credentials.</source>
        <translation>Nur bei befristeten Zugangsdaten.</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Dienstkonto</translation>
    </message>
    <message>
        <source>Secret access key or API key</source>
        <translation>Geheimer Zugriffsschlüssel oder API-Schlüssel</translation>
    </message>
    <message>
        <source>Keys of a file and those stored before this was written down have no day.</source>
        <translation>Schlüssel aus einer Datei und solche von früher haben keinen Tag.</translation>
    </message>
    <message>
        <source>Not since the gateway started.</source>
        <translation>Nicht seit dem Start des Gateways.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeysTable</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KindFields</name>
    <message>
        <source>Programming interface</source>
        <translation>Programmierschnittstelle</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>AWS region</source>
        <translation>AWS-Region</translation>
    </message>
    <message>
        <source>Where the models run.</source>
        <translation>Wo die Modelle laufen.</translation>
    </message>
    <message>
        <source>Google Cloud project</source>
        <translation>Google-Cloud-Projekt</translation>
    </message>
    <message>
        <source>Its ID, not its name.</source>
        <translation>Seine ID, nicht sein Name.</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>A region, or global.</source>
        <translation>Eine Region oder global.</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Optional. For keys of several organizations.</source>
        <translation>Optional. Für Schlüssel mehrerer Organisationen.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Optional. Its ID.</source>
        <translation>Optional. Seine ID.</translation>
    </message>
    <message>
        <source>OpenAI v1</source>
        <translation>OpenAI v1</translation>
    </message>
    <message>
        <source>Deployments, with a version</source>
        <translation>Bereitstellungen, mit Version</translation>
    </message>
    <message>
        <source>Converse</source>
        <translation>Converse</translation>
    </message>
    <message>
        <source>OpenAI compatible</source>
        <translation>OpenAI-kompatibel</translation>
    </message>
    <message>
        <source>A date, or auto.</source>
        <translation>Ein Datum oder auto.</translation>
    </message>
    <message>
        <source>A date.</source>
        <translation>Ein Datum.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KpiRow</name>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <translation>▲ %1</translation>
    </message>
    <message>
        <source>▼ %1</source>
        <translation>▼ %1</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>Ausgaben heute</translation>
    </message>
    <message>
        <source>Spend this month</source>
        <translation>Ausgaben diesen Monat</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>Erstes Token nach</translation>
    </message>
    <message>
        <source>vs. yesterday at this time</source>
        <translation>ggü. gestern um diese Zeit</translation>
    </message>
    <message>
        <source>since midnight</source>
        <translation>seit Mitternacht</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Forecast %1</source>
        <translation>Prognose %1</translation>
    </message>
    <message>
        <source>Forecast after 7 days of traffic</source>
        <translation>Prognose nach 7 Tagen Verkehr</translation>
    </message>
    <message>
        <source>Forecast %1, over budget by %2</source>
        <translation>Prognose %1, %2 über Budget</translation>
    </message>
    <message>
        <source>Forecast %1, inside budget</source>
        <translation>Prognose %1, im Budget</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>%1 per second now, peak %2</source>
        <translation>jetzt %1 pro Sekunde, Spitze %2</translation>
    </message>
    <message>
        <source>SLO %1</source>
        <translation>SLO %1</translation>
    </message>
    <message>
        <source>%1 of the error budget left</source>
        <translation>%1 des Fehlerbudgets übrig</translation>
    </message>
    <message>
        <source>%1 answered, %2 failed</source>
        <translation>%1 beantwortet, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 answered, %2 failed. Apart from these: %3 caller mistakes, %4 cancelled by the caller.</source>
        <translation>%1 beantwortet, %2 fehlgeschlagen. Davon abgesehen: %3 Fehler des Aufrufers, %4 vom Aufrufer abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%n streamed requests in this range</source>
        <translation>
            <numerusform>%n gestreamte Anfrage in diesem Zeitraum</numerusform>
            <numerusform>%n gestreamte Anfragen in diesem Zeitraum</numerusform>
        </translation>
    </message>
    <message>
        <source>no streamed requests in this range</source>
        <translation>keine gestreamten Anfragen in diesem Zeitraum</translation>
    </message>
    <message numerus="yes">
        <source>only %n samples</source>
        <translation>
            <numerusform>nur %n Messwert</numerusform>
            <numerusform>nur %n Messwerte</numerusform>
        </translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>p95 %1, %2 tokens/s</source>
        <translation>p95 %1, %2 Token/s</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests are unpriced</source>
        <translation>
            <numerusform>%Ln Anfrage ist ohne Preis</numerusform>
            <numerusform>%Ln Anfragen sind ohne Preis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyCard</name>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>last 24 h</source>
        <translation>letzte 24 h</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>All routes</source>
        <translation>Alle Routen</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>First token p50</source>
        <translation>Erstes Token p50</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyControls</name>
    <message>
        <source>Exclude cache hits</source>
        <translation>Ohne Cache-Treffer</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>Gesamtzeit</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Token pro Sekunde</translation>
    </message>
    <message>
        <source>Gateway's own time</source>
        <translation>Eigene Zeit des Gateways</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Streamed or not</source>
        <translation>Gestreamt oder nicht</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Streamed and not streamed</source>
        <translation>Gestreamt und nicht gestreamt</translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation>Gestreamt</translation>
    </message>
    <message>
        <source>Not streamed</source>
        <translation>Nicht gestreamt</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Linear scale</source>
        <translation>Lineare Skala</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Logarithmische Skala</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyPage</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Nach Anbieter</translation>
    </message>
    <message>
        <source>Latency by group</source>
        <translation>Latenz je Gruppe</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>By route</source>
        <translation>Nach Route</translation>
    </message>
    <message>
        <source>No answered requests in this range.</source>
        <translation>Keine beantworteten Anfragen in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>Times of answers show here: per provider, model and route.</source>
        <translation>Hier stehen die Antwortzeiten: je Anbieter, Modell und Route.</translation>
    </message>
    <message>
        <source>No streamed requests in this range, so there is no first-token time.</source>
        <translation>Keine gestreamten Anfragen in diesem Zeitraum, daher keine Zeit bis zum ersten Token.</translation>
    </message>
    <message>
        <source>Choose the total time to see the others.</source>
        <translation>Wählen Sie die Gesamtzeit, um die übrigen zu sehen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyRows</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Higher by %1 than in the span before.</source>
        <translation>Um %1 höher als im Zeitraum davor.</translation>
    </message>
    <message>
        <source>Lower by %1 than in the span before.</source>
        <translation>Um %1 niedriger als im Zeitraum davor.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Token/s</translation>
    </message>
    <message>
        <source>Slowest 5 %</source>
        <translation>Langsamste 5 %</translation>
    </message>
    <message>
        <source>Gateway p99</source>
        <translation>Gateway p99</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>Keine Route</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n Probe</numerusform>
            <numerusform>%n Proben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them streamed</source>
        <translation>%1 davon gestreamt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyWords</name>
    <message>
        <source>max</source>
        <translation>max.</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>slowest 10 %</source>
        <translation>langsamste 10 %</translation>
    </message>
    <message>
        <source>slowest 5 %</source>
        <translation>langsamste 5 %</translation>
    </message>
    <message>
        <source>slowest 1 %</source>
        <translation>langsamste 1 %</translation>
    </message>
    <message>
        <source>slowest</source>
        <translation>langsamste</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LeakDialog</name>
    <message>
        <source>Refused already</source>
        <translation>Schon abgewiesen</translation>
    </message>
    <message>
        <source>Old secret, still accepted</source>
        <translation>Altes Geheimnis, noch gültig</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Look for keys</source>
        <translation>Schlüssel suchen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Copy a notice about the keys</source>
        <translation>Eine Mitteilung über die Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Keys in a text</source>
        <translation>Schlüssel in einem Text</translation>
    </message>
    <message>
        <source>Paste what got out: a file, a log, a chat. The text is looked through and forgotten; it is neither kept nor logged.</source>
        <translation>Fügen Sie ein, was nach außen kam: eine Datei, ein Log, ein Chat. Der Text wird durchsucht und vergessen; er wird weder aufbewahrt noch protokolliert.</translation>
    </message>
    <message>
        <source>Keys in the text</source>
        <translation>Schlüssel im Text</translation>
    </message>
    <message>
        <source>Text to look through</source>
        <translation>Zu durchsuchender Text</translation>
    </message>
    <message>
        <source>What the keys did in</source>
        <translation>Was die Schlüssel taten:</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>letzte 24 Stunden</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>the last 90 days</source>
        <translation>letzte 90 Tage</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>Paste the text to look through.</source>
        <translation>Fügen Sie den Text ein, der durchsucht werden soll.</translation>
    </message>
    <message>
        <source>The text was not looked through. %1</source>
        <translation>Der Text wurde nicht durchsucht. %1</translation>
    </message>
    <message>
        <source>No key of this gateway stands in the text.</source>
        <translation>Im Text steht kein Schlüssel dieses Gateways.</translation>
    </message>
    <message numerus="yes">
        <source>%n keys of this gateway stand in the text.</source>
        <translation>
            <numerusform>Im Text steht %n Schlüssel dieses Gateways.</numerusform>
            <numerusform>Im Text stehen %n Schlüssel dieses Gateways.</numerusform>
        </translation>
    </message>
    <message>
        <source>The secret of a declared key is kept outside: replace it there.</source>
        <translation>Das Geheimnis eines deklarierten Schlüssels liegt außerhalb: ersetzen Sie es dort.</translation>
    </message>
    <message>
        <source>Keys of the AI gateway were found in a text that got out on %1:</source>
        <translation>Schlüssel des KI-Gateways standen in einem Text, der nach außen kam (%1):</translation>
    </message>
    <message>
        <source>Key “%1” (%2), %3</source>
        <translation>Schlüssel „%1“ (%2), %3</translation>
    </message>
    <message>
        <source>In %1: %2 requests, %3 of them failed, %4 spent</source>
        <translation>%1: %2 Anfragen, davon %3 fehlgeschlagen, %4 ausgegeben</translation>
    </message>
    <message>
        <source>Used from: %1</source>
        <translation>Benutzt von: %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LimitFields</name>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>Token pro Minute</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LimitLadder</name>
    <message>
        <source>a day</source>
        <translation>einen Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>eine Woche</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>einen Monat</translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>ein Quartal</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>ein Jahr</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>Token pro Minute</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Budget for %1</source>
        <translation>Budget für %1</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Binds</source>
        <translation>Bindet</translation>
    </message>
    <message>
        <source>Nothing limits this key.</source>
        <translation>Nichts begrenzt diesen Schlüssel.</translation>
    </message>
    <message>
        <source>Effective limits</source>
        <translation>Wirksame Grenzen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LiveControl</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Show new requests as they come in (Space)</source>
        <translation>Neue Anfragen sofort anzeigen (Leertaste)</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Live, new requests are shown</source>
        <translation>Live, neue Anfragen werden angezeigt</translation>
    </message>
    <message>
        <source>Paused, new requests wait</source>
        <translation>Pausiert, neue Anfragen warten</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neue</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n new requests</source>
        <translation>
            <numerusform>%n neue Anfrage anzeigen</numerusform>
            <numerusform>%n neue Anfragen anzeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Paused %1</source>
        <translation>%1 pausiert</translation>
    </message>
    <message>
        <source>Resumed %1</source>
        <translation>%1 fortgesetzt</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>App verbinden</translation>
    </message>
    <message>
        <source>Text size %1 %</source>
        <translation>Schriftgröße %1 %</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Keys &amp; Teams</source>
        <translation>Schlüssel &amp; Teams</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Models &amp; Routes</source>
        <translation>Modelle &amp; Routen</translation>
    </message>
    <message>
        <source>New route</source>
        <translation>Neue Route</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>page, gateway</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Switch gateway</source>
        <translation>Gateway wechseln</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Zuverlässigkeit</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Neuer Alarm</translation>
    </message>
    <message>
        <source>Settings ▸ %1</source>
        <translation>Einstellungen ▸ %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ModelChoiceModel</name>
    <message>
        <source>Listed by the provider</source>
        <translation>Vom Anbieter aufgelistet</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>Von Hand hinzugefügt</translation>
    </message>
    <message>
        <source>%1, offered</source>
        <translation>%1, angeboten</translation>
    </message>
    <message>
        <source>%1, not offered</source>
        <translation>%1, nicht angeboten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>Bekannt aus</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>prices of input and output</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>Preis festlegen …</translation>
    </message>
    <message>
        <source>No route sends requests to it.</source>
        <translation>Keine Route schickt Anfragen dorthin.</translation>
    </message>
    <message>
        <source>Clients reach it as %1.</source>
        <translation>Clients erreichen es als %1.</translation>
    </message>
    <message>
        <source>%1 tokens fit into a request and its answer.</source>
        <translation>In eine Anfrage samt Antwort passen %1 Token.</translation>
    </message>
    <message>
        <source>The built-in model list does not know it.</source>
        <translation>Die eingebaute Modellliste kennt es nicht.</translation>
    </message>
    <message>
        <source>For a million tokens of input and of output. Open it to see all its prices.</source>
        <translation>Für eine Million Token Eingabe und Ausgabe. Öffnen zeigt alle seine Preise.</translation>
    </message>
    <message>
        <source>This model has no price, so its requests are not in the totals.</source>
        <translation>Dieses Modell hat keinen Preis, seine Anfragen fehlen daher in den Summen.</translation>
    </message>
    <message>
        <source>Asked for as</source>
        <translation>Angefragt als</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ModelsSection</name>
    <message>
        <source>Offer every model the provider lists</source>
        <translation>Alle vom Anbieter aufgelisteten Modelle anbieten</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Asks the provider which models it has now</source>
        <translation>Fragt den Anbieter, welche Modelle er jetzt hat</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add this model</source>
        <translation>Dieses Modell hinzufügen</translation>
    </message>
    <message>
        <source>Add a model that is not listed</source>
        <translation>Nicht aufgelistetes Modell hinzufügen</translation>
    </message>
    <message>
        <source>What each model can do</source>
        <translation>Was jedes Modell kann</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Angegeben</translation>
    </message>
    <message>
        <source>What they can do</source>
        <translation>Was sie können</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>Anbieter wird gefragt …</translation>
    </message>
    <message>
        <source>The provider did not list its models. %1</source>
        <translation>Der Anbieter hat seine Modelle nicht aufgelistet. %1</translation>
    </message>
    <message>
        <source>No models known yet. Test the provider, or add models by name.</source>
        <translation>Noch keine Modelle bekannt. Prüfen Sie den Anbieter oder fügen Sie Modelle nach Namen hinzu.</translation>
    </message>
    <message>
        <source>Its only model is offered.</source>
        <translation>Sein einziges Modell wird angeboten.</translation>
    </message>
    <message numerus="yes">
        <source>All %n models are offered.</source>
        <translation>
            <numerusform>%n Modell wird angeboten.</numerusform>
            <numerusform>Alle %n Modelle werden angeboten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 models are offered.</source>
        <translation>%1 von %2 Modellen werden angeboten.</translation>
    </message>
    <message>
        <source>Declared by the built-in model list, or tested here since the gateway started. A dash is not tested. Double-click a cell to say it yourself.</source>
        <translation>Aus der eingebauten Modellliste oder hier getestet, seit das Gateway läuft. Ein Strich heißt nicht getestet. Ein Doppelklick auf eine Zelle legt sie selbst fest.</translation>
    </message>
    <message>
        <source>As listed and tested</source>
        <translation>Wie gelistet und getestet</translation>
    </message>
    <message>
        <source>Yes, it can</source>
        <translation>Ja, es kann das</translation>
    </message>
    <message>
        <source>No, it cannot</source>
        <translation>Nein, es kann das nicht</translation>
    </message>
    <message>
        <source>Prices of %1</source>
        <translation>Preise von %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::MoreSection</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More: canary, speed, limits, shadow, end of the name</source>
        <translation>Mehr: Canary, Tempo, Grenzen, Schatten, Ende des Namens</translation>
    </message>
    <message>
        <source>None; else provider/model</source>
        <translation>Keines; sonst Anbieter/Modell</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>Canary</translation>
    </message>
    <message>
        <source>Target on trial</source>
        <translation>Ziel auf Probe</translation>
    </message>
    <message>
        <source>Share of the requests</source>
        <translation>Anteil der Anfragen</translation>
    </message>
    <message>
        <source>Stop at errors above</source>
        <translation>Halt bei Fehlern über</translation>
    </message>
    <message>
        <source>Stop at p95 above</source>
        <translation>Halt bei p95 über</translation>
    </message>
    <message>
        <source>Of the first token.</source>
        <translation>Des ersten Tokens.</translation>
    </message>
    <message>
        <source>Stop at cost above</source>
        <translation>Halt bei Kosten über</translation>
    </message>
    <message>
        <source>Over that of the others.</source>
        <translation>Über denen der anderen.</translation>
    </message>
    <message>
        <source>Slow answers</source>
        <translation>Langsame Antworten</translation>
    </message>
    <message>
        <source>Ask a second after</source>
        <translation>Ein zweites fragen nach</translation>
    </message>
    <message>
        <source>Without a first byte.</source>
        <translation>Ohne erstes Byte.</translation>
    </message>
    <message>
        <source>Asked twice at most</source>
        <translation>Höchstens doppelt gefragt</translation>
    </message>
    <message>
        <source>Of the requests.</source>
        <translation>Der Anfragen.</translation>
    </message>
    <message>
        <source>Give up streams below</source>
        <translation>Ströme aufgeben unter</translation>
    </message>
    <message>
        <source>Tokens a second.</source>
        <translation>Token je Sekunde.</translation>
    </message>
    <message>
        <source>Judged for</source>
        <translation>Beurteilt für</translation>
    </message>
    <message>
        <source>Held back so long.</source>
        <translation>So lange zurückgehalten.</translation>
    </message>
    <message>
        <source>As the provider</source>
        <translation>Wie beim Anbieter</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>For a free place.</source>
        <translation>Auf einen freien Platz.</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>Gesamtzeit</translation>
    </message>
    <message>
        <source>With all attempts.</source>
        <translation>Mit allen Versuchen.</translation>
    </message>
    <message>
        <source>Largest prompt</source>
        <translation>Größte Eingabe</translation>
    </message>
    <message>
        <source>In tokens; larger ones are refused.</source>
        <translation>In Token; größere werden abgelehnt.</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>Target of the copies</source>
        <translation>Ziel der Kopien</translation>
    </message>
    <message>
        <source>Copies of requests; their answers are not used.</source>
        <translation>Kopien von Anfragen; ihre Antworten werden nicht verwendet.</translation>
    </message>
    <message>
        <source>Share copied</source>
        <translation>Kopierter Anteil</translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation>Höchstens am Tag</translation>
    </message>
    <message>
        <source>Never; else 2027-01-31</source>
        <translation>Nie; sonst 2027-01-31</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>End of this name</source>
        <translation>Ende dieses Namens</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>Nachfolger</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::NavButton</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n Hinweis</numerusform>
            <numerusform>%1, %n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, unsaved changes</source>
        <translation>%1, nicht gespeicherte Änderungen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::NoticesCard</name>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Notifications on this computer</source>
        <translation>Benachrichtigungen auf diesem Rechner</translation>
    </message>
    <message>
        <source>The %1 newest</source>
        <translation>Die %1 neuesten</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Notifications</name>
    <message>
        <source>The gateway works again</source>
        <translation>Das Gateway funktioniert wieder</translation>
    </message>
    <message>
        <source>Apps get answers.</source>
        <translation>Apps erhalten Antworten.</translation>
    </message>
    <message>
        <source>The gateway stopped unexpectedly</source>
        <translation>Das Gateway wurde unerwartet gestoppt</translation>
    </message>
    <message>
        <source>It does not answer any more. Apps get no answers.</source>
        <translation>Es antwortet nicht mehr. Apps erhalten keine Antworten.</translation>
    </message>
    <message>
        <source>The gateway cannot start</source>
        <translation>Das Gateway kann nicht starten</translation>
    </message>
    <message>
        <source>Its address is used by another program or cannot be used.</source>
        <translation>Seine Adresse wird von einem anderen Programm verwendet oder ist nicht nutzbar.</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1 works again</source>
        <translation>%1 funktioniert wieder</translation>
    </message>
    <message>
        <source>Its recent requests failed. Routes use their other targets.</source>
        <translation>Die letzten Anfragen schlugen fehl. Routen verwenden ihre anderen Ziele.</translation>
    </message>
    <message>
        <source>Requests go there again.</source>
        <translation>Anfragen gehen wieder dorthin.</translation>
    </message>
    <message>
        <source>%1: not done</source>
        <translation>%1: nicht erledigt</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%n more events</source>
        <translation>
            <numerusform>%n weiteres Ereignis</numerusform>
            <numerusform>%n weitere Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Gatehouse to see what happened in the last hour.</source>
        <translation>In Gatehouse sehen Sie, was in der letzten Stunde geschehen ist.</translation>
    </message>
    <message>
        <source>%1 is passed over</source>
        <translation>%1 wird übergangen</translation>
    </message>
    <message>
        <source>%1 takes requests again</source>
        <translation>%1 nimmt wieder Anfragen an</translation>
    </message>
    <message>
        <source>Its last attempts failed. Routes use their other targets until an attempt succeeds.</source>
        <translation>Die letzten Versuche schlugen fehl. Routen nutzen ihre anderen Ziele, bis ein Versuch gelingt.</translation>
    </message>
    <message>
        <source>Notifications arrive</source>
        <translation>Benachrichtigungen kommen an</translation>
    </message>
    <message>
        <source>This is a test from Gatehouse.</source>
        <translation>Dies ist ein Test von Gatehouse.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::NotificationsSection</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>It cannot start or stopped unexpectedly.</source>
        <translation>Es kann nicht starten oder hielt unerwartet an.</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>One is down, or works again.</source>
        <translation>Einer ist ausgefallen oder arbeitet wieder.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>One is passed over for more than a minute, or takes requests again.</source>
        <translation>Eines wird länger als eine Minute übergangen oder nimmt wieder Anfragen an.</translation>
    </message>
    <message>
        <source>Long work</source>
        <translation>Lange Arbeiten</translation>
    </message>
    <message>
        <source>It ended while the window was hidden.</source>
        <translation>Sie endeten, während das Fenster verborgen war.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>Testbenachrichtigung senden</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Shows one now, at most five come in an hour otherwise.</source>
        <translation>Zeigt jetzt eine; sonst kommen höchstens fünf in der Stunde.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>A rule of the Alerts page fires or is over.</source>
        <translation>Eine Regel der Seite Alarme löst aus oder ist vorbei.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>The one that this desktop has for it.</source>
        <translation>Der, den dieser Desktop dafür hat.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Nothing is shown then. The history of the Alerts page keeps what happens.</source>
        <translation>Dann wird nichts gezeigt. Der Verlauf der Seite „Alarme“ behält, was geschieht.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>By the clock of this computer.</source>
        <translation>Nach der Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>It may be on the next morning.</source>
        <translation>Auch am nächsten Morgen.</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Ausweichziele</translation>
    </message>
    <message>
        <source>A request was answered by another provider.</source>
        <translation>Eine Anfrage wurde von einem anderen Anbieter beantwortet.</translation>
    </message>
    <message>
        <source>Changes by others</source>
        <translation>Änderungen durch andere</translation>
    </message>
    <message>
        <source>Someone else changed the configuration of the gateway.</source>
        <translation>Jemand anderes hat die Konfiguration des Gateways geändert.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ObjectiveCard</name>
    <message>
        <source>Change the objective</source>
        <translation>Ziel ändern</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of requests answered over %n days</source>
        <translation>
            <numerusform>%1: %2 der Anfragen an %n Tag beantwortet</numerusform>
            <numerusform>%1: %2 der Anfragen an %n Tagen beantwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: show the failed requests</source>
        <translation>%1: gescheiterte Anfragen zeigen</translation>
    </message>
    <message>
        <source>No requests yet; objective %1</source>
        <translation>Noch keine Anfragen; Ziel %1</translation>
    </message>
    <message>
        <source>%1 of the error budget left, objective %2</source>
        <translation>%1 des Fehlerbudgets übrig, Ziel %2</translation>
    </message>
    <message>
        <source>Error budget used up, objective %1</source>
        <translation>Fehlerbudget aufgebraucht, Ziel %1</translation>
    </message>
    <message>
        <source>Burn %1 in 1 h, %2 in 6 h, %3 in 3 d</source>
        <translation>Verbrauch %1 in 1 h, %2 in 6 h, %3 in 3 T</translation>
    </message>
    <message numerus="yes">
        <source>1 uses the whole budget up in %n days; more is faster.</source>
        <translation>
            <numerusform>1 verbraucht das ganze Budget in %n Tag; mehr ist schneller.</numerusform>
            <numerusform>1 verbraucht das ganze Budget in %n Tagen; mehr ist schneller.</numerusform>
        </translation>
    </message>
    <message>
        <source>Error budget of %1</source>
        <translation>Fehlerbudget von %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ObjectiveDialog</name>
    <message>
        <source>Objective of %1</source>
        <translation>Ziel von %1</translation>
    </message>
    <message>
        <source>Answered requests, in percent</source>
        <translation>Beantwortete Anfragen in Prozent</translation>
    </message>
    <message>
        <source>Over how many days</source>
        <translation>Über wie viele Tage</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Answered requests</source>
        <translation>Beantwortete Anfragen</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>The rest is the error budget. Mistakes of callers and requests they cancel do not count.</source>
        <translation>Der Rest ist das Fehlerbudget. Fehler der Aufrufer und von ihnen abgebrochene Anfragen zählen nicht.</translation>
    </message>
    <message>
        <source>Use the default</source>
        <translation>Üblichen Wert nehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save objective</source>
        <translation>Ziel speichern</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ObjectiveGrid</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>%n weiteres zeigen</numerusform>
            <numerusform>%n weitere zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Objective saved: %1</source>
        <translation>Ziel gespeichert: %1</translation>
    </message>
    <message>
        <source>The objective is the default again.</source>
        <translation>Es gilt wieder das übliche Ziel.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::OptionalSpin</name>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::OthersChange</name>
    <message>
        <source>Changed by %1 just now.</source>
        <translation>Gerade von %1 geändert.</translation>
    </message>
    <message>
        <source>Changed by %1 on %2.</source>
        <comment>a name and a day: 27 Oct</comment>
        <translation>Von %1 am %2 geändert.</translation>
    </message>
    <message>
        <source>Changed by %1 %2 ago.</source>
        <comment>a name and an age: 2 min</comment>
        <translation>Vor %2 von %1 geändert.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>The gateway is stopped.</source>
        <translation>Das Gateway ist gestoppt.</translation>
    </message>
    <message>
        <source>Apps get no answers. You see the values as of %1.</source>
        <translation>Apps erhalten keine Antworten. Sie sehen den Stand von %1.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>As of %1. The gateway does not answer now.</source>
        <translation>Stand %1. Das Gateway antwortet gerade nicht.</translation>
    </message>
    <message>
        <source>The gateway does not answer</source>
        <translation>Das Gateway antwortet nicht</translation>
    </message>
    <message>
        <source>Nothing could be read from it yet. It is asked again every few seconds.</source>
        <translation>Es konnte noch nichts gelesen werden. Alle paar Sekunden wird erneut gefragt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PaletteCatalogue</name>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Pause provider</source>
        <translation>Anbieter pausieren</translation>
    </message>
    <message>
        <source>Resume provider</source>
        <translation>Anbieter fortsetzen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Open request %1</source>
        <translation>Anfrage %1 öffnen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PaletteObjects</name>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>Team %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PassphraseDialog</name>
    <message>
        <source>Keep secrets in a sealed file</source>
        <translation>Geheimnisse in einer Tresordatei verwahren</translation>
    </message>
    <message>
        <source>Unlock the secrets</source>
        <translation>Geheimnisse entsperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use the sealed file</source>
        <translation>Tresordatei verwenden</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Asked for whenever the gateway starts. It cannot be recovered.</source>
        <translation>Wird bei jedem Start des Gateways abgefragt. Sie lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Enter a passphrase.</source>
        <translation>Geben Sie eine Passphrase ein.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen unterscheiden sich.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PauseDialog</name>
    <message>
        <source>Pause everything except…</source>
        <translation>Alles pausieren außer …</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Who may go on</source>
        <translation>Wer weitermachen darf</translation>
    </message>
    <message>
        <source>Running requests end as they are.</source>
        <translation>Laufende Anfragen enden normal.</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (optional)</translation>
    </message>
    <message>
        <source>Kept in the audit log.</source>
        <translation>Wird im Audit-Protokoll festgehalten.</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Every request is refused until the pause is ended.</source>
        <translation>Jede Anfrage wird abgelehnt, bis die Pause beendet wird.</translation>
    </message>
    <message numerus="yes">
        <source>Every request is refused until the pause is ended, except those of %Ln teams and keys.</source>
        <translation>
            <numerusform>Jede Anfrage wird abgelehnt, bis die Pause beendet wird, außer denen von %Ln Team oder Schlüssel.</numerusform>
            <numerusform>Jede Anfrage wird abgelehnt, bis die Pause beendet wird, außer denen von %Ln Teams und Schlüsseln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PeopleModel</name>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Billing viewer</source>
        <translation>Kostenbetrachter</translation>
    </message>
    <message>
        <source>See how the gateway is doing</source>
        <translation>Sehen, wie es dem Gateway geht</translation>
    </message>
    <message>
        <source>See requests</source>
        <translation>Anfragen sehen</translation>
    </message>
    <message>
        <source>See spend, budgets and prices</source>
        <translation>Ausgaben, Budgets und Preise sehen</translation>
    </message>
    <message>
        <source>See providers, routes, teams and keys</source>
        <translation>Anbieter, Routen, Teams und Schlüssel sehen</translation>
    </message>
    <message>
        <source>See the audit log</source>
        <translation>Das Protokoll sehen</translation>
    </message>
    <message>
        <source>Start and stop, pause providers, answer alerts</source>
        <translation>Starten und stoppen, Anbieter anhalten, Warnungen beantworten</translation>
    </message>
    <message>
        <source>Change routes and providers, without keys and addresses</source>
        <translation>Routen und Anbieter ändern, ohne Schlüssel und Adressen</translation>
    </message>
    <message>
        <source>Manage keys, teams and limits</source>
        <translation>Schlüssel, Teams und Grenzen verwalten</translation>
    </message>
    <message>
        <source>Manage budgets and prices</source>
        <translation>Budgets und Preise verwalten</translation>
    </message>
    <message>
        <source>Manage the keys and addresses of providers</source>
        <translation>Schlüssel und Adressen von Anbietern verwalten</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Manage people, except owners</source>
        <translation>Personen verwalten, außer Besitzern</translation>
    </message>
    <message>
        <source>Manage owners, make and restore backups</source>
        <translation>Besitzer verwalten, Sicherungen machen und einspielen</translation>
    </message>
    <message>
        <source>Record requests and read what was recorded</source>
        <translation>Anfragen aufzeichnen und Aufzeichnungen lesen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PeoplePane</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>Ausgesperrt</translation>
    </message>
    <message>
        <source>Not invited</source>
        <translation>Nicht eingeladen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Only you, from this computer.</source>
        <translation>Nur Sie, von diesem Rechner.</translation>
    </message>
    <message>
        <source>Add people who administer the gateway from elsewhere. Each gets a role and tokens of their own, and the audit log says who did what.</source>
        <translation>Fügen Sie Personen hinzu, die das Gateway von anderswo verwalten. Jede bekommt eine Rolle und eigene Token, und das Protokoll sagt, wer was tat.</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Used on</source>
        <translation>Benutzt auf</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Administration tokens</source>
        <translation>Verwaltungstoken</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>Einladen …</translation>
    </message>
    <message>
        <source>Lock out</source>
        <translation>Aussperren</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>What each role may do</source>
        <translation>Was jede Rolle darf</translation>
    </message>
    <message>
        <source>Your role may not see the people.</source>
        <translation>Ihre Rolle darf die Personen nicht sehen.</translation>
    </message>
    <message>
        <source>The people could not be read.</source>
        <translation>Die Personen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last people read.</source>
        <translation>Das Gateway antwortet nicht. Sie sehen die zuletzt gelesenen Personen.</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Tokens of %1</source>
        <translation>Token von %1</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>Alle Token</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Revoke this token?</source>
        <translation>Dieses Token widerrufen?</translation>
    </message>
    <message>
        <source>The program that uses it is signed out now. The token cannot be brought back; a new one can be made.</source>
        <translation>Das Programm, das es benutzt, wird jetzt abgemeldet. Das Token lässt sich nicht zurückholen; ein neues kann gemacht werden.</translation>
    </message>
    <message>
        <source>Revoke token</source>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>Sign out “%1” everywhere?</source>
        <translation>„%1“ überall abmelden?</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are revoked. To sign in again, new ones are needed.</source>
        <translation>
            <numerusform>%n Token wird widerrufen. Zum Anmelden ist ein neues nötig.</numerusform>
            <numerusform>%n Token werden widerrufen. Zum Anmelden sind neue nötig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>The person and %n tokens go. What they did stays in the audit log.</source>
        <translation>
            <numerusform>Die Person und %n Token verschwinden. Was sie tat, bleibt im Protokoll.</numerusform>
            <numerusform>Die Person und %n Token verschwinden. Was sie tat, bleibt im Protokoll.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation>Person entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Das ging nicht.</translation>
    </message>
    <message>
        <source>The tokens could not be read. %1</source>
        <translation>Die Token konnten nicht gelesen werden. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n areas</source>
        <translation>
            <numerusform>%n Bereich</numerusform>
            <numerusform>%n Bereiche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PercentileCard</name>
    <message>
        <source>Percentiles</source>
        <translation>Perzentile</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PersonDialog</name>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Stands in the audit log with every change.</source>
        <translation>Steht bei jeder Änderung im Protokoll.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>What each role may do stands below the people.</source>
        <translation>Was jede Rolle darf, steht unter den Personen.</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Enter the person's name.</source>
        <translation>Geben Sie den Namen der Person ein.</translation>
    </message>
    <message>
        <source>The person could not be saved. %1</source>
        <translation>Die Person konnte nicht gespeichert werden. %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PhaseCard</name>
    <message>
        <source>Where the time goes</source>
        <translation>Wo die Zeit bleibt</translation>
    </message>
    <message>
        <source>mean per answer</source>
        <translation>Mittel je Antwort</translation>
    </message>
    <message>
        <source>Wait in queue</source>
        <translation>Warten in der Schlange</translation>
    </message>
    <message>
        <source>Failed attempts before</source>
        <translation>Vorher gescheiterte Versuche</translation>
    </message>
    <message>
        <source>Connect and TLS</source>
        <translation>Verbinden und TLS</translation>
    </message>
    <message>
        <source>Until first token</source>
        <translation>Bis zum ersten Token</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Streaming</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>%1, mean per answer</source>
        <translation>%1, Mittel je Antwort</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PolicyExplanation</name>
    <message>
        <source>Explain with current policy</source>
        <translation>Mit aktuellen Regeln erklären</translation>
    </message>
    <message>
        <source>What the gateway would do now with such a request. Nothing is sent.</source>
        <translation>Was das Gateway jetzt mit einer solchen Anfrage tun würde. Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The gateway cannot explain this request. %1</source>
        <translation>Das Gateway kann diese Anfrage nicht erklären. %1</translation>
    </message>
    <message>
        <source>, then </source>
        <comment>between planned targets</comment>
        <translation>, dann </translation>
    </message>
    <message>
        <source>Now such a request would go to %1. Its text is not kept, so its length and attachments are not weighed.</source>
        <translation>Jetzt ginge eine solche Anfrage an %1. Ihr Text wird nicht aufbewahrt, daher zählen Länge und Anhänge nicht mit.</translation>
    </message>
    <message>
        <source>Now such a request would be refused. %1</source>
        <translation>Jetzt würde eine solche Anfrage abgelehnt. %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PolicySection</name>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>None, refuse at once</source>
        <translation>Keine, sofort ablehnen</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Requests at the same time</source>
        <translation>Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>More than that wait for a free place.</source>
        <translation>Weitere warten auf einen freien Platz.</translation>
    </message>
    <message>
        <source>Requests that may wait</source>
        <translation>Anfragen, die warten dürfen</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>For example us or eu, on-prem</source>
        <translation>Zum Beispiel us oder eu, on-prem</translation>
    </message>
    <message>
        <source>Runs on machines of your own</source>
        <translation>Läuft auf eigenen Maschinen</translation>
    </message>
    <message>
        <source>Region and data use</source>
        <translation>Region und Datennutzung</translation>
    </message>
    <message>
        <source>Region tags</source>
        <translation>Regionstags</translation>
    </message>
    <message>
        <source>Routes and teams with a residency rule send their data only to providers with one of their tags.</source>
        <translation>Routen und Teams mit einer Regel zur Datenregion senden ihre Daten nur an Anbieter mit einem ihrer Tags.</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Ein anderes</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Multiplier on list prices</source>
        <translation>Faktor auf Listenpreise</translation>
    </message>
    <message>
        <source>0.85 is a discount of 15 %.</source>
        <translation>0,85 ist ein Rabatt von 15 %.</translation>
    </message>
    <message>
        <source>Server program</source>
        <translation>Serverprogramm</translation>
    </message>
    <message>
        <source>Its load is read from it where it tells.</source>
        <translation>Seine Last wird dort gelesen, wo es sie meldet.</translation>
    </message>
    <message>
        <source>Cost of an hour</source>
        <translation>Kosten pro Stunde</translation>
    </message>
    <message>
        <source>For machines of your own.</source>
        <translation>Für eigene Maschinen.</translation>
    </message>
    <message>
        <source>Find out how many it takes at the same time</source>
        <translation>Herausfinden, wie viele er gleichzeitig annimmt</translation>
    </message>
    <message>
        <source>Learned from its refusals and from how long first words take; never above the limit.</source>
        <translation>Gelernt aus seinen Ablehnungen und daraus, wie lange die ersten Wörter brauchen; nie über der Grenze.</translation>
    </message>
    <message>
        <source>Always, or mon-fri 08:00-18:00</source>
        <translation>Immer, oder mon-fri 08:00-18:00</translation>
    </message>
    <message>
        <source>Its first request</source>
        <translation>Seine erste Anfrage</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Time they hold it</source>
        <translation>Zeit, die sie ihn belegen</translation>
    </message>
    <message>
        <source>Paid hours</source>
        <translation>Bezahlte Stunden</translation>
    </message>
    <message>
        <source>Hours that nobody uses are shown as idle.</source>
        <translation>Stunden, die niemand nutzt, erscheinen als Leerlauf.</translation>
    </message>
    <message>
        <source>Paid from</source>
        <translation>Bezahlt ab</translation>
    </message>
    <message>
        <source>For example 2026-03-31.</source>
        <translation>Zum Beispiel 2026-03-31.</translation>
    </message>
    <message>
        <source>Requests are booked by</source>
        <translation>Anfragen werden gebucht nach</translation>
    </message>
    <message>
        <source>By time, each costs its share of the hour: one of as many places as it takes requests at a time.</source>
        <translation>Nach Zeit kostet jede ihren Teil der Stunde: einen von so vielen Plätzen, wie er Anfragen zugleich nimmt.</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Second tries</source>
        <translation>Zweite Versuche</translation>
    </message>
    <message>
        <source>Of its requests. More of them would not help a provider that is down.</source>
        <translation>Anteil seiner Anfragen. Mehr würde einem ausgefallenen Anbieter nicht helfen.</translation>
    </message>
    <message>
        <source>Starting and stopping its server program</source>
        <translation>Sein Serverprogramm starten und beenden</translation>
    </message>
    <message>
        <source>What is sent to it may hold personal data</source>
        <translation>Was dorthin geschickt wird, kann personenbezogene Daten enthalten</translation>
    </message>
    <message>
        <source>A mark for people: the list of providers shows it. Without a region tag it is warned of.</source>
        <translation>Ein Hinweis für Menschen: Die Liste der Anbieter zeigt ihn. Ohne Regions-Kennung wird gewarnt.</translation>
    </message>
    <message>
        <source>For example 30 days, then deleted</source>
        <translation>Zum Beispiel 30 Tage, dann gelöscht</translation>
    </message>
    <message>
        <source>How long it keeps what it is sent</source>
        <translation>Wie lange er Gesendetes aufbewahrt</translation>
    </message>
    <message>
        <source>A note from its contract, shown with the provider.</source>
        <translation>Eine Notiz aus dem Vertrag, beim Anbieter gezeigt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PortLine</name>
    <message>
        <source>Use the next free port</source>
        <translation>Nächsten freien Port verwenden</translation>
    </message>
    <message>
        <source>This port is free.</source>
        <translation>Dieser Port ist frei.</translation>
    </message>
    <message>
        <source>This gateway listens on it.</source>
        <translation>Dieses Gateway lauscht darauf.</translation>
    </message>
    <message>
        <source>In use by %1 (process %2).</source>
        <translation>Belegt von %1 (Prozess %2).</translation>
    </message>
    <message>
        <source>In use by another program.</source>
        <translation>Von einem anderen Programm belegt.</translation>
    </message>
    <message>
        <source>Ports below 1024 need more rights than this program has.</source>
        <translation>Ports unter 1024 brauchen mehr Rechte, als dieses Programm hat.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PowerFields</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>One argument a line, or one line with quotes. No shell.</source>
        <translation>Ein Argument je Zeile oder eine Zeile mit Anführungszeichen. Keine Shell.</translation>
    </message>
    <message>
        <source>Command that starts the engine</source>
        <translation>Befehl, der den Server startet</translation>
    </message>
    <message>
        <source>Command that stops it</source>
        <translation>Befehl, der ihn beendet</translation>
    </message>
    <message>
        <source>Stop it after</source>
        <translation>Beenden nach</translation>
    </message>
    <message>
        <source>Seconds without a request.</source>
        <translation>Sekunden ohne Anfrage.</translation>
    </message>
    <message>
        <source>Starting may take</source>
        <translation>Starten darf dauern</translation>
    </message>
    <message>
        <source>Requests wait so long for it.</source>
        <translation>So lange warten Anfragen darauf.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PriceDialog</name>
    <message>
        <source>Own price</source>
        <translation>Eigener Preis</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>* stands for every model.</source>
        <translation>* steht für jedes Modell.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save price</source>
        <translation>Preis speichern</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Enter an amount of 0 or more, for example 0.15.</source>
        <translation>Geben Sie einen Betrag ab 0 ein, zum Beispiel 0.15.</translation>
    </message>
    <message>
        <source>Dollars. What is empty is unknown; its use is unpriced.</source>
        <translation>In Dollar. Was leer ist, ist unbekannt; seine Nutzung hat keinen Preis.</translation>
    </message>
    <message>
        <source>Million input tokens</source>
        <translation>Million Eingabetoken</translation>
    </message>
    <message>
        <source>Million output tokens</source>
        <translation>Million Ausgabetoken</translation>
    </message>
    <message>
        <source>Million tokens read from cache</source>
        <translation>Million Token aus dem Cache gelesen</translation>
    </message>
    <message>
        <source>Million tokens written to cache</source>
        <translation>Million Token in den Cache geschrieben</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Picture made</source>
        <translation>Erzeugtes Bild</translation>
    </message>
    <message>
        <source>Second of sound heard</source>
        <translation>Sekunde gehörter Ton</translation>
    </message>
    <message>
        <source>Million characters read aloud</source>
        <translation>Million vorgelesene Zeichen</translation>
    </message>
    <message>
        <source>Search of a reranking</source>
        <translation>Suche beim Neuordnen</translation>
    </message>
    <message>
        <source>Picture made, by size and quality</source>
        <translation>Erzeugtes Bild, nach Größe und Qualität</translation>
    </message>
    <message>
        <source>One to a line: size, quality, dollars. * stands for any; the most exact line counts.</source>
        <translation>Je Zeile: Größe, Qualität, Dollar. * steht für jede; die genaueste Zeile gilt.</translation>
    </message>
    <message>
        <source>"%1" is no such line; write size, quality and dollars, for example 1024x1792 hd 0.12.</source>
        <translation>„%1“ ist keine solche Zeile; schreiben Sie Größe, Qualität und Dollar, zum Beispiel 1024x1792 hd 0.12.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Million to one-hour cache</source>
        <translation>Million in Ein-Stunden-Cache</translation>
    </message>
    <message>
        <source>Million reasoning tokens</source>
        <translation>Million Denk-Token</translation>
    </message>
    <message>
        <source>Million input, batch</source>
        <translation>Million Eingabe, Stapel</translation>
    </message>
    <message>
        <source>Million output, batch</source>
        <translation>Million Ausgabe, Stapel</translation>
    </message>
    <message>
        <source>Million from cache, batch</source>
        <translation>Million aus Cache, Stapel</translation>
    </message>
    <message>
        <source>Million tokens of sound in</source>
        <translation>Million Ton-Token Eingabe</translation>
    </message>
    <message>
        <source>Million tokens of sound out</source>
        <translation>Million Ton-Token Ausgabe</translation>
    </message>
    <message>
        <source>Million tokens of pictures in</source>
        <translation>Million Bild-Token Eingabe</translation>
    </message>
    <message>
        <source>Long prompts</source>
        <translation>Lange Prompts</translation>
    </message>
    <message>
        <source>One to a line: above so many prompt tokens, then dollars per million for input, output, read from cache, written to cache, input and output at batch rates. * leaves one as it is.</source>
        <translation>Eine je Zeile: über so vielen Prompt-Token, dann Dollar je Million für Eingabe, Ausgabe, aus dem Cache, in den Cache, Eingabe und Ausgabe zum Stapelpreis. * lässt einen, wie er ist.</translation>
    </message>
    <message>
        <source>"%1" is no such line; write tokens and dollars, for example 200000 2.50 15.</source>
        <translation>„%1“ ist keine solche Zeile; Token und Dollar, zum Beispiel 200000 2.50 15.</translation>
    </message>
    <message>
        <source>For example %1.</source>
        <translation>Zum Beispiel %1.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PriceImportDialog</name>
    <message>
        <source>They hold from this day on:</source>
        <translation>Sie gelten ab diesem Tag:</translation>
    </message>
    <message>
        <source>Import own prices</source>
        <translation>Eigene Preise importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n prices in %1.</source>
        <translation>
            <numerusform>%n Preis in %1.</numerusform>
            <numerusform>%n Preise in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Without a day they also hold for the past when it is recalculated. A day in the file comes first.</source>
        <translation>Ohne Tag gelten sie beim Neuberechnen auch für die Vergangenheit. Ein Tag in der Datei geht vor.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PriceListDialog</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Dearer</source>
        <translation>Teurer</translation>
    </message>
    <message>
        <source>Cheaper</source>
        <translation>Billiger</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>List of %1 in place of that of %2: %3 new, %4 removed, %5 dearer, %6 cheaper, %7 changed otherwise.</source>
        <translation>Liste vom %1 statt der vom %2: %3 neu, %4 entfernt, %5 teurer, %6 billiger, %7 sonst geändert.</translation>
    </message>
    <message>
        <source>Update the price list</source>
        <translation>Preisliste aktualisieren</translation>
    </message>
    <message>
        <source>Nothing is fetched by itself. A newer list comes from a file, or from an address that the gateway reads once.</source>
        <translation>Von selbst wird nichts geholt. Eine neuere Liste kommt aus einer Datei oder von einer Adresse, die das Gateway einmal liest.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What changes, by model</source>
        <translation>Was sich ändert, nach Modell</translation>
    </message>
    <message>
        <source>Keep the present list</source>
        <translation>Jetzige Liste behalten</translation>
    </message>
    <message>
        <source>It is noted that the list was looked at today.</source>
        <translation>Vermerkt, dass die Liste heute angesehen wurde.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take this list</source>
        <translation>Diese Liste übernehmen</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>Price lists (*.json)</source>
        <translation>Preislisten (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Comparing with the present list…</source>
        <translation>Vergleich mit der jetzigen Liste …</translation>
    </message>
    <message>
        <source>Taking the list…</source>
        <translation>Liste wird übernommen …</translation>
    </message>
    <message>
        <source>Prices are of the list of %1 now</source>
        <translation>Die Preise sind jetzt aus der Liste vom %1</translation>
    </message>
    <message>
        <source>This list has the same prices as the present one.</source>
        <translation>Diese Liste hat dieselben Preise wie die jetzige.</translation>
    </message>
    <message>
        <source>The price list was looked at today</source>
        <translation>Die Preisliste wurde heute angesehen</translation>
    </message>
    <message>
        <source>Cache write 1 h</source>
        <translation>1-h-Cache</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PricesPane</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Cache gelesen</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Cache geschrieben</translation>
    </message>
    <message>
        <source>Other units</source>
        <translation>Andere Einheiten</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>%1 a picture</source>
        <translation>%1 je Bild</translation>
    </message>
    <message>
        <source>%1 a request</source>
        <translation>%1 je Anfrage</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 a million characters</source>
        <translation>%1 je Million Zeichen</translation>
    </message>
    <message>
        <source>%1 a search</source>
        <translation>%1 je Suche</translation>
    </message>
    <message>
        <source>%1 reasoning</source>
        <translation>%1 Nachdenken</translation>
    </message>
    <message>
        <source>%1 audio in</source>
        <translation>%1 Ton hinein</translation>
    </message>
    <message>
        <source>%1 audio out</source>
        <translation>%1 Ton heraus</translation>
    </message>
    <message>
        <source>%1 cache write, 1 h</source>
        <translation>%1 Cache geschrieben, 1 h</translation>
    </message>
    <message>
        <source>above %1 tokens %2 in, %3 out</source>
        <translation>über %1 Tokens %2 hinein, %3 heraus</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigener</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>%1, times %2</source>
        <translation>%1, mal %2</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Filter the prices</source>
        <translation>Preise filtern</translation>
    </message>
    <message>
        <source>Model or provider</source>
        <translation>Modell oder Anbieter</translation>
    </message>
    <message>
        <source>Own prices and list…</source>
        <translation>Eigene Preise und Liste …</translation>
    </message>
    <message>
        <source>Recalculate the past…</source>
        <translation>Vergangenes neu berechnen …</translation>
    </message>
    <message>
        <source>Check the books</source>
        <translation>Bücher prüfen</translation>
    </message>
    <message>
        <source>Prices in dollars per million tokens</source>
        <translation>Preise in Dollar je Million Tokens</translation>
    </message>
    <message>
        <source>No prices yet.</source>
        <translation>Noch keine Preise.</translation>
    </message>
    <message>
        <source>Prices are shown for the models that routes and providers offer.</source>
        <translation>Preise erscheinen für die Modelle, die Routen und Anbieter bieten.</translation>
    </message>
    <message>
        <source>The list of %1 knows the prices of %2 models. Own prices come first.</source>
        <translation>Die Liste vom %1 kennt die Preise von %2 Modellen. Eigene Preise gehen vor.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests were priced anew</source>
        <translation>
            <numerusform>%n Anfrage wurde neu berechnet</numerusform>
            <numerusform>%n Anfragen wurden neu berechnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing rows, sums, usage report and export…</source>
        <translation>Zeilen, Summen, Verbrauchsbericht und Export werden verglichen …</translation>
    </message>
    <message>
        <source>The books agree: %1 days, %2 requests, %3.</source>
        <translation>Die Bücher stimmen überein: %1 Tage, %2 Anfragen, %3.</translation>
    </message>
    <message numerus="yes">
        <source>The books do not agree at %n places. The first: %1, %2.</source>
        <translation>
            <numerusform>Die Bücher stimmen an %n Stelle nicht überein: %1, %2.</numerusform>
            <numerusform>Die Bücher stimmen an %n Stellen nicht überein. Die erste: %1, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in at batch rates</source>
        <translation>%1 Eingabe zum Stapelpreis</translation>
    </message>
    <message>
        <source>%1 out at batch rates</source>
        <translation>%1 Ausgabe zum Stapelpreis</translation>
    </message>
    <message>
        <source>%1 an hour, shared by %2</source>
        <translation>%1 je Stunde, geteilt durch %2</translation>
    </message>
    <message>
        <source>Contract, −%1 %</source>
        <translation>Vertrag, −%1 %</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>Stündlich</translation>
    </message>
    <message>
        <source>Update list…</source>
        <translation>Liste aktualisieren …</translation>
    </message>
    <message>
        <source>Take the update back</source>
        <translation>Aktualisierung zurücknehmen</translation>
    </message>
    <message>
        <source>Prices are of the list of %1 again</source>
        <translation>Die Preise sind wieder aus der Liste vom %1</translation>
    </message>
    <message>
        <source>%1, by the hour: %2 hours paid in 30 days, %3. Booked by requests %4, idle %5.</source>
        <translation>%1, nach Stunden: %2 Stunden in 30 Tagen bezahlt, %3. Von Anfragen gebucht %4, Leerlauf %5.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Correct an hour…</source>
        <translation>Stundenpreis berichtigen …</translation>
    </message>
    <message>
        <source>What an hour of %1 cost was corrected</source>
        <translation>Der Stundenpreis von %1 wurde berichtigt</translation>
    </message>
    <message numerus="yes">
        <source>%n requests in 30 days</source>
        <translation>
            <numerusform>%n Anfrage in 30 Tagen</numerusform>
            <numerusform>%n Anfragen in 30 Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PricesSection</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Models without a price</source>
        <translation>Modelle ohne Preis</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>Preis festlegen …</translation>
    </message>
    <message>
        <source>Their requests are counted as unpriced, not as free.</source>
        <translation>Ihre Anfragen zählen als ohne Preis, nicht als kostenlos.</translation>
    </message>
    <message>
        <source>Models without a price, unpriced, set price</source>
        <translation>Modelle ohne Preis, preislos, Preis festlegen</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>Eigene Preise</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Cache lesen</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Cache schreiben</translation>
    </message>
    <message>
        <source>Add price…</source>
        <translation>Preis hinzufügen …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Dollars per million tokens. They come before the built-in list.</source>
        <translation>Dollar pro Million Token. Sie gehen der eingebauten Liste vor.</translation>
    </message>
    <message>
        <source>Own prices, overrides, import, CSV, JSON</source>
        <translation>Eigene Preise, Überschreibungen, Import, CSV, JSON</translation>
    </message>
    <message>
        <source>Built-in list</source>
        <translation>Eingebaute Liste</translation>
    </message>
    <message>
        <source>Built-in price list, version, date</source>
        <translation>Eingebaute Preisliste, Version, Datum</translation>
    </message>
    <message>
        <source>Prices of %1 models as of %2, part of this version of the program.</source>
        <translation>Preise von %1 Modellen, Stand %2, Teil dieser Programmversion.</translation>
    </message>
    <message>
        <source>Every model</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>Set by %1</source>
        <translation>Festgelegt durch %1</translation>
    </message>
    <message>
        <source>Add a provider first.</source>
        <translation>Zuerst einen Anbieter hinzufügen.</translation>
    </message>
    <message>
        <source>Removed the price of %1</source>
        <translation>Preis von %1 entfernt</translation>
    </message>
    <message>
        <source>Set the price of %1</source>
        <translation>Preis von %1 festgelegt</translation>
    </message>
    <message>
        <source>Import own prices</source>
        <translation>Eigene Preise importieren</translation>
    </message>
    <message>
        <source>Prices (*.csv *.json)</source>
        <translation>Preise (*.csv *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>No price was imported. %1</source>
        <translation>Es wurde kein Preis importiert. %1</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n prices</source>
        <translation>
            <numerusform>%n Preis importiert</numerusform>
            <numerusform>%n Preise importiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProbeSection</name>
    <message>
        <source>From traffic only</source>
        <translation>Nur aus dem Verkehr</translation>
    </message>
    <message>
        <source>List its models</source>
        <translation>Seine Modelle auflisten</translation>
    </message>
    <message>
        <source>Ask a model for one token</source>
        <translation>Ein Modell nach einem Token fragen</translation>
    </message>
    <message>
        <source>The first of its models</source>
        <translation>Das erste seiner Modelle</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Checks without traffic</source>
        <translation>Prüfungen ohne Verkehr</translation>
    </message>
    <message>
        <source>How health is found out</source>
        <translation>Zustand ermitteln durch</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>At most on a day</source>
        <translation>Höchstens an einem Tag</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>When a model of it is left alone</source>
        <translation>Wann ein Modell in Ruhe gelassen wird</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Fehler in Folge</translation>
    </message>
    <message>
        <source>Or share of failures</source>
        <translation>Oder Anteil der Fehler</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>Of at least so many requests</source>
        <translation>Mindestanzahl Anfragen</translation>
    </message>
    <message>
        <source>First rest</source>
        <translation>Erste Pause</translation>
    </message>
    <message>
        <source>Doubled while it does not recover.</source>
        <translation>Verdoppelt, solange es sich nicht erholt.</translation>
    </message>
    <message>
        <source>Longest rest</source>
        <translation>Längste Pause</translation>
    </message>
    <message>
        <source>From its return to its full share</source>
        <translation>Von der Rückkehr bis zum vollen Anteil</translation>
    </message>
    <message>
        <source>Nothing is sent without a request. A provider that is down comes back with the first request that tries it.</source>
        <translation>Ohne Anfrage wird nichts gesendet. Ein ausgefallener Anbieter kommt mit der ersten Anfrage zurück, die ihn versucht.</translation>
    </message>
    <message>
        <source>Up to %1 checks a day. They cost nothing.</source>
        <translation>Bis zu %1 Prüfungen am Tag. Sie kosten nichts.</translation>
    </message>
    <message>
        <source>Up to %1 checks a day, %2 in all.</source>
        <translation>Bis zu %1 Prüfungen am Tag, zusammen %2.</translation>
    </message>
    <message>
        <source>Up to %1 checks a day. What they cost is not known: its model has no price.</source>
        <translation>Bis zu %1 Prüfungen am Tag. Ihre Kosten sind nicht bekannt: das Modell hat keinen Preis.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProbeStrip</name>
    <message>
        <source>Latest checks</source>
        <translation>Letzte Prüfungen</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <translation>d. MMM yyyy HH:mm:ss</translation>
    </message>
    <message>
        <source>%1: passed in %2</source>
        <translation>%1: bestanden in %2</translation>
    </message>
    <message>
        <source>%1: passed</source>
        <translation>%1: bestanden</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: failed. %2</source>
        <translation>%1: fehlgeschlagen. %2</translation>
    </message>
    <message>
        <source>%1 of the latest %2 checks passed.</source>
        <translation>%1 der letzten %2 Prüfungen bestanden.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderEditor</name>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Parts of the provider</source>
        <translation>Teile des Anbieters</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Limits and price</source>
        <translation>Limits und Preis</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saves the provider (Ctrl+S)</source>
        <translation>Speichert den Anbieter (Strg+S)</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>The copy uses the same stored keys.</source>
        <translation>Die Kopie verwendet dieselben gespeicherten Schlüssel.</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>Prüfen und speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Set by %1</source>
        <translation>Festgelegt durch %1</translation>
    </message>
    <message>
        <source>%1. Change it there.</source>
        <translation>%1. Dort ändern.</translation>
    </message>
    <message>
        <source>Someone changed this provider meanwhile. Save puts your version on top, Discard takes theirs.</source>
        <translation>Jemand hat diesen Anbieter inzwischen geändert. Speichern legt Ihre Version darüber, Verwerfen übernimmt die andere.</translation>
    </message>
    <message>
        <source>Look at the marked fields.</source>
        <translation>Sehen Sie sich die markierten Felder an.</translation>
    </message>
    <message>
        <source>The gateway did not answer. Check that it runs, then test again.</source>
        <translation>Das Gateway hat nicht geantwortet. Prüfen Sie, ob es läuft, und testen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The test could not run. %1</source>
        <translation>Der Test konnte nicht ausgeführt werden. %1</translation>
    </message>
    <message>
        <source>Nothing to save.</source>
        <translation>Nichts zu speichern.</translation>
    </message>
    <message>
        <source>Testing, then saving…</source>
        <translation>Wird geprüft, dann gespeichert …</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>The test failed, so nothing was saved.</source>
        <translation>Der Test ist fehlgeschlagen, daher wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The key could not be stored, so nothing was saved. %1</source>
        <translation>Der Schlüssel konnte nicht abgelegt werden, daher wurde nichts gespeichert. %1</translation>
    </message>
    <message>
        <source>The provider could not be saved. %1</source>
        <translation>Der Anbieter konnte nicht gespeichert werden. %1</translation>
    </message>
    <message>
        <source>Resumed %1</source>
        <translation>%1 fortgesetzt</translation>
    </message>
    <message>
        <source>Paused %1</source>
        <translation>%1 pausiert</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>Not saved: someone else changed the configuration first.</source>
        <translation>Nicht gespeichert: Jemand anderes hat die Konfiguration vorher geändert.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderHeader</name>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Runs all checks (T)</source>
        <translation>Führt alle Prüfungen aus (T)</translation>
    </message>
    <message>
        <source>Close the provider (Esc)</source>
        <translation>Anbieter schließen (Esc)</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Neuer Anbieter</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Sends requests to it again</source>
        <translation>Sendet wieder Anfragen dorthin</translation>
    </message>
    <message>
        <source>Finishes running requests and sends no new ones</source>
        <translation>Beendet laufende Anfragen und sendet keine neuen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderHealthModel</name>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Token/s</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>Ausgaben heute</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderRow</name>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>%1 is an age such as 2 min</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>From a check, %1: passed.</source>
        <translation>Aus einer Prüfung, %1: bestanden.</translation>
    </message>
    <message>
        <source>From a check, %1: failed. %2</source>
        <translation>Aus einer Prüfung, %1: fehlgeschlagen. %2</translation>
    </message>
    <message>
        <source>No traffic yet, and no check.</source>
        <translation>Noch kein Verkehr und keine Prüfung.</translation>
    </message>
    <message numerus="yes">
        <source>From traffic, %n attempts in 5 min.</source>
        <translation>
            <numerusform>Aus dem Verkehr, %n Versuch in 5 min.</numerusform>
            <numerusform>Aus dem Verkehr, %n Versuche in 5 min.</numerusform>
        </translation>
    </message>
    <message>
        <source>From traffic, none in the last 5 min.</source>
        <translation>Aus dem Verkehr, keiner in den letzten 5 min.</translation>
    </message>
    <message>
        <source>%1 The last check disagrees. %2</source>
        <translation>%1 Die letzte Prüfung widerspricht. %2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>%n active</source>
        <translation>%n aktiv</translation>
    </message>
    <message>
        <source>%n locked</source>
        <translation>%n gesperrt</translation>
    </message>
    <message>
        <source>%n refused</source>
        <translation>%n abgelehnt</translation>
    </message>
    <message>
        <source>%n missing</source>
        <translation>%n fehlend</translation>
    </message>
    <message>
        <source>%n disabled</source>
        <translation>%n deaktiviert</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting; cache %3 full</source>
        <translation>%1 laufen, %2 warten; Cache zu %3 belegt</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 laufen, %2 warten</translation>
    </message>
    <message>
        <source>No model loaded; the first request loads its model</source>
        <translation>Kein Modell geladen; die erste Anfrage lädt ihr Modell</translation>
    </message>
    <message>
        <source>Loaded: %1</source>
        <translation>Geladen: %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Asleep until a request needs it</source>
        <translation>Schläft, bis eine Anfrage sie braucht</translation>
    </message>
    <message>
        <source>Waking up</source>
        <translation>Wacht auf</translation>
    </message>
    <message>
        <source>Loading its model</source>
        <translation>Lädt ihr Modell</translation>
    </message>
    <message>
        <source>Does not tell its load</source>
        <translation>Meldet ihre Auslastung nicht</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht abgefragt</translation>
    </message>
    <message>
        <source>%1: %2 of %3 running, learned</source>
        <translation>%1: %2 von %3 laufen, gelernt</translation>
    </message>
    <message>
        <source>%1: %2 of %3 running, as set</source>
        <translation>%1: %2 von %3 laufen, wie eingestellt</translation>
    </message>
    <message>
        <source>What is sent to it may hold personal data.</source>
        <translation>Was dorthin geschickt wird, kann personenbezogene Daten enthalten.</translation>
    </message>
    <message>
        <source>Kept: %1.</source>
        <translation>Aufbewahrt: %1.</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderSave</name>
    <message>
        <source>Added %1</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderStep</name>
    <message>
        <source>Other OpenAI-compatible address</source>
        <translation>Andere OpenAI-kompatible Adresse</translation>
    </message>
    <message>
        <source>One model</source>
        <translation>Ein Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose a provider</source>
        <translation>Anbieter wählen</translation>
    </message>
    <message>
        <source>Where should the gateway send requests first? You can add more at any time.</source>
        <translation>Wohin soll das Gateway Anfragen zuerst senden? Weitere können Sie jederzeit hinzufügen.</translation>
    </message>
    <message>
        <source>Search providers</source>
        <translation>Anbieter suchen</translation>
    </message>
    <message>
        <source>The gateway did not answer, so its list of providers is missing. Check that it runs.</source>
        <translation>Das Gateway hat nicht geantwortet, daher fehlt seine Anbieterliste. Prüfen Sie, ob es läuft.</translation>
    </message>
    <message>
        <source>A key for %1 is set in your environment (%2).</source>
        <translation>Ein Schlüssel für %1 ist in Ihrer Umgebung gesetzt (%2).</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use the key for %1</source>
        <translation>Schlüssel für %1 verwenden</translation>
    </message>
    <message>
        <source>Your own address</source>
        <translation>Ihre eigene Adresse</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>Andere Adresse</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Look around with sample data</source>
        <translation>Mit Beispieldaten umsehen</translation>
    </message>
    <message>
        <source>Connect to a gateway that already runs</source>
        <translation>Mit einem laufenden Gateway verbinden</translation>
    </message>
    <message>
        <source>Another provider</source>
        <translation>Anderer Anbieter</translation>
    </message>
    <message>
        <source>Azure OpenAI, Amazon Bedrock, Google Vertex AI and every other kind</source>
        <translation>Azure OpenAI, Amazon Bedrock, Google Vertex AI und alle anderen Arten</translation>
    </message>
    <message>
        <source>Opens its form</source>
        <translation>Öffnet sein Formular</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderTile</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderTrends</name>
    <message>
        <source>No answers in the last 24 hours.</source>
        <translation>Keine Antworten in den letzten 24 Stunden.</translation>
    </message>
    <message>
        <source>Median answer time of the last 24 hours between %1 and %2.</source>
        <translation>Mittlere Antwortzeit der letzten 24 Stunden zwischen %1 und %2.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProvidersCard</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n configured</source>
        <translation>
            <numerusform>%n eingerichtet</numerusform>
            <numerusform>%n eingerichtet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n gestört</numerusform>
            <numerusform>%n gestört</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProvidersModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>Keine Route</translation>
    </message>
    <message>
        <source>1 route</source>
        <translation>1 Route</translation>
    </message>
    <message numerus="yes">
        <source>%n routes</source>
        <translation>
            <numerusform>%n Route</numerusform>
            <numerusform>%n Routen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Requests being answered now, of the most allowed at a time</source>
        <translation>Anfragen, die gerade beantwortet werden, von den höchstens gleichzeitig erlaubten</translation>
    </message>
    <message>
        <source>Requests being answered now. There is no limit.</source>
        <translation>Anfragen, die gerade beantwortet werden. Es gibt kein Limit.</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <translation>d. MMM yyyy HH:mm:ss</translation>
    </message>
    <message>
        <source>No answered request since the gateway started</source>
        <translation>Keine beantwortete Anfrage seit dem Start des Gateways</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personendaten</translation>
    </message>
    <message>
        <source>%1, disputed</source>
        <translation>%1, strittig</translation>
    </message>
    <message>
        <source>%1 of its requests succeeded. %2</source>
        <translation>%1 seiner Anfragen gelangen. %2</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>Spent this month, of the budget of the provider for it</source>
        <translation>In diesem Monat ausgegeben, vom Budget des Anbieters dafür</translation>
    </message>
    <message>
        <source>Spent this month. The provider has no budget for it.</source>
        <translation>In diesem Monat ausgegeben. Der Anbieter hat dafür kein Budget.</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Adds a provider (N)</source>
        <translation>Fügt einen Anbieter hinzu (N)</translation>
    </message>
    <message>
        <source>No providers yet.</source>
        <translation>Noch keine Anbieter.</translation>
    </message>
    <message>
        <source>A provider is a company or a server of your own that answers with models.</source>
        <translation>Ein Anbieter ist eine Firma oder ein eigener Server, der mit Modellen antwortet.</translation>
    </message>
    <message>
        <source>Add what was found</source>
        <translation>Gefundenes hinzufügen</translation>
    </message>
    <message>
        <source>The providers could not be read.</source>
        <translation>Die Anbieter konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The gateway does not answer. Start it, or check the connection, and try again.</source>
        <translation>Das Gateway antwortet nicht. Starten Sie es oder prüfen Sie die Verbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The gateway answered with an error: %1.</source>
        <translation>Das Gateway antwortete mit einem Fehler: %1.</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the providers as of %1.</source>
        <translation>Das Gateway antwortet nicht. Sie sehen die Anbieter mit Stand %1.</translation>
    </message>
    <message>
        <source>The configuration could not be read, so providers cannot be changed now. %1</source>
        <translation>Die Konfiguration konnte nicht gelesen werden, daher lassen sich Anbieter jetzt nicht ändern. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Gatehouse found %1 on this computer.</source>
        <translation>Gatehouse hat %1 auf diesem Computer gefunden.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Replaced %1 with %2 and deleted it</source>
        <translation>%1 durch %2 ersetzt und gelöscht</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PublishDialog</name>
    <message>
        <source>Publish the draft</source>
        <translation>Entwurf veröffentlichen</translation>
    </message>
    <message numerus="yes">
        <source>Publish %n changes?</source>
        <translation>
            <numerusform>%n Änderung veröffentlichen?</numerusform>
            <numerusform>%n Änderungen veröffentlichen?</numerusform>
        </translation>
    </message>
    <message>
        <source>New requests follow the new routes at once; running ones end as they began. You can undo this.</source>
        <translation>Neue Anfragen folgen sofort den neuen Routen; laufende enden, wie sie begonnen haben. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>Was sich ändert</translation>
    </message>
    <message numerus="yes">
        <source>The check has %n warnings. They do not stop publishing.</source>
        <translation>
            <numerusform>Die Prüfung ergab %n Warnung. Sie verhindert das Veröffentlichen nicht.</numerusform>
            <numerusform>Die Prüfung ergab %n Warnungen. Sie verhindern das Veröffentlichen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (optional)</translation>
    </message>
    <message>
        <source>Kept with the version, for those who come after.</source>
        <translation>Bleibt bei der Version, für alle, die später kommen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RaiseBudgetDialog</name>
    <message>
        <source>Raise “%1” until it resets</source>
        <translation>„%1“ bis zum Neubeginn erhöhen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Raise budget</source>
        <translation>Budget erhöhen</translation>
    </message>
    <message>
        <source>Dollars to add</source>
        <translation>Zusätzliche Dollar</translation>
    </message>
    <message>
        <source>The limit itself stays; the next period begins with it.</source>
        <translation>Das Limit selbst bleibt; der nächste Zeitraum beginnt mit ihm.</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (optional)</translation>
    </message>
    <message>
        <source>Kept in the audit log.</source>
        <translation>Wird im Audit-Protokoll festgehalten.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RangeDialog</name>
    <message>
        <source>Choose a range of time</source>
        <translation>Zeitraum wählen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Days and hours of %1.</source>
        <translation>Tage und Stunden von %1.</translation>
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
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show range</source>
        <translation>Zeitraum zeigen</translation>
    </message>
    <message>
        <source>The end lies before the beginning. Choose a later one.</source>
        <translation>Das Ende liegt vor dem Anfang. Wählen Sie ein späteres.</translation>
    </message>
    <message numerus="yes">
        <source>A range is at most %n days long. Choose an earlier end.</source>
        <translation>
            <numerusform>Ein Zeitraum ist höchstens %n Tag lang. Wählen Sie ein früheres Ende.</numerusform>
            <numerusform>Ein Zeitraum ist höchstens %n Tage lang. Wählen Sie ein früheres Ende.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RateWords</name>
    <message>
        <source>The file is too large for a list of exchange rates.</source>
        <translation>Die Datei ist zu groß für eine Liste von Wechselkursen.</translation>
    </message>
    <message>
        <source>This is no XML file: %1</source>
        <translation>Dies ist keine XML-Datei: %1</translation>
    </message>
    <message>
        <source>The file holds no rates with a day and a rate of the US dollar. Choose eurofxref-daily.xml of the European Central Bank.</source>
        <translation>Die Datei enthält keine Kurse mit Tag und Kurs des US-Dollars. Wählen Sie eurofxref-daily.xml der Europäischen Zentralbank.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RecalculateDialog</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Recalculate past costs</source>
        <translation>Vergangene Kosten neu berechnen</translation>
    </message>
    <message>
        <source>Requests get the cost that the prices of now have for the day on which they started. What they said before is kept.</source>
        <translation>Anfragen erhalten die Kosten, die die heutigen Preise für den Tag ihres Beginns nennen. Was vorher galt, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
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
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>Requests of the</source>
        <translation>Anfragen der</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (optional)</translation>
    </message>
    <message>
        <source>Kept in the audit log.</source>
        <translation>Wird im Audit-Protokoll festgehalten.</translation>
    </message>
    <message>
        <source>What changes, by model</source>
        <translation>Was sich ändert, nach Modell</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>Recalculate</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <source>First look at the difference; nothing is changed by that.</source>
        <translation>Sehen Sie zuerst den Unterschied an; dadurch ändert sich nichts.</translation>
    </message>
    <message>
        <source>The gateway works it out…</source>
        <translation>Das Gateway rechnet …</translation>
    </message>
    <message>
        <source>%1 of %2 requests…</source>
        <translation>%1 von %2 Anfragen …</translation>
    </message>
    <message>
        <source>Nothing changes: all costs are those of the prices of now.</source>
        <translation>Nichts ändert sich: Alle Kosten entsprechen den heutigen Preisen.</translation>
    </message>
    <message>
        <source>%1 of %2 requests change, from %3 to %4.</source>
        <translation>%1 von %2 Anfragen ändern sich, von %3 auf %4.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RecordDialog</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>My key is sk-1234567890abcdef1234567890abcdef</source>
        <translation>Mein Schlüssel ist sk-1234567890abcdef1234567890abcdef</translation>
    </message>
    <message>
        <source>Record bodies</source>
        <translation>Inhalte aufzeichnen</translation>
    </message>
    <message>
        <source>Requests of</source>
        <translation>Anfragen von</translation>
    </message>
    <message>
        <source>Try a text</source>
        <translation>Text ausprobieren</translation>
    </message>
    <message>
        <source>What these requests say and are answered is stored word by word until it ends by itself. Secrets are taken out first. The audit log notes who records and who reads.</source>
        <translation>Was diese Anfragen sagen und als Antwort bekommen, wird Wort für Wort gespeichert, bis es von selbst endet. Geheimnisse werden vorher entfernt. Das Audit-Protokoll hält fest, wer aufzeichnet und wer liest.</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>Route %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Aufzeichnung starten</translation>
    </message>
    <message numerus="yes">
        <source>Kept for %n days, of each text at most %1, all together at most %2.</source>
        <translation>
            <numerusform>Einen Tag aufbewahrt, je Text höchstens %1, zusammen höchstens %2.</numerusform>
            <numerusform>%n Tage aufbewahrt, je Text höchstens %1, zusammen höchstens %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording was not started. The gateway says: %1</source>
        <translation>Die Aufzeichnung wurde nicht gestartet. Das Gateway sagt: %1</translation>
    </message>
    <message numerus="yes">
        <source>Kept for %n hours, of each text at most %1, all together at most %2.</source>
        <translation>
            <numerusform>%n Stunde lang aufbewahrt, von jedem Text höchstens %1, zusammen höchstens %2.</numerusform>
            <numerusform>%n Stunden lang aufbewahrt, von jedem Text höchstens %1, zusammen höchstens %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests at most</source>
        <translation>Anfragen höchstens</translation>
    </message>
    <message>
        <source>Minutes at most</source>
        <translation>Minuten höchstens</translation>
    </message>
    <message>
        <source>Recorded as: %1</source>
        <translation>Aufgezeichnet als: %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RecordingChip</name>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung läuft</translation>
    </message>
    <message>
        <source>Recording of bodies runs; end it</source>
        <translation>Inhalte werden aufgezeichnet; beenden</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>Route %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: at most %n more requests, until %2. Activate to end it.</source>
        <translation>
            <numerusform>%1: höchstens noch eine Anfrage, bis %2. Zum Beenden auslösen.</numerusform>
            <numerusform>%1: höchstens noch %n Anfragen, bis %2. Zum Beenden auslösen.</numerusform>
        </translation>
    </message>
    <message>
        <source>End the recording?</source>
        <translation>Aufzeichnung beenden?</translation>
    </message>
    <message>
        <source>Nothing more is recorded. What was recorded stays until it is deleted or past its time.</source>
        <translation>Es wird nichts mehr aufgezeichnet. Was aufgezeichnet wurde, bleibt, bis es gelöscht wird oder seine Zeit vorbei ist.</translation>
    </message>
    <message>
        <source>End recording</source>
        <translation>Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RefusalWords</name>
    <message>
        <source>%1 has used %2 of %3. Requests are refused until %4.</source>
        <translation>%1 hat %2 von %3 verbraucht. Anfragen werden bis %4 abgelehnt.</translation>
    </message>
    <message>
        <source>%1 has reached its limit of %2 requests a minute.</source>
        <translation>%1 hat das Limit von %2 Anfragen pro Minute erreicht.</translation>
    </message>
    <message>
        <source>%1 has reached its limit of %2 tokens a minute.</source>
        <translation>%1 hat das Limit von %2 Tokens pro Minute erreicht.</translation>
    </message>
    <message>
        <source>%1 has reached its limit of %2 requests at a time.</source>
        <translation>%1 hat das Limit von %2 gleichzeitigen Anfragen erreicht.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RegionSection</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>The system's (%1)</source>
        <translation>Wie das System (%1)</translation>
    </message>
    <message>
        <source>Reporting time zone</source>
        <translation>Zeitzone der Auswertung</translation>
    </message>
    <message>
        <source>Decides days, months and budget periods for everyone who uses this gateway.</source>
        <translation>Bestimmt Tage, Monate und Budgetzeiträume für alle, die dieses Gateway verwenden.</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Number format, money, dates, preview</source>
        <translation>Zahlenformat, Geld, Datum, Vorschau</translation>
    </message>
    <message>
        <source>%1 · %2 requests · %3 · %4, %5 · %6</source>
        <extracomment>A line of samples: money, a count, a share, date and time, a duration.</extracomment>
        <translation>%1 · %2 Anfragen · %3 · %4, %5 · %6</translation>
    </message>
    <message>
        <source>Week starts on</source>
        <translation>Woche beginnt am</translation>
    </message>
    <message>
        <source>For weekly sums and budgets, and for calendars.</source>
        <translation>Für Wochensummen und Budgets und für Kalender.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Numbers and dates</source>
        <translation>Zahlen und Daten</translation>
    </message>
    <message>
        <source>Amounts are shown in it, marked with ≈. Prices, limits and budgets stay in US dollars.</source>
        <translation>Beträge werden darin gezeigt, mit ≈ gekennzeichnet. Preise, Grenzen und Budgets bleiben in US-Dollar.</translation>
    </message>
    <message>
        <source>1 USD = </source>
        <translation>1 USD = </translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Rates from a file</source>
        <translation>Kurse aus einer Datei</translation>
    </message>
    <message>
        <source>eurofxref-daily.xml of the European Central Bank, from ecb.europa.eu.</source>
        <translation>eurofxref-daily.xml der Europäischen Zentralbank, von ecb.europa.eu.</translation>
    </message>
    <message>
        <source>Import exchange rates</source>
        <translation>Wechselkurse importieren</translation>
    </message>
    <message>
        <source>Exchange rates (*.xml)</source>
        <translation>Wechselkurse (*.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The file has no rate of %1. Enter it by hand.</source>
        <translation>Die Datei hat keinen Kurs für %1. Geben Sie ihn von Hand ein.</translation>
    </message>
    <message>
        <source>Like the language</source>
        <translation>Wie die Sprache</translation>
    </message>
    <message>
        <source>Of this desktop: amounts, counts and short dates.</source>
        <translation>Auf diesem Rechner: Beträge, Anzahlen und kurze Daten.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReliabilityPage</name>
    <message>
        <source>Reliability</source>
        <translation>Zuverlässigkeit</translation>
    </message>
    <message>
        <source>No requests in this range.</source>
        <translation>Keine Anfragen in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>What fails, and what the gateway does about it, shows here.</source>
        <translation>Hier steht, was scheitert und was das Gateway dagegen tut.</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Was gezählt wird</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Count requests</source>
        <translation>Anfragen zählen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Count attempts</source>
        <translation>Versuche zählen</translation>
    </message>
    <message>
        <source>Include caller mistakes</source>
        <translation>Fehler der Aufrufer mitzählen</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4, %5</source>
        <extracomment>attempts, retries, fallbacks, rescued, hedged, each with its number</extracomment>
        <translation>%1, %2, %3, %4, %5</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempts</source>
        <translation>
            <numerusform>%Ln Versuch</numerusform>
            <numerusform>%Ln Versuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retries</source>
        <translation>
            <numerusform>%Ln Wiederholung</numerusform>
            <numerusform>%Ln Wiederholungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fallbacks</source>
        <translation>
            <numerusform>%Ln Ausweichung</numerusform>
            <numerusform>%Ln Ausweichungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rescued</source>
        <translation>
            <numerusform>%Ln gerettet</numerusform>
            <numerusform>%Ln gerettet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hedged</source>
        <translation>
            <numerusform>%Ln doppelt gesandt</numerusform>
            <numerusform>%Ln doppelt gesandt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReplaceDialog</name>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>%1 is still used</source>
        <translation>%1 wird noch verwendet</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between route names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>The route %1 sends requests to it.</source>
        <translation>Die Route %1 sendet Anfragen dorthin.</translation>
    </message>
    <message numerus="yes">
        <source>%n routes send requests to it: %1.</source>
        <translation>
            <numerusform>%n Route sendet Anfragen an ihn: %1.</numerusform>
            <numerusform>%n Routen senden Anfragen an ihn: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>The routes keep their model names. It is one change that can be undone.</source>
        <translation>Die Routen behalten ihre Modellnamen. Es ist eine einzige Änderung, die sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Replace and delete</source>
        <translation>Ersetzen und löschen</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>There is no other provider. Add one, or take this one out of the routes first.</source>
        <translation>Es gibt keinen anderen Anbieter. Fügen Sie einen hinzu oder nehmen Sie diesen zuerst aus den Routen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReplayDialog</name>
    <message>
        <source>Replay a request</source>
        <translation>Anfrage wiederholen</translation>
    </message>
    <message>
        <source>Model or route</source>
        <translation>Modell oder Route</translation>
    </message>
    <message>
        <source>%1, as recorded</source>
        <translation>%1, wie aufgezeichnet</translation>
    </message>
    <message>
        <source>Rough cost</source>
        <translation>Ungefähre Kosten</translation>
    </message>
    <message>
        <source>This sends the recorded request again and is booked.</source>
        <translation>Dies sendet die aufgezeichnete Anfrage noch einmal und wird gebucht.</translation>
    </message>
    <message>
        <source>This sends the recorded request again and is booked on key %1, whose limits and budgets hold. The audit log notes it.</source>
        <translation>Dies sendet die aufgezeichnete Anfrage noch einmal und wird auf den Schlüssel %1 gebucht, dessen Limits und Budgets gelten. Das Audit-Protokoll vermerkt es.</translation>
    </message>
    <message>
        <source>Recorded answer</source>
        <translation>Aufgezeichnete Antwort</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>Neue Antwort</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open the new request</source>
        <translation>Neue Anfrage öffnen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Asking the gateway…</source>
        <translation>Das Gateway wird gefragt …</translation>
    </message>
    <message>
        <source>The cost is not known. The gateway says: %1</source>
        <translation>Die Kosten sind nicht bekannt. Das Gateway meldet: %1</translation>
    </message>
    <message>
        <source>Now it would be refused: %1</source>
        <translation>Jetzt würde sie abgelehnt: %1</translation>
    </message>
    <message>
        <source>Unpriced: %1 has no price, or the recorded counts are gone.</source>
        <translation>Ohne Preis: %1 hat keinen Preis, oder die aufgezeichneten Zahlen sind nicht mehr da.</translation>
    </message>
    <message>
        <source>About %1 at %2, if it takes as many tokens again: %3 in, %4 out.</source>
        <translation>Etwa %1 bei %2, wenn sie wieder so viele Tokens braucht: %3 ein, %4 aus.</translation>
    </message>
    <message>
        <source>%1 Secrets were taken out of the recording, [redacted] is sent in their place.</source>
        <translation>%1 Geheimnisse wurden aus der Aufzeichnung entfernt, an ihrer Stelle wird [redacted] gesendet.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>The request was not sent. The gateway says: %1</source>
        <translation>Die Anfrage wurde nicht gesendet. Das Gateway meldet: %1</translation>
    </message>
    <message>
        <source>Status %1 from %2, %3, %4 tokens out, %5</source>
        <translation>Status %1 von %2, %3, %4 Tokens aus, %5</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>Ohne Preis</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReportModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>last 24 h</source>
        <translation>letzte 24 h</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReportState</name>
    <message>
        <source>The gateway does not answer</source>
        <translation>Das Gateway antwortet nicht</translation>
    </message>
    <message>
        <source>Nothing could be read from it yet. It is asked again every few seconds.</source>
        <translation>Es konnte noch nichts gelesen werden. Alle paar Sekunden wird erneut gefragt.</translation>
    </message>
    <message>
        <source>As of %1. The gateway does not answer now.</source>
        <translation>Stand %1. Das Gateway antwortet gerade nicht.</translation>
    </message>
    <message>
        <source>This needs a newer gateway</source>
        <translation>Dies braucht ein neueres Gateway</translation>
    </message>
    <message>
        <source>The gateway is older than this window and cannot answer what is asked here.</source>
        <translation>Das Gateway ist älter als dieses Fenster und kann nicht beantworten, was hier gefragt wird.</translation>
    </message>
    <message>
        <source>Your role may not see this</source>
        <translation>Ihre Rolle darf dies nicht sehen</translation>
    </message>
    <message>
        <source>An administrator of the gateway can change that.</source>
        <translation>Ein Administrator des Gateways kann das ändern.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestActions</name>
    <message>
        <source>Only key %1</source>
        <translation>Nur Schlüssel %1</translation>
    </message>
    <message>
        <source>Only model %1</source>
        <translation>Nur Modell %1</translation>
    </message>
    <message>
        <source>Only provider %1</source>
        <translation>Nur Anbieter %1</translation>
    </message>
    <message>
        <source>Only route %1</source>
        <translation>Nur Route %1</translation>
    </message>
    <message>
        <source>Only team %1</source>
        <translation>Nur Team %1</translation>
    </message>
    <message>
        <source>Only client %1</source>
        <translation>Nur Client %1</translation>
    </message>
    <message>
        <source>Only error %1</source>
        <translation>Nur Fehler %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestDetailPanel</name>
    <message>
        <source>This request is still running.</source>
        <translation>Diese Anfrage läuft noch.</translation>
    </message>
    <message>
        <source>The caller left before the answer was complete.</source>
        <translation>Der Aufrufer brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>Refused by the gateway before any provider was asked.</source>
        <translation>Vom Gateway abgelehnt, bevor ein Anbieter gefragt wurde.</translation>
    </message>
    <message>
        <source>Failed at the only attempt.</source>
        <translation>Beim einzigen Versuch fehlgeschlagen.</translation>
    </message>
    <message numerus="yes">
        <source>Failed after %n attempts.</source>
        <translation>
            <numerusform>Nach %n Versuch fehlgeschlagen.</numerusform>
            <numerusform>Nach %n Versuchen fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by %1 at the first attempt.</source>
        <translation>Von %1 beim ersten Versuch beantwortet.</translation>
    </message>
    <message>
        <source>Answered by %1 after one failed attempt at %2.</source>
        <translation>Von %1 beantwortet nach einem fehlgeschlagenen Versuch bei %2.</translation>
    </message>
    <message numerus="yes">
        <source>Answered by %1 after %n failed attempts, first at %2.</source>
        <translation>
            <numerusform>Von %1 beantwortet nach %n fehlgeschlagenem Versuch, zuerst bei %2.</numerusform>
            <numerusform>Von %1 beantwortet nach %n fehlgeschlagenen Versuchen, zuerst bei %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Request details</source>
        <translation>Anfragedetails</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>Teile der Anfrage</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Raw record</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>Why this route</source>
        <translation>Warum diese Route</translation>
    </message>
    <message>
        <source>Targets weighed</source>
        <translation>Abgewogene Ziele</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Raw record as JSON</source>
        <translation>Rohdaten als JSON</translation>
    </message>
    <message>
        <source>Copy the record</source>
        <translation>Datensatz kopieren</translation>
    </message>
    <message>
        <source>What the gateway keeps of this request.</source>
        <translation>Was das Gateway von dieser Anfrage aufbewahrt.</translation>
    </message>
    <message>
        <source>This request could not be read.</source>
        <translation>Diese Anfrage konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Its record was removed, because records are kept for a limited time.</source>
        <translation>Ihr Datensatz wurde entfernt, da Datensätze nur begrenzte Zeit aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The gateway did not answer. Try again.</source>
        <translation>Das Gateway hat nicht geantwortet. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>, then </source>
        <comment>between planned targets</comment>
        <translation>, dann </translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Bedient von</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <translation>d. MMM yyyy HH:mm:ss</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 in total, first token after %2</source>
        <translation>%1 gesamt, erstes Token nach %2</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>About %1 in, %2 out, estimated</source>
        <translation>Etwa %1 ein, %2 aus, geschätzt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestHeader</name>
    <message>
        <source>Copy request id</source>
        <translation>Anfrage-ID kopieren</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Filter by this request</source>
        <translation>Nach dieser Anfrage filtern</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>Anfrage abbrechen</translation>
    </message>
    <message>
        <source>Replay with…</source>
        <translation>Wiederholen mit …</translation>
    </message>
    <message>
        <source>Previous request (K)</source>
        <translation>Vorherige Anfrage (K)</translation>
    </message>
    <message>
        <source>Next request (J)</source>
        <translation>Nächste Anfrage (J)</translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation>Details schließen (Esc)</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Explain with current policy</source>
        <translation>Mit aktuellen Regeln erklären</translation>
    </message>
    <message>
        <source>Add an alert for %1…</source>
        <translation>Alarm für %1 anlegen …</translation>
    </message>
    <message>
        <source>Show changes of %1</source>
        <translation>Änderungen an %1 zeigen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Send the recorded request again, to the same model or another one.</source>
        <translation>Die aufgezeichnete Anfrage noch einmal senden, an dasselbe oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>Only a recorded request can be sent again, and the body of this one was not recorded. Record bodies… records the next ones.</source>
        <translation>Nur eine aufgezeichnete Anfrage lässt sich noch einmal senden, und der Inhalt dieser wurde nicht aufgezeichnet. „Inhalte aufzeichnen …“ zeichnet die nächsten auf.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestHistogramView</name>
    <message>
        <source>Requests over time</source>
        <translation>Anfragen im Zeitverlauf</translation>
    </message>
    <message>
        <source>%1 requests, %2 of them failed. Arrow keys move, Enter narrows the range.</source>
        <translation>%1 Anfragen, davon %2 fehlgeschlagen. Pfeiltasten bewegen, die Eingabetaste grenzt den Zeitraum ein.</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>d. MMM HH:mm</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestsModel</name>
    <message>
        <source>HH:mm:ss</source>
        <translation>HH:mm:ss</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>d. MMM HH:mm</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>tokens in and out</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Status %1, %2</source>
        <translation>Status %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, served by a fallback</source>
        <translation>
            <numerusform>%n Versuch, ausgewichen</numerusform>
            <numerusform>%n Versuche, ausgewichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens in, %2 tokens out</source>
        <translation>%1 Token ein, %2 Token aus</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 The provider sent no count, so this is an estimate.</source>
        <translation>%1 Der Anbieter hat keine Anzahl gesendet, daher ist dies eine Schätzung.</translation>
    </message>
    <message>
        <source>This model has no price yet.</source>
        <translation>Dieses Modell hat noch keinen Preis.</translation>
    </message>
    <message>
        <source>from cache</source>
        <translation>aus dem Cache</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>ausgewichen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Served by model</source>
        <translation>Bedient von Modell</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Tokens in / out</source>
        <translation>Token ein / aus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation>Gestreamt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Running for %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>The bar is full at %1, what the slowest of the newest requests took.</source>
        <translation>Der Balken ist voll bei %1, der Dauer der langsamsten unter den neuesten Anfragen.</translation>
    </message>
    <message>
        <source>≈ %1 / %2</source>
        <comment>tokens in and out, estimated</comment>
        <translation>≈ %1 / %2</translation>
    </message>
    <message>
        <source>About %1 tokens in, %2 tokens out</source>
        <translation>Etwa %1 Token ein, %2 Token aus</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation>Anfragen filtern</translation>
    </message>
    <message>
        <source>Filter, for example status:error provider:openai latency&gt;2s</source>
        <translation>Filter, zum Beispiel status:error provider:openai latency&gt;2s</translation>
    </message>
    <message>
        <source>Search all time</source>
        <translation>Gesamte Zeit durchsuchen</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>App verbinden</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>The requests could not be read.</source>
        <translation>Die Anfragen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The gateway does not answer. Start it, or check the connection, and try again.</source>
        <translation>Das Gateway antwortet nicht. Starten Sie es oder prüfen Sie die Verbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The gateway answered with an error: %1.</source>
        <translation>Das Gateway antwortete mit einem Fehler: %1.</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the requests as of %1.</source>
        <translation>Das Gateway antwortet nicht. Sie sehen die Anfragen mit Stand %1.</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last requests read.</source>
        <translation>Das Gateway antwortet nicht. Sie sehen die zuletzt gelesenen Anfragen.</translation>
    </message>
    <message>
        <source>%1. The table holds the newest %2, narrow the filter to see older ones.</source>
        <translation>%1. Die Tabelle enthält die neuesten %2; für ältere den Filter enger fassen.</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>Noch keine Anfragen.</translation>
    </message>
    <message>
        <source>No requests in this range.</source>
        <translation>Keine Anfragen in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>Every request that an app sends through the gateway shows here, with its route, attempts and cost.</source>
        <translation>Jede Anfrage, die eine App durch das Gateway sendet, erscheint hier mit Route, Versuchen und Kosten.</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>No request in this range passes the filter.</source>
        <translation>Keine Anfrage in diesem Zeitraum passt zum Filter.</translation>
    </message>
    <message>
        <source>Open details</source>
        <translation>Details öffnen</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>Anfrage abbrechen</translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>Anfrage-ID kopieren</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>The request could not be cancelled. %1</source>
        <translation>Die Anfrage konnte nicht abgebrochen werden. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last hour</source>
        <translation>
            <numerusform>%Ln Anfrage in der letzten Stunde</numerusform>
            <numerusform>%Ln Anfragen in der letzten Stunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last 24 hours</source>
        <translation>
            <numerusform>%Ln Anfrage in den letzten 24 Stunden</numerusform>
            <numerusform>%Ln Anfragen in den letzten 24 Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last 7 days</source>
        <translation>
            <numerusform>%Ln Anfrage in den letzten 7 Tagen</numerusform>
            <numerusform>%Ln Anfragen in den letzten 7 Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last 30 days</source>
        <translation>
            <numerusform>%Ln Anfrage in den letzten 30 Tagen</numerusform>
            <numerusform>%Ln Anfragen in den letzten 30 Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in all time</source>
        <translation>
            <numerusform>%Ln Anfrage insgesamt</numerusform>
            <numerusform>%Ln Anfragen insgesamt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the range of the filter</source>
        <translation>
            <numerusform>%Ln Anfrage im Zeitraum des Filters</numerusform>
            <numerusform>%Ln Anfragen im Zeitraum des Filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests, %1</source>
        <translation>
            <numerusform>%Ln Anfrage, %1</numerusform>
            <numerusform>%Ln Anfragen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Record bodies…</source>
        <translation>Inhalte aufzeichnen …</translation>
    </message>
    <message>
        <source>Open details in a window (Ctrl+Enter)</source>
        <translation>Details in einem Fenster öffnen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Add an alert for %1…</source>
        <translation>Alarm für %1 anlegen …</translation>
    </message>
    <message>
        <source>Show changes of %1</source>
        <translation>Änderungen an %1 zeigen</translation>
    </message>
    <message>
        <source>%1 requests in this range.</source>
        <translation>%1 Anfragen in diesem Zeitraum.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestsTable</name>
    <message>
        <source>Requests, newest first</source>
        <translation>Anfragen, neueste zuerst</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RescuedCard</name>
    <message>
        <source>Rescued requests</source>
        <translation>Gerettete Anfragen</translation>
    </message>
    <message>
        <source>failed first, answered later</source>
        <translation>erst gescheitert, dann beantwortet</translation>
    </message>
    <message>
        <source>Rescued</source>
        <translation>Gerettet</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RestoreDialog</name>
    <message>
        <source>Restore backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Restore %1?</source>
        <translation>%1 wiederherstellen?</translation>
    </message>
    <message>
        <source>Type “%1” to go on</source>
        <translation>Zum Fortfahren „%1“ eintippen</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>wiederherstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Checking the backup…</source>
        <translation>Sicherung wird geprüft …</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>It replaces the configuration (now revision %1), the created keys, the books of requests and the audit log. The gateway ends running requests and restarts at once. What is there now is kept in a folder beside it.</source>
        <translation>Sie ersetzt die Konfiguration (jetzt Version %1), die erstellten Schlüssel, die Bücher der Anfragen und das Audit-Protokoll. Das Gateway beendet laufende Anfragen und startet sofort neu. Was jetzt da ist, bleibt in einem Ordner daneben.</translation>
    </message>
    <message>
        <source>Requests in the books: %1 now, %2 afterwards.</source>
        <translation>Anfragen in den Büchern: jetzt %1, danach %2.</translation>
    </message>
    <message>
        <source>The configuration stays as it is.</source>
        <translation>Die Konfiguration bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>In the configuration this changes:</source>
        <translation>In der Konfiguration ändert sich:</translation>
    </message>
    <message numerus="yes">
        <source>Made %1 by Gatehouse %2: configuration revision %3, %Ln requests.</source>
        <translation>
            <numerusform>Erstellt %1 von Gatehouse %2: Konfigurationsversion %3, %Ln Anfrage.</numerusform>
            <numerusform>Erstellt %1 von Gatehouse %2: Konfigurationsversion %3, %Ln Anfragen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RevisionsModel</name>
    <message>
        <source>The difference could not be read: %1</source>
        <translation>Der Unterschied konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1, in force</source>
        <translation>%1, in Kraft</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1; und %n weitere</numerusform>
            <numerusform>%1; und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Rights</name>
    <message>
        <source>Your role (%1) may not do this. Roles that may: %2.</source>
        <translation>Ihre Rolle (%1) darf das nicht. Rollen, die es dürfen: %2.</translation>
    </message>
    <message>
        <source>The token this window signs in with leaves this out.</source>
        <translation>Das Token, mit dem sich dieses Fenster anmeldet, schließt dies aus.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RightsLock</name>
    <message>
        <source>The gateway does not answer, so nothing can be changed now.</source>
        <translation>Das Gateway antwortet nicht, daher lässt sich jetzt nichts ändern.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RotateDialog</name>
    <message>
        <source>Rotate key</source>
        <translation>Schlüssel erneuern</translation>
    </message>
    <message>
        <source>Rotate key “%1”</source>
        <translation>Schlüssel „%1“ erneuern</translation>
    </message>
    <message>
        <source>It is refused at once</source>
        <translation>Wird sofort abgelehnt</translation>
    </message>
    <message>
        <source>It works for 1 more hour</source>
        <translation>Gilt noch 1 Stunde</translation>
    </message>
    <message>
        <source>It works for 24 more hours</source>
        <translation>Gilt noch 24 Stunden</translation>
    </message>
    <message>
        <source>It works for 7 more days</source>
        <translation>Gilt noch 7 Tage</translation>
    </message>
    <message>
        <source>The key gets a new secret now. Its name, team, models and spend stay.</source>
        <translation>Der Schlüssel erhält jetzt ein neues Geheimnis. Name, Team, Modelle und Ausgaben bleiben.</translation>
    </message>
    <message>
        <source>The old secret is still accepted from the last rotation; that ends now.</source>
        <translation>Das alte Geheimnis der letzten Erneuerung wird noch akzeptiert; das endet jetzt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Old secret</source>
        <translation>Altes Geheimnis</translation>
    </message>
    <message>
        <source>The key was not rotated. %1</source>
        <translation>Der Schlüssel wurde nicht erneuert. %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteArranger</name>
    <message>
        <source>Pull the line to a model or a route in the list</source>
        <translation>Ziehen Sie die Linie zu einem Modell oder einer Route in der Liste</translation>
    </message>
    <message>
        <source>%1 is a target already</source>
        <translation>%1 ist schon ein Ziel</translation>
    </message>
    <message>
        <source>Add %1 as a target</source>
        <translation>%1 als Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Added the target %1</source>
        <translation>Ziel %1 hinzugefügt</translation>
    </message>
    <message>
        <source>A route cannot be its own fallback</source>
        <translation>Eine Route kann nicht auf sich selbst ausweichen</translation>
    </message>
    <message>
        <source>%1 is a fallback already</source>
        <translation>%1 ist schon eine Ausweichroute</translation>
    </message>
    <message>
        <source>%1 falls back to this route: that would be a loop</source>
        <translation>%1 weicht auf diese Route aus: Das wäre ein Kreis</translation>
    </message>
    <message>
        <source>Add %1 as a fallback</source>
        <translation>%1 als Ausweichroute hinzufügen</translation>
    </message>
    <message>
        <source>Added the fallback %1</source>
        <translation>Ausweichroute %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Moved %1 in the order</source>
        <translation>%1 in der Reihenfolge verschoben</translation>
    </message>
    <message>
        <source>Changed the weight of %1</source>
        <translation>Gewicht von %1 geändert</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>More weight</source>
        <translation>Mehr Gewicht</translation>
    </message>
    <message>
        <source>Less weight</source>
        <translation>Weniger Gewicht</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Add a fallback</source>
        <translation>Ausweichroute hinzufügen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteDiagram</name>
    <message>
        <source>Diagram of the route</source>
        <translation>Diagramm der Route</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>weight, sum of all weights; short</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Pull a line to a model or a route in the list, or click for a menu</source>
        <translation>Eine Linie zu einem Modell oder einer Route in der Liste ziehen, oder für ein Menü klicken</translation>
    </message>
    <message>
        <source>Drag up or down, or turn the wheel, to change the weight</source>
        <translation>Nach oben oder unten ziehen oder am Rad drehen, um das Gewicht zu ändern</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteEditor</name>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Rate limited (429)</source>
        <translation>Ratenlimit erreicht (429)</translation>
    </message>
    <message>
        <source>Server error (5xx)</source>
        <translation>Serverfehler (5xx)</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Allowed regions</source>
        <translation>Erlaubte Regionen</translation>
    </message>
    <message>
        <source>Requests never leave these regions, fallbacks included: us, eu, on-prem.</source>
        <translation>Anfragen verlassen diese Regionen nie, auch nicht über Ausweichrouten: us, eu, on-prem.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The model name that clients send.</source>
        <translation>Der Modellname, den Clients senden.</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Show the requests of this route</source>
        <translation>Anfragen dieser Route anzeigen</translation>
    </message>
    <message>
        <source>Duplicate this route</source>
        <translation>Diese Route duplizieren</translation>
    </message>
    <message>
        <source>Delete this route</source>
        <translation>Diese Route löschen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>The first one included.</source>
        <translation>Der erste zählt mit.</translation>
    </message>
    <message>
        <source>Pause before the second</source>
        <translation>Pause vor dem zweiten</translation>
    </message>
    <message>
        <source>It doubles from there.</source>
        <translation>Verdoppelt sich danach.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Try again after: %1</source>
        <translation>Erneut versuchen nach: %1</translation>
    </message>
    <message>
        <source>Try the next target after</source>
        <translation>Nächstes Ziel versuchen nach</translation>
    </message>
    <message>
        <source>Use 1 to 64 lower-case letters, digits, dots, hyphens or underscores.</source>
        <translation>Verwenden Sie 1 bis 64 Kleinbuchstaben, Ziffern, Punkte, Binde- oder Unterstriche.</translation>
    </message>
    <message>
        <source>Another route is called “%1”. Choose another name.</source>
        <translation>Eine andere Route heißt „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Der Schlüssel</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>Das Team</translation>
    </message>
    <message>
        <source>The session</source>
        <translation>Die Sitzung</translation>
    </message>
    <message>
        <source>The session, else the key</source>
        <translation>Die Sitzung, sonst der Schlüssel</translation>
    </message>
    <message>
        <source>What stays at one target</source>
        <translation>Was bei einem Ziel bleibt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteList</name>
    <message>
        <source>No name, target or strategy has this text.</source>
        <translation>Kein Name, Ziel und keine Strategie enthält diesen Text.</translation>
    </message>
    <message>
        <source>Search routes and models</source>
        <translation>Routen und Modelle suchen</translation>
    </message>
    <message>
        <source>Routes and direct models</source>
        <translation>Routen und direkte Modelle</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteListModel</name>
    <message>
        <source>No target</source>
        <translation>Kein Ziel</translation>
    </message>
    <message>
        <source>None</source>
        <comment>usable targets</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>usable targets</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Nutzbar</translation>
    </message>
    <message numerus="yes">
        <source>%n targets</source>
        <translation>
            <numerusform>%n Ziel</numerusform>
            <numerusform>%n Ziele</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>strategy, number of targets</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Direct models</source>
        <translation>Direkte Modelle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 requests in 24 hours</source>
        <translation>%1 Anfragen in 24 Stunden</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>Der Reihe nach</translation>
    </message>
    <message>
        <source>The first target that works gets every request.</source>
        <translation>Das erste Ziel, das arbeitet, bekommt jede Anfrage.</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>Nach Gewicht</translation>
    </message>
    <message>
        <source>Each target gets a share by its weight.</source>
        <translation>Jedes Ziel bekommt einen Anteil nach seinem Gewicht.</translation>
    </message>
    <message>
        <source>Least busy</source>
        <translation>Am wenigsten belegt</translation>
    </message>
    <message>
        <source>The target with the fewest running requests for its weight.</source>
        <translation>Das Ziel mit den wenigsten laufenden Anfragen für sein Gewicht.</translation>
    </message>
    <message>
        <source>Fastest first token</source>
        <translation>Schnellstes erstes Token</translation>
    </message>
    <message>
        <source>The target that has lately begun its answers soonest.</source>
        <translation>Das Ziel, das zuletzt am frühesten zu antworten begann.</translation>
    </message>
    <message>
        <source>Cheapest that fits</source>
        <translation>Günstigstes, das passt</translation>
    </message>
    <message>
        <source>The target with the lowest price that can take the request.</source>
        <translation>Das Ziel mit dem niedrigsten Preis, das die Anfrage annehmen kann.</translation>
    </message>
    <message>
        <source>Sticky</source>
        <translation>Bleibend</translation>
    </message>
    <message>
        <source>A session, key or team stays at one target, shared out by weight.</source>
        <translation>Eine Sitzung, ein Schlüssel oder ein Team bleibt bei einem Ziel, verteilt nach Gewicht.</translation>
    </message>
    <message>
        <source>Same beginning together</source>
        <translation>Gleicher Anfang zusammen</translation>
    </message>
    <message>
        <source>Prompts that begin alike go to one target, where their beginning may be cached.</source>
        <translation>Eingaben, die gleich beginnen, gehen zu einem Ziel, das ihren Anfang im Zwischenspeicher haben kann.</translation>
    </message>
    <message>
        <source>%1, no price</source>
        <comment>provider</comment>
        <translation>%1, ohne Preis</translation>
    </message>
    <message>
        <source>Edited, %1</source>
        <extracomment>%1 is the number of targets; the list is narrow</extracomment>
        <translation>Bearbeitet, %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteOutlineModel</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RoutePicker</name>
    <message>
        <source>All models of %1</source>
        <translation>Alle Modelle von %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All models and routes</source>
        <translation>Alle Modelle und Routen</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Only chosen models and routes</source>
        <translation>Nur gewählte Modelle und Routen</translation>
    </message>
    <message>
        <source>Find a model or route</source>
        <translation>Modell oder Route suchen</translation>
    </message>
    <message>
        <source>Models and routes that may be called</source>
        <translation>Modelle und Routen, die aufgerufen werden dürfen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteTrials</name>
    <message>
        <source>Others</source>
        <translation>Übrige</translation>
    </message>
    <message>
        <source>On trial</source>
        <translation>Auf Probe</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>First token, p95</source>
        <translation>Erstes Token, p95</translation>
    </message>
    <message>
        <source>Whole answer, p95</source>
        <translation>Ganze Antwort, p95</translation>
    </message>
    <message>
        <source>Cost of a request</source>
        <translation>Kosten je Anfrage</translation>
    </message>
    <message>
        <source>Halted: it takes no more requests.</source>
        <translation>Angehalten: Er bekommt keine Anfragen mehr.</translation>
    </message>
    <message>
        <source>%1 of the requests since %2.</source>
        <translation>%1 der Anfragen seit %2.</translation>
    </message>
    <message numerus="yes">
        <source>Judged from %n requests on.</source>
        <translation>
            <numerusform>Beurteilt ab %n Anfrage.</numerusform>
            <numerusform>Beurteilt ab %n Anfragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the requests are copied; %2 of %3 used today.</source>
        <translation>%1 der Anfragen werden kopiert; heute %2 von %3 verbraucht.</translation>
    </message>
    <message>
        <source>%1 of the requests are copied; %2 used today.</source>
        <translation>%1 der Anfragen werden kopiert; heute %2 verbraucht.</translation>
    </message>
    <message numerus="yes">
        <source>%n left out since the start.</source>
        <translation>
            <numerusform>%n seit dem Start ausgelassen.</numerusform>
            <numerusform>%n seit dem Start ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteView</name>
    <message>
        <source>Path of a request</source>
        <translation>Weg einer Anfrage</translation>
    </message>
    <message>
        <source>Which shares to show</source>
        <translation>Welche Anteile gezeigt werden</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Shares as planned</source>
        <translation>Anteile wie geplant</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Shares measured in the last 24 hours</source>
        <translation>Gemessene Anteile der letzten 24 Stunden</translation>
    </message>
    <message>
        <source>How to show the route</source>
        <translation>Darstellung der Route</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Path of a request as a list</source>
        <translation>Weg einer Anfrage als Liste</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RoutesModel</name>
    <message>
        <source>the models</source>
        <translation>die Modelle</translation>
    </message>
    <message>
        <source>the health of the providers</source>
        <translation>der Zustand der Anbieter</translation>
    </message>
    <message>
        <source>the requests of 24 hours</source>
        <translation>die Anfragen der letzten 24 Stunden</translation>
    </message>
    <message>
        <source>the keys</source>
        <translation>die Schlüssel</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RoutesPage</name>
    <message>
        <source>Models and routes</source>
        <translation>Modelle und Routen</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Explain a request</source>
        <translation>Anfrage erklären</translation>
    </message>
    <message>
        <source>Clients ask for this model by its whole name. A route gives it a name of your choice, and a place to go when it fails.</source>
        <translation>Clients fragen dieses Modell mit vollem Namen an. Eine Route gibt ihm einen Namen Ihrer Wahl und ein Ausweichziel, wenn es ausfällt.</translation>
    </message>
    <message>
        <source>Add a route for it</source>
        <translation>Route dafür hinzufügen</translation>
    </message>
    <message>
        <source>No routes yet.</source>
        <translation>Noch keine Routen.</translation>
    </message>
    <message>
        <source>Clients can ask for any enabled model directly. Add a route to balance, fall back or rename.</source>
        <translation>Clients können jedes aktive Modell direkt anfragen. Mit einer Route lässt sich verteilen, ausweichen oder umbenennen.</translation>
    </message>
    <message>
        <source>New route</source>
        <translation>Neue Route</translation>
    </message>
    <message>
        <source>The routes could not be read.</source>
        <translation>Die Routen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The gateway does not answer, or refused: %1</source>
        <translation>Das Gateway antwortet nicht oder lehnt ab: %1</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last data.</source>
        <translation>Das Gateway antwortet nicht. Sie sehen die letzten Daten.</translation>
    </message>
    <message numerus="yes">
        <source>Reachable now: %1 and %n more.</source>
        <translation>
            <numerusform>Jetzt erreichbar: %1 und %n weiteres.</numerusform>
            <numerusform>Jetzt erreichbar: %1 und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reachable now: %1.</source>
        <translation>Jetzt erreichbar: %1.</translation>
    </message>
    <message>
        <source>Not answered: %1.</source>
        <translation>Keine Antwort: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Set by %1</source>
        <translation>Festgelegt durch %1</translation>
    </message>
    <message>
        <source>Publish the draft of your routes?</source>
        <translation>Den Entwurf der Routen veröffentlichen?</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not published. Apps do not meet them yet.</source>
        <translation>
            <numerusform>%n Änderung ist nicht veröffentlicht. Apps merken davon noch nichts.</numerusform>
            <numerusform>%n Änderungen sind nicht veröffentlicht. Apps merken davon noch nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen …</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RulesEditor</name>
    <message>
        <source>None: every request goes to the targets.</source>
        <translation>Keine: Jede Anfrage geht zu den Zielen.</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Edit the condition</source>
        <translation>Bedingung bearbeiten</translation>
    </message>
    <message>
        <source>Move the condition up</source>
        <translation>Bedingung nach oben</translation>
    </message>
    <message>
        <source>Move the condition down</source>
        <translation>Bedingung nach unten</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>Bedingung entfernen</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RulesModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>The first that holds decides</source>
        <translation>Die erste, die zutrifft, entscheidet</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SecretDialog</name>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>I have saved the key</source>
        <translation>Ich habe den Schlüssel gesichert</translation>
    </message>
    <message>
        <source>Copy the key now: it cannot be shown again. The clipboard is cleared after a minute.</source>
        <translation>Kopieren Sie den Schlüssel jetzt: Er kann nicht noch einmal angezeigt werden. Die Zwischenablage wird nach einer Minute geleert.</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Der neue Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Connect an app to</source>
        <translation>App verbinden mit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Copy the key first?</source>
        <translation>Schlüssel zuerst kopieren?</translation>
    </message>
    <message>
        <source>It cannot be shown again.</source>
        <translation>Er kann nicht noch einmal angezeigt werden.</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>Kopieren und schließen</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Ohne Kopie schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SecretField</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Shows the key while pressed</source>
        <translation>Zeigt den Schlüssel beim Gedrückthalten</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SecretPlaceText</name>
    <message>
        <source>Sealed file</source>
        <translation>Tresordatei</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>The key store</source>
        <translation>Der Schlüsselspeicher</translation>
    </message>
    <message>
        <source>This passphrase is not right. Try again.</source>
        <translation>Diese Passphrase stimmt nicht. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is still locked. Unlock it with the program of your desktop that keeps passwords, then try again.</source>
        <translation>%1 ist noch gesperrt. Entsperren Sie ihn mit der Passwortverwaltung Ihres Desktops und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 has not answered yet. If it asks for a password, enter it, then try again.</source>
        <translation>%1 hat noch nicht geantwortet. Wenn nach einem Passwort gefragt wird, geben Sie es ein und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be opened. %2</source>
        <translation>%1 ließ sich nicht öffnen. %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SecuritySection</name>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Secret store</source>
        <translation>Geheimnisspeicher</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Stored secrets</source>
        <translation>Gespeicherte Geheimnisse</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>Use the keychain</source>
        <translation>Schlüsselbund verwenden</translation>
    </message>
    <message>
        <source>Use a sealed file…</source>
        <translation>Tresordatei verwenden …</translation>
    </message>
    <message>
        <source>Keep for this session</source>
        <translation>Für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>New secrets go there; stored ones stay where they are.</source>
        <translation>Neue Geheimnisse kommen dorthin; gespeicherte bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Secret store, keychain, sealed file, vault, passphrase, unlock</source>
        <translation>Geheimnisspeicher, Schlüsselbund, versiegelte Datei, Tresordatei, Passphrase, entsperren</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Clear the clipboard after</source>
        <translation>Zwischenablage leeren nach</translation>
    </message>
    <message>
        <source>A copied key is removed if it is still there. 0 turns this off.</source>
        <translation>Ein kopierter Schlüssel wird entfernt, falls er noch da ist. 0 schaltet dies aus.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Administration over TCP</source>
        <translation>Verwaltung über TCP</translation>
    </message>
    <message>
        <source>An address such as 127.0.0.1:4418; other computers need TLS. Applies when the gateway program starts again.</source>
        <translation>Eine Adresse wie 127.0.0.1:4418; andere Computer brauchen TLS. Gilt nach dem nächsten Start des Gateway-Programms.</translation>
    </message>
    <message>
        <source>None while TCP is off</source>
        <translation>Keines, solange TCP aus ist</translation>
    </message>
    <message>
        <source>Administration token</source>
        <translation>Verwaltungstoken</translation>
    </message>
    <message>
        <source>Opens everything; give it to administrators only.</source>
        <translation>Öffnet alles; nur an Administratoren geben.</translation>
    </message>
    <message>
        <source>Copy the administration token</source>
        <translation>Verwaltungstoken kopieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Only secrets that nothing uses can be removed.</source>
        <translation>Nur ungenutzte Geheimnisse können entfernt werden.</translation>
    </message>
    <message>
        <source>Stored secrets, keys, fingerprint, remove</source>
        <translation>Gespeicherte Geheimnisse, Schlüssel, Fingerabdruck, entfernen</translation>
    </message>
    <message>
        <source>Opens everything at %1; give it to administrators only.</source>
        <translation>Öffnet alles unter %1; nur an Administratoren geben.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Nicht verfügbar</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Used by %1</source>
        <translation>Verwendet von %1</translation>
    </message>
    <message>
        <source>Requests that need stored keys fail until it is unlocked.</source>
        <translation>Anfragen, die gespeicherte Schlüssel brauchen, schlagen bis zum Entsperren fehl.</translation>
    </message>
    <message>
        <source>People &amp;&amp; roles</source>
        <translation>Personen &amp;&amp; Rollen</translation>
    </message>
    <message>
        <source>Tokens of people</source>
        <translation>Token von Personen</translation>
    </message>
    <message>
        <source>Each opens what its person may do, and ends on a day. They are issued and revoked under People &amp; roles.</source>
        <translation>Jedes öffnet, was seine Person darf, und endet an einem Tag. Ausgestellt und widerrufen werden sie unter „Personen &amp; Rollen“.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Anbieter %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Alert channel %1</source>
        <translation>Alarmkanal %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ServiceAccountButton</name>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose the file of the service account</source>
        <translation>Datei des Dienstkontos wählen</translation>
    </message>
    <message>
        <source>The JSON file that Google Cloud made for the service account</source>
        <translation>Die JSON-Datei, die Google Cloud für das Dienstkonto erstellt hat</translation>
    </message>
    <message>
        <source>Service accounts (*.json)</source>
        <translation>Dienstkonten (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose the JSON file of a service account.</source>
        <translation>Diese Datei kann nicht gelesen werden. Wählen Sie die JSON-Datei eines Dienstkontos.</translation>
    </message>
    <message>
        <source>This file holds no key of a service account. In Google Cloud, make a key of type JSON and choose that file.</source>
        <translation>Diese Datei enthält keinen Schlüssel eines Dienstkontos. Erstellen Sie in Google Cloud einen Schlüssel vom Typ JSON und wählen Sie diese Datei.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>Keine Einstellung heißt so.</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The gateway has not answered since %1. You see its last settings.</source>
        <translation>Das Gateway hat seit %1 nicht geantwortet. Sie sehen seine letzten Einstellungen.</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>Die Einstellungen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>New settings apply after restarting the gateway.</source>
        <translation>Neue Einstellungen gelten nach einem Neustart des Gateways.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are running; they end first.</source>
        <translation>
            <numerusform>%n Anfrage läuft; sie wird erst abgeschlossen.</numerusform>
            <numerusform>%n Anfragen laufen; sie werden erst abgeschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No requests are running.</source>
        <translation>Es laufen keine Anfragen.</translation>
    </message>
    <message>
        <source>Unsaved changes to the gateway</source>
        <translation>Nicht gespeicherte Änderungen am Gateway</translation>
    </message>
    <message>
        <source>Let other computers in?</source>
        <translation>Andere Computer zulassen?</translation>
    </message>
    <message>
        <source>Every computer that can reach %1 can then send requests. A key stays required.</source>
        <translation>Jeder Computer, der %1 erreicht, kann dann Anfragen senden. Ein Schlüssel bleibt nötig.</translation>
    </message>
    <message>
        <source>Every computer that can reach %1 can then send requests. A key stays required, but without TLS keys and prompts can be read on the network.</source>
        <translation>Jeder Computer, der %1 erreicht, kann dann Anfragen senden. Ein Schlüssel bleibt nötig, aber ohne TLS sind Schlüssel und Prompts im Netzwerk lesbar.</translation>
    </message>
    <message>
        <source>Let them in</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save the changed settings?</source>
        <translation>Die geänderten Einstellungen speichern?</translation>
    </message>
    <message>
        <source>They are not in force until they are saved.</source>
        <translation>Sie gelten erst, wenn sie gespeichert sind.</translation>
    </message>
    <message>
        <source>Not everything here could be read. %1</source>
        <translation>Nicht alles hier konnte gelesen werden. %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SettingsSection</name>
    <message>
        <source>Reset “%1” to its default</source>
        <translation>„%1“ auf den Standard zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ShortcutDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Keys for “%1”</source>
        <translation>Tasten für „%1“</translation>
    </message>
    <message>
        <source>Press the keys. Cleared, the command has none.</source>
        <translation>Die Tasten drücken. Geleert hat der Befehl keine.</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>“%1” has these keys. Give it others first, or press others here.</source>
        <translation>„%1“ hat diese Tasten. Zuerst dort andere geben oder hier andere drücken.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Pause or resume the live view</source>
        <translation>Liveansicht anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Zeile öffnen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close the panel, then clear the filter</source>
        <translation>Seitenbereich schließen, dann Filter löschen</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>Export what the page shows</source>
        <translation>Exportieren, was die Seite zeigt</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>Formular speichern</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Main action of a form</source>
        <translation>Hauptaktion eines Formulars</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Gewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>J / K</source>
        <translation>J / K</translation>
    </message>
    <message>
        <source>Next or previous request while its story is open</source>
        <translation>Nächste oder vorherige Anfrage bei offenen Details</translation>
    </message>
    <message>
        <source>Left / Right</source>
        <translation>Links / Rechts</translation>
    </message>
    <message>
        <source>Move through the points of a chart</source>
        <translation>Durch die Punkte eines Diagramms gehen</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Show the menu bar</source>
        <translation>Menüleiste anzeigen</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Sidebar</name>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SigningSecretDialog</name>
    <message>
        <source>Signing secret of %1</source>
        <translation>Signaturgeheimnis von %1</translation>
    </message>
    <message>
        <source>Give it to the receiver. It is not shown again. A message is genuine when x-gatehouse-signature is v1= and the HMAC-SHA256 of the x-gatehouse-timestamp, a dot and the body.</source>
        <translation>Geben Sie es dem Empfänger. Es wird nicht noch einmal gezeigt. Eine Nachricht ist echt, wenn x-gatehouse-signature aus v1= und dem HMAC-SHA256 über x-gatehouse-timestamp, einen Punkt und den Inhalt besteht.</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signaturgeheimnis</translation>
    </message>
    <message>
        <source>Copy the signing secret</source>
        <translation>Das Signaturgeheimnis kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SnippetView</name>
    <message>
        <source>Copy this text with the key</source>
        <translation>Diesen Text mit Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Kind of app</source>
        <translation>Art der App</translation>
    </message>
    <message>
        <source>Text for the app</source>
        <translation>Text für die App</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SpendCard</name>
    <message>
        <source>Spend by model</source>
        <translation>Ausgaben nach Modell</translation>
    </message>
    <message>
        <source>Spend by team</source>
        <translation>Ausgaben nach Team</translation>
    </message>
    <message>
        <source>Spend by key</source>
        <translation>Ausgaben nach Schlüssel</translation>
    </message>
    <message>
        <source>Spend by provider</source>
        <translation>Ausgaben nach Anbieter</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Nach Team</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>Nach Schlüssel</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Nach Anbieter</translation>
    </message>
    <message>
        <source>Export this chart as CSV</source>
        <translation>Dieses Diagramm als CSV exportieren</translation>
    </message>
    <message numerus="yes">
        <source>last %n days, daily</source>
        <translation>
            <numerusform>letzter %n Tag, täglich</numerusform>
            <numerusform>letzte %n Tage, täglich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n hours, hourly</source>
        <translation>
            <numerusform>letzte %n Stunde, stündlich</numerusform>
            <numerusform>letzte %n Stunden, stündlich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, hourly</source>
        <translation>%1, je Stunde</translation>
    </message>
    <message>
        <source>%1, weekly</source>
        <translation>%1, je Woche</translation>
    </message>
    <message>
        <source>%1, daily</source>
        <translation>%1, je Tag</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SpendPage</name>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Aufschlüsselung</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Views of the spending</source>
        <translation>Ansichten der Ausgaben</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Invoice check</source>
        <translation>Rechnungsprüfung</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SpendingFields</name>
    <message>
        <source>No budget</source>
        <translation>Kein Budget</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Eine Woche</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Ein Monat</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>Ein Quartal</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Ein Jahr</translation>
    </message>
    <message>
        <source>Any 24 hours</source>
        <translation>Beliebige 24 Stunden</translation>
    </message>
    <message>
        <source>Any 7 days</source>
        <translation>Beliebige 7 Tage</translation>
    </message>
    <message>
        <source>Any 30 days</source>
        <translation>Beliebige 30 Tage</translation>
    </message>
    <message>
        <source>Refuse requests</source>
        <translation>Anfragen ablehnen</translation>
    </message>
    <message>
        <source>Only warn</source>
        <translation>Nur warnen</translation>
    </message>
    <message>
        <source>Use route %1</source>
        <translation>Route %1 nehmen</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>When it is used up</source>
        <translation>Wenn es aufgebraucht ist</translation>
    </message>
    <message>
        <source>The team allows %1; this key would never reach %2.</source>
        <translation>Das Team erlaubt %1; dieser Schlüssel käme nie auf %2.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SpreadCard</name>
    <message>
        <source>All answers over time</source>
        <translation>Alle Antworten im Zeitverlauf</translation>
    </message>
    <message>
        <source>Heat map of all answers</source>
        <translation>Heatmap aller Antworten</translation>
    </message>
    <message>
        <source>Median per group</source>
        <translation>Median je Gruppe</translation>
    </message>
    <message>
        <source>Heat map or lines</source>
        <translation>Heatmap oder Linien</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Lines per group</source>
        <translation>Linien je Gruppe</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StackedBarChart</name>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>In four of five cases</source>
        <translation>In vier von fünf Fällen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StatePanel</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StatusModel</name>
    <message>
        <source>The gateway cannot listen</source>
        <translation>Das Gateway kann nicht lauschen</translation>
    </message>
    <message>
        <source>The configuration file is refused; the last good revision serves</source>
        <translation>Die Konfigurationsdatei ist abgelehnt; die letzte gültige Version gilt weiter</translation>
    </message>
    <message>
        <source>A database was damaged</source>
        <translation>Eine Datenbank war beschädigt</translation>
    </message>
    <message>
        <source>The stored keys are locked</source>
        <translation>Die gespeicherten Schlüssel sind gesperrt</translation>
    </message>
    <message>
        <source>Requests are not written to the books at present</source>
        <translation>Anfragen werden zurzeit nicht in die Bücher geschrieben</translation>
    </message>
    <message>
        <source>The journal is full: requests are not booked</source>
        <translation>Das Journal ist voll: Anfragen werden nicht verbucht</translation>
    </message>
    <message>
        <source>A declared key is not in force</source>
        <translation>Ein in der Konfiguration genannter Schlüssel gilt nicht</translation>
    </message>
    <message>
        <source>Requests that need them fail until they are unlocked.</source>
        <translation>Anfragen, die sie brauchen, schlagen bis zum Entsperren fehl.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Route %1 has no target that can be used</source>
        <translation>Route %1 hat kein nutzbares Ziel</translation>
    </message>
    <message>
        <source>Its requests fail until a target is back.</source>
        <translation>Ihre Anfragen scheitern, bis ein Ziel zurück ist.</translation>
    </message>
    <message>
        <source>Its attempts fail; routes use their other targets.</source>
        <translation>Seine Versuche scheitern; Routen nutzen ihre anderen Ziele.</translation>
    </message>
    <message>
        <source>Show reliability</source>
        <translation>Zuverlässigkeit zeigen</translation>
    </message>
    <message>
        <source>The audit log was changed</source>
        <translation>Das Audit-Protokoll wurde verändert</translation>
    </message>
    <message>
        <source>The books do not agree</source>
        <translation>Die Bücher stimmen nicht überein</translation>
    </message>
    <message>
        <source>The backup was not restored; the books from before are in use</source>
        <translation>Die Sicherung wurde nicht wiederhergestellt; die Bücher von vorher sind in Gebrauch</translation>
    </message>
    <message>
        <source>Some requests are missing in these numbers. %1</source>
        <translation>In diesen Zahlen fehlen einige Anfragen. %1</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program. Use another port, or stop it.</source>
        <translation>Port %1 wird von einem anderen Programm benutzt. Nehmen Sie einen anderen Port, oder beenden Sie es.</translation>
    </message>
    <message>
        <source>Port %1 is in use by process %2 (%3). Use another port, or stop it.</source>
        <translation>Port %1 wird von Prozess %2 (%3) benutzt. Nehmen Sie einen anderen Port, oder beenden Sie ihn.</translation>
    </message>
    <message>
        <source>Use another port</source>
        <translation>Anderen Port benutzen</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <comment>a provider</comment>
        <translation>%1 ist ausgefallen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StepList</name>
    <message>
        <source>Passed: %1. %2</source>
        <translation>Bestanden: %1. %2</translation>
    </message>
    <message>
        <source>Failed: %1. %2</source>
        <translation>Fehlgeschlagen: %1. %2</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StepRail</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Compact now</source>
        <translation>Jetzt komprimieren</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bücher</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Files of the data folder</source>
        <translation>Dateien des Datenordners</translation>
    </message>
    <message>
        <source>Drops what is older than kept and gives the space back.</source>
        <translation>Entfernt, was älter ist als die Aufbewahrung, und gibt den Platz frei.</translation>
    </message>
    <message>
        <source>Database place and size, oldest request, compact now</source>
        <translation>Ort und Größe der Datenbank, älteste Anfrage, jetzt komprimieren</translation>
    </message>
    <message>
        <source>Request records</source>
        <translation>Anfragedatensätze</translation>
    </message>
    <message>
        <source>Who asked what model when, tokens, cost and decisions. No prompts.</source>
        <translation>Wer wann welches Modell angefragt hat, Token, Kosten und Entscheidungen. Keine Prompts.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Size of the request log</source>
        <translation>Größe des Anfrageprotokolls</translation>
    </message>
    <message>
        <source>Above it the oldest records go first. 0 sets no bound.</source>
        <translation>Darüber werden die ältesten Datensätze zuerst entfernt. 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>No bound</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Daily sums</source>
        <translation>Tagessummen</translation>
    </message>
    <message>
        <source>Spend, requests and tokens per day; they outlive the records.</source>
        <translation>Ausgaben, Anfragen und Token pro Tag; sie überdauern die Datensätze.</translation>
    </message>
    <message>
        <source>%1 in all, %2 free on this disk. %3 requests, the oldest of %4.</source>
        <translation>%1 insgesamt, %2 frei auf diesem Datenträger. %3 Anfragen, die älteste vom %4.</translation>
    </message>
    <message>
        <source>%1 in all, %2 free on this disk. No requests yet.</source>
        <translation>%1 insgesamt, %2 frei auf diesem Datenträger. Noch keine Anfragen.</translation>
    </message>
    <message>
        <source>Compacting…</source>
        <translation>Wird komprimiert …</translation>
    </message>
    <message>
        <source>Stored responses</source>
        <translation>Gespeicherte Antworten</translation>
    </message>
    <message>
        <source>OpenAI responses with their input, which apps continue by id. They hold prompts; 0 keeps none.</source>
        <translation>OpenAI-Antworten mit ihrer Eingabe, die Apps über ihre ID fortsetzen. Sie enthalten Prompts; 0 behält keine.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Size of the stored responses</source>
        <translation>Größe der gespeicherten Antworten</translation>
    </message>
    <message>
        <source>Above it the oldest responses go first. 0 sets no bound.</source>
        <translation>Darüber fallen die ältesten Antworten zuerst weg. 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>Folder of the request log</source>
        <translation>Ordner des Anfrageprotokolls</translation>
    </message>
    <message>
        <source>It is most of the data and can lie on another disk. Requests go on while it moves.</source>
        <translation>Es ist der größte Teil der Daten und kann auf einem anderen Datenträger liegen. Anfragen laufen währenddessen weiter.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move the request log to</source>
        <translation>Anfrageprotokoll verschieben nach</translation>
    </message>
    <message>
        <source>Moving…</source>
        <translation>Wird verschoben …</translation>
    </message>
    <message>
        <source>Recorded bodies</source>
        <translation>Aufgezeichnete Inhalte</translation>
    </message>
    <message>
        <source>Requests and answers word by word, where recording was asked for. Off deletes them and records none.</source>
        <translation>Anfragen und Antworten im Wortlaut, wo eine Aufzeichnung verlangt wurde. „Aus“ löscht sie und zeichnet keine auf.</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> Stunden</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Size of the recorded bodies</source>
        <translation>Größe der aufgezeichneten Inhalte</translation>
    </message>
    <message>
        <source>Above it the oldest go first.</source>
        <translation>Darüber fallen die ältesten zuerst weg.</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SuccessCard</name>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TableFilter</name>
    <message>
        <source>Filter rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TableView</name>
    <message>
        <source>Move column left</source>
        <translation>Spalte nach links</translation>
    </message>
    <message>
        <source>Move column right</source>
        <translation>Spalte nach rechts</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy row as JSON</source>
        <translation>Zeile als JSON kopieren</translation>
    </message>
    <message>
        <source>Sort by “%1”, largest first</source>
        <translation>Nach „%1“ sortieren, größte zuerst</translation>
    </message>
    <message>
        <source>Sort by “%1”</source>
        <translation>Nach „%1“ sortieren</translation>
    </message>
    <message>
        <source>Export the shown columns as CSV…</source>
        <translation>Gezeigte Spalten als CSV exportieren …</translation>
    </message>
    <message>
        <source>Export all columns as CSV…</source>
        <translation>Alle Spalten als CSV exportieren …</translation>
    </message>
    <message>
        <source>Export this table as CSV</source>
        <translation>Diese Tabelle als CSV exportieren</translation>
    </message>
    <message>
        <source>The table was not exported.</source>
        <translation>Die Tabelle wurde nicht exportiert.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Filter rows…</source>
        <translation>Zeilen filtern …</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TargetsEditor</name>
    <message>
        <source>Add a target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Move the target up</source>
        <translation>Ziel nach oben</translation>
    </message>
    <message>
        <source>Move the target down</source>
        <translation>Ziel nach unten</translation>
    </message>
    <message>
        <source>Remove the target</source>
        <translation>Ziel entfernen</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TargetsModel</name>
    <message>
        <source>Weights add up to %1. They are shares, so %2 instead of %3 gives the same result.</source>
        <translation>Die Gewichte ergeben zusammen %1. Es sind Anteile, daher ergibt %2 statt %3 dasselbe.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TeamDialog</name>
    <message>
        <source>New team</source>
        <translation>Neues Team</translation>
    </message>
    <message>
        <source>Create team</source>
        <translation>Team erstellen</translation>
    </message>
    <message>
        <source>Any region</source>
        <translation>Jede Region</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>A short word: small letters, digits, -</source>
        <translation>Ein kurzes Wort: Kleinbuchstaben, Ziffern, -</translation>
    </message>
    <message>
        <source>Name (optional)</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>As people call the team.</source>
        <translation>So heißt das Team im Alltag.</translation>
    </message>
    <message>
        <source>Models and routes its keys may call</source>
        <translation>Modelle und Routen, die seine Schlüssel aufrufen dürfen</translation>
    </message>
    <message>
        <source>Residency (optional)</source>
        <translation>Datenregion (optional)</translation>
    </message>
    <message>
        <source>Regions its requests never leave, for example eu, on-prem. Providers in other regions are passed over.</source>
        <translation>Regionen, die seine Anfragen nie verlassen, zum Beispiel eu, on-prem. Anbieter in anderen Regionen werden übergangen.</translation>
    </message>
    <message>
        <source>Edit team “%1”</source>
        <translation>Team „%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Keys name the team by it</source>
        <translation>Schlüssel nennen das Team damit</translation>
    </message>
    <message>
        <source>A team with this id exists. Choose another id.</source>
        <translation>Ein Team mit dieser ID existiert. Wählen Sie eine andere ID.</translation>
    </message>
    <message>
        <source>Tick at least one model or route, or choose All.</source>
        <translation>Haken Sie mindestens ein Modell oder eine Route an oder wählen Sie „Alle“.</translation>
    </message>
    <message>
        <source>Created team “%1”</source>
        <translation>Team „%1“ erstellt</translation>
    </message>
    <message>
        <source>Changed team “%1”</source>
        <translation>Team „%1“ geändert</translation>
    </message>
    <message>
        <source>The team could not be saved. %1</source>
        <translation>Das Team konnte nicht gespeichert werden. %1</translation>
    </message>
    <message>
        <source>Parts of the team</source>
        <translation>Teile des Teams</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Budget and limits</source>
        <translation>Budget und Grenzen</translation>
    </message>
    <message>
        <source>Any provider</source>
        <translation>Jeder Anbieter</translation>
    </message>
    <message>
        <source>Providers it may use</source>
        <translation>Erlaubte Anbieter</translation>
    </message>
    <message>
        <source>For example gpu/*, openai/gpt-4o.</source>
        <translation>Zum Beispiel gpu/*, openai/gpt-4o.</translation>
    </message>
    <message>
        <source>Write provider/* or provider/model, with commas between them.</source>
        <translation>Schreiben Sie Anbieter/* oder Anbieter/Modell, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>New keys of the team start with</source>
        <translation>Neue Schlüssel des Teams beginnen mit</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TeamMoveDialog</name>
    <message>
        <source>Move one key</source>
        <translation>Einen Schlüssel verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Move %n keys</source>
        <translation>
            <numerusform>%n Schlüssel verschieben</numerusform>
            <numerusform>%n Schlüssel verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Kein Team</translation>
    </message>
    <message>
        <source>To the team</source>
        <translation>In das Team</translation>
    </message>
    <message>
        <source>From now on its rules, budget and limits hold. What was spent stays booked where it was.</source>
        <translation>Ab jetzt gelten dessen Regeln, Budget und Grenzen. Bisherige Ausgaben bleiben dort gebucht, wo sie waren.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TeamSpendCard</name>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>Spend of %1</source>
        <translation>Ausgaben von %1</translation>
    </message>
    <message>
        <source>%1 of %2 of its budget are spent.</source>
        <translation>%1 von %2 seines Budgets sind ausgegeben.</translation>
    </message>
    <message>
        <source>Spend of %1 per day</source>
        <translation>Ausgaben von %1 pro Tag</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TeamsModel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Any region</source>
        <translation>Jede Region</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Residency</source>
        <translation>Datenregion</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>spent, budget</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No budget</source>
        <translation>Kein Budget</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TeamsPane</name>
    <message>
        <source>No teams yet.</source>
        <translation>Noch keine Teams.</translation>
    </message>
    <message>
        <source>A team gives its keys common rules: which models they may call and which regions their requests never leave.</source>
        <translation>Ein Team gibt seinen Schlüsseln gemeinsame Regeln: welche Modelle sie aufrufen dürfen und welche Regionen ihre Anfragen nie verlassen.</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Neues Team</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>The teams could not be read.</source>
        <translation>Die Teams konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The gateway answered with an error: %1.</source>
        <translation>Das Gateway antwortete mit einem Fehler: %1.</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last teams read.</source>
        <translation>Das Gateway antwortet nicht. Sie sehen die zuletzt gelesenen Teams.</translation>
    </message>
    <message>
        <source>1 team</source>
        <translation>1 Team</translation>
    </message>
    <message>
        <source>%1 teams</source>
        <translation>%1 Teams</translation>
    </message>
    <message>
        <source>“%1” still has keys.</source>
        <translation>„%1“ hat noch Schlüssel.</translation>
    </message>
    <message>
        <source>Move or delete %1 first.</source>
        <translation>Zuerst %1 verschieben oder löschen.</translation>
    </message>
    <message>
        <source>Deleted team “%1”</source>
        <translation>Team „%1“ gelöscht</translation>
    </message>
    <message>
        <source>The team was not deleted.</source>
        <translation>Das Team wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>The books did not answer: what the teams spent is not shown.</source>
        <translation>Die Bücher haben nicht geantwortet: Die Ausgaben der Teams werden nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TestStep</name>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>The gateway sends a few small requests to see what works.</source>
        <translation>Das Gateway sendet einige kleine Anfragen, um zu sehen, was funktioniert.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>The gateway did not answer. Check that it runs, then retry.</source>
        <translation>Das Gateway hat nicht geantwortet. Prüfen Sie, ob es läuft, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>The test could not run. %1</source>
        <translation>Der Test konnte nicht ausgeführt werden. %1</translation>
    </message>
    <message>
        <source>This test used %1 tokens, %2.</source>
        <translation>Dieser Test hat %1 Token verbraucht, %2.</translation>
    </message>
    <message>
        <source>This test used %1 tokens.</source>
        <translation>Dieser Test hat %1 Token verbraucht.</translation>
    </message>
    <message>
        <source>%1 did not answer as expected.</source>
        <translation>%1 hat nicht wie erwartet geantwortet.</translation>
    </message>
    <message>
        <source>%1 did not accept the key, so nothing was saved.</source>
        <translation>%1 hat den Schlüssel nicht akzeptiert, daher wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>The key could not be stored, so nothing was saved. %1</source>
        <translation>Der Schlüssel konnte nicht abgelegt werden, daher wurde nichts gespeichert. %1</translation>
    </message>
    <message>
        <source>The provider could not be saved. %1</source>
        <translation>Der Anbieter konnte nicht gespeichert werden. %1</translation>
    </message>
    <message>
        <source>%1 is saved and ready.</source>
        <translation>%1 ist gespeichert und bereit.</translation>
    </message>
    <message>
        <source>Models to offer</source>
        <translation>Angebotene Modelle</translation>
    </message>
    <message>
        <source>All of them, and those that come later, while none is unchecked.</source>
        <translation>Alle, auch spätere, solange keines abgewählt ist.</translation>
    </message>
    <message>
        <source>The choice of models could not be saved. %1</source>
        <translation>Die Auswahl der Modelle konnte nicht gespeichert werden. %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TextDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TlsPanel</name>
    <message>
        <source>Create for the office network</source>
        <translation>Für das Büronetz erstellen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Certificate and key files</source>
        <translation>Zertifikats- und Schlüsseldatei</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>Durchsuchen nach: %1</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Copy the file's place</source>
        <translation>Dateipfad kopieren</translation>
    </message>
    <message>
        <source>Other computers trust this gateway after you install this file on them as a certificate authority (Debian and Ubuntu: copy it to /usr/local/share/ca-certificates with the ending .crt and run update-ca-certificates). Compare the fingerprint there.</source>
        <translation>Andere Computer vertrauen diesem Gateway, sobald diese Datei dort als Zertifizierungsstelle installiert ist (Debian und Ubuntu: nach /usr/local/share/ca-certificates mit der Endung .crt kopieren und update-ca-certificates ausführen). Vergleichen Sie dort den Fingerabdruck.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.key)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>These files cannot be used: %1</source>
        <translation>Diese Dateien sind nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>Certificate of %1, issued by %2, valid until %3. The key belongs to it.</source>
        <translation>Zertifikat von %1, ausgestellt von %2, gültig bis %3. Der Schlüssel gehört dazu.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TokenDialog</name>
    <message>
        <source>Invite “%1”</source>
        <translation>„%1“ einladen</translation>
    </message>
    <message>
        <source>Make token</source>
        <translation>Token machen</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Copy an invitation with address and token</source>
        <translation>Einladung mit Adresse und Token kopieren</translation>
    </message>
    <message>
        <source>I have saved the token</source>
        <translation>Ich habe das Token gesichert</translation>
    </message>
    <message>
        <source>In 7 days</source>
        <translation>In 7 Tagen</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>In 90 days</source>
        <translation>In 90 Tagen</translation>
    </message>
    <message>
        <source>In a year</source>
        <translation>In einem Jahr</translation>
    </message>
    <message>
        <source>Used on</source>
        <translation>Benutzt auf</translation>
    </message>
    <message>
        <source>For example laptop. Each place gets its own token, to be revoked by itself.</source>
        <translation>Zum Beispiel Laptop. Jeder Ort bekommt ein eigenes Token, das sich einzeln widerrufen lässt.</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>The new token</source>
        <translation>Das neue Token</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Copy the token now: it cannot be shown again. The clipboard is cleared after a minute.</source>
        <translation>Kopieren Sie das Token jetzt: es wird nicht noch einmal gezeigt. Die Zwischenablage wird nach einer Minute geleert.</translation>
    </message>
    <message>
        <source>Say where the token is used.</source>
        <translation>Sagen Sie, wo das Token benutzt wird.</translation>
    </message>
    <message>
        <source>The token was not made. %1</source>
        <translation>Das Token wurde nicht gemacht. %1</translation>
    </message>
    <message>
        <source>(the administrator tells the address)</source>
        <translation>(die Adresse nennt Ihnen die Verwaltung)</translation>
    </message>
    <message>
        <source>You may administer our AI gateway.
Address: %1
Token: %2
In Gatehouse choose Settings, Gateways, Connect, and enter both.</source>
        <translation>Sie dürfen unser KI-Gateway verwalten.
Adresse: %1
Token: %2
Wählen Sie in Gatehouse Einstellungen, Gateways, Verbinden, und geben Sie beides ein.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Copy the token first, or tick that you have saved it: it cannot be shown again.</source>
        <translation>Kopieren Sie zuerst das Token, oder haken Sie an, dass Sie es gesichert haben: es wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Never more than the person may, also when that becomes less.</source>
        <translation>Nie mehr, als die Person darf, auch wenn das weniger wird.</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>All that the role %1 may</source>
        <translation>Alles, was die Rolle „%1“ darf</translation>
    </message>
    <message>
        <source>Only what the role %1 may</source>
        <translation>Nur, was die Rolle „%1“ darf</translation>
    </message>
    <message>
        <source>Only chosen areas</source>
        <translation>Nur ausgewählte Bereiche</translation>
    </message>
    <message>
        <source>Tick at least one area.</source>
        <translation>Wählen Sie mindestens einen Bereich aus.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TopBar</name>
    <message>
        <source>Copy base URL</source>
        <translation>Basis-URL kopieren</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder ausführen</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>The gateway does not answer now.</source>
        <translation>Das Gateway antwortet gerade nicht.</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Eigener …</translation>
    </message>
    <message>
        <source>Choose a range of time</source>
        <translation>Zeitraum wählen</translation>
    </message>
    <message>
        <source>%1, choose another range of time</source>
        <translation>%1, anderen Zeitraum wählen</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>Amounts are shown in %1: %2. Prices, limits and budgets count in US dollars.</source>
        <translation>Beträge werden in %1 gezeigt: %2. Preise, Grenzen und Budgets zählen in US-Dollar.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TraceWords</name>
    <message>
        <source>Request body</source>
        <translation>Anfrageinhalt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Earlier response</source>
        <translation>Frühere Antwort</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Was sie braucht</translation>
    </message>
    <message>
        <source>Retired route</source>
        <translation>Abgelöste Route</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Fields set by the route</source>
        <translation>Von der Route gesetzte Felder</translation>
    </message>
    <message>
        <source>Prompt limit</source>
        <translation>Grenze des Prompts</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Token count</source>
        <translation>Zählung der Token</translation>
    </message>
    <message>
        <source>Model loading</source>
        <translation>Laden des Modells</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Second attempts</source>
        <translation>Zweite Versuche</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Second provider</source>
        <translation>Zweiter Anbieter</translation>
    </message>
    <message>
        <source>Slow stream</source>
        <translation>Langsamer Strom</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>first in the declared order</source>
        <translation>steht in der Reihenfolge vorn</translation>
    </message>
    <message>
        <source>fallback route "%1"</source>
        <translation>Ausweichroute „%1“</translation>
    </message>
    <message>
        <source>declared later</source>
        <translation>steht in der Reihenfolge weiter hinten</translation>
    </message>
    <message>
        <source>fewest in flight for its weight (%1 at weight %2)</source>
        <translation>am wenigsten ausgelastet (%1 laufend, Gewicht %2)</translation>
    </message>
    <message>
        <source>behind by load or by weighted chance (%1 in flight at weight %2)</source>
        <translation>nach Last oder Zufall dahinter (%1 laufend, Gewicht %2)</translation>
    </message>
    <message>
        <source>least load for its capacity (%1 at weight %2)</source>
        <translation>am wenigsten Last für seine Kapazität (%1, Gewicht %2)</translation>
    </message>
    <message>
        <source>behind by load or by weighted chance (load %1 at weight %2)</source>
        <translation>nach Last oder Zufall dahinter (Last %1, Gewicht %2)</translation>
    </message>
    <message>
        <source>the faster of two drawn (first token after %1 ms)</source>
        <translation>das schnellere von zwei gezogenen (erstes Token nach %1 ms)</translation>
    </message>
    <message>
        <source>the faster of two drawn (no time known yet)</source>
        <translation>das schnellere von zwei gezogenen (noch keine Zeit bekannt)</translation>
    </message>
    <message>
        <source>slower or not drawn (first token after %1 ms)</source>
        <translation>langsamer oder nicht gezogen (erstes Token nach %1 ms)</translation>
    </message>
    <message>
        <source>slower or not drawn (no time known yet)</source>
        <translation>langsamer oder nicht gezogen (noch keine Zeit bekannt)</translation>
    </message>
    <message>
        <source>drawn to learn how fast it is (first token after %1 ms)</source>
        <translation>gezogen, um seine Geschwindigkeit zu lernen (erstes Token nach %1 ms)</translation>
    </message>
    <message>
        <source>drawn to learn how fast it is (no time known yet)</source>
        <translation>gezogen, um seine Geschwindigkeit zu lernen (noch keine Zeit bekannt)</translation>
    </message>
    <message>
        <source>lowest expected price for this request (%1)</source>
        <translation>niedrigster erwarteter Preis dieser Anfrage (%1)</translation>
    </message>
    <message>
        <source>higher expected price for this request (%1)</source>
        <translation>höherer erwarteter Preis dieser Anfrage (%1)</translation>
    </message>
    <message>
        <source>no price is known</source>
        <translation>kein Preis bekannt</translation>
    </message>
    <message>
        <source>what the request belongs to is kept here</source>
        <translation>wozu die Anfrage gehört, liegt hier</translation>
    </message>
    <message>
        <source>what the request belongs to is kept elsewhere</source>
        <translation>wozu die Anfrage gehört, liegt anderswo</translation>
    </message>
    <message>
        <source>on trial for %1 % of the requests</source>
        <translation>auf Probe für %1 % der Anfragen</translation>
    </message>
    <message>
        <source>has more than its part of the load (%1)</source>
        <translation>trägt mehr als seinen Teil der Last (%1)</translation>
    </message>
    <message>
        <source>just back, takes only a part of its share</source>
        <translation>gerade zurück, bekommt erst einen Teil seines Anteils</translation>
    </message>
    <message>
        <source>one trial after a rest</source>
        <translation>ein Versuch nach einer Pause</translation>
    </message>
    <message>
        <source>at its limit of %1 in flight</source>
        <translation>an seiner Grenze von %1 gleichzeitigen Anfragen</translation>
    </message>
    <message>
        <source>resting for %1 s after failures</source>
        <translation>ruht nach Fehlern noch %1 s</translation>
    </message>
    <message>
        <source>does not do what the request asks for</source>
        <translation>kann nicht, was die Anfrage verlangt</translation>
    </message>
    <message>
        <source>the model takes no tools</source>
        <translation>das Modell nimmt keine Werkzeuge an</translation>
    </message>
    <message>
        <source>the model takes no images</source>
        <translation>das Modell nimmt keine Bilder an</translation>
    </message>
    <message>
        <source>the model gives no structured output</source>
        <translation>das Modell gibt keine strukturierten Antworten</translation>
    </message>
    <message>
        <source>the model takes no audio</source>
        <translation>das Modell nimmt keinen Ton an</translation>
    </message>
    <message>
        <source>the request is larger than the %1 tokens it takes</source>
        <translation>die Anfrage ist größer als die %1 Token, die es annimmt</translation>
    </message>
    <message>
        <source>outside the allowed regions</source>
        <translation>außerhalb der erlaubten Regionen</translation>
    </message>
    <message>
        <source>the key or its team may not use it</source>
        <translation>der Schlüssel oder sein Team darf es nicht benutzen</translation>
    </message>
    <message>
        <source>left out by a rule</source>
        <translation>durch eine Regel ausgelassen</translation>
    </message>
    <message>
        <source>weight 0, takes nothing new</source>
        <translation>Gewicht 0, nimmt nichts Neues an</translation>
    </message>
    <message>
        <source>the provider is paused</source>
        <translation>der Anbieter ist pausiert</translation>
    </message>
    <message>
        <source>no usable credential</source>
        <translation>kein verwendbarer Schlüssel</translation>
    </message>
    <message>
        <source>any key</source>
        <translation>beliebiger Schlüssel</translation>
    </message>
    <message>
        <source>spending is paused</source>
        <translation>die Ausgaben sind pausiert</translation>
    </message>
    <message>
        <source>%1 is used up: to %2</source>
        <translation>%1 ist aufgebraucht: zu %2</translation>
    </message>
    <message>
        <source>%1 may not call %2</source>
        <translation>%1 darf %2 nicht aufrufen</translation>
    </message>
    <message>
        <source>kept by %1</source>
        <translation>liegt bei %1</translation>
    </message>
    <message>
        <source>%1: denied</source>
        <translation>%1: abgelehnt</translation>
    </message>
    <message>
        <source>%1: only some targets</source>
        <translation>%1: nur einige Ziele</translation>
    </message>
    <message>
        <source>%1: to %2</source>
        <translation>%1: zu %2</translation>
    </message>
    <message>
        <source>counted: %1</source>
        <translation>gezählt: %1</translation>
    </message>
    <message>
        <source>estimated: %1</source>
        <translation>geschätzt: %1</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 von %2 Token</translation>
    </message>
    <message>
        <source>waited %1 ms for %2</source>
        <translation>wartete %1 ms auf %2</translation>
    </message>
    <message>
        <source>%1 is late, %2 is asked too</source>
        <translation>%1 ist spät, auch %2 wird gefragt</translation>
    </message>
    <message>
        <source>the route's extra cost is used up</source>
        <translation>die Mehrkosten der Route sind aufgebraucht</translation>
    </message>
    <message>
        <source>the retry budget of provider '%1' is used up</source>
        <translation>das Budget für zweite Versuche von Anbieter „%1“ ist aufgebraucht</translation>
    </message>
    <message>
        <source>by the gateway: no target counts tokens</source>
        <translation>vom Gateway: kein Ziel zählt Token</translation>
    </message>
    <message>
        <source>answered here: the provider's models are always ready</source>
        <translation>hier beantwortet: die Modelle des Anbieters sind immer bereit</translation>
    </message>
    <message>
        <source>refused; tried again with a new one</source>
        <translation>abgelehnt; mit einem neuen noch einmal versucht</translation>
    </message>
    <message>
        <source>waits until the engine is awake</source>
        <translation>wartet, bis die Engine wach ist</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TrafficCard</name>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>First token p95</source>
        <translation>Erstes Token p95</translation>
    </message>
    <message>
        <source>Total p95</source>
        <translation>Gesamt p95</translation>
    </message>
    <message>
        <source>Per request</source>
        <translation>Je Anfrage</translation>
    </message>
    <message>
        <source>Share over time</source>
        <translation>Anteile im Zeitverlauf</translation>
    </message>
    <message>
        <source>Range of the shares</source>
        <translation>Zeitraum der Anteile</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>Die letzten 24 Stunden</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Die letzten 7 Tage</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>Canary beside the others</source>
        <translation>Canary neben den übrigen Zielen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The gateway did not answer. It is asked again every minute.</source>
        <translation>Das Gateway hat nicht geantwortet. Es wird jede Minute wieder gefragt.</translation>
    </message>
    <message>
        <source>No target has served a request of this route in this range.</source>
        <translation>In diesem Zeitraum hat kein Ziel eine Anfrage dieser Route bedient.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>model, provider</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>Canary</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Alle anderen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Tray</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>not working</source>
        <translation>funktioniert nicht</translation>
    </message>
    <message>
        <source>every provider is paused</source>
        <translation>alle Anbieter sind pausiert</translation>
    </message>
    <message>
        <source>Open Gatehouse</source>
        <translation>Gatehouse öffnen</translation>
    </message>
    <message>
        <source>Copy base URL</source>
        <translation>Basis-URL kopieren</translation>
    </message>
    <message>
        <source>Pause provider</source>
        <translation>Anbieter pausieren</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1, %2 req/s, %3 today</source>
        <translation>%1, %2 Anfr./s, %3 heute</translation>
    </message>
    <message>
        <source>%1, %2 req/s</source>
        <translation>%1, %2 Anfr./s</translation>
    </message>
    <message>
        <source>Gatehouse: %1</source>
        <translation>Gatehouse: %1</translation>
    </message>
    <message>
        <source>Spend today %1</source>
        <translation>Ausgaben heute %1</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>Ausgaben heute</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>Gateway stoppen</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>running, bodies are recorded</source>
        <translation>läuft, Inhalte werden aufgezeichnet</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>Alerts (%1)</source>
        <translation>Alarme (%1)</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TrialsSection</name>
    <message>
        <source>Canary beside the others</source>
        <translation>Canary neben den übrigen Zielen</translation>
    </message>
    <message>
        <source>Shadow beside the others</source>
        <translation>Schattenziel neben den übrigen Zielen</translation>
    </message>
    <message>
        <source>Keys that use this name</source>
        <translation>Schlüssel, die diesen Namen benutzen</translation>
    </message>
    <message>
        <source>No key has asked for it in the last 30 days.</source>
        <translation>Kein Schlüssel hat ihn in den letzten 30 Tagen verlangt.</translation>
    </message>
    <message numerus="yes">
        <source>%n keys have asked for it in the last 30 days.</source>
        <translation>
            <numerusform>%n Schlüssel hat ihn in den letzten 30 Tagen verlangt.</numerusform>
            <numerusform>%n Schlüssel haben ihn in den letzten 30 Tagen verlangt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Canary: %1</source>
        <translation>Canary: %1</translation>
    </message>
    <message>
        <source>Shadow: %1</source>
        <translation>Schattenziel: %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Undo</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>This cannot be undone any more. %1</source>
        <translation>Das lässt sich nicht mehr rückgängig machen. %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::UnlockBanner</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>The key store is locked.</source>
        <translation>Der Schlüsselspeicher ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock the key store to use 1 key.</source>
        <translation>Schlüsselspeicher entsperren, um 1 Schlüssel zu nutzen.</translation>
    </message>
    <message numerus="yes">
        <source>Unlock the key store to use %n keys.</source>
        <translation>
            <numerusform>Schlüsselspeicher entsperren, um %n Schlüssel zu nutzen.</numerusform>
            <numerusform>Schlüsselspeicher entsperren, um %n Schlüssel zu nutzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests that need them fail until then.</source>
        <translation>Anfragen, die sie brauchen, scheitern bis dahin.</translation>
    </message>
    <message>
        <source>They are kept in %1. Requests that need them fail until then.</source>
        <translation>Sie liegen in %1. Anfragen, die sie brauchen, scheitern bis dahin.</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::UnsavedQuestion</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::VersionsTab</name>
    <message>
        <source>Show older versions</source>
        <translation>Ältere Versionen anzeigen</translation>
    </message>
    <message>
        <source>Versions of the configuration, newest first</source>
        <translation>Versionen der Konfiguration, neueste zuerst</translation>
    </message>
    <message>
        <source>%1, in force</source>
        <translation>%1, in Kraft</translation>
    </message>
    <message>
        <source>The versions could not be read.</source>
        <translation>Die Versionen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Difference to the version in force</source>
        <translation>Unterschied zur Version in Kraft</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Diese Version wiederherstellen</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>This version is in force.</source>
        <translation>Diese Version ist in Kraft.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It is equal to the version in force.</source>
        <translation>Sie entspricht der Version in Kraft.</translation>
    </message>
    <message>
        <source>What has changed since:</source>
        <translation>Was sich seitdem geändert hat:</translation>
    </message>
    <message>
        <source>Restored version %1</source>
        <translation>Version %1 wiederhergestellt</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::VirtualKeyStep</name>
    <message>
        <source>Create a key for your apps</source>
        <translation>Schlüssel für Ihre Apps erstellen</translation>
    </message>
    <message>
        <source>Apps use this key instead of the provider's. You see what each key spends, and can take it back alone.</source>
        <translation>Apps verwenden diesen Schlüssel anstelle des Anbieterschlüssels. Sie sehen, was jeder Schlüssel ausgibt, und können ihn einzeln zurücknehmen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Allowed models</source>
        <translation>Erlaubte Modelle</translation>
    </message>
    <message>
        <source>Shown with every request the key makes.</source>
        <translation>Erscheint bei jeder Anfrage mit diesem Schlüssel.</translation>
    </message>
    <message>
        <source>All models and routes</source>
        <translation>Alle Modelle und Routen</translation>
    </message>
    <message>
        <source>Only models of %1</source>
        <translation>Nur Modelle von %1</translation>
    </message>
    <message>
        <source>Enter a name, for example the app that uses the key.</source>
        <translation>Geben Sie einen Namen ein, zum Beispiel die App, die den Schlüssel verwendet.</translation>
    </message>
    <message>
        <source>A key with this name exists. Choose another name.</source>
        <translation>Diesen Namen hat schon ein Schlüssel. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The key could not be created. %1</source>
        <translation>Der Schlüssel konnte nicht erstellt werden. %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::WhatIfPane</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Requests before</source>
        <translation>Anfragen vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Cost before</source>
        <translation>Kosten vorher</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Typical time</source>
        <translation>Übliche Dauer</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>it cannot use tools</source>
        <translation>es kann keine Werkzeuge benutzen</translation>
    </message>
    <message>
        <source>it cannot see images</source>
        <translation>es kann keine Bilder sehen</translation>
    </message>
    <message>
        <source>it cannot answer in a given format</source>
        <translation>es kann nicht in vorgegebenem Format antworten</translation>
    </message>
    <message>
        <source>it cannot hear audio</source>
        <translation>es kann keinen Ton hören</translation>
    </message>
    <message>
        <source>the request is longer than its context</source>
        <translation>die Anfrage ist länger als sein Kontext</translation>
    </message>
    <message>
        <source>it is outside the allowed regions</source>
        <translation>es liegt außerhalb der erlaubten Regionen</translation>
    </message>
    <message>
        <source>the key or its team may not use it</source>
        <translation>der Schlüssel oder sein Team darf es nicht benutzen</translation>
    </message>
    <message>
        <source>it does not serve this kind of request</source>
        <translation>es bedient diese Art von Anfrage nicht</translation>
    </message>
    <message>
        <source>a rule leaves other targets only</source>
        <translation>eine Regel lässt nur andere Ziele übrig</translation>
    </message>
    <message>
        <source>it has the weight 0</source>
        <translation>es hat das Gewicht 0</translation>
    </message>
    <message>
        <source>its provider is paused</source>
        <translation>sein Anbieter ist pausiert</translation>
    </message>
    <message>
        <source>its provider has no usable key</source>
        <translation>sein Anbieter hat keinen brauchbaren Schlüssel</translation>
    </message>
    <message>
        <source>no target is left</source>
        <translation>kein Ziel bleibt übrig</translation>
    </message>
    <message>
        <source>the model is not there any more</source>
        <translation>das Modell gibt es nicht mehr</translation>
    </message>
    <message>
        <source>the key may not call the model</source>
        <translation>der Schlüssel darf das Modell nicht aufrufen</translation>
    </message>
    <message>
        <source>a rule denies the request</source>
        <translation>eine Regel lehnt die Anfrage ab</translation>
    </message>
    <message>
        <source>the request is longer than its route takes</source>
        <translation>die Anfrage ist länger, als ihre Route annimmt</translation>
    </message>
    <message>
        <source>a budget is used up</source>
        <translation>ein Budget ist aufgebraucht</translation>
    </message>
    <message>
        <source>a limit is reached</source>
        <translation>ein Limit ist erreicht</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Choose a configuration</source>
        <translation>Konfiguration wählen</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Replay past traffic under another configuration</source>
        <translation>Vergangene Anfragen unter anderer Konfiguration nachspielen</translation>
    </message>
    <message>
        <source>Nothing is sent to providers.</source>
        <translation>An Anbieter wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
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
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Use a file…</source>
        <translation>Datei verwenden …</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Only requests (optional)</source>
        <translation>Nur Anfragen (optional)</translation>
    </message>
    <message>
        <source>Replace the model</source>
        <translation>Modell ersetzen</translation>
    </message>
    <message>
        <source>by</source>
        <translation>durch</translation>
    </message>
    <message>
        <source>Price of</source>
        <translation>Preis von</translation>
    </message>
    <message>
        <source>List price times</source>
        <translation>Listenpreis mal</translation>
    </message>
    <message>
        <source>Budget per month of</source>
        <translation>Monatsbudget von</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Cost per day</source>
        <translation>Kosten je Tag</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>Cost before and after by model</source>
        <translation>Kosten vorher und nachher je Modell</translation>
    </message>
    <message>
        <source>Refused and not moved</source>
        <translation>Abgelehnt und nicht verlegt</translation>
    </message>
    <message>
        <source>Requests that are refused or could not move</source>
        <translation>Anfragen, die abgelehnt werden oder nicht verlegt werden konnten</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>No provider</source>
        <translation>Kein Anbieter</translation>
    </message>
    <message>
        <source>The file is too large to be a configuration.</source>
        <translation>Die Datei ist für eine Konfiguration zu groß.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The replay could not be made.</source>
        <translation>Das Nachspielen war nicht möglich.</translation>
    </message>
    <message>
        <source>In place of these changes.</source>
        <translation>Anstelle dieser Änderungen.</translation>
    </message>
    <message>
        <source>Without the file</source>
        <translation>Ohne die Datei</translation>
    </message>
    <message>
        <source>%1 → %2 (%3)</source>
        <comment>cost before, after, difference</comment>
        <translation>%1 → %2 (%3)</translation>
    </message>
    <message>
        <source>%1 of %2 requests move, %3 are refused.</source>
        <translation>%1 von %2 Anfragen ziehen um, %3 werden abgelehnt.</translation>
    </message>
    <message>
        <source>Mean time of an answer %1 → %2.</source>
        <translation>Mittlere Dauer einer Antwort %1 → %2.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln requests the time at their new place is not known.</source>
        <translation>
            <numerusform>Von %Ln Anfrage ist die Dauer am neuen Ort nicht bekannt.</numerusform>
            <numerusform>Von %Ln Anfragen ist die Dauer am neuen Ort nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no price there; their cost is missing.</source>
        <translation>
            <numerusform>%Ln Anfrage hat dort keinen Preis; ihre Kosten fehlen.</numerusform>
            <numerusform>%Ln Anfragen haben dort keinen Preis; ihre Kosten fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokens taken as measured; other models may need more or fewer. A request goes where it went unless the change sends it elsewhere. Load, cache and running failures are left out; requests that were refused stay refused; rules on headers do not match.</source>
        <translation>Token wie gemessen; andere Modelle brauchen vielleicht mehr oder weniger. Eine Anfrage geht dorthin, wohin sie ging, sofern die Änderung sie nicht anderswohin schickt. Last, Cache und Ausfälle bleiben außer Betracht; abgelehnte Anfragen bleiben abgelehnt; Regeln über Kopfzeilen greifen nicht.</translation>
    </message>
    <message>
        <source>The replay is done</source>
        <translation>Das Nachspielen ist fertig</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Could not use %1</source>
        <translation>Konnte %1 nicht verwenden</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Save as policy draft</source>
        <translation>Als Entwurf übernehmen</translation>
    </message>
    <message>
        <source>The change becomes the draft on Models &amp; Routes, where it is checked and published.</source>
        <translation>Die Änderung wird zum Entwurf unter Modelle &amp; Routen und dort geprüft und veröffentlicht.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln requests the size of their pictures is not known; they cost what pictures of any size cost there.</source>
        <translation>
            <numerusform>Von %Ln Anfrage ist die Größe der Bilder nicht bekannt; sie kostet, was dort Bilder jeder Größe kosten.</numerusform>
            <numerusform>Von %Ln Anfragen ist die Größe der Bilder nicht bekannt; sie kosten, was dort Bilder jeder Größe kosten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::WindowActions</name>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>&amp;Gateway</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>G&amp;o</source>
        <translation>Ge&amp;he zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Hil&amp;fe</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>Copy base URL</source>
        <translation>Basis-URL kopieren</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation>Änderung wiederholen</translation>
    </message>
    <message>
        <source>New on this page</source>
        <translation>Neu auf dieser Seite</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>Diese Seite filtern</translation>
    </message>
    <message>
        <source>Refresh this page</source>
        <translation>Diese Seite aktualisieren</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>Seitenleiste einklappen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Schriftgröße</translation>
    </message>
    <message>
        <source>Show or hide the menu bar</source>
        <translation>Menüleiste ein- oder ausblenden</translation>
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
        <source>Go to the next area</source>
        <translation>Zum nächsten Bereich</translation>
    </message>
    <message>
        <source>Go to the previous area</source>
        <translation>Zum vorherigen Bereich</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Stop the gateway</source>
        <translation>Gateway stoppen</translation>
    </message>
    <message>
        <source>Choose a range of time</source>
        <translation>Zeitraum wählen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Wizard</name>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>App-Schlüssel</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Set up Gatehouse</source>
        <translation>Gatehouse einrichten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>Prüfen und speichern</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Leave setup?</source>
        <translation>Einrichtung verlassen?</translation>
    </message>
    <message>
        <source>You can continue from the Overview.</source>
        <translation>Sie können in der Übersicht fortfahren.</translation>
    </message>
    <message>
        <source>Leave setup</source>
        <translation>Einrichtung verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Copy the key first?</source>
        <translation>Schlüssel zuerst kopieren?</translation>
    </message>
    <message>
        <source>It cannot be shown again.</source>
        <translation>Er kann nicht noch einmal angezeigt werden.</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>Kopieren und schließen</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Ohne Kopie schließen</translation>
    </message>
</context>
<context>
    <name>HelpTopic</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Is the gateway running, what does it cost, is it fast and reliable: one look.

Activate any number, bar or table cell to see the requests behind it. Success counts a request as answered when any attempt answered it; mistakes of callers and cancelled requests are outside the rate. A dash means that the value is not known, which is not zero.</source>
        <translation>Läuft das Gateway, was kostet es, ist es schnell und zuverlässig: auf einen Blick.

Aktivieren Sie eine Zahl, einen Balken oder eine Tabellenzelle, um die Anfragen dahinter zu sehen. Für den Erfolg zählt eine Anfrage als beantwortet, wenn irgendein Versuch sie beantwortet hat; Fehler der Aufrufer und abgebrochene Anfragen zählen bei der Quote nicht mit. Ein Strich bedeutet, dass der Wert nicht bekannt ist; das ist nicht null.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Every request with its route, attempts and cost, newest first.

Type filter words such as status:error, provider:openai or latency&gt;2s; the search is over everything stored, not only over the rows shown. Space pauses and resumes the live view, Enter opens the story of a request, J and K move through them while it is open.</source>
        <translation>Jede Anfrage mit Route, Versuchen und Kosten, neueste zuerst.

Geben Sie Filterwörter wie status:error, provider:openai oder latency&gt;2s ein; gesucht wird in allem Gespeicherten, nicht nur in den gezeigten Zeilen. Die Leertaste hält die Liveansicht an und setzt sie fort, die Eingabetaste öffnet die Details einer Anfrage, J und K wechseln darin zwischen den Anfragen.</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>The services and local servers that answer requests, with their keys, models and limits.

A paused provider gets no new requests; routes use their other targets. Health comes from the traffic of the last five minutes.</source>
        <translation>Die Dienste und lokalen Server, die Anfragen beantworten, mit Schlüsseln, Modellen und Limits.

Ein pausierter Anbieter erhält keine neuen Anfragen; Routen verwenden ihre anderen Ziele. Der Zustand ergibt sich aus dem Verkehr der letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>Models and routes</source>
        <translation>Modelle und Routen</translation>
    </message>
    <message>
        <source>A route is a model name that apps ask for, and the list of targets that may answer.

The gateway tries targets in the order of the route's policy and goes on to the next one when a target fails before its answer has begun.</source>
        <translation>Eine Route ist ein Modellname, den Apps anfragen, samt der Liste der Ziele, die antworten dürfen.

Das Gateway versucht die Ziele in der Reihenfolge, die die Regeln der Route vorgeben, und geht zum nächsten über, wenn ein Ziel vor Beginn der Antwort fehlschlägt.</translation>
    </message>
    <message>
        <source>Keys and teams</source>
        <translation>Schlüssel und Teams</translation>
    </message>
    <message>
        <source>Virtual keys are what apps use instead of the keys of providers.

A secret is shown once, when it is made. A key can be limited to routes and can be disabled, rotated or deleted at any time.</source>
        <translation>Virtuelle Schlüssel verwenden Apps anstelle der Anbieterschlüssel.

Ein Geheimnis wird einmal angezeigt, wenn es entsteht. Ein Schlüssel kann auf Routen begrenzt und jederzeit deaktiviert, erneuert oder gelöscht werden.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>How this window looks, and how the gateway listens and stores.

A value with a lock is set by the configuration file or the command line and is changed there.</source>
        <translation>Wie dieses Fenster aussieht und wie das Gateway lauscht und speichert.

Ein Wert mit Schloss ist durch die Konfigurationsdatei oder die Befehlszeile festgelegt und wird dort geändert.</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>App verbinden</translation>
    </message>
    <message>
        <source>Give the app the base URL from the top bar and a virtual key instead of the key of a provider. Apps that speak the OpenAI or the Anthropic API need no other change.</source>
        <translation>Geben Sie der App die Basis-URL aus der oberen Leiste und einen virtuellen Schlüssel anstelle des Anbieterschlüssels. Apps, die die OpenAI- oder die Anthropic-API sprechen, brauchen keine weitere Änderung.</translation>
    </message>
    <message>
        <source>How costs are counted</source>
        <translation>Wie Kosten gezählt werden</translation>
    </message>
    <message>
        <source>Each request is priced when it ends, by the tokens that the provider reports and the price list in force. A model without a price shows as unpriced and is not in any total.</source>
        <translation>Der Preis jeder Anfrage ergibt sich an ihrem Ende aus den Token, die der Anbieter meldet, und der Preisliste in Kraft. Ein Modell ohne Preis erscheint als „ohne Preis“ und ist in keiner Summe enthalten.</translation>
    </message>
    <message>
        <source>Undo a change</source>
        <translation>Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Every change of the configuration is a revision. Ctrl+Z takes back the last change of this window, also long after its message has gone.</source>
        <translation>Jede Änderung der Konfiguration ist eine Version. Strg+Z nimmt die letzte Änderung dieses Fensters zurück, auch lange nachdem ihre Meldung verschwunden ist.</translation>
    </message>
    <message>
        <source>With a tray, closing the window leaves the gateway running there. Without one, closing offers to run it as a background service; starting Gatehouse again shows that gateway.</source>
        <translation>Mit Infobereich läuft das Gateway dort weiter, wenn das Fenster geschlossen wird. Ohne Infobereich wird beim Schließen angeboten, es als Hintergrunddienst auszuführen; ein erneuter Start von Gatehouse zeigt dieses Gateway.</translation>
    </message>
    <message>
        <source>Without a window</source>
        <translation>Ohne Fenster</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Wrong credentials</source>
        <translation>Falsche Zugangsdaten</translation>
    </message>
    <message>
        <source>Account without credit</source>
        <translation>Konto ohne Guthaben</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>Ratenlimit erreicht</translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation>Überlastet</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>Connect failed</source>
        <translation>Verbindung fehlgeschlagen</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timeout to first token</source>
        <translation>Timeout vor erstem Token</translation>
    </message>
    <message>
        <source>Timeout while idle</source>
        <translation>Timeout bei Stillstand</translation>
    </message>
    <message>
        <source>Timeout in total</source>
        <translation>Timeout insgesamt</translation>
    </message>
    <message>
        <source>Stream broken</source>
        <translation>Stream abgebrochen</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>Ungültige Anfrage</translation>
    </message>
    <message>
        <source>Context too long</source>
        <translation>Kontext zu lang</translation>
    </message>
    <message>
        <source>Content refused</source>
        <translation>Inhalt abgelehnt</translation>
    </message>
    <message>
        <source>Model not found</source>
        <translation>Modell nicht gefunden</translation>
    </message>
    <message>
        <source>Region not allowed</source>
        <translation>Region nicht erlaubt</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Cancelled by the caller</source>
        <translation>Vom Aufrufer abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Stream too slow</source>
        <translation>Stream zu langsam</translation>
    </message>
</context>
<context>
    <name>RouteCheck</name>
    <message>
        <source>No target of “%1” can take a request now: every provider is down or paused.</source>
        <translation>Kein Ziel von „%1“ kann jetzt eine Anfrage annehmen: Alle Anbieter sind ausgefallen oder pausiert.</translation>
    </message>
    <message>
        <source>The key “%1” may use “%2”, which is no route of this draft.</source>
        <translation>Der Schlüssel „%1“ darf „%2“ nutzen, das keine Route dieses Entwurfs ist.</translation>
    </message>
    <message>
        <source>%1 does not offer “%2” now. Check the name or the provider’s model list.</source>
        <translation>%1 bietet „%2“ jetzt nicht an. Prüfen Sie den Namen oder die Modellliste des Anbieters.</translation>
    </message>
    <message>
        <source>No price for “%1”. Its requests will not be in the spend total.</source>
        <translation>Kein Preis für „%1“. Die Anfragen fehlen in der Summe der Ausgaben.</translation>
    </message>
</context>
<context>
    <name>RouteGraph</name>
    <message>
        <source>%1 in 24 h</source>
        <comment>requests</comment>
        <translation>%1 in 24 h</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Fallback %1</source>
        <translation>Ausweichroute %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>place in the order</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>outside the allowed regions</source>
        <translation>außerhalb der erlaubten Regionen</translation>
    </message>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Canary, %1</source>
        <translation>Canary, %1</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <comment>the sum of weights</comment>
        <translation>%1 gesamt</translation>
    </message>
    <message>
        <source>weight %1 of %2</source>
        <translation>Gewicht %1 von %2</translation>
    </message>
</context>
<context>
    <name>RuleSentence</name>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>When %1</source>
        <translation>Wenn %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>the key is %1</source>
        <translation>der Schlüssel %1 ist</translation>
    </message>
    <message>
        <source>the team is %1</source>
        <translation>das Team %1 ist</translation>
    </message>
    <message>
        <source>the tag is %1</source>
        <translation>das Schlagwort %1 ist</translation>
    </message>
    <message>
        <source>the caller is bound to %1</source>
        <translation>der Aufrufer an %1 gebunden ist</translation>
    </message>
    <message>
        <source>the time is %1</source>
        <translation>die Zeit %1 ist</translation>
    </message>
    <message>
        <source>the header %1 is %2</source>
        <translation>der Header %1 %2 ist</translation>
    </message>
    <message>
        <source>tools are offered</source>
        <translation>Werkzeuge angeboten werden</translation>
    </message>
    <message>
        <source>no tools are offered</source>
        <translation>keine Werkzeuge angeboten werden</translation>
    </message>
    <message>
        <source>there are images</source>
        <translation>Bilder dabei sind</translation>
    </message>
    <message>
        <source>there are no images</source>
        <translation>keine Bilder dabei sind</translation>
    </message>
    <message>
        <source>there is sound</source>
        <translation>Ton dabei ist</translation>
    </message>
    <message>
        <source>there is no sound</source>
        <translation>kein Ton dabei ist</translation>
    </message>
    <message>
        <source>the answer follows a schema</source>
        <translation>die Antwort einem Schema folgt</translation>
    </message>
    <message>
        <source>the answer follows no schema</source>
        <translation>die Antwort keinem Schema folgt</translation>
    </message>
    <message>
        <source>the answer is streamed</source>
        <translation>die Antwort gestreamt wird</translation>
    </message>
    <message>
        <source>the answer is not streamed</source>
        <translation>die Antwort nicht gestreamt wird</translation>
    </message>
    <message>
        <source>the prompt has more than %1 tokens</source>
        <translation>die Eingabe mehr als %1 Token hat</translation>
    </message>
    <message>
        <source>the prompt has fewer than %1 tokens</source>
        <translation>die Eingabe weniger als %1 Token hat</translation>
    </message>
    <message>
        <source>more than %1 of the budget is spent</source>
        <translation>mehr als %1 des Budgets verbraucht sind</translation>
    </message>
    <message>
        <source>refuse with “%1”</source>
        <translation>ablehnen mit „%1“</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>zu %1</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>TimeRange</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>d. MMM HH:mm</translation>
    </message>
</context>
</TS>
