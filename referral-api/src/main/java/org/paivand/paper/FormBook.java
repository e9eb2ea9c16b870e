package org.paivand.paper;

import java.sql.SQLException;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.database.Transaction;
import org.paivand.paper.FormBlocks.Known;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Marks a form as typed in, in the transaction of what was typed in from it. */
public final class FormBook {
    private final Function<Transaction, FormBlocks> blocks;

    public FormBook(Function<Transaction, FormBlocks> blocks) {
        this.blocks = blocks;
    }

    /**
     * @throws ProblemException {@code invalid-request} unless it is a number of the caller's agency for that type of form; {@code
     *     form-already-entered} if it was typed in before
     */
    public void enter(Transaction transaction, Caller caller, FormType type, FormNumber number) throws SQLException {
        FormBlocks bound = blocks.apply(transaction);
        Known known = bound.lock(caller.agency(), number)
                .filter(found -> found.type() == type)
                .orElseThrow(() -> ProblemException.invalid("/formNumber", "not-in-list"));
        if (known.entered()) {
            throw ProblemException.of(ProblemCode.FORM_ALREADY_ENTERED);
        }
        bound.enter(caller.agency(), number);
    }
}
