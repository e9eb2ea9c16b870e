package org.paivand.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RulesTest {

    /** Each rule, with a change to the document that breaks it. */
    static Stream<Arguments> rules() {
        return Stream.of(
                rule("openObjects", Rules::openObjects, "additionalProperties: false", "additionalProperties: true"),
                rule("unboundedStrings", Rules::unboundedStrings, "      maxLength: 7\n", ""),
                rule(
                        "namelessObjects",
                        Rules::namelessObjects,
                        "items: { $ref: '#/components/schemas/AssignedWorker' }",
                        "items: { type: object, additionalProperties: false, properties: { since: { $ref: '#/components/schemas/Instant' } } }"),
                rule("sharedNames", Rules::sharedNames, "operationId: listCases", "operationId: openCase"),
                rule("oddNames", Rules::sharedNames, "operationId: listCases", "operationId: Cases_list"),
                rule(
                        "shapelessStrings",
                        Rules::shapelessStrings,
                        "pattern: '^[A-Za-z0-9_-]{8,64}$'",
                        "description: any"),
                rule("arraysAndNumbers", Rules::unboundedArraysAndNumbers, "          maxItems: 13\n", ""),
                rule("integers", Rules::unboundedArraysAndNumbers, "maximum: 2147483647", "description: any"),
                rule(
                        "danglingReferences",
                        Rules::danglingReferences,
                        "schemas/AssignedWorker",
                        "schemas/ArrangedWorker"),
                rule(
                        "unusedComponents",
                        Rules::unusedComponents,
                        "$ref: '#/components/responses/OwnChange'",
                        "$ref: '#/components/responses/Forbidden'"),
                rule("missingExamples", Rules::missingExamples, "            example: { code: no-capacity }\n", ""),
                rule("missingAnswers", Rules::missingAnswers, "'428': {", "'427': {"),
                rule("wordlessOperations", Rules::wordlessOperations, "      summary: Open a case\n", ""),
                rule("forWhom", Rules::wordlessOperations, "For the role `referrer`.", "Anybody."));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsIn(Function<Rules, List<String>> rule, String from, String to) {
        assertEquals(List.of(), rule.apply(new Rules(Document.load())));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isBrokenBy(Function<Rules, List<String>> rule, String from, String to) {
        String text = Document.load().text();
        String changed = text.replace(from, to);

        assertNotEquals(text, changed);
        assertNotEquals(List.of(), rule.apply(new Rules(Document.of(changed))));
    }

    private static Arguments rule(String name, Function<Rules, List<String>> rule, String from, String to) {
        return Arguments.of(Named.of(name, rule), from, to);
    }
}
