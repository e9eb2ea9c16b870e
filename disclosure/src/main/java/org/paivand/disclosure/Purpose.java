package org.paivand.disclosure;

/** What data is asked for. Closed: a request without one of these is denied, and none stands for another. */
public enum Purpose implements Coded {
    ASSISTANCE("assistance"),
    SHELTER_PLACEMENT("shelter-placement"),
    RETURN("return"),
    MEDICAL_CARE("medical-care"),
    LEGAL_AID("legal-aid"),
    PROTECTION("protection"),
    INVESTIGATION("investigation"),
    PROSECUTION("prosecution"),
    FAMILY_TRACING("family-tracing"),
    STATUTORY_STATUS("statutory-status"),
    STATISTICS("statistics");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Purpose of(String code) {
        return Coded.of(Purpose.class, code);
    }
}
