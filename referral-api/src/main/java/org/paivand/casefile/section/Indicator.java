package org.paivand.casefile.section;

/**
 * A sign that helps to recognise trafficking: the elements of the UN Protocol (Palermo, 2000), article 3, and operational
 * indicators in the grouping of the ILO and the European Commission (Delphi, 2009). None decides, nor does any number of them.
 */
public enum Indicator implements Listed {
    ACT_RECRUITMENT(IndicatorGroup.ACT),
    ACT_TRANSPORT(IndicatorGroup.ACT),
    ACT_TRANSFER(IndicatorGroup.ACT),
    ACT_HARBOURING(IndicatorGroup.ACT),
    ACT_RECEIPT(IndicatorGroup.ACT),
    MEANS_THREAT_OR_FORCE(IndicatorGroup.MEANS),
    MEANS_OTHER_COERCION(IndicatorGroup.MEANS),
    MEANS_ABDUCTION(IndicatorGroup.MEANS),
    MEANS_FRAUD(IndicatorGroup.MEANS),
    MEANS_DECEPTION(IndicatorGroup.MEANS),
    MEANS_ABUSE_OF_POWER(IndicatorGroup.MEANS),
    MEANS_ABUSE_OF_VULNERABILITY(IndicatorGroup.MEANS),
    MEANS_PAYMENT_FOR_CONTROL(IndicatorGroup.MEANS),
    PURPOSE_SEXUAL_EXPLOITATION(IndicatorGroup.PURPOSE),
    PURPOSE_FORCED_LABOUR(IndicatorGroup.PURPOSE),
    PURPOSE_SLAVERY(IndicatorGroup.PURPOSE),
    PURPOSE_SERVITUDE(IndicatorGroup.PURPOSE),
    PURPOSE_ORGAN_REMOVAL(IndicatorGroup.PURPOSE),
    PURPOSE_OTHER(IndicatorGroup.PURPOSE),
    MISLED_ABOUT_WORK(IndicatorGroup.DECEPTION),
    MISLED_ABOUT_PAY(IndicatorGroup.DECEPTION),
    MISLED_ABOUT_PLACE(IndicatorGroup.DECEPTION),
    MISLED_ABOUT_PAPERS(IndicatorGroup.DECEPTION),
    MISLED_BY_MARRIAGE(IndicatorGroup.DECEPTION),
    MISLED_ABOUT_STUDY(IndicatorGroup.DECEPTION),
    TAKEN_BY_FORCE(IndicatorGroup.COERCION_AT_RECRUITMENT),
    VIOLENCE_WHEN_RECRUITED(IndicatorGroup.COERCION_AT_RECRUITMENT),
    FAMILY_THREATENED_WHEN_RECRUITED(IndicatorGroup.COERCION_AT_RECRUITMENT),
    PAPERS_TAKEN_WHEN_RECRUITED(IndicatorGroup.COERCION_AT_RECRUITMENT),
    DEBT_MADE_WHEN_RECRUITED(IndicatorGroup.COERCION_AT_RECRUITMENT),
    HANDED_OVER_BY_OTHERS(IndicatorGroup.COERCION_AT_RECRUITMENT),
    POVERTY_USED(IndicatorGroup.ABUSE_OF_VULNERABILITY),
    FAMILY_SITUATION_USED(IndicatorGroup.ABUSE_OF_VULNERABILITY),
    IRREGULAR_STATUS_USED(IndicatorGroup.ABUSE_OF_VULNERABILITY),
    LANGUAGE_OR_LAW_UNKNOWN(IndicatorGroup.ABUSE_OF_VULNERABILITY),
    ILLNESS_OR_DISABILITY_USED(IndicatorGroup.ABUSE_OF_VULNERABILITY),
    DEPENDENCE_USED(IndicatorGroup.ABUSE_OF_VULNERABILITY),
    EXCESSIVE_HOURS(IndicatorGroup.EXPLOITATION),
    LITTLE_OR_NO_PAY(IndicatorGroup.EXPLOITATION),
    DANGEROUS_WORK(IndicatorGroup.EXPLOITATION),
    BAD_LIVING_CONDITIONS(IndicatorGroup.EXPLOITATION),
    NO_REST_OR_LEAVE(IndicatorGroup.EXPLOITATION),
    AGREEMENT_NOT_KEPT(IndicatorGroup.EXPLOITATION),
    HELD_OR_WATCHED(IndicatorGroup.COERCION_AT_DESTINATION),
    PAPERS_KEPT(IndicatorGroup.COERCION_AT_DESTINATION),
    VIOLENCE_AT_DESTINATION(IndicatorGroup.COERCION_AT_DESTINATION),
    DEBT_KEPT(IndicatorGroup.COERCION_AT_DESTINATION),
    THREATENED_WITH_AUTHORITIES(IndicatorGroup.COERCION_AT_DESTINATION),
    FAMILY_THREATENED_AT_DESTINATION(IndicatorGroup.COERCION_AT_DESTINATION),
    WAGES_HELD_BACK(IndicatorGroup.COERCION_AT_DESTINATION);

    private final IndicatorGroup group;

    Indicator(IndicatorGroup group) {
        this.group = group;
    }

    public IndicatorGroup group() {
        return group;
    }
}
