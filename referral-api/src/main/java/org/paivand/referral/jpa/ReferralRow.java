package org.paivand.referral.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code referral}. */
@Entity(name = "Referral")
@Table(name = "referral")
class ReferralRow {
    @Id
    String id = "";

    @Column(name = "case_id")
    String caseId = "";

    @Column(name = "case_reference")
    String caseReference = "";

    @Column(name = "from_agency")
    String fromAgency = "";

    @Column(name = "to_agency")
    String toAgency = "";

    @Nullable
    @Column(name = "through_agency")
    String throughAgency;

    String purpose = "";

    String urgency = "";

    @Nullable
    String follows;

    @Nullable
    @Column(name = "onward_from")
    String onwardFrom;

    @Nullable
    @Column(name = "group_offer")
    String groupOffer;

    @Nullable
    @Column(name = "group_constraint")
    String groupConstraint;

    /** Codes with a space between. */
    String services = "";

    String state = "";

    @Nullable
    String progress;

    /** The code of a decline, a failure, a rest or an outcome, by state. */
    @Nullable
    String code;

    /** What was asked about, while that is unanswered. */
    @Nullable
    String topics;

    /** Services that a decline suggests. */
    @Nullable
    String suggested;

    @Nullable
    String delivered;

    @Column(name = "offered_at")
    LocalDateTime offeredAt = LocalDateTime.MIN;

    @Column(name = "respond_by")
    LocalDateTime respondBy = LocalDateTime.MIN;

    @Column(name = "updated_at")
    LocalDateTime updatedAt = LocalDateTime.MIN;

    int version;

    @Column(name = "shown_at")
    LocalDateTime shownAt = LocalDateTime.MIN;

    @Column(name = "shown_version")
    int shownVersion;
}
