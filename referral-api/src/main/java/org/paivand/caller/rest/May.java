package org.paivand.caller.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.paivand.caller.Role;

/** Who may call a resource method: any of these roles, or every authenticated caller if none is named. Without it nobody may. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface May {
    Role[] value() default {};

    /** Whether the operator may open it to everybody, see {@link org.paivand.caller.PublicLog}. */
    boolean publicByChoice() default false;

    /** Whether the method itself decides on a caller without a token; a caller with one needs the roles all the same. */
    boolean withoutAccount() default false;
}
