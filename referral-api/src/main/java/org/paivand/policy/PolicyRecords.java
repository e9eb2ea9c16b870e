package org.paivand.policy;

/** Where policies are kept that are or will be in force. Bound to one transaction. */
public interface PolicyRecords {
    PolicyTimeline timeline();

    /** Holds back every other addition until the transaction ends. Taken before anything is read that an addition rests on. */
    void lock();

    /** Adds one, with its exact bytes for every replay. */
    void add(RecordedPolicy policy);
}
