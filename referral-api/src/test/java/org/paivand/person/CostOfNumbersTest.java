package org.paivand.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.Category;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What a number costs the node, counted and not timed: whoever has a clock must not learn which kind it was. */
@Timeout(120)
class CostOfNumbersTest {
    /** Of others that work on the same database meanwhile, perhaps by the same connection, and what every transaction has. */
    private static final Pattern BACKGROUND = Pattern.compile(
            "log_pending|log_head|log_trouble|lease|checkpoint|leaf|tile|search_|witness|quorum|overdue|stop_use"
                    + "|notification|respond_by|^set |^COMMIT|^ROLLBACK",
            Pattern.CASE_INSENSITIVE);

    @AutoClose
    private static final TestNode node = TestNode.running();

    @AutoClose
    private static final CountedSeals seals = new CountedSeals();

    private Scene scene;
    private IssuedCodes codes;

    @BeforeEach
    void receipt() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        scene.pull(scene.accepted(), Category.IDENTITY);
        codes = issued();
        node.sequenced();
    }

    private IssuedCodes issued() throws Exception {
        return node.receipts()
                .issue(scene.controller, UUID.randomUUID(), scene.caseId, Holder.SUBJECT)
                .codes()
                .orElseThrow();
    }

    /**
     * What entering took.
     *
     * @param statements without their values, in their order
     */
    private record Cost(int seals, List<String> statements) {}

    private static Cost of(String typed) throws Exception {
        TestDatabase.running()
                .execute("SET GLOBAL log_output = 'TABLE'; TRUNCATE mysql.general_log; SET GLOBAL general_log = ON");
        try {
            seals.taken();
            node.persons().enter(UUID.randomUUID(), typed);
            int taken = seals.taken();
            return new Cost(taken, statements());
        } finally {
            TestDatabase.running().execute("SET GLOBAL general_log = OFF");
        }
    }

    /** All of the connection that looked for the number. */
    private static List<String> statements() throws Exception {
        List<String> statements = new ArrayList<>();
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log"
                                + " WHERE command_type IN ('Query', 'Execute') AND thread_id IN (SELECT thread_id FROM"
                                + " mysql.general_log WHERE CONVERT(argument USING utf8mb4) LIKE '%FROM person_code WHERE%')")) {
            while (rows.next()) {
                // Without its values first: sealed bytes may look like anything.
                String said = rows.getString(1)
                        .replaceAll("(?s)_binary *'.*'", "?")
                        .replaceAll("(?s)'[^']*'", "?")
                        .replaceAll("(?s)\\s+", " ");
                if (!BACKGROUND.matcher(said).find()) {
                    statements.add(said);
                }
            }
        }
        return statements;
    }

    private static void same(Cost one, Cost other) {
        assertEquals(one.seals(), other.seals());
        assertEquals(one.statements().size(), other.statements().size(), () -> one + "\n" + other);
    }

    @Test
    void aWrongAMistypedAndAnEndedNumberCostOneSealAndOneLookUp() throws Exception {
        IssuedCodes ended = codes;
        codes = issued();
        Cost wrong = of(SurvivorCode.random(new SecureRandom()).inGroups());

        assertEquals(1, wrong.seals());
        assertEquals(
                1,
                wrong.statements().stream()
                        .filter(one -> one.contains("person_code"))
                        .count());
        same(wrong, of(codes.status().digits().substring(1) + "x"));
        same(wrong, of(""));
        same(wrong, of("0".repeat(60)));
        same(wrong, of(ended.status().inGroups()));
        same(wrong, of(ended.nothing().inGroups()));
        node.receipts().end(scene.controller, UUID.randomUUID(), scene.caseId);
        same(wrong, of(codes.status().inGroups()));
        same(wrong, of(codes.nothing().inGroups()));
    }

    @Test
    void theSecondNumberCostsWhatTheFirstDoes() throws Exception {
        Cost status = of(codes.status().inGroups());
        Cost nothing = of(codes.nothing().inGroups());

        assertTrue(status.seals() > 1);
        same(status, nothing);
        same(status, of(codes.status().inGroups()));
    }

    @Test
    void theSecondNumberLeavesAnAlertAndTheFirstNone() throws Exception {
        long before = TestNode.number("SELECT COUNT(*) FROM paivand.alert");

        node.persons().enter(UUID.randomUUID(), codes.status().inGroups());
        assertEquals(before, TestNode.number("SELECT COUNT(*) FROM paivand.alert"));
        node.persons().enter(UUID.randomUUID(), codes.nothing().inGroups());
        assertEquals(before + 1, TestNode.number("SELECT COUNT(*) FROM paivand.alert"));
    }
}
