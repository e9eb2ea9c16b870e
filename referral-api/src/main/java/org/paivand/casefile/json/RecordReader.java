package org.paivand.casefile.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.casefile.json.SectionError.Code;
import org.paivand.casefile.section.InvalidMember;

/**
 * Reads a JSON object into a record whose components are the object's members: {@link Optional} may be absent, lists
 * and sets may be absent when empty, everything else is required, and nothing else is allowed. Goes on after a fault,
 * so that one answer names them all.
 */
final class RecordReader {

    private static final int MAX_ITEMS = 50;
    private static final int MAX_ERRORS = 50;

    private final List<SectionError> errors = new ArrayList<>();
    private int faults;

    /** The first 50 faults. */
    List<SectionError> errors() {
        return errors;
    }

    /** Empty if anything in it was wrong; the faults are then in {@link #errors()}. */
    <T> Optional<T> read(Class<T> type, JsonNode node, String pointer) {
        if (!node.isObject()) {
            return fault(pointer, Code.WRONG_TYPE);
        }
        Shape<T> shape = Shape.of(type);
        int faultsBefore = faults;
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!shape.has(name)) {
                fault(Vocabulary.knows(name) ? pointer + "/" + name : pointer, Code.UNKNOWN_MEMBER);
            }
        }
        Object[] arguments = new Object[shape.components().size()];
        for (int i = 0; i < arguments.length; i++) {
            RecordComponent component = shape.components().get(i);
            String at = pointer + "/" + component.getName();
            component(component.getGenericType(), Optional.ofNullable(node.get(component.getName())), at, arguments, i);
        }
        return faults > faultsBefore ? Optional.empty() : construct(shape, arguments, pointer);
    }

    private void component(Type type, Optional<JsonNode> node, String at, Object[] arguments, int index) {
        Optional<Type> inner = Shape.argumentOf(type);
        Class<?> raw = Shape.rawType(type);
        if (raw == Optional.class) {
            Optional<?> value = node.flatMap(n -> value(Shape.rawType(inner.orElseThrow()), n, at));
            arguments[index] = value;
        } else if (raw == List.class || raw == Set.class) {
            List<Object> items = new ArrayList<>();
            node.ifPresent(n -> items.addAll(items(Shape.rawType(inner.orElseThrow()), n, at)));
            arguments[index] = raw == List.class ? items : distinct(items, at);
        } else if (node.isEmpty()) {
            fault(at, Code.REQUIRED);
        } else {
            value(raw, node.get(), at).ifPresent(v -> arguments[index] = v);
        }
    }

    private List<Object> items(Class<?> type, JsonNode array, String at) {
        List<Object> items = new ArrayList<>();
        if (!array.isArray()) {
            fault(at, Code.WRONG_TYPE);
        } else if (array.size() > MAX_ITEMS) {
            fault(at, Code.TOO_MANY);
        } else {
            for (int i = 0; i < array.size(); i++) {
                value(type, array.get(i), at + "/" + i).ifPresent(items::add);
            }
        }
        return items;
    }

    private Set<Object> distinct(List<Object> items, String at) {
        Set<Object> distinct = new LinkedHashSet<>(items);
        if (distinct.size() < items.size()) {
            fault(at, Code.DUPLICATE);
        }
        return distinct;
    }

    private Optional<?> value(Class<?> type, JsonNode node, String at) {
        if (Scalars.isScalar(type)) {
            Scalars.Outcome outcome = Scalars.read(type, node);
            return outcome.fold(Optional::of, code -> fault(at, code));
        }
        return read(type, node, at);
    }

    private <T> Optional<T> construct(Shape<T> shape, Object[] arguments, String pointer) {
        try {
            return Optional.of(shape.constructor().newInstance(arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidMember invalid) {
                String member = invalid.member().isEmpty() ? "" : "/" + invalid.member();
                return fault(pointer + member, codeOf(invalid.fault()));
            }
            throw new IllegalStateException("the record's constructor failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record can't be constructed", e);
        }
    }

    private static Code codeOf(InvalidMember.Fault fault) {
        return switch (fault) {
            case TOO_FEW -> Code.TOO_FEW;
            case TOO_MANY -> Code.TOO_MANY;
            case CONTRADICTION -> Code.CONTRADICTION;
        };
    }

    private <T> Optional<T> fault(String pointer, Code code) {
        faults++;
        if (errors.size() < MAX_ERRORS) {
            errors.add(new SectionError(pointer, code));
        }
        return Optional.empty();
    }
}
