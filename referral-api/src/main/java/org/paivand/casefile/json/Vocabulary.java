package org.paivand.casefile.json;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.paivand.casefile.section.Message;
import org.paivand.casefile.section.PersonsAnswer;
import org.paivand.casefile.section.ServicePlan;

/**
 * The member names of all sections. A member in the wrong section may be named in a fault; one that is in no section
 * may not, for a client that mixes up names and values would read a person's name there.
 */
final class Vocabulary {

    private static final Set<String> NAMES = collect();

    private Vocabulary() {}

    static boolean knows(String member) {
        return NAMES.contains(member);
    }

    private static Set<String> collect() {
        Set<String> names = new HashSet<>();
        SectionTypes.all().forEach(type -> collect(type, names));
        Stream.of(PersonsAnswer.class, Message.class, ServicePlan.class).forEach(type -> collect(type, names));
        return Set.copyOf(names);
    }

    private static void collect(Class<?> record, Set<String> names) {
        for (RecordComponent component : Shape.of(record).components()) {
            names.add(component.getName());
            Class<?> type = Shape.argumentOf(component.getGenericType())
                    .<Class<?>>map(Shape::rawType)
                    .orElse(component.getType());
            if (!Scalars.isScalar(type)) {
                collect(type, names);
            }
        }
    }
}
