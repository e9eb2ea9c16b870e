package org.paivand.registry.hsds;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.place.Location;
import org.paivand.registry.record.RegistryItem;
import org.paivand.registry.record.RegistryItems;
import org.paivand.registry.record.RegistryKind;
import org.paivand.registry.service.Service;

/** Reads tables into a directory. Whatever it couldn't write again as it stands is refused, so that nothing is lost unseen. */
public final class HsdsImport {
    private static final Pattern SUBJECT = Pattern.compile("(agency|location|service|node|agreement) (\\S+) .*");

    private HsdsImport() {}

    /**
     * The directory as it would be with what the tables have: an item takes the place of the one with its id, and what they don't
     * have stays, so that nobody ends an agency by leaving a row out.
     *
     * @throws UnreadableImportException naming everything that is wrong, with table, row and column
     */
    public static Directory read(Tables tables, Source source, Directory now) throws UnreadableImportException {
        Faults faults = new Faults(source);
        TableRules.check(tables, faults);
        Map<String, Cells> rows = new HashMap<>();
        Contents contents = contents(new Sheets(tables, faults), rows, now);
        faults.refuse();
        try {
            return Directory.of(contents);
        } catch (InvalidRegistryException invalid) {
            invalid.problems().forEach(problem -> point(problem, rows, faults));
            faults.refuse();
            throw new IllegalStateException("an invalid registry has a problem", invalid);
        }
    }

    /** What the registry has and the tables haven't, by our own ids. */
    public static List<RegistryItem> absent(Tables tables, Directory now) {
        Set<String> there = Stream.of(
                        named(tables, Table.ORGANIZATION_IDENTIFIER, RegistryKind.AGENCY, "identifier"),
                        named(tables, Table.LOCATION, RegistryKind.LOCATION, "external_identifier"),
                        serviceIds(tables))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        Contents all = now.contents();
        return RegistryItems.of(new Contents(all.agencies(), all.locations(), all.services(), List.of(), List.of()))
                .stream()
                .filter(item -> !there.contains(name(item.kind(), item.id())))
                .toList();
    }

    private static Stream<String> named(Tables tables, Table table, RegistryKind kind, String column) {
        return tables.rows(table).stream()
                .flatMap(row -> row.cell(column).stream())
                .map(id -> name(kind, id));
    }

    private static Stream<String> serviceIds(Tables tables) {
        Set<String> terms = tables.rows(Table.TAXONOMY_TERM).stream()
                .filter(row -> row.cell("code")
                        .filter(Member.SERVICE_ID.code()::equals)
                        .isPresent())
                .flatMap(row -> row.cell("id").stream())
                .collect(Collectors.toSet());
        return tables.rows(Table.ATTRIBUTE).stream()
                .filter(row ->
                        row.cell("taxonomy_term_id").filter(terms::contains).isPresent())
                .flatMap(row -> row.cell("value").stream())
                .map(id -> name(RegistryKind.SERVICE, id));
    }

    private static String name(RegistryKind kind, String id) {
        return kind.code() + " " + id;
    }

    private static Contents contents(Sheets sheets, Map<String, Cells> rows, Directory now) {
        AgencyReading agencies = new AgencyReading(sheets);
        LocationReading locations = new LocationReading(sheets, agencies);
        List<Agency> readAgencies = agencies.read(rows);
        List<Location> readLocations = locations.read(rows);
        List<Service> readServices = new ServiceReading(sheets, agencies, locations).read(rows);
        return new Contents(
                merged(now.agencies(), readAgencies, Agency::id),
                merged(now.locations(), readLocations, Location::id),
                merged(now.services(), readServices, Service::id),
                List.copyOf(now.nodes()),
                now.agreements());
    }

    /** Two of one id in the tables both stay, for the directory to refuse. */
    private static <T, K> List<T> merged(Collection<T> now, List<T> read, Function<T, K> id) {
        Set<K> replaced = read.stream().map(id).collect(Collectors.toSet());
        return Stream.concat(now.stream().filter(item -> !replaced.contains(id.apply(item))), read.stream())
                .toList();
    }

    /** A directory says of each problem which item it is about; here that is a row, or what isn't in the tables. */
    private static void point(String problem, Map<String, Cells> rows, Faults faults) {
        Matcher subject = SUBJECT.matcher(problem);
        if (!subject.matches()) {
            faults.add(Fault.whole(Fault.Code.CONTRADICTION));
            return;
        }
        Fault.Code code = problem.contains("doesn't exist")
                ? Fault.Code.DANGLING
                : problem.endsWith("is there twice") ? Fault.Code.DUPLICATE : Fault.Code.CONTRADICTION;
        Optional.ofNullable(rows.get(subject.group(1) + " " + subject.group(2)))
                .ifPresentOrElse(
                        row -> row.fault("", code),
                        () -> faults.add(new Fault(subject.group(1), Fault.NO_ROW, subject.group(2), code)));
    }
}
