package org.paivand.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.casefile.section.Contact;
import org.paivand.casefile.section.ContactAddress;
import org.paivand.casefile.section.ContactChannel;
import org.paivand.casefile.section.PlainLanguage;
import org.paivand.casefile.section.RiskLevel;
import org.paivand.casefile.section.ServiceRequest;
import org.paivand.casefile.section.Urgency;
import org.paivand.contact.ContactBy;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Coded;
import org.paivand.registry.language.Language;
import org.paivand.registry.service.ServiceType;

/**
 * What somebody has filled in so far: each value one of those offered, but perhaps not all that is needed.
 *
 * @param reachable whether somebody may try to reach them; empty while that isn't said
 * @param address as it was typed
 */
public record Draft(
        Optional<ContactBy> by,
        String language,
        AgeGroup age,
        Optional<Urgency> urgency,
        Set<ServiceType> services,
        Optional<Boolean> reachable,
        Optional<Reach.Whose> whose,
        Optional<ContactChannel> channel,
        String address,
        Set<Hours> hours,
        boolean write,
        boolean noMessage,
        boolean familyMustNotKnow,
        Optional<Area> area) {
    /** Every field that a draft is sent as; those in {@link #MANY} may come more than once. */
    public static final Set<String> FIELDS = Set.of(
            "by",
            "language",
            "age",
            "urgency",
            "need",
            "reach",
            "whose",
            "channel",
            "address",
            "hours",
            "write",
            "quiet",
            "family",
            "area");

    public static final Set<String> MANY = Set.of("need", "hours");

    private static final int LEAST_DIGITS = 5;

    public Draft {
        services = Set.copyOf(services);
        hours = Set.copyOf(hours);
    }

    /** What is missing, or can't be right; named after the field. */
    public enum Fault implements Coded {
        BY("by"),
        URGENCY("urgency"),
        REACH("reach"),
        WHOSE("whose"),
        CHANNEL("channel"),
        ADDRESS("address");

        private final String code;

        Fault(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Nothing yet, but for a language to speak in. */
    public static Draft empty(String language) {
        return of(Map.of("language", List.of(language)));
    }

    /**
     * From the fields of a form; those that are missing or empty were not filled in.
     *
     * @throws IllegalArgumentException for a value that isn't offered
     */
    public static Draft of(Map<String, List<String>> fields) {
        Function<String, Optional<String>> one = name -> Optional.of(
                        fields.getOrDefault(name, List.of("")).get(0).strip())
                .filter(text -> !text.isEmpty());
        Set<ServiceType> services = EnumSet.noneOf(ServiceType.class);
        fields.getOrDefault("need", List.of()).forEach(code -> services.add(offered(Offered.SERVICES, code)));
        Set<Hours> hours = EnumSet.noneOf(Hours.class);
        fields.getOrDefault("hours", List.of()).forEach(code -> hours.add(Hours.of(code)));
        return new Draft(
                one.apply("by").map(code -> offered(Offered.WRITERS, code)),
                language(one.apply("language").orElse("tg")),
                one.apply("age").map(AgeGroup::of).orElse(AgeGroup.UNDETERMINED),
                one.apply("urgency").map(code -> Coded.of(Urgency.class, code)),
                services,
                one.apply("reach").map(Draft::yes),
                one.apply("whose").map(Reach.Whose::of),
                one.apply("channel").map(code -> offered(Offered.CHANNELS, code)),
                one.apply("address").orElse(""),
                hours,
                one.apply("write").map(Draft::yes).orElse(false),
                one.apply("quiet").map(Draft::yes).orElse(false),
                one.apply("family").map(Draft::yes).orElse(false),
                one.apply("area").map(Area::new).map(Draft::offered));
    }

    private static <T extends Coded> T offered(List<T> list, String code) {
        return list.stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not offered"));
    }

    private static Area offered(Area area) {
        if (!Offered.AREAS.contains(area)) {
            throw new IllegalArgumentException("not offered");
        }
        return area;
    }

    private static String language(String code) {
        if (Offered.LANGUAGES.stream().noneMatch(tongue -> tongue.code().equals(code))) {
            throw new IllegalArgumentException("not offered");
        }
        return code;
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("not offered");
        };
    }

    /** As a form sends it again; {@link #of} makes the same draft of it. */
    public Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        by.ifPresent(writer -> fields.put("by", List.of(writer.code())));
        fields.put("language", List.of(language));
        fields.put("age", List.of(age.code()));
        urgency.ifPresent(soon -> fields.put("urgency", List.of(soon.code())));
        fields.put("need", codes(services));
        reachable.ifPresent(may -> fields.put("reach", List.of(may ? "yes" : "no")));
        whose.ifPresent(one -> fields.put("whose", List.of(one.code())));
        channel.ifPresent(way -> fields.put("channel", List.of(way.code())));
        fields.put("address", address.isEmpty() ? List.of() : List.of(address));
        fields.put("hours", codes(hours));
        fields.put("write", write ? List.of("yes") : List.of());
        fields.put("quiet", noMessage ? List.of("yes") : List.of());
        fields.put("family", familyMustNotKnow ? List.of("yes") : List.of());
        area.ifPresent(where -> fields.put("area", List.of(where.code())));
        return fields;
    }

    private static <E extends Enum<E> & Coded> List<String> codes(Set<E> values) {
        return values.stream().sorted().map(Coded::code).collect(Collectors.toList());
    }

    /** In the order of the form; none if it can be sent. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (by.isEmpty()) {
            faults.add(Fault.BY);
        }
        if (urgency.isEmpty()) {
            faults.add(Fault.URGENCY);
        }
        if (reachable.isEmpty()) {
            faults.add(Fault.REACH);
        }
        if (reachable.orElse(false)) {
            if (by.filter(writer -> writer != ContactBy.PERSON).isPresent() && whose.isEmpty()) {
                faults.add(Fault.WHOSE);
            }
            if (channel.isEmpty()) {
                faults.add(Fault.CHANNEL);
            }
            if (!plausible()) {
                faults.add(Fault.ADDRESS);
            }
        }
        return faults;
    }

    private boolean plausible() {
        try {
            new ContactAddress(address);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        return switch (channel.orElse(ContactChannel.MESSENGER)) {
            case TELEPHONE, SMS -> address.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
            case EMAIL -> address.indexOf('@') > 0;
            default -> true;
        };
    }

    /** @throws IllegalStateException if there are faults */
    public Letter letter(Permission permission) {
        if (!faults().isEmpty()) {
            throw new IllegalStateException("something is missing");
        }
        return new Letter(by.orElseThrow(), urgency.orElseThrow(), services, request(), reach(), area, permission);
    }

    private ServiceRequest request() {
        return new ServiceRequest(
                age,
                new PlainLanguage(language),
                false,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RiskLevel.UNKNOWN,
                Set.of(),
                !reachable.orElseThrow(),
                familyMustNotKnow);
    }

    private Optional<Reach> reach() {
        if (!reachable.orElseThrow()) {
            return Optional.empty();
        }
        Reach.Whose of = by.orElseThrow() == ContactBy.PERSON ? Reach.Whose.PERSON : whose.orElseThrow();
        return Optional.of(new Reach(
                of,
                new Contact(
                        channel.orElseThrow(),
                        new ContactAddress(address),
                        hours.stream().sorted().map(Hours::safe).toList(),
                        Optional.empty(),
                        Optional.of(new Language(language)),
                        write,
                        noMessage,
                        false,
                        Optional.empty())));
    }

    @Override
    public String toString() {
        return "a draft";
    }
}
