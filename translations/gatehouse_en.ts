<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Gatehouse::Ui::BannerArea</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Closing</name>
    <message numerus="yes">
        <source>%n requests are running and the gateway ends with this program.</source>
        <translation>
            <numerusform>One request is running and the gateway ends with this program.</numerusform>
            <numerusform>%n requests are running and the gateway ends with this program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests are left.</source>
        <translation>
            <numerusform>One request is left.</numerusform>
            <numerusform>%n requests are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayCard</name>
    <message numerus="yes">
        <source>%n requests are running. New ones get no answer until it is started again.</source>
        <translation>
            <numerusform>One request is running. New ones get no answer until it is started again.</numerusform>
            <numerusform>%n requests are running. New ones get no answer until it is started again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::JobStrip</name>
    <message numerus="yes">
        <source>%1, %n more</source>
        <translation>
            <numerusform>%1, %n more</numerusform>
            <numerusform>%1, %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KpiRow</name>
    <message numerus="yes">
        <source>%n requests are unpriced</source>
        <translation>
            <numerusform>%n request is unpriced</numerusform>
            <numerusform>%n requests are unpriced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n streamed requests in this range</source>
        <translation>
            <numerusform>%n streamed request in this range</numerusform>
            <numerusform>%n streamed requests in this range</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only %n samples</source>
        <translation>
            <numerusform>only %n sample</numerusform>
            <numerusform>only %n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::NavButton</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n to look at</numerusform>
            <numerusform>%1, %n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Notifications</name>
    <message numerus="yes">
        <source>%n more events</source>
        <translation>
            <numerusform>%n more event</numerusform>
            <numerusform>%n more events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderStep</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProvidersCard</name>
    <message numerus="yes">
        <source>%n configured</source>
        <translation>
            <numerusform>%n configured</numerusform>
            <numerusform>%n configured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n degraded</numerusform>
            <numerusform>%n degraded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestDetailPanel</name>
    <message numerus="yes">
        <source>Failed after %n attempts.</source>
        <translation>
            <numerusform>Failed after %n attempt.</numerusform>
            <numerusform>Failed after %n attempts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answered by %1 after %n failed attempts, first at %2.</source>
        <translation>
            <numerusform>Answered by %1 after %n failed attempt, first at %2.</numerusform>
            <numerusform>Answered by %1 after %n failed attempts, first at %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestsModel</name>
    <message numerus="yes">
        <source>%n attempts, served by a fallback</source>
        <translation>
            <numerusform>%n attempt, served by a fallback</numerusform>
            <numerusform>%n attempts, served by a fallback</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestsPage</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n new requests</source>
        <translation>
            <numerusform>Show %n new request</numerusform>
            <numerusform>Show %n new requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SpendCard</name>
    <message numerus="yes">
        <source>last %n days, daily</source>
        <translation>
            <numerusform>last day, daily</numerusform>
            <numerusform>last %n days, daily</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n hours, hourly</source>
        <translation>
            <numerusform>last hour, hourly</numerusform>
            <numerusform>last %n hours, hourly</numerusform>
        </translation>
    </message>
</context>
</TS>
