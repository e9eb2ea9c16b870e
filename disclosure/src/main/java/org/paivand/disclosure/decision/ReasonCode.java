package org.paivand.disclosure.decision;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** Why a category was withheld. One code per failure; the text a user reads comes from {@link ReasonTexts}. */
public enum ReasonCode implements Coded {
    PURPOSE_MISSING(Rule.REQUEST),
    CASE_MISMATCH(Rule.REQUEST),
    POLICY_OF_ANOTHER_COUNTRY(Rule.REQUEST),

    SAFETY_REFUSAL(Rule.SAFETY_REFUSAL),
    WORKER_BARRED(Rule.SAFETY_REFUSAL),

    OUTSIDE_BASIS(Rule.STANDALONE_BASIS),
    CONSULATE_NEEDS_GRANT(Rule.STANDALONE_BASIS),
    BREAK_GLASS_PURPOSE(Rule.STANDALONE_BASIS),
    BREAK_GLASS_TOO_LONG(Rule.STANDALONE_BASIS),
    BREAK_GLASS_OVER(Rule.STANDALONE_BASIS),
    BREAK_GLASS_NEEDS_SECOND_PERSON(Rule.STANDALONE_BASIS),
    BEST_INTERESTS_NOT_CHILD_PROTECTION(Rule.STANDALONE_BASIS),
    BEST_INTERESTS_NOT_A_CHILD(Rule.STANDALONE_BASIS),
    BEST_INTERESTS_OVER(Rule.STANDALONE_BASIS),
    DUTY_UNKNOWN(Rule.STANDALONE_BASIS),
    DUTY_ABROAD(Rule.STANDALONE_BASIS),
    DUTY_OTHER_RECIPIENT(Rule.STANDALONE_BASIS),
    DUTY_OVER(Rule.STANDALONE_BASIS),
    COURT_ORDER_FOREIGN(Rule.STANDALONE_BASIS),
    COURT_ORDER_NOT_RECORDED_BY_HOLDER(Rule.STANDALONE_BASIS),
    COURT_ORDER_NEEDS_TWO_PEOPLE(Rule.STANDALONE_BASIS),
    COURT_ORDER_PERSON_NOT_TOLD(Rule.STANDALONE_BASIS),
    COURT_ORDER_OVER(Rule.STANDALONE_BASIS),
    CHILD_REQUEST_NOT_CHILD_PROTECTION(Rule.STANDALONE_BASIS),
    CHILD_REQUEST_NOT_A_CHILD(Rule.STANDALONE_BASIS),
    CHILD_REQUEST_OVER(Rule.STANDALONE_BASIS),

    NO_CONSENT(Rule.CONSENT),
    REFUSED(Rule.CONSENT),
    NO_GRANT(Rule.CONSENT),
    GRANT_NOT_YET(Rule.CONSENT),
    GRANT_EXPIRED(Rule.CONSENT),
    CONSENT_WITHDRAWN(Rule.CONSENT),
    CONSENT_INVALIDATED(Rule.CONSENT),
    CONSENT_SUPERSEDED(Rule.CONSENT),
    CONSENT_DISPUTED(Rule.CONSENT),
    RECIPIENT_MUST_BE_NAMED(Rule.CONSENT),
    IDENTITY_ABROAD_NEEDS_NAME(Rule.CONSENT),
    INTERPRETER_RELATED(Rule.CONSENT),
    CONSENT_CONDITIONAL(Rule.CONSENT),
    WITNESS_MISSING(Rule.CONSENT),
    NON_STATE_WITNESS_MISSING(Rule.CONSENT),
    ORAL_PHONE_OVER(Rule.CONSENT),
    ORAL_PHONE_CATEGORY(Rule.CONSENT),
    GIVEN_IN_CUSTODY(Rule.CONSENT),
    NOT_SPOKEN_ALONE(Rule.CONSENT),
    CAPACITY_CONCERN(Rule.CONSENT),
    CHILD_CANNOT_CONSENT(Rule.CONSENT),
    GUARDIAN_CONFLICT(Rule.CONSENT),
    GUARDIAN_FINDING_MISSING(Rule.CONSENT),
    GUARDIAN_GRANTS_ENDED(Rule.CONSENT),
    MANDATE_MISSING(Rule.CONSENT),
    MANDATE_OVER(Rule.CONSENT),
    CHILD_ASSENT_MISSING(Rule.CONSENT),

    BEYOND_NEED_TO_KNOW(Rule.NEED_TO_KNOW),
    WORKER_MISSING(Rule.NEED_TO_KNOW),
    WORKER_NOT_ASSIGNED(Rule.NEED_TO_KNOW),

    AGREEMENT_MISSING(Rule.AGREEMENT),
    AGREEMENT_NOT_YET(Rule.AGREEMENT),
    AGREEMENT_OVER(Rule.AGREEMENT),
    AGREEMENT_EXCLUDES(Rule.AGREEMENT),
    AGREEMENT_FORBIDS_ONWARD(Rule.AGREEMENT),
    AGREEMENT_EXCLUDES_RECIPIENT(Rule.AGREEMENT),
    AGREEMENT_ABOVE_CEILING(Rule.AGREEMENT),

    NOT_ACCEPTED(Rule.STAGE),
    REFLECTION_PERIOD(Rule.STAGE),
    PROTECTION_FEAR(Rule.STAGE),

    /** Permitted, but the case holds nothing of this category; said by the release, never by the decision. */
    NOT_HELD(Rule.AFTERWARDS);

    private final Rule rule;
    private final String code;

    ReasonCode(Rule rule) {
        this.rule = rule;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String code() {
        return code;
    }

    /** The step that failed. */
    public Rule rule() {
        return rule;
    }

    /**
     * What a recipient is told. A code that would show it the person's fear, refusal or situation becomes {@link #NO_GRANT},
     * which is as true; the controller and the auditor see the code itself.
     */
    public ReasonCode shownToRecipient() {
        return switch (this) {
            case SAFETY_REFUSAL,
                    WORKER_BARRED,
                    REFUSED,
                    PROTECTION_FEAR,
                    GIVEN_IN_CUSTODY,
                    NOT_SPOKEN_ALONE,
                    CAPACITY_CONCERN,
                    INTERPRETER_RELATED,
                    CONSENT_DISPUTED,
                    GUARDIAN_CONFLICT -> NO_GRANT;
            default -> this;
        };
    }

    public static ReasonCode of(String code) {
        return Coded.of(ReasonCode.class, code);
    }
}
