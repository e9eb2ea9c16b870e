package org.paivand.registry.place;

import java.util.Optional;
import java.util.function.Function;

/**
 * A place nobody may publish. It has no name, locality or address to leak: the registry doesn't know them.
 *
 * @param frontGate who answers for the place, and doesn't tell where it is
 */
public record ConfidentialPlace(Region region, Optional<Phone> frontGate) implements Place {

    @Override
    public <T> T fold(Function<PublicPlace, T> open, Function<ConfidentialPlace, T> confidential) {
        return confidential.apply(this);
    }
}
