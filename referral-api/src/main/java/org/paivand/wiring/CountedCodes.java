package org.paivand.wiring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.paivand.contact.Channel;
import org.paivand.contact.Concern;
import org.paivand.contact.ContactBy;
import org.paivand.contact.ContactResult;
import org.paivand.disclosure.Coded;
import org.paivand.referral.FailCode;
import org.paivand.referral.Outcome;
import org.paivand.statistics.Measure;

/** Every code that a row of statistics can have, so that what didn't occur is told like what occurred seldom. */
final class CountedCodes {
    static final Map<Measure, List<String>> OF = Map.of(
            Measure.CASES,
            List.of("opened"),
            Measure.PERSONS_ASSISTED,
            List.of("assisted"),
            Measure.REFERRALS,
            Stream.concat(codes(Outcome.values()).stream(), codes(FailCode.values()).stream())
                    .toList(),
            Measure.CONTACTS_BY_CHANNEL,
            codes(Channel.values()),
            Measure.CONTACTS_BY_WHO,
            codes(ContactBy.values()),
            Measure.CONTACTS_BY_CONCERN,
            codes(Concern.values()),
            Measure.CONTACTS_BY_RESULT,
            codes(ContactResult.values()),
            Measure.STATUS_DECISIONS,
            List.of("decided"));

    private CountedCodes() {}

    private static List<String> codes(Coded[] list) {
        return Arrays.stream(list).map(Coded::code).toList();
    }
}
