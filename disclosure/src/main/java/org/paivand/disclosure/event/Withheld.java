package org.paivand.disclosure.event;

import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.ReasonCode;

/** One category that stayed, and why. */
public record Withheld(Category category, ReasonCode reason) {}
