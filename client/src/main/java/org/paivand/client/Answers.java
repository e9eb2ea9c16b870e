package org.paivand.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;
import org.paivand.client.model.AbstractOpenApiSchema;

/** How JSON is read: members and codes of a newer node are passed over, and what has several forms is read by its members. */
final class Answers {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new ByMembers())
            .build();

    private Answers() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The generated readers try each form in turn, and fail when a lenient mapper takes the text for several. */
    private static final class ByMembers extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object findDeserializer(Annotated annotated) {
            boolean hasForms = annotated instanceof AnnotatedClass
                    && AbstractOpenApiSchema.class.isAssignableFrom(annotated.getRawType())
                    && !annotated.getRawType().equals(AbstractOpenApiSchema.class);
            return hasForms
                    ? new FormReader(annotated.getRawType().asSubclass(AbstractOpenApiSchema.class))
                    : super.findDeserializer(annotated);
        }
    }
}
