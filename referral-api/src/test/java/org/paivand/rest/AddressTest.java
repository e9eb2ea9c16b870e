package org.paivand.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void believesNoHeaderWithoutAProxy() {
        assertEquals("192.0.2.1", Address.of("192.0.2.1", "203.0.113.7", 0));
        assertEquals("192.0.2.1", Address.of("192.0.2.1", null, 0));
    }

    @Test
    void takesWhatTheOperatorsOwnProxiesSaw() {
        assertEquals("203.0.113.7", Address.of("10.0.0.1", "198.51.100.9, 203.0.113.7", 1));
        assertEquals("198.51.100.9", Address.of("10.0.0.1", "1.1.1.1, 198.51.100.9, 10.0.0.2", 2));
    }

    @Test
    void fallsBackToTheConnectionIfAProxyIsMissing() {
        assertEquals("10.0.0.1", Address.of("10.0.0.1", null, 1));
        assertEquals("10.0.0.1", Address.of("10.0.0.1", "203.0.113.7", 2));
    }

    @Test
    void takesANetworkOfVersionSixForOneAddress() {
        assertEquals(Address.of("2001:db8:1:2:3:4:5:6", null, 0), Address.of("2001:db8:1:2:ffff::1", null, 0));
        assertEquals("2001:db8:1:3", Address.of("2001:db8:1:3::1%eth0", null, 0));
    }
}
