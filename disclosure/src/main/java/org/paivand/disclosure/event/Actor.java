package org.paivand.disclosure.event;

import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;

/**
 * On whose behalf something was done, and by whose account. They differ in a pull: the data is the controller's, the account
 * the recipient's, and its role says so.
 *
 * @param agency on whose behalf
 * @param user pseudonym
 * @param role the role that allowed it
 * @param client the software that called
 * @param tokenId id of the access token, where there was one
 */
public record Actor(AgencyId agency, String user, String role, String client, Optional<String> tokenId) {
    public Actor {
        Canonical.pseudonym(user, "user");
        Canonical.code(role, "role");
        Canonical.pseudonym(client, "client");
        tokenId.ifPresent(id -> Canonical.pseudonym(id, "token id"));
    }
}
