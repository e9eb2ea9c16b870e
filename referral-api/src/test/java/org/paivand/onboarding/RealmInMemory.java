package org.paivand.onboarding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.realm.AgencyAccount;
import org.paivand.realm.ClientSecret;
import org.paivand.realm.Realm;
import org.paivand.realm.RealmException;
import org.paivand.realm.RealmFault;

/** A realm that keeps its clients' secrets in memory, and fails when told to. The launcher's tests ask a real Keycloak the same. */
final class RealmInMemory implements Realm {
    private final Map<String, String> marks = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Set<String> disabled = new HashSet<>();
    private int renewals;
    private int revocations;

    /** Why each call fails, if any does. */
    volatile Optional<RealmFault> fault = Optional.empty();

    /** What happens elsewhere while a call is under way. */
    volatile Runnable meanwhile = () -> {};

    synchronized void occupy(String client) {
        marks.put(client, "somebody else's");
    }

    synchronized boolean works(String client, String secret) {
        return !disabled.contains(client) && secret.equals(secrets.get(client));
    }

    synchronized boolean has(String client) {
        return marks.containsKey(client);
    }

    synchronized boolean isDisabled(String client) {
        return disabled.contains(client);
    }

    synchronized int renewals() {
        return renewals;
    }

    synchronized int revocations() {
        return revocations;
    }

    @Override
    public synchronized void provide(AgencyAccount account) throws RealmException {
        enter();
        String mark = marks.putIfAbsent(account.client(), account.mark());
        if (mark != null && !mark.equals(account.mark())) {
            throw new RealmException(RealmFault.CLIENT_TAKEN);
        }
        disabled.remove(account.client());
    }

    @Override
    public synchronized ClientSecret renewSecret(AgencyAccount account) throws RealmException {
        enter();
        if (!account.mark().equals(marks.get(account.client()))) {
            throw new RealmException(RealmFault.ACCOUNT_MISSING);
        }
        String secret = "secret-" + ++renewals;
        secrets.put(account.client(), secret);
        return new ClientSecret(secret);
    }

    @Override
    public synchronized void revoke(AgencyAccount account) throws RealmException {
        enter();
        revocations++;
        if (account.mark().equals(marks.get(account.client()))) {
            disabled.add(account.client());
        }
    }

    private void enter() throws RealmException {
        meanwhile.run();
        if (fault.isPresent()) {
            throw new RealmException(fault.get());
        }
    }

    @Override
    public void close() {}
}
