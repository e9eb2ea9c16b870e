package org.paivand.realm;

import java.net.URI;

/**
 * How the realm's administration is reached.
 *
 * @param url Keycloak's base, without the realm
 * @param client a confidential client with a service account that has {@code manage-clients} and {@code manage-users} of
 *     {@code realm-management}, and nothing else
 */
public record RealmAccess(URI url, String realm, String client, String secret) {
    @Override
    public String toString() {
        return client + " of " + realm + " at " + url;
    }
}
