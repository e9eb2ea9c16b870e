package org.paivand.consent.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A row of {@code consent_event}. */
@Entity(name = "ConsentEvent")
@Table(name = "consent_event")
class ConsentEventRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "case_id")
    String caseId = "";

    @Column(name = "record_id")
    String recordId = "";

    LocalDateTime at = LocalDateTime.MIN;

    byte[] sealed = {};
}
