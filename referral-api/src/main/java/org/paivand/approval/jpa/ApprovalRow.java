package org.paivand.approval.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code approval}. */
@Entity(name = "Approval")
@Table(name = "approval")
class ApprovalRow {
    @Id
    String id = "";

    String kind = "";

    String subject = "";

    String state = "";

    @Column(name = "proposed_by")
    String proposedBy = "";

    @Column(name = "proposed_at")
    LocalDateTime proposedAt = LocalDateTime.MIN;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    LocalDateTime decidedAt;
}
