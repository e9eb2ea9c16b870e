package org.paivand.registry.directory;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Party;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Sector;

/** The agencies that look after what is overdue where the person refused state bodies: a certificate in the registry names them. */
public final class FocalPoints {
    public static final String CERTIFICATE = "focal-point";

    private static final Set<AgencyKind> KINDS = EnumSet.of(
            AgencyKind.NGO,
            AgencyKind.INTERNATIONAL_ORGANISATION,
            AgencyKind.SHELTER,
            AgencyKind.HOTLINE,
            AgencyKind.LEGAL_AID);

    private FocalPoints() {}

    /** Whether the agency may be one; the certificate makes nothing of another. */
    public static boolean eligible(Agency agency) {
        return agency.sector() == Sector.NON_STATE && KINDS.contains(agency.kind());
    }

    /** Those of now, in the order of their ids. */
    public static List<Party> of(Directory directory, Instant now) {
        return directory.agencies().stream()
                .filter(agency -> agency.isActive() && eligible(agency) && agency.accredited(CERTIFICATE, now))
                .filter(agency -> directory.nodeOf(agency.id()).isEmpty())
                .map(Agency::party)
                .toList();
    }

    /** In words, what is wrong with having none. */
    public static Optional<String> trouble(Directory directory, Instant now) {
        return of(directory, now).isEmpty()
                ? Optional.of("no agency is the focal point, so nobody but auditors looks after what is overdue"
                        + " of people who refused state bodies")
                : Optional.empty();
    }
}
