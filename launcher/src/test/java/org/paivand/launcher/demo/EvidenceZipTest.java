package org.paivand.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvidenceZipTest {
    private static final String POLICY = "policies/" + "0f".repeat(32) + ".json";

    @Test
    void keepsMembersAndTheirOrderThroughPackingAndUnpacking() throws Exception {
        EvidenceZip again = EvidenceZip.of(sample().bytes());

        assertEquals(
                List.of("manifest", POLICY, "openings/7", "openings/8"),
                new ArrayList<>(again.members().keySet()));
        sample().members()
                .forEach((name, content) ->
                        assertArrayEquals(content, again.members().get(name)));
    }

    @Test
    void takesMembersThatDifferInNumbersAndHashesOnlyForOneKind() {
        assertEquals(
                Set.of("manifest", "policies/#.json", "openings/#"),
                sample().kinds().keySet());
    }

    @Test
    void altersOneBitOfOneMemberAndLeavesTheOriginalAsItWas() {
        EvidenceZip original = sample();

        EvidenceZip altered = original.altered("openings/7");

        assertArrayEquals(new byte[] {1, 3, 3}, altered.members().get("openings/7"));
        assertArrayEquals(new byte[] {1, 2, 3}, altered.members().get("openings/8"));
        assertArrayEquals(new byte[] {1, 2, 3}, original.members().get("openings/7"));
    }

    private static EvidenceZip sample() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (String name : List.of("manifest", POLICY, "openings/7", "openings/8")) {
            members.put(name, new byte[] {1, 2, 3});
        }
        return new EvidenceZip(members);
    }
}
