package org.paivand.launcher.process;

import java.io.PrintWriter;
import java.time.Duration;

/** Says what the launcher waits for, in plain lines, and how long it has taken. */
public final class Progress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final PrintWriter out;

    public Progress(PrintWriter out) {
        this.out = out;
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public Step begin(String subject, String doing) {
        return new Step(subject, doing);
    }

    /** One thing waited for. */
    public final class Step {
        private final String subject;
        private final String doing;
        private final long began = System.nanoTime();
        private Duration nextLine = BETWEEN_LINES;

        private Step(String subject, String doing) {
            this.subject = subject;
            this.doing = doing;
        }

        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        /** Prints a line if ten seconds have passed since the last one. */
        public void tick() {
            if (elapsed().compareTo(nextLine) >= 0) {
                tell("still " + doing);
                nextLine = elapsed().plus(BETWEEN_LINES);
            }
        }

        public void done(String what) {
            tell(what);
        }

        private void tell(String what) {
            line(String.format("  %-10s %s, %.1f s", subject, what, elapsed().toMillis() / 1000.0));
        }
    }
}
