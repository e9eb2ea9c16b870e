package org.paivand.entry;

/** Whether witnesses keep up with the log. Not to be asked inside a transaction. */
public interface WitnessState {
    /** Of a node whose policy needs none. */
    WitnessState NOT_NEEDED = () -> WitnessStatus.NOT_NEEDED;

    /** As it was at most a second ago. */
    WitnessStatus status();
}
