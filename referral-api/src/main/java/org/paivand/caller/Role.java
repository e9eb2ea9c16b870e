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
    /** Looks after what is overdue of people who refused state bodies; not of the state itself. */
    FOCAL_POINT,
    /** A client program; it acts for a worker whom it names. */
    MACHINE,
    /** May break the glass (docs/emergency.md). */
    EMERGENCY_OFFICER,
    /** Judges what emergency officers of other agencies did. */
    REVIEWER,
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

    /** Whether nobody may have both. */
    boolean excludes(Role other) {
        return switch (this) {
            case AUDITOR -> other != AUDITOR;
            case FOCAL_POINT -> other == COMMISSION;
            case REVIEWER -> other == EMERGENCY_OFFICER || other == MACHINE;
            case EMERGENCY_OFFICER -> other == MACHINE;
            default -> false;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
