package org.paivand.registry.hsds;

import java.net.URI;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.Region;

/** An agency as rows. Everybody sees neither its duties to report nor its accreditations, and never its standing. */
final class AgencyRows {
    static final String IDENTIFIER_TYPE = "Paivand agency id";

    private AgencyRows() {}

    static String id(AgencyId agency) {
        return Uuids.of(Table.ORGANIZATION, agency.value());
    }

    /** @param parent as far as the audience may know it */
    static Tables of(Agency agency, Optional<AgencyId> parent, Audience audience) {
        Tables.Builder tables = new Tables.Builder();
        String id = id(agency.id());
        tables.add(Table.ORGANIZATION, main(agency, parent, audience.tongue()));
        tables.add(
                Table.ORGANIZATION_IDENTIFIER,
                Row.with(
                                "id",
                                Uuids.of(
                                        Table.ORGANIZATION_IDENTIFIER,
                                        agency.id().value()))
                        .and("organization_id", id)
                        .and("identifier_type", IDENTIFIER_TYPE)
                        .and("identifier", agency.id().value())
                        .row());
        PhoneRows.add(tables, agency.phones(), Table.ORGANIZATION, id, audience);
        Attributes attributes = new Attributes(tables, Table.ORGANIZATION, id)
                .term(Vocabulary.AGENCY_KIND, agency.kind())
                .term(Vocabulary.SECTOR, agency.sector())
                .member(Member.JURISDICTION, agency.jurisdiction().code())
                .possibly(Member.REGION, agency.region().map(Region::code));
        if (audience.whole()) {
            attributes
                    .term(Vocabulary.STANDING, agency.standing())
                    .member(Member.NAME_TG, agency.name().tg())
                    .member(Member.NAME_RU, agency.name().ru())
                    .flag(Member.CONFIDENTIAL, agency.confidentialLocation());
            agency.reportingDuty().ifPresent(duty -> duty(attributes, duty));
            attributes.possibly(Member.HOST, agency.host().map(AgencyId::value));
            agency.accreditations().forEach(one -> attributes.member(Member.ACCREDITATION, text(one)));
        }
        return tables.tables();
    }

    static Row main(Agency agency, Optional<AgencyId> parent, Tongue tongue) {
        return Row.with("id", id(agency.id()))
                .and("name", tongue.of(agency.name()))
                .and("description", description(agency.name()))
                .and("website", agency.website().map(URI::toString))
                .and("parent_organization_id", parent.map(AgencyRows::id))
                .row();
    }

    /** In all languages, since whoever looks for it may know another one. */
    static String description(Trilingual name) {
        return name.tg() + " / " + name.ru() + " / " + name.en();
    }

    private static void duty(Attributes attributes, ReportingDuty duty) {
        attributes
                .member(Member.DUTY_TO, duty.to().value())
                .member(Member.DUTY_TRIGGER, duty.trigger().code());
        duty.categories().stream()
                .sorted()
                .forEach(category -> attributes.member(Member.DUTY_CATEGORY, category.code()));
        attributes
                .member(Member.DUTY_WITHIN, duty.within().toString())
                .member(Member.DUTY_LAW_TG, duty.law().tg())
                .member(Member.DUTY_LAW_RU, duty.law().ru())
                .member(Member.DUTY_LAW_EN, duty.law().en());
    }

    /** Certificate, issuer and period, none of which holds a space. */
    private static String text(Accreditation accreditation) {
        return String.join(
                " ",
                accreditation.certificate(),
                accreditation.issuer().value(),
                accreditation.validFrom().toString(),
                accreditation.validUntil().toString());
    }
}
