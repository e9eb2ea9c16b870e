package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.paivand.openapi.Contract;

/** The client and the contract know the same operations; a browser's pages are nobody's calls. */
final class ClientTest {
    private static final String FULL = "WithHttpInfo";

    @Test
    void hasAMethodForEachOperationButThePages() {
        Contract contract = Contract.load();
        Set<String> promised = contract.operations().stream()
                .filter(operation -> !operation.path().matches("/[su](/.*)?"))
                .map(contract::operationId)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> made = new ClassFileImporter()
                .importPackages("org.paivand.client.api").stream()
                        .filter(api -> api.getSimpleName().endsWith("Api"))
                        .flatMap(api -> api.getMethods().stream())
                        .map(JavaMethod::getName)
                        .filter(name -> name.endsWith(FULL))
                        .map(name -> name.substring(0, name.length() - FULL.length()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(promised, made);
    }
}
