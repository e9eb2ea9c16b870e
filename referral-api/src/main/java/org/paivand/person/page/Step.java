package org.paivand.person.page;

import java.util.Set;
import org.paivand.disclosure.Coded;

/** What a form of the pages asks for, and which fields it sends. */
public enum Step implements Coded {
    ENTER("enter", "code"),
    LOOK("look", "ticket"),
    TAKE_BACK("take-back", "ticket part"),
    TAKE_BACK_ALL("take-back-all", "ticket part"),
    RESTORE("restore", "ticket part"),
    UNSEND("unsend", "ticket"),
    YES_UNSEND("yes-unsend", "ticket"),
    BAR("bar", "ticket choice"),
    COMPLAINING("complaining", "ticket"),
    COMPLAIN("complain", "ticket subject topic"),
    END_HELP("end-help", "ticket part"),
    YES_TAKE_BACK("yes-take-back", "ticket part"),
    YES_RESTORE("yes-restore", "ticket part"),
    YES_BAR("yes-bar", "ticket choice"),
    YES_COMPLAIN("yes-complain", "ticket subject topic"),
    YES_END_HELP("yes-end-help", "ticket part");

    private final String code;
    private final String fields;

    Step(String code, String fields) {
        this.code = code;
        this.fields = fields;
    }

    @Override
    public String code() {
        return code;
    }

    /** Besides the step itself; of these only {@code part} may come more than once. */
    public Set<String> fields() {
        return Set.of(fields.split(" ", -1));
    }

    public static Step of(String code) {
        return Coded.of(Step.class, code);
    }
}
