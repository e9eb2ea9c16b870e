package org.paivand.statistics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measure in one quarter, as it may be told.
 *
 * @param codes every code of the measure, in the order of its list
 */
public record Line(Count total, Map<String, Count> codes) {
    public Line {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }
}
