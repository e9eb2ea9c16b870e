package org.paivand.bench.search;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.paivand.audit.jdbc.Acceptance;
import org.paivand.audit.jdbc.JdbcEntrySearch;
import org.paivand.audit.jdbc.SearchIndexer;
import org.paivand.database.DataSources;
import org.paivand.database.Database;
import org.paivand.database.Migrations;
import org.paivand.entry.EntryPage;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.Vault;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.MariaDb;
import org.paivand.launcher.stack.Part;
import org.paivand.launcher.stack.Ports;
import org.paivand.launcher.stack.Stack;
import org.paivand.launcher.stack.StackRun;
import org.paivand.launcher.state.Secrets;
import org.paivand.launcher.state.StateFolder;

/** Asks each question of {@link Searches} over logs of 10⁴ to 10⁷ entries, in a MariaDB of its own. */
public final class SearchBenchmark {
    private static final int TIMES = 100;
    private static final Ports WISHED = new Ports(29080, 29180, 24307);

    private SearchBenchmark() {}

    /** @param arguments a folder, empty or filled by an earlier run, and the sizes */
    public static void main(String[] arguments) throws Exception {
        StateFolder state = new StateFolder(Path.of(arguments[0]));
        Progress progress = new Progress(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        try (StackRun run = StackRun.prepare(state, arguments[0], progress)) {
            Stack stack = run.start(Home.find(), WISHED.orFree(), EnumSet.of(Part.DATABASE), Map.of(), progress);
            long[] sizes =
                    Arrays.stream(arguments).skip(1).mapToLong(Long::parseLong).toArray();
            System.out.println(
                    "| entries | question | found | first ms | p50 ms | p99 ms |\n|--:|---|--:|--:|--:|--:|");
            for (Searched one : run(stack, sizes)) {
                System.out.println(one);
            }
        }
    }

    static List<Searched> run(Stack stack, long... sizes) throws SQLException, IOException {
        Secrets secrets = stack.secrets();
        MariaDb mariadb =
                new MariaDb(Home.find(), stack.state().mariadb(), stack.ports().database(), secrets);
        String url = mariadb.jdbcUrl("paivand");
        Migrations.run(url, MariaDb.MIGRATE_USER, mariadb.passwordOf(MariaDb.MIGRATE_USER));
        List<Searched> searched = new ArrayList<>();
        try (Connection administrator = DriverManager.getConnection(url, "paivand_admin", secrets.of("db.admin"));
                HikariDataSource pool =
                        DataSources.pool(url, MariaDb.APP_USER, mariadb.passwordOf(MariaDb.APP_USER), 2);
                Database database = new Database(pool)) {
            GeneratedLog log = new GeneratedLog(administrator);
            log.prepare();
            for (long entries : sizes) {
                long began = System.nanoTime();
                log.fill(entries);
                long filled = System.nanoTime();
                long tiles = tiles(new SearchIndexer(database));
                System.out.printf(
                        "%d entries: filled in %.1f s, %d tiles in %.1f s%n",
                        entries, (filled - began) / 1e9, tiles, (System.nanoTime() - filled) / 1e9);
                for (Map.Entry<String, EntryQuery> asked : Searches.all(entries).entrySet()) {
                    Searched one = measure(database, entries, asked.getKey(), asked.getValue());
                    System.out.printf("  %s%n", one);
                    searched.add(one);
                }
            }
        }
        return searched;
    }

    private static long tiles(SearchIndexer indexer) {
        long tiles = 0;
        while (indexer.step()) {
            tiles++;
        }
        return tiles;
    }

    private static Searched measure(Database database, long entries, String question, EntryQuery query) {
        JdbcEntrySearch search = new JdbcEntrySearch(new Unsealed(), GeneratedLog.ORIGIN, Acceptance.EVERY);
        double[] millis = new double[TIMES];
        int found = 0;
        for (int i = 0; i < TIMES; i++) {
            long asked = System.nanoTime();
            EntryPage page = database.commit(transaction -> search.search(transaction, query));
            millis[i] = (System.nanoTime() - asked) / 1e6;
            found = page.rows().size();
        }
        double first = millis[0];
        Arrays.sort(millis);
        return new Searched(entries, question, found, first, millis[TIMES / 2 - 1], millis[TIMES * 99 / 100 - 1]);
    }

    /** Seals nothing. */
    private static final class Unsealed implements Vault {
        @Override
        public byte[] seal(String recordId, byte[] plain) {
            return plain;
        }

        @Override
        public byte[] sealForGood(String recordId, byte[] plain) {
            return plain;
        }

        @Override
        public byte[] open(String recordId, byte[] sealed) {
            return sealed;
        }
    }
}
