package org.paivand.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.section.Section;
import org.paivand.disclosure.Category;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class ContactDeskTest {
    private static final Contact ASKED =
            new Contact(Channel.TELEPHONE, ContactBy.FAMILY, Concern.WORK_ABROAD, ContactResult.PREVENTED);
    private static final Contact NEEDS_HELP =
            new Contact(Channel.MESSENGER, ContactBy.PERSON, Concern.SUSPECTED_TRAFFICKING, ContactResult.CASE_OPENED);

    @AutoClose
    private static final TestNode node = TestNode.running();

    private final Caller hotline = TestNode.caller("tj-hotline-migrants", "operator", Role.REFERRER);
    private Section request;
    private long rows;

    @BeforeEach
    void count() throws Exception {
        request = Scene.section(Category.SERVICE_REQUEST, sample -> sample);
        rows = rows();
    }

    @Test
    void countsFourThingsApartAndOpensNothing() throws Exception {
        assertEquals(Optional.empty(), node.contacts().record(hotline, TestNode.key(), ASKED, Optional.empty()));

        assertEquals(rows + 4, rows());
        for (String counted : new String[] {
            "contact-channel telephone", "contact-by family", "contact-concern work-abroad", "contact-result prevented"
        }) {
            assertTrue(
                    TestNode.number("SELECT COUNT(*) FROM paivand.statistics_row WHERE CONCAT(kind, ' ', code) = '"
                                    + counted + "'")
                            > 0,
                    counted);
        }
    }

    @Test
    void opensACaseWithWhatIsNeededInTheSameStep() throws Exception {
        CaseFile opened = node.contacts()
                .record(hotline, TestNode.key(), NEEDS_HELP, Optional.of(request))
                .orElseThrow();

        CaseFile file = node.cases().read(hotline, opened.id());
        assertEquals(1, file.section(Category.SERVICE_REQUEST).orElseThrow().version());
        assertEquals(rows + 5, rows());
    }

    @Test
    void countsOnceForOneKeyAndGivesTheSameCase() throws Exception {
        IdempotencyKey key = TestNode.key();

        CaseFile first = node.contacts()
                .record(hotline, key, NEEDS_HELP, Optional.of(request))
                .orElseThrow();
        CaseFile again = node.contacts()
                .record(hotline, key, NEEDS_HELP, Optional.of(request))
                .orElseThrow();

        assertEquals(first.id(), again.id());
        assertEquals(rows + 5, rows());
    }

    @Test
    void countsNothingWhereNoCaseMayBeOpened() throws Exception {
        Caller labour = TestNode.caller("tj-data-protection", "operator", Role.REFERRER);

        assertEquals(
                ProblemCode.SECTION_NOT_PERMITTED,
                assertThrows(
                                ProblemException.class,
                                () -> node.contacts().record(labour, TestNode.key(), NEEDS_HELP, Optional.of(request)))
                        .code());

        assertEquals(rows, rows());
    }

    private static long rows() throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand.statistics_row");
    }
}
