package org.paivand.casefile.json;

import java.util.Map;
import org.paivand.disclosure.Category;

/** One full section of each category, in the contract's JSON; invented people. */
public final class Samples {

    public static final Map<Category, String> SECTIONS = Map.ofEntries(
            Map.entry(Category.SERVICE_REQUEST, """
                    {"ageGroup":"adult","language":"tg","interpreterNeeded":false,"accessNeeds":["own-room","quiet-room"],
                    "accompanyingChildren":"one","groupSize":"two","groupConstraint":"keep-together",
                    "arrivalWindow":{"from":"2026-11-23","to":"2026-11-25"},"sexForPlacement":"female","riskLevel":"high",
                    "safetyFlags":["confidential-address-required"],"contactProhibited":false,"familyMustNotKnow":true}"""),
            Map.entry(Category.IDENTITY, """
                    {"givenName":{"value":"Нозанин","status":"claimed"},"familyName":{"value":"Намунаева","status":"verified"},
                    "patronymic":{"value":"Намуновна","status":"claimed"},"preferredName":"Ноза","aliases":["Зарина"],
                    "birthDate":{"value":"2001-04","precision":"month","status":"claimed"},
                    "sex":{"value":"female","status":"claimed"},
                    "citizenships":[{"value":"TJ","status":"verified"},{"value":"disputed","status":"claimed"}]}"""),
            Map.entry(Category.CONTACT, """
                    {"channel":"via-person","value":"sample-account","safeHours":[{"days":["mon","sat"],"from":"10:00","to":"12:30"}],
                    "timeZone":"Asia/Dushanbe","language":"uz-Latn","safeToWrite":true,"leaveNoMessage":true,"codeWordSet":true,
                    "viaPerson":{"name":"Дилбар","relationship":"friend","permission":true}}"""),
            Map.entry(Category.WHEREABOUTS, """
                    {"place":"Намунавӣ, 1","since":"2026-11-01","confidential":true}"""),
            Map.entry(Category.GUARDIAN, """
                    {"relationship":"aunt-or-uncle","appointedBy":"court","interim":true}"""),
            Map.entry(Category.TRAVEL, """
                    {"travelDocument":{"type":"passport","status":"lost","number":"A-000","issuedBy":"TJ"},
                    "itinerary":[{"from":{"country":"KZ","place":"ALA"},"to":{"country":"TJ"},"mode":"air",
                    "when":"2026-11-24T06:00:00Z","escort":true,"metBy":"iom-tj"}],
                    "returnDecision":{"voluntary":true,"riskAssessedBy":"iom-tj","date":"2026-11-20"},"protectionFear":"no"}"""),
            Map.entry(Category.HEALTH, """
                    {"medication":["инсулин"],"allergy":["пенициллин"],"immediateNeed":["chronic-care"]}"""),
            Map.entry(Category.SAFETY, """
                    {"threats":[{"source":"trafficker","kind":"debt","lastKnown":"2026-10-01"}],
                    "traffickerKnowsLocation":"unknown","safetyPlan":"first\\nsecond"}"""),
            Map.entry(Category.EXPERIENCE, """
                    {"exploitationTypes":["ForcedLabour"],"means":["DebtBondage","WithholdsDocuments"],
                    "recruitmentMethods":["AtWork"],"recruitmentChannels":["4Sale","QQ"],"countries":["AE","RU"],
                    "industries":["F_Construction"],"period":{"from":"2025-01","to":"2026-02"},
                    "indicators":[{"indicator":"debt-kept","finding":"present"},
                    {"indicator":"misled-about-pay","finding":"not-asked"}]}"""),
            Map.entry(Category.LEGAL, """
                    {"criminalCaseNumber":"12/Б-3","proceedings":"inquiry","representationNeeds":["lawyer"]}"""),
            Map.entry(Category.FAMILY, """
                    {"dependants":[{"relationship":"child","ageGroup":"child","withPerson":false,"needsCare":true}],
                    "familyAtRisk":[{"relationship":"parent","country":"TJ","needsProtection":true}]}"""));

    private Samples() {}
}
