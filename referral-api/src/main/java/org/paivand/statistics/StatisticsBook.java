package org.paivand.statistics;

import java.util.Map;

/** Where rows are counted. Bound to one transaction. */
public interface StatisticsBook {
    /** How many rows there are of each code, over all agencies. */
    Map<String, Long> count(Measure measure, Quarter quarter);
}
