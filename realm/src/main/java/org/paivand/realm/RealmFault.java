package org.paivand.realm;

import java.util.Locale;

/** Why something couldn't be done in the realm. */
public enum RealmFault {
    /** Nobody answered in time, or the answer was an error of the server's own. */
    REALM_UNREACHABLE(true),
    /** The node's own client is refused, or lacks a role. */
    REALM_DENIED(true),
    /** A client of that name is there and isn't the one that was made for this agency. */
    CLIENT_TAKEN(false),
    GROUP_TAKEN(false),
    /** The realm has no such role, or the node's client may not give it. */
    ROLE_MISSING(false),
    /** The client or group that was made is gone. */
    ACCOUNT_MISSING(false);

    private final boolean passing;

    RealmFault(boolean passing) {
        this.passing = passing;
    }

    /** Whether it is worth trying again without anybody's doing. */
    public boolean passing() {
        return passing;
    }

    /** @throws IllegalArgumentException if none has that code */
    public static RealmFault of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
