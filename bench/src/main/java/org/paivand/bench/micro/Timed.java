package org.paivand.bench.micro;

/**
 * What one call takes.
 *
 * @param error half of the 99.9 % confidence interval, in microseconds
 * @param baselineMicros of the raw digests named in {@code baseline}, in the same run
 */
public record Timed(String subject, double micros, double error, String baseline, double baselineMicros) {
    public double ratio() {
        return micros / baselineMicros;
    }
}
