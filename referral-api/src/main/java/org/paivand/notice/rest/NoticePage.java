package org.paivand.notice.rest;

import java.util.List;
import org.paivand.notice.NoticeText;
import org.paivand.notice.NoticeTexts;

/** The contract's Notices. */
public record NoticePage(List<NoticeView> items) {

    /** The contract's NoticeVersion. */
    public record NoticeView(String id, int version, String language, String direction, String title, String sha256) {}

    static NoticePage of(NoticeTexts notices) {
        return new NoticePage(notices.all().stream().map(NoticePage::view).toList());
    }

    private static NoticeView view(NoticeText notice) {
        return new NoticeView(
                notice.key().id(),
                notice.key().version(),
                notice.key().language(),
                notice.direction().code(),
                notice.title(),
                notice.sha256().hex());
    }
}
