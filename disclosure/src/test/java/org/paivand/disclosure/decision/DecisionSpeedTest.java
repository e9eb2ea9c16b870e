package org.paivand.disclosure.decision;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;

/** Not a benchmark: catches a decision that became slower by an order of magnitude. */
final class DecisionSpeedTest {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 20_000;
    private static final Duration GENEROUS = Duration.ofNanos(200_000);

    @Test
    void aDecisionOnEveryCategoryTakesMicroseconds() {
        Scene scene = new Scene()
                .then(new ConsentEvent.Disputed(Scene.GIVEN, Scene.id("consent")))
                .then(new ConsentEvent.Reconfirmed(Scene.GIVEN, Scene.id("consent")));
        ConsentHistory history = scene.history();
        DisclosureRequest request = scene.request();
        int permitted = 0;
        Duration best = GENEROUS.multipliedBy(10);

        for (int run = 0; run < 5; run++) {
            long start = THREAD.getCurrentThreadCpuTime();
            for (int i = 0; i < ROUNDS; i++) {
                permitted += Decisions.decide(Scene.POLICY.policy(), history, List.of(), request, Scene.NOW)
                        .permitted()
                        .size();
            }
            Duration mean = Duration.ofNanos((THREAD.getCurrentThreadCpuTime() - start) / ROUNDS);
            best = mean.compareTo(best) < 0 ? mean : best;
        }

        System.out.println(
                "decide(): " + best.toNanos() + " ns of CPU for " + Category.values().length + " categories");
        assertTrue(permitted > 0);
        assertTrue(best.compareTo(GENEROUS) < 0, "mean of the best run: " + best);
    }
}
