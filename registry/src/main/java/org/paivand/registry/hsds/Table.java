package org.paivand.registry.hsds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table of HSDS 3.1 that the registry fills, with all columns the specification gives it. In the texts below {@code !} follows
 * a column that must not be empty, {@code #} one that holds a number, {@code >} the table that it refers to. {@code -} goes before
 * one that the registry has nothing for, {@code ~} before one that is written for readers and made of others: when it is read it
 * may be empty, and holds nothing else.
 */
public enum Table {
    ORGANIZATION(
            "organization",
            "organizations.csv",
            "id! name! -alternate_name ~description! -email website -tax_status -tax_id -year_incorporated# -legal_status -logo"
                    + " -uri parent_organization_id>organization"),
    ORGANIZATION_IDENTIFIER(
            "organization_identifier",
            "organization_identifiers.csv",
            "id! organization_id!>organization -identifier_scheme ~identifier_type! identifier!"),
    SERVICE(
            "service",
            "services.csv",
            "id! organization_id!>organization -program_id name! -alternate_name ~description -url -email status!"
                    + " -interpretation_services -application_process -fees_description -wait_time -fees -accreditations"
                    + " ~eligibility_description ~minimum_age# ~maximum_age# -assured_date -assurer_email -licenses -alert"
                    + " -last_modified"),
    LOCATION(
            "location",
            "locations.csv",
            "id! ~location_type! -url organization_id!>organization name -alternate_name -description -transportation"
                    + " -latitude# -longitude# external_identifier! ~external_identifier_type"),
    SERVICE_AT_LOCATION(
            "service_at_location",
            "service_at_locations.csv",
            "id! service_id!>service location_id!>location -description"),
    ADDRESS(
            "address",
            "addresses.csv",
            "id! location_id!>location -attention address_1! address_2 city! -region state_province! ~postal_code!"
                    + " ~country! ~address_type!"),
    PHONE(
            "phone",
            "phones.csv",
            "id! location_id>location service_id>service organization_id>organization -contact_id -service_at_location_id"
                    + " number! -extension# -type description"),
    SCHEDULE(
            "schedule",
            "schedules.csv",
            "id! service_id!>service -location_id -service_at_location_id -valid_from -valid_to -dtstart -timezone# -until"
                    + " -count# -wkst ~freq -interval# byday! -byweekno -bymonthday -byyearday -description opens_at! closes_at!"
                    + " -schedule_link -attending_type -notes"),
    SERVICE_AREA(
            "service_area",
            "service_areas.csv",
            "id! service_id!>service -service_at_location_id name! -description -extent -extent_type -uri"),
    LANGUAGE("language", "languages.csv", "id! service_id>service -location_id phone_id>phone -name code! note"),
    TAXONOMY("taxonomy", "taxonomies.csv", "id! name! ~description! ~uri ~version"),
    TAXONOMY_TERM(
            "taxonomy_term",
            "taxonomy_terms.csv",
            "id! code! ~name! ~description! ~parent_id>taxonomy_term -taxonomy ~language taxonomy_id!>taxonomy -term_uri"),
    ATTRIBUTE(
            "attribute",
            "attributes.csv",
            "id! link_id! taxonomy_term_id!>taxonomy_term -link_type link_entity! value -label");

    /**
     * @param kept whether the registry has a place for what stands there
     * @param derived whether it is made of other columns
     * @param references the name of the table whose ids it holds
     */
    public record Column(
            String name, boolean required, boolean number, boolean kept, boolean derived, Optional<String> references) {
        private static Column of(String text) {
            int arrow = text.indexOf('>');
            String head = arrow < 0 ? text : text.substring(0, arrow);
            return new Column(
                    head.replaceAll("[-~!#]", ""),
                    head.contains("!"),
                    head.contains("#"),
                    !head.startsWith("-"),
                    head.startsWith("~"),
                    arrow < 0 ? Optional.empty() : Optional.of(text.substring(arrow + 1)));
        }
    }

    private final String singular;
    private final String file;
    /** Unmodifiable, which the checker can't see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> columns;

    Table(String singular, String file, String columns) {
        this.singular = singular;
        this.file = file;
        this.columns = Arrays.stream(columns.split(" ")).map(Column::of).toList();
    }

    /** What HSDS calls one of its rows; the member of the whole document that holds them all. */
    public String singular() {
        return singular;
    }

    /** The name of its file in a data package. */
    public String file() {
        return file;
    }

    /** What the list of them is called inside another object. */
    public String plural() {
        return file.substring(0, file.length() - ".csv".length());
    }

    public List<Column> columns() {
        return columns;
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public static Optional<Table> of(String singular) {
        return Arrays.stream(values())
                .filter(table -> table.singular.equals(singular))
                .findFirst();
    }

    public static Optional<Table> ofFile(String file) {
        return Arrays.stream(values()).filter(table -> table.file.equals(file)).findFirst();
    }
}
