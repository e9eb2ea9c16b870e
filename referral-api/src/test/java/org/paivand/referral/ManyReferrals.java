package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import org.paivand.casefile.CaseId;
import org.paivand.database.TestDatabase;
import org.paivand.database.Times;
import org.paivand.disclosure.AgencyId;

/** Rows of referrals in every state, written without their story. All are of one case and between two agencies that nothing else uses. */
public final class ManyReferrals {
    private static final String STATES =
            "'offered','clarifying','offered','clarifying','declined','cancelled','accepted','in-progress',"
                    + "'on-hold','cancel-requested','completed','failed','service-ended-by-person','entered-in-error'";
    private static int made;

    public final AgencyId from;
    public final AgencyId to;
    private final CaseId caseId;

    public ManyReferrals(CaseId caseId) {
        made++;
        this.from = new AgencyId("tj-many-from-" + made);
        this.to = new AgencyId("tj-many-to-" + made);
        this.caseId = caseId;
    }

    /**
     * Adds so many. Every thirtieth minute before now has as many offers as the others, so times are shared.
     *
     * @param times how many different times there are
     * @param live one of so many offers without an answer still waits
     */
    public void add(int count, int times, int live, Instant now) throws SQLException {
        String at = "(CAST('" + Times.column(now) + "' AS DATETIME(3)) - INTERVAL 30 * (seq % " + times + ") MINUTE)";
        TestDatabase.running()
                .execute(
                        "INSERT INTO paivand.referral (id, case_id, case_reference, from_agency, to_agency, purpose, urgency, services,"
                                + " state, progress, code, delivered, topics, offered_at, respond_by, updated_at, version, shown_at, shown_version, told)"
                                + " SELECT CONCAT(LPAD(LOWER(HEX(CRC32(seq))), 8, '0'), '-0000-4000-8000-', LPAD("
                                + made + ", 4, '0'), LPAD(LOWER(HEX(seq)), 8, '0')), '"
                                + caseId + "', UUID(), '" + from + "', '" + to + "', 'shelter-placement',"
                                + " ELT(1 + FLOOR(seq / 14) % 4, 'immediate', 'emergency', 'urgent', 'normal'), 'shelter', ELT(1 + seq % 14, "
                                + STATES + "),"
                                + " IF(seq % 14 IN (7, 8), 'arrived', NULL),"
                                + " CASE seq % 14 WHEN 4 THEN 'other' WHEN 8 THEN 'other' WHEN 10 THEN 'needs-met' WHEN 11 THEN 'other' END,"
                                + " IF(seq % 14 = 10, 'shelter', NULL), IF(seq % 14 IN (1, 3), 'language', NULL),"
                                + at + ", IF(FLOOR(seq / 56) % " + live + " = 0, TIMESTAMPADD(MINUTE, 1 + seq % 60, '"
                                + Times.column(now) + "'), TIMESTAMPADD(SECOND, 1, "
                                + at + ")), TIMESTAMPADD(MINUTE, seq % 29, " + at
                                + "), 3, TIMESTAMPADD(MINUTE, seq % 17, " + at + "), 2, 2 FROM paivand.seq_1_to_"
                                + count);
    }
}
