package org.paivand.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.client.model.AbstractOpenApiSchema;

/** Reads what the contract gives several forms: the one that knows the most members of the text and lacks the fewest of its own. */
final class FormReader extends StdDeserializer<AbstractOpenApiSchema> {
    private static final long serialVersionUID = 1L;

    private final Class<? extends AbstractOpenApiSchema> type;

    FormReader(Class<? extends AbstractOpenApiSchema> type) {
        super(type);
        this.type = type;
    }

    @Override
    public AbstractOpenApiSchema deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        TreeNode text = parser.readValueAsTree();
        AbstractOpenApiSchema read = empty();
        Set<String> given = new HashSet<>();
        text.fieldNames().forEachRemaining(given::add);
        Class<?> form = read.getSchemas().values().stream()
                .max(Comparator.<Class<?>>comparingInt(known -> fit(members(context, known), given))
                        .thenComparing(Class::getName))
                .orElseThrow(() -> new IOException("no form of " + type.getSimpleName()));
        read.setActualInstance(context.readTreeAsValue((JsonNode) text, form));
        return read;
    }

    /** A member that the form doesn't know weighs more than any that it lacks, which may be optional. */
    private static int fit(Set<String> known, Set<String> given) {
        int unknown = (int) given.stream().filter(name -> !known.contains(name)).count();
        int missing = (int) known.stream().filter(name -> !given.contains(name)).count();
        return -100 * unknown - missing;
    }

    private static Set<String> members(DeserializationContext context, Class<?> form) {
        return context.getConfig().introspect(context.constructType(form)).findProperties().stream()
                .map(property -> property.getName())
                .collect(Collectors.toSet());
    }

    private AbstractOpenApiSchema empty() throws IOException {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException notGenerated) {
            throw new IOException(notGenerated);
        }
    }
}
