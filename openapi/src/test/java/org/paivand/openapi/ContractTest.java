package org.paivand.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ContractTest {

    private static final Contract CONTRACT = Contract.load();

    static Stream<Example> exchanges() {
        return CONTRACT.examples().stream();
    }

    static Stream<Example> answers() {
        return CONTRACT.answers().stream();
    }

    @Test
    void isAValidOpenApiDocument() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        List<String> messages = new OpenAPIV3Parser()
                .readContents(Document.load().text(), List.of(), options)
                .getMessages();

        assertEquals(List.of(), messages);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void acceptsEachExampleOfARequest(Example example) {
        assertEquals(List.of(), CONTRACT.validateRequest(example.sent()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void acceptsEachExampleOfAnAnswer(Example example) {
        Sent sent = example.sent();

        assertEquals(
                List.of(),
                example.answered().stream()
                        .flatMap(answered -> CONTRACT.validateResponse(sent.method(), sent.path(), answered).stream())
                        .toList());
    }

    @Test
    void hasAnExchangeForEachOperation() {
        long operations = exchanges().map(Example::operationId).distinct().count();

        assertEquals(CONTRACT.operations().size(), operations);
        assertTrue(operations >= 32, () -> "only " + operations);
    }
}
