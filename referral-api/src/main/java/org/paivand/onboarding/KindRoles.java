package org.paivand.onboarding;

import java.util.EnumSet;
import java.util.Set;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyKind;

/** What an agency's program may be, by the agency's kind; a program is always a machine, which names the worker it acts for. */
public final class KindRoles {
    private KindRoles() {}

    /** Whether agencies of this kind are taken in by an application: those that watch or govern have no programs. */
    public static boolean applies(AgencyKind kind) {
        return !of(kind).isEmpty();
    }

    public static Set<Role> of(AgencyKind kind) {
        return switch (kind) {
            case POLICE, PROSECUTOR, BORDER_GUARD, LABOUR_INSPECTION -> EnumSet.of(Role.REFERRER, Role.MACHINE);
            case SHELTER,
                    NGO,
                    CONSULATE,
                    VICTIM_SUPPORT_UNIT,
                    HOTLINE,
                    HEALTH,
                    LEGAL_AID,
                    MIGRATION,
                    ASYLUM,
                    INTERNATIONAL_ORGANISATION -> EnumSet.of(Role.REFERRER, Role.PROVIDER, Role.MACHINE);
            case STATUS_BODY -> EnumSet.of(Role.PROVIDER, Role.MACHINE);
            case CHILD_PROTECTION -> EnumSet.of(Role.CHILD_PROTECTION, Role.REFERRER, Role.PROVIDER, Role.MACHINE);
            case COMMISSION, OMBUDSMAN, DATA_PROTECTION -> EnumSet.noneOf(Role.class);
        };
    }
}
