package org.paivand.registry.hsds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Coded;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

/** The taxonomies that attributes take their terms from: the registry's closed lists, and what HSDS has no column for. */
public enum Vocabulary {
    SERVICE_TYPE("service-types", "What can be asked for, by the three parts of assistance."),
    AGENCY_KIND("agency-kinds", "What sort of organisation an agency is."),
    SECTOR("sectors", "Whether an agency is part of a state."),
    STANDING("standings", "Whether an agency takes part now."),
    AGE_GROUP("age-groups", "Whom a service is made for, by age."),
    SEX_FOR_PLACEMENT("sexes-for-placement", "Whom a place kept apart by sex takes in."),
    ACCESS_NEED("access-needs", "Needs that a service can meet. None of them is a diagnosis."),
    MEMBER("registry-members", "Facts about an entry that HSDS has no column for; the attribute's value tells them.");

    private static final String BASE = "https://paivand.org/taxonomies/";

    /**
     * A term of a taxonomy. Codes are for ever.
     *
     * @param parent the code of the term it belongs under
     */
    public record Term(Vocabulary vocabulary, String code, Optional<String> parent) {
        String id() {
            return Uuids.of(Table.TAXONOMY_TERM, vocabulary.code, code);
        }

        Row row() {
            String words = code.replace('-', ' ');
            return Row.with("id", id())
                    .and("code", code)
                    .and("name", words)
                    .and("description", vocabulary.description + " Here: " + words + ".")
                    .and("parent_id", parent.map(above -> Uuids.of(Table.TAXONOMY_TERM, vocabulary.code, above)))
                    .and("language", "en")
                    .and("taxonomy_id", vocabulary.id())
                    .row();
        }
    }

    private final String code;
    private final String description;

    Vocabulary(String code, String description) {
        this.code = code;
        this.description = description;
    }

    public static Optional<Vocabulary> named(String title) {
        return Arrays.stream(values()).filter(one -> one.title().equals(title)).findFirst();
    }

    /** The taxonomy with that id. */
    public static Optional<Vocabulary> withId(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    /** The term with that id, of any taxonomy. */
    public static Optional<Term> termWithId(String id) {
        return Arrays.stream(values())
                .flatMap(one -> one.terms().stream())
                .filter(term -> term.id().equals(id))
                .findFirst();
    }

    public List<Term> terms() {
        return switch (this) {
            case SERVICE_TYPE ->
                Stream.concat(
                                Arrays.stream(ServiceType.Part.values())
                                        .map(part -> new Term(this, part(part), Optional.empty())),
                                Arrays.stream(ServiceType.values())
                                        .map(type -> new Term(this, type.code(), Optional.of(part(type.part())))))
                        .toList();
            case AGENCY_KIND -> all(AgencyKind.values());
            case SECTOR -> all(Sector.values());
            case STANDING -> all(Standing.values());
            case AGE_GROUP -> all(AgeGroup.ADULT, AgeGroup.CHILD);
            case SEX_FOR_PLACEMENT -> all(SexForPlacement.values());
            case ACCESS_NEED -> all(AccessNeed.values());
            case MEMBER -> all(Member.values());
        };
    }

    public Optional<Term> term(String termCode) {
        return terms().stream().filter(term -> term.code().equals(termCode)).findFirst();
    }

    Term term(Coded value) {
        return new Term(this, value.code(), Optional.empty());
    }

    String id() {
        return Uuids.of(Table.TAXONOMY, code);
    }

    String title() {
        return "Paivand " + code.replace('-', ' ');
    }

    Row row() {
        return Row.with("id", id())
                .and("name", title())
                .and("description", description)
                .and("uri", BASE + code)
                .and("version", "1")
                .row();
    }

    private List<Term> all(Coded... values) {
        return Arrays.stream(values).map(this::term).toList();
    }

    private static String part(ServiceType.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
