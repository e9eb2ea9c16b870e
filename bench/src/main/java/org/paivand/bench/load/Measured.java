package org.paivand.bench.load;

/**
 * One operation at one number of connections.
 *
 * @param failures answers of another status than the operation has when it succeeds; not among the requests
 * @param cpuMillis processor time of the node for each request, its sequencer, compiler and collector included
 * @param databaseCpuMillis the same of MariaDB
 * @param residentMib of the node, right after
 */
public record Measured(
        String operation,
        int connections,
        int requests,
        int failures,
        double perSecond,
        double p50Millis,
        double p99Millis,
        double cpuMillis,
        double databaseCpuMillis,
        long residentMib) {}
