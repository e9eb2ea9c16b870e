package org.paivand.protection.jpa;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.casefile.CaseId;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.StandaloneBasis.BestInterests;
import org.paivand.protection.BestInterestsDecisions;
import org.paivand.registry.directory.Directory;

/** Best-interests decisions by EclipseLink. */
public final class JpaBestInterestsDecisions implements BestInterestsDecisions {
    private final EntityManager entities;
    private final Directory directory;

    /** @param directory says of which kind and country the agency was that decided */
    public JpaBestInterestsDecisions(Transaction transaction, Directory directory) {
        this.entities = transaction.entities();
        this.directory = directory;
    }

    @Override
    public void add(CaseId caseId, BestInterests decision) {
        BestInterestsRow row = new BestInterestsRow();
        row.id = decision.id().toString();
        row.caseId = caseId.toString();
        row.decidedBy = decision.decidedBy().agency().value();
        row.decidedAt = Times.column(decision.decidedAt());
        row.recipient = decision.recipient().value();
        row.purpose = decision.purpose().code();
        row.categories = decision.categories().stream().map(Category::code).collect(Collectors.joining(" "));
        row.notAfter = Times.column(decision.notAfter());
        entities.persist(row);
    }

    @Override
    public List<BestInterests> of(CaseId caseId) {
        return entities.createQuery("SELECT b FROM BestInterests b WHERE b.caseId = :id", BestInterestsRow.class)
                .setParameter("id", caseId.toString())
                .getResultStream()
                .map(this::decision)
                .toList();
    }

    private BestInterests decision(BestInterestsRow row) {
        return new BestInterests(
                UUID.fromString(row.id),
                directory
                        .agency(new AgencyId(row.decidedBy))
                        .orElseThrow(() -> new IllegalStateException("an agency left the registry"))
                        .party(),
                new AgencyId(row.recipient),
                Purpose.of(row.purpose),
                Arrays.stream(row.categories.split(" ", -1)).map(Category::of).collect(Collectors.toSet()),
                Times.instant(row.decidedAt),
                Times.instant(row.notAfter));
    }
}
