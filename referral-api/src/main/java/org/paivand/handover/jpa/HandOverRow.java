package org.paivand.handover.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code hand_over}. */
@Entity(name = "HandOver")
@Table(name = "hand_over")
class HandOverRow {
    @Id
    String id = "";

    @Column(name = "case_id")
    String caseId = "";

    @Column(name = "from_agency")
    String fromAgency = "";

    @Column(name = "to_agency")
    String toAgency = "";

    String purpose = "";

    @Column(name = "consent_id")
    String consentId = "";

    String state = "";

    @Column(name = "proposed_at")
    LocalDateTime proposedAt = LocalDateTime.MIN;

    @Column(name = "answer_by")
    LocalDateTime answerBy = LocalDateTime.MIN;

    @Column(name = "decided_at")
    @Nullable
    LocalDateTime decidedAt;
}
