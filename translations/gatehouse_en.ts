<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Gatehouse::Ui::AlertEditor</name>
    <message numerus="yes">
        <source>Alerts of this kind fired %n times in the last 7 days.</source>
        <translation>
            <numerusform>Alerts of this kind fired %n time in the last 7 days.</numerusform>
            <numerusform>Alerts of this kind fired %n times in the last 7 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would have fired %n times in the last 7 days.</source>
        <translation>
            <numerusform>It would have fired %n time in the last 7 days.</numerusform>
            <numerusform>It would have fired %n times in the last 7 days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertRulesPane</name>
    <message numerus="yes">
        <source>%n alerts are firing.</source>
        <translation>
            <numerusform>%n alert is firing.</numerusform>
            <numerusform>%n alerts are firing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertWords</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts of Gatehouse on %1</source>
        <translation>
            <numerusform>%n alert of Gatehouse on %1</numerusform>
            <numerusform>%n alerts of Gatehouse on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Asides</name>
    <message numerus="yes">
        <source>%n requests, the last one by %1.</source>
        <translation>
            <numerusform>%n request, answered by %1.</numerusform>
            <numerusform>%n requests, the last one by %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AuditPage</name>
    <message numerus="yes">
        <source>%n record(s), no gaps, head %1</source>
        <translation>
            <numerusform>%n record, no gaps, head %1</numerusform>
            <numerusform>%n records, no gaps, head %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) exported</source>
        <translation>
            <numerusform>%n record exported</numerusform>
            <numerusform>%n records exported</numerusform>
        </translation>
    </message>
</context>
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
    <name>Gatehouse::Ui::BodyTab</name>
    <message numerus="yes">
        <source>%n secrets were taken out and are marked [redacted].</source>
        <translation>
            <numerusform>One secret was taken out and is marked [redacted].</numerusform>
            <numerusform>%n secrets were taken out and are marked [redacted].</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BreakdownPane</name>
    <message numerus="yes">
        <source>%Ln requests have no price.</source>
        <translation>
            <numerusform>%Ln request has no price.</numerusform>
            <numerusform>%Ln requests have no price.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models. Their cost is missing from every total.</source>
        <translation>
            <numerusform>%Ln model. Its cost is missing from every total.</numerusform>
            <numerusform>%Ln models. Their cost is missing from every total.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forecast after %Ln more days</source>
        <translation>
            <numerusform>Forecast after %Ln more day</numerusform>
            <numerusform>Forecast after %Ln more days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Other, %Ln groups</source>
        <translation>
            <numerusform>Other, %Ln group</numerusform>
            <numerusform>Other, %Ln groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BulkRotateDialog</name>
    <message numerus="yes">
        <source>Rotate %n keys</source>
        <translation>
            <numerusform>Rotate %n key</numerusform>
            <numerusform>Rotate %n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CheckList</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n tokens</source>
        <translation>
            <numerusform>%1, %n token</numerusform>
            <numerusform>%1, %n tokens</numerusform>
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
    <name>Gatehouse::Ui::CorrectHourDialog</name>
    <message numerus="yes">
        <source>%Ln requests cost something else.</source>
        <translation>
            <numerusform>%Ln request costs something else.</numerusform>
            <numerusform>%Ln requests cost something else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DayStrip</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s)</source>
        <translation>
            <numerusform>%1: %n record</numerusform>
            <numerusform>%1: %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DraftBar</name>
    <message numerus="yes">
        <source>Draft: %n changes</source>
        <translation>
            <numerusform>Draft: %n change</numerusform>
            <numerusform>Draft: %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems found.</source>
        <translation>
            <numerusform>%n problem found.</numerusform>
            <numerusform>%n problems found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DraftFlow</name>
    <message numerus="yes">
        <source>Published %n changes</source>
        <translation>
            <numerusform>Published %n change</numerusform>
            <numerusform>Published %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::EventWords</name>
    <message numerus="yes">
        <source>From traffic, %n attempts in 5 min</source>
        <translation>
            <numerusform>From traffic, %n attempt in 5 min</numerusform>
            <numerusform>From traffic, %n attempts in 5 min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests answered by other targets</source>
        <translation>
            <numerusform>%n request answered by other targets</numerusform>
            <numerusform>%n requests answered by other targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts in a row failed; one at a time finds out whether it is back</source>
        <translation>
            <numerusform>%n attempt failed; one at a time finds out whether it is back</numerusform>
            <numerusform>%n attempts in a row failed; one at a time finds out whether it is back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ExpiryDialog</name>
    <message numerus="yes">
        <source>Extend %n keys</source>
        <translation>
            <numerusform>Extend %n key</numerusform>
            <numerusform>Extend %n keys</numerusform>
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
    <message numerus="yes">
        <source>◐ Stopping · %n running</source>
        <translation>
            <numerusform>◐ Stopping · %n running</numerusform>
            <numerusform>◐ Stopping · %n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HeatMap</name>
    <message numerus="yes">
        <source>%1, %2 to %3: %n answers</source>
        <comment>time, least and most value</comment>
        <translation>
            <numerusform>%1, %2 to %3: %n answer</numerusform>
            <numerusform>%1, %2 to %3: %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::IncidentRows</name>
    <message numerus="yes">
        <source>%1; callers saw %n errors</source>
        <translation>
            <numerusform>%1; callers saw %n error</numerusform>
            <numerusform>%1; callers saw %n errors</numerusform>
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
    <name>Gatehouse::Ui::KeyActions</name>
    <message numerus="yes">
        <source>Disabled %n keys</source>
        <translation>
            <numerusform>Disabled %n key</numerusform>
            <numerusform>Disabled %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enabled %n keys</source>
        <translation>
            <numerusform>Enabled %n key</numerusform>
            <numerusform>Enabled %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n keys</source>
        <translation>
            <numerusform>Deleted %n key</numerusform>
            <numerusform>Deleted %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n keys</source>
        <translation>
            <numerusform>Restored %n key</numerusform>
            <numerusform>Restored %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed the expiry of %n keys</source>
        <translation>
            <numerusform>Changed the expiry of %n key</numerusform>
            <numerusform>Changed the expiry of %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n keys to %1</source>
        <translation>
            <numerusform>Moved %n key to %1</numerusform>
            <numerusform>Moved %n keys to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyDetailPanel</name>
    <message numerus="yes">
        <source>May call %1 and %n more.</source>
        <translation>
            <numerusform>May call %1 and %n more.</numerusform>
            <numerusform>May call %1 and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KpiRow</name>
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
    <message numerus="yes">
        <source>%Ln requests are unpriced</source>
        <translation>
            <numerusform>%Ln request is unpriced</numerusform>
            <numerusform>%Ln requests are unpriced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyRows</name>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LeakDialog</name>
    <message numerus="yes">
        <source>%n keys of this gateway stand in the text.</source>
        <translation>
            <numerusform>%n key of this gateway stands in the text.</numerusform>
            <numerusform>%n keys of this gateway stand in the text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LiveControl</name>
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
    <name>Gatehouse::Ui::ModelsSection</name>
    <message numerus="yes">
        <source>All %n models are offered.</source>
        <translation>
            <numerusform>Its only model is offered.</numerusform>
            <numerusform>All %n models are offered.</numerusform>
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
    <name>Gatehouse::Ui::ObjectiveCard</name>
    <message numerus="yes">
        <source>%1: %2 of requests answered over %n days</source>
        <translation>
            <numerusform>%1: %2 of requests answered over %n day</numerusform>
            <numerusform>%1: %2 of requests answered over %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 uses the whole budget up in %n days; more is faster.</source>
        <translation>
            <numerusform>1 uses the whole budget up in %n day; more is faster.</numerusform>
            <numerusform>1 uses the whole budget up in %n days; more is faster.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ObjectiveGrid</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PauseDialog</name>
    <message numerus="yes">
        <source>Every request is refused until the pause is ended, except those of %Ln teams and keys.</source>
        <translation>
            <numerusform>Every request is refused until the pause is ended, except those of %Ln team or key.</numerusform>
            <numerusform>Every request is refused until the pause is ended, except those of %Ln teams and keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PeoplePane</name>
    <message numerus="yes">
        <source>%n tokens are revoked. To sign in again, new ones are needed.</source>
        <translation>
            <numerusform>%n token is revoked. To sign in again, a new one is needed.</numerusform>
            <numerusform>%n tokens are revoked. To sign in again, new ones are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The person and %n tokens go. What they did stays in the audit log.</source>
        <translation>
            <numerusform>The person and %n token go. What they did stays in the audit log.</numerusform>
            <numerusform>The person and %n tokens go. What they did stays in the audit log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n areas</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PriceImportDialog</name>
    <message numerus="yes">
        <source>%n prices in %1.</source>
        <translation>
            <numerusform>%n price in %1.</numerusform>
            <numerusform>%n prices in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PricesPane</name>
    <message numerus="yes">
        <source>%n requests were priced anew</source>
        <translation>
            <numerusform>%n request was priced anew</numerusform>
            <numerusform>%n requests were priced anew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The books do not agree at %n places. The first: %1, %2.</source>
        <translation>
            <numerusform>The books do not agree at %n place: %1, %2.</numerusform>
            <numerusform>The books do not agree at %n places. The first: %1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests in 30 days</source>
        <translation>
            <numerusform>%n request in 30 days</numerusform>
            <numerusform>%n requests in 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PricesSection</name>
    <message numerus="yes">
        <source>Imported %n prices</source>
        <translation>
            <numerusform>Imported %n price</numerusform>
            <numerusform>Imported %n prices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderRow</name>
    <message numerus="yes">
        <source>From traffic, %n attempts in 5 min.</source>
        <translation>
            <numerusform>From traffic, %n attempt in 5 min.</numerusform>
            <numerusform>From traffic, %n attempts in 5 min.</numerusform>
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
    <name>Gatehouse::Ui::ProvidersModel</name>
    <message numerus="yes">
        <source>%n routes</source>
        <translation>
            <numerusform>%n route</numerusform>
            <numerusform>%n routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProvidersPage</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PublishDialog</name>
    <message numerus="yes">
        <source>Publish %n changes?</source>
        <translation>
            <numerusform>Publish %n change?</numerusform>
            <numerusform>Publish %n changes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The check has %n warnings. They do not stop publishing.</source>
        <translation>
            <numerusform>The check has %n warning. It does not stop publishing.</numerusform>
            <numerusform>The check has %n warnings. They do not stop publishing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RangeDialog</name>
    <message numerus="yes">
        <source>A range is at most %n days long. Choose an earlier end.</source>
        <translation>
            <numerusform>A range is at most %n day long. Choose an earlier end.</numerusform>
            <numerusform>A range is at most %n days long. Choose an earlier end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RecordDialog</name>
    <message numerus="yes">
        <source>Kept for %n days, of each text at most %1, all together at most %2.</source>
        <translation>
            <numerusform>Kept for one day, of each text at most %1, all together at most %2.</numerusform>
            <numerusform>Kept for %n days, of each text at most %1, all together at most %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept for %n hours, of each text at most %1, all together at most %2.</source>
        <translation>
            <numerusform>Kept for %n hour, of each text at most %1, all together at most %2.</numerusform>
            <numerusform>Kept for %n hours, of each text at most %1, all together at most %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RecordingChip</name>
    <message numerus="yes">
        <source>%1: at most %n more requests, until %2. Activate to end it.</source>
        <translation>
            <numerusform>%1: at most one more request, until %2. Activate to end it.</numerusform>
            <numerusform>%1: at most %n more requests, until %2. Activate to end it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReliabilityPage</name>
    <message numerus="yes">
        <source>%Ln attempts</source>
        <translation>
            <numerusform>%Ln attempt</numerusform>
            <numerusform>%Ln attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retries</source>
        <translation>
            <numerusform>%Ln retry</numerusform>
            <numerusform>%Ln retries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fallbacks</source>
        <translation>
            <numerusform>%Ln fallback</numerusform>
            <numerusform>%Ln fallbacks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rescued</source>
        <translation>
            <numerusform>%Ln rescued</numerusform>
            <numerusform>%Ln rescued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hedged</source>
        <translation>
            <numerusform>%Ln hedged</numerusform>
            <numerusform>%Ln hedged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReplaceDialog</name>
    <message numerus="yes">
        <source>%n routes send requests to it: %1.</source>
        <translation>
            <numerusform>%n route sends requests to it: %1.</numerusform>
            <numerusform>%n routes send requests to it: %1.</numerusform>
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
        <source>%Ln requests in the last hour</source>
        <translation>
            <numerusform>%Ln request in the last hour</numerusform>
            <numerusform>%Ln requests in the last hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last 24 hours</source>
        <translation>
            <numerusform>%Ln request in the last 24 hours</numerusform>
            <numerusform>%Ln requests in the last 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last 7 days</source>
        <translation>
            <numerusform>%Ln request in the last 7 days</numerusform>
            <numerusform>%Ln requests in the last 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last 30 days</source>
        <translation>
            <numerusform>%Ln request in the last 30 days</numerusform>
            <numerusform>%Ln requests in the last 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in all time</source>
        <translation>
            <numerusform>%Ln request in all time</numerusform>
            <numerusform>%Ln requests in all time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the range of the filter</source>
        <translation>
            <numerusform>%Ln request in the range of the filter</numerusform>
            <numerusform>%Ln requests in the range of the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests, %1</source>
        <translation>
            <numerusform>%Ln request, %1</numerusform>
            <numerusform>%Ln requests, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RestoreDialog</name>
    <message numerus="yes">
        <source>Made %1 by Gatehouse %2: configuration revision %3, %Ln requests.</source>
        <translation>
            <numerusform>Made %1 by Gatehouse %2: configuration revision %3, %Ln request.</numerusform>
            <numerusform>Made %1 by Gatehouse %2: configuration revision %3, %Ln requests.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RevisionsModel</name>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1; and %n more</numerusform>
            <numerusform>%1; and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteListModel</name>
    <message numerus="yes">
        <source>%n targets</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteTrials</name>
    <message numerus="yes">
        <source>Judged from %n requests on.</source>
        <translation>
            <numerusform>Judged from %n request on.</numerusform>
            <numerusform>Judged from %n requests on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out since the start.</source>
        <translation>
            <numerusform>%n left out since the start.</numerusform>
            <numerusform>%n left out since the start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RoutesPage</name>
    <message numerus="yes">
        <source>Reachable now: %1 and %n more.</source>
        <translation>
            <numerusform>Reachable now: %1 and %n more.</numerusform>
            <numerusform>Reachable now: %1 and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not published. Apps do not meet them yet.</source>
        <translation>
            <numerusform>%n change is not published. Apps do not meet it yet.</numerusform>
            <numerusform>%n changes are not published. Apps do not meet them yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SecuritySection</name>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SettingsPage</name>
    <message numerus="yes">
        <source>%n requests are running; they end first.</source>
        <translation>
            <numerusform>One request is running; it ends first.</numerusform>
            <numerusform>%n requests are running; they end first.</numerusform>
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
<context>
    <name>Gatehouse::Ui::TeamMoveDialog</name>
    <message numerus="yes">
        <source>Move %n keys</source>
        <translation>
            <numerusform>Move %n key</numerusform>
            <numerusform>Move %n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TrialsSection</name>
    <message numerus="yes">
        <source>%n keys have asked for it in the last 30 days.</source>
        <translation>
            <numerusform>%n key has asked for it in the last 30 days.</numerusform>
            <numerusform>%n keys have asked for it in the last 30 days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::UnlockBanner</name>
    <message numerus="yes">
        <source>Unlock the key store to use %n keys.</source>
        <translation>
            <numerusform>Unlock the key store to use %n key.</numerusform>
            <numerusform>Unlock the key store to use %n keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::WhatIfPane</name>
    <message numerus="yes">
        <source>Of %Ln requests the time at their new place is not known.</source>
        <translation>
            <numerusform>Of %Ln request the time at its new place is not known.</numerusform>
            <numerusform>Of %Ln requests the time at their new place is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no price there; their cost is missing.</source>
        <translation>
            <numerusform>%Ln request has no price there; its cost is missing.</numerusform>
            <numerusform>%Ln requests have no price there; their cost is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln requests the size of their pictures is not known; they cost what pictures of any size cost there.</source>
        <translation>
            <numerusform>Of %Ln request the size of its pictures is not known; it costs what pictures of any size cost there.</numerusform>
            <numerusform>Of %Ln requests the size of their pictures is not known; they cost what pictures of any size cost there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteGraph</name>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
</TS>
