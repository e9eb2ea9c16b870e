package org.paivand.casefile.json;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.paivand.casefile.section.Contact;
import org.paivand.casefile.section.Experience;
import org.paivand.casefile.section.Family;
import org.paivand.casefile.section.Guardian;
import org.paivand.casefile.section.Health;
import org.paivand.casefile.section.Identity;
import org.paivand.casefile.section.Legal;
import org.paivand.casefile.section.Safety;
import org.paivand.casefile.section.Section;
import org.paivand.casefile.section.ServiceRequest;
import org.paivand.casefile.section.Travel;
import org.paivand.casefile.section.Whereabouts;
import org.paivand.disclosure.Category;

/** Which record a category is written as; messages and feedback belong to referrals and aren't sections here. */
final class SectionTypes {

    private static final Map<Category, Class<? extends Section>> TYPES = new EnumMap<>(Map.ofEntries(
            Map.entry(Category.SERVICE_REQUEST, ServiceRequest.class),
            Map.entry(Category.IDENTITY, Identity.class),
            Map.entry(Category.CONTACT, Contact.class),
            Map.entry(Category.WHEREABOUTS, Whereabouts.class),
            Map.entry(Category.GUARDIAN, Guardian.class),
            Map.entry(Category.TRAVEL, Travel.class),
            Map.entry(Category.HEALTH, Health.class),
            Map.entry(Category.SAFETY, Safety.class),
            Map.entry(Category.EXPERIENCE, Experience.class),
            Map.entry(Category.LEGAL, Legal.class),
            Map.entry(Category.FAMILY, Family.class)));

    private SectionTypes() {}

    static Optional<Class<? extends Section>> of(Category category) {
        return Optional.ofNullable(TYPES.get(category));
    }

    static Collection<Class<? extends Section>> all() {
        return TYPES.values();
    }
}
