package org.paivand.casefile.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.Objects;

/** A row of {@code section}. */
@Entity(name = "Section")
@Table(name = "section")
@IdClass(SectionRow.Key.class)
class SectionRow {
    @Id
    @Column(name = "case_id")
    String caseId = "";

    @Id
    String category = "";

    int version;

    @Column(name = "contributed_by")
    String contributedBy = "";

    @Column(name = "updated_at")
    LocalDateTime updatedAt = LocalDateTime.MIN;

    byte[] sealed = {};

    /** The primary key, in the shape Jakarta Persistence asks for. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String caseId = "";
        String category = "";

        Key() {}

        Key(String caseId, String category) {
            this.caseId = caseId;
            this.category = category;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && caseId.equals(that.caseId) && category.equals(that.category);
        }

        @Override
        public int hashCode() {
            return Objects.hash(caseId, category);
        }
    }
}
