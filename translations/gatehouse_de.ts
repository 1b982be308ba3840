<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Gatehouse::Program</name>
    <message>
        <source>Gatehouse cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui</name>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste into a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs the package openai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings, Models: add the model, then set key and base URL for OpenAI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to ~/.continue/config.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any app that lets you set an OpenAI address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AttemptWaterfall</name>
    <message>
        <source>Attempts over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>provider and how its attempt ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3 after %4. Connected after %5, head after %6, first token after %7.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BannerArea</name>
    <message>
        <source>The gateway has not answered since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see the last data; nothing can be changed. It is asked again every few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers and traffic on every page are simulated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>since %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CellsModel</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CheckList</name>
    <message>
        <source>Reach the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools and other abilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider said: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Chip</name>
    <message>
        <source>Remove the filter %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Closing</name>
    <message>
        <source>Gatehouse keeps running in the tray so apps stay connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatehouse stays in the tray and tells when something is wrong. The gateway runs in the background in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the gateway running in the background?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, apps get no answers. Starting Gatehouse again shows the gateway that runs in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run as a background service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quit Gatehouse?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests are running and the gateway ends with this program.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Finish them, then quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing running requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests are left.</source>
        <translation>
            <numerusform>Eine Anfrage läuft noch.</numerusform>
            <numerusform>%n Anfragen laufen noch.</numerusform>
        </translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter chooses, Esc goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; actions   # request   @ key or team   ? help</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text for the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this text with the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ The gateway answered %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ The gateway could not be reached at %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ %1 after %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1 in %2, %3 tokens, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::EventsCard</name>
    <message>
        <source>Recent events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FinishSetupCard</name>
    <message>
        <source>Finish setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provider and create a key. The first request through the gateway takes about a minute; you can leave at any step and continue here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FirstRequestCard</name>
    <message>
        <source>Copy base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point an app at this address with one of your keys. Its first request shows up here within a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>App verbinden</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayCard</name>
    <message>
        <source>⇄ Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◐ Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Running · %1 req/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Degraded · %1 req/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⊘ Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⊘ Offline since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the gateway</source>
        <translation>Gateway anhalten</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>Gateway: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the gateway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests are running. New ones get no answer until it is started again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Finish them first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::JobStrip</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 · %3 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 · a few seconds left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyStep</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example us or eu-west</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes can keep requests inside a region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the key while pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted file, asks for a passphrase at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is gone when the gateway stops, and is asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter address and key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the gateway uses it. Your apps get keys of their own in a later step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key, if the address needs one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a key at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in %1, which is locked. It is unlocked when you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in %1. Enter its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keychain. Choose where the key is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a key for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an address that begins with https:// or http://, for example https://models.example.com/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste or type the key for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is one word without spaces. Copy only the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase is not right. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place for keys could not be opened. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KpiRow</name>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests are unpriced</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>vs. yesterday at this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since midnight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast after 7 days of traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast %1, over budget by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast %1, inside budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per second now, peak %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SLO %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the error budget left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered, %2 failed. Apart from these: %3 caller mistakes, %4 cancelled by the caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n streamed requests in this range</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no streamed requests in this range</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>only %n samples</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 %1, %2 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyCard</name>
    <message>
        <source>last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token p50</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyChart</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token p50</source>
        <translation type="unfinished"></translation>
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
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone any more. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>App verbinden</translation>
    </message>
    <message>
        <source>Text size %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::NavButton</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Notifications</name>
    <message>
        <source>The gateway works again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apps get answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway stopped unexpectedly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not answer any more. Apps get no answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address is used by another program or cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 works again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its recent requests failed. Routes use their other targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests go there again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more events</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open Gatehouse to see what happened in the last hour.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apps get no answers. You see the values as of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1. The gateway does not answer now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be read from it yet. It is asked again every few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PaletteCatalogue</name>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Open request %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PaletteObjects</name>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderHealthModel</name>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderStep</name>
    <message>
        <source>Other OpenAI-compatible address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One model</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where should the gateway send requests first? You can add more at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway did not answer, so its list of providers is missing. Check that it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key for %1 is set in your environment (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderTile</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProvidersCard</name>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n configured</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestDetailPanel</name>
    <message>
        <source>This request is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller left before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the gateway before any provider was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed at the only attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Failed after %n attempts.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by %1 at the first attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by %1 after one failed attempt at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Answered by %1 after %n failed attempts, first at %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Request details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous request (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next request (J)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets weighed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost by part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw record as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the gateway keeps of this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its record was removed, because records are kept for a limited time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway did not answer. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, then </source>
        <comment>between planned targets</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in total, first token after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpriced. This model has no price, so the request is not in any sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated, because the provider sent no count.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestHistogramView</name>
    <message>
        <source>Requests over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests, %2 of them failed. Arrow keys move, Enter narrows the range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 failed</source>
        <comment>a moment and counts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestsModel</name>
    <message>
        <source>HH:mm:ss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>tokens in and out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, served by a fallback</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens in, %2 tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The provider sent no count, so this is an estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no price yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in / out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestsPage</name>
    <message>
        <source>Export requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show new requests as they come in (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, for example status:error provider:openai latency&gt;2s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>App verbinden</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requests could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not answer. Start it, or check the connection, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway answered with an error: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the requests as of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last requests read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests in the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests in the last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests in the last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests in the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests in the range of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests in all time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The table holds the newest %2, narrow the filter to see older ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests in this range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every request that an app sends through the gateway shows here, with its route, attempts and cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests in this range do not pass the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request in this range passes the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live, new requests are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused, new requests wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n new requests</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 requests exported so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export ended without a file. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting requests</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatehouse %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Font: Inter (SIL Open Font License 1.1). Icons: Lucide (ISC licence, older shapes MIT).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume the live view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel, then clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what the page shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main action of a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J / K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next or previous request while its story is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left / Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move through the points of a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the menu bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Sidebar</name>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SpendCard</name>
    <message>
        <source>Spend by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend by team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend by key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend by provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this chart as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>last %n days, daily</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n hours, hourly</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StackedBarChart</name>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StatePanel</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StepList</name>
    <message>
        <source>Passed: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StepRail</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TestStep</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway sends a few small requests to see what works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway did not answer. Check that it runs, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test could not run. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This test used %1 tokens, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This test used %1 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer as expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not accept the key, so nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be stored, so nothing was saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider could not be saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is saved and ready.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TopBar</name>
    <message>
        <source>Copy base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not answer now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Tray</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every provider is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Gatehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1, %2 req/s, %3 today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 req/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatehouse: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::VirtualKeyStep</name>
    <message>
        <source>Create a key for your apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apps use this key instead of the provider&apos;s. You see what each key spends, and can take it back alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown with every request the key makes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models and routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only models of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name, for example the app that uses the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key with this name exists. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be created. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::WindowActions</name>
    <message>
        <source>Menu bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G&amp;o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>Copy base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the menu bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Go to the next area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Stop the gateway</source>
        <translation>Gateway anhalten</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Wizard</name>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up Gatehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave setup?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can continue from the Overview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Every request with its route, attempts and cost, newest first.

Type filter words such as status:error, provider:openai or latency&gt;2s; the search is over everything stored, not only over the rows shown. Space pauses and resumes the live view, Enter opens the story of a request, J and K move through them while it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The services and local servers that answer requests, with their keys, models and limits.

A paused provider gets no new requests; routes use their other targets. Health comes from the traffic of the last five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A route is a model name that apps ask for, and the list of targets that may answer.

The gateway tries targets in the order of the route&apos;s policy and goes on to the next one when a target fails before its answer has begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual keys are what apps use instead of the keys of providers.

A secret is shown once, when it is made. A key can be limited to routes and can be disabled, rotated or deleted at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>How this window looks, and how the gateway listens and stores.

A value with a lock is set by the configuration file or the command line and is changed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>App verbinden</translation>
    </message>
    <message>
        <source>Give the app the base URL from the top bar and a virtual key instead of the key of a provider. Apps that speak the OpenAI or the Anthropic API need no other change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How costs are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each request is priced when it ends, by the tokens that the provider reports and the price list in force. A model without a price shows as unpriced and is not in any total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change of the configuration is a revision. Ctrl+Z takes back the last change of this window, also long after its message has gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a tray, closing the window leaves the gateway running there. Without one, closing offers to run it as a background service; starting Gatehouse again shows that gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account without credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout to first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout while idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout in total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled by the caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
