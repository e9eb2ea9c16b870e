package org.paivand.onboarding;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.realm.Realm;

/** The realm, if the operator has given the node a client in it; and the bell that calls who does what is due there. */
public final class RealmLink implements AutoCloseable {
    private final Optional<Realm> realm;
    private final Semaphore bell = new Semaphore(0);

    public RealmLink(Optional<? extends Realm> realm) {
        this.realm = realm.map(Realm.class::cast);
    }

    Optional<Realm> realm() {
        return realm;
    }

    /** @throws ProblemException {@code onboarding-unavailable} if there is none */
    Realm require() {
        return realm.orElseThrow(() -> ProblemException.of(ProblemCode.ONBOARDING_UNAVAILABLE));
    }

    /** Something may be due. */
    void wake() {
        bell.release();
    }

    Semaphore bell() {
        return bell;
    }

    @Override
    public void close() {
        realm.ifPresent(Realm::close);
    }
}
