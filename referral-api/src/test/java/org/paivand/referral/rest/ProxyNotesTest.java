package org.paivand.referral.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.disclosure.AgencyId;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Proxy;
import org.paivand.referral.ProxyChannel;
import org.paivand.referral.ProxySpeaker;

class ProxyNotesTest {
    private static final AgencyId HOST = new AgencyId("tj-ngo-dushanbe-women");

    @Test
    void sayHowTheProviderSaidIt() throws IOException {
        Optional<Proxy> proxy = read("""
                {"proxy":{"channel":"telephone-callback","toldAt":"2026-11-22T06:20:00Z","saidBy":"duty-worker",
                 "calledBackRegisteredNumber":true}}""");

        assertEquals(
                Optional.of(new Proxy(
                        HOST,
                        ProxyChannel.TELEPHONE_CALLBACK,
                        Instant.parse("2026-11-22T06:20:00Z"),
                        ProxySpeaker.DUTY_WORKER,
                        Optional.empty())),
                proxy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null"})
    void areLeftOutByWhoAnswersForThemselves(String body) throws IOException {
        assertEquals(Optional.empty(), read(body));
    }

    @ParameterizedTest
    @CsvSource({
        "telephone-callback, '', required",
        "telephone-callback, ',\"calledBackRegisteredNumber\":false', contradiction",
        "in-person, ',\"calledBackRegisteredNumber\":true', contradiction"
    })
    void takeNothingByTelephoneWithoutACallBack(String channel, String rest, String fault) {
        ProblemException refused = refused("{\"proxy\":{\"channel\":\"" + channel
                + "\",\"toldAt\":\"2026-11-22T06:20:00Z\",\"saidBy\":\"manager\"" + rest + "}}");

        assertEquals(
                "/proxy/calledBackRegisteredNumber",
                refused.extensions().errors().get(0).pointer());
        assertEquals(fault, refused.extensions().errors().get(0).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"proxy\":{\"channel\":\"messenger\",\"toldAt\":\"2026-11-22T06:20:00Z\",\"saidBy\":\"manager\"}}|/proxy/channel",
                "{\"proxy\":{\"channel\":\"in-person\",\"toldAt\":\"2026-11-22T06:20:00Z\",\"saidBy\":\"Nilufar\"}}|/proxy/saidBy",
                "{\"proxy\":{\"channel\":\"in-person\",\"saidBy\":\"manager\"}}|/proxy/toldAt",
                "{\"proxy\":{\"channel\":\"in-person\",\"toldAt\":\"2026-11-22T06:20:00Z\",\"saidBy\":\"manager\",\"name\":\"Nilufar\"}}|/proxy"
            })
    void haveNoRoomForNamesNorForWhatIsOnNoList(String body, String pointer) {
        assertEquals(pointer, refused(body).extensions().errors().get(0).pointer());
    }

    private static Optional<Proxy> read(String body) throws IOException {
        return ProxyNotes.read(HOST, ProxyNotes.body(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static ProblemException refused(String body) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read(body));
        assertEquals(ProblemCode.INVALID_REQUEST, refused.code());
        return refused;
    }
}
