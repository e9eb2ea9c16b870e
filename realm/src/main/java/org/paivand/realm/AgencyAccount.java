package org.paivand.realm;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an agency has in the realm: a group, which carries its id, and a confidential client in that group.
 *
 * @param agency the agency's id
 * @param mark stands on group and client, and tells those that were made for this account from others of the same name
 * @param roles the realm roles of the client
 */
public record AgencyAccount(String agency, String mark, Set<String> roles) {
    public AgencyAccount {
        if (!agency.matches("[a-z][a-z0-9-]{1,62}") || !mark.matches("[0-9a-f-]{36}")) {
            throw new IllegalArgumentException("an agency's account has the agency's id and a UUID as its mark");
        }
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    public String group() {
        return "agency-" + agency;
    }

    /** The {@code client_id} (RFC 6749 section 2.2). */
    public String client() {
        return agency + "-system";
    }
}
