package org.paivand.intake;

import java.util.UUID;

/** The number that a person got on sending, without the number. */
public final class GivenNumber {
    private final UUID id;
    private final byte[] seal;

    /** @param seal by which it is found */
    public GivenNumber(UUID id, byte[] seal) {
        this.id = id;
        this.seal = seal.clone();
    }

    public UUID id() {
        return id;
    }

    public byte[] seal() {
        return seal.clone();
    }

    @Override
    public String toString() {
        return "a number";
    }
}
