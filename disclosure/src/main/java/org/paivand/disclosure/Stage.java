package org.paivand.disclosure;

/** How far data has been released, from asking for capacity without a person to the provider's feedback. */
public enum Stage implements Coded {
    CAPACITY_QUERY(0, "capacity-query"),
    SERVICE_REQUEST(1, "service-request"),
    RELEASE(2, "release"),
    PURPOSE_BOUND(3, "purpose-bound"),
    FEEDBACK(4, "feedback");

    private final int number;
    private final String code;

    Stage(int number, String code) {
        this.number = number;
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** 0 to 4, as the stages are numbered in the documentation. */
    public int number() {
        return number;
    }

    /** Whether this stage lies beyond the pseudonymised service request, and so needs an accepted referral. */
    public boolean beyondServiceRequest() {
        return compareTo(SERVICE_REQUEST) > 0;
    }

    public static Stage of(String code) {
        return Coded.of(Stage.class, code);
    }
}
