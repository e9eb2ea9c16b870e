package org.paivand.disclosure.policy;

import org.paivand.disclosure.Coded;

/** Whether a release beyond stage 1 asks for a worker: none, one by name, or one assigned to the referral. */
public enum WorkerRule implements Coded {
    NOT_ASKED("not-asked"),
    NAMED("named"),
    ASSIGNED("assigned");

    private final String code;

    WorkerRule(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static WorkerRule of(String code) {
        return Coded.of(WorkerRule.class, code);
    }
}
