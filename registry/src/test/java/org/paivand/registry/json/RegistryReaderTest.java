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
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyId;
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
