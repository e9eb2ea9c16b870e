package org.paivand.person;

import java.util.Optional;

/** What a worker prints or reads out for the person. */
public record Receipt(Overview overview, Optional<IssuedCodes> codes) {}
