package org.paivand.caller;

import java.util.Locale;
import java.util.Optional;

/** The realm roles this service knows. */
public enum Role {
    REFERRER,
    PROVIDER,
    CHILD_PROTECTION,
    /** Independent: can't be combined with another role. */
    AUDITOR,
    REGISTRAR,
    COMMISSION,
    /** A client program; it acts for a worker whom it names. */
    MACHINE,
    /** Another node, or its witness: reads the log's own files, and nothing of anybody. */
    PEER;

    /** Empty for a role of the realm that means nothing here. */
    public static Optional<Role> of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
