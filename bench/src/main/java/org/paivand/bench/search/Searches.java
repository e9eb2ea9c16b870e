package org.paivand.bench.search;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.merkle.Hash;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.Outcome;

/** The questions that are measured, each by a name: every filter alone, what is rare, what is absent, and what never meets. */
final class Searches {
    private static final int LIMIT = 50;

    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> to = Optional.empty();
    private Optional<EntryType> type = Optional.empty();
    private Optional<String> agency = Optional.empty();
    private Optional<String> recipient = Optional.empty();
    private Optional<String> user = Optional.empty();
    private Optional<String> purpose = Optional.empty();
    private Optional<String> basis = Optional.empty();
    private Optional<String> category = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<Hash> caseToken = Optional.empty();

    private Searches() {}

    static Map<String, EntryQuery> all(long entries) {
        Instant middle = GeneratedLog.BEGAN.plusSeconds(GeneratedLog.SECONDS_APART * entries / 2);
        Map<String, EntryQuery> all = new LinkedHashMap<>();
        all.put("everything", ask().query());
        all.put(
                "agency that has six of ten",
                ask().agency(GeneratedLog.GREAT_AGENCY).query());
        all.put("agency that has one of a hundred", ask().agency("tj-agency-07").query());
        all.put("recipient", ask().recipient("tj-provider-12").query());
        all.put("recipient that never was", ask().recipient("tj-provider-99").query());
        all.put("user", ask().user("u-tj-agency-07-3").query());
        all.put(
                "user, a machine with three of ten",
                ask().user(GeneratedLog.MACHINE).query());
        all.put("purpose", ask().purpose("assistance").query());
        all.put("purpose, rare", ask().purpose("remembrance").query());
        all.put("basis, rare", ask().basis("break-glass").query());
        all.put("category", ask().category("health").query());
        all.put(
                "category released, rare",
                ask().category("health").outcome(Outcome.RELEASED).query());
        all.put("type", ask().type(EntryType.CONSENT_EVENT).query());
        all.put("outcome withheld", ask().outcome(Outcome.WITHHELD).query());
        all.put("outcome denied", ask().outcome(Outcome.DENIED).query());
        all.put("outcome break-glass", ask().outcome(Outcome.BREAK_GLASS).query());
        all.put("case of 20 entries", ask().ofCase("case" + entries / 40).query());
        all.put("case that has one of five hundred", ask().ofCase("case0").query());
        all.put(
                "one hour, long ago",
                ask().period(middle, middle.plusSeconds(3600)).query());
        all.put(
                "agency, one hour, long ago",
                ask().agency("tj-agency-07")
                        .period(middle, middle.plusSeconds(3600))
                        .query());
        all.put(
                "agency, until long ago",
                ask().agency("tj-agency-07").period(GeneratedLog.BEGAN, middle).query());
        all.put(
                "period without an entry",
                ask().period(Instant.EPOCH, GeneratedLog.BEGAN).query());
        all.put(
                "agency and purpose, both common",
                ask().agency(GeneratedLog.GREAT_AGENCY).purpose("assistance").query());
        all.put(
                "agency and purpose that never meet",
                ask().agency(GeneratedLog.GREAT_AGENCY).purpose("return").query());
        all.put(
                "user and category that never meet",
                ask().user(GeneratedLog.MACHINE)
                        .purpose("return")
                        .category("safety")
                        .query());
        all.put(
                "type and outcome that never meet",
                ask().type(EntryType.CONSENT_EVENT).outcome(Outcome.WITHHELD).query());
        all.put(
                "five filters that never meet",
                ask().agency(GeneratedLog.GREAT_AGENCY)
                        .purpose("return")
                        .category("identity")
                        .outcome(Outcome.RELEASED)
                        .basis("consent")
                        .query());
        return all;
    }

    private static Searches ask() {
        return new Searches();
    }

    private Searches period(Instant begin, Instant end) {
        from = Optional.of(begin);
        to = Optional.of(end);
        return this;
    }

    private Searches type(EntryType value) {
        type = Optional.of(value);
        return this;
    }

    private Searches agency(String code) {
        agency = Optional.of(code);
        return this;
    }

    private Searches recipient(String code) {
        recipient = Optional.of(code);
        return this;
    }

    private Searches user(String pseudonym) {
        user = Optional.of(pseudonym);
        return this;
    }

    private Searches purpose(String code) {
        purpose = Optional.of(code);
        return this;
    }

    private Searches basis(String code) {
        basis = Optional.of(code);
        return this;
    }

    private Searches category(String code) {
        category = Optional.of(code);
        return this;
    }

    private Searches outcome(Outcome value) {
        outcome = Optional.of(value);
        return this;
    }

    private Searches ofCase(String name) {
        caseToken = Optional.of(Hash.sha256(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        return this;
    }

    private EntryQuery query() {
        return new EntryQuery(
                from,
                to,
                type,
                agency,
                recipient,
                user,
                purpose,
                basis,
                category,
                outcome,
                caseToken,
                Optional.empty(),
                LIMIT);
    }
}
