package org.paivand.disclosure;

/** The parts a case is made of; each is encrypted, consented to and released by itself. */
public enum Category implements Coded {
    SERVICE_REQUEST("service-request", Stage.SERVICE_REQUEST),
    IDENTITY("identity", Stage.RELEASE),
    CONTACT("contact", Stage.RELEASE),
    WHEREABOUTS("whereabouts", Stage.RELEASE),
    GUARDIAN("guardian", Stage.RELEASE),
    TRAVEL("travel", Stage.RELEASE),
    HEALTH("health", Stage.RELEASE),
    SAFETY("safety", Stage.RELEASE),
    EXPERIENCE("experience", Stage.PURPOSE_BOUND),
    LEGAL("legal", Stage.PURPOSE_BOUND),
    FAMILY("family", Stage.RELEASE),
    MESSAGE("message", Stage.RELEASE),
    FEEDBACK("feedback", Stage.FEEDBACK);

    private final String code;
    private final Stage firstStage;

    Category(String code, Stage firstStage) {
        this.code = code;
        this.firstStage = firstStage;
    }

    @Override
    public String code() {
        return code;
    }

    /** The first stage at which it can be released at all; a policy may name a later one, never an earlier one. */
    public Stage firstStage() {
        return firstStage;
    }

    public static Category of(String code) {
        return Coded.of(Category.class, code);
    }
}
