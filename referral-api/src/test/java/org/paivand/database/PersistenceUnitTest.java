package org.paivand.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.Entity;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PersistenceUnitTest {
    @Test
    void knowsEveryRow() {
        Set<String> rows = new ClassFileImporter()
                .importPackages("org.paivand").stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        try (HikariDataSource pool = TestDatabase.running().applicationPool(1);
                Database database = new Database(pool)) {
            Set<String> known =
                    database.commit(transaction -> transaction.entities().getMetamodel().getEntities().stream()
                            .map(entity -> entity.getJavaType().getName())
                            .collect(Collectors.toCollection(TreeSet::new)));

            assertEquals(rows, known);
        }
    }
}
