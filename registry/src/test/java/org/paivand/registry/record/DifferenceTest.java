package org.paivand.registry.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.SampleDirectory;
import org.paivand.registry.record.Difference.Item;
import org.paivand.registry.record.Difference.Line;
import org.paivand.registry.record.Difference.Sort;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceStatus;

class DifferenceTest {
    private static final Directory SAMPLE = SampleDirectory.load();

    @Test
    void isNoneBetweenTheSame() {
        assertEquals(
                List.of(), Difference.between(SAMPLE, SampleDirectory.load()).items());
    }

    @Test
    void namesTheLineThatChangedAndThatSuspendingNeedsNoSecondPerson() throws InvalidRegistryException {
        Agency agency = SAMPLE.contents().agencies().get(0);

        Difference suspended = Difference.between(SAMPLE, with(agency.with(Standing.SUSPENDED)));
        Difference back = Difference.between(with(agency.with(Standing.SUSPENDED)), SAMPLE);

        assertEquals(
                List.of(new Item(
                        RegistryKind.AGENCY,
                        agency.id().value(),
                        Sort.CHANGED,
                        List.of(new Line("/standing", Optional.of("active"), Optional.of("suspended"))),
                        false)),
                suspended.items());
        assertFalse(suspended.secondPerson());
        assertTrue(back.secondPerson());
    }

    @Test
    void tellsWhatIsAddedAndWhatIsGone() throws InvalidRegistryException {
        Contents all = SAMPLE.contents();
        Service gone = all.services().get(0);
        Directory fewer = Directory.of(new Contents(
                all.agencies(),
                all.locations(),
                all.services().subList(1, all.services().size()),
                all.nodes(),
                all.agreements()));

        Item removed = only(Difference.between(SAMPLE, fewer));
        Item added = only(Difference.between(fewer, SAMPLE));

        assertEquals(Sort.REMOVED, removed.sort());
        assertEquals(Sort.ADDED, added.sort());
        assertEquals(gone.id().value(), added.id());
        assertEquals(
                removed.lines().stream().map(Line::before).toList(),
                added.lines().stream().map(Line::after).toList());
        assertTrue(added.lines()
                .contains(new Line("/status", Optional.empty(), Optional.of(ServiceStatus.ACTIVE.code()))));
    }

    private static Item only(Difference difference) {
        assertEquals(1, difference.items().size());
        return difference.items().get(0);
    }

    private static Directory with(Agency agency) throws InvalidRegistryException {
        Contents all = SAMPLE.contents();
        List<Agency> agencies = new ArrayList<>(all.agencies());
        agencies.replaceAll(one -> one.id().equals(agency.id()) ? agency : one);
        return Directory.of(new Contents(agencies, all.locations(), all.services(), all.nodes(), all.agreements()));
    }
}
