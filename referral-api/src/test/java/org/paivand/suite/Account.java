package org.paivand.suite;

import java.util.List;
import java.util.Optional;

/**
 * Somebody with a token.
 *
 * @param user the token's {@code sub}
 * @param worker whom a machine names in {@code Paivand-Worker}
 */
record Account(String agency, String user, List<String> roles, Optional<String> worker) {
    static final Account OFFICER = of("tj-police-dushanbe", "officer", "referrer");
    static final Account SECOND_OFFICER = of("tj-police-dushanbe", "officer-two", "referrer");
    static final Account OTHER_OFFICER = of("tj-police-khatlon", "officer-khatlon", "referrer");
    static final Account SHELTER = of("tj-shelter-north", "worker-one", "provider");
    static final Account COLLEAGUE = of("tj-shelter-north", "worker-two", "provider");
    static final Account CLINIC = of("tj-clinic-dushanbe", "doctor", "provider");
    static final Account PSYCHOSOCIAL = of("tj-ngo-psychosocial", "counsellor", "referrer");
    static final Account CHILD_PROTECTION = of("tj-child-protection-dushanbe", "guardianship", "child-protection");
    static final Account AUDITOR = of("tj-ombudsman", "auditor", "auditor");
    static final Account EMERGENCY_OFFICER = of("tj-police-dushanbe", "night-officer", "emergency-officer");
    static final Account SECOND_EMERGENCY_OFFICER = of("tj-police-dushanbe", "night-officer-two", "emergency-officer");
    static final Account REVIEWER = of("tj-data-protection", "reviewer", "reviewer");
    static final Account COMMISSION = of("tj-commission", "commission", "commission");
    static final Account REGISTRAR = of("tj-commission", "registrar-one", "registrar");
    static final Account OTHER_REGISTRAR = of("tj-commission", "registrar-two", "registrar");

    static Account of(String agency, String user, String... roles) {
        return new Account(agency, user, List.of(roles), Optional.empty());
    }

    /** The shelter's case system, which acts for the worker it names. */
    static Account system(String worker) {
        return new Account(
                "tj-shelter-north",
                "service-account-shelter-north-system",
                List.of("provider", "machine"),
                Optional.of(worker));
    }
}
