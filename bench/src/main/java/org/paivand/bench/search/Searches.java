package org.paivand.bench.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.merkle.Hash;
import org.paivand.entry.EntryFilter;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.Outcome;

/** The questions that are measured, each by a name: every filter alone, what is rare, what is absent, and what never meets. */
final class Searches {
    private static final EntryQuery ALL = EntryQuery.newest(50);
    private static final EntryQuery GREAT_AGENCY = ALL.with(EntryFilter.AGENCY, GeneratedLog.GREAT_AGENCY);
    private static final EntryQuery SMALL_AGENCY = ALL.with(EntryFilter.AGENCY, "tj-agency-07");
    private static final EntryQuery MACHINE = ALL.with(EntryFilter.USER, GeneratedLog.MACHINE);
    private static final EntryQuery GREAT_CASE = ofCase("case0");

    private Searches() {}

    static Map<String, EntryQuery> all(long entries) {
        Instant middle = GeneratedLog.BEGAN.plusSeconds(GeneratedLog.SECONDS_APART * entries / 2);
        Map<String, EntryQuery> all = new LinkedHashMap<>();
        all.put("everything", ALL);
        all.put("agency that has six of ten", GREAT_AGENCY);
        all.put("agency that has one of a hundred", SMALL_AGENCY);
        all.put("recipient", ALL.with(EntryFilter.RECIPIENT, "tj-provider-12"));
        all.put("recipient that never was", ALL.with(EntryFilter.RECIPIENT, "tj-provider-99"));
        all.put("user", ALL.with(EntryFilter.USER, "u-tj-agency-07-3"));
        all.put("user, a machine with three of ten", MACHINE);
        all.put("purpose", ALL.with(EntryFilter.PURPOSE, "assistance"));
        all.put("purpose, rare", ALL.with(EntryFilter.PURPOSE, "remembrance"));
        all.put("basis, rare", ALL.with(EntryFilter.BASIS, "break-glass"));
        all.put("category", ALL.with(EntryFilter.CATEGORY, "health"));
        all.put("category released, rare", outcome(ALL.with(EntryFilter.CATEGORY, "health"), Outcome.RELEASED));
        all.put("type", ALL.with(EntryFilter.TYPE, EntryType.CONSENT_EVENT.code()));
        all.put("outcome withheld", outcome(ALL, Outcome.WITHHELD));
        all.put("outcome denied", outcome(ALL, Outcome.DENIED));
        all.put("outcome break-glass", outcome(ALL, Outcome.BREAK_GLASS));
        all.put("one hour, long ago", period(ALL, middle, middle.plusSeconds(3600)));
        all.put("agency, one hour, long ago", period(SMALL_AGENCY, middle, middle.plusSeconds(3600)));
        all.put("agency, until long ago", period(SMALL_AGENCY, GeneratedLog.BEGAN, middle));
        all.put("period without an entry", period(ALL, Instant.EPOCH, GeneratedLog.BEGAN));
        all.put("agency and purpose, both common", GREAT_AGENCY.with(EntryFilter.PURPOSE, "assistance"));
        all.put("agency and purpose that never meet", GREAT_AGENCY.with(EntryFilter.PURPOSE, "return"));
        all.put(
                "user and category that never meet",
                MACHINE.with(EntryFilter.PURPOSE, "return").with(EntryFilter.CATEGORY, "safety"));
        all.put(
                "type and outcome that never meet",
                outcome(ALL.with(EntryFilter.TYPE, EntryType.CONSENT_EVENT.code()), Outcome.WITHHELD));
        all.put(
                "five filters that never meet",
                outcome(
                        GREAT_AGENCY
                                .with(EntryFilter.PURPOSE, "return")
                                .with(EntryFilter.CATEGORY, "identity")
                                .with(EntryFilter.BASIS, "consent"),
                        Outcome.RELEASED));
        all.put("case of 20 entries", ofCase("case" + entries / 40));
        all.put("case that never was", ofCase("no case"));
        all.put("case that has one of five hundred", GREAT_CASE);
        all.put("great case, one hour, long ago", period(GREAT_CASE, middle, middle.plusSeconds(3600)));
        all.put("great case, until long ago", period(GREAT_CASE, GeneratedLog.BEGAN, middle));
        all.put("great case, rare outcome", outcome(GREAT_CASE, Outcome.BREAK_GLASS));
        all.put(
                "great case, agency and purpose that never meet",
                GREAT_CASE.with(EntryFilter.AGENCY, GeneratedLog.GREAT_AGENCY).with(EntryFilter.PURPOSE, "return"));
        return all;
    }

    private static EntryQuery outcome(EntryQuery query, Outcome outcome) {
        return query.with(EntryFilter.OUTCOME, outcome.code());
    }

    private static EntryQuery period(EntryQuery query, Instant from, Instant to) {
        return query.within(Optional.of(from), Optional.of(to));
    }

    private static EntryQuery ofCase(String name) {
        return ALL.ofCase(Hash.sha256(name.getBytes(StandardCharsets.US_ASCII)));
    }
}
