package org.paivand.holding.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the contract says of notices. */
public final class NoticeWire {
    private NoticeWire() {}

    /** The contract's StopUseNotice. */
    public record NoticeView(
            UUID noticeId,
            Instant noticedAt,
            Instant answerBy,
            String state,
            List<Received> received,
            Optional<String> basis,
            Optional<Instant> until,
            Optional<Instant> answeredAt) {}

    /** The contract's StopUseReceived: what came by one referral. */
    public record Received(UUID referralId, List<String> categories, boolean onward) {}

    /** The contract's StopUseNoticePage. */
    public record NoticePage(List<NoticeView> items, Optional<String> next) {}

    /** The contract's CaseNotice: as the controller of the case sees it. */
    public record CaseNoticeView(
            UUID noticeId,
            UUID consentId,
            String holder,
            Instant noticedAt,
            Instant answerBy,
            String state,
            List<String> categories,
            Optional<Instant> until,
            Optional<Instant> answeredAt) {}

    /** The contract's CaseNoticePage. */
    public record CaseNoticePage(List<CaseNoticeView> items, Optional<String> next) {}

    /** The contract's NewAnswer. */
    public record NewAnswer(
            String answer, Optional<String> basis, Optional<Instant> until, Optional<Boolean> personChose) {}
}
