package org.paivand.disclosure;

/** What an agency is. Investigators and victim-support units are kinds apart, and so are separate recipients. */
public enum AgencyKind implements Coded {
    POLICE("police"),
    VICTIM_SUPPORT_UNIT("victim-support-unit"),
    PROSECUTOR("prosecutor"),
    CONSULATE("consulate"),
    SHELTER("shelter"),
    NGO("ngo"),
    HOTLINE("hotline"),
    HEALTH("health"),
    LEGAL_AID("legal-aid"),
    CHILD_PROTECTION("child-protection"),
    BORDER_GUARD("border-guard"),
    MIGRATION("migration"),
    ASYLUM("asylum"),
    LABOUR_INSPECTION("labour-inspection"),
    INTERNATIONAL_ORGANISATION("international-organisation"),
    COMMISSION("commission"),
    STATUS_BODY("status-body"),
    OMBUDSMAN("ombudsman"),
    DATA_PROTECTION("data-protection");

    private final String code;

    AgencyKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static AgencyKind of(String code) {
        return Coded.of(AgencyKind.class, code);
    }
}
