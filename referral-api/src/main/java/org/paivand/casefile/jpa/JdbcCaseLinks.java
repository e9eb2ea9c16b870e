package org.paivand.casefile.jpa;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.casefile.CaseGroup;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.CaseLinks;
import org.paivand.casefile.LinkKind;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Coded;

/** Rows of {@code paivand.case_link}. */
public final class JdbcCaseLinks implements CaseLinks {
    private static final String OF_GROUP = "SELECT group_id, kind, case_id, constraint_code FROM paivand.case_link"
            + " WHERE group_id = ? ORDER BY case_id";

    private final Transaction transaction;

    public JdbcCaseLinks(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(UUID group, LinkKind kind, CaseGroup.Member member) {
        update(
                "INSERT INTO paivand.case_link (case_id, kind, group_id, constraint_code) VALUES (?, ?, ?, ?)",
                member.caseId().toString(),
                kind.code(),
                group.toString(),
                member.constraint().code());
    }

    @Override
    public Optional<CaseGroup> find(UUID group) {
        return groups(rows(OF_GROUP, group.toString())).stream().findFirst();
    }

    @Override
    public Optional<CaseGroup> lock(UUID group) {
        return groups(rows(OF_GROUP + " FOR UPDATE", group.toString())).stream().findFirst();
    }

    @Override
    public List<CaseGroup> of(CaseId caseId) {
        return groups(rows(
                "SELECT o.group_id, o.kind, o.case_id, o.constraint_code FROM paivand.case_link l"
                        + " JOIN paivand.case_link o ON o.group_id = l.group_id WHERE l.case_id = ?"
                        + " ORDER BY o.kind, o.case_id",
                caseId.toString()));
    }

    @Override
    public void leave(CaseId caseId, UUID group) {
        Optional<CaseGroup> left = lock(group);
        if (left.filter(found -> found.members().size() > 2).isPresent()) {
            update(
                    "DELETE FROM paivand.case_link WHERE group_id = ? AND case_id = ?",
                    group.toString(),
                    caseId.toString());
        } else {
            update("DELETE FROM paivand.case_link WHERE group_id = ?", group.toString());
        }
    }

    /** A row with the group that it is of. */
    private record Row(UUID group, LinkKind kind, CaseGroup.Member member) {}

    private static List<CaseGroup> groups(List<Row> rows) {
        Map<UUID, List<Row>> byGroup =
                rows.stream().collect(Collectors.groupingBy(Row::group, LinkedHashMap::new, Collectors.toList()));
        return byGroup.values().stream()
                .filter(together -> together.size() > 1)
                .map(together -> new CaseGroup(
                        together.get(0).group(),
                        together.get(0).kind(),
                        together.stream().map(Row::member).toList()))
                .toList();
    }

    private List<Row> rows(String sql, String id) {
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setString(1, id);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(
                            UUID.fromString(rows.getString(1)),
                            Coded.of(LinkKind.class, rows.getString(2)),
                            new CaseGroup.Member(
                                    new CaseId(UUID.fromString(rows.getString(3))),
                                    Coded.of(GroupConstraint.class, rows.getString(4)))));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private void update(String sql, String... arguments) {
        try (PreparedStatement change = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                change.setString(i + 1, arguments[i]);
            }
            change.executeUpdate();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }
}
