package org.paivand.casefile.section;

import org.paivand.disclosure.Coded;

/** HTCDS 2.0 {@code vic_RecruitmentWebsitesAndApps} (IOM, CC BY 4.0). */
public enum RecruitmentChannel implements Coded {
    FACEBOOK("Facebook"),
    INSTAGRAM("Instagram"),
    WHATS_APP("WhatsApp"),
    TELEGRAM("Telegram"),
    FACEBOOK_MESSENGER("FacebookMessenger"),
    VIBER("Viber"),
    SNAP_CHAT("SnapChat"),
    LINE("Line"),
    FOR_SALE("4Sale"),
    WE_CHAT("WeChat"),
    QQ("QQ"),
    QZONE("QZone"),
    TIK_TOK("TikTok"),
    TWITTER("Twitter"),
    OTHER("Other");

    private final String code;

    RecruitmentChannel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
