package org.paivand.casefile.section;

import org.paivand.disclosure.Coded;

/** HTCDS 2.0 {@code vic_MethodOfRecruitment} (IOM, CC BY 4.0). */
public enum RecruitmentMethod implements Coded {
    AT_A_PLACE_OF_BUSINESS("AtAPlaceOfBusiness"),
    AT_AN_EDUCATIONAL_INSTITUTION("AtAnEducationalInstitution"),
    AT_WORK("AtWork"),
    THROUGH_ONLINE_SOCIAL_NETWORKS("ThroughOnlineSocialNetworks"),
    THROUGH_AN_ONLINE_ADVERTISEMENT("ThroughAnOnlineAdvertisement"),
    THROUGH_A_TELEVISION_ADVERT("ThroughATelevisionAdvert"),
    THROUGH_A_NEWSPAPER_ADVERT("ThroughANewspaperAdvert"),
    THROUGH_FAMILY_OR_FAMILY_EVENTS("ThroughFamilyOrFamilyEvents"),
    THROUGH_FRIENDS_OR_SOCIAL_EVENTS("ThroughFriendsOrSocialEvents"),
    OTHER("Other");

    private final String code;

    RecruitmentMethod(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
