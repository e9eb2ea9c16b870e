package org.paivand.casefile.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import org.paivand.casefile.json.SectionError.Code;
import org.paivand.casefile.section.Value;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.registry.language.Language;

/** The leaves of a section: JSON booleans, whole numbers, and texts that one Java type or code list stands for. */
final class Scalars {

    private static final Map<Class<?>, Function<String, Object>> BY_TEXT = Map.of(
            LocalDate.class, text -> LocalDate.parse(form("\\d{4}-\\d{2}-\\d{2}", text)),
            YearMonth.class, text -> YearMonth.parse(form("\\d{4}-\\d{2}", text)),
            Instant.class,
                    text -> Instant.parse(form("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z", text)),
            AgencyId.class, AgencyId::of,
            Language.class, Language::new);

    private Scalars() {}

    /** A leaf, or the reason why the text isn't one. */
    sealed interface Outcome {

        <R> R fold(Function<Object, R> ifRead, Function<Code, R> ifFault);
    }

    private record Read(Object value) implements Outcome {

        @Override
        public <R> R fold(Function<Object, R> ifRead, Function<Code, R> ifFault) {
            return ifRead.apply(value);
        }
    }

    private record Fault(Code code) implements Outcome {

        @Override
        public <R> R fold(Function<Object, R> ifRead, Function<Code, R> ifFault) {
            return ifFault.apply(code);
        }
    }

    static boolean isScalar(Class<?> type) {
        return type == boolean.class
                || type == Boolean.class
                || type == int.class
                || type == Integer.class
                || BY_TEXT.containsKey(type)
                || Coded.class.isAssignableFrom(type)
                || Value.class.isAssignableFrom(type);
    }

    static Outcome read(Class<?> type, JsonNode node) {
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? new Read(node.booleanValue()) : new Fault(Code.WRONG_TYPE);
        }
        if (type == int.class || type == Integer.class) {
            return node.isInt() ? new Read(node.intValue()) : new Fault(Code.WRONG_TYPE);
        }
        if (!node.isTextual()) {
            return new Fault(Code.WRONG_TYPE);
        }
        return readText(type, node.textValue());
    }

    private static Outcome readText(Class<?> type, String text) {
        if (Coded.class.isAssignableFrom(type)) {
            return coded(type, text);
        }
        if (Value.class.isAssignableFrom(type)) {
            return constructed(type, text);
        }
        try {
            return new Read(reader(type).apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Fault(Code.BAD_PATTERN);
        }
    }

    private static Function<String, Object> reader(Class<?> type) {
        Function<String, Object> reader = BY_TEXT.get(type);
        if (reader == null) {
            throw new IllegalStateException("no leaf of a section: " + type);
        }
        return reader;
    }

    /** The JDK's parsers also take signed years, offsets and years of more digits; the contract doesn't. */
    private static String form(String pattern, String text) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("a time doesn't have its form");
        }
        return text;
    }

    private static Outcome coded(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Coded) constant).code().equals(text)) {
                return new Read(constant);
            }
        }
        return new Fault(Code.NOT_IN_LIST);
    }

    private static Outcome constructed(Class<?> type, String text) {
        try {
            return new Read(type.getConstructor(String.class).newInstance(text));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return new Fault(Code.BAD_PATTERN);
            }
            throw new IllegalStateException("the value's constructor failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the value can't be constructed", e);
        }
    }

    static JsonNode write(Object leaf) {
        if (leaf instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        }
        if (leaf instanceof Integer number) {
            return IntNode.valueOf(number);
        }
        return TextNode.valueOf(text(leaf));
    }

    private static String text(Object leaf) {
        if (leaf instanceof Coded coded) {
            return coded.code();
        }
        if (leaf instanceof Value value) {
            return value.value();
        }
        return leaf.toString();
    }
}
