package org.paivand.realm;

/** Whoever has it is the agency's program. Shown once, kept nowhere. */
public record ClientSecret(String value) {
    @Override
    public String toString() {
        return "ClientSecret[withheld]";
    }
}
