package org.paivand.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How much a resource method takes, where that is more than {@link BodyLimit#MAX_BYTES}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyUpTo {
    /** In bytes; all of them are held in memory at once. */
    int value();
}
