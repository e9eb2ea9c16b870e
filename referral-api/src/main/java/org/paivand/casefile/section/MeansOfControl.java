package org.paivand.casefile.section;

import org.paivand.disclosure.Coded;

/** HTCDS 2.0 {@code vic_MethodsOfControl} (IOM, CC BY 4.0). */
public enum MeansOfControl implements Coded {
    PHYSICAL_THREATS("PhysicalThreats"),
    THREATS_LAW_ENFORCEMENT("ThreatsLawEnforcement"),
    THREATENS_CHILDREN_FAMILY("ThreatensChildrenFamily"),
    DEBT_BONDAGE("DebtBondage"),
    FALSE_PROMISES("FalsePromises"),
    PHYSICAL_ABUSE("PhysicalAbuse"),
    SEXUAL_ABUSE("SexualAbuse"),
    TAKES_EARNINGS("TakesEarnings"),
    RESTRICTS_FINANCIAL_ACCESS("RestrictsFinancialAccess"),
    RESTRICTS_MEDICAL_CARE("RestrictsMedicalCare"),
    WITHHOLDS_NECESSITIES("WithholdsNecessities"),
    PSYCHOLOGICAL_ABUSE("PsychologicalAbuse"),
    PSYCHOACTIVE_SUBSTANCE("PsychoactiveSubstance"),
    EXCESSIVE_WORKING_HOURS("ExcessiveWorkingHours"),
    WITHHOLDS_DOCUMENTS("WithholdsDocuments"),
    OTHER("Other");

    private final String code;

    MeansOfControl(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
