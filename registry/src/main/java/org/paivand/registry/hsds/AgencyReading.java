package org.paivand.registry.hsds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.Region;

/** Reads agencies. */
final class AgencyReading {
    private final Sheets sheets;

    /** Our ids by those of the file. */
    private final Map<String, AgencyId> ids = new HashMap<>();

    AgencyReading(Sheets sheets) {
        this.sheets = sheets;
        sheets.all(Table.ORGANIZATION).forEach(row -> identifier(row).ifPresent(id -> ids.put(row.id(), id)));
    }

    Optional<AgencyId> agency(String fileId) {
        return Optional.ofNullable(ids.get(fileId));
    }

    /** The agency that a row belongs to; what the row names is refused elsewhere if it isn't there. */
    Optional<AgencyId> owner(Cells row) {
        return row.required("organization_id", Function.identity()).flatMap(this::agency);
    }

    /** @param rows takes the row that each agency was read from, by its id */
    List<Agency> read(Map<String, Cells> rows) {
        return sheets.all(Table.ORGANIZATION).stream()
                .flatMap(row -> {
                    Optional<Agency> agency = agency(row);
                    agency.ifPresent(read -> {
                        row.requireDerived(AgencyRows.main(read, read.parent(), Tongue.EN));
                        rows.putIfAbsent("agency " + read.id().value(), row);
                    });
                    return agency.stream();
                })
                .toList();
    }

    private Optional<AgencyId> identifier(Cells row) {
        List<Cells> found = sheets.of(Table.ORGANIZATION_IDENTIFIER, Table.ORGANIZATION, row.id());
        if (found.size() != 1) {
            row.fault("organization_identifiers", found.isEmpty() ? Fault.Code.REQUIRED : Fault.Code.TOO_MANY);
            return Optional.empty();
        }
        found.get(0)
                .requireDerived(
                        Row.with("identifier_type", AgencyRows.IDENTIFIER_TYPE).row());
        return found.get(0).required("identifier", AgencyId::of);
    }

    private Optional<Agency> agency(Cells row) {
        Facts facts = sheets.facts(Table.ORGANIZATION, row);
        Optional<AgencyKind> kind = facts.term(Vocabulary.AGENCY_KIND, AgencyKind::of);
        Optional<Jurisdiction> jurisdiction = facts.required(Member.JURISDICTION, Jurisdiction::of);
        Optional<Trilingual> name = Naming.read(row, "name", facts);
        Optional<Sector> sector = facts.term(Vocabulary.SECTOR, Sector::of);
        boolean confidential = facts.flag(Member.CONFIDENTIAL);
        Optional<Region> region = facts.member(Member.REGION, Region::new);
        Optional<ReportingDuty> duty = facts.has(Member.DUTY_TO) ? duty(facts, row) : Optional.empty();
        Optional<Standing> standing = facts.term(Vocabulary.STANDING, Standing::of);
        Optional<AgencyId> parent =
                row.optional("parent_organization_id", Function.identity()).flatMap(this::agency);
        List<Phone> phones = PhoneReading.of(sheets, Table.ORGANIZATION, row.id());
        Optional<URI> website = row.optional("website", URI::create);
        List<Accreditation> accreditations = facts.members(Member.ACCREDITATION, AgencyReading::accreditation);
        Optional<AgencyId> host = facts.member(Member.HOST, AgencyId::of);
        facts.end();
        return agency(row.id())
                .flatMap(id -> row.made(() -> new Agency(
                        id,
                        kind.orElseThrow(),
                        jurisdiction.orElseThrow(),
                        name.orElseThrow(),
                        sector.orElseThrow(),
                        confidential,
                        region,
                        duty,
                        standing.orElseThrow(),
                        parent,
                        phones,
                        website,
                        accreditations,
                        host)));
    }

    private static Optional<ReportingDuty> duty(Facts facts, Cells row) {
        Optional<AgencyId> to = facts.member(Member.DUTY_TO, AgencyId::of);
        Optional<ReportingTrigger> trigger = facts.required(Member.DUTY_TRIGGER, ReportingTrigger::of);
        List<Category> categories = facts.members(Member.DUTY_CATEGORY, Category::of);
        if (new LinkedHashSet<>(categories).size() < categories.size()) {
            row.fault(Member.DUTY_CATEGORY.code(), Fault.Code.DUPLICATE);
        }
        Optional<Duration> within = facts.required(Member.DUTY_WITHIN, Duration::parse);
        Optional<String> tg = facts.required(Member.DUTY_LAW_TG, Cells::words);
        Optional<String> ru = facts.required(Member.DUTY_LAW_RU, Cells::words);
        Optional<String> en = facts.required(Member.DUTY_LAW_EN, Cells::words);
        return row.made(() -> new ReportingDuty(
                to.orElseThrow(),
                trigger.orElseThrow(),
                new LinkedHashSet<>(categories),
                within.orElseThrow(),
                new Trilingual(tg.orElseThrow(), ru.orElseThrow(), en.orElseThrow())));
    }

    private static Accreditation accreditation(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("an accreditation is certificate, issuer and two instants");
        }
        return new Accreditation(parts[0], AgencyId.of(parts[1]), Instant.parse(parts[2]), Instant.parse(parts[3]));
    }
}
