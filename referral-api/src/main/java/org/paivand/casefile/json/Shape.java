package org.paivand.casefile.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the JVM knows about a record: its components in order, and the canonical constructor that takes them. */
record Shape<T>(List<RecordComponent> components, Constructor<T> constructor) {

    private static final Map<Class<?>, Shape<?>> KNOWN = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    static <T> Shape<T> of(Class<T> type) {
        return (Shape<T>) KNOWN.computeIfAbsent(type, Shape::inspect);
    }

    private static <T> Shape<T> inspect(Class<T> type) {
        if (!type.isRecord()) {
            throw new IllegalStateException("not a record: " + type);
        }
        List<RecordComponent> components = List.of(type.getRecordComponents());
        Class<?>[] parameters =
                components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new Shape<>(components, type.getConstructor(parameters));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the record isn't public: " + type, e);
        }
    }

    boolean has(String name) {
        return components.stream().anyMatch(c -> c.getName().equals(name));
    }

    static Class<?> rawType(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    /** The type between the angle brackets, of those records use: {@code Optional}, {@code List}, {@code Set}. */
    static Optional<Type> argumentOf(Type type) {
        return type instanceof ParameterizedType generic
                ? Optional.of(generic.getActualTypeArguments()[0])
                : Optional.empty();
    }

    static Object valueOf(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record can't be read", e);
        }
    }
}
