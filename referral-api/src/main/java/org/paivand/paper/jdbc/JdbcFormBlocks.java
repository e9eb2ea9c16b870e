package org.paivand.paper.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.database.Statements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.paper.FormBlock;
import org.paivand.paper.FormBlocks;
import org.paivand.paper.FormNumber;
import org.paivand.paper.FormType;

/** Rows of {@code paivand.form_block} and {@code form_number}. */
public final class JdbcFormBlocks implements FormBlocks {
    private final Statements statements;

    public JdbcFormBlocks(Transaction transaction) {
        this.statements = new Statements(transaction);
    }

    @Override
    public void add(FormBlock block, Instant now) throws SQLException {
        int unusedBlock = statements.change(
                "INSERT INTO paivand.form_block (id, agency, type, made_at) VALUES (?, ?, ?, ?)",
                block.id().toString(),
                block.agency().value(),
                block.type().code(),
                Times.column(now));
        for (FormNumber number : block.numbers()) {
            int unusedNumber = statements.change(
                    "INSERT INTO paivand.form_number (agency, number, block) VALUES (?, ?, ?)",
                    block.agency().value(),
                    number.digits(),
                    block.id().toString());
        }
    }

    @Override
    public Optional<FormBlock> find(UUID id) throws SQLException {
        List<FormNumber> numbers = statements.select(
                "SELECT number FROM paivand.form_number WHERE block = ? ORDER BY number",
                row -> new FormNumber(row.getString(1)),
                id.toString());
        return statements
                .select(
                        "SELECT agency, type FROM paivand.form_block WHERE id = ?",
                        row -> new FormBlock(
                                id, new AgencyId(row.getString(1)), FormType.of(row.getString(2)), numbers),
                        id.toString())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Known> lock(AgencyId agency, FormNumber number) throws SQLException {
        return statements
                .select(
                        "SELECT b.type, n.entered FROM paivand.form_number n JOIN paivand.form_block b ON b.id = n.block"
                                + " WHERE n.agency = ? AND n.number = ? FOR UPDATE",
                        row -> new Known(FormType.of(row.getString(1)), row.getBoolean(2)),
                        agency.value(),
                        number.digits())
                .stream()
                .findFirst();
    }

    @Override
    public void enter(AgencyId agency, FormNumber number) throws SQLException {
        int unusedOne = statements.change(
                "UPDATE paivand.form_number SET entered = TRUE WHERE agency = ? AND number = ?",
                agency.value(),
                number.digits());
    }
}
