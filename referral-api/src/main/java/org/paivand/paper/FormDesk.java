package org.paivand.paper;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Gives an agency numbers for its forms, and reads them again to print. */
public final class FormDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, FormBlocks> blocks;
    private final SecureRandom random;
    private final InstantSource clock;

    public FormDesk(
            Database database, Function<Transaction, FormBlocks> blocks, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.blocks = blocks;
        this.random = random;
        this.clock = clock;
    }

    /**
     * New numbers for the caller's agency, once for each key.
     *
     * @param count 1 to 100
     */
    public FormBlock issue(Caller caller, IdempotencyKey key, FormType type, int count) {
        return once.commit(
                key,
                clock.instant(),
                (transaction, id) -> {
                    List<FormNumber> numbers = Stream.generate(() -> FormNumber.random(random))
                            .distinct()
                            .limit(count)
                            .toList();
                    FormBlock made = new FormBlock(id, caller.agency(), type, numbers);
                    blocks.apply(transaction).add(made, clock.instant());
                    return made;
                },
                (transaction, id) -> blocks.apply(transaction).find(id).orElseThrow());
    }

    /** @throws ProblemException {@code not-found} unless it is the caller's agency's, for that type of form */
    public FormBlock read(Caller caller, UUID id, FormType type) {
        return database.commit(transaction -> blocks.apply(transaction)
                .find(id)
                .filter(block -> block.agency().equals(caller.agency()) && block.type() == type)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)));
    }
}
