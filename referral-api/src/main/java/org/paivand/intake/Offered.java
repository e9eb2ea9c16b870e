package org.paivand.intake;

import java.util.List;
import java.util.stream.Stream;
import org.paivand.casefile.section.ContactChannel;
import org.paivand.contact.ContactBy;
import org.paivand.registry.service.ServiceType;

/** What the form lets somebody choose from: lists that are short enough to be read on a small screen. */
public final class Offered {
    public static final List<ContactBy> WRITERS = List.of(ContactBy.PERSON, ContactBy.FAMILY, ContactBy.THIRD_PARTY);

    public static final List<ServiceType> SERVICES = List.of(
            ServiceType.SHELTER,
            ServiceType.PROTECTION,
            ServiceType.MEDICAL,
            ServiceType.PSYCHOLOGICAL,
            ServiceType.LEGAL_AID,
            ServiceType.IDENTITY_DOCUMENTS,
            ServiceType.TICKET,
            ServiceType.CASH_ASSISTANCE,
            ServiceType.INTERPRETATION,
            ServiceType.CHILD_CARE,
            ServiceType.FAMILY_TRACING,
            ServiceType.EMPLOYMENT);

    public static final List<ContactChannel> CHANNELS = List.of(
            ContactChannel.TELEPHONE,
            ContactChannel.SMS,
            ContactChannel.WHATSAPP,
            ContactChannel.TELEGRAM,
            ContactChannel.SIGNAL,
            ContactChannel.VIBER,
            ContactChannel.IMO,
            ContactChannel.EMAIL);

    /** By their own names: whoever looks for their language reads it. */
    public static final List<Tongue> LANGUAGES = List.of(
            new Tongue("tg", "Тоҷикӣ"),
            new Tongue("ru", "Русский"),
            new Tongue("uz", "Oʻzbekcha"),
            new Tongue("ky", "Кыргызча"),
            new Tongue("kk", "Қазақша"),
            new Tongue("fa", "فارسی / دری"),
            new Tongue("sgh", "Хуғнонӣ"),
            new Tongue("tr", "Türkçe"),
            new Tongue("ar", "العربية"),
            new Tongue("en", "English"));

    /** Regions of Tajikistan, then countries. */
    public static final List<Area> AREAS = Stream.of(
                    "TJ-DU", "TJ-SU", "TJ-KT", "TJ-GB", "TJ-RA", "RU", "KZ", "KG", "UZ", "TM", "AF", "IR", "AE", "TR",
                    "SA", "QA", "GE", "IN")
            .map(Area::new)
            .toList();

    private Offered() {}

    /** @param name in itself */
    public record Tongue(String code, String name) {}
}
