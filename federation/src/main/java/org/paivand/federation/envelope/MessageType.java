package org.paivand.federation.envelope;

import java.time.Duration;
import org.paivand.disclosure.Coded;

/** What a message is for. */
public enum MessageType implements Coded {
    REFERRAL_OFFER("referral.offer", true, true),
    REFERRAL_ANSWER("referral.answer", true, true),
    REFERRAL_PROGRESS("referral.progress", true, true),
    IDENTITY_RELEASE("identity.release", true, true),
    CLARIFICATION("clarification", true, true),
    WITHDRAWAL_NOTICE("withdrawal.notice", true, false),
    DELETION_ANSWER("deletion.answer", true, false),
    CAPACITY_QUERY("capacity.query", false, true),
    CAPACITY_ANSWER("capacity.answer", false, true),
    CHECKPOINT("checkpoint", false, true),
    ECHO("echo", false, true),
    KEY_UPDATE("key.update", false, true),
    RECONCILIATION("reconciliation", false, true);

    /** The longest life of one that expires. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private final String code;
    private final boolean aboutAPerson;
    private final boolean expires;

    MessageType(String code, boolean aboutAPerson, boolean expires) {
        this.code = code;
        this.aboutAPerson = aboutAPerson;
        this.expires = expires;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether it passes between two agencies about a person; then an entry of the sender's log stands behind it. */
    public boolean aboutAPerson() {
        return aboutAPerson;
    }

    /** Whether it has an end. The wish to stop, and the answer to it, are never too late. */
    public boolean expires() {
        return expires;
    }
}
