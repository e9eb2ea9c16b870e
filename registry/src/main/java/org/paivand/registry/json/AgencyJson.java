package org.paivand.registry.json;

import java.time.Duration;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Region;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.agency.Trilingual;

/** One item of {@code agencies.json}. */
final class AgencyJson {

    private AgencyJson() {}

    static Agency read(Members agency) {
        return new Agency(
                agency.text("id", AgencyId::of),
                agency.text("kind", AgencyKind::of),
                agency.text("jurisdiction", Jurisdiction::of),
                agency.object("name", AgencyJson::trilingual),
                agency.text("sector", Sector::of),
                agency.truth("confidentialLocation"),
                agency.optionalText("region", Region::new),
                agency.optionalObject("reportingDuty", AgencyJson::duty),
                agency.text("standing", Standing::of));
    }

    private static ReportingDuty duty(Members duty) {
        return new ReportingDuty(
                duty.text("to", AgencyId::of),
                duty.text("trigger", ReportingTrigger::of),
                duty.texts("categories", Category::of),
                duty.text("within", Duration::parse),
                duty.object("law", AgencyJson::trilingual));
    }

    private static Trilingual trilingual(Members texts) {
        return new Trilingual(
                texts.text("tg", Function.identity()),
                texts.text("ru", Function.identity()),
                texts.text("en", Function.identity()));
    }
}
