package org.paivand.person.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.person.page.Step;

class FieldsTest {
    private static final String PART = "3a1c5b7e-2f43-4b7f-9d58-6c0e8b9f1001";

    @Test
    void readsWhatAStepSends() {
        Fields entered = of("step=enter&code=123+456%20789").orElseThrow();
        Fields marked = of("ticket=abc&part=" + PART + "&part=" + PART + "&step=take-back")
                .orElseThrow();

        assertEquals(Step.ENTER, entered.step());
        assertEquals("123 456 789", entered.one("code"));
        assertEquals(Set.of(UUID.fromString(PART)), marked.parts());
    }

    @Test
    void leavesItOpenWhetherSomethingIsMarked() {
        assertTrue(of("ticket=abc&step=take-back").orElseThrow().parts().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "step",
                "step=enter",
                "step=enter&step=enter&code=1",
                "step=enter&code=1&code=2",
                "step=enter&code=1&ticket=x",
                "step=look&ticket=a&ticket=b",
                "step=look&ticket=a&case=1",
                "step=look&ticket=a&part=" + PART,
                "step=bar&ticket=a",
                "step=bar&ticket=a&choice=x&choice=y",
                "step=erase&ticket=a",
                "step=take-back&ticket=a&part=1",
                "step=take-back&ticket=a&part=../../etc",
                "step=enter&code=%zz",
                "step=enter&code=%",
                "{\"step\":\"enter\"}",
                "step=enter&code=1&"
            })
    void takesNoForeignRepeatedOrMissingField(String body) {
        assertEquals(Optional.empty(), of(body));
    }

    @Test
    void takesNoFormWithoutAnEnd() {
        assertEquals(Optional.empty(), of("step=enter&code=" + "1".repeat(Fields.MAX_BYTES)));
        assertEquals(Optional.empty(), of("ticket=a&step=take-back" + ("&part=" + PART).repeat(121)));
    }

    private static Optional<Fields> of(String body) {
        return Fields.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
