package org.paivand.agreement.rest;

import java.util.List;
import java.util.Optional;

/** The contract's AgreementPage. */
public record AgreementPage(List<AgreementView> items, Optional<String> next) {}
