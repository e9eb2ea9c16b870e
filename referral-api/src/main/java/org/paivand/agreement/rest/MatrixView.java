package org.paivand.agreement.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paivand.agreement.Sides;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.policy.AgreementReference;
import org.paivand.disclosure.policy.Obstacle;
import org.paivand.registry.agreement.Matrix;
import org.paivand.registry.agreement.MatrixCell;

/** The contract's AgreementMatrix. */
public record MatrixView(
        Optional<String> from,
        Optional<String> to,
        Optional<String> fromAgency,
        Optional<String> toAgency,
        Instant asOf,
        List<RowView> rows) {

    static MatrixView of(Sides sides, Matrix matrix) {
        List<RowView> rows = matrix.rows().stream().map(RowView::of).toList();
        if (sides instanceof Sides.Agencies agencies) {
            return new MatrixView(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(agencies.from().value()),
                    Optional.of(agencies.to().value()),
                    matrix.asOf(),
                    rows);
        }
        Sides.Countries countries = (Sides.Countries) sides;
        return new MatrixView(
                Optional.of(countries.from().code()),
                Optional.of(countries.to().code()),
                Optional.empty(),
                Optional.empty(),
                matrix.asOf(),
                rows);
    }

    /** The contract's MatrixRow. */
    public record RowView(String purpose, List<CellView> cells) {
        static RowView of(Matrix.Row row) {
            return new RowView(
                    row.purpose().code(), row.cells().stream().map(CellView::of).toList());
        }
    }

    /** The contract's MatrixCell. */
    public record CellView(
            String category,
            String flow,
            Optional<String> obstacle,
            Optional<NameView> agreement,
            Optional<Boolean> onward,
            Optional<Integer> retentionDays,
            Optional<List<String>> recipientKinds,
            Optional<List<NameView>> exceptions) {
        static CellView of(MatrixCell cell) {
            return new CellView(
                    cell.category().code(),
                    cell.flow().code(),
                    cell.obstacle().map(Obstacle::code),
                    cell.agreement().map(NameView::of),
                    cell.limits().map(MatrixCell.Limits::onward),
                    cell.limits().map(MatrixCell.Limits::retentionDays),
                    cell.limits()
                            .flatMap(limits -> limits.recipientKinds()
                                    .map(kinds ->
                                            kinds.stream().map(AgencyKind::code).toList())),
                    Optional.of(cell.exceptions().stream().map(NameView::of).toList())
                            .filter(named -> !named.isEmpty()));
        }
    }

    /** The contract's AgreementName. */
    public record NameView(String agreementId, int version) {
        static NameView of(AgreementReference agreement) {
            return new NameView(agreement.id(), agreement.version());
        }
    }
}
