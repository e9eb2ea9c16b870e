package org.paivand.realm;

/**
 * The realm in which an agency's people and programs sign in. Each method can be called again after it failed at any point, and
 * then ends what was begun; of two at once for one agency the outcome is undefined.
 */
public interface Realm extends AutoCloseable {
    /**
     * Makes the agency's group and its confidential client, which nobody has a secret for yet.
     *
     * @throws RealmException also if group or client are there and aren't the ones that were made for this account
     */
    void provide(AgencyAccount account) throws RealmException;

    /** Has the realm make a new secret for the agency's client; the one before opens nothing from then on. */
    ClientSecret renewSecret(AgencyAccount account) throws RealmException;

    /**
     * Disables the agency's client and everybody of the agency, and ends their sessions. Without effect on what isn't there; a
     * client or group of that name that wasn't made for this account is left alone.
     */
    void revoke(AgencyAccount account) throws RealmException;

    @Override
    void close();
}
