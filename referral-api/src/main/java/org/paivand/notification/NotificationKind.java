package org.paivand.notification;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** What happened, without saying to whom. */
public enum NotificationKind implements Coded {
    /** To the recipient: an offer came. */
    REFERRAL_OFFERED,
    /** To the other side: a change that it is told of. */
    REFERRAL_CHANGED,
    /** To the recipient: half of its time to answer is over, and again when nine tenths are. */
    REFERRAL_ANSWER_DUE,
    /** To both: nobody answered in time. */
    REFERRAL_EXPIRED,
    /** To the sender, if it may read it: what the person said of the help. */
    FEEDBACK_WRITTEN,
    /** To the other side of a referral, if it may read it: a message. */
    MESSAGE_WRITTEN,
    /** To a holder: it is asked to use something no more. */
    STOP_USE_ASKED,
    /** To whom a case is to pass. */
    HAND_OVER_PROPOSED,
    /** To whom people write by the form: something came. */
    SUBMISSION_RECEIVED,
    /** To whom the law has an agency tell that there is a case. */
    STATUTORY_NOTIFICATION_RECEIVED,
    /** To the controller: a day on which it wanted to look again. */
    FOLLOW_UP_DUE,
    /** To the controller alone: the time to reflect is nearly over. */
    REFLECTION_ENDING,
    /** To the controller: a permit carries nothing any more soon. */
    CONSENT_ENDING;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
