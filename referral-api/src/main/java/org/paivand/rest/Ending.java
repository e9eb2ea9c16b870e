package org.paivand.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource method that will be gone. The contract says {@code deprecated: true} of the same operation. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Ending {
    /** The day from which something better is there, as {@code 2027-01-31}. */
    String since();

    /** The day on which it ends, a year later or more. */
    String until();

    /** A page that says what to use instead. */
    String instead();
}
