package org.paivand.registry.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.EvidenceUse;
import org.paivand.disclosure.policy.LawfulBasis;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.service.ServiceId;

class RegistryReaderTest {

    private static final String NAME = "'name':{'tg':'Марказ','ru':'Центр','en':'Centre'}";
    private static final String SHELTER = "{'id':'tj-shelter','kind':'shelter','jurisdiction':'TJ'," + NAME
            + ",'sector':'non-state','confidentialLocation':true,'region':'TJ-SU','standing':'active'}";
    private static final String POLICE = "{'id':'tj-police','kind':'police','jurisdiction':'TJ'," + NAME
            + ",'sector':'state','confidentialLocation':false,'standing':'active'}";
    private static final String SERVICE = "{'id':'placement','agency':'tj-shelter','types':['shelter'],"
            + "'languages':['tg'],'eligibility':{'ageGroups':['adult'],'accompanyingChildren':true}," + NAME
            + ",'coverage':{'countries':['TJ']},'hours':{'aroundTheClock':true},'status':'active'}";
    private static final String AGREEMENT = "{'id':'domestic','version':1,'parties':{'countries':['TJ']},"
            + "'purposes':['assistance'],'categories':['service-request'],'validFrom':'2026-01-01T00:00:00Z',"
            + "'validUntil':'2027-01-01T00:00:00Z','onwardAllowed':false,'retentionDays':30,'lawReference':'test'}";

    @Test
    void readsADirectoryFromItsThreeFiles() throws Exception {
        Directory directory = read(SHELTER + "," + POLICE, SERVICE, AGREEMENT);

        assertEquals(2, directory.agencies().size());
        assertEquals(1, directory.servicesOf(AgencyId.of("tj-shelter")).size());
        assertTrue(directory.service(new ServiceId("placement")).isPresent());
        assertEquals(1, directory.agreements().size());
    }

    @Test
    void refusesUnknownMissingAndRepeatedMembers() {
        refused("/agencies/0/telephone", SHELTER.replace("'region'", "'telephone':'x','region'"));
        refused("/agencies/0/sector", SHELTER.replace("'sector':'non-state',", ""));
        refused("isn't JSON", SHELTER.replace("'region'", "'sector':'state','region'"));
        refused("/agencies/0/name/tg", SHELTER.replace("'tg':'Марказ',", ""));
    }

    @Test
    void refusesWrongTypesAndUnknownCodes() {
        refused("/agencies/0/confidentialLocation", SHELTER.replace("true", "'true'"));
        refused("/agencies/0/kind", SHELTER.replace("'shelter'", "'Shelter'"));
        refused("/agencies/0/region", SHELTER.replace("TJ-SU", "Khujand"));
        refused("/agencies/0/name", SHELTER.replace("'Марказ'", "''"));
        refused("/agencies/0/id", SHELTER.replace("'tj-shelter'", "null"));
        refused("/agencies/0 ", "[]");
    }

    @Test
    void refusesAFileThatGoesOnAfterItsEnd() {
        assertThrows(
                InvalidRegistryException.class,
                () -> RegistryReader.read(file -> stream("{'" + file.replace(".json", "") + "':[]} {}")));
    }

    @Test
    void refusesServicesAndAgreementsThatAreMalformed() {
        problem("/services/0/types/1", SHELTER, SERVICE.replace("['shelter']", "['shelter','shelter']"), AGREEMENT);
        problem("/services/0/eligibility", SHELTER, SERVICE.replace("'adult'", "'undetermined'"), AGREEMENT);
        problem("/agreements/0/version", SHELTER, SERVICE, AGREEMENT.replace("'version':1", "'version':1.5"));
        problem("/agreements/0 ", SHELTER, SERVICE, AGREEMENT.replace("2027", "2025"));
        problem("/agreements/0/parties", SHELTER, SERVICE, AGREEMENT.replace("'countries'", "'country'"));
    }

    @Test
    void readsWhatAnAgreementMaySayBeyondItsTerms() throws Exception {
        String ceilings = "'ceilings':[{'purpose':'assistance','categories':['service-request']}]";
        String more = "'documentSha256':'" + "ab".repeat(32) + "','lawfulBasis':{'tg':'а','ru':'а','en':'a'},"
                + "'handling':{'evidenceUse':'ask','immigrationUse':'never'},'recipientKinds':['police']";

        Agreement read = read(SHELTER + "," + POLICE, SERVICE, saying(ceilings + "," + more))
                .agreements()
                .get(0);

        assertEquals(
                new AgreementTerms(
                        Map.of(Purpose.ASSISTANCE, Set.of(Category.SERVICE_REQUEST)),
                        Optional.of(Set.of(AgencyKind.POLICE)),
                        Optional.of(EvidenceUse.ASK),
                        Optional.of(new LawfulBasis("а", "а", "a")),
                        Optional.of(Sha256.of("ab".repeat(32)))),
                read.terms());
    }

    @Test
    void refusesTermsThatContradictTheAgreementOrNameNobody() {
        refusedTerms("/agreements/0", "'ceilings':[{'purpose':'return','categories':['service-request']}]");
        refusedTerms("/agreements/0", "'ceilings':[{'purpose':'assistance','categories':['contact']}]");
        refusedTerms("/agreements/0", "'ceilings':[{'purpose':'assistance','categories':[]}]");
        refusedTerms(
                "/agreements/0",
                "'ceilings':[{'purpose':'assistance','categories':['service-request']},"
                        + "{'purpose':'assistance','categories':['service-request']}]");
        refusedTerms("/agreements/0/recipientKinds/0", "'recipientKinds':['Shelter']");
        refusedTerms("names a kind that no party has: hotline", "'recipientKinds':['hotline','shelter']");
        refusedTerms(
                "/agreements/0/handling/immigrationUse", "'handling':{'evidenceUse':'ask','immigrationUse':'always'}");
        refusedTerms("/agreements/0/handling/immigrationUse", "'handling':{'evidenceUse':'ask'}");
        refusedTerms("/agreements/0/documentSha256", "'documentSha256':'" + "AB".repeat(32) + "'");
        refusedTerms("/agreements/0/lawfulBasis", "'lawfulBasis':{'tg':'а','ru':' ','en':'a'}");
        problem(
                "names a kind that no party has: ngo",
                SHELTER,
                SERVICE,
                AGREEMENT.replace("'countries':['TJ']", "'countries':['TJ'],'kinds':['ngo','shelter']"));
        problem(
                "/agreements/0/parties",
                SHELTER,
                SERVICE,
                AGREEMENT.replace("'countries':['TJ']", "'countries':['TJ'],'kinds':[]"));
        problem(
                "/agreements/0/parties",
                SHELTER,
                SERVICE,
                AGREEMENT.replace("'countries':['TJ']", "'agencies':['tj-shelter']"));
    }

    private static String saying(String terms) {
        return AGREEMENT.replace("'lawReference'", terms + ",'lawReference'");
    }

    private static void refusedTerms(String expected, String terms) {
        problem(expected, SHELTER, SERVICE, saying(terms));
    }

    @Test
    void refusesAnIdThatIsThereTwice() {
        problem("agency tj-shelter is there twice", SHELTER + "," + SHELTER, SERVICE, AGREEMENT);
        problem("service placement is there twice", SHELTER, SERVICE + "," + SERVICE, AGREEMENT);
        problem("is there twice in version 1", SHELTER, SERVICE, AGREEMENT + "," + AGREEMENT);
    }

    @Test
    void refusesReferencesThatDoNotResolve() {
        problem("an agency that doesn't exist", POLICE, SERVICE, AGREEMENT);
        problem("a party that doesn't exist: KZ", SHELTER, SERVICE, AGREEMENT.replace("['TJ']", "['TJ','KZ']"));
        problem(
                "a party that doesn't exist: tj-other",
                SHELTER,
                SERVICE,
                AGREEMENT.replace("'countries':['TJ']", "'agencies':['tj-shelter','tj-other']"));
    }

    @Test
    void refusesADutyToReportAbroadOrToNobody() {
        String abroad = POLICE.replace("tj-police", "kz-police").replace("'TJ'", "'KZ'");

        problem("reports to an agency that doesn't exist", reportingTo("tj-police"), SERVICE, AGREEMENT);
        problem("reports abroad", reportingTo("kz-police") + "," + abroad, SERVICE, AGREEMENT);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        InvalidRegistryException refused =
                assertThrows(InvalidRegistryException.class, () -> read(SHELTER.replace("TJ-SU", "x"), "{}", "[]"));

        assertEquals(3, refused.problems().size());
    }

    @Test
    void bindsNoSuspendedAgency() throws Exception {
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        AgencyId shelter = AgencyId.of("tj-shelter");
        AgencyId police = AgencyId.of("tj-police");

        Directory active = read(SHELTER + "," + POLICE, SERVICE, AGREEMENT);
        Directory suspended = read(SHELTER.replace("active", "suspended") + "," + POLICE, SERVICE, AGREEMENT);

        assertTrue(active.agreementBetween(police, shelter, now).isPresent());
        assertTrue(suspended.agreementBetween(police, shelter, now).isEmpty());
        assertTrue(suspended.agreementBetween(shelter, police, now).isEmpty());
        assertTrue(suspended.agency(shelter).isPresent());
        assertEquals(
                1,
                suspended
                        .find(Optional.empty(), Optional.empty(), Optional.empty())
                        .size());
    }

    private static String reportingTo(String agency) {
        return SHELTER.replace(
                "'standing'",
                "'reportingDuty':{'to':'" + agency + "','trigger':'child-taken-in','categories':['guardian'],"
                        + "'within':'PT24H','law':{'tg':'а','ru':'а','en':'a'}},'standing'");
    }

    private static void refused(String expected, String agency) {
        problem(expected, agency, SERVICE, AGREEMENT);
    }

    private static void problem(String expected, String agencies, String services, String agreements) {
        InvalidRegistryException refused =
                assertThrows(InvalidRegistryException.class, () -> read(agencies, services, agreements));

        assertTrue(refused.problems().stream().anyMatch(p -> p.contains(expected)), refused.getMessage());
    }

    private static Directory read(String agencies, String services, String agreements)
            throws IOException, InvalidRegistryException {
        Map<String, String> items = Map.of("agencies", agencies, "services", services, "agreements", agreements);
        return RegistryReader.read(file -> {
            String name = file.replace(".json", "");
            return stream("{'" + name + "':[" + items.getOrDefault(name, "") + "]}");
        });
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
