package org.paivand.entry;

/** Whether the log keeps up; every disclosure asks first. Not to be asked inside a transaction. */
public interface LogState {
    /** As it is now; a database that does not answer throws as it does everywhere. */
    LogStatus status();

    /** As it was at most a second ago. */
    void requireWritable() throws LogNotWritableException;
}
