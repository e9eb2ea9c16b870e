package org.paivand.registry.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Corridor;

/**
 * What agreements let flow from one side to the other at an instant: a row for each purpose, a cell for each category, in the
 * order of their lists. It tells what agreements say, and nothing of consent, need to know or stage: a cell that may flow
 * is never a permission.
 */
public record Matrix(Instant asOf, List<Row> rows) {

    public Matrix {
        rows = List.copyOf(rows);
    }

    /** What may flow for one purpose. */
    public record Row(Purpose purpose, List<MatrixCell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Between two agencies: the same rule by which it is decided. */
    public static Matrix betweenAgencies(
            Collection<Agreement> agreements, Party from, Party to, Set<Purpose> purposes, Instant asOf) {
        return of(purposes, asOf, purpose -> {
            Corridor corridor = Corridor.between(from, to, agreements, purpose, asOf);
            return category -> MatrixCell.of(category, purpose, corridor, List.of());
        });
    }

    /**
     * Between any agencies of two countries, or of one. What is agreed between all of them counts; agreements of kinds or of
     * agencies by name are named as exceptions, for they limit their own parties further, or let flow between these what isn't
     * agreed for all.
     *
     * @param law of an agency by its id; an agency without one counts for no country
     */
    public static Matrix betweenCountries(
            Collection<Agreement> agreements,
            Function<AgencyId, Optional<Jurisdiction>> law,
            Jurisdiction from,
            Jurisdiction to,
            Set<Purpose> purposes,
            Instant asOf) {
        List<Agreement> general = agreements.stream()
                .filter(agreement -> isGeneral(agreement, from, to))
                .toList();
        List<Agreement> special = agreements.stream()
                .filter(agreement -> isSpecial(agreement, law, from, to))
                .toList();
        return of(purposes, asOf, purpose -> {
            Corridor corridor = Corridor.among(general, purpose, asOf);
            List<Agreement> exceptions = Corridor.among(special, purpose, asOf).binding();
            return category -> MatrixCell.of(category, purpose, corridor, exceptions);
        });
    }

    private static Matrix of(
            Set<Purpose> purposes, Instant asOf, Function<Purpose, Function<Category, MatrixCell>> cells) {
        List<Row> rows = new ArrayList<>();
        for (Purpose purpose : EnumSet.copyOf(purposes)) {
            Function<Category, MatrixCell> cell = cells.apply(purpose);
            rows.add(new Row(
                    purpose, EnumSet.allOf(Category.class).stream().map(cell).toList()));
        }
        return new Matrix(asOf, rows);
    }

    private static boolean isGeneral(Agreement agreement, Jurisdiction from, Jurisdiction to) {
        return agreement.parties().fold(countries -> countries.between(from, to), kinds -> false, agencies -> false);
    }

    private static boolean isSpecial(
            Agreement agreement, Function<AgencyId, Optional<Jurisdiction>> law, Jurisdiction from, Jurisdiction to) {
        return agreement
                .parties()
                .fold(
                        countries -> false,
                        kinds -> kinds.countries().between(from, to),
                        agencies -> haveOneOnEachSide(agencies.ids(), law, from, to));
    }

    private static boolean haveOneOnEachSide(
            Set<AgencyId> ids, Function<AgencyId, Optional<Jurisdiction>> law, Jurisdiction from, Jurisdiction to) {
        List<Jurisdiction> laws =
                ids.stream().map(law).flatMap(Optional::stream).toList();
        long ofFrom = laws.stream().filter(from::equals).count();
        long ofTo = laws.stream().filter(to::equals).count();
        return from.equals(to) ? ofFrom >= 2 : ofFrom >= 1 && ofTo >= 1;
    }
}
