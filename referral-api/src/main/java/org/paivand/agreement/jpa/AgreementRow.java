package org.paivand.agreement.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.Objects;

/** A row of {@code agreement}. */
@Entity(name = "Agreement")
@Table(name = "agreement")
@IdClass(AgreementRow.Key.class)
class AgreementRow {
    @Id
    String id = "";

    @Id
    int version;

    String body = "";

    LocalDateTime at = LocalDateTime.MIN;

    /** The primary key, in the shape Jakarta Persistence asks for. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String id = "";
        int version;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && id.equals(that.id) && version == that.version;
        }

        @Override
        public int hashCode() {
            return Objects.hash(id, version);
        }
    }
}
