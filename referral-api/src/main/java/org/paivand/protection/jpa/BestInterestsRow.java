package org.paivand.protection.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A row of {@code best_interests}. */
@Entity(name = "BestInterests")
@Table(name = "best_interests")
class BestInterestsRow {
    @Id
    String id = "";

    @Column(name = "case_id")
    String caseId = "";

    @Column(name = "decided_by")
    String decidedBy = "";

    @Column(name = "decided_at")
    LocalDateTime decidedAt = LocalDateTime.MIN;

    String recipient = "";

    String purpose = "";

    /** Codes with a space between. */
    String categories = "";

    @Column(name = "not_after")
    LocalDateTime notAfter = LocalDateTime.MIN;
}
