package org.paivand.person.page;

import java.util.Set;
import org.paivand.disclosure.Coded;

/** What a form of the pages asks for, and which fields it sends. */
public enum Step implements Coded {
    ENTER("enter", Set.of("code")),
    LOOK("look", Set.of("ticket")),
    TAKE_BACK("take-back", Set.of("ticket", "part")),
    TAKE_BACK_ALL("take-back-all", Set.of("ticket", "part")),
    RESTORE("restore", Set.of("ticket", "part")),
    BAR("bar", Set.of("ticket", "choice")),
    YES_TAKE_BACK("yes-take-back", Set.of("ticket", "part")),
    YES_RESTORE("yes-restore", Set.of("ticket", "part")),
    YES_BAR("yes-bar", Set.of("ticket", "choice"));

    private final String code;
    private final Set<String> fields;

    Step(String code, Set<String> fields) {
        this.code = code;
        this.fields = fields;
    }

    @Override
    public String code() {
        return code;
    }

    /** Besides the step itself; of these only {@code part} may come more than once. */
    public Set<String> fields() {
        return fields;
    }

    public static Step of(String code) {
        return Coded.of(Step.class, code);
    }
}
