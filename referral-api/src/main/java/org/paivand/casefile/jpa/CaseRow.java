package org.paivand.casefile.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code case_file}. */
@Entity(name = "Case")
@Table(name = "case_file")
class CaseRow {
    @Id
    String id = "";

    String controller = "";

    @Column(name = "opened_by")
    String openedBy = "";

    @Column(name = "opened_at")
    LocalDateTime openedAt = LocalDateTime.MIN;

    @Column(name = "sealed_alias")
    byte[] sealedAlias = {};

    @Column(name = "guardian_finding")
    @Nullable
    String guardianFinding;

    @Column(name = "finding_by")
    @Nullable
    String findingBy;

    @Column(name = "finding_at")
    @Nullable
    LocalDateTime findingAt;

    @Column(name = "erased_at")
    @Nullable
    LocalDateTime erasedAt;

    int version;
}
