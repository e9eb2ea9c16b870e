package org.paivand.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The contract as a test sees it: its operations, its examples, and a judge of what was really sent and answered.
 *
 * <p>Reads the document that is shipped, and holds no copy of it. The judge looks at everything but the token: that a call
 * without one is refused needs a test of its own.
 */
public final class Contract {
    private static final Pattern TILE = Pattern.compile("/log/(numbered/[0-9]+/)?tile/[^/]+/");

    /** Every object of the document closes itself; the validator would otherwise close the {@code oneOf}s around them too. */
    private static final LevelResolver AS_WRITTEN = LevelResolver.create()
            .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
            .build();

    private final Document document;
    private final Examples examples;
    private final OpenApiInteractionValidator validator;
    private final OpenApiInteractionValidator sections;

    private Contract(Document document) {
        this.document = document;
        this.examples = new Examples(document);
        this.validator = validator(document.text());
        this.sections = validator(document.sectionForms());
    }

    private static OpenApiInteractionValidator validator(String text) {
        return OpenApiInteractionValidator.createForInlineApiSpecification(text)
                .withLevelResolver(AS_WRITTEN)
                .build();
    }

    public static Contract load() {
        return new Contract(Document.load());
    }

    /** For tests of the judge itself. */
    static Contract of(Document document) {
        return new Contract(document);
    }

    public Set<Operation> operations() {
        return document.operations().keySet();
    }

    /** Those that say {@code deprecated: true}. */
    public Set<Operation> ending() {
        return document.operations().entrySet().stream()
                .filter(operation -> operation.getValue().path("deprecated").asBoolean())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public String operationId(Operation operation) {
        return Objects.requireNonNull(document.operations().get(operation))
                .path("operationId")
                .asText();
    }

    /** Their names in alphabetical order. */
    public List<String> queryParameters(Operation operation) {
        return StreamSupport.stream(document.parameters(operation).spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .sorted()
                .toList();
    }

    /** One for each example of a request body; one for each operation without a body. */
    public List<Example> examples() {
        return examples.exchanges();
    }

    /** The same, with each example of the answer's body instead. */
    public List<Example> answers() {
        return examples.answers();
    }

    /** What is wrong with the exchange by the contract; empty if nothing is. */
    public List<String> validate(Sent sent, Answered answered) {
        return Stream.concat(
                        validateRequest(sent).stream(), validateResponse(sent.method(), sent.path(), answered).stream())
                .toList();
    }

    public List<String> validateRequest(Sent sent) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(sent.method(), oneSegmentIndex(sent.path()));
        sent.query().forEach(request::withQueryParam);
        sent.headers().forEach(request::withHeader);
        sent.body().ifPresent(request::withBody);
        return messages(validator.validateRequest(request.build()));
    }

    /** What is wrong with an answer to that method and path, which is the path requested and not a template. */
    public List<String> validateResponse(String method, String path, Answered answered) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answered.status());
        answered.headers().forEach(response::withHeader);
        answered.body().ifPresent(response::withBody);
        return messages(
                validator.validateResponse(oneSegmentIndex(path), Request.Method.valueOf(method), response.build()));
    }

    /** What is wrong with a section, by the form of its own category alone. */
    public List<String> validateSection(String category, String body) {
        return messages(sections.validateRequest(SimpleRequest.Builder.put("/" + category)
                .withContentType("application/json")
                .withBody(body)
                .build()));
    }

    /** OpenAPI has no parameter of several segments, which C2SP tlog-tiles needs for the index of a tile. */
    private static String oneSegmentIndex(String path) {
        Matcher tile = TILE.matcher(path);
        int index = tile.lookingAt() ? tile.end() : 0;
        return index == 0
                ? path
                : path.substring(0, index) + path.substring(index).replace("/", "%2F");
    }

    private static List<String> messages(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage())
                .toList();
    }
}
