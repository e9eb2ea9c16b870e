package org.paivand.limit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The three who ask: an agency's client, an account in an emergency, and whoever has no token. */
public final class Limits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 20_000;

    private final Buckets clients;
    private final Buckets emergencies;
    private final Buckets strangers;

    /**
     * @param ofClients how many requests an agency's client has in a minute, and an account in an emergency once more
     * @param ofStrangers how many an address has without a token
     */
    public Limits(int ofClients, int ofStrangers, LongSupplier nanos) {
        this.clients = new Buckets(new Quota("client", ofClients, WINDOW), MOST_REMEMBERED, nanos);
        this.emergencies = new Buckets(new Quota("emergency", ofClients, WINDOW), MOST_REMEMBERED, nanos);
        this.strangers = new Buckets(new Quota("address", ofStrangers, WINDOW), MOST_REMEMBERED, nanos);
    }

    public Allowance client(String agency, String client) {
        return clients.take(agency + " " + client);
    }

    /** Whatever colleagues and programs of the same agency do meanwhile. */
    public Allowance emergency(String agency, String user) {
        return emergencies.take(agency + " " + user);
    }

    public Allowance stranger(String address) {
        return strangers.take(address);
    }
}
