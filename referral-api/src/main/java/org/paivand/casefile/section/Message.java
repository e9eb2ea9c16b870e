package org.paivand.casefile.section;

/** A message as it is sent and sealed. */
public record Message(MessageText text) {
    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
