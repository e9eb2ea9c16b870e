package org.paivand.registry.place;

import java.util.function.Function;

/** A place that may be published whole, or one of which only the region is known here. */
public sealed interface Place permits PublicPlace, ConfidentialPlace {

    Region region();

    <T> T fold(Function<PublicPlace, T> open, Function<ConfidentialPlace, T> confidential);
}
