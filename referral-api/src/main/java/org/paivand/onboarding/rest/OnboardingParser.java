package org.paivand.onboarding.rest;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.onboarding.Contact;
import org.paivand.onboarding.Office;
import org.paivand.onboarding.rest.OnboardingWire.ApplyingAgency;
import org.paivand.onboarding.rest.OnboardingWire.OfficeContact;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.Region;
import org.paivand.registry.rest.AgencyView;
import org.paivand.rest.Codes;

/** Makes an agency of what was sent. */
final class OnboardingParser {
    private OnboardingParser() {}

    /** @throws ProblemException {@code invalid-request}, naming the member */
    static Agency agency(ApplyingAgency sent) {
        AgencyId id = Codes.text("/agency/agencyId", sent.agencyId(), AgencyId::of);
        AgencyKind kind = Codes.of("/agency/kind", sent.kind(), AgencyKind::of);
        Jurisdiction jurisdiction = Codes.of("/agency/jurisdiction", sent.jurisdiction(), Jurisdiction::of);
        Trilingual name = texts("/agency/name", sent.name());
        Sector sector = Codes.of("/agency/sector", sent.sector(), Sector::of);
        Optional<Region> region = sent.region().map(text -> Codes.text("/agency/region", text, Region::new));
        Optional<ReportingDuty> duty = sent.reportingDuty().map(OnboardingParser::duty);
        try {
            return new Agency(
                    id,
                    kind,
                    jurisdiction,
                    name,
                    sector,
                    sent.confidentialLocation(),
                    region,
                    duty,
                    Standing.ACTIVE,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of());
        } catch (IllegalArgumentException contradictory) {
            throw ProblemException.invalid("/agency", "contradiction");
        }
    }

    private static ReportingDuty duty(AgencyView.ReportingDuty sent) {
        String at = "/agency/reportingDuty";
        AgencyId to = Codes.text(at + "/to", sent.to(), AgencyId::of);
        ReportingTrigger trigger = Codes.of(at + "/trigger", sent.trigger(), ReportingTrigger::of);
        List<Category> categories =
                Codes.all(at + "/categories", sent.categories(), Category.values().length, Category::of);
        Duration within = Codes.text(at + "/within", sent.within(), OnboardingParser::duration);
        Trilingual law = texts(at + "/law", sent.law());
        try {
            return new ReportingDuty(to, trigger, new HashSet<>(categories), within, law);
        } catch (IllegalArgumentException contradictory) {
            throw ProblemException.invalid(at, "contradiction");
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (java.time.format.DateTimeParseException malformed) {
            throw new IllegalArgumentException("no ISO 8601 duration", malformed);
        }
    }

    private static Trilingual texts(String pointer, AgencyView.Texts sent) {
        try {
            return new Trilingual(sent.tg(), sent.ru(), sent.en());
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.invalid(pointer, "bad-pattern");
        }
    }

    static Contact contact(OfficeContact sent) {
        Office office = Codes.of("/contact/office", sent.office(), Office::of);
        return new Contact(office, Codes.text("/contact/phone", sent.phone(), Contact::phone));
    }
}
