package org.paivand.referral.rest;

import org.paivand.disclosure.AgencyId;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.service.ServiceId;

/** Whom an offer may name, for one caller. */
record Recipients(Directory directory, AgencyId caller) {
    /** @throws ProblemException {@code invalid-request} if it is the caller itself */
    AgencyId recipient(String code) {
        if (code.equals(caller.value())) {
            throw ProblemException.invalid("/recipient", "contradiction");
        }
        return active(code);
    }

    AgencyId active(String code) {
        return directory
                .agency(new AgencyId(code))
                .filter(Agency::isActive)
                .orElseThrow(() -> new IllegalArgumentException("not an active agency"))
                .id();
    }

    ServiceId service(String code, AgencyId recipient) {
        return directory
                .service(new ServiceId(code))
                .filter(service -> service.agency().equals(recipient))
                .orElseThrow(() -> new IllegalArgumentException("not a service of the recipient"))
                .id();
    }
}
