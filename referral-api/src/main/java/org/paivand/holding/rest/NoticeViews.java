package org.paivand.holding.rest;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.HolderAnswer.Retained;
import org.paivand.holding.StopUseNotice;
import org.paivand.holding.StopUseNotice.Part;
import org.paivand.holding.rest.NoticeWire.CaseNoticeView;
import org.paivand.holding.rest.NoticeWire.NoticeView;
import org.paivand.holding.rest.NoticeWire.Received;

/** What each side is shown of a notice. */
final class NoticeViews {
    private NoticeViews() {}

    static NoticeView forHolder(StopUseNotice notice, Instant now) {
        Optional<Retained> kept = kept(notice);
        return new NoticeView(
                notice.id(),
                notice.at(),
                notice.answerBy(),
                notice.state(now).code(),
                received(notice.parts()),
                kept.map(retained -> retained.basis().code()),
                kept.map(Retained::until),
                notice.answered().map(StopUseNotice.Answered::at));
    }

    /** Not on what ground something is kept: a journey would tell who refers where the person is. */
    static CaseNoticeView forController(StopUseNotice notice, Instant now) {
        return new CaseNoticeView(
                notice.id(),
                notice.consentId(),
                notice.holder().value(),
                notice.at(),
                notice.answerBy(),
                notice.state(now).code(),
                codes(notice.categories()),
                kept(notice).map(Retained::until),
                notice.answered().map(StopUseNotice.Answered::at));
    }

    private static List<Received> received(Collection<Part> parts) {
        Map<UUID, List<Part>> byReferral =
                parts.stream().collect(Collectors.groupingBy(Part::reference, TreeMap::new, Collectors.toList()));
        return byReferral.entrySet().stream()
                .map(referral -> new Received(
                        referral.getKey(),
                        codes(referral.getValue().stream().map(Part::category).collect(Collectors.toSet())),
                        referral.getValue().stream().anyMatch(Part::onward)))
                .toList();
    }

    static List<String> codes(Collection<Category> categories) {
        return categories.stream()
                .sorted(Comparator.naturalOrder())
                .map(Category::code)
                .toList();
    }

    private static Optional<Retained> kept(StopUseNotice notice) {
        return notice.answered()
                .flatMap(said -> said.answer().fold(erased -> Optional.<Retained>empty(), Optional::of));
    }
}
