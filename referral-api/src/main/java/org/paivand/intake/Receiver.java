package org.paivand.intake;

import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;

/** The one agency that reads what is sent by the form, as the registry has it now. */
public final class Receiver {
    private final Directories directories;
    private final Optional<AgencyId> agency;

    /** @param agency as the operator chose it */
    public Receiver(Directories directories, Optional<AgencyId> agency) {
        this.directories = directories;
        this.agency = agency;
    }

    /**
     * Empty, and then there is no form, unless it is an active hotline or NGO that has a telephone, for when the form is full, and
     * a name that may be shown to everybody.
     */
    public Optional<Agency> now() {
        return agency.flatMap(id -> directories.current().agency(id))
                .filter(Agency::isActive)
                .filter(known -> known.kind() == AgencyKind.HOTLINE || known.kind() == AgencyKind.NGO)
                .filter(known -> !known.confidentialLocation())
                .filter(known -> !known.phones().isEmpty());
    }
}
