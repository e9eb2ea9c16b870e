package org.paivand.registry.service;

import org.paivand.disclosure.Coded;

/** The closed list of what can be asked for. */
public enum ServiceType implements Coded {
    IDENTITY_DOCUMENTS(Part.RETURN, "identity-documents"),
    TRAVEL_DOCUMENTS(Part.RETURN, "travel-documents"),
    TICKET(Part.RETURN, "ticket"),
    ESCORT(Part.RETURN, "escort"),
    ARRIVAL_MEETING(Part.RETURN, "arrival-meeting"),
    TRANSIT_SHELTER(Part.RETURN, "transit-shelter"),
    REPATRIATION_OF_REMAINS(Part.RETURN, "repatriation-of-remains"),
    SHELTER(Part.REHABILITATION, "shelter"),
    MEDICAL(Part.REHABILITATION, "medical"),
    PSYCHOLOGICAL(Part.REHABILITATION, "psychological"),
    SOCIAL(Part.REHABILITATION, "social"),
    LEGAL_AID(Part.REHABILITATION, "legal-aid"),
    INTERPRETATION(Part.REHABILITATION, "interpretation"),
    CHILD_CARE(Part.REHABILITATION, "child-care"),
    CASH_ASSISTANCE(Part.REHABILITATION, "cash-assistance"),
    PROTECTION(Part.REHABILITATION, "protection"),
    GUARDIANSHIP(Part.REHABILITATION, "guardianship"),
    ASYLUM(Part.REHABILITATION, "asylum"),
    NATIONALITY_DETERMINATION(Part.REHABILITATION, "nationality-determination"),
    RESIDENCE_PERMIT(Part.REHABILITATION, "residence-permit"),
    COMPENSATION(Part.REHABILITATION, "compensation"),
    VOCATIONAL_TRAINING(Part.REINTEGRATION, "vocational-training"),
    SCHOLARSHIP(Part.REINTEGRATION, "scholarship"),
    EDUCATION(Part.REINTEGRATION, "education"),
    EMPLOYMENT(Part.REINTEGRATION, "employment"),
    LIVELIHOOD(Part.REINTEGRATION, "livelihood"),
    HOUSING(Part.REINTEGRATION, "housing"),
    FAMILY_TRACING(Part.REINTEGRATION, "family-tracing"),
    MEDIATION(Part.REINTEGRATION, "mediation"),
    MONITORING(Part.REINTEGRATION, "monitoring");

    /** The three parts of assistance, in the order in which most people need them. */
    public enum Part {
        RETURN,
        REHABILITATION,
        REINTEGRATION
    }

    private final Part part;
    private final String code;

    ServiceType(Part part, String code) {
        this.part = part;
        this.code = code;
    }

    public Part part() {
        return part;
    }

    @Override
    public String code() {
        return code;
    }

    public static ServiceType of(String code) {
        return Coded.of(ServiceType.class, code);
    }
}
